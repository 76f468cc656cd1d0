"""What holds of every text that rules write, for each report of the golden set, in both languages."""

import re
from functools import cache
from pathlib import Path

import pytest
from gold_tables import gold_tables
from invented import plain

from partnership_analysis.assessment.findings import run_checks
from partnership_analysis.presentation.narrative import axis_narrative, facts_head, figure_text, key_facts, narrated_axes, participants, summary
from partnership_analysis.presentation.sentences import MARKS, Paragraphs, Sentence
from partnership_analysis.presentation.wording import wording
from partnership_analysis.tables.model import Tables

REPORTS = Path(__file__).parent.parent / "golden" / "reports"
NAMES = sorted(path.name for path in REPORTS.iterdir() if path.is_dir())
FIGURES = ("cibles", "calendrier", "changement", "moyens", "types", "acteurs", "natures")
SAMPLES = pytest.mark.parametrize(("name", "language"), [(name, language) for name in NAMES for language in ("fr", "en")])


@cache
def tables_of(name: str) -> Tables:
    return gold_tables(REPORTS / name)


@cache
def texts(name: str, language: str) -> tuple[tuple[str, Paragraphs], ...]:
    tables = tables_of(name)
    findings = run_checks(tables, language=language)
    parts = [("summary", summary(tables, findings, language)), ("people", (participants(tables, findings, language),))]
    parts += [(axis, axis_narrative(tables, axis, findings, language)) for axis in narrated_axes(tables)]
    captions = [words.caption for figure in FIGURES if (words := figure_text(figure, tables, findings, language))]  # type: ignore[arg-type]
    return (*parts, ("figures", (tuple(captions),)))


def sentences(name: str, language: str) -> list[Sentence]:
    return [sentence for _, paragraphs in texts(name, language) for paragraph in paragraphs for sentence in paragraph]


@SAMPLES
def test_sentences_are_whole(name: str, language: str) -> None:
    for sentence in sentences(name, language):
        text = sentence.text
        assert re.search(r"[.!?…][\s»”]*$", text), text
        assert text[:1].isupper() or not text[:1].isalpha(), text
        assert not re.search(r"\bNone\b(?! of)|\{|\}|  |\(\)|,,| ,|\.\.(?!\.)|«\s*»|“”", text), text
        assert not any(mark in text for mark in MARKS), text
        assert not text[0].isdigit() or sentence in [one for part, found in texts(name, language) if part == "figures" for one in found[0]], text


@SAMPLES
def test_every_sentence_leads_somewhere(name: str, language: str) -> None:
    document = tables_of(name).document.text
    for sentence in sentences(name, language):
        assert sentence.evidence or sentence.anchors, sentence.text
        assert len(sentence.evidence) <= 3
        assert list(sentence.evidence) == sorted(sentence.evidence)
        assert all(0 <= start < end <= len(document) for start, end in sentence.evidence)


@SAMPLES
def test_the_summary_is_short(name: str, language: str) -> None:
    found = dict(texts(name, language))["summary"]
    assert 20 <= sum(len(sentence.text.split()) for paragraph in found for sentence in paragraph) <= 150


@SAMPLES
def test_a_part_is_told_in_few_sentences(name: str, language: str) -> None:
    """Twelve on its actions; four on figures that stand alone, one on titles and one on who is quoted may come on top."""
    for axis, paragraphs in texts(name, language)[2:-1]:
        assert 1 <= sum(len(paragraph) for paragraph in paragraphs) <= 18, axis


OURS = {
    "fr": r"\b(?:nous|notre|nos|permis de|permet de|grâce à|malgré|notamment|seulement|importante?s?|réussie?s?|de nombreu(?:x|ses)|divers|oublie)\b",
    "en": r"\b(?:we|our|thanks to|despite|successful(?:ly)?|important|numerous|various|excellent)\b",
}


@SAMPLES
def test_words_that_we_never_say(name: str, language: str) -> None:
    for sentence in sentences(name, language):
        ours = "".join(run.text for run in sentence.runs if run.style == "plain")
        ours = re.sub(r"«[^»]*»|“[^”]*”", "", ours)
        assert not re.search(OURS[language], ours, re.IGNORECASE), sentence.text


@SAMPLES
def test_no_two_sentences_are_the_same(name: str, language: str) -> None:
    for part, paragraphs in texts(name, language):
        found = [sentence.text for paragraph in paragraphs for sentence in paragraph]
        assert len(found) == len(set(found)), part


FRENCH_FAULTS = re.compile(
    r"\b(?:de|que|ne|se|le|la) (?=[aeiouéèêâîôû])(?!onze|oui|[A-Z])|\bde les? (?![A-Z])|\bà les? (?![A-Z])|\b(?:un|une|la) (?:sont|ont)\b"
)


@pytest.mark.parametrize("name", NAMES)
def test_french_elision_and_contraction(name: str) -> None:
    for sentence in sentences(name, "fr"):
        ours = re.sub(r"«[^»]*»", "", "".join(run.text for run in sentence.runs if run.style == "plain"))
        assert not FRENCH_FAULTS.search(ours), sentence.text


SLIPS = re.compile(r"\b(\w{2,}) \1\b| [,.]|«\s*»|“”|\(\s*\)|[,;:] ?[.,;]|\b(?:des?|du|la|les?|à|aux?|et|ou|of|the|and|to|with|by)[.;]", re.IGNORECASE)


@SAMPLES
def test_no_word_is_doubled_and_no_sentence_is_cut_short(name: str, language: str) -> None:
    for sentence in sentences(name, language):
        ours = plain("".join(run.text if run.style == "plain" else "x" for run in sentence.runs))
        ours = re.sub(r"« [^»]*»|“[^”]*”", "x", ours)
        assert not SLIPS.search(ours), sentence.text
        assert ours[:1].isupper() or not sentence.text[:1].isalpha(), sentence.text
        assert sentence.text.rstrip(" »”").endswith((".", "!", "?", "…")), sentence.text
        assert sentence.text.count("(") == sentence.text.count(")"), sentence.text


@SAMPLES
def test_what_stands_between_our_quotation_marks_stands_in_the_report(name: str, language: str) -> None:
    report = tables_of(name).document
    document = letters_of(" ".join(report.text[start:end] for block in report.blocks if block.kind != "furniture" for start, end in block.spans))
    for sentence in sentences(name, language):
        for run in sentence.runs:
            if run.style == "quote":
                assert letters_of(run.text.rstrip("…")) in document, run.text


def letters_of(text: str) -> str:
    """The letters and digits of a text, without the addresses of its links: what no typography changes."""
    return "".join(sign for sign in re.sub(r"\]\([^()\s]*\)", "", text) if sign.isalnum())


@SAMPLES
def test_the_same_on_every_run(name: str, language: str) -> None:
    tables = gold_tables(REPORTS / name)
    findings = run_checks(tables, language=language)
    assert summary(tables, findings, language) == dict(texts(name, language))["summary"]
    for axis in narrated_axes(tables):
        assert axis_narrative(tables, axis, findings, language) == dict(texts(name, language))[axis]


@SAMPLES
def test_words_of_a_report_in_another_language_say_which(name: str, language: str) -> None:
    foreign = tables_of(name).report.language != language
    for sentence in sentences(name, language):
        for run in sentence.runs:
            assert run.language == (tables_of(name).report.language if foreign and run.style != "plain" else None)


@SAMPLES
def test_facts(name: str, language: str) -> None:
    tables = tables_of(name)
    findings = run_checks(tables, language=language)
    facts = key_facts(tables, findings, language)
    assert 1 <= len(facts) <= 4
    assert all(fact.value and fact.label for fact in facts)
    assert len(facts_head(tables, findings, language)) >= 3


def test_every_template_can_be_read() -> None:
    for language in ("fr", "en"):
        words = wording(language)
        stack = [("", words.content["sentences"])]
        while stack:
            key, entry = stack.pop()
            if isinstance(entry, list):
                assert all({"opens", "text"} == set(one) for one in entry), key
                assert words._templates(key.removeprefix("."))
            else:
                stack += [(f"{key}.{name}", value) for name, value in entry.items()]
