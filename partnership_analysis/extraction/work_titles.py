"""Works named by a title between quotation marks, in emphasis or in a link: the nearest noun says whether it is a work."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from partnership_analysis.extraction.titles import Stretch
from partnership_analysis.extraction.units import ReadBlock, Units
from partnership_analysis.extraction.work import (
    BEFORE,
    FAMILY,
    SENTENCE,
    Work,
    is_container,
    is_legal_article,
    is_spoken,
    small_words,
    url_around,
    work_of,
)
from partnership_analysis.extraction.work_names import WITHOUT_SUBJECT, subject_end, unit_work

AFTER = 5
FAR_AFTER = 20
"""Units behind a title that words such as `sous le titre` announce, in which its kind may stand."""
LONGEST_BRACKET = 12
LONGEST_CREDIT = 4
REFERENCE = re.compile(r"(?:,(?: [^.;\n]{2,80},)? | ?\((?:[^().;\n]{2,60}, )?)(?:19|20)\d\d\b")


def titled_works(block: ReadBlock, units: Units, found: Sequence[Stretch], following: ReadBlock | None) -> Iterator[Work]:
    """Titles in quotation marks, emphasis or links, whose nearest noun is a kind of work."""
    taken = 0
    previous: tuple[int, str] | None = None
    conjunctions = frozenset(entry.form for entry in block.lexicon.vocabulary("connectors").by_class.get("AND", ()))
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
            if previous is not None and block.text[previous[0] : stretch.outer_start].strip(" ,;") in conjunctions | {""}:
                kind: str | None = previous[1]
            else:
                kind = _kind_beside(block, units, stretch)
            if kind == "other" and _has_kind_before(block, units, units.at(stretch.outer_start)):
                kind = _kind_following(block, units, stretch, following)
            work = work_of(block, stretch, kind, f"title {stretch.how}", url_around(stretch, links)) if kind is not None else None
        if work is not None:
            taken = stretch.outer_end
            previous = (taken, work.kind)
            yield work


def _has_kind_before(block: ReadBlock, units: Units, unit: int) -> bool:
    return any(units.is_class(n, "KIND") and not is_container(block, units, n) for n in range(max(0, unit - BEFORE), unit))


def _linked(block: ReadBlock, units: Units, stretch: Stretch, quotes: Sequence[Stretch]) -> Work | None:
    """A link whose own words name a kind of work, or a title behind one."""
    first, last = units.at(stretch.start), units.at(stretch.end - 1) + 1
    inner = bisect_left(quotes, stretch.start, key=lambda quote: quote.outer_start)
    if inner < len(quotes) and quotes[inner].outer_end <= stretch.end:
        return None
    if block.text[stretch.start : stretch.end].lower().startswith(tuple(f"{word} " for word in small_words(block, "calls"))):
        return None
    kinds = [n for n in range(first, last) if units.is_class(n, "KIND")]
    if any(units.is_class(n, "READ") for n in range(first, last)):
        kinds = [n for n in kinds if n > first] or kinds
        if not kinds:
            return None
        end = subject_end(block, units, kinds[-1], last)
        bare = end - kinds[-1] < 2 and str(units.values[kinds[-1]]) not in WITHOUT_SUBJECT
        if bare and not (stretch.url and " " in units.words(kinds[-1], end)):
            return None
        return unit_work(block, units, kinds[-1], end, "link to a work", stretch.url)
    if kinds and kinds[-1] == last - 1 and " " in block.text[stretch.start : stretch.end] and stretch.url:
        while units.words(first, first + 1).lower() in small_words(block, "determiners"):
            first += 1
        start = units.starts[first]
        return Work(start, stretch.end, block.text[start : stretch.end], str(units.values[kinds[-1]]), "link that names a work", url=stretch.url)
    if kinds and kinds[0] - first <= 2:
        return unit_work(block, units, kinds[0], last, "link that names a work", stretch.url) if last - kinds[0] > 1 else None
    kind = _kind_beside(block, units, stretch)
    return work_of(block, stretch, kind, "title linked", stretch.url) if kind is not None and last - first > 1 else None


def _kind_beside(block: ReadBlock, units: Units, stretch: Stretch) -> str | None:
    """The kind of work that a title is given: by the nearest noun before it in its sentence, else by one right behind it."""
    first = units.at(stretch.outer_start)
    if stretch.how == "quoted" and is_spoken(block, units, first):
        return None
    contained = stretch.how != "linked" and units.words(first - 1, first).lower() in small_words(block, "containers")
    if contained and _has_kind_before(block, units, first) and units.is_class(first - 2, "PUBLISHED"):
        return None  # where a work came out: `un article paru dans *Le Courrier*`
    kind, published, titled = _noun_before(block, units, stretch, first)
    if kind is not None:
        return kind or None
    after = units.at(stretch.outer_end)
    published = published or _is_credited(block, units, after)
    for n in range(after, min(len(units), after + (FAR_AFTER if titled else AFTER))):
        if units.is_class(n, *SENTENCE, ")"):
            break
        if units.is_class(n, "NOT_WORK"):
            return "other" if published else None
        medium = titled and units.words(n, n + 1).lower() in small_words(block, "media")
        if units.is_class(n, "KIND") and units.is_class(after, ",", "(", "–") and not medium and not is_legal_article(units, n):
            return str(units.values[n])
        published = published or (units.is_class(n, "PUBLISHED") and not _is_noun(block, units, n))
    if _is_episode(block, units, first):
        return "podcast"
    long = len(block.text[stretch.start : stretch.end].split()) >= 2
    return "other" if long and (published or _is_reference(block, stretch)) else None


def _is_noun(block: ReadBlock, units: Units, unit: int) -> bool:
    """Whether a word of publication is a noun behind its article: `un produit`."""
    return units.is_class(unit - 1, "WORD") and units.words(unit - 1, unit).lower() in small_words(block, "determiners")


def _noun_before(block: ReadBlock, units: Units, stretch: Stretch, first: int) -> tuple[str | None, bool, bool]:
    """The kind that the nearest noun before a title gives, empty where that noun is none of a work and None where there is none;
    whether words of publication stand between, and whether they say that a title follows (`sous le titre`).

    A noun in a complement does not count where a sign parts it from the title: `un article sur le projet : « … »`.
    """
    parted = units.is_class(first - 1, ",", ":", "(", "–")
    small = block.text[stretch.start].islower()  # a title begins with a capital, unless its kind stands right before it
    published = titled = passed = False
    n = first - 1
    least = max(-1, first - 1 - BEFORE)
    while n > least:
        if units.is_class(n, *SENTENCE):
            break
        if units.is_class(n, ")"):
            opening = next((k for k in range(n - 1, max(-1, n - LONGEST_BRACKET), -1) if units.is_class(k, "(")), None)
            if opening is None or opening == 0:
                break
            n = opening - 1
            continue
        if units.is_class(n, "NOT_WORK"):
            if not parted or not _is_complement(block, units, n):
                return "", published, titled
            passed = True
        elif units.is_class(n, "KIND") and not is_legal_article(units, n) and not is_container(block, units, n) and not _is_done(block, units, n):
            return (str(units.values[n]) if not small or first - n <= (1 if parted else 2) else ""), published, titled
        if stretch.how == "linked" and units.is_class(n, "AND", ","):
            return "", published, titled
        if units.is_class(n, "PUBLISHED", "PUBLISHES"):
            published = published or units.words(n, n + 1).lower() not in small_words(block, "naming")
            titled = titled or units.words(n, n + 1).lower() in small_words(block, "titling")
        n -= 1
    return ("" if passed else None), published, titled


def _is_done(block: ReadBlock, units: Units, unit: int) -> bool:
    """Whether a kind of work is a verb here: `used to map [bus stops](…)`."""
    return units.words(unit - 1, unit).lower() in small_words(block, "before_a_verb")


def _is_credited(block: ReadBlock, units: Units, after: int) -> bool:
    """Whether words right behind a title and its comma say whose work it is: `, written by`, `, a work of`."""
    behind = units.words(after + 1, after + 1 + LONGEST_CREDIT).lower()
    return units.is_class(after, ",") and behind.startswith(tuple(f"{words} " for words in small_words(block, "credits")))


def _is_complement(block: ReadBlock, units: Units, unit: int) -> bool:
    """Whether a noun completes another one: `un article sur le projet`, `an article on the scheme`."""
    return any(
        units.is_class(n, "OF", "ABOUT") or units.words(n, n + 1).lower() in small_words(block, "complement_words") for n in (unit - 1, unit - 2)
    )


def _is_episode(block: ReadBlock, units: Units, first: int) -> bool:
    """Whether an ordinal before a title counts it among the episodes told before in the block: `the fourth, "Salt"`."""
    counted = any(units.words(n, n + 1).lower() in small_words(block, "ordinals") for n in range(max(0, first - 2), first))
    return counted and any(units.is_class(n, "KIND") and units.values[n] == "podcast" for n in range(first))


def _is_reference(block: ReadBlock, stretch: Stretch) -> bool:
    """Whether a title stands as in a bibliography: `Martin P., *Title*, Publisher, 2021.`"""
    return stretch.how == "emphasised" and REFERENCE.match(block.text, stretch.outer_end) is not None


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
