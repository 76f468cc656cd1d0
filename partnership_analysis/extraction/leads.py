"""Lines that lead into a list, and what leans on the sentence before: an item takes its kind and its actors from them."""

from collections.abc import Sequence
from dataclasses import replace

from partnership_analysis.extraction.cast import add, cast
from partnership_analysis.extraction.deeds import deed, led_kind
from partnership_analysis.extraction.drafts import Draft, Known, Lead, broken_off, subjects_of
from partnership_analysis.extraction.kinds import kind_of, nouns
from partnership_analysis.extraction.nominal import head_start, instructed
from partnership_analysis.extraction.units import NUMBER
from partnership_analysis.extraction.verbs import Deed, Scene

LONGEST_LABEL = 6
"""Units of a label that opens a block, with its stop."""


def topic_of(scene: Scene) -> str:
    """The kind that a paragraph is about: its first noun that names one."""
    found = [scene.statement.tag(number).kind for number in nouns(scene, scene.statement.first, scene.statement.last)]
    return next((kind for kind in found if kind not in ("other", "meeting", "working_group")), "")


def elliptic(scene: Scene, told: Deed | None, drafts: Sequence[Draft]) -> Deed | None:
    """A sentence that leaves out what it is about (`La seconde, le 3 mai 2019 …`, `It will be repeated`) tells of the deed before it."""
    statement = scene.statement
    if (
        not drafts
        or statement.number - drafts[-1].scene.statement.number > 1
        or (statement.depth and statement.number != drafts[-1].scene.statement.number)
    ):
        return told
    previous = drafts[-1].told.kind
    head = statement.text[:40].lower()
    leans = (
        any(
            head.startswith(word) and head[len(word) : len(word) + 1] in (" ", ",") and _ends_at(scene, word)
            for word in scene.setting("elliptic_subjects")
        )
        if scene.dated or any(one.negated for one in scene.groups)
        else False
    )
    finite = [one for one in scene.groups if not one.bare]
    first = next((one for one in finite if one.negated), finite[0] if finite else None)
    if leans and first is not None and (told is None or told.kind in ("other", "meeting")):
        return Deed(previous, first, (statement.first, first.first), statement.first)
    if (
        told is not None
        and told.kind == "other"
        and scene.dated
        and any(scene.listed("generic_nouns", n) for n in range(statement.first, min(told.head + 1, statement.first + 4)))
    ):
        return replace(told, kind=previous)
    pronoun = scene.part(statement.first) == "PRONOUN"
    if told is None and pronoun and scene.dated and first is not None and first.tense == "future" and first.tag.part in ("DO", "DID"):
        return Deed(previous, first, (statement.first, first.first), first.verb)
    if told is not None and told.kind == "other" and told.group is not None and told.head == told.group.verb and pronoun:
        return replace(told, kind=previous)
    return told


def _ends_at(scene: Scene, words: str) -> bool:
    """Whether a verb, a date or a comma follows the opening words, no noun."""
    statement = scene.statement
    unit = statement.units.at(statement.start + len(words))
    loose = statement.units.classes[unit : unit + 1] == "," or unit in scene.dated
    return loose or scene.part(unit) in ("HAVE", "BE", "BEEN", "BE_WILL", "GO", "REFLEXIVE", "WILL", "DID", "DETAIL", "OCCASION")


def announcement(scene: Scene, known: Known, antecedent: tuple[str, ...]) -> Lead:
    """What a line that leads into a list announces."""
    told = deed(scene)
    kind = led_kind(scene)
    words = scene.statement.text.lower().replace(":", " ").split()
    if told is None and any(word in scene.setting("no_leads") for word in words):
        kind = None
    named = cast(scene, told, known.names)
    parts = {part.actor: part for part in named if part.subject or part.role in ("organiser", "author")}
    for part in subjects_of(scene, told, known, antecedent):
        add(parts, part)
    beside = tuple(part for part in named if part.actor not in parts and part.role in ("partner", "funder"))
    joint = scene.part(broken_off(scene) - 1) in ("PARTNERS", "WE", "AGREEMENT")
    resolves = any(word in scene.setting("resolving") for word in words)
    return Lead(
        kind,
        (*(replace(part, subject=True) for part in parts.values()), *beside),
        told,
        joint,
        resolves,
        scene.within(broken_off(scene), scene.statement.last, "GO")
        or (told is None and scene.within(scene.statement.first, scene.statement.last, "PLANNED")),
    )


def led(scene: Scene, told: Deed | None, lead: Lead | None, topic: str) -> Deed | None:
    """An item with what its lead-in announces: an action where that announces actions, of its kind where the item names none."""
    statement = scene.statement
    if told is not None:
        if told.group is None and told.kind in ("other", "meeting", "working_group", "conference") and _is_heard_there(scene):
            return replace(told, kind="hearing")
        generic = any(scene.listed("generic_nouns", n) for n in range(told.head, min(told.head + 5, statement.last)))
        if generic and topic:
            return replace(told, kind=topic)
        if lead is not None and lead.kind == "presentation" and told.group is None and _shown_at(scene):
            return replace(told, kind="presentation")
        if told.kind == "other" and lead is not None and lead.kind not in (None, "any", "other"):
            return replace(told, kind=lead.kind or told.kind)
        return told
    if lead is not None and lead.resolves and (instruction := instructed(scene)) is not None:
        return instruction
    if lead is None or lead.kind is None:
        return None
    first = head_start(scene)
    first = first if any(n in scene.dated for n in range(statement.first, first)) else statement.first
    if len(statement.text.split()) < 3 or scene.part(first) in ("DO", "STATE") or any(one.tag.part == "STATE" for one in scene.groups):
        return None
    if _is_heard_there(scene):
        return Deed("hearing", None, (first, first), first)
    found = nouns(scene, statement.first, statement.last) if lead.kind in ("any", "other") else []
    return Deed(kind_of(lead.kind, statement.tag(found[0]).kind if found else None), None, (first, first), found[0] if found else first)


def _shown_at(scene: Scene) -> bool:
    """Whether an item opens with where something was shown: `au congrès de l'Alliance`, `lors d'un webinaire`."""
    first = scene.statement.first
    return scene.part(first) in ("OCCASION", "TO") or scene.words(first, first + 1).split(" ")[0] in scene.setting("at_town")


def _is_heard_there(scene: Scene) -> bool:
    """Whether a relative clause of a line says who was heard: `devant la commission, où Anne Roux a été entendue`."""
    statement = scene.statement
    return any(
        statement.tag(n).kind == "hearing" and any(scene.part(before) in ("BEEN", "BE") for before in (n - 1, n - 2))
        for n in statement.of_part("DID", first=statement.first + 1)
        if n not in scene.taken
    )


def is_label(scene: Scene) -> bool:
    """Whether a sentence only names what its block is about: `Whole-class teaching. Between May and July, teachers …`."""
    statement = scene.statement
    short = statement.last - statement.first <= LONGEST_LABEL and statement.position == 0 and statement.more > 0
    numbers = any(statement.units.classes[n] == NUMBER for n in range(statement.first, statement.last))
    return short and not numbers and not scene.dated and not any(scene.part(n) == "DID" for n in range(statement.first, statement.last))


def is_line(scene: Scene) -> bool:
    """Whether a sentence of a paragraph is a line without a verb that may tell a deed: not in the introduction, with a noun or making at its head."""
    if scene.opening or any(not one.bare or one.tag.part in ("STATE", "CHANGE") for one in scene.groups) or is_label(scene):
        return False
    if scene.planned and scene.dated:
        return True
    first = head_start(scene)
    while first < scene.statement.last and (scene.part(first) == "ARTICLE" or scene.statement.units.classes[first] == NUMBER):
        first += 1
    tag = scene.statement.tag(first)
    if tag.kind == "other" and scene.statement.depth and scene.statement.position and not scene.dated:
        return False  # `Atelier à Crest. Au programme, trois concerts`
    articled = scene.listed("indefinite", scene.statement.first) or scene.listed("definite", scene.statement.first)
    counted = (first > scene.statement.first and not articled) or bool(scene.dated)
    return first not in scene.taken and (
        tag.part == "MAKING"
        or (tag.part == "NOUN" and (counted or scene.part(first + 1) == "OF" or scene.statement.units.classes[first + 1 : first + 2] == ","))
    )
