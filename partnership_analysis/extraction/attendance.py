"""Who was there: the lists of those present at a session that a report minutes, or under the line that tells of one.

Lines labelled `Étaient présents`, `Present`, and those that follow them up to the excused. The labels are in
`lexicons/<language>/actions.toml`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnership_analysis.extraction.cast import Names
from partnership_analysis.extraction.units import ReadBlock

NEAR = 40
"""Blocks at the start in which those present are listed."""
LABEL = 70
"""Characters of a line's label."""
LINE = 160
"""Characters of a line that only names people."""


MOST_LINES = 40
"""Lines of a list of those present."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """A list of those present: from block `first` to block `last`, and the ids of the people on it, of the bodies where it names no people."""

    first: int
    last: int
    actors: tuple[str, ...]


def attendances(blocks: Sequence[ReadBlock], names: Names) -> Iterator[Attendance]:
    """The lists that a label opens (`Étaient présents :`, `Present`), at the end of a sentence or by itself, up to the excused or the next text."""
    number = 0
    while number < len(blocks):
        opened = _opens_list(blocks[number])
        number += 1
        if opened is None:
            continue
        first = last = number - 1
        start = blocks[first].view.source(opened, len(blocks[first].text)).start
        while number < len(blocks) and number - first < MOST_LINES and _goes_on(blocks[number], names):
            last = number
            number += 1
        named = names.within(start, blocks[last].block.end, free=True)
        people = dict.fromkeys(one.actor for one in named if one.person)
        actors = tuple(people or dict.fromkeys(one.actor for one in named))
        if actors:
            yield Attendance(first, last, actors)


def _opens_list(block: ReadBlock) -> int | None:
    """Where those present begin in the text of a block whose label says so; None where none does."""
    if block.block.kind == "table_cell":
        return None
    labels = block.lexicon.setting("actions", "present", ())
    text = block.text.rstrip(" *_:")
    if block.text.rstrip(" *_").endswith(":") or block.block.kind == "heading":
        if any(text.lower().endswith(label) and not text[-len(label) - 1 : -len(label)].isalnum() for label in labels):
            return len(text)
        return None
    label, colon, _ = block.text[:LABEL].partition(":")
    known = label.strip(" *_").lower() if colon else text.strip(" *_").lower()
    return len(label) if known in labels else None


def _goes_on(block: ReadBlock, names: Names) -> bool:
    """Whether a block goes on with a list of those present: an item, or a line that only names somebody, be it by itself under a page's edge."""
    text = block.text.strip(" *_")
    label = text[:LABEL].partition(":")[0].strip(" *_").lower()
    if label in block.lexicon.setting("actions", "excused", ()) or block.block.kind == "table_cell":
        return False
    if block.block.kind == "heading":
        return any(
            one.person and (one.start, one.end) == (block.block.start, block.block.end) for one in names.within(block.block.start, block.block.end)
        )
    return block.block.kind == "list_item" or (len(text) <= LINE and not text.endswith((".", ":")))


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
