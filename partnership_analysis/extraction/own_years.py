"""Years that a report defines itself: `FY2022-23 (1 August 2022 to 31 July 2023)`, `our financial year runs from 1 August to 31 July`.

Where a report says when its financial or school year begins, every such year of the report is read so.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from partnership_analysis.extraction.moments import Moment, Stretch, twelve_months
from partnership_analysis.extraction.time_reading import Found
from partnership_analysis.extraction.units import ReadBlock
from partnership_analysis.language.lexicon import Lexicon
from partnership_analysis.language.words import split_words

BETWEEN = re.compile(r"\s?[(=:,–-]?\s?(?:[^\W\d]{1,12} ?){0,3}")
"""What may stand between a year and the days it is said to have."""
BESIDE = 60
"""Characters before the days in which the kind of year is named."""
KINDS = ("FINANCIAL_YEAR", "SCHOOL_YEAR")
ANY_YEAR = 2001
MONTHS = 12
"""Months of a year named by itself; a pair of years has twice as many."""
DAYS_OF_A_YEAR = range(360, 372)


def with_own_years(blocks: Sequence[ReadBlock], found: list[tuple[Found, ...]]) -> list[tuple[Found, ...]]:
    """What was found, with the years that the report defines read as it says; the defining words without a year are no row."""
    months: dict[str, tuple[int, int]] = {}
    kept: list[tuple[Found, ...]] = []
    for block, expressions in zip(blocks, found, strict=True):
        _explained(block, expressions, months)
        kept.append(tuple(one for number, one in enumerate(expressions) if not _defines(block, expressions, number, months)))
    if any(_is_pair(one) for expressions in found for one in expressions):
        for block, expressions in zip(blocks, found, strict=True):
            _signed_pairs(block, expressions, months)
    if not months:
        return found
    return [tuple(_as_said(block, one, months) for one in expressions) for block, expressions in zip(blocks, kept, strict=True)]


def _defines(block: ReadBlock, expressions: Sequence[Found], number: int, months: dict[str, tuple[int, int]]) -> bool:
    """Whether an expression is the twelve months, year left out, of a kind of year; notes in `months` the month that a kind of year begins
    with, and how many years before the one that names it: 1 in `Fiscal Year 2023 (July 1, 2022 – June 30, 2023)`.
    """
    days, month = expressions[number], _first_month(expressions[number])
    if not month:
        return False
    before = expressions[number - 1] if number else None
    earlier = 0
    if before and (named := _year_named(before)) and BETWEEN.fullmatch(block.text, before.end, days.start):
        kind = _kind(block, before.start, before.end)
        first = days.says.first.year if isinstance(days.says, Stretch) and days.says.first else None
        earlier = 1 if named.months == MONTHS and named.year and first == named.year - 1 else 0
    else:
        kind = _kind(block, max(0, days.start - BESIDE), days.start)
    if kind:
        months.setdefault(kind, (month, earlier))
    return bool(kind) and isinstance(days.says, Stretch) and days.says.undated


def _explained(block: ReadBlock, expressions: Sequence[Found], months: dict[str, tuple[int, int]]) -> None:
    """Notes in `months`, for a pair of years that names no kind of year, that the report explains such as financial or school years:
    `years in the form 2023/24 denote financial years`.
    """
    for one in expressions:
        named = _year_named(one)
        after = block.text[one.end : one.end + BESIDE] if named and named.months == 2 * MONTHS and not _kind(block, one.start, one.end) else ""
        if not after:
            continue
        words = split_words(after, block.lexicon.splitter)
        kind = next((hit for hit in block.lexicon.vocabulary("time").search(words) if hit.entry.word_class in KINDS), None)
        between = after[: words.starts[kind.first]].lower() if kind else ""
        if kind and "." not in between and any(word in block.lexicon.setting("time", "means", ()) for word in between.split()):
            months.setdefault("", (int(kind.entry.value), 0))


def _signed_pairs(block: ReadBlock, expressions: Sequence[Found], months: dict[str, tuple[int, int]]) -> None:
    """Notes in `months`, for pairs of years, that the report says what those with a sign between them are: `years written with a stroke are
    financial years, April to March`, `a slash denotes an academic year`.
    """
    sign = _signs(block.lexicon).search(block.text)
    if sign is None:
        return
    end = block.text.find(". ", sign.end())
    said = block.text[sign.end() : end if end >= 0 else len(block.text)]
    words = split_words(said, block.lexicon.splitter)
    kind = next((hit for hit in block.lexicon.vocabulary("time").search(words) if hit.entry.word_class in KINDS), None)
    if kind is None or not set(said[: words.starts[kind.first]].lower().split()) & set(block.lexicon.setting("time", "means", ())):
        return
    after = sign.end() + words.ends[kind.last - 1]
    month = next((first for one in expressions if after <= one.start <= after + BESIDE and (first := _first_month(one))), None)
    months.setdefault("", (month or int(kind.entry.value), 0))


@cache
def _signs(lexicon: Lexicon) -> re.Pattern[str]:
    """The names of the signs between the two years of a pair."""
    words = sorted(lexicon.setting("time", "pair_signs", ()), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _is_pair(found: Found) -> bool:
    named = _year_named(found)
    return named is not None and named.months == 2 * MONTHS


def _first_month(found: Found) -> int | None:
    """The month in which a stretch of twelve whole months begins; None for any other."""
    says = found.says
    if not isinstance(says, Stretch) or says.first is None or says.last is None or says.first == says.last:
        return None
    start, end = (says.at(ANY_YEAR) if says.undated else says).days
    if start is None or end is None or start.day != 1 or (end - start).days not in DAYS_OF_A_YEAR:
        return None
    return start.month


def _year_named(found: Found) -> Moment | None:
    """The financial or school year, or pair of years, that an expression names."""
    if not isinstance(found.says, Stretch) or found.says.first is None or found.says.first != found.says.last:
        return None
    moment = found.says.first
    whole = moment.year is not None and moment.day is None and moment.code is None and moment.third is None
    return moment if whole and moment.months in (MONTHS, 2 * MONTHS) else None


def _kind(block: ReadBlock, start: int, end: int) -> str:
    """The class of the last kind of year named in a stretch: `FINANCIAL_YEAR`, `SCHOOL_YEAR`; empty where none is."""
    words = split_words(block.text[start:end], block.lexicon.splitter)
    named = [hit.entry.word_class for hit in block.lexicon.vocabulary("time").search(words) if hit.entry.word_class in KINDS]
    return named[-1] if named else ""


def _as_said(block: ReadBlock, found: Found, months: dict[str, tuple[int, int]]) -> Found:
    moment = _year_named(found)
    kind = _kind(block, found.start, found.end) if moment else ""
    defined = months.get(kind) if kind or (moment and moment.months == 2 * MONTHS) else None
    if defined is None or moment is None or moment.year is None:
        return found
    month, earlier = defined
    year = twelve_months(month, moment.year - (earlier if moment.months == MONTHS else 0))
    return replace(found, says=Stretch(year, year))
