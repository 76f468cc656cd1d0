"""The people and bodies named in a stretch of the text, and who is the subject beside a verb of speech."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from partnership_analysis.extraction.records import Organisation, Person
from partnership_analysis.extraction.units import ReadBlock, Units
from partnership_analysis.language.lexicon import Lexicon

FAMILY = ("connectors", "quotations")


class Speakers:
    """Looks up the people and bodies named in a stretch of the text."""

    def __init__(self, people: Sequence[Person], organisations: Sequence[Organisation]) -> None:
        self._people = sorted((start, end, person.person_id) for person in people for start, end in person.mentions or ((person.start, person.end),))
        self._bodies = sorted(
            (start, end, body.name) for body in organisations for start, end in body.mentions or ((body.start, body.end),)
        )  # fmt: skip

    def people(self, first: int, last: int) -> list[tuple[int, int, str]]:
        """Mentions of people that lie in a stretch: start, end, person_id."""
        return self._people[bisect_left(self._people, (first,)) : bisect_left(self._people, (last,))]

    def bodies(self, first: int, last: int) -> list[tuple[int, int, str]]:
        """Mentions of bodies that lie in a stretch: start, end, name."""
        return self._bodies[bisect_left(self._bodies, (first,)) : bisect_left(self._bodies, (last,))]


class Said(NamedTuple):
    """Who says something: people by id, else the words for who it is."""

    people: tuple[str, ...]
    speaker: str | None


NOBODY = Said((), None)


@cache
def sentence_ends(lexicon: Lexicon) -> re.Pattern[str]:
    """The signs that end a sentence, the point of an abbreviation left out: `reconnaît M. Roux`."""
    points = "".join(rf"(?<!\b{re.escape(word)}\.)" for word in lexicon.setting("abbreviations", "abbreviations", ()))
    return re.compile(rf"[.!?…]{points}(?=\s|$)", re.IGNORECASE)


def sentence_start(block: ReadBlock, offset: int) -> int:
    """Where the sentence of a block that holds an offset starts."""
    start = 0
    for match in sentence_ends(block.lexicon).finditer(block.text, max(0, offset - 600), offset):
        start = match.end()
    return start if start else max(0, offset - 600)


def sentence_end(block: ReadBlock, offset: int) -> int:
    """Where the sentence of a block that holds an offset ends."""
    furthest = min(len(block.text), offset + 600)
    match = sentence_ends(block.lexicon).search(block.text, offset, furthest)
    return match.start() if match else furthest


def subject_after(block: ReadBlock, units: Units, unit: int, end: int, speakers: Speakers) -> Said:
    """The people right after a verb of speech, else the words that say who it is."""
    if unit >= len(units) or units.starts[unit] >= end:
        return NOBODY
    start = units.starts[unit]
    first, last = block.source(start, start + 1).start, block.source(max(start, end - 1), end).end
    named = speakers.people(first, last)
    if named:
        conjunctions = tuple(entry.form for entry in block.lexicon.vocabulary("connectors").by_class.get("AND", ()))
        kept = [named[0]]
        for one in named[1:]:
            gap = block.document.text[kept[-1][1] : one[0]].strip()
            if gap in (",", "&") or (len(gap) <= 90 and gap.lower().endswith(conjunctions)):
                kept.append(one)
            else:
                break
        return Said(tuple(dict.fromkeys(identity for _, _, identity in kept)), None)
    stop = re.search(r"[,.;:«»\"()]", block.text[start:end])
    words = block.text[start : start + stop.start() if stop else end].strip()
    return Said((), words) if 0 < len(words.split()) <= 12 else NOBODY


def subject_before(block: ReadBlock, start: int, end: int, speakers: Speakers) -> Said:
    """The people named between the start of a sentence and its verb, else the words that stand there."""
    if end <= start:
        return NOBODY
    first, last = block.source(start, start + 1).start, block.source(end - 1, end).end
    named = speakers.people(first, last)
    if named:
        return Said(tuple(dict.fromkeys(identity for _, _, identity in named)), None)
    bodies = speakers.bodies(first, last)
    if bodies:
        return Said((), bodies[-1][2])
    words = re.split(r"[\"»”]", block.text[start:end])[-1].strip(" ,:–-")
    return Said((), words) if 0 < len(words.split()) <= 12 else NOBODY


def person_before(block: ReadBlock, offset: int, speakers: Speakers, before: ReadBlock | None = None) -> Said:
    """The person named last before an offset of the block, else the only one that the block before names."""
    named = speakers.people(block.block.start, block.source(offset, offset + 1).start)
    if named:
        return Said((named[-1][2],), None)
    others = {identity for _, _, identity in speakers.people(before.block.start, before.block.end)} if before is not None else set()
    return Said(tuple(others), None) if len(others) == 1 else NOBODY
