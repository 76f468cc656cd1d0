"""Deeds: which verb groups of a statement say that something was, is or will be done, and what kind of action that is.

Reads the tags of `statements`; the words are in `lexicons/<language>/actions.toml`. A verb group in a relative clause says nothing of
the sentence's own; a verb of state, wish, effect or content makes no deed.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

from partnership_analysis.extraction.statements import NO_TAG, Statement, Tag, quoted_units

Tense = Literal["past", "present", "future"]
AUXILIARIES = frozenset(("HAVE", "BE", "BEEN", "BE_WILL", "GO", "MODAL", "REFLEXIVE", "NEGATION", "RESOLVED", "WAS"))
INSIDE = frozenset(("ADVERB", "BE", "BEEN", "TOGETHER", "HAVE", "TO"))
VERBS = frozenset(("DID", "DO", "DOING"))
DOERS = frozenset(("PARTNERS", "WE", "PRONOUN"))
MONEY = frozenset("€£$")
SKIPPED = frozenset(("ARTICLE", "OF", "ADVERB", "AND", "TOGETHER", "BE"))
LONGEST_SKIP = 7
NEAR = 6
WORKS = frozenset(("study", "article", "podcast", "open_letter", "publication", "survey"))
EVENTS = frozenset(("webinar", "workshop", "conference", "meeting", "training", "visit", "hearing", "working_group", "other"))
SPECIFIC = frozenset(("signing", "study", "survey", "podcast", "webinar", "workshop", "conference", "visit", "hearing", "open_letter", "meeting", "training"))


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


@dataclass(frozen=True, slots=True)
class Deed:
    """What a statement says is done: its kind, the verb group (None of a nominal one), and where its subject and its object stand."""

    kind: str
    group: Group | None
    subject: tuple[int, int]
    head: int
    """Unit of the noun or verb that gives the kind."""
    sure: bool = True
    """False where only the line that leads in makes it one."""


def groups(statement: Statement, taken: Set[int]) -> list[Group]:
    """The main verb groups of a statement, in reading order; those of relative clauses and of quoted words are left out."""
    found: list[Group] = []
    pending = False
    number = statement.first
    classes = statement.units.classes
    while number < statement.last:
        if number in taken:
            number += 1
            continue
        tag = statement.tag(number)
        sign = classes[number]
        if sign in ",;:()–":
            pending = False
        elif tag.part == "RELATIVE":
            pending = True
        elif tag.part in AUXILIARIES or tag.part in ("DID", "WILL", "DOES", "STATE", "CHANGE", "DETAIL", "BRIDGE", "DOING", "DO", "ONGOING", "PLANNED", "CANCELLED", "POSTPONED", "") and (tag.part or _may_be_bare(statement, number)):
            group = _group(statement, number, taken, found)
            if group is not None:
                if not pending:
                    found.append(group)
                pending = False
                number = group.verb + 1
                continue
        number += 1
    return found


def _group(statement: Statement, first: int, taken: Set[int], before: Sequence[Group]) -> Group | None:
    tag = statement.tag(first)
    if tag.part in ("STATE", "CHANGE", "DETAIL", "BRIDGE"):
        return None if _after_article(statement, first) and tag.part != "DETAIL" else Group(first, first, tag, "past")
    if tag.part == "WILL":
        return Group(first, first, tag, "future")
    if tag.part in ("DOES", "DO"):
        stands = tag.part == "DOES" and not _after_article(statement, first) or tag.part == "DO" and _doer_before(statement, first, taken)
        return Group(first, first, Tag("DOES", tag.kind), "present") if stands else None
    if tag.part in ("DID", "DOING"):
        return Group(first, first, tag, "past", bare=True)
    if tag.part == "":
        return Group(first, first, Tag("DID", "any"), "past", bare=True)
    if tag.part in ("ONGOING", "PLANNED", "CANCELLED", "POSTPONED"):
        words = statement.units.words(first, first + 1)
        return Group(first, first, tag, "present") if tag.part == "ONGOING" and words.endswith(("s", "t", "e")) and not before else None
    parts = [tag.part]
    number = first + 1
    while number < min(statement.last, first + LONGEST_SKIP) and number not in taken and statement.tag(number).part in INSIDE:
        parts.append(statement.tag(number).part)
        number += 1
    target = statement.tag(number) if number not in taken else NO_TAG
    future = any(part in ("BE_WILL", "GO", "MODAL") for part in parts)
    negated = "NEGATION" in parts
    if target.part == "NEGATION":
        return None
    tense: Tense = "future" if future else "past"
    passive = any(part in ("BE", "BEEN", "BE_WILL") for part in parts)
    if tag.part == "WAS" and "BE" not in parts:
        return Group(first, number if number < statement.last else first, Tag("STATE"), "past")
    if target.part == "" and number < statement.last and number not in taken and (tag.part not in ("BE", "GO", "MODAL", "RESOLVED")) and _ends_as(statement, number, "participle_endings"):
        target = Tag("DID", "any")
    if target.part in VERBS:
        if target.part == "DOING":
            tense, passive = ("present" if "BEEN" not in parts else "past"), False
        return Group(first, number, target, tense, passive=passive or "REFLEXIVE" in parts, negated=negated)
    if target.part in ("STATE", "CHANGE", "BRIDGE", "DETAIL", "PLANNED", "CANCELLED", "POSTPONED", "ONGOING", "RESOLVED"):
        if target.part == "RESOLVED":
            return _group(statement, number, taken, before)
        return Group(first, number, target, tense, passive=passive, negated=negated)
    if (future or tag.part == "RESOLVED") and target.part == "NOUN" and not passive:
        return Group(first, number, Tag("DO", target.kind), tense, negated=negated)
    if tag.part == "RESOLVED" and number < statement.last:
        return Group(first, number, Tag("DO", "any"), tense)
    if negated:
        return Group(first, first, tag, tense, negated=True)
    if tag.part == "BE" or tag.part == "HAVE":
        return Group(first, first, Tag("STATE"), "present") if not before else None
    return None


def _ends_as(statement: Statement, unit: int, setting: str) -> bool:
    """Whether a word in small letters ends as participles do."""
    word = statement.units.words(unit, unit + 1)
    return len(word) > 3 and word.islower() and word.endswith(tuple(statement.block.lexicon.setting("actions", setting, ())))


def _may_be_bare(statement: Statement, unit: int) -> bool:
    """Whether a word that no lexicon holds may be a past form by its ending, right after somebody who does things."""
    endings = statement.block.lexicon.setting("actions", "bare_endings", ())
    return bool(endings) and unit > statement.first and _ends_as(statement, unit, "bare_endings") and statement.units.is_class(unit, "WORD")


def _after_article(statement: Statement, unit: int) -> bool:
    return unit > statement.first and statement.tag(unit - 1).part in ("ARTICLE", "OF")


def nouns(statement: Statement, first: int, last: int, taken: Set[int]) -> list[int]:
    """The units between two that name a kind of action, those after `lors de`, `during`, `at` left out."""
    found: list[int] = []
    number = max(first, statement.first)
    last = min(last, statement.last)
    while number < last:
        tag = statement.tag(number)
        if tag.part == "OCCASION":
            number += 1
            while number < last and statement.tag(number).part in ("ARTICLE", "OF"):
                number += 1
            number += 1
            continue
        if tag.part == "NOUN" and number not in taken:
            found.append(number)
        number += 1
    return found


def _refined(statement: Statement, unit: int, last: int, taken: Set[int]) -> int:
    """The noun that says more: of `lancement d'une étude` the study."""
    if statement.tag(unit).kind != "other":
        return unit
    number = unit + 1
    if statement.tag(number).part != "OF":
        return unit
    while number < min(last, unit + NEAR) and statement.tag(number).part in SKIPPED:
        number += 1
    follows = statement.tag(number)
    return number if follows.part == "NOUN" and number not in taken and follows.kind not in ("other", "working_group") else unit


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
    if verb in ("meeting", "working_group", "information_sharing", "training") and noun in EVENTS - {"other"}:
        return noun if verb != "training" else "training"
    if verb == "presentation":
        return "presentation"
    if verb == "study" and noun == "survey":
        return "survey"
    if verb == "pilot" and noun in ("pilot", None):
        return "pilot"
    if verb == "advocacy" and noun in ("open_letter", "study", "hearing"):
        return noun
    return verb


def deed(statement: Statement, taken: Set[int], *, led: str | None = None, item: bool = False, dated: Set[int] = frozenset()) -> Deed | None:
    """What a statement says is done, or None.

    `taken` are units inside quotation marks and names; `led` is the kind that the line leading into a list announces, None where it
    announces no actions; `item` says whether the statement opens a list item or a row.
    """
    main = [one for one in groups(statement, taken)]
    finite = [one for one in main if not one.bare]
    found = next((one for one in finite if one.tag.part in ("DID", "DO", "WILL", "DOES", "DETAIL", "BRIDGE", "PLANNED", "CANCELLED", "POSTPONED", "ONGOING", "DOING")), None)
    if item:
        nominal = _nominal(statement, taken, main)
        if nominal is not None and (not finite or nominal.head < finite[0].first and statement.tag(nominal.head).part in ("MAKING", "DID", "DOING")):
            return nominal
    told = _finite(statement, taken, main, led=led, item=item) if main else None
    return told or _reduced(statement, taken, main, dated)


def _reduced(statement: Statement, taken: Set[int], main: Sequence[Group], dated: Set[int]) -> Deed | None:
    """The deed of a participle beside its noun: `le guichet, ouvert par la Ville en mai 2022, reçoit …`."""
    for group in main:
        if not group.bare or group.tag.part != "DID":
            continue
        first = group.first
        by = next((n for n in range(group.verb + 1, min(statement.last, group.verb + 5)) if statement.tag(n).part == "BY"), None)
        agent = by is not None and any(n in taken or statement.tag(n).part == "PARTNERS" for n in range(by + 1, min(statement.last, by + 4)))
        when = any(n in dated for n in range(group.verb + 1, min(statement.last, group.verb + 8)))
        if first <= statement.first + 1:
            comma = statement.units.classes.find(",", first, statement.last)
            near = nouns(statement, comma, min(statement.last, comma + 12), taken) if comma > 0 and (agent or when) else []
            agreement = next((n for n in range(max(comma, 0), min(statement.last, max(comma, 0) + 12)) if statement.tag(n).part == "AGREEMENT"), None)
            if agent or when and (near or agreement is not None):
                chosen = near[0] if near else None
                return Deed(kind_of(group.tag.kind, statement.tag(chosen).kind if chosen is not None else None), group, (first, first), group.verb)
            continue
        before = nouns(statement, max(statement.first, first - 12), first, taken)
        agreement = any(statement.tag(n).part == "AGREEMENT" for n in range(max(statement.first, first - 6), first))
        surveyed = bool(before) and statement.tag(before[-1]).kind == "survey"
        if (before and (agent or when or surveyed)) or agreement and group.tag.kind == "signing" and (agent or when):
            chosen = before[0] if before else None
            return Deed(kind_of(group.tag.kind, statement.tag(chosen).kind if chosen is not None else None), replace(group, passive=True), (first, first), chosen if chosen is not None else group.verb)
    return None


def _finite(statement: Statement, taken: Set[int], main: Sequence[Group], *, led: str | None, item: bool) -> Deed | None:
    state_first = False
    for position, group in enumerate(main):
        part = group.tag.part
        subject = (_clause_start(statement, group.first, taken), group.first)
        following = next((one.first for one in main[position + 1 :] if not one.bare), statement.last)
        if part == "STATE":
            if not state_first and position == 0:
                state_first = True
            continue
        if part in ("DID", "DOING") and group.bare:
            if not _bare_is_main(statement, group, main, position, taken):
                continue
        if part == "BRIDGE":
            bridged = _bridged(statement, group, subject, following, taken)
            if bridged is not None:
                return bridged
            continue
        if part == "DOES" and not (_doer_before(statement, group.first, taken) or _body_opens(statement, subject)):
            continue
        if part == "CHANGE":
            if group.passive or not _doer_before(statement, group.first, taken):
                state_first = state_first or position == 0
                continue
        if group.tense == "future" and part == "DO" and group.tag.kind == "" and not subject:
            continue
        subject_nouns, object_nouns = nouns(statement, *subject, taken), nouns(statement, group.verb + 1, following, taken)
        if part == "DETAIL":
            if not subject_nouns:
                continue
            return Deed(statement.tag(subject_nouns[0]).kind, group, subject, subject_nouns[0])
        if part in ("PLANNED", "CANCELLED", "POSTPONED", "ONGOING") or part == "NEGATION":
            every = subject_nouns + object_nouns
            if not every:
                continue
            return Deed(statement.tag(_refined(statement, every[0], statement.last, taken)).kind, group, subject, every[0])
        order = subject_nouns + object_nouns if group.passive or _intransitive(statement, group) else object_nouns + subject_nouns
        chosen = _refined(statement, order[0], statement.last, taken) if order else None
        kind = kind_of(group.tag.kind, statement.tag(chosen).kind if chosen is not None else None)
        if kind == "other" and chosen is None and any(sign in MONEY for sign in statement.units.classes[group.verb + 1 : group.verb + 6]):
            kind = "funding"
        return Deed(kind, group, subject, chosen if chosen is not None else group.verb)
    return None


def _intransitive(statement: Statement, group: Group) -> bool:
    return statement.units.words(group.first, group.verb + 1).lower().endswith((" lieu", "place", "part_"))


def _clause_start(statement: Statement, group: int, taken: Set[int]) -> int:
    """Where the subject of a verb group begins: after an opening adverbial and its comma, or after a label and its colon."""
    first = statement.first
    classes = statement.units.classes
    for number in range(first, min(group, first + 12)):
        if classes[number] == ":" and number not in taken:
            first = number + 1
    if statement.tag(first).part in ("OCCASION", "ADVERB", "TO") or classes[first] == ",":
        comma = next((number for number in range(first, group) if classes[number] == "," and number not in taken), None)
        if comma is not None and group - comma > 1:
            return comma + 1
    return first


def _bare_is_main(statement: Statement, group: Group, main: Sequence[Group], position: int, taken: Set[int]) -> bool:
    """Whether a past form without auxiliary is the sentence's verb: English tells so (`The trust published`), French does not."""
    if group.tag.part == "DOING" or statement.block.lexicon.setting("actions", "bare_participle_is_finite", False) is False:
        return False
    if any(not one.bare for one in main[:position]):
        previous = main[position - 1]
        between = [statement.tag(number).part for number in range(previous.verb + 1, group.first)]
        return bool(between) and between[-1] in ("AND", "ADVERB") and statement.tag(group.verb + 1).part != "BY"
    if group.first == statement.first:
        return False
    if statement.tag(group.verb).part == "" and not _doer_before(statement, group.first, taken):
        return False
    follows = statement.tag(group.verb + 1).part
    later = any(not one.bare or one.tag.part in ("STATE", "DETAIL") for one in main[position + 1 :])
    return not (follows == "BY" or (later and follows in ("OCCASION", "WITH", "BY")))


def _doer_before(statement: Statement, first: int, taken: Set[int]) -> bool:
    """Whether somebody who can do things stands right before a verb."""
    number = first - 1
    while number >= statement.first and statement.tag(number).part in ("ADVERB", "TOGETHER", "REFLEXIVE"):
        number -= 1
    if number < statement.first:
        return False
    return number in taken or statement.tag(number).part in DOERS or statement.units.is_class(number, "CAPITAL", "UPPER")


def _body_opens(statement: Statement, subject: tuple[int, int]) -> bool:
    """Whether a sentence opens with a committee or group: what it does in the present goes on."""
    return any(statement.tag(number).part == "NOUN" and statement.tag(number).kind == "working_group" for number in range(subject[0], min(subject[1], subject[0] + 3)))


def _bridged(statement: Statement, group: Group, subject: tuple[int, int], following: int, taken: Set[int]) -> Deed | None:
    """A deed told through a verb of effect: `la convention a permis d'organiser …`, `s'est illustré par la signature …`."""
    by_agreement = any(statement.tag(number).part in ("AGREEMENT", "PARTNERS", "WE", "PRONOUN", "THIS") or number in taken for number in range(*subject))
    near = [number for number in range(group.verb + 1, min(following, group.verb + 1 + NEAR)) if number not in taken]
    noun = next((number for number in near if statement.tag(number).part == "NOUN"), None)
    verb = next((number for number in near if statement.tag(number).part in ("DO", "DOING")), None)
    making = next((number for number in near if statement.tag(number).part == "MAKING"), None)
    if not by_agreement or noun is None and verb is None and making is None:
        return None
    later = nouns(statement, group.verb + 1, statement.last, taken)
    chosen = noun if noun is not None else later[0] if later else None
    kind = kind_of(statement.tag(verb).kind if verb is not None and (noun is None or verb < noun) else "any", statement.tag(chosen).kind if chosen is not None else None)
    return Deed(kind, group, subject, chosen if chosen is not None else verb if verb is not None else group.verb)


def _nominal(statement: Statement, taken: Set[int], main: Sequence[Group]) -> Deed | None:
    """The deed of a line without a finite verb: a noun, a making or a participle at its head, after a date, a number, a label."""
    first = head_start(statement)
    number = first
    classes = statement.units.classes
    words = 0
    while number < statement.last and words < 4:
        tag = statement.tag(number)
        if number in taken:
            return None
        if tag.part in ("NOUN", "MAKING", "DID", "DOING"):
            break
        if tag.part == "DO":
            return None
        if tag.part not in SKIPPED and statement.units.classes[number] not in "*_+#" and not classes[number].isdigit() and not statement.units.is_class(number, "NUMBER"):
            words += 1
            if tag.part in ("OCCASION", "WITH", "BY", "RELATIVE", "STATE", "HAVE", "TO") or classes[number] in ",;:(":
                return None
        elif tag.part == "OF" and words:
            return None
        number += 1
    else:
        return None
    if number >= statement.last:
        return None
    tag = statement.tag(number)
    later = nouns(statement, number + (tag.part != "NOUN"), statement.last, taken)
    if tag.part == "NOUN":
        chosen = _refined(statement, number, statement.last, taken)
        return Deed(statement.tag(chosen).kind, None, (first, first), chosen)
    near = [unit for unit in later if unit - number <= NEAR]
    noun = statement.tag(_refined(statement, near[0], statement.last, taken)).kind if near else None
    return Deed(kind_of(tag.kind if tag.part != "MAKING" else "any", noun), None, (first, first), number)


def head_start(statement: Statement) -> int:
    """The unit where a line's own words begin, after a date or a label and its colon or dash."""
    classes = statement.units.classes
    for number in range(statement.first, min(statement.last, statement.first + 9)):
        if classes[number] in ":–" and number > statement.first:
            return number + 1
    return statement.first


def hidden(statement: Statement, names: Set[int]) -> frozenset[int]:
    """The units that say nothing of deeds: between quotation marks, or inside the name of a body."""
    return quoted_units(statement) | names


def led_kind(statement: Statement, taken: Set[int]) -> str | None:
    """The kind of the actions that a line announces, `any` where it names none, None where it announces no actions."""
    told = _finite(statement, taken, groups(statement, taken), led=None, item=False)
    named = nouns(statement, statement.first, statement.last, taken)
    if told is not None:
        return told.kind
    if named:
        return statement.tag(named[0]).kind
    return "any" if any(statement.tag(number).part == "MAKING" for number in range(statement.first, statement.last)) else None


def clauses(statement: Statement, taken: Set[int], dated: Set[int]) -> list[Statement]:
    """The parts of a sentence that each tell a deed of their own: joined by `et`, `and`, with a subject or a date each."""
    main = [one for one in groups(statement, taken) if not one.bare or statement.block.lexicon.setting("actions", "bare_participle_is_finite", False)]
    cuts: list[int] = []
    for one, two in zip(main, main[1:], strict=False):
        joint = next((n for n in range(two.first - 1, one.verb, -1) if statement.tag(n).part == "AND" and n not in taken), None)
        if joint is None or one.tag.part == "STATE" and two.tag.part == "STATE":
            continue
        between = range(joint + 1, two.first)
        subject = [n for n in between if statement.tag(n).part not in ("ADVERB", "TOGETHER")]
        parted = statement.units.classes[joint - 1] == ","
        fresh = subject and len(subject) <= 9 and (subject[0] in taken or statement.tag(subject[0]).part in ("ARTICLE", "PARTNERS", "WE")) and (parted or two.tense != one.tense)
        own = not subject and any(n in dated for n in range(statement.first, joint)) and any(n in dated for n in range(two.verb, statement.last)) and two.tag.part == "DID"
        if fresh or own:
            cuts.append(joint)
    if not cuts:
        return [statement]
    edges = [statement.first, *cuts, statement.last]
    found = [_piece(statement, one + (number > 0), two) for number, (one, two) in enumerate(zip(edges, edges[1:], strict=False))]
    return found if all(deed(part, taken, dated=dated) is not None for part in found) else [statement]


def _piece(statement: Statement, first: int, last: int) -> Statement:
    units = statement.units
    end = statement.end if last == statement.last else units.ends[last - 1]
    return replace(statement, start=units.starts[first] if first > statement.first else statement.start, end=end, first=first, last=last)
