"""Which actions of a part are told, and which share a sentence: units of one or more told actions, in their order."""

from dataclasses import replace

from partnership_analysis.extraction.records import Action
from partnership_analysis.presentation.narrative_quoted import told_in_quotes
from partnership_analysis.presentation.narrative_story import Story
from partnership_analysis.presentation.narrative_told import Told

LONGEST_PAIR = 44
LONGEST_ENUMERATION = 60
"""Words of two clauses joined by a semicolon, and of clauses that share subject and verb."""
MOST_TOLD = 60
"""Actions of one part that are put in words; from so many ten sentences are chosen."""


def date_key(action: Action) -> tuple[int, str, int]:
    """By date, undated ones last, then as they stand in the report."""
    day = action.date_start or action.date_end
    return (0, day.isoformat(), action.start) if day else (1, "", action.start)


def once(all_told: list[Told]) -> list[Told]:
    """The told actions without those whose sentence would be another's again; the better documented of two stays."""
    kept: dict[str, Told] = {}
    for one in all_told:
        words = one.variants[0][1]
        before = kept.get(words)
        if before is None or len(one.figures) > len(before.figures):
            kept[words] = one
    return [one for one in all_told if kept[one.variants[0][1]] is one]


def merged_kinds(clusters: list[list[Told]]) -> list[list[Told]]:
    """Quoted actions of one kind, three or more, become one unit at the place of the first."""
    kinds: dict[str, list[list[Told]]] = {}
    for cluster in clusters:
        if len(cluster) == 1 and cluster[0].quoted:
            kinds.setdefault(cluster[0].action.kind, []).append(cluster)
    units: list[list[Told]] = []
    done: set[str] = set()
    for cluster in clusters:
        kind = cluster[0].action.kind
        if len(cluster) == 1 and cluster[0].quoted and len(kinds.get(kind, ())) > 1:
            if kind not in done:
                done.add(kind)
                units.append([one for several in kinds[kind] for one in several])
        else:
            units.append(cluster)
    return units


def paired(units: list[list[Told]], room: int) -> list[list[Told]]:
    """Neighbours joined two by two, the shortest first, until there is room."""
    units = list(units)
    while sum(map(size, units)) > room:
        joinable = [
            (length(units[number]) + length(units[number + 1]), number)
            for number in range(len(units) - 1)
            if len(units[number]) == len(units[number + 1]) == 1
            and length(units[number]) + length(units[number + 1]) <= LONGEST_PAIR and not units[number][0].quoted and not units[number + 1][0].quoted
        ]  # fmt: skip
        if not joinable:
            break
        _, number = min(joinable)
        units[number : number + 2] = [[*units[number], *units[number + 1]]]
    return units


def size(unit: list[Told]) -> int:
    """How many sentences a unit makes at most."""
    if all(one.quoted for one in unit):
        return 1
    sizes = 1
    words = len(unit[0].variants[0][1].split()) + len(unit[0].aside.split())
    joined = 1
    for one in unit[1:]:
        if one.joined:
            continue
        more = len(one.variants[0][1].split()) + len(one.aside.split())
        if words + more <= LONGEST_PAIR and joined < 2:
            words, joined = words + more, joined + 1
        else:
            sizes, words, joined = sizes + 1, more, 1
    return sizes


def length(unit: list[Told]) -> int:
    """The words of a unit, figures in brackets included."""
    return sum(len(one.variants[0][1].split()) + len(one.aside.split()) for one in unit)


def best(units: list[list[Told]], room: int) -> list[list[Told]]:
    """As many units as there is room for, the best documented ones, in their order; one sentence is kept for what is left out."""
    if sum(map(size, units)) <= room:
        return units
    chosen: list[int] = []
    left = room - 1
    for place in sorted(range(len(units)), key=lambda place: (-worth(units[place]), place)):
        if size(units[place]) <= left:
            chosen.append(place)
            left -= size(units[place])
    return [units[place] for place in sorted(chosen)]


def worth(unit: list[Told]) -> int:
    """How well a unit is documented: figures, our own words, date, place."""
    return sum(
        2 * bool(one.figures)
        + 2 * (not one.quoted)
        + 2 * (one.action.date_start is not None)
        + (one.action.place is not None)
        + (one.action.mode == "joint")
        for one in unit
    ) // max(1, len(unit)) + len(unit)


def clusters(story: Story, all_told: list[Told]) -> list[list[Told]]:
    """Actions whose words go on about the action before them stay behind it."""
    clusters: list[list[Told]] = []
    for one in all_told:
        before = clusters[-1][-1] if clusters else None
        if one.follows and before is not None and not before.quoted and _adjoins(story, before.action, one.action):
            clusters[-1].append(one)
        elif one.follows:
            clusters.append([told_in_quotes(story, one.action)])
        else:
            clusters.append([one])
    return clusters


def _adjoins(story: Story, before: Action, after: Action) -> bool:
    gap = story.tables.document.text[before.end : after.start] if after.start >= before.end else "x" * 99
    return len(gap.strip(" \n.;:-*•")) < 3


def with_others(story: Story, units: list[list[Told]]) -> list[list[Told]]:
    """Neighbours that share subject and verb in one sentence: `une présentation a eu lieu à Lyon, une autre à Dinan`."""
    kept: list[list[Told]] = []
    for unit in units:
        before = kept[-1] if kept else []
        other = story.grammar.another(unit[0].stem) if unit[0].stem else ""
        if (
            other
            and len(unit) == 1
            and before
            and before[0].stem == unit[0].stem
            and not before[-1].figures
            and length(before) + length(unit) <= LONGEST_ENUMERATION
        ):
            rest = unit[0].variants[0][1][len(unit[0].stem) :]
            before.append(replace(unit[0], variants=(("subject", other + rest),), joined=True))
        else:
            kept.append([*unit])
    return kept
