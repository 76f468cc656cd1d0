"""A work that a block names, and what all rules of works share."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from partnership_analysis.extraction.titles import Stretch
from partnership_analysis.extraction.units import ReadBlock, Units
from partnership_analysis.language.lexicon import Lexicon

FAMILY = ("connectors", "publications")
BEFORE = 20
"""Units between a kind of work and its title."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SENTENCE = (".", "?", "!", ";")


@dataclass(frozen=True, slots=True)
class Work:
    """A work named: offsets in the view, its title and kind."""

    start: int
    end: int
    title: str
    kind: str
    rule: str
    url: str | None = None
    year: int | None = None

    @staticmethod
    def with_url(work: "Work", url: str) -> "Work":
        """The same work, with an address."""
        return replace(work, url=url)


def is_legal_article(units: Units, unit: int) -> bool:
    """`article 12`, `articles L. 2113-12`."""
    if units.values[unit] != "article":
        return False
    return units.is_class(unit + 1, "NUMBER", "LETTER") or (units.is_class(unit + 1, "UPPER") and units.is_class(unit + 2, "NUMBER", "."))


def work_of(block: ReadBlock, stretch: Stretch, kind: str | None, rule: str, url: str | None) -> Work:
    """The work whose title a marked stretch is."""
    title = block.text[stretch.start : stretch.end].rstrip(" ,;.")
    return Work(stretch.start, stretch.end, title, kind or "other", rule, url=url, year=year_behind(block.text, stretch.end))


def year_behind(text: str, offset: int) -> int | None:
    """The first year behind an offset in its sentence."""
    stop = re.search(r"[.;!?](?=\s|$)", text[offset : offset + 120])
    match = YEAR.search(text, offset, offset + (stop.start() if stop else 120))
    return int(match.group()) if match else None


def url_around(stretch: Stretch, links: Sequence[Stretch]) -> str | None:
    """The address of the link that holds a title."""
    index = bisect_left(links, stretch.end, key=lambda link: link.start)
    return links[index - 1].url if index and links[index - 1].end > stretch.start else None


def small_words(block: ReadBlock, kind: str) -> frozenset[str]:
    """The small words of a block's language: `determiners`, or `title_words`, which stand between the capitals of a title."""
    return _small_words(block.lexicon, kind)


@cache
def _small_words(lexicon: Lexicon, kind: str) -> frozenset[str]:
    return frozenset(lexicon.setting("publications", kind, ()))


def is_container(block: ReadBlock, units: Units, unit: int) -> bool:
    """`in the Journal of …`, `dans la revue …`: where a work stands, not the work."""
    return units.words(unit, unit + 1).lower() in small_words(block, "media") and any(
        units.words(n, n + 1).lower() in small_words(block, "containers") for n in range(max(0, unit - 2), unit)
    )


def is_spoken(block: ReadBlock, units: Units, first: int) -> bool:
    """Whether a verb of speech leads to words in quotation marks: `the guide's author said: “We…”`. They are no title."""
    before = first - 1
    while units.is_class(before, ":", ",") or units.words(before, before + 1).lower() in _speech(block.lexicon, "INTRODUCING"):
        before -= 1
    if units.is_class(before, "KIND"):
        return False
    spoken = _speech(block.lexicon, "SPEECH")
    return units.words(before, before + 1).lower() in spoken or units.words(before - 1, before + 1).lower() in spoken


@cache
def _speech(lexicon: Lexicon, kind: str) -> frozenset[str]:
    return frozenset(form.lower() for form in lexicon.setting("quotations", kind, ()))
