"""Figures in sentences: as the report words them where it can stand in ours, else value and unit in our form."""

import re
from collections import Counter
from dataclasses import replace

from partnership_analysis.assessment.summaries import is_cost, is_money
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Action, Indicator
from partnership_analysis.presentation.formats import quantity, spoken_number, with_unit
from partnership_analysis.presentation.grammar.cutting import balanced, bare
from partnership_analysis.presentation.grammar.model import Clause
from partnership_analysis.presentation.narrative_story import Story
from partnership_analysis.presentation.sentences import Span

MOST_FIGURES = 4
MOST_ALIKE = 3
"""Figures of one unit: so many are the parts of something, and tell nothing in a row."""
LONGEST = 9
STARTS = re.compile(
    r"(?:\d|[£$€]|plus d|près d|environ|au moins|moins d|quelque|une? \w+aine d|un |une |deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille|more than|nearly|about|some \d|at least|over \d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|sixteen|twenty)",
    re.IGNORECASE,
)
VERBS = re.compile(
    r"(?<![\w-])(?:a|ont|est|sont|was|were|has|have|had|began|could|contre|pour un objectif|against|up from|of them|sur les|in \d{4}|to the|dépensés|visés)(?![\w-])",
    re.IGNORECASE,
)
SAYS_WHAT = re.compile(r"[^\W\d_]|[%£$€]")
RELATIVE = re.compile(r"\b(?:autres?|others?|another|further|them|leur|leurs|their)\b", re.IGNORECASE)
WHOLE = re.compile(r"%\s+(?:des|du|d[’']|of)\b")
"""A share of a whole tells nothing without its verb."""
EVENTS = ("webinar", "workshop", "conference", "meeting", "training", "visit")
NESTED = re.compile(r" [(]([^()]*)[)]")
RANK = {"outcome": 0, "output": 1, "input": 2, "context": 3}


def phrase(story: Story, row: Indicator) -> str:
    """A figure as a noun phrase of a sentence; empty where it cannot stand alone."""
    if (
        row.value is None
        or RELATIVE.search(row.exact)
        or unit_in(story, row, "times")
        or (row.unit == "%" and ("%" not in row.exact or WHOLE.search(row.exact)))
    ):
        return ""
    if story.same_language:
        words = story.words(row.start, row.end)
        if (
            STARTS.match(words)
            and not VERBS.search(words)
            and len(words.split()) <= LONGEST
            and balanced(words)
            and SAYS_WHAT.search(words)
            and row.baseline is None
            and row.target is None
            and not (row.unit == "%" and words.endswith("%"))
        ):
            return re.sub(r"^only ", "", words[:1].lower() + words[1:])
    unit = unit_of(story, row)
    if not unit or unit == "%" or (not story.same_language and unit not in story.wording.currencies and row.value < 2):
        return ""
    said = quantity(replace(row, unit=unit), story.language)
    if (
        not story.same_language
        and row.value in range(2, 10)
        and row.value_max is None
        and unit not in (*story.wording.currencies, *story.wording.words("measures"))
    ):
        said = f"{story.wording.qualifiers.get(row.qualifier, '')}{spoken_number(int(row.value), story.language)} {unit}"
    if row.target is not None and row.kind != "input":
        goal = story.wording.fill(
            "figures.target", {"target": with_unit(row.target, unit if unit in story.wording.currencies else None, story.language)}
        )
        said += (goal[0] if goal and goal[0].startswith(",") else f" {goal[0]}") if goal else ""
    return said


def unit_of(story: Story, row: Indicator) -> str:
    """What a figure counts in the assessment's language; empty where the report is in another and the word is not known."""
    if story.same_language or not row.unit or row.unit in ("%", *story.wording.currencies):
        return row.unit or ""
    return story.wording.unit(row.unit, story.tables.report.language)


def money(story: Story, row: Indicator) -> str:
    """A sum as the report writes it where it is short and in the assessment's language, else in our form."""
    words = story.words(row.start, row.end)
    if story.same_language and len(words.split()) <= 4 and re.match(r"[£$€]?\d", words) and re.search(r"[€£$]|euros?|million", words):
        return words
    return quantity(row, story.language)


def gathering(story: Story, action: Action, clause: Clause) -> tuple[str, tuple[Span, ...]]:
    """What took place and one figure of who came, as one clause: `un webinaire a totalisé 118 connexions`; empty where there is no such figure."""
    rows = [
        row for row in story.figures.get(action.action_id, ()) if row.kind in ("output", "outcome") and row.value is not None and row.target is None
    ]
    if not clause.noun or len(rows) != 1 or not story.same_language:
        return "", ()
    text = phrase(story, rows[0])
    key = next((key for key in ("people_units", "count_units") if text and unit_in(story, rows[0], key)), "")
    filled = story.wording.fill(f"figures.{key}", {"noun": clause.noun, "figure": text, "many": clause.pronoun.endswith("s")}) if key else None
    return (filled[0], ((rows[0].start, rows[0].end),)) if filled else ("", ())


def unit_in(story: Story, row: Indicator, key: str) -> bool:
    """Whether what a figure counts begins with one of the words of a list."""
    return unit_of(story, row).split(" ")[0].lower() in story.wording.words(key)


def quantities(story: Story, action: Action, said: str, *, report_speaks: bool = False) -> tuple[str, str, tuple[Span, ...]]:
    """What the report counts for an action and our words do not say yet, as a clause and in brackets; and the spans of those figures.

    `report_speaks`: the clause before has the report as its subject, so this one goes on with it.
    """
    if action.status == "planned":
        return "", "", ()
    heard = folded(bare(said))
    seen: set[str] = set()
    kept: list[tuple[Indicator, str]] = []
    for row in story.figures.get(action.action_id, ()):
        words = folded(story.words(row.start, row.end))
        if words in heard or (row.value is not None and f" {row.value:g} {folded(row.unit or '')[:5]}" in f" {heard}"):
            continue
        others = [
            other.value
            for other in story.figures.get(action.action_id, ())
            if other is not row and folded(other.unit or "")[:6] == folded(row.unit or "")[:6] and other.value
        ]
        if (len(others) > 1 and row.value == sum(others)) or (row.value and len(others) > 1 and max(others) == sum(others) - max(others) + row.value):
            continue
        text = phrase(story, row)
        same = f"{row.value} {folded(row.unit or row.exact)[:6]}"
        if text and same not in seen and folded(text) not in seen and not _lasts(story, row):
            seen.update((same, folded(text)))
            kept.append((row, text))
    units = Counter(folded(row.unit or "") for row, _ in kept)
    kept = [(row, text) for row, text in kept if units[folded(row.unit or "")] < MOST_ALIKE or is_cost(row)]
    best = sorted(sorted(kept, key=lambda item: RANK.get(item[0].kind, 1))[:MOST_FIGURES], key=lambda item: item[0].start)
    if not best:
        return "", "", ()
    attended = (
        len(best) > 0
        and action.status == "done"
        and action.kind in EVENTS
        and all(_comes(story, row) for row, _ in best)
        and sum(row.value or 0 for row, _ in best) > 1
    )
    filled = story.wording.fill(
        "figures.attended" if attended else "figures.counts_more" if report_speaks else "figures.counts",
        {"figures": [text for _, text in best], "sums": any(is_money(row) for row, _ in best)},
    )
    return (filled[0] if filled else ""), _in_brackets(story, [text for _, text in best]), tuple((row.start, row.end) for row, _ in best)


def _lasts(story: Story, row: Indicator) -> bool:
    """Whether a figure says how long something lasted: it is no count."""
    return row.kind == "input" and not is_cost(row) and unit_in(story, row, "measures")


def _comes(story: Story, row: Indicator) -> bool:
    """Whether a figure counts people who came, not what became of them: `64 bénévoles`, not `64 bénévoles formés`."""
    after = unit_of(story, row).split(" ")[1:]
    return unit_in(story, row, "people_units") and not any(story.grammar.begins_with_verb(word) for word in after)


def _in_brackets(story: Story, figures: list[str]) -> str:
    """Figures in brackets; brackets of their own become commas."""
    plain = [NESTED.sub(r", \1", text) for text in figures]
    return f" ({story.grammar.listed(plain)})"
