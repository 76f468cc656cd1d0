"""The parts of a report as sentences name and count them."""

from partnership_analysis.assessment.summaries import StatusCount
from partnership_analysis.extraction.records import Axis
from partnership_analysis.presentation.formats import number, set_spaces, spoken_number
from partnership_analysis.presentation.narrative_story import Story
from partnership_analysis.presentation.sentences import Sentence, sentence, titled, without_marks
from partnership_analysis.presentation.wording import wording
from partnership_analysis.tables.model import Tables


def narrated_axes(tables: Tables) -> tuple[str, ...]:
    """The parts that get a narrative, in page order: the introduction and objectives (also empty ones), then other parts that hold actions."""
    holding = {action.axis_id for action in tables.rows.actions}
    axes = tables.rows.axes
    introduction = [axis.axis_id for axis in axes if axis.kind == "introduction" and axis.axis_id in holding]
    objectives = [axis.axis_id for axis in axes if axis.kind == "axis"]
    others = [axis.axis_id for axis in axes if axis.kind == "transversal" and axis.axis_id in holding]
    return (*introduction, *objectives, *others)


def axis_heading(tables: Tables, axis_id: str, language: str) -> Sentence:
    """The heading of a part: `Axe 1. Ouvrir les ateliers`."""
    axis = next(axis for axis in tables.rows.axes if axis.axis_id == axis_id)
    foreign = None if tables.report.language == language else tables.report.language
    key = "axis.heading" if axis.number and axis.kind == "axis" else "axis.heading_plain"
    filled = wording(language).fill(key, {"number": axis.number, "title": titled(" ".join(without_marks(axis.title).split()))})
    assert filled is not None
    return sentence(set_spaces(filled[0], language), evidence=((axis.heading_start, axis.heading_end),), anchors=(f"x-{axis_id}",), foreign=foreign)


def part_name(one: Story, axis: Axis) -> str:
    """A part as a sentence names it: `l'axe 1`, `cet axe`, `l'introduction`, `cette partie`; `le rapport` where it has no other part."""
    if axis.kind == "introduction":
        key = "axis.introduction" if len(narrated_axes(one.tables)) > 1 else "axis.whole"
        filled = one.wording.fill(key, {})
        return filled[0] if filled else ""
    key = "axis.numbered" if axis.kind == "axis" and axis.number else "axis.unnumbered" if axis.kind == "axis" else "axis.part"
    filled = one.wording.fill(key, {"number": axis.number})
    return filled[0] if filled else ""


def statuses(one: Story, count: StatusCount) -> str | None:
    """`sept réalisées, une en cours et deux à venir`; None where all are of one status."""
    numbers = {"done": count.done, "ongoing": count.ongoing, "planned": count.planned, "abandoned": count.abandoned}
    some = {key: value for key, value in numbers.items() if value}
    if len(some) < 2:
        return None
    figures = sum(some.values()) > 9
    said = []
    for key, value in some.items():
        filled = one.wording.fill(f"status.{key}", {"count": number(value, one.language) if figures else spoken(one, value), "many": value > 1})
        if filled:
            said.append(filled[0])
    return one.grammar.listed(said)


def spoken(one: Story, value: int) -> str:
    """A number of actions in words, feminine where the language has it."""
    return one.wording.word("one_f") if value == 1 else spoken_number(value, one.language)


def agreement_noun(one: Story) -> str:
    """The agreement's own noun where title or signing name it in the assessment's language, else a general one."""
    nouns = one.wording.words("agreements")
    named = {noun: noun for noun in nouns} if one.same_language else one.wording.agreements_of(one.tables.report.language)
    signing = next((row for row in one.tables.rows.actions if row.kind == "signing"), None)
    words = f"{signing.title if signing else ''} {one.tables.report.title or ''}".lower()
    found = sorted((words.find(noun.lower()), -len(noun), noun) for noun in named if noun.lower() in words)
    return named[found[0][2]] if found else nouns[0]
