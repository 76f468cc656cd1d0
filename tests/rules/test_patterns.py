"""Patterns: what a row of steps matches, and what a rule refuses."""

import pytest

from partnership_analysis.document.model import Block, Document, Span
from partnership_analysis.errors import RuleError
from partnership_analysis.extraction.blocks import read_blocks
from partnership_analysis.extraction.rules import Phrase, Rule, compose, find
from partnership_analysis.extraction.units import Units
from partnership_analysis.language.lexicon import load_lexicon


def units(text: str) -> Units:
    document = Document(text, (Block("paragraph", (Span(0, len(text)),)),))
    return read_blocks(document, load_lexicon("fr"))[0].units("connectors")


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("CAPITAL OF CAPITAL", "la Ville de Lyon et la Ville du Port", ["Ville de Lyon", "Ville du Port"]),
        ("CAPITAL{1,3}", "Jean Paul Marie Luc dort", ["Jean Paul Marie", "Luc"]),
        ("NUMBER ,? WORD", "12 mots, 12, mots", ["12 mots", "12, mots"]),
        ("names=CAPITAL... ,", "Anne, Luc et Paul, maires", ["Anne, Luc et Paul,"]),
        ("( ^){1,5} )", "a (b c d) e", ["(b c d)"]),
        ("UPPER|CAPITAL NUMBER", "loi ALUR 2014, Plan 2020", ["ALUR 2014", "Plan 2020"]),
    ],
)
def test_what_a_pattern_matches(pattern: str, text: str, found: list[str]) -> None:
    rule = Rule(name="probe", example=text, pattern=pattern)
    assert [match.units.words(match.first, match.last) for match in find(rule, units(text))] == found


def test_fields_and_list_items() -> None:
    (match,) = find(Rule(name="probe", example="", pattern="people=CAPITAL... , body=UPPER?"), units("Anne, Luc et Paul, RTES"))
    assert [match.units.words(n, n + 1) for n in match.items("people")] == ["Anne", "Luc", "Paul"]
    assert match.words("body") == "RTES" and match.has("body")


@pytest.mark.parametrize(
    "pattern", ["CAPITAL{1,3} CAPITAL", "WORD? WORD|NUMBER", "CAPITAL*", "WORD+", "(WORD|NUMBER)+", "word", "CAPITAL? NUMBER?", "^, ^;{0,3} WORD"]
)
def test_what_a_rule_refuses(pattern: str) -> None:
    with pytest.raises(RuleError):
        _ = Rule(name="probe", example="", pattern=pattern).expressions


def test_a_phrase_makes_one_unit_of_several() -> None:
    name = Phrase(Rule(name="name", example="Paul Petit", pattern="CAPITAL{2,3}"), makes="NAME")
    composed = compose(units("Anne Roux et Luc Noir"), (name,))
    (match,) = find(Rule(name="two", example="", pattern="names=NAME..."), composed)
    assert [composed.values[n] for n in match.items("names")] == ["Anne Roux", "Luc Noir"]


def test_no_pattern_is_quadratic() -> None:
    import time

    rule = Rule(name="probe", example="", pattern="names=CAPITAL... : NUMBER")
    short, long = units("Anne, " * 2_000), units("Anne, " * 20_000)
    start = time.process_time()
    assert list(find(rule, short)) == []
    middle = time.process_time()
    assert list(find(rule, long)) == []
    assert time.process_time() - middle < 40 * (middle - start) + 0.5
