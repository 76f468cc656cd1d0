"""The periods of a report: the agreement's own, the one looked at, and the report's own date.

Reads the dated rows of `dates` with the words before them in their block; the words are in `lexicons/<language>/periods.toml`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from partnership_analysis.extraction.moments import add_months
from partnership_analysis.extraction.numbers import spelt_amount
from partnership_analysis.extraction.records import TimeExpression
from partnership_analysis.extraction.units import ReadBlock
from partnership_analysis.language.words import split_words

Days = tuple[date | None, date | None]
"""First and last day, either of them open or not known."""
MOST = 400
"""Dates looked at from the beginning; beyond, only the last few."""
NEAR = 120
"""Characters before a date in which words tell what it dates."""
BESIDE = 60
"""Characters before years in which a noun says whose years they are."""
LONGEST_TITLE = 160
"""Characters of a title."""
LONGEST_LINE = 300
"""Characters of a block that tells when the report was made; a longer one tells a story."""
MONTHS = 12
"""Months of a year."""
MOST_YEARS = 30
"""Years of the longest agreement."""
HEAD = 8
"""Blocks in which a title, front matter and dateline stand."""
LONGEST_YEAR = 372
"""Days of a year, a school or financial year too."""
SENTENCE_ENDS = (". ", "! ", "? ", "\n")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A dated row with its block's number and the classes of the words before it: near, in its sentence; beside, just before."""

    row: TimeExpression
    block: int
    near: frozenset[str]
    last: str | None
    """Class of the nearest of these words."""
    alone: bool
    """Whether its block holds little else: a dateline, a line of front matter."""


@dataclass(frozen=True, slots=True)
class Periods:
    """The periods of a report, first and last days; None where it gives none."""

    agreement: Days
    """The agreement's own."""
    looked_at: Days
    """What the report looks at: the period it names, else the year of its title, else the agreement's."""
    reported: Days
    """The report's own date."""
    signed: date | None
    """The day that the report's beginning gives for the signature."""


def periods(blocks: Sequence[ReadBlock], dates: Sequence[TimeExpression]) -> Periods:
    """All the periods of a report at once."""
    placed = tuple(_placed(blocks, dates))
    agreement = _agreement_period(blocks, placed)
    return Periods(agreement, _reporting_period(blocks, placed) or agreement, _reported_on(blocks, placed), _signed(blocks, placed))


def _agreement_period(blocks: Sequence[ReadBlock], placed: Sequence[_Placed]) -> Days:
    """First and last day of the agreement's own period as the report gives them; None where it does not.

    In this order: what the text says it runs from and to; the days it began (or was signed) and expired; the years in the title; the years beside
    its name; a first or last day alone.
    """
    ranges = [one for one in placed if one.row.date_start and one.row.date_end and (one.row.date_end - one.row.date_start).days > 200]
    runs = [
        one
        for one in ranges
        if "RUNS" in one.near
        and one.last in ("RUNS", "AGREEMENT")
        and not {"REPORTING", "ELSE"} & one.near
        and (one.row.precision != "year" or "AGREEMENT" in one.near)
    ]
    exact = [one for one in runs if one.row.precision == "range" and not _whole_years(one.row)]
    first_day = _began(blocks, placed)
    began, end = first_day.row.date_start if first_day else None, _ended(placed)
    if first_day is not None and began is not None and end is None and (years_told := _years_told(blocks[first_day.block], first_day.row)):
        end = add_months(began, MONTHS * years_told) - timedelta(days=1)
    told_apart = began is not None and end is not None and began < end
    own = next((one for one in exact if "AGREEMENT" in one.near), None) or next((one for one in exact if not told_apart), None)
    if own is not None:
        return own.row.date_start, own.row.date_end
    several = [
        one
        for one in ranges
        if one.last == "AGREEMENT"
        or (_whole_years(one.row) and one.row.precision != "year")
        or (one.row.date_end or date.max).year - (one.row.date_start or date.min).year > 1
    ]
    titled = [one for one in several if one.block < HEAD and one.last != "ELSE" and (one.block < 3 or _kind(blocks, one) == "heading")]
    beside = [one for one in several if one.last == "AGREEMENT" and _longer_than_a_year(one.row)]
    over_years = [one for one in titled if one.block < 3 and _longer_than_a_year(one.row)]
    years = next(iter([one for one in titled if one.last == "AGREEMENT"] or over_years or beside), None)
    start = began or next((one.row.date_start for one in placed if one.last == "SIGNED" and one.row.precision in ("day", "time")), None)
    if years is None and not (start and end):
        years = next(iter([one for one in several if one.last == "AGREEMENT"] or titled or runs), None)
    if years is not None:
        first, last = years.row.date_start, years.row.date_end
        refined = end and last and end.year == last.year and end < last and start and first and start.year == first.year
        if refined and _whole_years(years.row):
            return start, end
        return first, last
    if start and end and start < end:
        return start, end
    single = next((one.row for one in runs), None)
    return (single.date_start, single.date_end) if single else (None, end)


def _signed(blocks: Sequence[ReadBlock], placed: Sequence[_Placed]) -> date | None:
    """The day beside a word of signing near the beginning, else the only one of an early sentence that tells of the signature of an agreement."""
    early = [one for one in placed if one.block < 2 * HEAD and one.row.precision in ("day", "time")]
    beside = next((one.row.date_start for one in early if one.last == "SIGNED"), None)
    return beside or next((one.row.date_start for one in early if one.block < HEAD and _before_its_signature(blocks[one.block], one, placed)), None)


def _before_its_signature(block: ReadBlock, one: _Placed, placed: Sequence[_Placed]) -> bool:
    """Whether the rest of a day's sentence, in which no other time stands, tells of the signature of an agreement: `Le 3 mai 2021, … la signature
    d'une charte`.
    """
    after, text = block.view.offset(one.row.end), block.text
    end = min((at for mark in SENTENCE_ENDS if (at := text.find(mark, after)) >= 0), default=len(text))
    if any(other is not one and other.block == one.block and after <= block.view.offset(other.row.start) < end for other in placed):
        return False
    hits = [hit.entry.word_class for hit in block.lexicon.vocabulary("periods").search(split_words(text[after:end], block.lexicon.splitter))]
    return any(first == "SIGNED" and second == "AGREEMENT" for first, second in pairwise(hits))


def _began(blocks: Sequence[ReadBlock], placed: Sequence[_Placed]) -> _Placed | None:
    """The first day, where a sentence gives it by itself: it took effect, the term began, it was made for three years from that day."""
    for one in placed:
        if one.last == "RUNS" and "AGREEMENT" in one.near and one.row.precision == "day":
            return one
        onwards = one.row.date_start and one.row.date_end is None and one.near & {"AGREEMENT", "SIGNED"} and "ELSE" not in one.near
        if onwards and _years_told(blocks[one.block], one.row):
            return one
    return None


def _years_told(block: ReadBlock, row: TimeExpression) -> int | None:
    """For how many years something is told to hold, near a day: `pour trois ans à compter du …`, `took effect on … for a term of five years`."""
    lexicon = block.lexicon
    ends, leads = frozenset(lexicon.setting("periods", "years", ())), tuple(lexicon.setting("periods", "lasting", ()))
    text = block.text[max(block.view.offset(row.start) - NEAR, 0) : block.view.offset(row.end) + BESIDE].lower()
    for before, number in re.findall(rf"((?:[^\W\d]+ ){{1,2}})(\w+) (?:{'|'.join(map(re.escape, ends))})\b", text):
        if not before.endswith(leads):
            continue
        spelt = None if number.isdecimal() else spelt_amount([number], lexicon.language)
        told = int(spelt.value) if spelt else int(number) if number.isdecimal() else 0
        if 1 <= told <= MOST_YEARS:
            return told
    return None


def _ended(placed: Sequence[_Placed]) -> date | None:
    """The last day, where a sentence gives it by itself: it ran until, the term ended."""
    until = [one for one in placed if one.last == "RUNS" and one.row.date_start is None]
    agreed = next((one.row.date_end for one in until if "AGREEMENT" in one.near), None)
    ended = [one for one in placed if one.last == "EXPIRES" and one.row.precision in ("day", "month") and one.row.date_end]
    return agreed or next((one.row.date_end for one in ended), None) or next((one.row.date_end for one in until), None)


def _reporting_period(blocks: Sequence[ReadBlock], placed: Sequence[_Placed]) -> Days | None:
    """First and last day of what the report looks at: the period it names, else the year of its title; None where it has neither."""
    for one in placed:
        if (
            one.block < 2 * HEAD
            and one.last == "REPORTING"
            and not _heads_a_paragraph(blocks[one.block], one.row)
            and one.row.date_start
            and one.row.date_end
            and 25 < (one.row.date_end - one.row.date_start).days < 800
        ):
            return _year_of(one.row)
    for one in placed:
        level = blocks[one.block].block.level if _kind(blocks, one) == "heading" else 1
        titled = one.block < 3 and level <= 1 and len(blocks[one.block].text) < LONGEST_TITLE and not _heads_a_paragraph(blocks[one.block], one.row)
        if titled and one.row.date_start and one.row.date_end and 80 < (one.row.date_end - one.row.date_start).days < 370 and one.last != "ELSE":
            return _year_of(one.row)
    return None


def _heads_a_paragraph(block: ReadBlock, row: TimeExpression) -> bool:
    """Whether a year belongs to the label that a paragraph opens with: `Bilan 2021 : sur 400 arbres, …` tells of that year in passing."""
    after = block.view.offset(row.end)
    return block.block.kind == "paragraph" and block.text[after : after + 2].strip()[:1] == ":" and len(block.text) - after > BESIDE


def _year_of(row: TimeExpression) -> Days:
    """The days of a row; of a season its year: it dates an issue, which looks back at the year."""
    if row.precision == "season" and row.date_start:
        return date(row.date_start.year, 1, 1), date(row.date_start.year, 12, 31)
    return row.date_start, row.date_end


def _reported_on(blocks: Sequence[ReadBlock], every: Sequence[_Placed]) -> Days:
    """The report's own date."""
    placed = [one for one in every if one.row.precision in ("day", "time", "month") and one.row.date_start]
    total = len(blocks)
    alone = [one for one in placed if one.alone]
    ways = (
        [one for one in placed if one.last == "REPORTED" and (one.alone or _heads_report(blocks, one))],
        [one for one in alone if one.block < HEAD and one.row.precision != "month"],
        [one for one in placed if one.last == "SESSION" and one.block < HEAD and _opens(blocks[one.block], one.row)],
        [one for one in alone if one.block < HEAD],
        [one for one in alone if one.block >= total - HEAD and one.row.precision == "day"],
    )
    found = next((way[0] for way in ways if way), None)
    return (found.row.date_start, found.row.date_end) if found else (None, None)


def _heads_report(blocks: Sequence[ReadBlock], one: _Placed) -> bool:
    """Whether a time stands in a short line of the report's beginning, not in an item that tells what was published when."""
    return one.block < 2 * HEAD and len(blocks[one.block].text) < LONGEST_LINE and _kind(blocks, one) != "list_item"


def _opens(block: ReadBlock, row: TimeExpression) -> bool:
    """Whether a day stands in the first sentence of its block."""
    offset = block.view.offset(row.start)
    return not any(block.text.find(mark, 0, offset) >= 0 for mark in SENTENCE_ENDS)


def fixed_year(month: int, start: date | None, end: date | None) -> int | None:
    """The year of a month where a period fixes it: the period holds that month once, or lies in one calendar year; else None."""
    if start is None or end is None or (end - start).days > 800:
        return None
    if start.year == end.year:
        return start.year
    years = [year for year in range(start.year, end.year + 1) if (start.year, start.month) <= (year, month) <= (end.year, end.month)]
    return years[0] if len(years) == 1 else None


def _placed(blocks: Sequence[ReadBlock], dates: Sequence[TimeExpression]) -> Iterator[_Placed]:
    """The rows with their blocks, in reading order; of very many the first and the last."""
    number = 0
    for row in dates if len(dates) <= MOST else [*dates[:MOST], *dates[-HEAD:]]:
        while number < len(blocks) and blocks[number].block.end <= row.start:
            number += 1
        if number == len(blocks):
            return
        block = blocks[number]
        if block.block.start > row.start:
            continue
        text = block.text
        offset = block.view.offset(row.start)
        first = max(max(text.rfind(end, 0, offset) for end in SENTENCE_ENDS), offset - NEAR, 0)
        hits = [
            hit.entry.word_class for hit in block.lexicon.vocabulary("periods").search(split_words(text[first : offset + 1], block.lexicon.splitter))
        ]
        if "TERM" in hits:  # the agreement's course by its own name: `the term began on`, `la durée de la convention court du`
            hits = [*hits, "AGREEMENT", *(["RUNS"] if hits[-1] == "TERM" else hits[-1:])]
        elif "AGREEMENT" not in hits and {"RUNS", "EXPIRES"} & {*hits} and _stands_for_agreement(block, first, offset):
            hits = ["AGREEMENT", *hits]
        alone = len(text) - (row.end - row.start) <= BESIDE and block.block.kind not in ("table_cell", "list_item")
        yield _Placed(row, number, frozenset(hits), hits[-1] if hits else None, alone)


def _stands_for_agreement(block: ReadBlock, first: int, offset: int) -> bool:
    """Whether a pronoun in the sentence of a time stands for the agreement that the sentence before names: `It took effect on …`."""
    last = min((at for mark in SENTENCE_ENDS if (at := block.text.find(mark, offset)) >= 0), default=len(block.text))
    words = block.text[first:last].lower().replace("'", " ").replace(",", " ").split()
    if first == 0 or not any(word in block.lexicon.setting("periods", "pronouns", ()) for word in words):
        return False
    before = max(0, max(block.text.rfind(mark, 0, first) for mark in SENTENCE_ENDS), first - NEAR)
    hits = block.lexicon.vocabulary("periods").search(split_words(block.text[before : first + 1], block.lexicon.splitter))
    return any(hit.entry.word_class == "AGREEMENT" for hit in hits)


def _kind(blocks: Sequence[ReadBlock], one: _Placed) -> str:
    return blocks[one.block].block.kind


def _longer_than_a_year(row: TimeExpression) -> bool:
    return ((row.date_end or date.max) - (row.date_start or date.min)).days > LONGEST_YEAR


def _whole_years(row: TimeExpression) -> bool:
    return bool(
        row.date_start and row.date_end and (row.date_start.month, row.date_start.day, row.date_end.month, row.date_end.day) == (1, 1, 12, 31)
    )
