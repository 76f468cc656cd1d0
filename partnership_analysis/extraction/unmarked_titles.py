"""Titles without marks that their place tells: behind `intitulé`, in apposition to their kind, before it, or ending with it.

`un guide de 40 pages, Vivre près du fleuve, …`; `a cookbook titled Broth and Bread`; `FIELD NOTES, a book by …`; `the Tidal Skills Survey
Report`. Every scan is bounded; what overlaps a title between marks is left out in `work_rules`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from partnership_analysis.extraction.units import ReadBlock, Units
from partnership_analysis.extraction.work import SENTENCE, YEAR, Work, is_legal_article, small_words, year_behind
from partnership_analysis.extraction.work_names import opens_title, title_end
from partnership_analysis.language.lexicon import Lexicon

IN_APPOSITION = "title in apposition"
"""The rule of titles between commas behind what they are."""
LONGEST = 16
"""Units of a title."""
NOUN_BEFORE = 12
COMMA_BEHIND = 10
"""Units between a kind of work and the comma before its title."""
KIND_BEHIND = 4
"""Units between the comma behind a title and its kind."""
LONGEST_ASIDE = 24
"""Units from a kind of work to the comma that closes the aside it opens."""
APPEARED = 14
"""Units between a kind of work and the words that say it appeared."""
SHORTEST = 3
"""Words of a title in capitals that stands between commas."""
ADDRESS = re.compile(r"[,:]? ?\(?https?://")
"""An address right behind a title."""
HEADED = ("guide", "report", "study")
"""Kinds with which a name in capitals may end."""


def titles_without_marks(block: ReadBlock, units: Units) -> Iterator[Work]:
    """The works of a block whose titles only their place tells."""
    capitals = bool(block.lexicon.setting("publications", "titles_in_capitals", False))
    for n in units.of_class("PUBLISHED"):
        if opens_title(units, n + 1) and units.words(n, n + 1).lower() in small_words(block, "titling"):
            yield from _named_by_verb(block, units, n, capitals)
    for n in units.of_class("KIND"):
        if is_legal_article(units, n):
            continue
        if not capitals:
            yield from _in_apposition(block, units, n)
        elif units.is_class(n + 1, "OF", "ABOUT", "STOP") and (apposed := _apposed_in_capitals(block, units, n)) is not None:
            yield apposed
        elif units.text[units.starts[n]].isupper() and (str(units.values[n]) in HEADED or ADDRESS.match(block.text, units.ends[n])):
            yield from _ending_with_kind(block, units, n)
        yield from _before_kind(block, units, n, capitals)


def _work(block: ReadBlock, units: Units, first: int, last: int, kind: str, rule: str) -> Work:
    start, end = units.starts[first], units.ends[last - 1]
    return Work(start, end, block.text[start:end], kind, rule, year=year_behind(block.text, end))


def _named_by_verb(block: ReadBlock, units: Units, verb: int, capitals: bool) -> Iterator[Work]:
    """`un guide intitulé Vivre près du fleuve`; `a festival called …` is none: its noun is no kind of work."""
    leans = units.words(verb - 2, verb).lower() in small_words(block, "leaning") or units.words(verb - 1, verb).lower() in small_words(
        block, "leaning"
    )
    for n in range(verb - 1, max(-1, verb - (2 * NOUN_BEFORE if leans else NOUN_BEFORE)), -1):
        if units.is_class(n, "NOT_WORK") or (units.is_class(n, *SENTENCE) and not (leans and units.is_class(n, ";"))):
            return
        if units.is_class(n, "KIND"):
            last = title_end(block, units, verb + 1) if capitals else _small_title_end(block, units, verb + 1)
            if last > verb + 1:
                yield _work(block, units, verb + 1, last, str(units.values[n]), "title behind a verb of naming")
            return


def _small_title_end(block: ReadBlock, units: Units, first: int) -> int:
    """The end of a title in small letters: the next sign, a question mark included, or a word that no title goes on with."""
    for n in range(first, min(len(units), first + LONGEST)):
        if units.is_class(n, "?", "!"):
            return n + 1
        if units.is_class(n, ",", ".", ";", ":", "(", ")", "PUBLISHED"):
            return n
        if units.is_class(n, "STOP") and units.words(n, n + 1).lower() not in small_words(block, "title_words"):
            return n
    return len(units) if len(units) - first <= LONGEST else first


def _in_apposition(block: ReadBlock, units: Units, kind: int) -> Iterator[Work]:
    """`un guide de 40 pages, Vivre près du fleuve, est paru`: closed by a sign, with a word in small letters, without a verb."""
    comma = next((n for n in range(kind + 1, min(len(units), kind + COMMA_BEHIND)) if not units.is_class(n, *INSIDE)), None)
    if comma is None or not units.is_class(comma, ",") or not opens_title(units, comma + 1):
        return
    first = comma + 1
    last = next((n for n in range(first, min(len(units), first + LONGEST)) if units.is_class(n, ",", ".", ";", ":", "(", ")")), None)
    if last is None or last - first < 2:
        return
    asked = units.is_class(last - 1, "?", "!")
    words = [units.words(n, n + 1) for n in range(first, last)]
    if any(word in small_words(block, "not_in_title") for word in words):
        return
    if asked or any(word.islower() and len(word) > 2 for word in words):
        yield _work(block, units, first, last, str(units.values[kind]), IN_APPOSITION)


def _apposed_in_capitals(block: ReadBlock, units: Units, kind: int) -> Work | None:
    """`A handbook for small mills, Water Is Patient, was printed`: between commas, with an article or a small verb among its capitals."""
    comma = next((n for n in range(kind + 2, min(len(units), kind + COMMA_BEHIND)) if not units.is_class(n, *INSIDE)), None)
    if comma is None or not units.is_class(comma, ",") or not opens_title(units, comma + 1):
        return None
    last = title_end(block, units, comma + 1)
    words = [units.words(n, n + 1).lower() for n in range(comma + 1, last)]
    goes_on = units.is_class(last, ",") and units.words(last + 1, last + 2).lower() in small_words(block, "title_ends")
    if len(words) < SHORTEST or not goes_on or not any(word in small_words(block, "telling_words") for word in words):
        return None
    return _work(block, units, comma + 1, last, str(units.values[kind]), IN_APPOSITION)


INSIDE = ("OF", "WORD", "NUMBER", "KIND_ADJECTIVE", "PERIODIC", "DEDICATED", "CAPITAL", "UPPER", "ABOUT", "AND", "'")


def _before_kind(block: ReadBlock, units: Units, kind: int, capitals: bool) -> Iterator[Work]:
    """`FIELD NOTES, a book by …, appeared in May`, at the start of a sentence."""
    comma = next((n for n in range(kind - 1, max(-1, kind - 1 - KIND_BEHIND), -1) if units.is_class(n, ",")), None)
    if comma is None or not all(units.is_class(n, "WORD", "KIND_ADJECTIVE", "NUMBER", "OF") for n in range(comma + 1, kind)):
        return
    first = next((n + 1 for n in range(comma - 1, max(-1, comma - LONGEST), -1) if units.is_class(n, *SENTENCE)), 0 if comma < LONGEST else comma)
    if comma - first < 2 or not units.text[units.starts[first]].isupper():
        return
    title = block.text[units.starts[first] : units.ends[comma - 1]]
    if not capitals and (opened := _inside_which(block, units, comma, kind)):
        yield _work(block, units, opened, comma, str(units.values[kind]), "title before its kind")
        return
    if not capitals and not title.isupper():
        if _is_apposed(block, units, first, comma, kind):
            work = _work(block, units, first, comma, str(units.values[kind]), "title before its kind")
            appeared = any(units.is_class(n, "PUBLISHED") for n in range(kind + 1, min(len(units), kind + LONGEST_ASIDE)))
            yield work if appeared else replace(work, year=None)
        return
    shouted = title.isupper()
    if not shouted and (not capitals or title_end(block, units, first) != comma or not any(word.islower() for word in title.split())):
        return
    behind = range(kind + 1, min(len(units), kind + APPEARED))
    if any(units.is_class(n, "PUBLISHED") or YEAR.fullmatch(units.words(n, n + 1)) for n in behind):
        yield _work(block, units, first, comma, str(units.values[kind]), "title before its kind")


def _inside_which(block: ReadBlock, units: Units, comma: int, kind: int) -> int:
    """Where a title behind `dans` begins that a comma and its kind follow: `on l'entend dans Les Nuits du port, un podcast que …`; 0 where none does."""
    if comma + 2 != kind or units.words(comma + 1, kind).lower() not in small_words(block, "determiners"):
        return 0
    if not units.is_class(kind + 1, "OF", "PUBLISHED") and units.words(kind + 1, kind + 2).lower() not in small_words(block, "relatives"):
        return 0
    for n in range(comma - 2, max(0, comma - LONGEST), -1):
        if units.is_class(n, ",", "(", ")", "«", "»", *SENTENCE):
            return 0
        if units.words(n, n + 1).lower() in small_words(block, "containers"):
            return n + 1 if opens_title(units, n + 1) and comma - n > 2 else 0
    return 0


def _is_apposed(block: ReadBlock, units: Units, first: int, comma: int, kind: int) -> bool:
    """Whether a title opens its sentence, with what it is between commas and the verb behind: `Échos du fleuve, le podcast de la Ligue, compte …`."""
    if comma + 2 != kind or units.words(comma + 1, kind).lower() not in small_words(block, "determiners"):
        return False
    opening = units.words(first, first + 1).lower()
    if (
        opening in openers(block.lexicon)
        or opening.endswith(tuple(block.lexicon.setting("actions", "bare_states", ())))
        or units.is_class(first, "OF", "ABOUT", "STOP", "KIND", "READ")
    ):
        return False
    if not any(units.is_class(n, "WORD") and len(units.words(n, n + 1)) > 3 and units.words(n, n + 1).islower() for n in range(first + 1, comma)):
        return False
    closing = next((n for n in range(kind + 1, min(len(units), kind + LONGEST_ASIDE)) if units.is_class(n, ",", *SENTENCE)), None)
    return (
        closing is not None and units.is_class(closing, ",") and units.words(closing + 1, closing + 2).lower() in small_words(block, "apposed_verbs")
    )


@cache
def openers(lexicon: Lexicon) -> frozenset[str]:
    """Words that open an adverbial at the head of a sentence, in small letters."""
    adverbs = (entry.form.lower() for entry in lexicon.vocabulary("actions").by_class.get("ADVERB", ()))
    return frozenset(
        (
            *lexicon.setting("actions", "openers", ()),
            *adverbs,
            *lexicon.setting("publications", "determiners", ()),
            *lexicon.setting("publications", "no_title_starts", ()),
        )
    )


def _ending_with_kind(block: ReadBlock, units: Units, kind: int) -> Iterator[Work]:
    """`State of the Estuary Report 2021`: a run of capitals that ends with a kind of work, none of them the document's own (`This …`)."""
    first = kind
    addressed = ADDRESS.match(block.text, units.ends[kind]) is not None
    while first > 0 and kind - first < LONGEST:
        before = first - 1
        if _capital(units, before) or (first < kind and YEAR.fullmatch(units.words(before, first))):
            first = before
        elif (units.is_class(before, "OF", "AND", "ABOUT") or (addressed and units.is_class(before, ":"))) and _capital(units, before - 1):
            first = before - 1
        else:
            break
    while first < kind and units.words(first, first + 1).lower() in small_words(block, "determiners"):
        first += 1
    last = kind + 1
    if kind - first < 1 or _capital(units, last) or units.words(first - 1, first).lower() in small_words(block, "own_words"):
        return
    if YEAR.fullmatch(units.words(last, last + 1)):
        last += 3 if units.is_class(last + 1, "–", "-", "/") and units.is_class(last + 2, "NUMBER") else 1
    if kind - first > 1 or units.is_class(kind - 1, "CAPITAL", "NOT_WORK"):
        yield _work(block, units, first, last, str(units.values[kind]), "name that ends with its kind")


def _capital(units: Units, unit: int) -> bool:
    return 0 <= unit < len(units) and units.text[units.starts[unit]].isupper()
