"""Actions inside a sentence: those it lists after `par exemple`, those in its brackets, the one before a list it leads into."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from partnership_analysis.extraction.cast import Part, add, cast
from partnership_analysis.extraction.clauses import piece
from partnership_analysis.extraction.deeds import deed
from partnership_analysis.extraction.drafts import Draft, Known
from partnership_analysis.extraction.verbs import Deed, Scene

SPECIFIC = frozenset(
    ("signing", "study", "survey", "podcast", "webinar", "workshop", "conference", "visit", "hearing", "open_letter", "meeting", "training")
)
"""Kinds that make an item in brackets an action of its own."""


def split(draft: Draft, known: Known) -> Iterator[Draft]:
    """The actions of a sentence: those it lists after `par exemple`, those in its brackets, else itself."""
    listed = _examples(draft)
    if listed:
        for scene, told in listed:
            yield _part(draft, scene, told, known)
        return
    yield draft
    for scene, told in _brackets(draft):
        yield _part(draft, scene, told, known)


def _part(draft: Draft, scene: Scene, told: Deed, known: Known) -> Draft:
    """A part of a sentence as an action of its own."""
    start, end = scene.statement.places()
    parts = {part.actor: part for part in cast(scene, told, known.names)}
    if told.kind == "hearing":
        for one in known.names.within(start, end, free=True):
            add(parts, Part(one.actor, "host" if one.actor in known.bodies else "speaker"))
    else:
        for part in draft.parts.values():
            if part.subject or (part.role == "organiser" and part.actor in known.partners):
                add(parts, Part(part.actor, "organiser", True))
    return Draft(scene, told, start, end, draft.status, parts, draft.joint, [scene])


def _examples(draft: Draft) -> list[tuple[Scene, Deed]]:
    """`des actions ont été menées, par exemple X ainsi que Y`: X and Y, where both have a deed at their head."""
    scene, statement = draft.scene, draft.scene.statement
    start = next(iter(statement.of_part("EXAMPLE")), None)
    if start is None or draft.told.kind not in ("other", "information_sharing", "advocacy") or draft.told.group is None:
        return []
    joints = [n for n in range(start + 1, statement.last) if scene.listed("listing", n)]
    return _each(scene, [start, *joints, statement.last]) if joints else []


def _each(scene: Scene, edges: Sequence[int]) -> list[tuple[Scene, Deed]]:
    found = []
    for one, two in pairwise(edges):
        if two - one < 2:
            continue
        part = replace(scene, statement=piece(scene.statement, one + 1, two))
        told = deed(part, item=True)
        if told is None or told.group is not None:
            return []
        found.append((part, told))
    return found


def _brackets(draft: Draft) -> list[tuple[Scene, Deed]]:
    """Items in brackets with substance: an event or deed of another kind than the sentence's own."""
    scene, statement = draft.scene, draft.scene.statement
    classes = statement.units.classes
    opened = classes.find("(", statement.first, statement.last)
    closed = classes.find(")", opened, statement.last) if opened > 0 else -1
    if closed < 0 or draft.told.group is None or classes[opened - 1] == "]":
        return []
    found = _each(scene, [opened, *(n for n in range(opened, closed) if classes[n] == "," and n not in scene.taken), closed])
    return found if any(told.kind != draft.told.kind and told.kind in SPECIFIC for _, told in found) else []


def told_before_list(scene: Scene) -> Scene | None:
    """The part of a sentence before the one that leads into a list, where it tells a dated deed of its own."""
    main = [one for one in scene.groups if not one.bare]
    if len(main) < 2 or not scene.dated:
        return None
    joint = next((n for n in range(main[-1].first - 1, main[0].verb, -1) if scene.part(n) == "AND"), None)
    if joint is None or joint - scene.statement.first < 3:
        return None
    part = replace(scene, statement=piece(scene.statement, scene.statement.first, joint))
    return part if any(n < joint for n in scene.dated) else None
