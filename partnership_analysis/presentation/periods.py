"""Periods in words: `le 18 mars 2021`, `du 5 au 7 octobre 2022`, `in the third quarter of 2022`, `depuis janvier 2023`.

A period is two inclusive days and its EDTF string; the report's own expression decides between words that name the same days
(`fin 2021`, `T4 2021`). Month names are CLDR's (babel), patterns are in `wording/<language>.toml`.
"""

import re
from datetime import date, timedelta
from functools import cache

from partnership_analysis.presentation.grammar import grammar
from partnership_analysis.presentation.wording import Wording, wording

CODED = re.compile(r"\d{4}-(\d\d)")
QUARTERS, SEASONS, SEMESTERS = range(33, 37), range(21, 25), range(40, 42)
Shape = tuple[str, dict[str, str]]
"""The name of a pattern of `[dates]` and its slots."""


@cache
def _months(language: str) -> dict[int, str]:
    from babel.dates import get_month_names

    return dict(get_month_names("wide", locale=language))


def day(one: date, language: str, *, year: bool = True) -> str:
    """A day without article: `1er avril 2021`, `22 October 2020`."""
    words = f"{_day_number(one, language)} {_months(language)[one.month]}"
    return f"{words} {one.year}" if year else words


def month(one: date, language: str, *, year: bool = True) -> str:
    """A month: `avril 2021`, `April 2021`."""
    return f"{_months(language)[one.month]} {one.year}" if year else _months(language)[one.month]


def _day_number(one: date, language: str) -> str:
    return (wording(language).word("first_of_month") if one.day == 1 else "") or str(one.day)


def last_of_month(one: date) -> date:
    """The last day of a day's month."""
    return (one.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def date_words(start: date | None, end: date | None, edtf: str | None, language: str, source: str = "") -> str:
    """A period as a cell shows it: `18 mars 2021`, `5 au 7 octobre 2022`, `troisième trimestre 2022`; empty where nothing is known.

    `source` is the report's expression, which tells `fin 2021` from `T4 2021`.
    """
    return _said(_shape(start, end, edtf, source.lower(), language), "bare_", language)


def date_phrase(start: date | None, end: date | None, edtf: str | None, language: str, *, ongoing: bool = False, source: str = "") -> str:
    """A period with what a sentence needs before it: `le 18 mars 2021`, `en mars 2021`, `du 5 au 7 octobre 2022`.

    A period without end is `depuis …` for what is under way, else `à partir de …`.
    """
    name, slots = _shape(start, end, edtf, source.lower(), language)
    if name.startswith("since_") and not ongoing:
        name = f"from_{name.removeprefix('since_')}"
    return _said((name, slots), "", language)


def until_phrase(end: date, language: str) -> str:
    """What ended on a day and has no first one: `jusqu'à fin 2023`, `until 30 June 2022`."""
    if (end.month, end.day) == (12, 31):
        return _said(("until_year", {"year": str(end.year)}), "", language)
    return _said(("until_day", {"day": day(end, language)}), "", language)


def _said(shape: Shape, prefix: str, language: str) -> str:
    name, slots = shape
    patterns = wording(language).dates
    return grammar(language).tidied((patterns.get(prefix + name) or patterns[name]).format(**slots)) if name else ""


def _shape(start: date | None, end: date | None, edtf: str | None, source: str, language: str) -> Shape:
    if start and end:
        return _closed(start, end, edtf, source, language) if start != end else ("day", {"day": day(start, language)})
    if start:
        return _since(start, edtf or "", language)
    if end:
        return _by(end, source, language)
    return "", {}


def _by(end: date, source: str, language: str) -> Shape:
    if (end.month, end.day) == (12, 31):
        return "by_year_end", {"year": str(end.year)}
    named = re.search(r"(?<!\d)\d{1,2}(?!\d)", source)
    if end == last_of_month(end) and source and not named:
        return "by_month_end", {"month": month(end, language)}
    return "by_day", {"day": day(end, language)}


def _since(start: date, edtf: str, language: str) -> Shape:
    written = edtf.split("/")[0]
    if re.fullmatch(r"\d{4}", written):
        return "since_year", {"year": str(start.year)}
    if (start.month, start.day) in SEASON_STARTS:
        return "since_season", _season(start, language)
    return (
        ("since_month", {"month": month(start, language)}) if re.fullmatch(r"\d{4}-\d\d", written) else ("since_day", {"day": day(start, language)})
    )


SEASON_STARTS = {(3, 20): 0, (6, 21): 1, (9, 21): 2, (12, 21): 3}


def _season(start: date, language: str) -> dict[str, str]:
    number = SEASON_STARTS[start.month, start.day]
    words = wording(language)
    return {form: words.words(f"seasons_{form}")[number] for form in ("bare", "at", "the")} | {"year": str(start.year)}


def _closed(start: date, end: date, edtf: str | None, source: str, language: str) -> Shape:
    words = wording(language)
    coded = CODED.fullmatch(edtf or "")
    part = int(coded.group(1)) if coded else 0
    whole = start.day == 1 and end == last_of_month(end)
    if whole and (start.month, end.month) == (1, 12):
        years = {"start": str(start.year), "end": str(end.year)}
        return ("year", {"year": years["start"]}) if start.year == end.year else ("years", years)
    if start.year == end.year and whole:
        shape = _part_of_year(start, end, part, source, words)
        if shape:
            return shape
    if (start.month, start.day) in SEASON_STARTS and (part in SEASONS or 85 < (end - start).days < 95):
        return "season", _season(start, language)
    return _months_shape(start, end, language) if whole else _days_shape(start, end, source, language)


def _part_of_year(start: date, end: date, part: int, source: str, words: Wording) -> Shape | None:
    year = {"year": str(start.year)}
    months = (start.month, end.month)
    if months in ((1, 3), (4, 6), (7, 9), (10, 12)):
        if months == (10, 12) and words.says(source, "late"):
            return "late_year", year
        if months == (1, 3) and words.says(source, "early"):
            return "early_year", year
        if part in QUARTERS or words.says(source, "quarter"):
            return "quarter", year | {"ordinal": words.words("quarter_ordinals")[start.month // 3]}
    if months in ((1, 6), (7, 12)) and (part in SEMESTERS or words.says(source, "semester")):
        return "semester", year | {"ordinal": words.words("semester_ordinals")[start.month // 7]}
    if months == (5, 8) and (not source or words.says(source, "mid")):
        return "mid_year", year
    return None


def _months_shape(start: date, end: date, language: str) -> Shape:
    if start.year == end.year and start.month == end.month:
        return "month", {"month": month(start, language)}
    slots = {"start": month(start, language, year=start.year != end.year), "end": month(end, language)}
    return ("two_months" if start.year == end.year and end.month == start.month + 1 else "months"), slots


def _days_shape(start: date, end: date, source: str, language: str) -> Shape:
    words = wording(language)
    if (start.year, start.month) == (end.year, end.month):
        third = {(1, 10): "early", (11, 20): "mid"}.get((start.day, end.day)) or ("late" if start.day == 21 and end == last_of_month(end) else "")
        if third and words.says(source, third):
            return f"{third}_month", {"month": month(start, language)}
        slots = {"start": _day_number(start, language), "end": day(end, language)}
        return ("two_days" if (end - start).days == 1 else "days"), slots
    return "days", {"start": day(start, language, year=start.year != end.year), "end": day(end, language)}


@cache
def _time_words(language: str) -> re.Pattern[str]:
    names = [*_months(language).values(), *wording(language).words("seasons_bare")]
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)", re.IGNORECASE)


def names_month_or_season(words: str, language: str) -> bool:
    """Whether an expression of time ends with a month or season by name, so that a year may follow it."""
    found = list(_time_words(language).finditer(words))
    return bool(found) and found[-1].end() == len(words.rstrip())
