"""The shapes in which a block names a work: a title beside its kind, an entry of a list, a kind with its subject.

Reads the units of `lexicons/<language>/publications.toml` and the marked stretches of `titles`. Offsets are the view's. Every scan is bounded.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
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
REFERENCE = re.compile(r",(?: [^.;\n]{2,80},)? (?:19|20)\d\d\b")
SMALL_WORDS = ("on", "in", "a", "the", "to", "for", "with", "at", "by", "from", "an", "un", "une", "le", "la", "les", "en", "à", "sur", "pour")
DETERMINERS = (
    "the",
    "a",
    "an",
    "this",
    "our",
    "its",
    "their",
    "le",
    "la",
    "les",
    "un",
    "une",
    "son",
    "sa",
    "ce",
    "cette",
    "notre",
    "that",
    "and",
    "et",
    "in",
    "en",
)
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
    if announced == "other" and own is not None and (own <= 2 or units.is_class(own - 1, ",", "(")):
        kind = str(units.values[own])
    link = next((s for s in found if s.how == "linked"), None)
    url = link.url if link else None
    for how in ("quoted", "linked", "emphasised"):
        stretch = next((s for s in found if s.how == how and s.depth == 0), None)
        if stretch is not None and (how != "quoted" or _most_of(block, stretch, link)):
            if announced == "other" and how == "linked" and own is None and len(block.text[stretch.start : stretch.end].split()) < 3:
                return []
            return [_work(block, stretch, kind, f"list of works, {how}", url)]
    end = re.search(r"\s*(?:[,(;]|\s[–-]\s|\.$|$)", block.text)
    last = end.start() if end else len(block.text)
    if last < 8:
        return []
    return [Work(0, last, block.text[:last], kind, "list of works", year=_year(block.text, last))]


def _most_of(block: ReadBlock, stretch: Stretch, link: Stretch | None) -> bool:
    """Whether quoted words are the title of an entry and not a term inside it."""
    whole = (link.start, link.end) if link else (0, len(block.text))
    if stretch.outer_start <= whole[0] + 1:
        return True
    return stretch.end - stretch.start >= 0.4 * (whole[1] - whole[0])


def works(block: ReadBlock, following: ReadBlock | None) -> list[Work]:
    """The works that a block names outside lists of works, in reading order."""
    units = block.units(*FAMILY)
    if next(units.of_class("KIND", "PUBLISHED"), None) is None and block.block.kind != "footnote":
        return []
    found = stretches(block)
    taken = Taken()
    for stretch in found:
        if stretch.how == "quoted" and not stretch.depth:
            taken.add(stretch.outer_start, stretch.outer_end)
    named = list(_titled(block, units, found, following))
    for work in named:
        taken.add(work.start, work.end)
    for candidates in (_series(block, units), _in_capitals(block, units, following), _with_address(block, units)):
        for work in candidates:
            if taken.free(work.start, work.end):
                named.append(work)
                taken.add(work.start, work.end)
    if not _is_title_line(block):
        used = frozenset(n for w in named for n in range(max(0, units.at(w.start) - BEFORE), units.at(w.start)) if units.is_class(n, "KIND"))
        named.extend(w for w in _by_subject(block, units, found, used) if taken.free(w.start, w.end))
    return sorted(named, key=lambda w: (w.start, w.end))


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
    return block.block.kind in ("heading", "front_matter") or (
        block.block.kind in ("paragraph", "caption") and len(text) < 100 and text[-1:] not in '.;:!?»”"'
    )


def _titled(block: ReadBlock, units: Units, found: Sequence[Stretch], following: ReadBlock | None) -> Iterator[Work]:
    """Titles in quotation marks, emphasis or links, whose nearest noun is a kind of work."""
    taken = 0
    links = [s for s in found if s.how == "linked"]
    quotes = [s for s in found if s.how == "quoted"]
    for stretch in found:
        if stretch.start < taken or stretch.depth or len(block.text[stretch.start : stretch.end]) < 3:
            continue
        if taken and block.text[taken : stretch.outer_start].strip("*_ ") == "(":
            continue  # the same title in another language
        if stretch.how == "linked":
            work = _linked(block, units, stretch, quotes)
        else:
            kind = _kind_beside(block, units, stretch)
            if kind == "other":
                kind = _kind_following(block, units, stretch, following)
            work = _work(block, stretch, kind, f"title {stretch.how}", _url_around(stretch, links)) if kind is not None else None
        if work is not None:
            taken = stretch.outer_end
            yield work


def _linked(block: ReadBlock, units: Units, stretch: Stretch, quotes: Sequence[Stretch]) -> Work | None:
    """A link whose own words name a kind of work, or a title behind one."""
    first, last = units.at(stretch.start), units.at(stretch.end - 1) + 1
    inner = bisect_left(quotes, stretch.start, key=lambda quote: quote.outer_start)
    if inner < len(quotes) and quotes[inner].outer_end <= stretch.end:
        return None
    kinds = [n for n in range(first, last) if units.is_class(n, "KIND")]
    if any(units.is_class(n, "READ") for n in range(first, last)):
        kinds = [n for n in kinds if n > first] or kinds
        if not kinds:
            return None
        end = _subject_end(units, kinds[-1], last)
        bare = end - kinds[-1] < 2 and str(units.values[kinds[-1]]) not in WITHOUT_SUBJECT
        if bare and not (stretch.url and " " in units.words(kinds[-1], end)):
            return None
        return _unit_work(block, units, kinds[-1], end, "link to a work", stretch.url)
    if kinds and kinds[-1] == last - 1 and " " in block.text[stretch.start : stretch.end] and stretch.url:
        while units.words(first, first + 1).lower() in DETERMINERS:
            first += 1
        start = units.starts[first]
        return Work(start, stretch.end, block.text[start : stretch.end], str(units.values[kinds[-1]]), "link that names a work", url=stretch.url)
    if kinds and kinds[0] - first <= 2:
        return _unit_work(block, units, kinds[0], last, "link that names a work", stretch.url) if last - kinds[0] > 1 else None
    kind = _kind_beside(block, units, stretch)
    return _work(block, stretch, kind, "title linked", stretch.url) if kind is not None and last - first > 1 else None


def _kind_beside(block: ReadBlock, units: Units, stretch: Stretch) -> str | None:
    """The kind of work that a title is given: by the nearest noun before it in its sentence, else by one right behind it."""
    first = units.at(stretch.outer_start)
    how = stretch.how
    published = False
    small = block.text[stretch.start].islower()  # a title begins with a capital, unless its kind stands right before it
    for n in range(first - 1, max(-1, first - 1 - BEFORE), -1):
        if units.is_class(n, *SENTENCE) or units.is_class(n, ")"):
            break
        if units.is_class(n, "NOT_WORK"):
            return None
        if units.is_class(n, "KIND") and not _is_legal_article(units, n) and not _is_container(units, n):
            return str(units.values[n]) if not small or first - n <= 2 else None
        if how == "linked" and units.is_class(n, "AND", ","):
            return None
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
    return "other" if long and (published or _is_reference(block, stretch)) else None


def _is_reference(block: ReadBlock, stretch: Stretch) -> bool:
    """Whether a title stands as in a bibliography: `Martin P., *Title*, Publisher, 2021.`"""
    return stretch.how == "emphasised" and REFERENCE.match(block.text, stretch.outer_end) is not None


def _is_container(units: Units, unit: int) -> bool:
    """`in the Journal of …`, `dans la revue …`: where a work stands, not the work."""
    return any(units.words(n, n + 1).lower() in ("in", "dans") for n in range(max(0, unit - 2), unit))


def _is_legal_article(units: Units, unit: int) -> bool:
    """`article 12`, `articles L. 2113-12`."""
    if units.values[unit] != "article":
        return False
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


def _url_around(stretch: Stretch, links: Sequence[Stretch]) -> str | None:
    """The address of the link that holds a title."""
    index = bisect_left(links, stretch.end, key=lambda link: link.start)
    return links[index - 1].url if index and links[index - 1].end > stretch.start else None


def _series(block: ReadBlock, units: Units) -> Iterator[Work]:
    """A series named beside its episodes: `deux podcasts … dans le cadre des Échos urbains`."""
    for n in units.of_class("SERIES"):
        if not any(units.is_class(k, "KIND") and units.values[k] == "podcast" for k in range(max(0, n - 2 * BEFORE), n)):
            continue
        last = n + 1
        while units.is_class(last, "OF") and last - n < 3:
            last += 1
        first = last
        while (
            last < len(units)
            and last - first < 8
            and (units.is_class(last, "CAPITAL", "UPPER", "OF") or (last > first and units.is_class(last, "WORD")))
        ):
            last += 1
        while last > first and units.is_class(last - 1, "OF"):
            last -= 1
        if last > first and units.is_class(first, "CAPITAL", "UPPER"):
            yield Work(units.starts[first], units.ends[last - 1], units.words(first, last), "podcast", "series of podcasts")


def _in_capitals(block: ReadBlock, units: Units, following: ReadBlock | None) -> Iterator[Work]:
    """A title without marks: `published Learning on Shift, a handbook`, `a bulletin, The Quay Word, was sent`."""
    months = frozenset(form.lower() for form in block.lexicon.setting("time", "MONTH", ()))
    for n in units.of_class("KIND", "PUBLISHED"):
        kind = str(units.values[n]) if units.is_class(n, "KIND") else None
        first = n + 1
        if kind is not None:
            if units.is_class(first, ","):
                first += 1
            elif not block.lexicon.setting("publications", "titles_in_capitals", False):
                yield from _after_kind(block, units, n)
                continue
        last = _title_end(units, first, months)
        words = last - first
        if words < 2 or not units.is_class(first, "CAPITAL"):
            continue
        closed = (
            last >= len(units) or units.is_class(last, ",", ".", "(", ";") or units.words(last, last + 1) in ("in", "en", "on", "was", "were", "is")
        )
        if kind is None:
            after = next((k for k in range(last + 1, min(len(units), last + 5)) if units.is_class(k, "KIND")), None)
            kind = str(units.values[after]) if after is not None and units.is_class(last, ",") else None
            if kind is None and (words < 3 or not block.lexicon.setting("publications", "titles_in_capitals", False)):
                continue
        if closed and kind is None:
            kind = "study" if _has_findings(units, last, 60) or (following is not None and _has_findings(following.units(*FAMILY), 0, 4)) else "other"
        parted = (
            next((k for k in range(first + 2, last - 1) if units.is_class(k, "AND")), None) if units.words(n, n + 1).lower().endswith("s") else None
        )
        if closed and kind is not None and parted is not None and units.is_class(parted + 1, "CAPITAL"):
            for a, b in ((first, parted), (parted + 1, last)):
                yield Work(
                    units.starts[a], units.ends[b - 1], units.words(a, b), kind, "titles in capitals", year=_year(block.text, units.ends[last - 1])
                )
        elif closed and kind is not None:
            start, end = units.starts[first], units.ends[last - 1]
            yield Work(start, end, block.text[start:end], kind, "title in capitals", url=_address_after(block, end), year=_year(block.text, end))


def _after_kind(block: ReadBlock, units: Units, kind: int) -> Iterator[Work]:
    """A title without marks in a language that writes titles small: `l'ouvrage collectif Les communs urbains, paru en 2022`."""
    first = kind + 1
    if units.is_class(first, "WORD", "KIND_ADJECTIVE", "NOT_WORK"):
        first += 1
    if not units.is_class(first, "CAPITAL"):
        return
    last = next((n for n in range(first + 1, min(len(units), first + 14)) if units.is_class(n, ",", "(", ".", ";", ":", "STOP")), first)
    published = units.is_class(last, ",", "(") and (units.is_class(last + 1, "PUBLISHED") or YEAR.fullmatch(units.words(last + 1, last + 2)))
    if published and last - first >= 2:
        start, end = units.starts[first], units.ends[last - 1]
        yield Work(start, end, block.text[start:end], str(units.values[kind]), "title behind its kind", year=_year(block.text, end))


def _has_findings(units: Units, first: int, longest: int) -> bool:
    return any(units.is_class(n, "FINDINGS") for n in range(first, min(len(units), first + longest)))


def _title_end(units: Units, first: int, months: Collection[str]) -> int:
    """The end of a title in capitals: words with a capital, small words and colons between them."""
    end = first
    while end < len(units) and end - first < 16:
        if units.is_class(end, "CAPITAL", "UPPER", "LETTER") or (units.is_class(end, "KIND", "NOT_WORK") and units.text[units.starts[end]].isupper()):
            end += 1
            continue
        ahead = end
        while (
            ahead < len(units)
            and ahead - end < 3
            and (units.words(ahead, ahead + 1) in SMALL_WORDS or units.is_class(ahead, "OF", "AND", "ABOUT", ":"))
        ):
            ahead += 1
        if units.words(ahead, ahead + 1).lower() in months:
            break
        if ahead == end or not (
            units.is_class(ahead, "CAPITAL", "UPPER", "LETTER") or (ahead < len(units) and units.text[units.starts[ahead]].isupper())
        ):
            break
        end = ahead
    return end


def _address_after(block: ReadBlock, end: int) -> str | None:
    """The bare address that stands behind a title in its block."""
    position = block.source(end - 1, end).end
    for link in block.document.links[bisect_left(block.document.links, position, key=lambda one: one.words.start) :]:
        if link.words.start >= block.block.end:
            return None
        return link.url if link.words == link.span and "." not in block.document.text[position : link.words.start].strip(" .") else None
    return None


def _with_address(block: ReadBlock, units: Units) -> Iterator[Work]:
    """A kind of work that only its address tells: `the evaluation annex is available at https://…`."""
    for n in units.of_class("KIND"):
        end = units.ends[n]
        position = block.source(end - 1, end).end
        url = _address_after(block, end)
        if url is None or not block.document.text[position : position + 60].lstrip().startswith(
            ("is ", "are ", "can ", "at ", "(", "est ", ":", "sont ", "à ", "consultable", "disponible", "téléchargeable", "http")
        ):
            continue
        first = n
        while (
            first > 0 and n - first < 2 and units.is_class(first - 1, "WORD", "KIND_ADJECTIVE") and units.words(first - 1, first) not in DETERMINERS
        ):
            first -= 1
        if first < n or units.is_class(n + 1, "OF"):
            last = _subject_end(units, n, len(units))
            start, stop = units.starts[first], units.ends[last - 1]
            yield Work(start, stop, block.text[start:stop], str(units.values[n]), "work with its address", url=url)


def _by_subject(block: ReadBlock, units: Units, found: Sequence[Stretch], used: Collection[int]) -> Iterator[Work]:
    """A kind of work with its subject, year or partners, without marks: `rapport annuel 2022`, `article dédié`, `guide sur les achats`."""
    last = 0
    links = [s for s in found if s.how == "linked"]
    for n in units.of_class("KIND"):
        kind = str(units.values[n])
        if n < last or n in used or kind not in BY_SUBJECT or _is_legal_article(units, n) or units.is_class(n - 1, "NOT_WORK", "KIND"):
            continue
        end = _subject_end(units, n, len(units))
        bare = end == n + 1
        if (bare and kind not in WITHOUT_SUBJECT) or (not bare and not _tells(units, n, end)):
            continue
        last = end
        if _has_footnote(block, units.ends[end - 1]):
            continue
        yield _unit_work(
            block,
            units,
            n,
            end,
            "kind with its subject",
            _url_around(Stretch("linked", units.starts[n], units.ends[n], units.starts[n], units.ends[n]), links),
        )


def _has_footnote(block: ReadBlock, end: int) -> bool:
    """Whether a footnote follows, which names the work in full."""
    position = block.source(end - 1, end).end
    return block.document.text.startswith("[^", position)


def _tells(units: Units, kind: int, end: int) -> bool:
    """Whether what follows a kind of work names it: a subject, a year, or an adjective that only a known work has."""
    about = any(units.is_class(n, "ABOUT") for n in range(kind + 1, end))
    year = any(YEAR.fullmatch(units.words(n, n + 1)) for n in range(kind + 1, end))
    dedicated = any(units.is_class(n, "DEDICATED") for n in range(kind + 1, end))
    return about or year or dedicated or (_is_periodic(units, kind) and any(units.is_class(n, "OF") for n in range(kind + 1, end)))


def _subject_end(units: Units, kind: int, limit: int) -> int:
    """The end of a kind of work with its adjectives and subject."""
    end = kind + 1
    while end < limit and units.is_class(end, "KIND_ADJECTIVE", "PERIODIC", "DEDICATED"):
        end += 1
    if units.is_class(end, "OF"):
        last = end
        while last < limit and last - end < 10 and units.is_class(last, "OF", "WORD", "CAPITAL", "UPPER", "NOT_WORK"):
            last += 1
        if units.is_class(last, "ABOUT") and last < limit and not _is_periodic(units, kind) and str(units.values[kind]) == "report":
            end = last
        elif _is_periodic(units, kind):
            return _complement_end(units, end, limit)
    if end < limit and YEAR.fullmatch(units.words(end, end + 1)):
        end += 1
        if end + 1 < limit and units.is_class(end, "–", "-", "/") and units.is_class(end + 1, "NUMBER"):
            end += 2
        return end
    if end < limit and units.is_class(end, "ABOUT"):
        start = end
        end += 1
        while end < limit and end - start < LONGEST_SUBJECT:
            if units.is_class(end, "AND") and (units.words(end + 1, end + 2).lower() in DETERMINERS or units.is_class(end + 1, "KIND")):
                break
            if units.is_class(end, "STOP", "PUBLISHED", "READ", "NUMBER") or not (
                units.text[units.starts[end]].isalpha() or units.words(end, end + 1) in "&-'"
            ):
                break
            end += 1
        while end > start + 1 and (
            units.is_class(end - 1, "OF", "AND", "ABOUT") or (len(units.words(end - 1, end)) <= 3 and units.words(end - 1, end).islower())
        ):
            end -= 1
        if end == start + 1:
            end = start
    return end


def _is_periodic(units: Units, kind: int) -> bool:
    """`rapport annuel`, `bilan final`, `evaluation report`: a report that its occasion names."""
    return (
        units.is_class(kind + 1, "PERIODIC")
        or units.is_class(kind - 1, "PERIODIC")
        or (str(units.values[kind]) == "report" and " " in units.words(kind, kind + 1))
    )


def _complement_end(units: Units, start: int, limit: int) -> int:
    """The end of `de l'Observatoire des mobilités` from its preposition: the first noun, and what joins to it."""
    end = start
    while end < limit and end - start < 8 and units.is_class(end, "OF", "WORD", "CAPITAL", "UPPER", "NOT_WORK"):
        end += 1
        if not units.is_class(end - 1, "OF") and not units.is_class(end, "OF", "CAPITAL", "UPPER"):
            break
    return end if end > start + 1 else start


def _unit_work(block: ReadBlock, units: Units, first: int, last: int, rule: str, url: str | None) -> Work:
    kind = str(units.values[first])
    while first > 0 and units.is_class(first - 1, "PERIODIC", "KIND_ADJECTIVE"):
        first -= 1
    start, end = units.starts[first], units.ends[last - 1]
    return Work(start, end, block.text[start:end], kind, rule, url=url, year=_year(block.text, start))


def _work(block: ReadBlock, stretch: Stretch, kind: str | None, rule: str, url: str | None) -> Work:
    title = block.text[stretch.start : stretch.end].rstrip(" ,;.")
    return Work(stretch.start, stretch.end, title, kind or "other", rule, url=url, year=_year(block.text, stretch.end))


def _year(text: str, offset: int) -> int | None:
    """The first year behind an offset in its sentence."""
    stop = re.search(r"[.;!?](?=\s|$)", text[offset : offset + 120])
    match = YEAR.search(text, offset, offset + (stop.start() if stop else 120))
    return int(match.group()) if match else None
