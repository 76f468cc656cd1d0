"""Lines without a finite verb: the nouns, makings and participles at their head that tell a deed.

List items, rows and lines of a review are written so: `- visite de chantier`, `Mise en place d'un observatoire`; in lists of what is to
come, `The Centre to send dates`, `Transmettre la liste`.
"""

from partnership_analysis.extraction.kinds import NEAR, SKIPPED, kind_of, nouns, refined
from partnership_analysis.extraction.statements import Tag
from partnership_analysis.extraction.units import NUMBER
from partnership_analysis.extraction.verbs import Deed, Group, Scene

FAR = 14
"""Units in which what a line tells of stands."""

FATES = frozenset(("CANCELLED", "POSTPONED"))
"""Parts of speech that behind a colon say what became of what stands before it: `Care course, planned for May: postponed`."""
ALSO_KINDS = frozenset(("survey", "pilot", "visit", "study"))
"""Kinds that a noun names as a verb too: `Survey riders`."""


def nominal(scene: Scene) -> Deed | None:
    """The deed of a line without a finite verb: a noun, a making or a participle at its head, after a date, a number, a label."""
    statement = scene.statement
    first = statement.first if _labelled_by_deed(scene) else head_start(scene)
    classes = statement.units.classes
    verbs = {scene.groups[position].first for position in scene.finite}
    number, words = first, 0
    while number < statement.last and words < 4:
        part = scene.part(number)
        if number in scene.taken or part == "DO" or (part == "" and number in verbs):
            return None
        if part in ("NOUN", "MAKING", "DID", "DOING"):
            break
        if part not in SKIPPED and classes[number] not in "*_+#" and statement.units.classes[number] != NUMBER:
            words += 1
            if part in ("OCCASION", "WITH", "BY", "RELATIVE", "STATE", "HAVE", "TO", "GO", "MODAL") or classes[number] in ",;:(":
                return None
        elif part == "OF" and words:
            return None
        number += 1
    if number >= statement.last or words >= 4:
        return None
    if scene.finite and scene.listed("groups_of_people", number):
        return None
    tag = statement.tag(number)
    if tag.part == "NOUN" and number == first and _is_order(scene, number):
        tag = Tag("DO", tag.kind if tag.kind in ALSO_KINDS else "any")
    if tag.part == "DID" and scene.bare_is_finite and number != first:
        return None
    if tag.part == "NOUN":
        while scene.bare_is_finite and scene.part(number + 1) == "NOUN" and number + 1 not in scene.taken:
            number += 1
        chosen = refined(scene, number, statement.last)
        if scene.bare_is_finite and tag.kind == "other" and scene.part(number + 1) == "ARTICLE":
            chosen = next(iter(nouns(scene, number + 1, number + NEAR)), chosen)
        return Deed(statement.tag(chosen).kind, None, (first, first), chosen)
    stop = next((n for n in range(number + 1, min(statement.last, number + FAR)) if classes[n] in "(:"), min(statement.last, number + FAR))
    near = nouns(scene, number + 1, stop)
    noun = statement.tag(refined(scene, near[0], statement.last)).kind if near else None
    return Deed(kind_of(tag.kind if tag.part != "MAKING" else "any", noun), None, (first, first), number, ordered=tag.part == "DO")


def ordered(scene: Scene) -> Deed | None:
    """What a line tells by a verb in its base form at its head: `Former 40 conducteurs`, `Recruit twelve mentors`."""
    statement = scene.statement
    first = head_start(scene)
    if (scene.part(first) != "DO" and not _is_unknown_base(scene, first)) or first in scene.taken or first + 1 >= statement.last:
        return None
    stop = next((n for n in range(first + 1, first + NEAR) if statement.units.classes[n : n + 1] in ("", "(", ":", ",", ";")), first + NEAR)
    near = nouns(scene, first + 1, stop)
    noun = statement.tag(refined(scene, near[0], statement.last)).kind if near else None
    return Deed(kind_of(statement.tag(first).kind, noun), None, (first, first), first, ordered=True)


def _is_unknown_base(scene: Scene, unit: int) -> bool:
    """Whether a word that no lexicon holds is a base form by its ending, before an article: `Réviser les tarifs`."""
    endings = tuple(scene.setting("base_endings"))
    return bool(endings) and scene.part(unit) == "" and scene.part(unit + 1) == "ARTICLE" and scene.words(unit, unit + 1).endswith(endings)


def _is_order(scene: Scene, unit: int) -> bool:
    """Whether a noun at the head of a line is a verb with its object: `Issue cameras to 20 officers`, `Report the results`."""
    after = unit + 1
    number = scene.statement.units.classes[after : after + 1] == NUMBER
    return scene.listed("also_verbs", unit) and (number or scene.part(after) in ("ARTICLE", "", "NOUN")) and after < scene.statement.last


def _labelled_by_deed(scene: Scene) -> bool:
    """Whether a line's label itself names what was done: `Campagne « Respire » : un bus dans 32 communes`."""
    first = scene.statement.first
    while first < scene.statement.last and (scene.part(first) == "ARTICLE" or scene.statement.units.classes[first] == NUMBER):
        first += 1
    tag = scene.statement.tag(first)
    colon = scene.statement.units.classes.find(":", first, scene.statement.last)
    if colon > first and scene.part(colon + 1) in FATES:
        return True
    return first not in scene.taken and first not in scene.dated and tag.part == "NOUN" and tag.kind != "other"


def instructed(scene: Scene) -> Deed | None:
    """What somebody is to do, in a list of what is to come: `The Centre to send dates`, `Transmettre la liste`."""
    statement = scene.statement
    first = head_start(scene)
    while scene.part(first) in ("OF", "ADVERB") and first < statement.last - 1:
        first += 1
    verb = (
        first
        if scene.part(first) == "DO"
        else next((n + 1 for n in range(first, first + FAR) if scene.part(n) == "TO" and scene.part(n + 1) in ("DO", "NOUN")), None)
    )
    if verb is None or verb >= statement.last or scene.within(first, verb, "RELATIVE", "STATE"):
        return None
    later = nouns(scene, verb + 1, statement.last)
    kind = kind_of(statement.tag(verb).kind, statement.tag(later[0]).kind if later else None)
    return Deed(kind, Group(max(first, verb - 1), verb, statement.tag(verb), "future"), (first, max(first, verb - 1)), later[0] if later else verb)


def apart(scene: Scene, nominal: Deed, group: Group) -> bool:
    """Whether a colon parts a noun from the sentence after it: `Atelier à Lyon : 40 élus y ont participé`."""
    return scene.statement.units.classes.find(":", nominal.head, group.first) > 0


def head_start(scene: Scene) -> int:
    """The unit where a line's own words begin, after a date or a label and its colon or dash."""
    statement = scene.statement
    opened = statement.first + (scene.part(statement.first) == "ARTICLE" or scene.listed("openers", statement.first))
    dated = opened
    while dated in scene.dated:
        dated += 1
    if dated > opened and statement.units.classes[dated : dated + 1] == ",":
        return dated + 1
    for number in range(statement.first, min(statement.last, statement.first + 9)):
        if statement.units.classes[number] in ":–" and number > statement.first and number not in scene.taken:
            return number + 1 if number + 1 not in scene.dated else statement.first
    return statement.first
