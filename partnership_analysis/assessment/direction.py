"""Which way a target lies: whether less of what a figure counts is better.

The starting value tells it where the report gives one. Else what is counted tells it, by the words of `lexicons/<language>/checks.toml`:
fewer deaths, shorter delays. They count where they head the name of the figure (`delays in payment`, not `training in infection control`).
"""

from partnership_analysis.assessment.inspection import Inspection
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Indicator


def less_is_better(indicator: Indicator, name: str, inspection: Inspection) -> bool:
    """Whether a figure is to go down to its target; `name` is what it counts, in the report's words."""
    if indicator.baseline is not None and indicator.target is not None:
        return indicator.baseline > indicator.target
    head, link = _head(name, inspection)
    if inspection.says(head, "dealt_with"):
        return False
    return inspection.says(head, "fewer_is_better") or link in inspection.words("lacking")


def _head(name: str, inspection: Inspection) -> tuple[str, str]:
    """The words of a name up to the first small word, behind its numbers and words of counting, and that small word."""
    small = inspection.words("small")
    counting = small | inspection.words("counting")
    words = [word for word in folded(name).split() if not word.isdigit()]
    first = next((number for number, word in enumerate(words) if word not in counting), len(words))
    end = next((number for number in range(first, len(words)) if words[number] in small), len(words))
    return " ".join(words[first:end]), words[end] if end < len(words) else ""
