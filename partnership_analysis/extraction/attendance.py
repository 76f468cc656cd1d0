"""Who was there: the lists of those present at a session that a report minutes.

Lines labelled `Étaient présents`, `Present`, and those that follow them up to the excused. The labels are in
`lexicons/<language>/actions.toml`.
"""

from collections.abc import Sequence

from partnership_analysis.extraction.cast import Names
from partnership_analysis.extraction.units import ReadBlock

NEAR = 40
"""Blocks at the start in which those present are listed."""
LABEL = 70
"""Characters of a line's label."""
LINE = 160
"""Characters of a line that only names people."""


def present(blocks: Sequence[ReadBlock], names: Names) -> tuple[str, ...]:
    """The ids of the people and bodies listed as present, in reading order."""
    found: list[str] = []
    listing = False
    for block in blocks[:NEAR]:
        text = block.text.strip(" *_")
        label = text[:LABEL].partition(":")[0].strip(" *_").lower() if ":" in text[:LABEL] else ""
        known = label or text.lower().strip(" :.")
        if known in block.lexicon.setting("actions", "present", ()):
            listing = True
        elif known in block.lexicon.setting("actions", "excused", ()):
            listing = False
        elif listing and not (
            label or block.block.kind == "list_item" or (len(text) <= LINE and not text.endswith(".") and block.block.kind != "heading")
        ):
            break
        if listing:
            found += [one.actor for one in names.within(block.block.start, block.block.end, free=True)]
    return tuple(dict.fromkeys(found))
