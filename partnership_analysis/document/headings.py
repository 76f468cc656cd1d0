"""What a heading's words say: its label and number, and the lists of headings that mean something by themselves.

Words are in `lexicons/<language>/headings.toml`. The lines of a plain text are read before its language is known, so
`every_language` joins the lists of all of them; extraction, which knows the language, reads the same.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from partnership_analysis.language.lexicon import languages, load_lexicon

ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12}
SPACE = "[ \u00a0\u202f\t]"
END = rf"{SPACE}?(?:[.)]{SPACE}?[–—:-]|[.):/–—·•-]){SPACE}++"
NUMBERED = re.compile(
    rf"(?:(?P<deep>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:[.)]?{SPACE}++|{SPACE}?[:–—-]{SPACE}?)|(?P<digit>\d{{1,2}})(?:{END}|{SPACE}?/{SPACE}?)"
    rf"|(?P<roman>[IVX]{{1,4}}){END}|(?P<letter>[A-HJ-L]){END})(?=[^\W\d_]|[\"«“'‘\[(*_])"
)
"""A number, Roman number or letter, a sign, and a first letter: `1. Title`, `1.2 Title`, `II – Title`, `A. Title`."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """What stands before a heading's own words."""

    number: str
    """As written, `2.1`, `A` or `II`; an ordinal in digits."""
    style: str
    """`label`, `chapter`, `deep`, `digit`, `roman` or `letter`."""
    length: int
    """Characters of the line that it takes."""
    label: str = ""
    """The label in small letters, `axe`."""


@cache
def every_language(key: str) -> frozenset[str]:
    """A list of `headings.toml`, of all languages."""
    return frozenset(word for language in languages() for word in load_lexicon(language).setting("headings", key, ()))


@cache
def _labelled() -> re.Pattern[str]:
    def alternatives(words: frozenset[str]) -> str:
        return "|".join(re.escape(word).replace("\\ ", " ").replace("'", "['’]") for word in sorted(words, key=lambda w: (-len(w), w)))

    ordinals = frozenset(word for language in languages() for word in load_lexicon(language).setting("headings", "ordinals", {}))
    labels, chapters = alternatives(every_language("labels")), alternatives(every_language("chapters"))
    number = r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[IVXivx]{1,5}|[A-L])(?![\w’'])"
    return re.compile(
        rf"(?:(?P<label>(?i:{labels}))|(?P<chapter>(?i:{chapters}))){SPACE}?(?:(?i:n)?[°ºo]{SPACE}?)?{number}(?P<end>{SPACE}?[.):/–—·•-]{{1,2}}{SPACE}?|{SPACE}*$|{SPACE}(?=[«“\"(A-ZÉÈÊÀÂÎÔÇ]))"
        rf"|(?P<ordinal>(?i:{alternatives(ordinals)})){SPACE}(?P<ordinal_label>(?i:{labels}))(?P<ordinal_end>{SPACE}?[:–—-]{SPACE}?|{SPACE}*$)"
    )


@cache
def _ordinal_values() -> Mapping[str, int]:
    return {word: value for language in languages() for word, value in load_lexicon(language).setting("headings", "ordinals", {}).items()}


def numbering(line: str) -> Numbering | None:
    """The label and number that a line opens with, or None."""
    head = line[:120]
    match = _labelled().match(head)
    if match:
        if match["ordinal"]:
            return Numbering(str(_ordinal_values()[match["ordinal"].lower()]), "label", match.end(), match["ordinal_label"].lower())
        style = "label" if match["label"] else "chapter"
        return Numbering(match["number"], style, match.end(), (match["label"] or match["chapter"]).lower())
    match = NUMBERED.match(head)
    if not match:
        return None
    inner = _labelled().match(head[match.end() :])
    if inner and inner["label"]:
        return Numbering(inner["number"], "label", match.end() + inner.end(), inner["label"].lower())
    for style in ("deep", "digit", "roman", "letter"):
        if match[style]:
            return Numbering(match[style], style, match.end())
    return None
