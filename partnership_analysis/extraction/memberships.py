"""Offices that the report says a person holds or held.

An office with its body stands after a name (`Anne Roux, maire de Montclar`), before it (`la présidente de l'Alliance, Anne Roux`), in
brackets or on the next line; a plural one belongs to all the names before it. The offices are in `lexicons/<language>/offices.toml`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.organisations import OrganisationsFound
from partnership_analysis.extraction.people import Occurrence, PeopleFound
from partnership_analysis.extraction.records import Membership
from partnership_analysis.extraction.tokens import (
    ADJECTIVE,
    AND,
    AT,
    CHARGE,
    CIVILITY,
    FOR,
    FORMER,
    FUNCTION,
    OF,
    OFFICE,
    OFFICES,
    PARTICLE,
    POST_NOMINAL,
    TOWN_OFFICE,
    VERB,
    WITH,
    Tokens,
)

LONGEST_ROLE = 22
LONGEST_LINK = 5
CLOSING = frozenset(".;:!?()[]\"«»|–•#*")
BETWEEN = frozenset((",", "(", "–", "-", ":", "|"))


@dataclass(frozen=True, slots=True)
class Office:
    """An office in a block: its words from `first` to `last`, the role's from `role_first` to `role_last`, and its bodies."""

    first: int
    last: int
    role_first: int
    role_last: int
    bodies: tuple[tuple[str, int], ...]
    """Each body's id and one past the last word of it that belongs to the office's words."""
    former: bool
    plural: bool
    government: bool


@dataclass(frozen=True)
class _Line:
    """A block with the people and bodies that it names, by their first word."""

    t: Tokens
    people: Mapping[int, Occurrence]
    bodies: Mapping[int, Occurrence]
    government: frozenset[str]
    holds: frozenset[str]
    succeeded: frozenset[str]


def memberships(people: PeopleFound, organisations: OrganisationsFound) -> tuple[Membership, ...]:
    """The offices held, in reading order, one row for each person, office and body."""
    if not people.blocks:
        return ()
    lexicon = people.blocks[0].block.lexicon
    words = [frozenset(word.lower() for word in lexicon.setting("offices", key, ())) for key in ("government", "holds", "succeeded")]
    at_block: dict[int, tuple[dict[int, Occurrence], dict[int, Occurrence]]] = {}
    for which, occurrences in enumerate((people.occurrences, organisations.occurrences)):
        for place in occurrences:
            at_block.setdefault(place.block, ({}, {}))[which][place.first] = place
    rows: dict[tuple[str, str, str | None], Membership] = {}
    for number, t in enumerate(people.blocks):
        named, bodies = at_block.get(number, ({}, {}))
        if not named:
            continue
        line = _Line(t, named, bodies, *words)
        for row in _of_block(line):
            rows.setdefault((row.person_id, folded(row.role), row.organisation_id), row)
    return tuple(row for row in sorted(rows.values(), key=lambda row: (row.start, row.end)) if not _told_fuller(row, rows.values()))


def _told_fuller(row: Membership, rows: Iterable[Membership]) -> bool:
    """Whether another row gives the same office of the person in more words: `secrétaire d'État` and `secrétaire d'État à l'écologie`."""
    words = f"{folded(row.role)} "
    return any(
        other.person_id == row.person_id and other.organisation_id == row.organisation_id and folded(other.role).startswith(words) for other in rows
    )


def _of_block(line: _Line) -> Iterator[Membership]:
    """The offices of one block."""
    t, position = line.t, 0
    chain: list[Occurrence] = []
    free: list[Office] = []
    while position < len(t):
        person = line.people.get(position)
        if person is not None:
            for office in free:
                yield from _rows(line, [person], office, "office before name")
            free = []
            chain.append(person)
            position = person.last
            continue
        offices = _offices(line, position) if _opens_office(line, position) else ()
        if offices:
            before = _chain_before(line, chain, offices[0].first)
            for office in offices:
                holders = before if office.plural else before[-1:]
                yield from _rows(line, holders, office, "office after name")
            last = max(office.last for office in offices)
            free = list(offices) if not before and _name_follows(line, last) else []
            if not before:
                chain = []
            position = last
            continue
        body = line.bodies.get(position)
        if body is not None:
            position = body.last
            if not t.is_class(position, OFFICE, TOWN_OFFICE, OFFICES) and t.text(position) != "'s":
                free = []
            continue
        if not (t.is_class(position, AND, CIVILITY, FORMER, PARTICLE, POST_NOMINAL) or t.text(position) in BETWEEN or t.text(position) == ")"):
            free = []
        if t.text(position) in CLOSING and t.text(position) not in "()–|:":
            chain = []
        position += 1


def _name_follows(line: _Line, position: int) -> bool:
    """Whether a name stands right after an office, with a comma or a civility at most between them."""
    t = line.t
    for _ in range(3):
        if position in line.people:
            return True
        if not (t.is_class(position, CIVILITY) or t.text(position) in (",", ":", "–")):
            return False
        position += 1
    return position in line.people


def _chain_before(line: _Line, chain: Sequence[Occurrence], first: int) -> list[Occurrence]:
    """The people right before an office: those of a list, the last of them touching it."""
    if not chain:
        return []
    last = chain[-1].last
    between = line.t.words(last, first).strip().lower() if first > last else ""
    pieces = [piece for piece in range(last, first) if not (line.t.text(piece) in BETWEEN or line.t.text(piece) == ")" or line.t.is_class(piece, PARTICLE, POST_NOMINAL))]
    if not pieces:
        return list(chain)
    said = line.t.words(pieces[0], pieces[-1] + 1).lower()
    if said in line.holds or between in line.holds or (len(pieces) <= LONGEST_LINK and said.split(" ")[-1] in line.holds and not line.t.is_class(pieces[0], AND)):
        return list(chain)
    return list(chain) if _only_offices(line, last, first) else []


def _only_offices(line: _Line, first: int, last: int) -> bool:
    """Whether between a name and an office there are only other offices of that name."""
    position = first
    while position < last:
        if line.t.text(position) in (",", "(", ")", "–") or line.t.is_class(position, AND, PARTICLE):
            position += 1
            continue
        offices = _offices(line, position) if _opens_office(line, position) else ()
        if not offices:
            return False
        position = max(office.last for office in offices)
    return True


def _opens_office(line: _Line, position: int) -> bool:
    """Whether an office, or a word that says it is over, begins at a word."""
    t = line.t
    if t.is_class(position, FORMER):
        return t.is_class(position + 1, OFFICE, TOWN_OFFICE, OFFICES, ADJECTIVE) or position + 1 not in line.people and t.is_class(position - 1, FORMER) is False and _unlisted(line, position + 1) is not None
    return t.is_class(position, OFFICE, TOWN_OFFICE, OFFICES) and position not in line.bodies


def _unlisted(line: _Line, first: int) -> int | None:
    """One past the words of an office of no lexicon that lead to a body: `point de contact national à l'ANCT`."""
    t, position = line.t, first
    while position < len(t) and position - first < 8:
        if position in line.bodies and position > first + 1:
            return position
        if position in line.people or t.text(position) in CLOSING or t.text(position) == "," or t.is_class(position, VERB, WITH, FUNCTION):
            return None
        position += 1
    return None


def _offices(line: _Line, first: int) -> tuple[Office, ...]:
    """The office that begins at a word, and those joined to it: `maire et présidente de X`."""
    t = line.t
    former, role_first = False, first
    while t.is_class(role_first, FORMER):
        former = True
        role_first += 1
    office = _one(line, first, role_first, former)
    joined = []
    if not office.bodies and t.is_class(office.last, AND) and t.is_class(office.last + 1, OFFICE, TOWN_OFFICE, OFFICES, FORMER):
        joined = list(_offices(line, office.last + 1))
        if joined and joined[0].bodies and not office.government:
            shared = tuple((body, last) for body, last in joined[0].bodies)
            office = replace(office, bodies=shared, last=joined[0].last)
    return (office, *joined)


def _one(line: _Line, first: int, role_first: int, former: bool) -> Office:
    """One office: its role goes on to the body, or to the end of what it is in charge of."""
    t = line.t
    government = t.text(role_first).lower() in line.government
    plural = t.is_class(role_first, OFFICES)
    position = role_last = role_first + 1
    bodies: list[tuple[str, int]] = []
    while position < len(t) and position - role_first < LONGEST_ROLE:
        body = line.bodies.get(position)
        if body is not None:
            bodies, role_last, position = _bodies(line, role_first, position)
            break
        if position in line.people or t.text(position) in CLOSING or t.is_class(position, VERB):
            break
        if t.text(position) == ",":
            if t.is_class(position + 1, CHARGE) or (government and t.is_class(position + 1, ADJECTIVE)):
                position += 1
                continue
            after = position + 1
            while t.is_class(after, PARTICLE):
                after += 1
            if after in line.bodies and _ends_line(t, line.bodies[after].last):
                bodies, position = [(line.bodies[after].thing, line.bodies[after].last)], line.bodies[after].last
            break
        if t.is_class(position, AND) and (t.is_class(position + 1, OFFICE, TOWN_OFFICE, OFFICES, CIVILITY, FORMER, WITH) or position + 1 in line.people):
            break
        if t.is_class(position, AND) and not (t.is_class(position + 1, OF, ADJECTIVE, AT) or (t.text(position + 1)[:1].islower() and not t.is_class(position + 1, PARTICLE, FUNCTION))):
            break
        if t.is_class(position, WITH, CIVILITY, FUNCTION):
            break
        position += 1
        if not t.is_class(position - 1, OF, AT, FOR, PARTICLE, AND):
            role_last = position
    last = max(position if bodies else role_last, role_last)
    return Office(first, last, role_first, role_last, tuple(bodies), former, plural, government)


def _ends_line(t: Tokens, position: int) -> bool:
    """Whether nothing, or a closing sign, follows."""
    return position >= len(t) or t.text(position) in CLOSING or t.text(position) == ","


def _bodies(line: _Line, role_first: int, position: int) -> tuple[list[tuple[str, int]], int, int]:
    """The bodies of an office from the first of them on, one past the role's last word, and one past the last body's."""
    t = line.t
    role_last = position
    while role_last > role_first + 1 and t.is_class(role_last - 1, OF, AT, FOR, PARTICLE):
        role_last -= 1
    body = line.bodies[position]
    found = [(body.thing, body.last)]
    end = body.last
    parent = end + 1 if t.is_class(end, OF) else end
    if parent > end and parent in line.bodies:
        end = line.bodies[parent].last
        found = [(body.thing, end)]
    while t.is_class(end, AND) or t.text(end) == ",":
        after = end + 1
        if t.text(end) == "," and not t.is_class(after, OF):
            break
        if not t.is_class(after, OF, AT):
            break
        while t.is_class(after, OF, AT, PARTICLE):
            after += 1
        more = line.bodies.get(after)
        if more is None:
            break
        found.append((more.thing, more.last))
        end = more.last
    return found, role_last, end


def _rows(line: _Line, holders: Sequence[Occurrence], office: Office, rule: str) -> Iterator[Membership]:
    """A row for each holder and body; an office without a body only where it is one of government."""
    t = line.t
    role = t.words(office.role_first, office.role_last)
    bodies: Sequence[tuple[str | None, int]] = office.bodies or ([(None, office.last)] if office.government else [])
    for person in holders:
        for body, last in bodies:
            start, end = t.span(office.first, last)
            yield Membership(
                person_id=person.thing, role=role, organisation_id=body, former=office.former, start=start, end=end,
                exact=t.block.document.text[start:end], rule=rule,
            )  # fmt: skip
