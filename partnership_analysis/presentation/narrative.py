"""The narrative of an assessment: what the page asks for, from one place. See each module for its sentences."""

from dataclasses import dataclass

from partnership_analysis.assessment.summaries import means, months_elapsed, own_date, status_count, targets
from partnership_analysis.extraction.records import Finding
from partnership_analysis.presentation.formats import counted, date_words, day, number, quantity, set_spaces
from partnership_analysis.presentation.narrative_axes import axis_narrative
from partnership_analysis.presentation.narrative_figures import FigureName, FigureText, figure_text
from partnership_analysis.presentation.narrative_parts import axis_heading, narrated_axes
from partnership_analysis.presentation.narrative_people import participants
from partnership_analysis.presentation.narrative_story import story
from partnership_analysis.presentation.narrative_summary import CONTRADICTIONS, summary
from partnership_analysis.presentation.narrative_targets import target_sentences
from partnership_analysis.presentation.sentences import Sentence, sentence
from partnership_analysis.presentation.wording import wording
from partnership_analysis.tables.model import Tables

__all__ = [
    "FigureName",
    "FigureText",
    "KeyFact",
    "axis_heading",
    "axis_narrative",
    "checks_sentence",
    "facts_head",
    "figure_text",
    "key_facts",
    "missing",
    "narrated_axes",
    "participants",
    "summary",
    "target_sentences",
]


@dataclass(frozen=True)
class KeyFact:
    """A number that stands out: `35`, `actions`, `21 réalisées, 8 en cours et 6 à venir`."""

    value: str
    label: str
    detail: str
    anchors: tuple[str, ...]


def key_facts(tables: Tables, findings: tuple[Finding, ...], language: str) -> tuple[KeyFact, ...]:
    """At most four numbers: actions, targets, money, contradictions; what the report does not have is left out."""
    one = story(tables, findings, language)
    words = one.wording
    facts: list[KeyFact] = []

    def add(key: str, value: str, slots: dict[str, object], anchors: tuple[str, ...]) -> None:
        label, detail = words.fill(f"facts.{key}.label", slots), words.fill(f"facts.{key}.detail", slots)
        if label:
            facts.append(
                KeyFact(set_spaces(value, language), set_spaces(label[0], language), set_spaces(detail[0], language) if detail else "", anchors)
            )

    count = status_count(tables)
    if count.total:
        numbers = {"done": count.done, "ongoing": count.ongoing, "planned": count.planned, "abandoned": count.abandoned}
        some = [
            filled[0]
            for key, value in numbers.items()
            if value and (filled := words.fill(f"status.{key}", {"count": number(value, language), "many": value > 1}))
        ]
        add("actions", number(count.total, language), {"many": count.total > 1, "items": some}, ("tableau-actions",))
    found = targets(tables)
    if found:
        reached, silent = sum(row.state == "reached" for row in found), sum(row.state == "not_reported" for row in found)
        add(
            "targets",
            number(len(found), language),
            {
                "many": len(found) > 1,
                "reached": reached,
                "short": len(found) - reached - silent,
                "silent": silent,
                "coming": all(row.state not in ("missed", "below") for row in found),
            },
            ("figure-cibles",),
        )
    sums = means(tables)
    if sums:
        add(
            "money",
            quantity(sums[0].total, language),
            {"parts": [quantity(part.indicator, language) for part in sums[0].parts][:3]},
            ("figure-moyens",),
        )
    contradictions = sum(finding.check in CONTRADICTIONS for finding in findings)
    warnings, infos = sum(finding.severity == "warning" for finding in findings), sum(finding.severity == "info" for finding in findings)
    add(
        "contradictions",
        number(contradictions, language),
        {"many": contradictions > 1, "one": contradictions == 1, "warnings": warnings, "infos": infos},
        ("controles",),
    )
    return tuple(facts)


def facts_head(tables: Tables, findings: tuple[Finding, ...], language: str) -> tuple[tuple[str, Sentence], ...]:
    """The facts of the page's header: the agreement's period, when and where it was signed, as of when, what was read."""
    one = story(tables, findings, language)
    report = tables.report
    words = one.wording
    signing = next(
        (row for row in tables.rows.actions if row.kind == "signing" and row.status == "done" and row.date_start == report.signed_on), None
    )
    now, elapsed = own_date(tables), months_elapsed(tables)
    slots: dict[str, object] = {
        "period": date_words(report.period_start, report.period_end, None, language) or None,
        "signed": day(report.signed_on, language) if report.signed_on else None,
        "where": one.where(signing) if signing else None,
        "as_of": day(now.last, language) if now and now.stated else None,
        "latest": date_words(now.first, now.last, None, language) if now and not now.stated else None,
        "months": number(elapsed.months, language) if elapsed and elapsed.months < elapsed.of else None,
        "of": counted(elapsed.of, "month", language, figures=True) if elapsed else None,
        "characters": number(report.characters, language),
        "unread": bool(tables.document.unread),
    }
    facts = []
    for key in ("period", "signed", "as_of", "read"):
        filled = words.fill(f"head.{key}", slots)
        if filled:
            evidence = ((signing.start, signing.end),) if key == "signed" and signing else ()
            facts.append(
                (
                    words.content["head_labels"][key],
                    sentence(set_spaces(one.grammar.tidied(filled[0]), language), evidence=evidence, foreign=one.foreign),
                )
            )
    return tuple(facts)


def checks_sentence(tables: Tables, findings: tuple[Finding, ...], checks_run: int, language: str) -> Sentence:
    """What the checks found in one sentence: contradictions, points to follow, and how many checks were run."""
    one = story(tables, findings, language)
    contradictions = sum(finding.severity == "error" for finding in findings)
    warnings, infos = sum(finding.severity == "warning" for finding in findings), sum(finding.severity == "info" for finding in findings)
    slots = {
        "checks": counted(checks_run, "check", language, figures=True),
        "contradictions": counted(contradictions, "contradiction", language) if contradictions else None,
        "warnings": counted(warnings, "point", language) if warnings else None,
        "many_warnings": warnings > 1,
        "nothing": not findings,
        "infos": infos,
    }
    filled = one.wording.fill("checks", slots)
    assert filled is not None
    return one.say(filled[0], anchors=("controles",))


def missing(section: str, language: str) -> Sentence:
    """What a section without data says: `cibles`, `calendrier`, `acteurs`, `axes`."""
    filled = wording(language).fill(f"missing.{section}", {"turn": 0})
    assert filled is not None
    return sentence(set_spaces(filled[0], language))
