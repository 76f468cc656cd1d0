"""Retellings: sentences that go on about an event already told, and events told twice."""

from collections.abc import Sequence

from partnership_analysis.extraction.cast import MADE
from partnership_analysis.extraction.drafts import Draft, Known, of_agreement
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.kinds import EVENTS, nouns
from partnership_analysis.extraction.records import Role
from partnership_analysis.extraction.statements import Statement
from partnership_analysis.extraction.units import NUMBER
from partnership_analysis.extraction.verbs import Deed, Group, Scene

MOST_SIGNERS = 8
"""Blocks after a signing in which those who signed may be listed."""
LONGEST_LABEL = 40
"""Characters of a label."""
LONGEST_OPENER = 40
"""Units of an opening participle with who did it."""
NEW_DEEDS = frozenset(("signing", "study", "survey", "publication", "hearing", "open_letter", "podcast"))
"""Kinds that make a sentence a deed of its own, whatever it points back at."""
WHO_CAME: dict[str, Role] = {"spoke_there": "speaker", "came_there": "attendee"}
"""Lists of the lexicon, and the role that each gives."""
NEAR_AGENT = 6
"""Units from a noun to `par`."""
MOST_TWINS = 40
"""Actions of one kind, the last told, that a new one may repeat."""


def only_details(scene: Scene, before: Draft) -> bool:
    """Whether a sentence only says, by a pronoun, who came to the event of the sentence before it."""
    statement, last = scene.statement, before.scenes[-1].statement
    beside = statement.number == last.number and statement.position == last.position + 1
    leans = statement.text.lower().startswith(tuple(f"{words} " for words in scene.setting("elliptic_subjects"))) and not scene.dated
    told = bool(scene.groups) and scene.groups[0].tag.part == "DETAIL"
    return beside and told and (leans or scene.part(statement.first) in ("PRONOUN", "THIS"))


def is_detail(scene: Scene, told: Deed, before: Draft) -> bool:
    """Whether the further part of a list item only says who spoke at its event (`Forum à Lyon le 3 mars ; interventions de …`), who ran it, or counts it on."""
    same = before.scene.statement.number == scene.statement.number
    counted = scene.statement.units.classes[scene.statement.first] == NUMBER and told.group is None and told.kind == before.told.kind
    if same and told.beside and scene.part(scene.statement.first) == "DID":
        return True
    if same and counted:
        return scene.listed("generic_nouns", told.head) or scene.listed("counted_within", told.head)
    return (
        same
        and told.group is None
        and not scene.dated
        and before.told.kind in EVENTS | {"other", "presentation"}
        and scene.listed("details", told.head)
    )


def lists_signers(statement: Statement, before: Draft) -> bool:
    """Whether a line or list right after a signing names who signed: `Signataires : Mme Roux, présidente ; M. Noir, maire`."""
    labels = tuple(statement.block.lexicon.setting("actions", "signers", ()))
    near = statement.number - before.scene.statement.number <= MOST_SIGNERS
    lead = (
        statement.lead.text
        if statement.lead is not None
        else statement.block.text[before.scene.statement.end :]
        if statement.number == before.scene.statement.number
        else statement.block.text
    )
    one = before.scene.statement
    if statement.number == one.number and statement.block.text[: statement.start].rstrip().endswith(";") and _opens_with_verb(before):
        return True
    said = tuple(statement.block.lexicon.setting("actions", "signers_said", ("\n",)))
    if near and statement.text.lower().startswith(said):
        return True
    return near and lead.lstrip(" *_.").lower().startswith(labels) and ":" in lead[:LONGEST_LABEL]


def _opens_with_verb(draft: Draft) -> bool:
    """Whether a sentence opens with its verb, those who did it in a list behind: `Ont signé la charte : Mme Roux, maire ; M. Noir`."""
    return draft.told.group is not None and draft.told.group.first == draft.scene.statement.first


def who_came(scene: Scene) -> Role | None:
    """The role of those whom a sentence lists behind its verb as having spoken at or come to what was just told: `Y sont intervenus Anne Roux et …`."""
    text = scene.statement.text.lower()
    for key, role in WHO_CAME.items():
        if text.startswith(tuple(f"{words} " for words in scene.setting(key))):
            return role
    return None


def speaks_there(scene: Scene) -> bool:
    """Whether a sentence quotes what somebody said at the event just told: `a déclaré à cette occasion …`."""
    text = scene.statement.text.lower()
    return any(words in text for words in scene.setting("on_occasion"))


def goes_on(before: Draft, after: Draft, known: Known) -> bool:
    """Whether a sentence only goes on about the event of the one before it: who came, who spoke, what was signed."""
    one, two = before.scene.statement, after.scene.statement
    if one.number != two.number and not (two.position == 0 and two.number == one.number + 1 and not two.depth and not one.depth):
        return False
    group = after.told.group
    if group is not None and before.status == "ongoing" and after.status == "planned" and before.told.kind == after.told.kind:
        return after.scene.part(two.first) == "PRONOUN"
    if group is None or after.scene.continues:
        return False
    if {before.status, after.status} <= {"done", "ongoing"} and after.told.kind not in NEW_DEEDS and opens_with_agent(after.scene):
        return True
    if one.number == two.number and after.scene.listed("pluperfect", group.first) and after.scene.part(group.first - 1) == "PRONOUN":
        return True  # `By November 2023 it had advised 190 firms`
    if before.told.kind in EVENTS and _after_semicolon(two) and _gives_a_talk(after):
        return True
    if (_there(after.scene) or _of_it(after.scene)) and after.told.kind == "funding" and {before.status, after.status} <= {"done", "ongoing"}:
        return True
    if _there(after.scene) and after.scene.listed("joined_in", group.verb):
        return True
    if group.auxiliary == "BE" and after.scene.listed("run_by", group.verb) and before.told.kind == after.told.kind:
        return True
    if after.status != before.status:
        return False
    pronoun = after.scene.part(two.first) == "PRONOUN" or after.scene.part(group.first - 1) == "PRONOUN"
    if before.status == "other" and one.number == two.number and two.block.text[: two.start].rstrip().endswith(":"):
        return True
    if (pronoun or after.scene.part(two.first) == "THIS") and _says_by_whom(after.scene, group):
        return True
    if _there(after.scene) and before.told.kind in EVENTS and after.told.kind not in NEW_DEEDS:
        return True
    if (
        after.told.kind == "signing"
        and before.told.kind in ("signing", "open_letter")
        and _after_semicolon(two)
        and after.scene.part(group.verb + 1) == "PRONOUN"
    ):
        return True  # `…; forty-one mayors signed it too`
    if after.told.kind == "signing" and before.told.kind == "signing":
        if after.status == "planned" and after.scene.listed("indefinite", two.first) and not after.scene.bare_is_finite:
            return False
        if _with_another(after, before, known):
            return False
        bare = not group.passive and not nouns(after.scene, group.verb + 1, two.last)
        of_it = after.scene.part(group.verb + 1) == "PRONOUN"
        return pronoun or bare or of_it or of_agreement(after.scene)
    if after.scene.listed("cost_verbs", group.verb) and one.number == two.number:
        return before.told.kind != "funding"
    if pronoun and after.scene.bare_is_finite and after.scene.listed("people_verbs", group.verb) and not group.passive and one.number == two.number:
        return True
    if before.told.kind == "signing" and pronoun and group.passive and after.scene.listed("signed_too", group.verb):
        return True
    if _says_who_led(after) and one.number == two.number and not known.times.within(after.start, after.end):
        return True
    if (
        before.told.kind in MADE
        and one.number == two.number
        and group.passive
        and _hands_out(after)
        and not known.times.within(after.start, after.end)
    ):
        return True
    if (
        (group.tag.kind == "funding" or (group.tag.kind == "meeting" and after.told.kind == "funding"))
        and group.passive
        and (pronoun or _definite(after.scene))
        and one.number == two.number
    ):
        return before.told.kind != "funding"
    days = [{row.edtf for row in known.times.within(draft.start, draft.end) if row.date_start or row.date_end} for draft in (before, after)]
    if pronoun and _after_semicolon(two):
        return True
    if (
        days[0]
        and days[1]
        and not days[0] & days[1]
        and any(row.precision in ("day", "time", "month", "range") for row in known.times.within(after.start, after.end))
    ):
        return False
    if group.tag.part == "DETAIL":
        return pronoun or after.scene.part(two.first) == "THIS" or (after.scene.part(two.first) == "ARTICLE" and after.told.kind == before.told.kind)
    people = [part for part in after.parts.values() if part.subject]
    if after.told.kind == "advocacy" and any(part.role == "host" and part.actor not in before.parts for part in after.parts.values()):
        return False
    persons = bool(people) and all(part.actor not in known.bodies for part in people)
    own = after.told.kind == "other" and after.told.head != group.verb and after.scene.bare_is_finite
    if (
        persons
        and not group.passive
        and not own
        and not (days[1] and not pronoun and not days[0])
        and after.told.kind in ("other", "presentation", before.told.kind)
    ):
        return True
    partners = [part for part in people if part.actor in known.partners]
    if pronoun and group.passive and after.told.kind == "other" and after.told.head == group.verb and not days[1] and after.scene.bare_is_finite:
        return True
    return pronoun and not partners and not days[1] and not group.passive


def _gives_a_talk(after: Draft) -> bool:
    """Whether somebody gave a talk at the event told before: `…; Anne Roux gave the opening talk`."""
    group, scene = after.told.group, after.scene
    spoke = any(part.role == "speaker" for part in after.parts.values())
    return (
        spoke
        and group is not None
        and any(scene.listed("talks", n) for n in range(group.verb + 1, min(scene.statement.last, group.verb + NEAR_AGENT)))
    )


def _hands_out(after: Draft) -> bool:
    """Whether copies of a work are what was dealt with: `5,000 copies have been distributed`."""
    first, group = after.scene.statement.first, after.told.group
    return group is not None and any(after.scene.listed("work_copies", n) for n in range(first, min(group.first, first + NEAR_AGENT)))


def _says_who_led(after: Draft) -> bool:
    """Whether a sentence only says who led or taught what was told before it: `The sessions were led by …`."""
    group, scene = after.told.group, after.scene
    if group is None or not group.passive or not scene.bare_is_finite:
        return False
    spoken = after.told.kind == "presentation" and scene.listed("address_verbs", group.verb)
    first = scene.statement.first
    if not (spoken or scene.listed("lead_verbs", group.verb)) or scene.listed("indefinite", first):
        return False
    return scene.part(first) in ("ARTICLE", "PRONOUN", "THIS") and scene.within(group.verb + 1, scene.statement.last, "BY")


def speaks_of_it(scene: Scene) -> bool:
    """Whether a sentence opens with a pronoun or a noun for the deed told before it."""
    return scene.part(scene.statement.first) in ("PRONOUN", "THIS") or _definite(scene)


def _definite(scene: Scene) -> bool:
    """Whether a sentence opens with `the work`, `this project`: a noun that means what was told before it."""
    first = scene.statement.first
    return scene.listed("definite", first) and scene.listed("works_told", first + 1)


def _says_by_whom(scene: Scene, group: Group) -> bool:
    """Whether a sentence only says who paid for or did what was just told: `Elle a été réalisée par l'institut Varenne`."""
    plain = group.passive and group.tense == "past" and group.tag.kind in ("any", "funding") and not scene.dated
    return plain and scene.within(group.verb + 1, min(scene.statement.last, group.verb + 4), "BY")


def says_how(scene: Scene, before: Draft) -> bool:
    """Whether a sentence that tells no deed says by whom the one before it is run, housed, paid: `Il est hébergé par la Ville`."""
    statement, last = scene.statement, before.scenes[-1].statement
    group = next((one for one in scene.groups if not one.bare), None)
    beside = statement.number == last.number and statement.position == last.position + 1
    acted = any(part.subject for part in before.parts.values()) and before.told.group is not None and not before.told.group.passive
    return (
        beside
        and not acted
        and group is not None
        and group.passive
        and not scene.listed("post_verbs", group.verb)
        and scene.part(statement.first) in ("PRONOUN", "THIS")
        and scene.within(group.verb + 1, statement.last, "BY")
    ) or (beside and not acted and group is not None and scene.part(group.first) == "WAS" and group.verb > group.first and _same_kind(scene, before))


def _same_kind(scene: Scene, before: Draft) -> bool:
    """Whether a sentence opens with the noun of the deed before it, and says by whom that was run: `Les visites étaient encadrées par …`."""
    statement = scene.statement
    first = statement.first + 1
    noun = scene.part(statement.first) == "ARTICLE" and statement.tag(first).part == "NOUN" and statement.tag(first).kind == before.told.kind
    return noun and scene.within(first, min(statement.last, first + NEAR_AGENT), "BY")


def tells_when(scene: Scene, before: Draft) -> bool:
    """Whether a sentence that tells no deed opens with when the one before it was done: `Menée au printemps 2022, elle montre …`."""
    last = before.scenes[-1].statement
    beside = scene.statement.number == last.number and scene.statement.position == last.position + 1
    return beside and bool(scene.dated) and opens_with_agent(scene)


def opens_with_agent(scene: Scene) -> bool:
    """Whether a sentence opens with a participle and who did it, before a pronoun: `Animé par l'association, il s'est réuni neuf fois`."""
    statement = scene.statement
    first = statement.first + (scene.part(statement.first) == "ADVERB")
    known = scene.part(first) in ("DID", "DETAIL", "STATE", "CHANGE", "MAKING")
    shaped = scene.part(first) == "" and scene.words(first, first + 1).endswith(tuple(scene.setting("opening_participles")) or ("\n",))
    if not (known or shaped) or scene.part(first + 1) in ("OF", "NOUN"):
        return False
    classes, last = statement.units.classes, min(statement.last, first + LONGEST_OPENER)
    commas = (n for n in range(first, last) if classes[n] == ",")
    return any(scene.part(n) == "PRONOUN" for comma in commas for n in range(comma + 1, min(comma + 3, statement.last)))


def _there(scene: Scene) -> bool:
    """Whether the words before the verb point back at the event: `Nous y avons défendu …`, `Anne Roux y a présenté …`."""
    group = next((one for one in scene.groups if not one.bare), None)
    return group is not None and any(scene.listed("there", n) for n in range(max(scene.statement.first, group.first - 1), group.verb))


def _of_it(scene: Scene) -> bool:
    """Whether `en` before the verb stands for what was just told: `La Région en a financé l'aménagement`."""
    group = next((one for one in scene.groups if not one.bare), None)
    return group is not None and group.first > scene.statement.first + 1 and scene.listed("of_it", group.first - 1)


def _after_semicolon(statement: Statement) -> bool:
    return statement.block.text[: statement.start].rstrip().endswith(";")


def once(drafts: Sequence[Draft], known: Known) -> list[Draft]:
    """Each deed once: of tellings of one event the fuller stays."""
    kept: dict[int, Draft] = {}
    by_kind: dict[str, list[int]] = {}
    for number, one in enumerate(drafts):
        alike = by_kind.setdefault(one.told.kind, [])
        twin = next((other for other in alike[-MOST_TWINS:] if _same(one, kept[other], known)), None)
        if twin is None:
            kept[number] = one
            alike.append(number)
        elif _fullness(one, known) > _fullness(kept[twin], known):
            kept[twin] = one
    return sorted(kept.values(), key=lambda one: (one.start, one.end))


def _fullness(draft: Draft, known: Known) -> tuple[bool, int, int]:
    return bool(known.times.within(draft.start, draft.end)), len(draft.parts), draft.end - draft.start


def _same(one: Draft, other: Draft, known: Known) -> bool:
    """Whether two drafts of one kind tell the same event: the signing of the agreement, or the same day in the same words."""
    if one.told.kind == "signing":
        signed = one.status == other.status == "done" and of_agreement(one.scene) and of_agreement(other.scene)
        return signed and _compatible(one, other, known) and not _with_another(one, other, known) and not _with_another(other, one, known)
    if one.scene.statement.number == other.scene.statement.number:
        return False
    first, second = known.times.within(one.start, one.end), known.times.within(other.start, other.end)
    if not first or not second or {row.edtf for row in first}.isdisjoint({row.edtf for row in second if row.precision in ("day", "time")}):
        return False
    a, b = _content(one.scene.statement), _content(other.scene.statement)
    return len(a & b) * 2 >= min(len(a), len(b))


def _with_another(one: Draft, other: Draft, known: Known) -> bool:
    """Whether an agreement is a new one, with somebody who is no partner and did not sign the other: `Une convention de prêt a été conclue avec l'Agence`."""
    if one.scene.bare_is_finite or not one.scene.listed("indefinite", one.scene.statement.first):
        return False
    signers = [part.actor for part in one.parts.values() if part.role == "signatory"]
    return any(actor not in known.partners and actor not in other.parts for actor in signers)


def _compatible(one: Draft, other: Draft, known: Known) -> bool:
    days = [{row.edtf for row in known.times.within(draft.start, draft.end) if row.precision in ("day", "month", "time")} for draft in (one, other)]
    return not days[0] or not days[1] or bool(days[0] & days[1])


def _content(statement: Statement) -> set[str]:
    return {word for word in folded(statement.text).split() if len(word) > 3}
