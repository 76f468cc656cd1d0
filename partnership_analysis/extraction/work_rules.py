"""The shapes in which a block names a work: a title beside its kind, an entry of a list, a kind with its subject.

Reads the units of `lexicons/<language>/publications.toml` and the marked stretches of `titles`. Offsets are the view's. Every scan is bounded.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from partnership_analysis.extraction.records import PublicationKind
from partnership_analysis.extraction.titles import Stretch, stretches
from partnership_analysis.extraction.units import ReadBlock, Units

FAMILY = ("connectors", "publications")
BEFORE = 12
"""Units between a kind of work and its title."""
AFTER = 5
LONGEST_SUBJECT = 14
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
YEAR_RANGE = re.compile(r"(?:\s*[-–/]\s*\d{2,4})?")
SENTENCE_END = re.compile(r"[.!?;]\s")
SENTENCE = (".", "?", "!", ";")
WITHOUT_SUBJECT = ("press_release",)
"""Kinds that are named by themselves."""
BY_SUBJECT = ("guide", "report", "article", "press_release", "open_letter", "video", "study", "other", "podcast")


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
        return str(units.values[kinds[0]]) if word.lower().endswith(("s", "dcast series")) else None  # type: ignore[return-value]
    words = re.sub(r"\W+$", "", text).lower()
    return "other" if words in block.lexicon.setting("publications", "list_titles", ()) else None


def works_of_list_item(block: ReadBlock, announced: PublicationKind) -> list[Work]:
    """The work of an entry in a list of works: its title in quotation marks, else its link's or emphasised words, else its first clause."""
    found = stretches(block)
    units = block.units(*FAMILY)
    kind: str = announced
    own = next(units.of_class("KIND"), None)
    if announced == "other" and own is not None and own <= 2:
        kind = str(units.values[own])
    link = next((s for s in found if s.how == "linked"), None)
    url = link.url if link else None
    for how in ("quoted", "linked", "emphasised"):
        stretch = next((s for s in found if s.how == how and s.depth == 0), None)
        if stretch is not None and (how != "quoted" or _most_of(block, stretch, link)):
            return [_work(block, stretch, kind, f"list of works, {how}", url)]
    end = re.search(r"\s*(?:[,(;]|\s[–-]\s|\.$|$)", block.text)
    last = end.start() if end else len(block.text)
    if last < 8:
        return []
    return [Work(0, last, block.text[:last], kind, "list of works", year=_year(block.text, last))]


def _most_of(block: ReadBlock, stretch: Stretch, link: Stretch | None) -> bool:
    """Whether quoted words are the title of an entry and not a term inside it."""
    whole = (link.start, link.end) if link else (0, len(block.text))
    return stretch.end - stretch.start >= 0.4 * (whole[1] - whole[0])


def works(block: ReadBlock, following: ReadBlock | None) -> list[Work]:
    """The works that a block names outside lists of works, in reading order."""
    units = block.units(*FAMILY)
    if next(units.of_class("KIND", "PUBLISHED"), None) is None:
        return []
    found = stretches(block)
    named = list(_titled(block, units, found, following))
    taken = [(w.start, w.end) for w in named] + [(s.outer_start, s.outer_end) for s in found if s.how == "quoted" and s.depth == 0]
    named.extend(_series(block, units, taken))
    taken.extend((w.start, w.end) for w in named)
    named.extend(w for w in _by_subject(block, units, found) if not any(a < w.end and w.start < b for a, b in taken))
    return sorted(named, key=lambda w: (w.start, w.end))


def _titled(block: ReadBlock, units: Units, found: Sequence[Stretch], following: ReadBlock | None) -> Iterator[Work]:
    """Titles in quotation marks, emphasis or links, whose nearest noun is a kind of work."""
    taken = 0
    for stretch in found:
        if stretch.start < taken or stretch.depth or len(block.text[stretch.start : stretch.end]) < 3:
            continue
        if stretch.how == "linked":
            work = _linked(block, units, stretch, found)
        else:
            kind = _kind_beside(block, units, stretch)
            if kind == "other":
                kind = _kind_following(block, units, stretch, following)
            work = _work(block, stretch, kind, f"title {stretch.how}", _url_around(stretch, found)) if kind is not None else None
        if work is not None:
            taken = stretch.outer_end
            yield work


def _linked(block: ReadBlock, units: Units, stretch: Stretch, found: Sequence[Stretch]) -> Work | None:
    """A link whose own words name a kind of work, or a title behind one."""
    first, last = units.at(stretch.start), units.at(stretch.end - 1) + 1
    if any(s.how == "quoted" and stretch.start <= s.outer_start and s.outer_end <= stretch.end for s in found):
        return None
    kinds = [n for n in range(first, last) if units.is_class(n, "KIND")]
    if any(units.is_class(n, "READ") for n in range(first, last)):
        kinds = [n for n in kinds if n > first] or kinds
        if not kinds:
            return None
        end = _subject_end(units, kinds[-1], last)
        if end - kinds[-1] < 2 and str(units.values[kinds[-1]]) not in WITHOUT_SUBJECT:
            return None
        return _unit_work(block, units, kinds[-1], end, "link to a work", stretch.url)
    if kinds and kinds[0] - first <= 2:
        return _unit_work(block, units, kinds[0], last, "link that names a work", stretch.url) if last - kinds[0] > 1 else None
    kind = _kind_beside(block, units, stretch)
    return _work(block, stretch, kind, "title linked", stretch.url) if kind is not None and last - first > 1 else None


def _kind_beside(block: ReadBlock, units: Units, stretch: Stretch) -> str | None:
    """The kind of work that a title is given: by the nearest noun before it in its sentence, else by one right behind it."""
    first = units.at(stretch.outer_start)
    published = False
    for n in range(first - 1, max(-1, first - 1 - BEFORE), -1):
        if units.is_class(n, *SENTENCE) or units.is_class(n, ")"):
            break
        if units.is_class(n, "NOT_WORK"):
            return None
        if units.is_class(n, "KIND") and not _is_legal_article(units, n):
            return str(units.values[n])
        published = published or units.is_class(n, "PUBLISHED")
    after = units.at(stretch.outer_end)
    for n in range(after, min(len(units), after + AFTER)):
        if units.is_class(n, *SENTENCE, ")"):
            break
        if units.is_class(n, "NOT_WORK"):
            return "other" if published else None
        if units.is_class(n, "KIND") and units.is_class(after, ",", "(", "–") and not _is_legal_article(units, n):
            return str(units.values[n])
        published = published or units.is_class(n, "PUBLISHED")
    long = len(block.text[stretch.start : stretch.end].split()) >= 2
    return "other" if published and long else None


def _is_legal_article(units: Units, unit: int) -> bool:
    """`article 12`, `articles L. 2113-12`."""
    return units.is_class(unit + 1, "NUMBER", "LETTER") or (units.is_class(unit + 1, "UPPER") and units.is_class(unit + 2, "NUMBER", "."))


def _kind_following(block: ReadBlock, units: Units, stretch: Stretch, following: ReadBlock | None) -> str:
    """The kind that the next sentence gives a work called only a publication: `Cette étude …`."""
    after = units.at(stretch.outer_end)
    for n in range(after, min(len(units), after + 2 * BEFORE)):
        if units.is_class(n, "KIND") and units.is_class(n - 2, *SENTENCE):
            return str(units.values[n])
    if following is not None and len(units) - after <= 3:
        further = following.units(*FAMILY)
        for n in range(min(4, len(further))):
            if further.is_class(n, "KIND") and further.values[n] != "other":
                return str(further.values[n])
    return "other"


def _url_around(stretch: Stretch, found: Sequence[Stretch]) -> str | None:
    return next((s.url for s in found if s.how == "linked" and s.start < stretch.end and stretch.start < s.end), None)


def _series(block: ReadBlock, units: Units, taken: Sequence[tuple[int, int]]) -> Iterator[Work]:
    """A series named beside its episodes: `deux podcasts … dans le cadre des Échos urbains`."""
    for n in units.of_class("SERIES"):
        if not any(units.is_class(k, "KIND") and units.values[k] == "podcast" for k in range(max(0, n - 2 * BEFORE), n)):
            continue
        last = n + 1
        while units.is_class(last, "OF") and last - n < 3:
            last += 1
        first = last
        while last < len(units) and last - first < 8 and (units.is_class(last, "CAPITAL", "UPPER", "OF") or (last > first and units.is_class(last, "WORD"))):
            last += 1
        while last > first and units.is_class(last - 1, "OF"):
            last -= 1
        if last > first and units.is_class(first, "CAPITAL", "UPPER") and not any(a < units.ends[last - 1] and units.starts[first] < b for a, b in taken):
            yield Work(units.starts[first], units.ends[last - 1], units.words(first, last), "podcast", "series of podcasts")


def _by_subject(block: ReadBlock, units: Units, found: Sequence[Stretch]) -> Iterator[Work]:
    """A kind of work with its subject, year or partners, without marks: `rapport annuel 2022`, `article dédié`, `guide sur les achats`."""
    last = 0
    for n in units.of_class("KIND"):
        kind = str(units.values[n])
        if n < last or kind not in BY_SUBJECT or _is_legal_article(units, n) or units.is_class(n - 1, "NOT_WORK", "KIND"):
            continue
        end = _subject_end(units, n, len(units))
        bare = end == n + 1
        if (bare and kind not in WITHOUT_SUBJECT) or (not bare and not _tells(units, n, end)):
            continue
        last = end
        yield _unit_work(block, units, n, end, "kind with its subject", next((s.url for s in found if s.how == "linked" and s.start <= units.starts[n] < s.end), None))


def _tells(units: Units, kind: int, end: int) -> bool:
    """Whether what follows a kind of work names it: a subject, a year, or an adjective that only a known work has."""
    about = any(units.is_class(n, "ABOUT") for n in range(kind + 1, end))
    year = any(YEAR.fullmatch(units.words(n, n + 1)) for n in range(kind + 1, end))
    if str(units.values[kind]) == "study":
        return year or (about and any(units.is_class(n, "PUBLISHED") for n in range(end, min(len(units), end + 6))))
    return about or year


def _subject_end(units: Units, kind: int, limit: int) -> int:
    """The end of a kind of work with its adjectives and subject."""
    end = kind + 1
    while end < limit and units.is_class(end, "KIND_ADJECTIVE"):
        end += 1
    if end < limit and YEAR.fullmatch(units.words(end, end + 1)):
        end += 1
        if end + 1 < limit and units.is_class(end, "–", "-", "/") and units.is_class(end + 1, "NUMBER"):
            end += 2
        return end
    if end < limit and units.is_class(end, "ABOUT"):
        start = end
        end += 1
        while end < limit and end - start < LONGEST_SUBJECT:
            if units.is_class(end, "STOP", "PUBLISHED", "READ", "NUMBER") or (units.is_class(end, "KIND") and units.is_class(end - 1, "AND")) or not (units.text[units.starts[end]].isalpha() or units.words(end, end + 1) in "&-'"):
                break
            end += 1
        while end > start + 1 and (units.is_class(end - 1, "OF", "AND", "ABOUT") or (len(units.words(end - 1, end)) <= 3 and units.words(end - 1, end).islower())):
            end -= 1
        if units.is_class(start, "ABOUT") and end == start + 1 and not units.words(start, end).lower().endswith(("dédié", "dédiée", "commun", "commune", "conjoint", "conjointe", "dédiés")):
            end = start
    return end


def _unit_work(block: ReadBlock, units: Units, first: int, last: int, rule: str, url: str | None) -> Work:
    start, end = units.starts[first], units.ends[last - 1]
    return Work(start, end, block.text[start:end], str(units.values[first]), rule, url=url, year=_year(block.text, start))


def _work(block: ReadBlock, stretch: Stretch, kind: str | None, rule: str, url: str | None) -> Work:
    title = block.text[stretch.start : stretch.end].rstrip(" ,;.")
    return Work(stretch.start, stretch.end, title, kind or "other", rule, url=url, year=_year(block.text, stretch.end))


def _year(text: str, offset: int) -> int | None:
    """The first year behind an offset in its sentence."""
    stop = re.search(r"[.;!?](?=\s|$)", text[offset : offset + 120])
    match = YEAR.search(text, offset, offset + (stop.start() if stop else 120))
    return int(match.group()) if match else None
