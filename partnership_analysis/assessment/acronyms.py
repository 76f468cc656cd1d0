"""Acronyms of a report that nothing in it explains."""

import re
from collections.abc import Iterator
from functools import cache

from partnership_analysis.assessment.inspection import Inspection
from partnership_analysis.document.model import Span
from partnership_analysis.extraction.identity import folded
from partnership_analysis.language.lexicon import Lexicon

ACRONYM = re.compile(r"(?<![\w@#/.&+=?%-])(?P<acronym>\d?[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ&]{1,6}\+?)s?(?![\w&+])")
ROMAN = re.compile(r"[IVXLC]+")
AFTER_REFERENCE = re.compile(r"[-/–]\s?\d|/[A-Z\d]|\.\w")
POSTCODE_BEFORE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s$")
LETTERS = re.compile(r"[^\W_]+|[.,;:()!?«»\"–|]")
ROOM = 24
MOSTLY = 0.6
LEAST_LETTERS = 3
INNER_WORD = 2
LONGEST_NAME = 160
MOST_WORDS = 14


def unexplained(inspection: Inspection) -> tuple[tuple[str, Span], ...]:
    """The acronyms that are never spelt out and no word of the report explains, each with its first place, in reading order."""
    found: dict[str, Span] = {}
    bracketed: set[str] = set()
    for acronym, span, beside_words in _acronyms(inspection):
        found.setdefault(acronym, span)
        if beside_words:
            bracketed.add(folded(acronym).replace(" ", ""))
    if not found:
        return ()
    explained = _spelt_out(inspection)
    ordinary = {word for word in re.findall(r"[^\W\d_]+", inspection.tables.document.text) if not word.isupper()}
    known = {folded(word) for word in ordinary}
    initials = " ".join(_initials(inspection))
    kept = []
    for acronym, span in found.items():
        plain = folded(acronym).replace(" ", "")
        if plain not in explained and plain not in known and plain not in initials and plain not in bracketed:
            kept.append((acronym, span))
    return tuple(kept)


def _acronyms(inspection: Inspection) -> Iterator[tuple[str, Span, bool]]:
    """Words of the text that look like acronyms, and are no units, countries, quarters, references, Roman numerals or words in capitals.

    With each its place, and whether brackets tie it to words that begin with its letter.
    """
    everyday = inspection.words("known_acronym") | _of_public_bodies(inspection.lexicon)
    people = {word for row in inspection.tables.rows.people for name in (row.name, *row.other_names) for word in folded(name).split()}
    for block in inspection.blocks:
        text = block.text
        letters = [character for character in text if character.isalpha()]
        if not letters or sum(character.isupper() for character in letters) > MOSTLY * len(letters):
            continue
        for match in ACRONYM.finditer(text):
            acronym = match["acronym"]
            plain = folded(acronym).replace(" ", "")
            if ROMAN.fullmatch(acronym) or plain in everyday or plain in people or _in_reference(text, match) or _among_capitals(text, match):
                continue
            yield acronym, block.source(match.start("acronym"), match.end("acronym")), _bracketed(text, match)


@cache
def _of_public_bodies(lexicon: Lexicon) -> frozenset[str]:
    """The letters of the bodies that public lists name, folded: `ONU`, `UNESCO`."""
    names = (entry.form for entry in lexicon.vocabulary("named_bodies").by_class.get("KNOWN", ()))
    return frozenset(folded(name) for name in names if name.isupper() and name.isalpha())


def _bracketed(text: str, match: re.Match[str]) -> bool:
    """Whether it stands in brackets after words, or words stand in brackets after it, and one of the words begins with its first letter."""
    if text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] in (")", ",", " "):
        words = text[max(0, match.start() - LONGEST_NAME) : match.start()].split()[-MOST_WORDS:]
    elif text.startswith(" (", match.end()):
        words = text[match.end() + 2 : match.end() + 2 + LONGEST_NAME].split(")")[0].split()[:1]
    else:
        return False
    letter = folded(match["acronym"])[:1]
    return any(folded(part).startswith(letter) for word in words for part in re.split(r"['’-]", word) if len(part) > 1 and not part.isupper())


def _in_reference(text: str, match: re.Match[str]) -> bool:
    """Whether an acronym is part of a reference number, an address on the web or a postcode."""
    return bool(AFTER_REFERENCE.match(text, match.end()) or POSTCODE_BEFORE.search(text[max(0, match.start() - ROOM) : match.start()]))


def _among_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether the word beside it, with nothing but a space or one capital between, is in capitals too: a heading, a shout, a name in capitals."""
    before = text[max(0, match.start() - ROOM) : match.start()]
    after = text[match.end() : match.end() + ROOM]
    sides = (before.split(" ")[-2::-1] if before.endswith(" ") else [], after[1:].split(" ") if after.startswith(" ") else [])
    beside = [next((word for word in side[:2] if len(word) > 1 or not word.isupper()), "") for side in sides]
    return any(len(word) > 1 and word.isalpha() and word.isupper() for word in (one.strip('()[]«»“”"') for one in beside))


def _spelt_out(inspection: Inspection) -> frozenset[str]:
    """Acronyms that the tables know with a longer name, and those of programmes' names."""
    rows = inspection.tables.rows
    spelt = {row.acronym for row in rows.organisations if row.acronym and len(row.name.split()) > 1}
    spelt |= {row.acronym for row in rows.instruments if row.acronym and len(row.name.split()) > 1}
    spelt |= {word for row in rows.instruments if row.kind == "programme" for word in row.name.split() if word.isupper()}
    return frozenset(folded(acronym).replace(" ", "") for acronym in spelt)


def _initials(inspection: Inspection) -> Iterator[str]:
    """The initials of each run of words without a sign between them: of all its words, and of those that are no small words."""
    small, articles = inspection.words("small"), inspection.words("article")
    for block in inspection.blocks:
        run: list[str] = []
        for match in (*LETTERS.finditer(block.text), None):
            word = match.group() if match else "."
            if word[0].isalnum() and not (word.isupper() and len(word) > 1):
                run.append(folded(word))
                continue
            if len(run) >= INNER_WORD:
                words = [word for word in run if word]
                yield "".join(word[0] for word in words if word not in small and len(word) >= LEAST_LETTERS)
                yield "".join(word[0] for word in words if word not in articles and len(word) > 1)
                yield "".join(word[0] for word in words)
            run = []
