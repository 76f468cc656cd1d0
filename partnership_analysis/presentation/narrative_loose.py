"""What a part tells beside its actions: figures that stand alone, and who is quoted.

A figure is told by the report's own clause where that can stand in a sentence of ours, a call-out in a list, a change from a starting value
by our clause; else by the report's whole sentence in quotation marks. What stands in a table of results belongs to the section on targets.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnership_analysis.assessment.summaries import Change, changes, is_cost, targets
from partnership_analysis.document.model import Block
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Action, Axis, Indicator, Quotation
from partnership_analysis.presentation.formats import spoken_number
from partnership_analysis.presentation.grammar.cutting import balanced
from partnership_analysis.presentation.narrative_parts import part_name
from partnership_analysis.presentation.narrative_story import Story
from partnership_analysis.presentation.narrative_targets import change_clause
from partnership_analysis.presentation.narrative_words import nested
from partnership_analysis.presentation.sentences import Span, quoted, titled, without_marks

LONGEST_LABEL = 10
"""Words of a call-out, or of a line that is no sentence."""
LONGEST_QUOTE = 40
SHORTEST_QUOTE = 4
MOST_LISTED = 4
LABEL = re.compile(r"\w ?: (?=\S)")
MOST_QUOTED = 2
MOST_TITLES = 3
MOST_SPEAKERS = 4


@dataclass(frozen=True)
class Remark:
    """A sentence beside the actions: its clause, how it opens, what it rests on; the lower its rank, the sooner it is told."""

    text: str
    opens: str
    evidence: tuple[Span, ...]
    rank: int
    anchors: tuple[str, ...] = ()


def remarks(one: Story, axis: Axis, actions: Sequence[Action], said: Sequence[str], room: int) -> list[Remark]:
    """The most telling remarks on a part, as many as there is room for, in the report's order; `said` are the folded sentences told before."""
    found = [*_figures(one, axis, actions, said)]
    chosen = sorted(found, key=lambda remark: (remark.rank, remark.evidence[0]))[: max(0, room)]
    return sorted(chosen, key=lambda remark: (bool(remark.anchors), remark.evidence[0]))


def _figures(one: Story, axis: Axis, actions: Sequence[Action], said: Sequence[str]) -> Iterator[Remark]:
    spans = [(action.start, action.end) for action in actions]
    rows = [
        row
        for row in one.tables.rows.indicators
        if row.axis_id == axis.axis_id and not row.action_id and _tells(row, axis) and not any(start <= row.start < end for start, end in spans)
    ]
    dashboard = {target.indicator.indicator_id for target in targets(one.tables)}
    changed = {change.indicator.indicator_id: change for change in changes(one.tables)}
    listed: dict[str, Indicator] = {}
    labelled: dict[str, Indicator] = {}
    heard: set[str] = set()
    avoid: tuple[str, ...] = ()
    quotes = 0
    for row in rows:
        block = next((block for _, block in one.blocks(row.start, row.end)), None)
        figure = folded(one.words(row.start, row.end))
        if block is None or block.kind == "table_cell" or (row.label and row.indicator_id in dashboard) or any(figure in text for text in said):
            continue
        words = one.words(block.start, block.end)
        if block.kind == "call_out" or len(words.split()) <= LONGEST_LABEL:
            if block.kind == "call_out" and len(words.split()) <= LONGEST_LABEL and one.same_language:
                listed.setdefault(words, row)
            elif block.kind in ("list_item", "paragraph") and row.indicator_id not in dashboard and LABEL.search(words):
                labelled.setdefault(words, row)
            continue
        sentence = next((sentence for sentence in one.sentences(words) if figure in folded(sentence)), "")
        key = folded(sentence)
        if not sentence or key in heard:
            continue
        told_before = any(start < row.end and end > block.start and folded(one.words(start, end)) in key for start, end in spans)
        remark = _told(one, row, changed.get(row.indicator_id), sentence, block, quotes, avoid, in_part=told_before)
        if remark:
            avoid = (remark.opens,)
            heard.add(key)
            quotes += remark.opens == "quote"
            yield remark
    if labelled:
        items = [one.wording.fill("axis.label", {"words": quoted(nested(words.strip(" .;")))}) for words in [*labelled][:MOST_LISTED]]
        filled = one.wording.fill("axis.listed_labels", {"figures": [item[0] for item in items if item]})
        if filled:
            yield Remark(filled[0], "labels", tuple((row.start, row.end) for row in [*labelled.values()][:MOST_LISTED]), 1, ("tableau-indicators",))
    if listed:
        shown = dict(sorted(sorted(listed.items(), key=lambda item: item[1].kind != "outcome")[:MOST_LISTED], key=lambda item: item[1].start))
        filled = one.wording.fill("axis.listed_figures", {"figures": list(shown)})
        if filled:
            yield Remark(filled[0], "figures", tuple((row.start, row.end) for row in shown.values()), 0, ("tableau-indicators",))


def _tells(row: Indicator, axis: Axis) -> bool:
    """Whether a figure says what was done or changed, or what it cost; in the introduction also where things stood."""
    return row.kind in ("outcome", "output") or is_cost(row) or (axis.kind == "introduction" and row.kind == "context")


def _told(
    one: Story, row: Indicator, change: Change | None, sentence: str, block: Block, quotes: int, avoid: tuple[str, ...], *, in_part: bool
) -> Remark | None:
    """One figure: the report's clause, our clause about a change, or the report's sentence quoted."""
    evidence = ((row.start, row.end),)
    rank = 1 + (row.kind != "outcome") + (row.kind in ("input", "context"))
    figure = folded(one.words(row.start, row.end))
    if one.same_language and not in_part:
        clause = one.clause_about(sentence, block, figure)
        if clause:
            key = "axis.loose_told" if one.grammar.attributed(clause) else "axis.loose"
            filled = one.wording.fill(key, {"clause": clause}, avoid=avoid)
            if filled:
                return Remark(filled[0], filled[1], evidence, rank)
    clause_of_change = change_clause(one, change) if change and one.same_language else None
    if clause_of_change:
        return Remark(clause_of_change, "subject", evidence, rank)
    words = _quotable(one, sentence, figure, in_part=in_part)
    if not words or quotes >= MOST_QUOTED:
        return None
    filled = one.wording.fill("axis.quoted_figure", {"words": quoted(words)}, avoid=("quote",) if quotes else ())
    return Remark(filled[0], "quote", evidence, rank + 1) if filled else None


def _quotable(one: Story, sentence: str, figure: str, *, in_part: bool) -> str:
    """A sentence of the report to be quoted whole; the part between semicolons that gives the figure where the sentence is long or told `in_part`.

    Empty where neither fits.
    """
    whole = without_marks(sentence).strip()
    pieces = [part.strip() for part in whole.split(";")]
    parts = [part for part in pieces if not one.source_grammar.goes_on(part)] if in_part and len(pieces) > 1 else [whole, *pieces]
    for part in parts:
        if (
            SHORTEST_QUOTE <= len(part.split()) <= LONGEST_QUOTE
            and figure in folded(part)
            and balanced(part)
            and one.source_grammar.finite(part) is not None
        ):
            return nested(part.rstrip(" .;:,"))
    return ""


def works(one: Story, axis: Axis, said: Sequence[str]) -> Remark | None:
    """The titled works that a part names and no sentence before did; more than three are counted."""
    start = min(axis.start, axis.heading_start)
    titles = {
        folded(row.title): row
        for row in one.tables.rows.publications
        if start <= row.start < axis.end and row.title[:1].isupper() and len(row.title.split()) > 1 and one.part_of(row.start) == axis.axis_id
    }
    left = [row for title, row in titles.items() if not any(title in text for text in said)]
    if not left:
        return None
    items = [one.wording.fill("axis.work", {"title": titled(nested(" ".join(without_marks(row.title).split())))}) for row in left[:MOST_TITLES]]
    slots = {
        "items": [item[0] for item in items if item] if len(left) <= MOST_TITLES else None,
        "count": spoken_number(len(left), one.language),
        "many": len(left) > 1,
        "part": part_name(one, axis),
    }
    filled = one.wording.fill("axis.works", slots)
    return Remark(filled[0], "works", tuple((row.start, row.end) for row in left[:MOST_TITLES]), 0, ("tableau-publications",)) if filled else None


def voices(one: Story, axis: Axis, said: Sequence[str]) -> tuple[str, tuple[Span, ...]] | None:
    """Who is quoted in a part and not in `said`, with the first words that are short enough; None where nobody is."""
    start = min(axis.start, axis.heading_start)
    found = [
        row
        for row in one.tables.rows.quotations
        if row.people
        and start <= row.start < axis.end
        and one.part_of(row.start) == axis.axis_id
        and not any(folded(_words_of(row)) in text for text in said)
    ]
    items: list[str] = []
    evidence: list[Span] = []
    slots: dict[str, object] = {"names": None, "words": None}
    for row in found[:MOST_QUOTED]:
        names = [name for name in (one.names.actor(person) for person in row.people[:MOST_SPEAKERS]) if name]
        words = next((words for words in one.sentences(_words_of(row)) if SHORTEST_QUOTE <= len(words.split()) <= LONGEST_QUOTE), "")
        said_words = quoted(nested(words.rstrip(" .;:,"))) if words else ""
        filled = one.wording.fill("axis.voice", {"names": names or None, "words": said_words})
        if filled:
            items.append(filled[0])
            evidence.append((row.start, row.end))
            slots = {"names": names, "words": said_words or None} if len(items) == 1 else {"names": None, "words": None}
    filled = one.wording.fill("axis.voices", {"items": items, **slots}) if items else None
    return (filled[0], tuple(evidence)) if filled else None


def _words_of(row: Quotation) -> str:
    return " ".join(without_marks(row.text).split()).strip(' «»“”"*_>')
