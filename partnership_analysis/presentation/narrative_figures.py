"""What each figure says: its finding as a caption, how to read it, its text alternative, its source."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from partnership_analysis.assessment.summaries import (
    Change,
    changes,
    figure_counts,
    kind_counts,
    means,
    own_date,
    participants,
    status_count,
    targets,
    timeline,
    undated,
)
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Finding
from partnership_analysis.presentation.formats import counted, date_words, day, month, number, set_spaces, spoken_number, with_unit
from partnership_analysis.presentation.narrative_parts import spoken
from partnership_analysis.presentation.narrative_quantities import money
from partnership_analysis.presentation.narrative_story import Story, story
from partnership_analysis.presentation.narrative_targets import change_sentence, target_name
from partnership_analysis.presentation.sentences import Sentence, quoted, without_marks
from partnership_analysis.tables.model import Tables

FigureName = Literal["cibles", "calendrier", "changement", "moyens", "types", "acteurs", "natures"]


@dataclass(frozen=True)
class FigureText:
    """The words around a figure."""

    caption: Sentence
    """The finding, without "Figure n."."""
    reading: str
    """How to read it."""
    title: str
    """What is plotted, with the number of rows."""
    description: str
    """The finding, extremes, what is missing."""
    source: Sentence


def figure_text(figure: FigureName, tables: Tables, findings: tuple[Finding, ...], language: str) -> FigureText | None:
    """The words of a figure; None where the report has nothing for it."""
    one = story(tables, findings, language)
    slots = _SLOTS[figure](one)
    if slots is None:
        return None
    parts = {}
    for part in ("caption", "reading", "title", "description", "source"):
        filled = one.wording.fill(f"figure.{figure}.{part}", slots)
        if filled is None:
            return None
        parts[part] = filled[0]
    plain = {part: set_spaces(one.grammar.tidied(parts[part]), language) for part in ("reading", "title", "description")}
    anchor = f"tableau-{_TABLES[figure]}"
    caption = one.say(parts["caption"], anchors=(anchor,))
    return FigureText(
        caption, _capital(plain["reading"]), _capital(plain["title"]), _capital(plain["description"]), one.say(parts["source"], anchors=(anchor,))
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _as_of(one: Story) -> str | None:
    now = own_date(one.tables)
    return day(now.last, one.language) if now and now.stated else None


def _targets(one: Story) -> Mapping[str, Any] | None:
    rows = targets(one.tables)
    if not rows:
        return None
    states = {state: sum(row.state == state for row in rows) for state in ("reached", "not_yet", "missed", "below", "not_reported")}
    short = states["not_yet"] + states["missed"] + states["below"]
    best = max((row for row in rows if row.share is not None), key=lambda row: row.share or 0, default=None)
    return {
        "total": len(rows), "targets": counted(len(rows), "target", one.language), "reached": states["reached"], "reached_said": spoken(one, states["reached"]) if states["reached"] else None,
        "short": short, "short_said": spoken(one, short) if short else None, "coming": short == states["not_yet"], "silent": states["not_reported"], "silent_said": spoken(one, states["not_reported"]) if states["not_reported"] else None,
        "as_of": _as_of(one),
        "total_said": spoken(one, len(rows)),
        "best": f"« {target_name(one, best)} »" if best and target_name(one, best) else None,
        "best_value": with_unit(best.value or 0, best.unit if best.unit in ("%", *one.wording.currencies) else None, one.language) if best else None,
        "best_target": with_unit(best.target, best.unit if best.unit in ("%", *one.wording.currencies) else None, one.language) if best else None,
        "falling": any(row.falling and row.baseline is not None for row in rows), "notch": any(row.baseline is not None and not row.falling for row in rows), "fewer": any(row.falling and row.baseline is None for row in rows),
    }  # fmt: skip


def _timeline(one: Story) -> Mapping[str, Any] | None:
    rows = timeline(one.tables)
    if not rows:
        return None
    done = [row for row in rows if row.action.status == "done"]
    planned = [row for row in rows if row.action.status == "planned"]
    last = max((row.end or row.start for row in planned), default=None)
    now = own_date(one.tables)
    latest = now.last if now else date.max
    first, end = (
        min((row.start for row in done), default=None),
        max((min(row.end or row.start, max(row.start, latest)) for row in done), default=None),
    )
    nothing = len(undated(one.tables))
    return {
        "dated": counted(len(rows), "action", one.language, figures=True), "dated_many": len(rows) > 1,
        "first": _month(one, first) if first else None, "end": _month(one, end) if end else None,
        "planned": spoken(one, len(planned)) if planned else None, "planned_many": len(planned) > 1, "last": _month(one, last) if last else None,
        "years": f"{rows[0].start.year if len(rows) == 1 else min(r.start.year for r in rows)}", "to": str(max((r.end or r.start).year for r in rows)),
        "undated": spoken(one, nothing) if nothing else None, "undated_many": nothing > 1, "as_of": _as_of(one),
    }  # fmt: skip


def _month(one: Story, last: Any) -> str:
    return month(last, one.language)


def _changes(one: Story) -> Mapping[str, Any] | None:
    rows = changes(one.tables)
    if not rows:
        return None
    best = max(rows, key=lambda row: (abs(row.difference / row.baseline) if row.baseline else 0, -row.indicator.start))
    name = without_marks(best.label) if best.label else None
    if not name and one.same_language and best.unit not in ("%", None, *one.wording.currencies):
        name = best.unit
    name = None if name and name.lower() in one.wording.words("measures") else name
    return {
        "total": len(rows), "count": spoken(one, len(rows)) if len(rows) > 1 else None, "name": quoted(" ".join(name.split())) if name else None,
        "clause": _told_change(one, best), "from": with_unit(best.baseline, best.unit if best.unit in ("%", *one.wording.currencies) else None, one.language),
        "to": with_unit(best.value, best.unit if best.unit in ("%", *one.wording.currencies) else None, one.language), "as_of": _as_of(one),
    }  # fmt: skip


def _told_change(one: Story, change: Change) -> str | None:
    """The report's own sentence about a change, where it can stand as a caption."""
    row = change.indicator
    block = next((block for _, block in one.blocks(row.start, row.end)), None)
    if not one.same_language or block is None or block.kind in ("table_cell", "call_out"):
        said = change_sentence(one, change)
        return said.text.rstrip(".") if said else None
    figure = folded(one.words(row.start, row.end))
    words = next((words for words in one.sentences(one.words(block.start, block.end)) if figure in folded(words)), "")
    return one.clause_about(words, block, figure) or None


def _means(one: Story) -> Mapping[str, Any] | None:
    found = means(one.tables)
    if not found:
        return None
    best = found[0]
    first = best.parts[0]
    payer = without_marks(first.payer) if first.payer else None
    return {
        "total": money(one, best.total), "parts": spoken_number(len(best.parts), one.language),
        "first": money(one, first.indicator), "payer": one.names.articled(payer) if payer else None, "many": len(best.parts) > 1,
        "values": [money(one, part.indicator) for part in best.parts],
    }  # fmt: skip


def _kinds(one: Story) -> Mapping[str, Any] | None:
    rows = kind_counts(one.tables)
    if not rows:
        return None
    named = [row for row in rows if row.kind != "other"]
    best = (named or list(rows))[0]
    return {
        "total": counted(sum(row.total for row in rows), "action", one.language), "kinds": len(rows), "best": one.wording.kind(best.kind)["many"] if best.total > 1 else one.wording.kind(best.kind)["one"],
        "best_count": number(best.total, one.language), "best_said": number(best.total, one.language) if sum(row.total for row in rows) > 9 else spoken_number(best.total, one.language) if best.total > 1 else one.wording.word("one_f" if one.wording.kind(best.kind).get("gender") == "f" else "one_m"),
        "many": best.total > 1, "feminine": one.wording.kind(best.kind).get("gender") == "f", "only": len(rows) == 1, "ties": [one.wording.kind(row.kind)["many"] for row in named if row.total == best.total and best.total > 1],
        "other": number(next((row.total for row in rows if row.kind == "other"), 0), one.language),
    }  # fmt: skip


def _actors(one: Story) -> Mapping[str, Any] | None:
    rows = [row for row in participants(one.tables) if row.total]
    if not rows:
        return None
    best = max(rows, key=lambda row: row.total)
    others = sum(not row.partner for row in rows)
    return {
        "total": counted(len(rows), "organisation", one.language, figures=True), "best": one.names.short(best.organisation.organisation_id), "best_actions": counted(best.total, "action", one.language),
        "others": spoken(one, others) if others else None, "others_many": others > 1, "many": len(rows) > 1,
        "all": counted(status_count(one.tables).total, "action", one.language, figures=True),
    }  # fmt: skip


def _natures(one: Story) -> Mapping[str, Any] | None:
    rows = figure_counts(one.tables)
    if not rows:
        return None
    kinds = {kind: sum(getattr(row, kind) for row in rows) for kind in ("output", "outcome", "input", "context")}
    total = sum(kinds.values())
    return {
        "total": counted(total, "figure", one.language, figures=True),
        "many": total > 1,
        **{kind: number(value, one.language) for kind, value in kinds.items()},
        "outcome_said": number(kinds["outcome"], one.language) if kinds["outcome"] else one.wording.word("none_alone"),
        "output_many": kinds["output"] > 1,
    }


_SLOTS = {
    "cibles": _targets,
    "calendrier": _timeline,
    "changement": _changes,
    "moyens": _means,
    "types": _kinds,
    "acteurs": _actors,
    "natures": _natures,
}
_TABLES = {
    "cibles": "indicators",
    "calendrier": "actions",
    "changement": "indicators",
    "moyens": "indicators",
    "types": "actions",
    "acteurs": "participations",
    "natures": "indicators",
}

__all__ = ["FigureName", "FigureText", "date_words", "figure_text"]
