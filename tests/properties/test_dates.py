"""Dates written in many forms are read back as the days they name."""

from datetime import date, timedelta

from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import dates_of

from partnership_analysis.extraction.moments import interval_edtf
from partnership_analysis.language.lexicon import load_lexicon

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))
LANGUAGES = st.sampled_from(("fr", "en"))
SPACES = st.sampled_from((" ", "\u00a0", "\u202f", "  "))


def month_name(month: int, language: str) -> str:
    return next(form for form, number in load_lexicon(language).files["time"]["MONTH"].items() if number == month)


def written(day: date, language: str, form: int, space: str) -> str:
    """A day in one of the usual forms of a language."""
    name, number = month_name(day.month, language), str(day.day)
    if language == "fr":
        ordinal = "1er" if day.day == 1 else number
        return (
            f"{ordinal}{space}{name}{space}{day.year}",
            f"{day.day:02}/{day.month:02}/{day.year}",
            f"{day.day}.{day.month}.{day.year}",
            day.isoformat(),
            f"{ordinal} {name.upper()} {day.year}",
        )[form]
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day // 10 != 1 else 0, "th")
    return (
        f"{number}{space}{name}{space}{day.year}",
        f"{number}{suffix} of {name} {day.year}",
        f"{name} {number}, {day.year}",
        day.isoformat(),
        f"{number}{suffix} {name} {day.year}",
    )[form]


@settings(deadline=None)
@given(day=DAYS, language=LANGUAGES, form=st.integers(0, 4), space=SPACES)
def test_a_day_is_read_back(day: date, language: str, form: int, space: str) -> None:
    (row,) = dates_of(f"Signature, {written(day, language, form, space)}, Brive.", language)
    assert (row.date_start, row.date_end, row.edtf, row.precision) == (day, day, day.isoformat(), "day")


@settings(deadline=None)
@given(first=DAYS, length=st.integers(1, 900), language=LANGUAGES, form=st.integers(0, 4))
def test_a_range_is_read_back(first: date, length: int, language: str, form: int) -> None:
    last = first + timedelta(days=length)
    left, right = written(first, language, form, " "), written(last, language, form, " ")
    text = f"x du {left} au {right}." if language == "fr" else f"x from {left} to {right}."
    (row,) = dates_of(text, language)
    assert (row.date_start, row.date_end) == (first, last)
    assert row.edtf == interval_edtf(first, last) and parse_edtf(row.edtf or "") is not None


@settings(deadline=None)
@given(first=DAYS, length=st.integers(0, 2000), open_start=st.booleans(), open_end=st.booleans())
def test_intervals_are_valid_edtf(first: date, length: int, open_start: bool, open_end: bool) -> None:
    text = interval_edtf(None if open_start else first, None if open_end else first + timedelta(days=length))
    assert (text is None) == (open_start and open_end)
    assert text is None or parse_edtf(text) is not None


@settings(deadline=None)
@given(text=st.text(alphabet="0123456789/.-– :hT'duaetlsmrjvnFQ1er2022mai\n", max_size=120), language=LANGUAGES)
def test_any_text_gives_rows_that_point_at_their_words(text: str, language: str) -> None:
    for row in dates_of(text, language):
        assert row.exact == text[row.start : row.end] and row.exact.strip()
        assert row.edtf is None or parse_edtf(row.edtf) is not None
