"""Kinds of action: the nouns that name one, and what a verb and a noun make together."""

from partnership_analysis.extraction.verbs import Scene

SKIPPED = frozenset(("ARTICLE", "OF", "ADVERB", "AND", "TOGETHER", "BE"))
NEAR = 6
"""Units in which a noun is looked for after another."""
WORKS = frozenset(("study", "article", "podcast", "open_letter", "publication", "survey"))
EVENTS = frozenset(("webinar", "workshop", "conference", "meeting", "training", "visit", "hearing", "working_group"))


def nouns(scene: Scene, first: int, last: int, *, occasions: bool = False, names: bool = False) -> list[int]:
    """The units between two that name a kind of action; those after `lors de`, `during`, `at` only where `occasions`, those in names where `names`."""
    found: list[int] = []
    statement = scene.statement
    last = min(last, statement.last)
    reached = 0
    for number in (
        statement.of_part("NOUN", first=first, last=last) if occasions else statement.of_part("NOUN", "OCCASION", "WITH", first=first, last=last)
    ):
        if number < reached:
            continue
        if scene.part(number) != "NOUN":
            reached = number + 1
            while reached < last and scene.part(reached) in ("ARTICLE", "OF"):
                reached += 1
            reached += 1
        elif number not in scene.dated and (number not in scene.taken or (names and number in scene.named)):
            compound = scene.bare_is_finite and found and found[-1] == number - 1 and statement.tag(number).kind != "other"
            if compound:
                found.pop()
            found.append(number)
    return found


def refined(scene: Scene, unit: int, last: int) -> int:
    """The noun that says more: of `lancement d'une étude` the study."""
    statement = scene.statement
    if statement.tag(unit).kind != "other" or scene.part(unit + 1) != "OF":
        return unit
    number = unit + 1
    while number < min(last, unit + NEAR) and scene.part(number) in SKIPPED:
        number += 1
    tag = statement.tag(number)
    return number if tag.part == "NOUN" and number not in scene.taken and tag.kind not in ("other", "working_group") else unit


def kind_of(verb: str, noun: str | None) -> str:
    """The kind that a verb's kind and a noun's make together."""
    if verb in ("", "any"):
        return noun or "other"
    if verb == "signing":
        return "open_letter" if noun == "open_letter" else "signing"
    if verb == "print":
        return noun if noun in ("survey", "advocacy", "information_sharing", "podcast", "open_letter", "article") else "publication"
    if verb == "publication":
        return noun if noun in WORKS or noun in ("advocacy", "funding") else "publication"
    if verb == "meeting" and noun == "working_group":
        return "meeting"
    if verb in ("meeting", "working_group", "information_sharing") and noun in EVENTS:
        return noun
    if verb == "study" and noun == "survey":
        return "survey"
    if verb == "funding" and noun in ("information_sharing", "study", "publication"):
        return noun if noun == "information_sharing" else verb
    if verb == "advocacy" and noun in ("open_letter", "study", "hearing", "funding"):
        return noun
    return verb
