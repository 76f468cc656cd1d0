"""List items whose first noun no lexicon knows: what stands beside it says that it was done.

`Parrainage entre voisins, animé par l'Alliance des Rives`, `Boîte à dons installée en mai 2022`: somebody who leads, pays for or joins in,
a participle with its date. A line that opens with a word for what is wished, missing or counted is none; the words are in
`lexicons/<language>/actions.toml`.
"""

from partnership_analysis.extraction.cast import Names, cast
from partnership_analysis.extraction.kinds import kind_of
from partnership_analysis.extraction.nominal import head_start
from partnership_analysis.extraction.units import NUMBER
from partnership_analysis.extraction.verbs import Deed, Scene

SHORTEST = 3
"""Units of a line that tells a deed."""
FAR = 18
"""Units from the head of a line to the participle that says what was done."""


def of_unknown_head(scene: Scene, names: Names) -> Deed | None:
    """The deed of a list item without a finite verb whose head no lexicon knows, or None."""
    statement = scene.statement
    first = head_start(scene)
    if not scene.dated_within(statement.first, first):
        first = statement.first
    while first < statement.last and (scene.part(first) == "ARTICLE" or statement.units.classes[first] in "*_"):
        first += 1
    judged = scene.bare_is_finite and bool(scene.finite)
    if judged or statement.last - first < SHORTEST or any(not one.bare for one in scene.groups) or not _may_be_done(scene, first):
        return None
    made = next((one for one in scene.participles if first < one.first <= first + FAR), None)
    if made is not None and scene.listed("people_verbs", made.verb) and "," not in statement.units.classes[first : made.first]:
        return None
    if made is not None and _when(scene, made.verb):
        return Deed(_kind(made.tag.kind), None, (first, first), first)
    counted = statement.units.classes[first] == NUMBER or scene.listed("number_words", first)
    if not counted and any(not part.subject for part in cast(scene, None, names)):
        return Deed(_kind(made.tag.kind) if made is not None else "other", None, (first, first), first)
    return None


def _when(scene: Scene, verb: int) -> bool:
    """Whether a date follows a participle, with no colon between: what follows that is a figure."""
    last = scene.statement.last
    colon = scene.statement.units.classes.find(":", verb, last)
    return scene.dated_within(verb + 1, colon if colon > 0 else last)


def _may_be_done(scene: Scene, first: int) -> bool:
    """Whether a line opens with a noun that may be something done: not with a name, a date, a small word or what is wished, missing or counted."""
    if (
        first in scene.dated
        or first in scene.named
        or scene.listed("never_done", first)
        or scene.part(first) in ("DO", "STATE", "OCCASION", "WITH", "BY")
    ):
        return False
    sign = scene.statement.units.text[scene.statement.units.starts[first]]
    return sign.isupper() or sign.isdigit() or sign in '«“"' or scene.words(first, first + 1) in scene.setting("number_words")


def _kind(verb: str) -> str:
    """The kind that a participle alone gives: who paid for a thing says nothing of its kind."""
    return "other" if verb == "funding" else kind_of(verb, None)
