"""Every phrase of time and number has an example that it matches, in one of the languages."""

import pytest
from marked import blocks_of

from partnership_analysis.extraction import numbers, time_reading
from partnership_analysis.extraction.rules import Phrase, compose, find
from partnership_analysis.extraction.time_words import time_units
from partnership_analysis.extraction.units import Units
from partnership_analysis.extraction.windows import Stretches, disjoint, window_units, windows
from partnership_analysis.language.lexicon import load_lexicon

LANGUAGES = ("fr", "en")


def phrases_of_time(language: str) -> tuple[Phrase, ...]:
    return time_reading._phrases(load_lexicon(language))


def phrases_of_number(language: str) -> tuple[Phrase, ...]:
    return numbers._phrases(language)


def units_of_time(text: str, language: str) -> Units:
    (block,) = blocks_of(text, language)
    return time_units(block)


def units_of_number(text: str, language: str) -> Units:
    (block,) = blocks_of(text, language)
    lexicon = block.lexicon
    known = numbers._number_words(lexicon)
    whole = window_units(
        block.text, [(0, len(block.text))], numbers.figure_splitter(lexicon), lexicon, numbers.FILES, lambda w: numbers._apart(w, known)
    )
    return numbers._literals(whole, lexicon)


def matched(units: Units, phrases: tuple[Phrase, ...], name: str) -> bool:
    """Whether a phrase matches once those before it have been composed."""
    for phrase in phrases:
        if phrase.rule.name == name:
            return next(find(phrase.rule, units), None) is not None
        units = compose(units, (phrase,))
    return False


CASES = [("time", phrase.rule) for phrase in phrases_of_time("en")] + [("number", phrase.rule) for phrase in phrases_of_number("en")]


@pytest.mark.parametrize(("family", "name", "example"), [(family, rule.name, rule.example) for family, rule in CASES])
def test_an_example_matches(family: str, name: str, example: str) -> None:
    read, phrases = (units_of_time, phrases_of_time) if family == "time" else (units_of_number, phrases_of_number)
    assert any(matched(read(example, language), phrases(language), name) for language in LANGUAGES)


def test_windows_are_the_stretches_around_what_was_found() -> None:
    text = "un " * 100
    assert windows(text, [150], before=10, after=10) == [(138, 161)]
    assert windows(text, [150, 155, 290], before=10, after=10) == [(138, 167), (279, 300)]
    assert windows("x" * 5000, [2500], before=10, after=10) == [(2290, 2710)]


def test_stretches_tell_what_they_touch() -> None:
    stretches = Stretches(disjoint([(10, 20), (15, 30), (40, 50)]))
    assert [stretches.touch(a, b) for a, b in ((0, 10), (9, 11), (29, 30), (30, 40), (49, 60), (50, 60))] == [False, True, True, False, True, False]
