"""Numbers written in many forms are read back as their values; any text gives rows that point at their words."""

from hypothesis import given, settings
from hypothesis import strategies as st
from marked import indicators_of

NUMBERS = st.integers(2, 9_999_999)
SPACES = st.sampled_from((" ", "\u00a0", "\u202f"))


def grouped(number: int, mark: str) -> str:
    """A number with its thousands apart."""
    return f"{number:,}".replace(",", mark)


@settings(deadline=None)
@given(number=NUMBERS, space=SPACES)
def test_a_french_number_is_read_back(number: int, space: str) -> None:
    (row,) = indicators_of(f"Le site a reçu {grouped(number, space)} visites.", "fr")
    assert (row.value, row.unit) == (number, "visites")


@settings(deadline=None)
@given(number=NUMBERS, mark=st.sampled_from((",", " ", "\u202f")))
def test_an_english_number_is_read_back(number: int, mark: str) -> None:
    (row,) = indicators_of(f"The site had {grouped(number, mark)} visits.", "en")
    assert (row.value, row.unit) == (number, "visits")


@settings(deadline=None)
@given(whole=st.integers(0, 999), part=st.integers(0, 99))
def test_a_decimal_is_read_back(whole: int, part: int) -> None:
    value = float(f"{whole}.{part:02}")
    assert [row.value for row in indicators_of(f"La part est de {whole},{part:02} %.", "fr")] == [value]
    assert [row.value for row in indicators_of(f"The share is {whole}.{part:02}%.", "en")] == [value]


@settings(deadline=None)
@given(first=st.integers(2, 500), last=st.integers(2, 500))
def test_a_change_is_read_back(first: int, last: int) -> None:
    (row,) = indicators_of(f"Le nombre d'adhérents est passé de {first} à {last}.", "fr")
    assert (row.baseline, row.value) == (first, last)
    (row,) = indicators_of(f"Membership rose from {first} to {last}.", "en")
    assert (row.baseline, row.value) == (first, last)


@settings(deadline=None)
@given(text=st.text(alphabet="0123456789 .,-–/%€£()«»*:deuxunsrlatof\nTh", max_size=120), language=st.sampled_from(("fr", "en")))
def test_any_text_gives_rows_that_point_at_their_words(text: str, language: str) -> None:
    for row in indicators_of(text, language):
        assert row.exact == text[row.start : row.end] and row.exact.strip()
        assert row.value is not None or row.target is not None
