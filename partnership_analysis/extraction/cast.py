"""The cast of a statement: which people and bodies named in it take part in what it tells, and how.

A name has the role that the words before it lead to (`en présence de`, `funded by`), the role of its neighbour in a list, or that of
the verb's subject or object. A body named only in somebody's office, a receiver, a channel take none. The words are in
`lexicons/<language>/roles.toml`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from partnership_analysis.extraction.records import Instrument, Membership, Organisation, Person, Role
from partnership_analysis.extraction.statements import Statement, units_of
from partnership_analysis.extraction.units import CURRENCIES, Units
from partnership_analysis.extraction.verbs import Deed, Group, Scene
from partnership_analysis.language.lexicon import Lexicon

FAMILY = "roles"
ORDER: tuple[Role, ...] = ("organiser", "signatory", "speaker", "author", "funder", "host", "partner", "attendee")
"""The strongest first."""
LISTED_ROLES = frozenset(("organiser", "signatory", "speaker", "author", "funder", "partner", "attendee"))
LISTS = frozenset((",", "(", "–", "/", ";"))
TOLD_BY_SPEAKERS = frozenset(("webinar", "conference", "presentation", "hearing", "workshop", "meeting", "podcast", "other"))
HELD_IN_HOUSES = frozenset(("webinar", "workshop", "conference", "meeting", "training", "presentation", "pilot", "other"))
"""Kinds of what is held in somebody's house."""
RUN_BY_BODIES = frozenset(("pilot", "other", "working_group"))
"""Kinds that a body runs; a person only opens them."""
GATHERED = frozenset(("webinar", "workshop", "conference", "meeting", "training", "visit", "hearing", "funding", "working_group"))
HELD_EVENTS = frozenset(("webinar", "workshop", "conference", "meeting", "training"))
MADE = frozenset(("publication", "podcast", "article", "study"))
FURTHEST = 9
LONGEST_LEAD = 4
"""Small words between what leads to a common noun and it."""
LONGEST_GIFT = 12
"""Units from what a body gives to its name."""
LONGEST_OFFICE = 8
"""Units from `by` to the comma behind an office."""
LONGEST_UNIT = 5
"""Units of the common noun for a body's people or service, before the verb."""
BRACKET = 2
"""Characters between a name and its letters in brackets: `the Rivers Trust (RT)`."""
FAR_BACK = 24
LONGEST_INVITED = 24
"""Units from a name to the verb that says it is invited."""
LONGEST_ASIDE = 6
"""Units of an aside between a verb and its object."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of a person or body in the document."""

    start: int
    end: int
    actor: str
    person: bool


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody who takes part in what a statement tells. `subject` says that it is whose deed it is."""

    actor: str
    role: Role
    subject: bool = False


class Names:
    """The mentions of people and bodies, the outermost of nested ones only, those inside an office left out."""

    def __init__(
        self,
        people: Iterable[Person],
        organisations: Iterable[Organisation],
        memberships: Sequence[Membership],
        instruments: Iterable[Instrument] = (),
    ) -> None:
        every = [Named(*span, row.person_id, True) for row in people for span in (row.mentions or ((row.start, row.end),))]
        every += [Named(*span, row.organisation_id, False) for row in organisations for span in (row.mentions or ((row.start, row.end),))]
        titled = sorted((row.start, row.end) for row in instruments)
        starts = [start for start, _ in titled]
        every = [one for one in every if one.person or not _inside(one, titled, starts)]
        every.sort(key=lambda one: (one.start, -one.end, not one.person, one.actor))
        offices = sorted({(row.start, row.end) for row in memberships})
        self.all: list[Named] = []
        self.free: list[Named] = []
        end = position = 0
        before = ("", 0)
        for one in every:
            if one.start < end and one.end <= end:
                continue
            self.all.append(one)
            end = max(end, one.end)
            while position < len(offices) and offices[position][1] < one.end:
                position += 1
            inside = any(first <= one.start and one.end <= last for first, last in offices[position : position + 4])
            inside = inside or (one.actor == before[0] and 0 <= one.start - before[1] <= BRACKET)
            before = (one.actor, one.end) if inside else ("", 0)
            if one.person or not inside:
                self.free.append(one)
        self.bodies_of: dict[str, tuple[str, ...]] = {}
        for row in memberships:
            if row.organisation_id is not None:
                self.bodies_of[row.person_id] = (*self.bodies_of.get(row.person_id, ()), row.organisation_id)
        self._starts = [one.start for one in self.all]
        self._free_starts = [one.start for one in self.free]

    def within(self, start: int, end: int, *, free: bool = False) -> Sequence[Named]:
        """The mentions inside a stretch of the document."""
        rows, starts = (self.free, self._free_starts) if free else (self.all, self._starts)
        return [one for one in rows[bisect_left(starts, start) : bisect_left(starts, end)] if one.end <= end + 1]


def _inside(one: Named, spans: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    """Whether a body's short name only begins or stands within the name of a law or plan: `Police and Crime Plan`."""
    index = bisect_right(starts, one.start) - 1
    return index >= 0 and one.end < spans[index][1]


def name_units(statement: Statement, names: Names) -> frozenset[int]:
    """The units of a statement that lie inside the name of a body or person."""
    return units_of(statement, ((one.start, one.end) for one in names.within(*statement.places())))


def subject_role(statement: Statement, told: Deed | None) -> Role:
    """The role of whoever does what a statement tells."""
    if told is None:
        return "organiser"
    words = statement.block.lexicon.setting(FAMILY, "subject_roles", {})
    group = told.group
    if group is not None:
        verb = statement.units.words(group.verb, group.verb + 1).lower()
        kind = group.tag.kind
        if verb in words:
            role: Role = words[verb]
            if role == "speaker" and told.kind not in TOLD_BY_SPEAKERS:
                role = "funder" if told.kind == "funding" else "organiser"
            if role == "host" and group.passive:
                return "organiser"
            if role == "partner" and told.kind == "funding":
                return "funder"
            return "partner" if role == "attendee" and told.kind in ("advocacy", "publication", "study", "funding") else role
        by_kind = "signatory" if kind == "signing" else "author" if kind in ("publication", "print") else "funder" if kind == "funding" else None
        if by_kind is not None:
            return by_kind  # type: ignore[return-value]
        if (kind == "presentation" and not group.passive) or (kind == "hearing" and (group.passive or verb.startswith("g"))):
            return "speaker"
        if told.kind == "funding" and not group.passive and verb in statement.block.lexicon.setting("actions", "paying", ()):
            return "funder"
    if told.kind in ("signing", "open_letter"):
        return "signatory"
    if told.kind == "presentation":
        return "speaker"
    return "author" if told.kind in MADE else "organiser"


def cast(scene: Scene, told: Deed | None, names: Names, *, span: tuple[int, int] | None = None) -> list[Part]:
    """Who takes part in what a statement tells, each actor once, with the strongest role, in reading order."""
    statement = scene.statement
    view = statement.block.view
    start, end = span or statement.places()
    named = names.within(start, end, free=True)
    if not named:
        return []
    words = _Words.of(scene, told, start)
    roles: dict[str, Part] = {}
    current: str | None = None
    last_end = after_person = -1
    for one in named:
        here = view.offset(one.start)
        unit = words.units.at(here)
        finish = words.units.at(max(view.offset(one.end) - 1, here))
        if one.person:
            after_person = finish
        elif words.affiliates(after_person, unit):
            last_end = finish
            continue
        before = last_end
        if words.crosses_verb(last_end, unit):
            current = None
        found = words.role(unit, finish, last_end, current)
        if one.person and found in (None, NOBODY, COMPLEMENT, "host") and words.is_heard():
            found = "speaker"
        last_end = finish
        if found in (None, NOBODY) and one.person and words.inverted():
            found = SUBJECT
        if found == COMPLEMENT:
            current = words.leads_between(before, unit) or current
            continue
        current = found
        if found is None or found == NOBODY:
            continue
        subject = found == SUBJECT
        if subject and ((not one.person and words.opens_itself()) or words.undergoes()):
            continue
        role = subject_role(statement, told) if subject else _final(found, told, body=not one.person)
        if role == "speaker" and not one.person and told is not None and told.kind in RUN_BY_BODIES:
            role = "organiser"
        add(roles, Part(one.actor, role, subject))
    return list(roles.values())


def add(roles: dict[str, Part], part: Part) -> None:
    """Keep the stronger of an actor's roles."""
    known = roles.get(part.actor)
    if known is None or ORDER.index(part.role) < ORDER.index(known.role):
        roles[part.actor] = part


def led_role(scene: Scene, unit: int) -> Role | None:
    """The role that the words right before a common noun lead to: `avec le soutien de l'association`, `entre la ville et …`; None where none do."""
    units = scene.statement.block.units(FAMILY)
    number = units.at(scene.statement.units.starts[unit]) - 1
    lowest = max(number - LONGEST_LEAD, units.at(scene.statement.start) - 1)
    while number > lowest and units.values.get(number) in ("of", "skip", "and"):
        if units.values.get(number) == "and":
            lowest = max(number - FURTHEST, units.at(scene.statement.start) - 1)
            while number > lowest + 1 and units.values.get(number - 1) in (None, "of", "skip") and units.classes[number - 1] not in ".;:()":
                number -= 1
        number -= 1
    found = units.values.get(number) if number > lowest else None
    return next((role for role in ORDER if role == found), None)


SUBJECT, NOBODY, COMPLEMENT, WITH, REPRESENTED, BEFORE = "subject", "nobody", "complement", "with", "represented", "before"


def _final(found: str, told: Deed | None, *, body: bool) -> Role:
    kind = told.kind if told is not None else ""
    if found == WITH and body and kind == "podcast" and told is not None and told.group is not None and not told.group.passive:
        return "partner"
    if found == WITH:
        return "signatory" if kind == "signing" else "speaker" if kind in ("webinar", "podcast") else "partner"
    if found == REPRESENTED:
        return "signatory" if kind == "signing" else "attendee"
    if found == "author" and kind in GATHERED:
        return "organiser"
    return next((role for role in ORDER if role == found), "partner")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a statement as roles read them."""

    scene: Scene
    told: Deed | None
    units: Units
    first: int
    """The first unit of the statement."""
    opening: int
    """The first unit of the verb's subject."""
    verb: tuple[int, int] | None
    """First unit of the verb group and one past its last."""
    dated: frozenset[int]

    @classmethod
    def of(cls, scene: Scene, told: Deed | None, start: int) -> "_Words":
        statement = scene.statement
        units = statement.block.units(FAMILY)
        first = units.at(statement.block.view.offset(start))
        actions = statement.units
        dated = frozenset(units.at(actions.starts[number]) for number in scene.dated)
        group = told.group if told is not None and not told.beside else None
        if told is None or group is None:
            return cls(scene, told, units, first, first, None, dated)
        opening = units.at(actions.starts[told.subject[0]]) if told.subject[0] < len(actions) else first
        verb = units.at(actions.starts[group.first]), units.at(actions.ends[group.verb] - 1) + 1
        return cls(scene, told, units, first, max(first, opening), verb, dated)

    def crosses_verb(self, before: int, unit: int) -> bool:
        """Whether the verb stands between two names."""
        return self.verb is not None and before < self.verb[0] <= unit

    def affiliates(self, person: int, unit: int) -> bool:
        """Whether a bracket opens right behind a person's name and holds the name here: `Anne Roux (Institut du sol, Université de Vire)`."""
        classes = self.units.classes
        return person >= 0 and classes[person + 1 : person + 2] == "(" and classes.find(")", person, unit) < 0

    def role(self, unit: int, finish: int, neighbour: int, current: str | None) -> str | None:
        """What the words before a name lead to; `neighbour` is the last unit of the name before it, which has the role `current`."""
        units = self.units
        before_verb = self.verb is not None and unit < self.verb[0]
        if units.values.get(finish + 1) == "possessive":
            if before_verb and self._own_work(finish + 2):
                return "author"
            return SUBJECT if before_verb and self._acts_through(finish + 2) else COMPLEMENT
        if self._pays(unit, finish):
            return "funder"
        if self._invited(finish):
            return "attendee"
        if self.told is not None and self.told.kind == "publication" and self._comes_out(finish):
            return "author"
        of = False
        lowest = max(self.first, unit - FURTHEST)
        number = unit - 1
        while number >= lowest:
            value, sign = units.values.get(number), units.classes[number]
            if number == neighbour:
                if units.values.get(unit - 1) == "possessive" and before_verb and current is None:
                    return SUBJECT
                return COMPLEMENT if of else current
            if before_verb and number == unit - 2 and value is None and self._is_subject(unit, finish):
                return SUBJECT
            if before_verb and not of and (unit >= self.opening > number or (number in self.dated and value is None)):
                return SUBJECT
            if self.verb is not None and self.verb[0] <= number < self.verb[1] and value in (None, "by"):
                return COMPLEMENT if of else self._agent(number) if value == "by" else self._object()
            if value == "and" or sign in LISTS:
                between = self.leads_between(neighbour, number)
                if between == "partner" and (by := self._by_partners(number)):
                    return self._agent(by)
                if between is not None:
                    return between
                if sign == "," and current is None and (agent := self._by_office(number)) is not None:
                    return agent
                if sign == "," and self._after_aside(neighbour, number):
                    return self._object()
                return SUBJECT if current is None and before_verb and neighbour < 0 else current
            if number in self.dated:
                pass
            elif value == "of":
                of = True
            elif value == "by":
                return current if current in AGENTS and units.values.get(number - 1) == "and" else self._agent(number)
            elif value == "organiser" and self._directs(number):
                return "author"
            elif value == "audience":
                return "attendee" if self.told is not None and self.told.kind in ("presentation", "meeting", "hearing") else NOBODY
            elif value == WITH:
                return self._with()
            elif value == "from":
                return "funder" if self._gives(number) else "author" if self._ordered_from() else NOBODY
            elif value == NOBODY and self._ordered_from() and units.words(number, number + 1).lower() in self.scene.setting("ordered_from"):
                return "author"
            elif value == NOBODY and (self._takes_part_in(number) or self._visited(number) or self._in_house(number, unit) or self._heard_by(number)):
                return "host"
            elif value == BEFORE:
                return "host" if self.told is not None and self.told.kind in ("presentation", "hearing", "conference", "advocacy") else NOBODY
            elif value == "such_as":
                return self.leads_between(neighbour, number) or "partner"
            elif value == "host" and self._holds(number):
                return "organiser"
            elif value == "organiser" and self._speaks(number):
                return "speaker"
            elif value is not None and value not in ("skip", "possessive"):
                return str(value)
            elif sign == ":":
                return self._labelled_as(number) or (NOBODY if self._in_brackets(number) else SUBJECT if before_verb else None)
            elif of and value is None:
                return self._giver(unit) or self._complement(number)
            number -= 1
        if number < self.first and not of:
            return SUBJECT if before_verb or (self.told is not None and self.told.group is None and self._labels(finish)) else None
        return COMPLEMENT

    def _by_partners(self, number: int) -> int:
        """The unit of `by` where the partners, as such, stand between it and `and`: `organised by the partners and the Lark Trust`; 0 where not."""
        n = number - 1
        while n > self.first and number - n <= LONGEST_LEAD and self.units.values.get(n) in ("partner", "skip", None):
            n -= 1
        return n if self.units.values.get(n) == "by" else 0

    def _holds(self, number: int) -> bool:
        """Whether the main verb says who holds a fair or conference: `A fair was hosted by the Trust`."""
        group = self.told.group if self.told is not None and self.told.kind == "conference" else None
        return group is not None and group.passive and self.verb is not None and self.verb[0] <= number <= self.verb[1]

    def _speaks(self, number: int) -> bool:
        """Whether the main verb says who gave an address: `the keynote was delivered by Anne Roe`."""
        group = self.told.group if self.told is not None and self.told.kind == "presentation" else None
        beside = self.verb is not None and self.verb[0] <= number <= self.verb[1]
        return group is not None and beside and self.scene.listed("address_verbs", group.verb)

    def _ordered_from(self) -> bool:
        """Whether a work was ordered from a name: `was commissioned by the Trust from Lark Research`."""
        group = self.told.group if self.told is not None else None
        return group is not None and self.scene.listed("commissions", group.verb)

    def _labelled_as(self, colon: int) -> str | None:
        """The role that a label gives to the names behind it: `Financement : la Région Brume, 64 000 €`."""
        labels: dict[str, str] = self.scene.statement.block.lexicon.setting(FAMILY, "label_roles", {})
        return labels.get(self.units.words(colon - 1, colon).lower())

    def _is_subject(self, unit: int, finish: int) -> bool:
        """Whether a name with its article stands right before the verb, after a word that leads nowhere: `At its studio in Cork the Library scanned`."""
        beside = self.verb is not None and finish + 1 == self.verb[0] and self.units.values.get(unit - 1) == "skip"
        return beside and self.units.classes[unit - 2] not in LISTS

    def undergoes(self) -> bool:
        """Whether the subject is whom something was done to, no doer: `Mme Roux a été recrutée par le Centre`."""
        group = self.told.group if self.told is not None and not self.told.beside else None
        if group is None or not group.passive or group.auxiliary == "REFLEXIVE":
            return False
        return self.scene.listed("undergoing" if self.scene.bare_is_finite else "handling", group.verb)

    def inverted(self) -> bool:
        """Whether a sentence opens with its verb, those who did it behind: `Ont signé la charte : Mme Roux, maire, et M. Noir`."""
        group = self.told.group if self.told is not None else None
        return group is not None and group.first == self.scene.statement.first and not group.passive and group.auxiliary == "HAVE"

    def opens_itself(self) -> bool:
        """Whether the subject is what opened or started, no doer: `The Skills Academy opened on 5 May`."""
        group = self.told.group if self.told is not None else None
        if group is None or group.passive or not self.scene.bare_is_finite or not self.scene.listed("intransitives", group.verb):
            return False
        after = group.verb + 1
        classes = self.scene.statement.units.classes
        return (
            after in self.scene.dated or self.scene.part(after) in ("OCCASION", "AND", "ADVERB") or classes[after : after + 1] in ("", ".", ",", ";")
        )

    def _own_work(self, first: int) -> bool:
        """Whether the work that was brought out stands behind a possessive, at most a word between: `the Trust's own guide was published`."""
        told = self.told
        if told is None or told.group is None or not told.group.passive or told.kind not in MADE:
            return False
        actions = self.scene.statement.units
        return 0 <= told.head - actions.at(self.units.starts[first]) <= 1

    def _by_office(self, comma: int) -> str | None:
        """The role of a name behind an office that `by` leads to: `unveiled by the mayor, Anne Roe`."""
        for number in range(comma - 1, max(self.first, comma - LONGEST_OFFICE) - 1, -1):
            value = self.units.values.get(number)
            if value in ("by", WITH):
                return self._agent(number) if value == "by" else self._with()
            if value not in (None, "skip", "of") or self.units.classes[number] in ".;:,()":
                return None
        return None

    def _directs(self, number: int) -> bool:
        """Whether a study or a work was made under somebody's direction."""
        told = self.told
        return told is not None and told.kind in MADE and self.units.words(number, number + 1).lower() in self.scene.setting("directing")

    def _heard_by(self, number: int) -> bool:
        """Whether evidence is given to a name: `gave evidence on fees to the committee`."""
        heard = self.told is not None and self.told.kind == "hearing"
        return heard and self.units.words(number, number + 1).lower() in self.scene.setting("heard_by")

    def _acts_through(self, first: int) -> bool:
        """Whether people or a service of a body's, named by a common noun only, are the subject: `the University's law clinic has advised`."""
        if self.verb is None or not 0 < self.verb[0] - first <= LONGEST_UNIT:
            return False
        statement = self.scene.statement
        start, last = statement.units.at(self.units.starts[first]), statement.units.at(self.units.starts[self.verb[0]])
        if any(n in self.scene.named for n in range(start, last)):
            return False
        group = self.told.group if self.told is not None else None
        active = group is not None and not group.passive and group.tag.part == "DID" and not self.scene.listed("intransitives", group.verb)
        return active or any(self.scene.listed(key, n) for n in range(start, last) for key in ("own_people", "doer_nouns", "own_services"))

    def leads_between(self, neighbour: int, number: int) -> str | None:
        """The role that words between the name before and a list's comma lead to: `avec la participation du cabinet, d'Anne Roux`."""
        start = max(neighbour + 1, self.first, number - FAR_BACK, self.verb[1] if self.verb is not None and self.verb[1] <= number else 0)
        found = [str(self.units.values[n]) for n in range(start, number) if self.units.values.get(n) in LISTED_ROLES]
        named = any(self.units.values.get(n) == "such_as" for n in range(start, number))
        return found[-1] if found else "partner" if named else None

    def _labels(self, finish: int) -> bool:
        """Whether a colon follows the name: `REV : publication d'un guide`."""
        return self.units.classes[finish + 1 : finish + 2] == ":"

    def _comes_out(self, finish: int) -> bool:
        """Whether the words after a name say that its work is to come out: `le guide de l'Alliance à paraître`."""
        actions = self.scene.statement.units
        after = actions.at(self.units.ends[finish])
        return self.scene.listed("to_come_out", after)

    def _pays(self, unit: int, finish: int) -> bool:
        """Whether the verb right after a name says that it paid, in a clause of its own: `auquel la Région a consacré 30 000 €`, `X, qui en a réglé la moitié`."""
        if self.verb is not None and finish < self.verb[0] <= finish + 3:
            return False
        scene, last = self.scene, self.scene.statement.last
        actions = scene.statement.units
        number = self._past_the_name(actions.at(self.units.ends[finish]))
        if actions.classes[number : number + 1] == "," and scene.part(number + 1) == "RELATIVE" and scene.listed("who", number + 1):
            if self.verb is not None and finish < self.verb[0] and unit <= self.opening + 2:
                return False
            number += 2
        while number < last and scene.part(number) in ("HAVE", "ADVERB"):
            number += 1
        if number >= last or scene.part(number + 1) == "BY" or scene.part(number) not in ("DID", ""):
            return False
        if scene.statement.tag(number).kind == "funding":
            return True
        if scene.part(number - 1) not in ("HAVE", "ADVERB") or not (scene.listed("paying", number) or scene.listed("devoting", number)):
            return False
        words = actions.words(number + 1, min(last, number + 7)).replace("’", "'").replace("'", " ").split()
        money = scene.setting("cost_words") if scene.listed("paying", number) else ()
        return any(word in money or _is_money(word, scene.statement.block.lexicon) for word in (word.strip(",.;").lower() for word in words))

    def _past_the_name(self, number: int) -> int:
        """The unit behind a body's letters in brackets and the place it is of: `l'Agence régionale (ARS) de Bretagne a consacré`."""
        units, scene = self.scene.statement.units, self.scene
        if units.classes[number : number + 1] == "(" and units.classes[number + 2 : number + 3] == ")":
            number += 3
        if scene.part(number) == "OF" and number + 1 < len(units) and units.text[units.starts[number + 1] : units.starts[number + 1] + 1].isupper():
            number += 2
            while number < scene.statement.last and units.text[units.starts[number]].isupper():
                number += 1
        return number

    def _invited(self, finish: int) -> bool:
        """Whether the verb after a name, or after the list it stands in, says that they are asked to come: `où la Ville et l'Agence seront conviées`."""
        scene = self.scene
        if not scene.setting("invited") or (self.verb is not None and self.verb[0] > finish):
            return False
        number = scene.statement.units.at(self.units.ends[finish])
        last = min(scene.statement.last, number + LONGEST_INVITED)
        while number < last and (number in scene.named or scene.part(number) in ("AND", "ARTICLE") or scene.statement.units.classes[number] == ","):
            number += 1
        auxiliary = number
        while number < last and scene.part(number) in ("BE_WILL", "BEEN", "BE", "HAVE", "ADVERB", "WAS"):
            number += 1
        return number > auxiliary and number < last and scene.listed("invited", number)

    def is_heard(self) -> bool:
        """Whether a line without a verb of its own tells of a hearing, and further on who was heard: `Devant la commission, où Anne Roux a été entendue`."""
        told = self.told
        if told is None or told.kind != "hearing" or told.group is not None:
            return False
        return any(self.scene.statement.tag(n).kind == "hearing" for n in self.scene.statement.of_part("DID", first=told.head))

    def _after_aside(self, neighbour: int, comma: int) -> bool:
        """Whether only where and how stands between the verb and a comma: `a visité ensemble, à Melun, la médiathèque`."""
        if self.verb is None or neighbour >= self.verb[0] or not 0 <= comma - self.verb[1] <= LONGEST_ASIDE:
            return False
        return self.units.classes[self.verb[1] : comma].count(",") == 1 and self._object() is not None

    def _giver(self, unit: int) -> Role | None:
        """The role of whoever a line opens with a gift or service of: `Appel à projets de la Fondation`, `Permanence de deux juristes de l'Agence`."""
        if self.told is None or self.told.group is not None or self.told.beside:
            return None
        statement = self.scene.statement
        here, head = statement.units.at(self.units.starts[unit]), self.told.head
        between = range(head + 1, here)
        if here - head > LONGEST_GIFT or any(statement.units.classes[n] in ",;:(" or self.scene.part(n) in ("DID", "MAKING") for n in between):
            return None
        if self.scene.listed("gifts", head):
            return "funder"
        return "organiser" if self.scene.listed("given_by", head) and self.scene.listed("professionals", self._before_of(here)) else None

    def _before_of(self, here: int) -> int:
        """The unit before the small words that lead to a name."""
        number = here - 1
        while self.scene.part(number) in ("OF", "ARTICLE"):
            number -= 1
        return number

    def _visited(self, number: int) -> bool:
        """Whether a visit leads to a name: `an exchange visit to the hospital`."""
        visit = self.told is not None and self.told.kind == "visit"
        return visit and self.units.words(number, number + 1).lower() in self.scene.setting("at_town")

    def _in_house(self, number: int, unit: int) -> bool:
        """Whether `à` or `dans` leads to a school, a theatre, a hospital where an event took place: `des ateliers menés au collège Vauban`."""
        if (
            self.told is None
            or self.told.kind not in HELD_IN_HOUSES
            or self.units.words(number, number + 1).lower() not in self.scene.setting("in_houses")
        ):
            return False
        group = self.told.group
        if self.scene.listed("handing", self.told.head if group is None else group.verb):
            return False
        near = self.units.words(number, unit + 1).lower().replace("'", " ").split()
        return any(word in self.scene.setting("houses") for word in near)

    def _takes_part_in(self, number: int) -> bool:
        """Whether somebody's participation stands before `à`: `la participation de l'Alliance à un groupe de la Ville`."""
        before = self.units.words(max(self.first, number - FURTHEST), number + 1).lower().split()
        words = self.scene.setting("participation")
        return any(word in words for word in before) and not any(word in self.scene.setting("channels") for word in before)

    def _gives(self, number: int) -> bool:
        """Whether money stands shortly before `from`."""
        actions = self.scene.statement.units
        unit = actions.at(self.units.starts[number])
        if self.scene.bare_is_finite and any(sign in actions.words(max(0, unit - 4), unit) for sign in CURRENCIES):
            return True
        return any(self.scene.statement.tag(before).kind == "funding" for before in range(unit - 1, unit - 7, -1))

    def _complement(self, number: int) -> str:
        """A name after `de`: whose event it is where `lors de` stands before the event, else nobody's deed."""
        for before in range(number, max(self.first, number - FURTHEST) - 1, -1):
            if self.units.values.get(before) in ("host", "funder"):
                return str(self.units.values[before])
            if self._visited(before):
                return "host"
            if self.units.values.get(before) in (NOBODY, BEFORE) and self._at_gathering(before, number):
                return "host"
            if self.units.classes[before] in LISTS:
                break
        return COMPLEMENT

    def _at_gathering(self, lead: int, noun: int) -> bool:
        """Whether the partners' work was shown at somebody's event: `présentée au congrès de l'Alliance`, `devant l'assemblée générale de la Ligue`."""
        if self.told is None or self.told.kind not in ("presentation", "hearing", "advocacy") or noun - lead > LONGEST_LEAD:
            return False
        word = self.units.words(lead, lead + 1).lower()
        if word not in self.scene.setting("at_town") and self.units.values.get(lead) != BEFORE:
            return False
        statement = self.scene.statement
        first, last = statement.units.at(self.units.starts[lead]), statement.units.at(self.units.starts[noun])
        return any(statement.tag(n).part == "NOUN" and statement.tag(n).kind in HELD_EVENTS for n in range(first, last + 1))

    def _object(self) -> str | None:
        group = self.told.group if self.told is not None else None
        if group is None or group.passive:
            return None
        words = self.scene.statement.block.lexicon.setting(FAMILY, "object_roles", {})
        verb = self.scene.words(group.verb, group.verb + 1)
        found: str | None = words.get(verb) or words.get(verb.rsplit(" ", 1)[-1])
        return found

    def _with(self) -> str:
        group = self.told.group if self.told is not None else None
        verb = self.scene.words(group.verb, group.verb + 1) if group is not None else ""
        first, last = self.scene.statement.first, self.scene.statement.last
        if any(self.scene.words(n, n + 2) in self.scene.setting("looking_on") for n in range(first, last)):
            return "attendee"
        if group is not None and self.scene.listed("lodging", group.verb):
            return NOBODY
        joint = tuple(self.scene.statement.block.lexicon.setting(FAMILY, "joint_verbs", ()))
        return "organiser" if joint and verb.startswith(joint) else WITH

    def _in_brackets(self, number: int) -> bool:
        """Whether a bracket is open before a unit."""
        classes = self.units.classes[self.first : number]
        return classes.rfind("(") > classes.rfind(")")

    def _agent(self, number: int) -> str:
        """The role of whoever stands after `par` or `by`: that of the participle before it; at whose event where `lors de` stands before that."""
        statement = self.scene.statement
        units = statement.units
        unit = units.at(self.units.starts[number])
        kind = self.told.kind if self.told is not None else ""
        group = self.told.group if self.told is not None else None
        if kind == "presentation" and self.scene.listed("works_by", unit - 1):
            return "author"
        for before in range(unit - 1, max(statement.first - 1, unit - LONGEST_AGENT), -1):
            tag = statement.tag(before)
            if tag.part != "DID" and not (group is not None and before == group.verb):
                continue
            main = group is not None and before == group.verb
            if not main and tag.kind == "any" and before + 3 > unit and self._at_event(before):
                return "host"
            words = statement.block.lexicon.setting(FAMILY, "subject_roles", {})
            made = kind in MADE and tag.kind == "any"
            opens = "(" in units.classes[max(statement.first, before - 2) : before]
            if not main and not opens and self._in_brackets(number):
                return NOBODY
            if (
                group is not None
                and not main
                and before > group.verb + 2
                and self.scene.part(before - 1) == "AND"
                and self.told is not None
                and not self.told.beside
            ):
                return NOBODY
            if kind == "hearing" and main:
                return "host"
            if main and group is not None and (said := self._said_by(group, kind)) is not None:
                return said
            if kind == "survey" and main and tag.kind == "any":
                return "author"
            if main and kind == "training" and words.get(self.scene.words(before, before + 1)) == "speaker":
                return "organiser"
            found: str = words.get(self.scene.words(before, before + 1)) or BY_KIND.get(tag.kind) or ("author" if made else "organiser")
            return found
        if kind in ("signing", "open_letter"):
            return "signatory"
        return "speaker" if kind in ("presentation", "conference") else "author" if kind in MADE else "organiser"

    def _said_by(self, group: Group, kind: str) -> str | None:
        """The role of whoever did what a passive of another sense tells: paid a visit, met a cost, gave an address."""
        if kind == "visit" and group.tag.kind == "funding":
            return "organiser"
        if kind == "funding" and group.tag.kind == "meeting":
            return "funder"
        return "speaker" if kind == "presentation" and group.tag.kind == "any" and self.scene.listed("address_verbs", group.verb) else None

    def _at_event(self, unit: int) -> bool:
        """Whether `lors de` leads to the event that a participle belongs to."""
        units = self.units
        here = units.at(self.scene.statement.units.starts[unit])
        for number in range(here - 1, max(self.first - 1, here - FURTHEST), -1):
            if units.values.get(number) == "host":
                return True
            if units.classes[number] in LISTS:
                return False
        return False


LONGEST_AGENT = 16
AGENTS = frozenset(("organiser", "signatory", "author", "funder", "speaker"))
BY_KIND = {"signing": "signatory", "publication": "author", "print": "author", "funding": "funder", "presentation": "speaker"}


def _is_money(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a sum or what sums are counted in: `£40,000`, `1,5M€`, `euros`."""
    entry = lexicon.vocabulary("numbers").find(word)
    return word.startswith(tuple(CURRENCIES)) or word.endswith(tuple(CURRENCIES)) or (entry is not None and entry.word_class == "CURRENCY")
