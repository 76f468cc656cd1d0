"""People: mentions of one person become one row.

Full names make people; a family name with a civility, a family name alone and a handle then join the person they stand for. Persons are
looked up by folded names; two spellings of a family name are compared only where the given name is the same.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from partnership_analysis.extraction.identity import distinct, slug
from partnership_analysis.extraction.names import NameMention, listed_places, name_mentions
from partnership_analysis.extraction.records import Person
from partnership_analysis.extraction.tokens import AT, CAPITAL, NO_BODY, UPPER, Tokens, fold, tokens, words_of
from partnership_analysis.extraction.units import ReadBlock

HANDLE = re.compile(r"(?<![\w.@])@\w{3,40}")
SAME_FAMILY = 0.8
"""Likeness of two family names under one given name from which they are spellings of one."""
SHORTEST_ALONE = 4
"""Letters of a family name that may stand alone."""
SHORTEST_MISSPELT = 5
"""Letters of a given name that may be misspelt."""
LONG_GIVEN = 7
"""Letters of a given name that may have another vowel."""
VOWELS = frozenset("aeiouy")
MOST_NAMESAKES = 50
"""People of one given or family name that a name is compared with."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a thing is mentioned: the block's number and its words, from `first` to `last`, the latter not included."""

    block: int
    first: int
    last: int
    thing: str
    """The id of the person or organisation."""


@dataclass(frozen=True)
class PeopleFound:
    """The people of a report, the words of its blocks, and where each person is mentioned."""

    blocks: tuple[Tokens, ...] = field(repr=False)
    rows: tuple[Person, ...]
    occurrences: tuple[Occurrence, ...]


@dataclass(slots=True, eq=False)
class _Someone:
    """A person while the mentions are gathered."""

    given: str
    family: str
    mentions: list[tuple[int, int, int, str]] = field(default_factory=list)
    """Block, first and one past the last word, and the name as that mention writes it."""
    other: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    rule: str = ""


def people(blocks: Sequence[ReadBlock]) -> PeopleFound:
    """The people named, in reading order, with every mention of each."""
    read = tokens(blocks)
    if not read:
        return PeopleFound((), (), ())
    places = {name for t in read for name in listed_places(t)}
    mentions = [(number, mention) for number, t in enumerate(read) for mention in name_mentions(t) if fold(mention.name) not in places]
    everyone = _people_of(mentions, read)
    _add_lone_family_names(read, everyone)
    _add_handles(read, everyone)
    return _rows(read, everyone)


def _people_of(mentions: Sequence[tuple[int, NameMention]], read: Sequence[Tokens]) -> list[_Someone]:
    """One entry a person; family names with a civility, and given names with a title of honour, join the one person of that name."""
    full: dict[tuple[str, str], _Someone] = {}
    by_given: dict[str, list[_Someone]] = {}
    by_first: dict[str, list[_Someone]] = {}
    by_family: dict[str, list[_Someone]] = {}
    short = []
    for number, mention in mentions:
        if not mention.given or _initials(mention.given):
            short.append((number, mention))
            continue
        key = (fold(mention.given), fold(mention.family))
        someone = (
            full.get(key)
            or _same_person(key[1], by_given.get(key[0], ()))
            or _but_for_a_middle_name(*key, by_first.get(key[0].split(" ")[0], ()))
            or _but_for_a_letter(key[0], by_family.get(key[1], ()))
        )
        if someone is None:
            someone = _Someone(mention.given, mention.family, rule=mention.rule)
            by_given.setdefault(key[0], []).append(someone)
            by_first.setdefault(key[0].split(" ")[0], []).append(someone)
            for name in {key[1], key[1].split(" ")[-1]}:
                by_family.setdefault(name, []).append(someone)
        full[key] = someone
        someone.mentions.append((number, mention.first, mention.last, mention.name))
    everyone = list(dict.fromkeys(full.values()))
    letters = _by_letters(by_family)
    for number, mention in short:
        family = fold(mention.family)
        known = by_family.get(family) or by_family.get(family.split(" ")[-1]) or by_family.get(letters.get(_letters(family), ""), [])
        if not known and not mention.given and by_first.get(family) and _by_given_name(read[number], mention.first):
            known = by_first[family]
        fitting = [one for one in known[:MOST_NAMESAKES] if not mention.given or fold(one.given)[:1] == fold(mention.given)[:1]]
        if len(fitting) == 1:
            someone = fitting[0]
        else:
            someone = _Someone(mention.given, mention.family, rule=mention.rule)
            by_family.setdefault(family, []).append(someone)
            everyone.append(someone)
        someone.mentions.append((number, mention.first, mention.last, mention.name))
    return everyone


def _by_given_name(t: Tokens, first: int) -> bool:
    """Whether a title before a name is one that goes with the given name: `Sir Nigel`."""
    return t.texts[first - 1].lower() in words_of(t.block.lexicon, "titles", "with_given_name")


def _but_for_a_letter(given: str, known: Sequence[_Someone]) -> _Someone | None:
    """The one person of a family name whose given name has one letter more or less inside, or another vowel: `Joanna` and `Johanna`, `Dolores` and `Delores`.

    `Daniel` and `Daniele`, `Francis` and `Frances` are two.
    """
    same = []
    for one in known[:MOST_NAMESAKES]:
        short, long = sorted((fold(one.given), given), key=len)
        inside = len(short) >= SHORTEST_MISSPELT and len(long) == len(short) + 1 and not long.startswith(short)
        one_more = inside and any(long[:n] + long[n + 1 :] == short for n in range(1, len(long) - 1))
        if one_more or (len(long) == len(short) >= LONG_GIVEN and _another_vowel(short, long)):
            same.append(one)
    return same[0] if len(same) == 1 else None


def _another_vowel(one: str, other: str) -> bool:
    """Whether two given names of one length differ by a vowel in their first half."""
    differ = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(differ) == 1 and 0 < differ[0] < len(one) // 2 and one[differ[0]] in VOWELS and other[differ[0]] in VOWELS


def _letters(family: str) -> str:
    """The letters of a family name in the order of the alphabet behind its first, by which letters that changed places are known."""
    return family[:1] + "".join(sorted(family[1:])) if len(family) > SHORTEST_ALONE else ""


def _by_letters(families: Iterable[str]) -> dict[str, str]:
    """The family names by their letters, where no two of them have the same: `Ferrow` for `Ferrwo`."""
    found: dict[str, list[str]] = {}
    for family in families:
        found.setdefault(_letters(family), []).append(family)
    return {letters: same[0] for letters, same in found.items() if letters and len(same) == 1}


def _initials(given: str) -> bool:
    """Whether a given name is only initials."""
    return all(len(part) == 1 for part in re.split(r"[.\s-]+", given) if part)


def _same_person(family: str, known: Sequence[_Someone]) -> _Someone | None:
    """The person of the same given name whose family name is another spelling of this one."""
    for someone in known[:MOST_NAMESAKES]:
        other = fold(someone.family)
        if other[:1] == family[:1] and SequenceMatcher(None, other, family, autojunk=False).ratio() >= SAME_FAMILY:
            return someone
    return None


def _but_for_a_middle_name(given: str, family: str, known: Sequence[_Someone]) -> _Someone | None:
    """The one person whose name differs only by a name in its middle: `Grace Awino Odera`, told later as `Grace Odera`."""
    first, last = given.split(" ")[0], family.split(" ")[-1]
    short = (given, family) == (first, last)
    same = []
    for one in known[:MOST_NAMESAKES]:
        other = f"{fold(one.given)} {fold(one.family)}".split(" ")
        if other[0] == first and other[-1] == last and (short or len(other) == len((first, last))):
            same.append(one)
    return same[0] if len(same) == 1 else None


def _add_lone_family_names(read: Sequence[Tokens], everyone: Sequence[_Someone]) -> None:
    """Mentions by the family name alone, without a civility: `Ferrow added`."""
    families: dict[str, list[_Someone]] = {}
    for someone in everyone:
        families.setdefault(fold(someone.family).split(" ")[0], []).append(someone)
    givens: dict[str, list[_Someone]] = {}
    for someone in everyone:
        givens.setdefault(fold(someone.given), []).append(someone)
    taken = {(m[0], unit) for someone in everyone for m in someone.mentions for unit in range(m[1], m[2])}
    for number, t in enumerate(read):
        for unit in t.marks:
            if not t.capital[unit] or t.classes[unit] not in CAPITAL + UPPER or len(t.texts[unit]) < SHORTEST_ALONE:
                continue
            known = families.get(fold(t.texts[unit]))
            if known is None and (same := givens.get(fold(t.texts[unit]))) and (number, unit) not in taken:
                misspelt = _same_person(fold(t.texts[unit + 1]), same) if t.name_word(unit + 1) and not t.name_word(unit + 2) else None
                if misspelt is not None and not t.name_word(unit - 1) and (number, unit + 1) not in taken:
                    misspelt.mentions.append((number, unit, unit + 2, t.words(unit, unit + 2)))
            if known is None or len(known) != 1 or (number, unit) in taken or fold(t.texts[unit]) == fold(known[0].given):
                continue
            length = len(fold(known[0].family).split(" "))
            if length > 1 and fold(t.words(unit, min(t.size, unit + length))) != fold(known[0].family):
                continue
            part = t.joined(unit) and t.texts[unit - 1] in "@_#"
            if part or t.shouting or t.name_word(unit - 1) or t.name_word(unit + length) or t.classes[unit - 1] in AT + NO_BODY:
                continue
            known[0].mentions.append((number, unit, unit + length, t.words(unit, unit + length)))


def _add_handles(read: Sequence[Tokens], everyone: Sequence[_Someone]) -> None:
    """Handles that spell a person: `@AnneRoux`, `@anne_r`, `@ARoux`, `@AnneRoux75`."""
    spelt: dict[str, list[_Someone]] = {}
    for someone in everyone:
        given, family = fold(someone.given).replace(" ", ""), fold(someone.family).replace(" ", "")
        if given:
            for form in {given + family, family + given, given[:1] + family, family + given[:1], given + family[:1]}:
                spelt.setdefault(form, []).append(someone)
    for t in read:
        if "@" not in t.text:
            continue
        for match in HANDLE.finditer(t.text):
            letters = fold(match.group()).replace(" ", "")
            fitting = spelt.get(letters) or spelt.get(letters.rstrip("0123456789"), [])
            if len(fitting) == 1:
                source = t.block.source(match.start(), match.end())
                fitting[0].other.append(match.group())
                fitting[0].spans.append((source.start, source.end))


def _rows(read: tuple[Tokens, ...], everyone: Sequence[_Someone]) -> PeopleFound:
    """The rows in the order of their first mentions."""
    drafts = []
    for someone in everyone:
        places = sorted(someone.mentions)
        spans = [read[m[0]].span(m[1], m[2]) for m in places]
        written = [read[m[0]].words(m[1], m[2]) for m in places]
        full = [m[3] for m, words in zip(places, written, strict=True) if m[3] == words and fold(m[3]) == fold(f"{someone.given} {someone.family}")]
        name = (full or [f"{someone.given} {someone.family}".strip()])[0]
        other = tuple(dict.fromkeys(text for text in [*written, *(m[3] for m in places), *someone.other] if text != name))
        drafts.append((min(spans), name, other, tuple(sorted({*spans, *someone.spans})), places, someone.rule))
    drafts.sort(key=lambda draft: draft[0])
    ids = distinct(f"p-{slug(draft[1])}" for draft in drafts)
    rows: list[Person] = []
    occurrences: list[Occurrence] = []
    for person_id, ((start, end), name, other, mentions, found, rule) in zip(ids, drafts, strict=True):
        exact = read[0].block.document.text[start:end]
        rows.append(Person(person_id=person_id, name=name, other_names=other, start=start, end=end, exact=exact, rule=rule, mentions=mentions))
        occurrences += [Occurrence(m[0], m[1], m[2], person_id) for m in found]
    return PeopleFound(read, tuple(rows), tuple(sorted(occurrences, key=lambda place: (place.block, place.first))))
