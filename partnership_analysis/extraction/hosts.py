"""Events that the report says who holds: `Rivertour, événement organisé par …` under a picture makes its organiser the host wherever it is named."""

import re
from collections.abc import Sequence

from partnership_analysis.extraction.cast import FAMILY, Names
from partnership_analysis.extraction.units import ReadBlock

MOST = 20
"""Events whose holder is looked for."""
LONGEST = 60
"""Characters of an event's name."""


def event_hosts(blocks: Sequence[ReadBlock], names: Names) -> tuple[tuple[str, str], ...]:
    """Names of events, each with the id of the body that holds it, in reading order."""
    found: list[tuple[str, str]] = []
    for block in blocks:
        words = block.lexicon.setting(FAMILY, "held_by", ())
        comma = block.text[: LONGEST + 2].find(", ")
        if comma < 3 or not block.text[comma + 2 :].lower().startswith(tuple(words)):
            continue
        after = names.within(block.block.start + comma, block.block.end)
        if after:
            found.append((block.text[:comma], after[0].actor))
    return tuple(found[:MOST])


def hosts_named(text: str, events: Sequence[tuple[str, str]]) -> list[str]:
    """The ids of those who hold the events that a text names."""
    return [actor for name, actor in events if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
