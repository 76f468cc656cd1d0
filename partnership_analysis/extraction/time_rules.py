"""How words of time combine: the rules that make a moment of its words, and a stretch of its moments.

First the phrases, in order: each makes one `MOMENT` of several units. Then the stretches: from one moment to another, since, until,
before, by. The words are in `lexicons/<language>/time.toml`; years that are not given and relative expressions are settled in `dates.py`.
"""

from dataclasses import replace
from datetime import timedelta
from functools import cache

from partnership_analysis.extraction.moments import (
    Moment,
    Stretch,
    add_months,
    middle_of_year,
    of_day,
    of_month,
    of_quarter,
    of_season,
    of_semester,
    of_year,
    third_of_month,
    twelve_months,
)
from partnership_analysis.extraction.rules import Match, Phrase, Rule

ABBREVIATED_MONTH = Rule("abbreviated month", "9 juil. 2021", "month=SHORT_MONTH .?")
ORDINAL_DAY = Rule("ordinal day", "1er", "day=DAY ORDINAL_SUFFIX")
WEEKDAY_DAY = Rule("weekday and day", "jeudi 20", "WEEKDAY ,? THE? day=DAY")
DAY_MONTH_YEAR = Rule("day of a month of a year", "20 mai 2021", "day=DAY OF|DAY_OF? month=MONTH ,? OF? year=YEAR")
MONTH_DAY_YEAR = Rule(
    "month, day, year", "May 20, 2021", ("weekday=WEEKDAY ,? month=MONTH THE? day=DAY ,? year=YEAR", "month=MONTH THE? day=DAY ,? year=YEAR")
)
DAY_MONTH = Rule("day of a month", "12 mars", "day=DAY OF? month=MONTH")
MONTH_DAY = Rule("month and day", "March 12", ("WEEKDAY ,? month=MONTH THE? day=DAY", "month=MONTH THE? day=DAY"))
MONTH_YEAR = Rule("month of a year", "mars 2022", ("month=MONTH ,|-|/? OF? year=YEAR", "month=MONTH ' short=DAY|SHORT"))
YEARS = Rule("years with a hyphen", "2020-2023", ("first=YEAR -|–|/ last=YEAR", "first=YEAR -|–|/ last=DAY|SHORT"))
QUARTER_OF_YEAR = Rule(
    "quarter of a year",
    "T3 2022",
    (
        "QUARTER_SIGN number=DAY|ROMAN ,|-|/? OF? year=YEAR",
        "year=YEAR -|/? QUARTER_SIGN number=DAY|ROMAN",
        "number=DAY|ORDINAL|ROMAN QUARTER ,? OF? THE? TIME_UNIT? year=YEAR",
        "QUARTER number=DAY|ROMAN ,? OF? year=YEAR",
    ),
)
QUARTER_ALONE = Rule("quarter without a year", "au troisième trimestre", ("number=DAY|ORDINAL|ROMAN noun=QUARTER", "QUARTER_SIGN number=DAY"))
QUARTERS_OF_YEAR = Rule(
    "two quarters of a year",
    "premier et deuxième trimestres 2022",
    (
        "first=DAY|ORDINAL|ROMAN AND|TO|THROUGH|-|– THE? last=DAY|ORDINAL|ROMAN QUARTER ,? OF? THE? TIME_UNIT? year=YEAR",
        "QUARTER_SIGN first=DAY|ROMAN AND|TO|THROUGH|-|–|/ QUARTER_SIGN last=DAY|ROMAN -? OF? year=YEAR",
    ),
)
SEMESTER_OF_YEAR = Rule(
    "half of a year",
    "premier semestre 2022",
    (
        "SEMESTER_SIGN number=DAY ,|-|/? OF? year=YEAR",
        "year=YEAR -|/? SEMESTER_SIGN number=DAY",
        "number=DAY|ORDINAL|ROMAN SEMESTER ,? OF? THE? TIME_UNIT? year=YEAR",
        "SEMESTER number=DAY|ROMAN ,? OF? year=YEAR",
    ),
)
SEMESTER_ALONE = Rule("half of a year without it", "au second semestre", "number=DAY|ORDINAL|ROMAN noun=SEMESTER")
SEASON_OF_YEAR = Rule("season of a year", "été 2022", "season=SEASON ,? OF? year=YEAR|YEARS")
SCHOOL_YEAR_OF = Rule(
    "school or financial year",
    "année scolaire 2022-2023",
    (
        "kind=SCHOOL_YEAR|FINANCIAL_YEAR ,? OF? year=YEARS AND|TO|THROUGH last=YEARS",
        "kind=SCHOOL_YEAR|FINANCIAL_YEAR|SCHOOL_START ,? OF? year=YEAR|YEARS",
        "year=YEARS kind=SCHOOL_YEAR|FINANCIAL_YEAR",
    ),
)
SHORT_YEAR_OF = Rule(
    "financial year with two digits", "FY22-23", ("kind=FINANCIAL_YEAR first=DAY|SHORT -|–|/ last=DAY|SHORT", "kind=FINANCIAL_YEAR first=DAY|SHORT")
)
PART_OF = Rule(
    "part of a year or month",
    "fin 2021",
    (
        "part=START|MIDDLE|END -? OF? THE? TIME_UNIT|MONTH_OF? whole=YEAR|MONTH|MOMENT",
        "part=START|MIDDLE|END OF TIME_UNIT OF whole=YEAR|MONTH|MOMENT",
    ),
)
DAY_AND_CLOCK = Rule(
    "day and clock time",
    "9 juil. 2021 à 14 h 52",
    (
        "moment=MOMENT ,|·|–|-|(? THE? TO|IN|FROM|OF|SINCE? clock=CLOCK",
        "clock=CLOCK ,|·|–|-|)? OF|IN? THE? moment=MOMENT",
        "moment=MOMENT TO|IN hour=DAY HOUR",
    ),
)
CLOCK_RANGE = Rule("clock times", "14 h à 16 h", "first=CLOCK -|–|/|TO|THROUGH|AND|UNTIL last=CLOCK")

END_OF_THE_YEAR = Rule("end of the year", "fin de l'année", "part=START|MIDDLE|END OF? THE? unit=TIME_UNIT")
YEAR_ENDED = Rule(
    "year that ends with a day",
    "year ended 31 March 2022",
    ("TIME_UNIT|FINANCIAL_YEAR ENDED THE? when=MOMENT", "number=COUNT|DAY? unit=ENDED_UNIT THE? when=MOMENT"),
)

FROM_TO = Rule(
    "from one moment to another",
    "de juillet 2022 à mars 2023",
    "from=FROM|OF|BETWEEN|SINCE? THE? MONTH_OF? first=DAY|MONTH|SEASON|MOMENT|YEAR|YEARS link=TO|THROUGH|UNTIL|AND|-|–|/ IN|OF? THE? MONTH_OF? last=MONTH|SEASON|MOMENT|YEAR|YEARS",
)
HYPHENATED = Rule("moments joined by a hyphen", "mars-avril 2021", "first=DAY|MONTH|SEASON|MOMENT link=-|–|/ last=MONTH|SEASON|MOMENT")
MONTH_DAYS_YEAR = Rule("days after their month", "May 5-7, 2022", "month=MONTH first=DAY link=TO|THROUGH|-|–|AND|UNTIL last=DAY ,? year=YEAR")
MONTH_DAYS = Rule("days after their month, no year", "May 5-7", "month=MONTH first=DAY link=TO|THROUGH|-|–|AND|UNTIL last=DAY")
OPEN = Rule(
    "open stretch", "depuis mars 2022", "bound=SINCE|UNTIL|THROUGH|BEFORE|BY|AFTER OF|IN|TO? THE? MONTH_OF? when=MOMENT|YEAR|YEARS|STRETCH|MONTH"
)
ONWARDS = Rule("from then on", "from March 2022 onwards", "FROM THE? when=MOMENT|YEAR ONWARDS")
FROM_ALONE = Rule("from then on, without an end", "from 4 April 2022", "from=FROM THE? when=MOMENT|YEAR|YEARS|MONTH")


def _ordinal(match: Match, field: str, most: int) -> int | None:
    value = match.value(field)
    if value == -1:
        value = most
    return value if isinstance(value, int) and 1 <= value <= most else None


def _existing(moment: Moment) -> Moment | None:
    return moment if moment.exists else None


def _day_month(match: Match) -> Moment | None:
    return _existing(of_day(match.value("day"), match.value("month"), match.value("year") if match.has("year") else None))


def _month_day(match: Match, leads: frozenset[str]) -> Moment | None:
    """`March 12`; before a noun a count of it, but behind `on` or a word that parts two days."""
    following = match.last
    counts = (
        following < len(match.units) and match.units.is_class(following, "WORD", "CAPITAL") and match.units.text[match.end : match.end + 1] == " "
    )
    before = match.first - 1
    if counts and not (
        match.units.is_class(before, "AND", "TO", "FROM", "BETWEEN", "UNTIL", "THROUGH", "BY", "SINCE", "BEFORE")
        or match.units.words(before, before + 1).lower() in leads
    ):
        return None
    return _day_month(match)


def _month_year(match: Match) -> Moment | None:
    return of_month(match.value("month"), match.value("year") if match.has("year") else 2000 + match.value("short"))


def _years(match: Match) -> Moment | None:
    first, last = match.value("first"), match.value("last")
    written = match.units.text[match.units.starts[match.last - 1] : match.end]
    if len(written) == 4:
        return of_year(first, last - first + 1) if last >= first else None
    if match.end - match.start != 7:
        return None
    wanted = last - first % 100
    if wanted > 0:
        return of_year(first, wanted + 1)
    if last == 0 and first % 100 == 99:
        return of_year(first, 2)
    return of_month(last, first) if 1 <= last <= 12 and "-" in match.units.text[match.start : match.end] else None


def _quarter(match: Match) -> Moment | None:
    number = _ordinal(match, "number", 4)
    return of_quarter(number, match.value("year") if match.has("year") else None) if number and _noun_alone(match) else None


def _quarters(match: Match) -> Moment | None:
    first, last = _ordinal(match, "first", 4), _ordinal(match, "last", 4)
    return Moment("range", 3 * first - 2, match.value("year"), months=3 * (last - first + 1)) if first and last and first < last else None


def _semester(match: Match) -> Moment | None:
    number = _ordinal(match, "number", 2)
    return of_semester(number, match.value("year") if match.has("year") else None) if number and _noun_alone(match) else None


def _noun_alone(match: Match) -> bool:
    return not match.has("noun") or bool(match.value("noun"))


def _season(match: Match) -> Moment | None:
    before = match.first - 1
    if match.units.is_class(before, "AUXILIARY") or (
        match.last - match.first > 2 and match.units.is_class(before, "WORD") and match.units.text[match.start].islower()
    ):
        return None
    year = match.value("year")
    return of_season(match.value("season"), year.year if isinstance(year, Moment) else year)


def _school_year(match: Match) -> Moment | None:
    kind, year = match.value("kind"), match.value("year")
    kind_field = match.range("kind")[0]
    if match.units.is_class(kind_field, "SCHOOL_START"):
        return of_month(kind, year.year if isinstance(year, Moment) else year)
    if isinstance(year, Moment):
        if year.year is None or year.months != 24 or kind == 1:
            return year
        last = match.value("last") if match.has("last") else None
        if isinstance(last, Moment) and last.year == year.year + 1:
            return replace(twelve_months(kind, year.year), months=24)
        return twelve_months(kind, year.year)
    return twelve_months(kind, year) if match.units.is_class(kind_field, "SCHOOL_YEAR") else of_year(year)


def _short_year(match: Match) -> Moment | None:
    kind, first = match.value("kind"), 2000 + match.value("first")
    if match.has("last"):
        return twelve_months(kind, first) if match.value("last") == (first + 1) % 100 else None
    return of_year(first)


def _part(match: Match) -> Moment | None:
    whole = match.value("whole")
    third = {"START": 1, "MIDDLE": 2, "END": 3}[next(n for n in ("START", "MIDDLE", "END") if match.units.is_class(match.range("part")[0], n))]
    if match.units.is_class(match.range("whole")[0], "MONTH"):
        return third_of_month(third, whole)
    if not isinstance(whole, Moment):
        return (of_quarter(1, whole), middle_of_year(whole), of_quarter(4, whole))[third - 1]
    if whole.precision == "month":
        return third_of_month(third, whole.month, whole.year)
    if whole.day or whole.third:
        return None
    if whole.precision == "season":
        return whole
    if whole.months % 3 == 0 and whole.months >= 3:
        share = whole.months // 3
        return (
            replace(whole, month=whole.month + share * (third - 1), months=share, code=None, precision="month" if share == 1 else "range")
            if whole.months <= 6
            else None
        )
    return None


def _end_of_the_year(match: Match) -> Moment | None:
    if match.value("unit") != "year" or not match.units.is_class(match.range("part")[0], "END"):
        return None
    return of_quarter(4)


def _clock(match: Match) -> Moment | None:
    moment = match.value("moment")
    if not isinstance(moment, Moment) or moment.day is None or moment.clock is not None:
        return None
    clock = match.value("clock") if match.has("clock") else (match.value("hour"), 0)
    return replace(moment, clock=clock, precision="time") if clock[0] < 24 else None


def _clock_range(match: Match) -> tuple[int, int] | None:
    first: tuple[int, int] | None = match.value("first")
    return first


@cache
def moment_phrases(day_after_month: bool, day_leads: frozenset[str] = frozenset()) -> tuple[Phrase, ...]:
    """The phrases that make moments, in order. `day_after_month`: the language writes `March 12` too; `day_leads`: behind these it is a day for sure."""
    late = (Phrase(MONTH_DAY, "MOMENT", lambda match: _month_day(match, day_leads)),) if day_after_month else ()
    early = (
        (
            Phrase(MONTH_DAYS_YEAR, "STRETCH", days_after_month),
            Phrase(MONTH_DAY_YEAR, "MOMENT", _day_month),
            Phrase(MONTH_DAYS, "STRETCH", days_after_month),
        )
        if day_after_month
        else ()
    )
    return (
        Phrase(ABBREVIATED_MONTH, "MONTH", lambda match: match.value("month")),
        Phrase(CLOCK_RANGE, "CLOCK", _clock_range),
        Phrase(ORDINAL_DAY, "DAY", lambda match: match.value("day")),
        Phrase(YEARS, "YEARS", _years),
        Phrase(QUARTERS_OF_YEAR, "MOMENT", _quarters),
        Phrase(QUARTER_OF_YEAR, "MOMENT", _quarter),
        Phrase(SEMESTER_OF_YEAR, "MOMENT", _semester),
        Phrase(QUARTER_ALONE, "MOMENT", _quarter),
        Phrase(SEMESTER_ALONE, "MOMENT", _semester),
        Phrase(WEEKDAY_DAY, "DAY", lambda match: match.value("day")),
        Phrase(DAY_MONTH_YEAR, "MOMENT", _day_month),
        *early,
        Phrase(DAY_MONTH, "MOMENT", _day_month),
        Phrase(MONTH_YEAR, "MOMENT", _month_year),
        *late,
        Phrase(SEASON_OF_YEAR, "MOMENT", _season),
        Phrase(SCHOOL_YEAR_OF, "MOMENT", _school_year),
        Phrase(SHORT_YEAR_OF, "MOMENT", _short_year),
        Phrase(PART_OF, "MOMENT", _part),
        Phrase(END_OF_THE_YEAR, "MOMENT", _end_of_the_year),
        Phrase(DAY_AND_CLOCK, "MOMENT", _clock),
    )


def days_after_month(match: Match) -> Stretch | None:
    """`May 5-7, 2022`: from the first day to the last."""
    month, year = match.value("month"), match.value("year") if match.has("year") else None
    first, last = of_day(match.value("first"), month, year), of_day(match.value("last"), month, year)
    return Stretch(first, last) if first.exists and last.exists and match.value("first") < match.value("last") else None


def year_ended(match: Match) -> Stretch | None:
    """`year ended 31 March 2022`: the twelve months up to that day."""
    when = match.value("when")
    if not isinstance(when, Moment) or when.year is None or not when.day:
        return None
    months = match.value("unit") * (match.value("number") if match.has("number") else 1) if match.has("unit") else 12
    first = add_months(when.first + timedelta(days=1), -months)
    return Stretch(of_day(first.day, first.month, first.year), when)


def moment_of(match: Match, field: str) -> Moment | Stretch | None:
    """What a unit of a rule says: a moment, a year as one, a month as one; a day alone has month 0."""
    value, unit = match.value(field), match.range(field)[0]
    if isinstance(value, Moment | Stretch):
        return value
    if match.units.is_class(unit, "YEAR"):
        return of_year(value)
    if match.units.is_class(unit, "MONTH"):
        return of_month(value)
    if match.units.is_class(unit, "SEASON"):
        return of_season(value)
    return Moment("day", 0, None, value)


def from_to(match: Match) -> Stretch | None:
    """From one moment to another, the first completed by the last; None where they do not make one stretch."""
    first, last = moment_of(match, "first"), moment_of(match, "last")
    if not isinstance(first, Moment) or not isinstance(last, Moment):
        return None
    link = match.range("link")[0]
    joined, glued = match.units.is_class(link, "AND"), match.units.is_class(link, "-", "–", "/")
    if first.month == 0:
        if not last.day or first.day is None:
            return None
        first = of_day(first.day, last.month, last.year)
        if first.day and first.day >= last.day:
            return None
        if not first.exists:
            return None
    else:
        alike = (
            first.precision not in ("month", "season") or first.year is not None or (last.precision in (first.precision, "range") and not last.day)
        )
        years = glued and match.units.is_class(match.range("first")[0], "YEAR") and match.units.is_class(match.range("last")[0], "YEAR", "MOMENT")
        if not alike or years or (first.day and last.day is None):
            return None
    stretch = Stretch(first, last)
    if first.year is None and last.year is not None:
        stretch = stretch.at(last.year)
    elif first.year is not None and last.year is None:
        later = last.at(first.year)
        stretch = Stretch(first, later if later.last >= first.first else last.at(first.year + 1))
    between = match.has("from") and match.units.is_class(match.range("from")[0], "BETWEEN")
    spans = any(match.units.is_class(match.range(field)[0], "YEARS") for field in ("first", "last"))
    if joined and not between and (spans or not adjoining(stretch)):
        return None
    return stretch


def adjoining(stretch: Stretch) -> bool:
    """Whether the last moment of a stretch begins the day after its first one ends."""
    if stretch.first is None or stretch.last is None:
        return False
    first, last = stretch.first, stretch.last
    if stretch.undated:
        first, last = first.at(2001), last.at(2001)
    return (last.first - first.last).days == 1


def bounded(match: Match) -> Stretch | None:
    """An open stretch: `depuis mars 2022`, `jusqu'en 2024`, `avant mars 2024`, `d'ici fin 2023`."""
    when = moment_of(match, "when")
    if when is None:
        return None
    first, last = (when, when) if isinstance(when, Moment) else (when.first, when.last)
    bound = match.range("bound")[0]
    if match.units.is_class(bound, "THROUGH") and match.units.is_class(match.range("when")[0], "YEAR", "YEARS", "MONTH"):
        return None
    if match.units.is_class(bound, "SINCE"):
        return Stretch(first, None) if isinstance(when, Moment) or when.last is None else None
    if match.units.is_class(bound, "AFTER"):
        return Stretch(last, None, "after")
    ends_itself = any(match.units.is_class(bound, name) for name in ("UNTIL", "THROUGH", "BY")) or (
        last is not None and (last.third == 3 or last.code == 36)
    )
    return Stretch(None, last, "within" if ends_itself else "before")
