"""The page of a report in another language: its words to the letter, our words in ours, figures and bodies said as a reader says them."""

import pytest
from invented import Invented, plain

from partnership_analysis.presentation.formats import set_spaces
from partnership_analysis.presentation.grammar import grammar
from partnership_analysis.presentation.narrative_actions import told
from partnership_analysis.presentation.narrative_parts import agreement_noun
from partnership_analysis.presentation.narrative_story import story
from partnership_analysis.presentation.sentences import Sentence

FRENCH, ENGLISH = grammar("fr"), grammar("en")


def first(made: Invented, language: str = "fr") -> Sentence:
    one = story(made.tables(), (), language)
    action = told(one, made.tables().rows.actions[0])
    return one.say(action.text()[1] + action.figures)


ARTICLES = [
    ("University of Ashby", "l'University of Ashby"), ("Bexley Port Company", "la Bexley Port Company"), ("Joint Liaison Group", "le Joint Liaison Group"),
    ("Hartley Foundation", "la Hartley Foundation"), ("Department of Health and Safety", "le Department of Health and Safety"), ("Open Docks", "Open Docks"),
    ("Dock and Quay Union", "la Dock and Quay Union"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), ARTICLES)
def test_bodies_of_an_english_report_in_french(name: str, expected: str) -> None:
    named = FRENCH.tidied(FRENCH.with_foreign_article(name, FRENCH.foreign_article(name, "en")))
    assert plain(set_spaces(named, "fr")) == expected  # nothing elides before an H


def test_a_preposition_before_a_body_of_an_english_report() -> None:
    named = FRENCH.with_foreign_article("Joint Board", FRENCH.foreign_article("Joint Board", "en"))
    assert plain(set_spaces(f"{FRENCH.de(named)}, {FRENCH.to(named)}", "fr")) == "du Joint Board, au Joint Board"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Agence de l'eau", "the Agence de l'eau"), ("Rives unies", "Rives unies"), ("Syndicat mixte du port", "the Syndicat mixte du port")],
)
def test_bodies_of_a_french_report_in_english(name: str, expected: str) -> None:
    assert ENGLISH.with_foreign_article(name, ENGLISH.foreign_article(name, "fr")) == expected


def test_quoted_words_keep_their_language_their_dates_and_their_typography() -> None:
    made = Invented("Objective 1: Meet\n- 86% of members said in June 2022: “yes”.", language="en").axis("1", "Meet")
    made.time("June 2022", "2022-06-01", "2022-06-30", "month").action(
        "survey", "86% of members said in June 2022: “yes”", dates=("2022-06-01", "2022-06-30")
    )
    sentence = first(made)
    quote = next(run for run in sentence.runs if run.style == "quote")
    assert quote.text == "86% of members said in June 2022: “yes”" and quote.language == "en"
    assert plain(sentence.text).startswith("Une enquête a été menée en juin 2022 : «")


HEADS = [
    ("A second study, on the basin", "study, on the basin", "A second study, on the basin"),
    ("In 2021 the Port opened its own shore power berth", "own shore power berth", "its own shore power berth"),
    ("12 March 2022: opening of a desk", "opening of a desk", "opening of a desk"),
    # without a determiner: from the subject of the verb before it
    ("The College trained 29 apprentices", "29 apprentices", "The College trained 29 apprentices"),
    ("It trained 29 apprentices", "29 apprentices", "29 apprentices"),
]


@pytest.mark.parametrize(("text", "title", "expected"), HEADS)
def test_a_quotation_begins_where_its_phrase_does(text: str, title: str, expected: str) -> None:
    made = Invented(f"Objective 1: Build\n- {text}.", language="en").axis("1", "Build").action("pilot", text, title=title)
    assert f"« {expected} »" in plain(first(made).text)


UNITS = [
    ("600 copies", 600, "copies", "le rapport y compte 600 exemplaires"),
    ("8 meetings", 8, "meetings", "le rapport y compte huit réunions"),
    ("40 whatnots", 40, "whatnots", None),  # a word that is not known is not said
]


@pytest.mark.parametrize(("words", "value", "unit", "expected"), UNITS)
def test_what_is_counted_is_said_in_the_language_of_the_page(words: str, value: float, unit: str, expected: str | None) -> None:
    made = (
        Invented(f"Objective 1: Print\n- A guide was printed: {words}.", language="en")
        .axis("1", "Print")
        .action("publication", "A guide was printed")
    )
    text = plain(first(made.figure(words, value, unit, action="a-1")).text)
    assert (expected in text) if expected else ("le rapport y compte" not in text)


def test_the_signing_of_the_agreement_is_told_by_its_facts() -> None:
    made = (
        Invented("The Charter was concluded by Ann Lee.", language="en", partners=("o-a",), signed="2019-10-01")
        .axis("1", "The")
        .body("o-a", "Charter")
    )
    made.person("p-1", "Ann Lee").action("signing", "The Charter was concluded", dates=("2019-10-01", "2019-10-01"), signatory="p-1")
    assert agreement_noun(story(made.tables(), (), "fr")) == "charte"
    text = plain(first(made).text)
    assert text == "Charter a signé la charte le 1er octobre 2019 ; le rapport nomme parmi les signataires Ann Lee."
