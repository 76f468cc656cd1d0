"""Clauses: the parts of a sentence that each tell a deed of their own."""

from dataclasses import replace
from itertools import pairwise

from partnership_analysis.extraction.deeds import CERTAIN, deed
from partnership_analysis.extraction.kinds import NEAR
from partnership_analysis.extraction.statements import Statement
from partnership_analysis.extraction.verbs import MOST_GROUPS, Group, Scene


def clauses(scene: Scene) -> list[Scene]:
    """The parts of a sentence that each tell a deed of their own: joined by `et`, `and` with a subject or a date each, or parted by a colon."""
    statement = scene.statement
    classes = statement.units.classes
    main = [one for number, one in enumerate(scene.groups[:MOST_GROUPS]) if number in scene.finite]
    cuts: dict[int, bool] = {}
    for one, two in pairwise(main):
        colon = classes.find(":", one.verb, two.first)
        if colon > 0 and colon not in scene.taken and not scene.in_address(colon) and not scene.in_brackets(colon):
            cuts[colon] = True
            continue
        if two.tag.kind == "signing" and any(scene.listed("that", n) for n in statement.of_part("RELATIVE", first=one.verb + 1, last=two.first)):
            continue  # `une convention que la Ville, la Caisse et la Fondation ont signée`
        joints = [n for n in statement.of_part("AND", first=one.verb + 1, last=two.first) if n not in scene.taken]
        if not joints or one.tag.part == "POSTPONED" or (one.tag.part == "STATE" and two.tag.part == "STATE"):
            continue
        joint = next((n for n in joints if classes[n - 1] == ","), joints[-1])
        subject = [n for n in range(joint + 1, two.first) if scene.part(n) not in ("ADVERB", "TOGETHER")]
        parted = classes[joint - 1] == "," or two.tense != one.tense or (bool(subject) and scene.part(subject[0]) == "WE")
        fresh = (
            bool(subject) and len(subject) <= 12 and parted and (subject[0] in scene.named or scene.part(subject[0]) in ("ARTICLE", "PARTNERS", "WE"))
        )
        if fresh and _done_by_several(scene, one):
            continue
        both = scene.dated_within(one.first - NEAR, joint) and scene.dated_within(two.verb, statement.last)
        if fresh:
            cuts[joint] = True
        elif not subject and two.tag.part == "DID" and (both or _another_deed(scene, one, two)) and not scene.listed("closings", two.verb):
            cuts[joint] = False
    if not cuts:
        return [scene]
    edges = [statement.first, *sorted(cuts), statement.last]
    found = []
    for number, (one_edge, two_edge) in enumerate(pairwise(edges)):
        first = one_edge + (number > 0)
        last = two_edge - 1 if two_edge < statement.last and classes[two_edge - 1] == "," else two_edge
        if last > first:
            found.append(replace(scene, statement=piece(statement, first, last), continues=number > 0 and not cuts[one_edge]))
    return found if all(cuts.values()) or all(deed(part) is not None for part in found) else [scene]


def _done_by_several(scene: Scene, group: Group) -> bool:
    """Whether a participle between commas says by whom something was done, so that `et` goes on with these: `le guide, rédigé par Ida Roux, et
    Luc Noir, a été publié`.
    """
    set_off = scene.statement.units.classes[group.first - 1 : group.first] == "," and group.first == group.verb
    return set_off and scene.part(group.verb + 1) == "BY"


def _another_deed(scene: Scene, one: Group, two: Group) -> bool:
    """Whether a second verb of one subject tells, with a date, a deed of its own sort: `a adopté un plan et a été auditionnée en mai`."""
    own = two.tag.kind in CERTAIN and one.tag.kind != two.tag.kind and one.tag.part == "DID"
    return own and any(n in scene.dated for n in range(two.verb, scene.statement.last))


def piece(statement: Statement, first: int, last: int) -> Statement:
    """A part of a statement from one unit to another."""
    units = statement.units
    end = statement.end if last == statement.last else units.ends[last - 1]
    return replace(statement, start=units.starts[first] if first > statement.first else statement.start, end=end, first=first, last=last)
