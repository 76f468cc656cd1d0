"""The shapes in which a block names a work: a title beside its kind, an entry of a list, a kind with its subject.

Reads the units of `lexicons/<language>/publications.toml` and the marked stretches of `titles`. Offsets are the view's. Every scan is bounded.
"""

import re
from bisect import bisect_left

from partnership_analysis.extraction.records import PublicationKind
from partnership_analysis.extraction.titles import Stretch, has_emphasis, stretches
from partnership_analysis.extraction.units import ReadBlock, Units
from partnership_analysis.extraction.unmarked_titles import titles_without_marks
from partnership_analysis.extraction.work import BEFORE, FAMILY, Work, work_of, year_behind
from partnership_analysis.extraction.work_names import series_of_podcasts, works_by_subject, works_in_capitals, works_with_address
from partnership_analysis.extraction.work_titles import titled_works

MONEY = re.compile("[€£$]")
"""Signs of money: what stands under `Resources` is then no work."""
LONGEST_SUBTITLE = 250
"""Characters of a line that says of what a document is the report."""
SENTENCE_END = re.compile(r"[.!?;]\s")


def list_kind(block: ReadBlock) -> PublicationKind | None:
    """The kind of work that a line announces for the list under it, None where it announces none."""
    text = block.text.rstrip()
    if not (text.endswith(":") or block.block.kind == "heading") or len(text) > 300:
        return None
    units = block.units(*FAMILY)
    first = units.at(max((m.end() for m in SENTENCE_END.finditer(text)), default=0))
    kinds = [n for n in units.of_class("KIND", "NOT_WORK") if n >= first]
    if kinds and units.is_class(kinds[0], "KIND") and (text.endswith(":") or kinds[0] == 0):
        word = units.words(kinds[0], kinds[0] + 1)
        return str(units.values[kinds[0]]) if word.lower().endswith("s") else None  # type: ignore[return-value]
    words = re.sub(r"\W+$", "", text).lower()
    return "other" if words in block.lexicon.setting("publications", "list_titles", ()) else None


def works_of_list_item(block: ReadBlock, announced: PublicationKind) -> list[Work]:
    """The work of an entry in a list of works: its title in quotation marks, else its link's or emphasised words, else its first clause."""
    found = stretches(block)
    units = block.units(*FAMILY)
    kind: str = announced
    own = next(units.of_class("KIND"), None)
    if announced == "other" and own is not None and (own <= 2 or units.is_class(own - 1, ",", "(")):
        kind = str(units.values[own])
    link = next((s for s in found if s.how == "linked"), None)
    url = link.url if link else None
    for how in ("quoted", "linked", "emphasised"):
        stretch = next((s for s in found if s.how == how and s.depth == 0), None)
        if stretch is not None and (how != "quoted" or _most_of(block, stretch, link)):
            if announced == "other" and how == "linked" and own is None and _calls_to_event(units):
                return []
            if announced == "other" and how == "linked" and own is None and len(block.text[stretch.start : stretch.end].split()) < 3:
                return []
            return [work_of(block, stretch, kind, f"list of works, {how}", url)]
    end = re.search(r"\s*(?:[,(;]|\s[–-]\s|\.$|$)", block.text)
    last = end.start() if end else len(block.text)
    if last < 8 or MONEY.search(block.text):
        return []
    return [Work(0, last, block.text[:last], kind, "list of works", year=year_behind(block.text, last))]


def _calls_to_event(units: Units) -> bool:
    """Whether an entry only leads to something that is no work: `Revoir le webinaire de l'Alliance`."""
    return units.is_class(0, "READ") and next(units.of_class("NOT_WORK"), None) is not None


def _most_of(block: ReadBlock, stretch: Stretch, link: Stretch | None) -> bool:
    """Whether quoted words are the title of an entry and not a term inside it."""
    whole = (link.start, link.end) if link else (0, len(block.text))
    if stretch.outer_start <= whole[0] + 1:
        return True
    return stretch.end - stretch.start >= 0.4 * (whole[1] - whole[0])


def works(block: ReadBlock, following: ReadBlock | None) -> list[Work]:
    """The works that a block names outside lists of works, in reading order."""
    units = block.units(*FAMILY)
    if next(units.of_class("KIND", "PUBLISHED", "PUBLISHES"), None) is None and block.block.kind != "footnote" and not has_emphasis(block):
        return []
    found = stretches(block)
    taken = Taken()
    for stretch in found:
        if stretch.how == "quoted" and not stretch.depth:
            taken.add(stretch.outer_start, stretch.outer_end)
    named = list(titled_works(block, units, found, following))
    for work in named:
        taken.add(work.start, work.end)
    for candidates in (
        series_of_podcasts(block, units),
        works_in_capitals(block, units, following),
        titles_without_marks(block, units),
        works_with_address(block, units),
    ):
        for work in candidates:
            if taken.free(work.start, work.end):
                named.append(work)
                taken.add(work.start, work.end)
    if not _is_title_line(block):
        used = frozenset(
            kind for work in named for kind in (_kind_before(units, units.at(work.start)), _kind_behind(units, work)) if kind is not None
        )
        named.extend(w for w in works_by_subject(block, units, found, used) if taken.free(w.start, w.end))
    return sorted(named, key=lambda w: (w.start, w.end))


def _kind_before(units: Units, unit: int) -> int | None:
    """The nearest kind of work before a title."""
    return next((n for n in range(unit - 1, max(-1, unit - 1 - BEFORE), -1) if units.is_class(n, "KIND")), None)


def _kind_behind(units: Units, work: Work) -> int | None:
    """The kind of work right behind a title and its sign: `"Reeds", a guide to …`."""
    after = units.at(work.end)
    while units.is_class(after, "»", '"'):
        after += 1
    return next((n for n in range(after + 1, after + 5) if units.is_class(n, "KIND")), None) if units.is_class(after, ",", "(", "–") else None


class Taken:
    """Stretches of a block that are taken; none of them partly overlaps another."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start: int, end: int) -> None:
        """Take a stretch."""
        index = bisect_left(self._starts, start)
        self._starts.insert(index, start)
        self._ends.insert(index, end)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing that is taken overlaps a stretch."""
        index = bisect_left(self._starts, end)
        return index == 0 or self._ends[index - 1] <= start


def _is_title_line(block: ReadBlock) -> bool:
    """A heading or a short line without a sentence: its `report` or `press release` is the document itself."""
    text = block.text.rstrip()
    if block.block.kind in ("heading", "front_matter"):
        return True
    if block.block.kind not in ("paragraph", "caption") or text[-1:] in '.;:!?»”"':
        return False
    return len(text) < 100 or (len(text) < LONGEST_SUBTITLE and text.lstrip("*_ ").lower().startswith(_genres(block)))


def _genres(block: ReadBlock) -> tuple[str, ...]:
    """What a document may call itself, in small letters: `final report`, `annual review`."""
    return tuple(block.lexicon.setting("headings", "genres", ()))
