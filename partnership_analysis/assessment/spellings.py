"""Names that a report spells in more than one way."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import zip_longest

from ahocorasick_rs import AhoCorasick, MatchKind

from partnership_analysis.assessment.inspection import Inspection
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Organisation, Person

Spelling = tuple[list[str], tuple[tuple[int, int], ...]]
CLOSE = 0.85
LEAST_LETTERS = 4
MOST_NAMESAKES = 20
QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "«": "", "»": "", '"': "", "“": "", "”": "", "\u00a0": " ", "\u202f": " ", "‑": "-", "‐": "-"})


def person_spellings(inspection: Inspection) -> Iterator[Spelling]:
    """People whose whole name is spelt in two ways, with the spellings and the places of each, in reading order.

    Two rows whose names differ by a letter are one person, unless each has an office in a body of its own.
    """
    people = inspection.tables.rows.people
    surfaces = _surfaces(inspection, ((row.person_id, name) for row in people for name in (row.name, *row.other_names) if _whole(name)))
    seen: set[str] = set()
    given: dict[str, list[Person]] = {}
    bodies: dict[str, set[str | None]] = {}
    for office in inspection.tables.rows.memberships:
        bodies.setdefault(office.person_id, set()).add(office.organisation_id)
    for row in people:
        given.setdefault(folded(row.name).split(" ")[0], []).append(row)
    for row in people:
        names = _distinct([name for name in (row.name, *row.other_names, *surfaces.get(row.person_id, ())) if _whole(name)])
        others = [name for name in names[1:] if _two_ways(row.name, name)]
        for other in _near(row, given[folded(row.name).split(" ")[0]][:MOST_NAMESAKES]):
            if bodies.get(row.person_id) and bodies.get(other.person_id) and bodies[row.person_id].isdisjoint(bodies[other.person_id]):
                continue
            others.append(other.name)
            seen.add(other.person_id)
        if others and row.person_id not in seen:
            yield _spelling(inspection, [row.name, *others])


def _whole(name: str) -> bool:
    """Whether a name is a given and a family name, no handle, without initials."""
    words = name.split()
    return len(words) > 1 and not name.startswith("@") and all(len(word.strip(".")) > 1 and not word.endswith(".") for word in words)


def _two_ways(one: str, other: str) -> bool:
    """Whether two names of one person differ in accents, letters or order; capitals, and accents that capitals lack, do not count."""
    if _even(one) == _even(other) or ((_capitals(one) or _capitals(other)) and folded(one) == folded(other)):
        return False
    first, second = folded(one).split(), folded(other).split()
    return sorted(first) == sorted(second) or (
        len(first) == len(second) and SequenceMatcher(None, folded(one), folded(other), autojunk=False).ratio() >= CLOSE
    )


def _even(name: str) -> str:
    """A name in small letters, hyphens as spaces, apostrophes alike: what may differ without its being spelt two ways."""
    return " ".join(name.casefold().translate(QUOTES).replace("-", " ").split())


def _capitals(name: str) -> bool:
    """Whether a word of a name is written in capitals."""
    return any(len(word) > 1 and word.isupper() for word in name.split())


def _near(row: Person, namesakes: list[Person]) -> Iterator[Person]:
    """Of people with the same given name those named later with a family name that differs by one letter."""
    words = folded(row.name).split()
    if len(words) < 2:
        return
    for other in namesakes:
        theirs = folded(other.name).split()
        if other.start > row.start and len(theirs) == len(words) and theirs != words and _one_letter(" ".join(words[1:]), " ".join(theirs[1:])):
            yield other


def _one_letter(one: str, other: str) -> bool:
    """Whether two words of some length differ by one letter put in, left out or changed, or by two that changed places."""
    if min(len(one), len(other)) < LEAST_LETTERS or abs(len(one) - len(other)) > 1:
        return False
    first = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[first:], other[first:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:] and len(a) > 1)


def organisation_spellings(inspection: Inspection) -> Iterator[Spelling]:
    """Bodies of which one form is spelt in two ways, with the spellings and the places of each, in reading order."""
    bodies = inspection.tables.rows.organisations
    surfaces = _surfaces(inspection, ((row.organisation_id, name) for row in bodies for name in _forms(row)))
    for row in bodies:
        names = _distinct([*_forms(row), *surfaces.get(row.organisation_id, ())])
        for number, name in enumerate(names):
            others = [other for other in names[number + 1 :] if _same_form(inspection, name, other)]
            if others:
                yield _spelling(inspection, [name, *others])
                break


def _forms(row: Organisation) -> tuple[str, ...]:
    """The names of a body that can be spelt in two ways: no handles."""
    return tuple(name for name in (row.name, *row.other_names) if not name.startswith("@"))


def _same_form(inspection: Inspection, one: str, other: str) -> bool:
    """Whether two names are one form in two spellings."""
    first, second = _bare(inspection, one), _bare(inspection, other)
    if (
        first.replace("'", "") == second.replace("'", "")
        or first.isupper()
        or second.isupper()
        or first[:1].casefold() + first[1:] == second[:1].casefold() + second[1:]
    ):
        return False
    if _capitals_alone(first, second):
        return False
    a, b = folded(first), folded(second)
    if a == b or a.replace(" ", "") == b.replace(" ", ""):
        return True
    small = inspection.words("small")
    words, theirs = ([word for word in name.split() if word not in small] for name in (a, b))
    if words == theirs:
        return len(words) > 1
    differing = [(x, y) for x, y in zip(words, theirs, strict=False) if x != y]
    if len(words) != len(theirs) or len(words) < 2 or len(differing) != 1:
        return False
    common = {folded(word) for name in (first, second) for word in name.split() if word[:1].islower()}
    return not common & set(differing[0]) and _one_letter(*differing[0])


def _capitals_alone(one: str, other: str) -> bool:
    """Whether two names differ only in words that one of them sets wholly in capitals: `ville d'Orvale`, `ville d'ORVALE`."""
    pairs = list(zip_longest(*(name.replace("'", " ").split() for name in (one, other)), fillvalue=""))
    return all(x == y or (x.casefold() == y.casefold() and (x.isupper() or y.isupper())) for x, y in pairs)


def _bare(inspection: Inspection, name: str) -> str:
    """A name without quotation marks and a leading article, apostrophes alike."""
    bare = " ".join(name.translate(QUOTES).split())
    match = re.match(r"(?:l'|les?\s|la\s|the\s)", bare, re.IGNORECASE)
    return bare[match.end() :] if match else bare


def _surfaces(inspection: Inspection, names: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """How the text itself spells the names of each owner, accents and capitals aside: owner to spellings, in reading order."""
    owners: dict[str, str] = {}
    for owner, name in names:
        plain = _plain(name)
        if len(plain) >= LEAST_LETTERS:
            owners.setdefault(plain, owner)
    if not owners:
        return {}
    patterns = list(owners)
    automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)
    found: dict[str, list[str]] = {}
    for block in inspection.blocks:
        text = block.text
        plain = _plain(text)
        for index, start, end in automaton.find_matches_as_indexes(plain):
            if _inside_another_word(text, start, end):
                continue
            spellings = found.setdefault(owners[patterns[index]], [])
            if text[start:end] not in spellings:
                spellings.append(text[start:end])
    return found


def _inside_another_word(text: str, start: int, end: int) -> bool:
    """Whether a stretch is part of a longer word, a handle or an address on the web."""
    before, after = text[start - 1 : start], text[end : end + 2]
    return (
        before.isalnum()
        or before in tuple("@#/._-")
        or after[:1].isalnum()
        or after[:1] in tuple("@/_-")
        or (after[:1] == "." and after[1:].isalnum())
    )


def _plain(text: str) -> str:
    """A text in small letters without accents, letter for letter: hyphens as spaces, apostrophes alike."""
    return "".join(_letter(character) for character in text)


@cache
def _letter(character: str) -> str:
    plain = folded(character)
    return (
        plain if len(plain) == 1 else "'" if character in "'’" else character.lower() if character.isalpha() and len(character.lower()) == 1 else " "
    )


def _distinct(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))


def _spelling(inspection: Inspection, names: list[str]) -> Spelling:
    spans = [span for name in names for span in inspection.occurrences(name)[:1]]
    return names, tuple(sorted((span.start, span.end) for span in spans))
