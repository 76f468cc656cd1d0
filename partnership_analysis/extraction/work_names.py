"""Works named without marks: a kind with its subject, a title in capitals, a series, a work told by its address.

Every scan is bounded; what overlaps a title between marks is left out in `work_rules`.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from partnership_analysis.extraction.titles import Stretch
from partnership_analysis.extraction.units import ReadBlock, Units
from partnership_analysis.extraction.work import (
    BEFORE,
    FAMILY,
    SENTENCE,
    YEAR,
    Work,
    is_container,
    is_legal_article,
    small_words,
    url_around,
    year_behind,
)
from partnership_analysis.language.lexicon import Lexicon

LONGEST_SUBJECT = 14
APPEARS = 16
"""Units from a kind of work to the verb that says it will appear."""
FAR_BEFORE = 8
"""Units from a verb of publication over its date to the work: `publiera au printemps 2024 un guide des haies`."""
WITHOUT_SUBJECT = ("press_release",)
"""Kinds that are named by themselves."""
OF_INSIDE = (" de ", " d'", " of ")
"""In a kind of work that has its subject in it: `recueil de témoignages`, `book of photographs`."""
COMPLEMENT = ("OF", "WORD", "CAPITAL", "UPPER", "NOT_WORK")
"""Units of a complement."""
BY_SUBJECT = ("guide", "report", "article", "press_release", "open_letter", "video", "study", "other", "podcast")


def series_of_podcasts(block: ReadBlock, units: Units) -> Iterator[Work]:
    """A series named beside its episodes: `deux podcasts … dans le cadre des Voix du fleuve`."""
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


def works_in_capitals(block: ReadBlock, units: Units, following: ReadBlock | None) -> Iterator[Work]:
    """A title without marks: `published Tides by Night, a handbook`, `a bulletin, The Mill Page, was sent`."""
    for n in units.of_class("KIND", "PUBLISHED", "PUBLISHES"):
        kind = str(units.values[n]) if units.is_class(n, "KIND") else None
        if kind is None and (aside := _title_aside(block, units, n)) is not None:
            yield aside
            continue
        first = n + 1
        if kind is not None:
            if units.is_class(first, ","):
                first += 1
            elif not block.lexicon.setting("publications", "titles_in_capitals", False):
                yield from _after_kind(block, units, n)
                continue
        last = title_end(block, units, first)
        words = last - first
        if words < 2 or not opens_title(units, first) or (first == n + 1 and units.text[units.starts[n]].isupper()):
            continue
        closed = last >= len(units) or units.is_class(last, ",", ".", "(", ";") or units.words(last, last + 1) in small_words(block, "title_ends")
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
                    units.starts[a],
                    units.ends[b - 1],
                    units.words(a, b),
                    kind,
                    "titles in capitals",
                    year=year_behind(block.text, units.ends[last - 1]),
                )
        elif closed and kind is not None:
            start, end = units.starts[first], units.ends[last - 1]
            yield Work(
                start, end, block.text[start:end], kind, "title in capitals", url=_address_after(block, end), year=year_behind(block.text, end)
            )


def _title_aside(block: ReadBlock, units: Units, published: int) -> Work | None:
    """A title between commas before a passive of bringing out: `A list of repairs, Safe and Dry, was published in May`."""
    if units.words(published, published + 1).lower() not in small_words(block, "brought_out"):
        return None
    last = next((n for n in range(published - 1, max(0, published - 4), -1) if units.is_class(n, ",")), 0)
    first = next((n + 1 for n in range(last - 2, max(0, last - LONGEST_SUBJECT), -1) if units.is_class(n, ",")), 0)
    if not first or last - first < 2 or last == published - 1 or not opens_title(units, first) or not units.text[units.starts[first - 2]].islower():
        return None
    if title_end(block, units, first) != last:
        return None
    start, end = units.starts[first], units.ends[last - 1]
    kinds: dict[str, str] = block.lexicon.setting("publications", "aside_kinds", {})
    kind = kinds.get(units.words(first - 2, first - 1).lower(), "other")
    return Work(start, end, block.text[start:end], kind, "title between commas", year=year_behind(block.text, end))


TITLED_SMALL = ("podcast", "guide", "video", "other")
"""Kinds that a title without marks follows at once: `le podcast Écoutilles`; a report or article is followed by its author as often."""


def _after_kind(block: ReadBlock, units: Units, kind: int) -> Iterator[Work]:
    """A title without marks in a language that writes titles small: `l'ouvrage collectif Les communs urbains, paru en 2022`."""
    first = kind + 1
    if units.is_class(first, "WORD", "KIND_ADJECTIVE", "NOT_WORK"):
        first += 1
    if not units.is_class(first, "CAPITAL", "READ") or not opens_title(units, first):
        return
    last = next((n for n in range(first + 1, min(len(units), first + 14)) if units.is_class(n, ",", "(", ".", ";", ":", "STOP")), first)
    if last > first and units.is_class(last, "STOP") and units.words(last, last + 1).lower() in small_words(block, "title_words"):
        whole = next((n for n in range(last + 1, min(len(units), first + 14)) if units.is_class(n, ",", "(", ".", ";", ":", "PUBLISHED")), last)
        appears = units.is_class(whole, ",", "(") and any(units.is_class(n, "PUBLISHED") for n in range(whole + 1, whole + 5))
        last = whole if appears and not any(units.words(n, n + 1) in small_words(block, "not_in_title") for n in range(last, whole)) else last
    beside = first == kind + 1 and units.values[kind] in TITLED_SMALL and units.words(kind, first).lower() not in small_words(block, "media")
    published = units.is_class(last, ",", "(") and any(
        units.is_class(n, "PUBLISHED") or YEAR.fullmatch(units.words(n, n + 1)) for n in range(last + 1, last + 5)
    )
    if last > first and (beside or (published and last - first >= 2)):
        start, end = units.starts[first], units.ends[last - 1]
        yield Work(start, end, block.text[start:end], str(units.values[kind]), "title behind its kind", year=year_behind(block.text, end))


def opens_title(units: Units, unit: int) -> bool:
    """Whether a word has a capital, whatever else it means."""
    return 0 <= unit < len(units) and units.text[units.starts[unit]].isupper() and not units.is_class(unit, "UPPER")


def _has_findings(units: Units, first: int, longest: int) -> bool:
    return any(units.is_class(n, "FINDINGS") for n in range(first, min(len(units), first + longest)))


@cache
def _months(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form.lower() for form in lexicon.setting("time", "MONTH", ()))


def title_end(block: ReadBlock, units: Units, first: int) -> int:
    """The end of a title in capitals: words with a capital, small words and colons between them."""
    months = _months(block.lexicon)
    end = first
    while end < len(units) and end - first < 16:
        if units.is_class(end, "CAPITAL", "UPPER", "LETTER") or (units.text[units.starts[end]].isupper() and not units.is_class(end, "AND")):
            end += 1
            continue
        ahead = end
        while (
            ahead < len(units)
            and ahead - end < 3
            and (units.words(ahead, ahead + 1) in small_words(block, "title_words") or units.is_class(ahead, "OF", "AND", "ABOUT", ":"))
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


def works_with_address(block: ReadBlock, units: Units) -> Iterator[Work]:
    """A kind of work that only its address tells: `the technical note is available at https://…`."""
    for n in units.of_class("KIND"):
        end = units.ends[n]
        position = block.source(end - 1, end).end
        url = _address_after(block, end)
        if url is None or not block.document.text[position : position + 60].lstrip().startswith(
            ("(", ":", "http", *small_words(block, "address_leads"))
        ):
            continue
        first = n
        while (
            first > 0
            and n - first < 2
            and units.is_class(first - 1, "WORD", "KIND_ADJECTIVE")
            and units.words(first - 1, first) not in small_words(block, "determiners")
        ):
            first -= 1
        if first < n or units.is_class(n + 1, "OF"):
            last = subject_end(block, units, n, len(units))
            start, stop = units.starts[first], units.ends[last - 1]
            yield Work(start, stop, block.text[start:stop], str(units.values[n]), "work with its address", url=url)


def works_by_subject(block: ReadBlock, units: Units, found: Sequence[Stretch], used: Collection[int]) -> Iterator[Work]:
    """A kind of work with its subject, year or partners, without marks: `rapport annuel 2022`, `article dédié`, `guide sur les haies`."""
    last = 0
    links = [s for s in found if s.how == "linked"]
    for n in units.of_class("KIND"):
        kind = str(units.values[n])
        if (
            n < last
            or n in used
            or kind not in BY_SUBJECT
            or is_legal_article(units, n)
            or is_container(block, units, n)
            or units.words(n, n + 1).lower() in small_words(block, "only_titled")
            or units.is_class(n - 1, "NOT_WORK", "KIND")
            or _is_read_out(block, units, n)
        ):
            continue
        end = subject_end(block, units, n, len(units))
        if n == 0 and kind == "report" and units.is_class(end, ":") and block.block.kind != "list_item":
            continue  # the label of what follows: `Bilan 2021 : …`
        bare = end == n + 1
        if (
            bare
            and units.is_class(end, "WORD")
            and units.is_class(end + 1, ",", "(", "PUBLISHED", "STOP")
            and _is_published(block, units, n, end + 1)
        ):
            end, bare = end + 1, False
        elif bare and kind not in WITHOUT_SUBJECT and (_holds_its_subject(block, units, n) or _of_an_occasion(block, units, n)):
            pass
        elif (bare and kind not in WITHOUT_SUBJECT) or (not bare and not _tells(block, units, n, end)):
            continue
        last = end
        if _has_footnote(block, units.ends[end - 1]):
            continue
        yield unit_work(
            block,
            units,
            n,
            end,
            "kind with its subject",
            url_around(Stretch("linked", units.starts[n], units.ends[n], units.starts[n], units.ends[n]), links),
        )


def _is_read_out(block: ReadBlock, units: Units, kind: int) -> bool:
    """Whether a kind of work is a talk: `gave a paper on eels`."""
    verbs = {units.words(n, n + 1).lower() for n in range(max(0, kind - 3), kind)}
    return units.words(kind, kind + 1).lower() in small_words(block, "read_out") and bool(verbs & small_words(block, "reading_out"))


def _holds_its_subject(block: ReadBlock, units: Units, kind: int) -> bool:
    """Whether a kind of work that is published has its subject in it: `recueil de témoignages`."""
    return any(of in units.words(kind, kind + 1) for of in OF_INSIDE) and _is_published(block, units, kind, kind + 1)


def _of_an_occasion(block: ReadBlock, units: Units, kind: int) -> bool:
    """Whether a report is named by its occasion and an adjective: `final audit report`."""
    return units.is_class(kind - 1, "PERIODIC") and units.words(kind, kind + 1).lower() in small_words(block, "occasional")


def _has_footnote(block: ReadBlock, end: int) -> bool:
    """Whether a footnote follows, which names the work in full."""
    position = block.source(end - 1, end).end
    return block.document.text.startswith("[^", position)


def _tells(block: ReadBlock, units: Units, kind: int, end: int) -> bool:
    """Whether what follows a kind of work names it: a subject, a year, or an adjective that only a known work has."""
    about = any(units.is_class(n, "ABOUT") for n in range(kind + 1, end))
    year = any(YEAR.fullmatch(units.words(n, n + 1)) for n in range(kind + 1, end))
    dedicated = any(units.is_class(n, "DEDICATED") for n in range(kind + 1, end))
    complement = any(units.is_class(n, "OF") for n in range(kind + 1, end))
    if complement and units.words(kind, kind + 1).lower() in small_words(block, "studied"):
        return True
    if units.is_class(end - 1, "PERIODIC") and " " in units.words(kind, kind + 1):
        return True
    if units.is_class(kind + 1, "PERIODIC") and _will_appear(block, units, end):
        return True
    return about or year or dedicated or (complement and (_is_periodic(units, kind) or _is_published(block, units, kind, end)))


def _will_appear(block: ReadBlock, units: Units, end: int) -> bool:
    """Whether the sentence goes on to say that the work is still to appear: `Le rapport final, confié à la Ligue, paraîtra en mai`."""
    words = small_words(block, "will_appear")
    for n in range(end, min(len(units), end + APPEARS)):
        if units.is_class(n, *SENTENCE):
            return False
        if units.words(n, n + 1).lower() in words or units.words(n, n + 2).lower() in words:
            return True
    return False


def _is_published(block: ReadBlock, units: Units, kind: int, end: int) -> bool:
    """Whether a guide or the like is told as published: `un guide de l'apprentissage a été édité`, `publie un recueil de témoignages`."""
    if units.values[kind] not in ("guide", "other"):
        return False
    dated = any(units.is_class(n, "NUMBER") for n in range(max(0, kind - 3), kind)) and not any(
        units.is_class(n, *SENTENCE, ",") for n in range(max(0, kind - FAR_BEFORE), kind)
    )
    before = range(max(0, kind - (FAR_BEFORE if dated else 3)), kind)
    return any(
        units.is_class(n, "PUBLISHED", "PUBLISHES") or units.words(n, n + 1).lower() in small_words(block, "publishing") for n in before
    ) or any(units.is_class(n, "PUBLISHED") for n in range(end, min(len(units), end + 3)))


def subject_end(block: ReadBlock, units: Units, kind: int, limit: int) -> int:
    """The end of a kind of work with its adjectives and subject."""
    end = kind + 1
    while end < limit and units.is_class(end, "KIND_ADJECTIVE", "PERIODIC", "DEDICATED"):
        end += 1
    if units.is_class(end, "OF") and units.words(kind, kind + 1).lower() in small_words(block, "studied"):
        return _about_end(block, units, end, limit)
    if units.is_class(end, "OF"):
        last = end
        while last < limit and last - end < 10 and (units.is_class(last, *COMPLEMENT) or (last == end + 1 and units.is_class(last, "KIND"))):
            last += 1
        if units.is_class(last, "ABOUT") and last < limit and not _is_periodic(units, kind) and str(units.values[kind]) == "report":
            end = last
        elif _is_periodic(units, kind) or _is_published(block, units, kind, _complement_end(units, end, limit)):
            last = _complement_end(units, end, limit)
            while last < limit and units.is_class(last, "KIND_ADJECTIVE"):
                last += 1
            return last
    if end < limit and YEAR.fullmatch(units.words(end, end + 1)):
        end += 1
        if end + 1 < limit and units.is_class(end, "–", "-", "/") and units.is_class(end + 1, "NUMBER"):
            end += 2
        return end
    return _about_end(block, units, end, limit) if end < limit and units.is_class(end, "ABOUT") else end


def _about_end(block: ReadBlock, units: Units, start: int, limit: int) -> int:
    """The end of `sur les haies`, `of winter ferries` from its preposition; the preposition itself where no words follow it."""
    end = start + 1
    while end < limit and end - start < LONGEST_SUBJECT:
        if units.is_class(end, "AND") and (
            units.words(end + 1, end + 2).lower() in small_words(block, "determiners") or units.is_class(end + 1, "KIND")
        ):
            break
        if units.is_class(end, "STOP", "PUBLISHED", "READ", "NUMBER") or not (
            units.text[units.starts[end]].isalpha() or units.words(end, end + 1) in ("&", "-", "'", "'s")
        ):
            break
        end += 1
    while end > start + 1 and (
        units.is_class(end - 1, "OF", "AND", "ABOUT") or (len(units.words(end - 1, end)) <= 3 and units.words(end - 1, end).islower())
    ):
        end -= 1
    return start if end == start + 1 else end


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
    while end < limit and end - start < 8 and (units.is_class(end, *COMPLEMENT) or (end == start + 1 and units.is_class(end, "KIND"))):
        end += 1
        if not units.is_class(end - 1, "OF") and not units.is_class(end, "OF", "CAPITAL", "UPPER"):
            break
    closed = units.is_class(end + 1, "STOP", "PUBLISHED", ",", ".", "(", ";") or end + 1 >= len(units)
    if start + 1 < end < limit and units.is_class(end, "WORD") and closed:
        end += 1
    return end if end > start + 1 else start


def unit_work(block: ReadBlock, units: Units, first: int, last: int, rule: str, url: str | None) -> Work:
    """The work that units name, the adjectives before its kind included."""
    kind = str(units.values[first])
    while first > 0 and units.is_class(first - 1, "PERIODIC", "KIND_ADJECTIVE"):
        first -= 1
    start, end = units.starts[first], units.ends[last - 1]
    return Work(start, end, block.text[start:end], kind, rule, url=url, year=year_behind(block.text, start))
