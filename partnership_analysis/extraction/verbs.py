"""Verb groups: the main verbs of a statement, with tense and voice; those of relative clauses and of quoted words are left out.

Reads the tags of `statements`; the words are in `lexicons/<language>/actions.toml`. Where no entry knows a verb, its ending tells a
participle after an auxiliary, and in English a past form after somebody's name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Literal

from partnership_analysis.extraction.statements import FAMILY, NO_TAG, Statement, Tag, of_parts, quoted_units
from partnership_analysis.extraction.units import WORD, code
from partnership_analysis.language.lexicon import Lexicon

Tense = Literal["past", "present", "future"]
AUXILIARIES = frozenset(("HAVE", "BE", "BEEN", "BE_WILL", "GO", "MODAL", "REFLEXIVE", "NEGATION", "RESOLVED", "WAS"))
STARTS = AUXILIARIES | frozenset(
    ("DID", "WILL", "DOES", "PAST", "STATE", "CHANGE", "DETAIL", "BRIDGE", "DOING", "DO", "ONGOING", "CANCELLED", "POSTPONED")
)  # fmt: skip
INSIDE = frozenset(("ADVERB", "BE", "BEEN", "TOGETHER", "HAVE", "TO"))
VERBS = frozenset(("DID", "DO", "DOING"))
TOLD_OF = frozenset(("STATE", "CHANGE", "BRIDGE", "DETAIL", "PLANNED", "CANCELLED", "POSTPONED", "ONGOING"))
DOERS = frozenset(("PARTNERS", "WE", "PRONOUN"))
BREAKS = ",;:()–"
"""Signs that end a relative clause."""
LONGEST = 7
NARRATED = frozenset(("signing", "hearing", "publication", "presentation", "open_letter", "survey"))
"""Kinds whose verbs tell a deed in the imperfect too, with a date: `le 3 mars 2021, elle était auditionnée`."""
DRAWN = frozenset(("webinar", "workshop", "training", "publication", "podcast", "article", "conference", "study"))
"""Kinds of what is made of a work: `en a tiré six webinaires`."""
NAME_LIKE = frozenset((code("CAPITAL"), code("UPPER")))
STATE = Tag("STATE")
MOST_GROUPS = 12
"""Verb groups of a sentence that are looked at."""


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: from its first auxiliary to its verb."""

    first: int
    verb: int
    tag: Tag
    tense: Tense
    passive: bool = False
    negated: bool = False
    bare: bool = False
    """A participle or -ing form without an auxiliary."""
    known: bool = True
    """Whether the lexicon holds the verb."""
    auxiliary: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a statement says is done: its kind, the verb group (None of a nominal one), where its subject stands, what names it."""

    kind: str
    group: Group | None
    subject: tuple[int, int]
    head: int
    """Unit of the noun or verb that gives the kind."""
    beside: bool = False
    """Whether it is told by a participle beside its noun."""
    ordered: bool = False
    """Whether a verb in its base form tells it, at the head of a line."""


@cache
def _list(lexicon: Lexicon, key: str) -> tuple[str, ...]:
    return tuple(lexicon.setting(FAMILY, key, ()))


@cache
def _words(lexicon: Lexicon, key: str) -> frozenset[str]:
    return frozenset(_list(lexicon, key))


@dataclass(frozen=True)
class Scene:
    """A statement with what is known of its units: inside a name, between quotation marks, in a date."""

    statement: Statement
    named: frozenset[int] = frozenset()
    dated: frozenset[int] = frozenset()
    quiet: frozenset[int] = frozenset()
    """Units inside the name of a law, plan or fund, or an emphasised title."""
    opening: bool = False
    """Whether it stands in the introduction."""
    planned: bool = False
    """Whether the heading above says that what follows is to come."""
    minutes: bool = False
    """Whether the report minutes a session."""
    continues: bool = False
    """Whether it has the subject of the part of the sentence before it."""

    @cached_property
    def taken(self) -> frozenset[int]:
        """Units that say nothing of deeds: inside a name or between quotation marks."""
        return self.named | self.quiet | quoted_units(self.statement)

    @cached_property
    def participles(self) -> tuple[Group, ...]:
        """Participles without an auxiliary, in reading order, those of relative clauses and of what somebody says too."""
        inside = {number for one in self.groups if not one.bare for number in range(one.first, one.verb + 1)}
        statement = self.statement
        found = (n for n in statement.of_part("DID", "MAKING") if n not in self.taken and n not in inside)
        kept = (n for n in found if self.part(n - 1) not in ("HAVE", "BEEN", "BE") and (self.part(n) == "DID" or self._done_by(n)))
        return tuple(Group(n, n, statement.tag(n) if self.part(n) == "DID" else Tag("DID", "any"), "past", bare=True) for n in kept)

    def _done_by(self, unit: int) -> bool:
        """Whether a noun of making is a participle: `l'évaluation conduite par le cabinet`."""
        return self.part(unit + 1) == "BY" and self.part(unit - 1) in ("NOUN", "AND", "ADVERB", "")

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The main verb groups, in reading order."""
        found = _groups(self)
        return tuple(found) if any(not one.bare for one in found) else tuple(found + _noun_like(self))

    @cached_property
    def finite(self) -> frozenset[int]:
        """Which of the groups are verbs of the sentence: all with an auxiliary; in English past forms too (`The trust published`)."""
        found: set[int] = set()
        for position, group in enumerate(self.groups):
            if not group.bare or self._is_finite_past(group, position, bool(found)):
                found.add(position)
        return frozenset(found)

    def _is_finite_past(self, group: Group, position: int, after_verb: bool) -> bool:
        if group.tag.part == "DOING" or not self.bare_is_finite:
            return False
        after = group.verb + 1
        while after in self.dated and self.statement.units.classes[group.first - 1] == ",":
            after += 1  # `a market, run since 6 May 2023 by the Council`
        follows = self.part(after) if not self._with_object(group.verb) else ""
        if group.first == self.statement.first:
            return self.continues
        if self.part(group.first - 1) == "WE" and self.listed("people_nouns", group.first - 2):
            return False  # `Most of the people we spoke to wanted …`
        if after_verb:
            joined = self.part(group.first - 1) in ("AND", "ADVERB")
            fresh = self.doer_before(group.first) and self.within(max(self.statement.first, group.first - LONGEST), group.first, "AND")
            return follows != "BY" and (joined or fresh)
        if not group.known and not self.doer_before(group.first):
            return False
        if self.listed("intransitives", group.verb) and self.part(group.first - 1) not in ("", "AND"):
            return follows != "BY"
        if group.tag.kind == "meeting" and self._meets(group.first):
            return follows != "BY"
        later = any(not one.bare or one.tag.part in ("STATE", "DETAIL") for one in self.groups[position + 1 : position + LONGEST])
        later = later or self._in_an_aside(position)
        return follows != "BY" and not (later and follows in ("OCCASION", "WITH"))

    def _meets(self, unit: int) -> bool:
        """Whether `met` stands behind somebody, or behind the comma that closes what is said of them: `The Board, of which Anne Roe is chair, met`."""
        return self.doer_before(unit) or (
            self.statement.units.classes[unit - 1] == "," and any(n in self.named for n in range(self.statement.first, self.statement.first + 3))
        )

    def _in_an_aside(self, position: int) -> bool:
        """Whether a participle stands between commas before the verb: `Anne Roe, both of them trained at Perth, ran the course`."""
        group, classes = self.groups[position], self.statement.units.classes
        opened = "," in classes[max(self.statement.first, group.first - 2) : group.first]
        return opened and any(classes[one.first - 1] == "," for one in self.groups[position + 1 : position + 2])

    def _with_object(self, unit: int) -> bool:
        """Whether a verb of several words holds its object: `hosted a visit`, not `set up`."""
        words = self.words(unit, unit + 1).split(" ")
        return len(words) > 1 and words[-1] not in self.setting("particles")

    def part(self, unit: int) -> str:
        """The part of speech of a unit, empty where the lexicon has none."""
        statement = self.statement
        return statement.marks[unit].part if statement.first <= unit < statement.last else ""

    def dated_within(self, first: int, last: int) -> bool:
        """Whether a date stands between two units, the latter not included."""
        return any(first <= number < last for number in self.dated)

    @cached_property
    def _small(self) -> list[str]:
        """The words of each unit in small letters."""
        units, first, last = self.statement.units, self.statement.first, self.statement.last
        return [units.text[start:end].lower() for start, end in zip(units.starts[first:last], units.ends[first:last], strict=True)]

    def words(self, first: int, last: int) -> str:
        """Words in small letters."""
        statement = self.statement
        if last == first + 1 and statement.first <= first < statement.last:
            return self._small[first - statement.first]
        return statement.units.words(first, min(last, statement.last)).lower()

    def within(self, first: int, last: int, *parts: str) -> bool:
        """Whether a unit of one of the parts stands between two units."""
        return self.statement.has_part(first, last, *parts)

    def setting(self, key: str) -> Sequence[str]:
        """A list of the lexicon."""
        return _list(self.statement.block.lexicon, key)

    def listed(self, key: str, first: int, last: int | None = None) -> bool:
        """Whether a unit's words (or those up to `last`) stand in a list of the lexicon."""
        return self.words(first, first + 1 if last is None else last) in _words(self.statement.block.lexicon, key)

    def all_listed(self, key: str, first: int, last: int) -> list[int]:
        """The units between two of its units whose words stand in a list of the lexicon."""
        begin, wanted = self.statement.first, _words(self.statement.block.lexicon, key)
        return [number for number, word in enumerate(self._small[max(first - begin, 0) : max(last - begin, 0)], max(first, begin)) if word in wanted]

    @property
    def bare_is_finite(self) -> bool:
        """Whether a past form without auxiliary is a sentence's verb."""
        return bool(self.statement.block.lexicon.setting("actions", "bare_participle_is_finite", False))

    def in_brackets(self, unit: int) -> bool:
        """Whether a bracket is open before a unit."""
        classes, first = self.statement.units.classes, self.statement.first
        return classes.rfind("(", first, unit) > classes.rfind(")", first, unit)

    def in_address(self, unit: int) -> bool:
        """Whether a colon belongs to an address: `https://…`."""
        units = self.statement.units
        return units.text.startswith("//", units.ends[unit])

    def doer_before(self, unit: int) -> bool:
        """Whether somebody who can do things stands right before a verb."""
        number = unit - 1
        first = self.statement.first
        while number >= first and (self.part(number) in ("ADVERB", "TOGETHER", "REFLEXIVE") or self.statement.units.classes[number] in ",*_)"):
            number -= 1
        if number < first:
            return False
        return number in self.named or self.part(number) in DOERS or self.statement.units.classes[number] in NAME_LIKE or self.is_doer(number)

    def is_doer(self, unit: int) -> bool:
        """Whether a common noun stands for somebody who acts: `l'association`, `the charity`."""
        return self.listed("doer_nouns", unit)


def _groups(scene: Scene) -> list[Group]:
    found: list[Group] = []
    statement, taken = scene.statement, scene.taken
    classes = statement.units.classes
    pending = False
    reached = 0
    for match in _openings(statement.block.lexicon).finditer(classes, statement.first, statement.last):
        number = match.start()
        if number < reached or number in taken or number in scene.dated:
            continue
        part = statement.marks[number].part
        if classes[number] in BREAKS:
            pending = False
        elif part == "RELATIVE":
            after_state = bool(found) and found[-1].tag == Tag("STATE") and number - found[-1].verb <= 2
            if after_state and scene.listed("that", number):
                break
            pending = not _has_own_verb(scene, number)
        elif scene.bare_is_finite and _in_a_name(scene, number):
            pass
        elif part in STARTS or (part == "" and _may_be_bare(scene, number)):
            group = _group(scene, number, found)
            if group is not None:
                if not pending:
                    found.append(group)
                    words = scene.words(number, group.verb + 1).rsplit(" ", 1)
                    if group.tag == STATE and len(words) > 1 and words[1] in scene.setting("that"):
                        break
                pending = False
                reached = group.verb + 1
    return found


def _has_own_verb(scene: Scene, relative: int) -> bool:
    """Whether a verb that no lexicon holds follows a relative pronoun, before an article: `la convention qui unit nos maisons a été signée`."""
    verb = relative + 1
    return scene.part(verb) == "" and scene.part(verb + 1) == "ARTICLE" and scene.statement.units.words(verb, verb + 1).islower()


@cache
def _openings(lexicon: Lexicon) -> re.Pattern[str]:
    """An expression for the units that may begin a verb group, or end a relative clause."""
    bare = WORD if lexicon.setting(FAMILY, "bare_endings", ()) else ""
    return re.compile(f"[{BREAKS}{bare}]|{of_parts(lexicon, (*sorted(STARTS), 'RELATIVE')).pattern}")


def _in_a_name(scene: Scene, unit: int) -> bool:
    """Whether a word with a capital inside a sentence stands in a name, whatever it means elsewhere: `the Big Sing`, `the Long Walk`."""
    statement = scene.statement
    if unit == statement.first or not statement.units.text[statement.units.starts[unit]].isupper():
        return False
    return scene.part(unit - 1) == "ARTICLE" or statement.units.classes[unit - 1] in NAME_LIKE


def _noun_like(scene: Scene) -> list[Group]:
    """A verb in the present that looks like a noun in the plural, where nothing else is the verb: `the panel reviews prices every week`."""
    statement = scene.statement
    if not scene.bare_is_finite or not any(word in scene.words(statement.first, statement.last) for word in scene.setting("often")):
        return []
    for number in range(statement.first + 1, statement.last):
        noun = scene.part(number) == "NOUN" and number not in scene.taken and scene.words(number, number + 1).endswith("s")
        if noun and scene.doer_before(number) and scene.part(number + 1) not in ("OF", "AND", "OCCASION"):
            return [Group(number, number, Tag("DOES", "any"), "present")]
    return []


def _group(scene: Scene, first: int, before: Sequence[Group]) -> Group | None:
    statement = scene.statement
    tag = statement.tag(first)
    if tag.part in ("STATE", "CHANGE") and scene.listed("noun_states", first) and not scene.doer_before(first):
        return None
    if tag.part in ("STATE", "CHANGE", "DETAIL", "BRIDGE"):
        told: Tense = "future" if scene.listed("future_bridges", first) else "past"
        beside = tag.part in ("STATE", "CHANGE") and _ends_as_participle(scene, first)
        return None if _after_article(scene, first) and tag.part != "DETAIL" else Group(first, first, tag, told, bare=beside)
    if tag.part == "WILL":
        return Group(first, first, tag, "future")
    if tag.part == "DOES" and scene.listed("intends", first) and scene.part(first + 1) == "DO":
        return Group(first, first + 1, statement.tag(first + 1), "future")
    if tag.part in ("DOES", "DO"):
        if scene.bare_is_finite and scene.part(first + 1) in ("BE", "BEEN", "HAVE", "BE_WILL", "GO"):
            return None  # a noun with its verb behind: `Noise monitors were lent`
        if scene.bare_is_finite and statement.units.classes[first + 1 : first + 2] == "," and not scene.doer_before(first):
            return None  # `an exhibition of old maps, which toured …`
        several = scene.bare_is_finite and scene.doer_before(first) and not scene.listed("thing_pronouns", first - 1)
        stands = not _after_article(scene, first) if tag.part == "DOES" else several
        return Group(first, first, Tag("DOES", tag.kind), "present") if stands else None
    if tag.part == "PAST":
        return Group(first, first, Tag("DID", tag.kind), "past") if (scene.dated or tag.kind != "any") and not _after_article(scene, first) else None
    if tag.part in ("DID", "DOING"):
        return Group(first, first, tag, "past", bare=True)
    if tag.part == "":
        return Group(first, first, Tag("DID", "any"), "past", bare=True, known=False)
    if tag.part in ("ONGOING", "CANCELLED", "POSTPONED"):
        finite = tag.part == "ONGOING" and scene.words(first, first + 1).endswith(tuple(scene.setting("ongoing_endings")))
        return Group(first, first, tag, "present") if finite and not before else None
    return _with_auxiliary(scene, first, before)


def _with_auxiliary(scene: Scene, first: int, before: Sequence[Group]) -> Group | None:
    statement, taken = scene.statement, scene.taken
    tag = statement.tag(first)
    parts = [tag.part]
    number = first + 1
    dated = scene.dated if tag.part in ("HAVE", "BEEN") else frozenset()
    while (
        number < min(statement.last, first + LONGEST)
        and number not in taken
        and (scene.part(number) in INSIDE or number in dated or _is_adverb(scene, number))
    ):
        parts.append(scene.part(number))
        number += 1
    inside = number < statement.last and number not in taken
    target = statement.tag(number) if inside else NO_TAG
    if target.part == "RESOLVED" and tag.part not in ("GO", "BE_WILL"):
        resolved = _with_auxiliary(scene, number, before)
        still = tag.part == "HAVE" and scene.bare_is_finite and not scene.listed("pluperfect", first)
        return replace(resolved, tense="future") if resolved is not None and still else resolved
    future = any(part in ("BE_WILL", "GO", "MODAL") for part in parts)
    negated = "NEGATION" in parts
    tense: Tense = "future" if future else "past"
    passive = any(part in ("BE", "BEEN", "BE_WILL") for part in parts) or (
        negated and scene.words(first, first + 1).endswith(tuple(scene.setting("negated_be")))
    )
    wished = ("MODAL" in parts and "HAVE" in parts) or scene.words(first, first + 1).split(" ")[0] in scene.setting("wishes")
    if target.part == "MAKING" and tag.part in ("BEEN", "BE_WILL", "REFLEXIVE"):
        target = Tag("DID", "any")
    if (
        target.part == "STATE"
        and tag.part == "BEEN"
        and scene.listed("made_of_agreements", number)
        and scene.within(statement.first, first, "AGREEMENT")
    ):
        target = Tag("DID", "signing")
    if target.part == "STATE" and tag.part in ("BE", "BEEN", "BE_WILL") and scene.dated and scene.listed("made_of_works", number):
        target = Tag("DID", "presentation")
    if target.part == "STATE" and tag.part == "HAVE" and scene.listed("of_it", first - 1) and _drawn(scene, number):
        target = Tag("DID", "any")
    told_then = tag.part == "WAS" and target.part == "DID" and target.kind in NARRATED and bool(scene.dated)
    if (tag.part == "WAS" and "BE" not in parts and not told_then) or wished:
        return Group(first, number if inside else first, Tag("STATE"), "past")
    passive = passive or told_then
    known = True
    if inside and target.part == "NOUN" and parts[-1] == "BE" and ends_as(scene, number, "progressive_endings") and _has_object(scene, number):
        target = Tag("DOING", target.kind)
    active = tag.part == "BE" or (tag.part in ("GO", "MODAL", "RESOLVED") and parts[-1] != "BE")
    if inside and target.part == "" and not active and ends_as(scene, number, "participle_endings"):
        target, known = Tag("DID", "any"), False
    elif inside and target.part == "" and tag.part in ("GO", "RESOLVED") and scene.bare_is_finite and scene.words(number, number + 1).isalpha():
        target, known = Tag("DO", "any"), False
    if target.part in VERBS:
        if target.part == "DOING":
            tense, passive = ("present" if "BEEN" not in parts else "past"), False
        return Group(first, number, target, tense, passive=passive or "REFLEXIVE" in parts, negated=negated, known=known, auxiliary=tag.part)
    if target.part == "PLANNED" and scene.listed("pluperfect", first):
        target = Tag("STATE")
    if (
        target.part == "PLANNED"
        and passive
        and scene.listed("screened", number)
        and any(scene.listed("films", n) for n in range(statement.first, first))
    ):
        return Group(first, number, Tag("DID", "any"), tense, passive=True, negated=negated, auxiliary=tag.part)
    if target.part in TOLD_OF:
        return Group(first, number, target, tense, passive=passive, negated=negated, auxiliary=tag.part)
    if (future or tag.part == "RESOLVED") and target.part == "NOUN" and not passive:
        return Group(first, number, Tag("DO", target.kind), tense, negated=negated, auxiliary=tag.part)
    if negated:
        return Group(first, first, tag, tense, negated=True)
    if tag.part in ("BE", "HAVE", "BEEN"):
        return Group(first, first, Tag("STATE"), "present")
    return None


def _drawn(scene: Scene, unit: int) -> bool:
    """Whether something was made of what was told before: `en a tiré six webinaires`, `en a fait une exposition`; not `en a fait une priorité`."""
    statement = scene.statement
    near = range(unit + 1, min(statement.last, unit + 4))
    return scene.listed("drawn", unit) and any(scene.part(n) == "NOUN" and n not in scene.taken and statement.tag(n).kind in DRAWN for n in near)


def _ends_as_participle(scene: Scene, unit: int) -> bool:
    """Whether a verb of state without its auxiliary is a participle by its ending: `une offre destinée aux aidants`, no verb of the sentence."""
    endings = tuple(scene.setting("bare_states"))
    return bool(endings) and scene.words(unit, unit + 1).split(" ")[0].endswith(endings)


def _has_object(scene: Scene, unit: int) -> bool:
    """Whether an object follows a word that may be a noun or an -ing form: `is monitoring fish numbers`, not `is training`."""
    after = unit + 1
    inside = after < scene.statement.last and scene.statement.units.classes[after] not in ",;:.()"
    return inside and scene.part(after) not in ("OF", "BY", "AND", "OCCASION", "WITH", "TO", "RELATIVE") and after not in scene.dated


def _is_adverb(scene: Scene, unit: int) -> bool:
    """Whether a word that no lexicon holds is an adverb by its ending."""
    return scene.part(unit) == "" and scene.statement.units.words(unit, unit + 1).endswith(tuple(scene.setting("adverb_endings")))


def ends_as(scene: Scene, unit: int, setting: str) -> bool:
    """Whether a word in small letters ends as participles do."""
    word = scene.statement.units.words(unit, unit + 1)
    return (
        len(word) > 3
        and word.islower()
        and word.endswith(tuple(scene.setting(setting)))
        and not word.endswith(tuple(scene.setting("no_participles")))
    )


def _may_be_bare(scene: Scene, unit: int) -> bool:
    """Whether a word that no lexicon holds may be a past form by its ending, right after somebody who does things."""
    return bool(scene.setting("bare_endings")) and ends_as(scene, unit, "bare_endings") and scene.doer_before(unit)


def _after_article(scene: Scene, unit: int) -> bool:
    before = scene.part(unit - 1)
    return before in ("ARTICLE", "OF", "OCCASION", "WITH", "BY") or scene.listed("before_nouns", unit - 1)
