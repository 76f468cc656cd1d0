"""Offices: where a block names an office, which words are its role, and whose it is: its bodies.

An office begins with a word of `lexicons/<language>/offices.toml` and goes on to its body (`adjointe au maire de Montclar`), or to the end of
what it is in charge of (`ministre chargée de la culture`). Who holds it is decided in `memberships`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from partnership_analysis.extraction.people import Occurrence
from partnership_analysis.extraction.tokens import (
    ADJECTIVE,
    AND,
    ANY_OFFICE,
    ANY_VERB,
    ANY_WORD,
    ARTICLES,
    AT,
    BODY,
    CAPITAL,
    CHARGE,
    CIVILITY,
    FOR,
    FORMER,
    FUNCTION,
    HOLDS,
    INDEFINITE,
    MONTH,
    NAMED_BEFORE,
    NO_BODY,
    NUMBER,
    OF,
    OFFICES,
    POSSESSIVE,
    PROFESSION,
    UPPER,
    WITH,
    Tokens,
    words_of,
)
from partnership_analysis.extraction.units import QUOTES

LONGEST_ROLE = 24
LONGEST_UNLISTED = 8
LONGEST_DATE = 5
"""Words of a date between `élue` and the office."""
CLOSING = frozenset('.;:!?()[]"«»|–•#*')
LINKS = OF + AT + FOR + ARTICLES
BEFORE_A_ROLE = frozenset((",", "(", "'s", "–", "-", ":", "|", "•"))
LONGEST_QUOTED = 8
"""Words between quotation marks in an office."""
MOST_WORDS_BEFORE = 3
LONGEST_ASIDE = 6
CLOSE = 6
"""Words back to the body right before `represented by its`."""
FAR = 80
"""Words back to the body that a possessive may mean."""


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
class Line:
    """A block with the people and bodies that it names, by their first word, and the bodies by the word after their last."""

    t: Tokens
    people: Mapping[int, Occurrence]
    bodies: Mapping[int, Occurrence]
    body_ends: Mapping[int, Occurrence]
    people_ends: Mapping[int, Occurrence]
    named: frozenset[int]
    """The words of all these names."""
    by_noun: Mapping[str, str]
    """The ids of the report's bodies by a noun that only one of them has."""

    @classmethod
    def of(cls, t: Tokens, people: Mapping[int, Occurrence], bodies: Mapping[int, Occurrence], by_noun: Mapping[str, str]) -> "Line":
        """A line with the people and bodies given by their first word."""
        every = [*people.values(), *bodies.values()]
        named = frozenset(unit for place in every for unit in range(place.first, place.last))
        body_ends = {place.last: place for place in bodies.values()}
        people_ends = {place.last: place for place in people.values()}
        return cls(t, people, bodies, body_ends, people_ends, named, by_noun)


def offices_at(line: Line, position: int) -> tuple[Office, ...]:
    """The office that begins at a word, and those joined to it (`maire et présidente de X`); none where no office begins."""
    t = line.t
    role = position
    former = False
    while t.classes[role] in FORMER:
        former = True
        role += 1
    if former and t.classes[role] in INDEFINITE:
        role += 1
    prefixed = t.texts[role].lower().startswith(tuple(words_of(t.block.lexicon, "offices", "former_prefixes"))) and t.classes[role] not in ANY_OFFICE
    unlisted = former or t.classes[role] in PROFESSION
    if t.classes[role] not in ANY_OFFICE and not prefixed and not (unlisted and _unlisted(line, role)):
        return ()
    if t.classes[role] in ANY_OFFICE and t.texts[role].lower() in words_of(t.block.lexicon, "offices", "elected"):
        after = role + 1
        while t.classes[after] in AT + MONTH + NUMBER + ARTICLES and after - role <= LONGEST_DATE:
            after += 1
        if t.classes[after] in ANY_OFFICE:
            role = after
    if role in line.bodies or role in line.people or t.texts[role - 1].lower() in words_of(t.block.lexicon, "offices", "informs"):
        return ()
    if t.classes[role - 2] in ANY_OFFICE and t.texts[role - 1].lower() in words_of(t.block.lexicon, "offices", "serves"):
        return ()
    office = _one(line, position, role, former or prefixed)
    office = _with_words_before(line, office)
    joint = _joint(line, office.last)
    joined = offices_at(line, joint) if joint else ()
    if joined and not office.bodies and joined[0].bodies and not office.government:
        office = replace(office, bodies=joined[0].bodies, last=joined[0].last)
    return (office, *joined)


def _joint(line: Line, position: int) -> int:
    """Where an office joined by `et` begins, over an aside between commas: `Town Clerk and, since May 2019, Acting Chief Executive`."""
    t = line.t
    after = position + (t.texts[position] == "," and t.classes[position + 1] in AND)
    if t.classes[after] not in AND and t.texts[after] != "&":
        return 0
    after += 1
    if t.texts[after].lower() in words_of(t.block.lexicon, "offices", "before_a_role"):
        after += 1
    if t.texts[after] == ",":
        closing = next((n for n in range(after + 1, min(t.size, after + 8)) if t.texts[n] == ","), 0)
        after = closing + 1 if closing else after
    while t.classes[after] in ARTICLES + INDEFINITE:
        after += 1
    start = after
    while t.classes[after] in ADJECTIVE + CAPITAL + FORMER and after - start < 2:
        after += 1
    if t.texts[after].lower() in words_of(t.block.lexicon, "offices", "ranks") and after + 1 in line.people:
        return 0
    return start if t.classes[start] in FORMER and t.classes[after] in ANY_OFFICE else after if t.classes[after] in ANY_OFFICE else 0


def _unlisted(line: Line, first: int) -> bool:
    """Whether the words of an office of no lexicon lead to a body: `correspondant régional à l'ANCV`."""
    t = line.t
    if t.classes[first] not in ANY_WORD + ADJECTIVE + NO_BODY + PROFESSION or t.capital[first]:
        return False
    for position in range(first, min(t.size, first + LONGEST_UNLISTED)):
        if position in line.bodies:
            return position > first + 1 and (t.classes[position - 1] in LINKS or _employs(line, position - 1))
        if position in line.people or t.texts[position] in CLOSING or t.texts[position] == "," or t.classes[position] in ANY_VERB + FUNCTION:
            return False
        if t.classes[position] in WITH and not _employs(line, position):
            return False
    return False


def _employs(line: Line, position: int) -> bool:
    """Whether `with` leads from what somebody does to the body: `an engineer with the Marlow Water Board`."""
    t = line.t
    after = position + 1
    while t.classes[after] in ARTICLES:
        after += 1
    return t.texts[position].lower() in words_of(t.block.lexicon, "offices", "employed_with") and after in line.bodies


def _one(line: Line, first: int, role_first: int, former: bool) -> Office:
    """One office: its role goes on to the body, or to the end of what it is in charge of."""
    t = line.t
    government = t.texts[role_first].lower() in words_of(t.block.lexicon, "offices", "government")
    plural = t.classes[role_first] in OFFICES
    position = role_last = role_first + 1
    bodies: tuple[tuple[str, int], ...] = ()
    to_body = words_of(t.block.lexicon, "offices", "to_body")
    while position < t.size and position - role_first < LONGEST_ROLE:
        here = t.classes[position]
        if position in line.bodies:
            if position == role_last and t.classes[position - 1] not in LINKS and t.capital[position] and government:
                break
            bodies, role_last, position = _bodies(line, role_first, position)
            position = _tail(line, position)
            break
        if t.texts[position] == "(" and position + 1 in line.bodies and t.texts[line.bodies[position + 1].last] == ")":
            body = line.bodies[position + 1]
            bodies, position = ((body.thing, body.last + 1),), body.last + 1
            break
        if here in AT and _by_first_word(line, position + 1):
            bodies, position = ((line.by_noun[t.texts[position + 1].lower()], position + 2),), position + 2
            break
        if t.texts[position] == "(" and (after := _past_aside(line, position)):
            bodies, position = _after_comma(line, after)
            break
        if position == role_last and (after := _past_quoted(t, position)):
            position = role_last = after
            continue
        if _common_noun(line, position, after_role=position - 1 == role_last):
            bodies, position = ((line.by_noun[t.texts[position].lower()], position + 1),), position + 1
            break
        if t.texts[position] in ("–", "-") and not t.joined(position):
            bodies, position = _after_comma(line, position)
            break
        if position in line.people or t.texts[position] in CLOSING or (here in ANY_VERB and not t.capital[position]):
            break
        if (
            here in WITH
            and t.texts[position] not in words_of(t.block.lexicon, "offices", "not_of_office")
            and not (_employs(line, position) and position == role_last)
        ):
            break
        if t.texts[position] == ",":
            if t.classes[position + 1] in CHARGE or (government and t.classes[position + 1] in ADJECTIVE):
                position += 1
                continue
            bodies, position = _after_comma(line, position)
            break
        if here in AND and (_joint(line, position) or not _same_role(line, position + 1)):
            break
        if here in FUNCTION and position == role_last and position + 1 in line.bodies and t.texts[position].lower() in to_body:
            position += 1
            continue
        if here in AT and t.classes[position + 1] in MONTH + NUMBER:
            break
        if here in FUNCTION and t.texts[position].lower() in to_body and _is_a_country(t, position + 1):
            position += 1
            continue
        if here in CIVILITY + FUNCTION + INDEFINITE or (here in POSSESSIVE and position + 1 not in line.bodies):
            break
        position += 1
        if here not in LINKS + AND + POSSESSIVE + WITH:
            role_last = position
    while role_last > role_first + 1 and t.classes[role_last - 1] in FORMER:
        former, role_last = True, role_last - 1
    former = former or (t.classes[position] in FORMER and t.texts[position].lower() in words_of(t.block.lexicon, "offices", "former_after"))
    return Office(first, max(position if bodies else role_last, role_last), role_first, role_last, bodies, former, plural, government)


def _is_a_country(t: Tokens, position: int) -> bool:
    """Whether a word is the name of a country: `High Commissioner to Kenya`."""
    return t.texts[position].lower() in words_of(t.block.lexicon, "countries", "COUNTRY")


def _by_first_word(line: Line, position: int) -> bool:
    """Whether a word with a capital after `at` is the first of the name of one body of the report: `Head of Surgery at Marlow`."""
    t = line.t
    at_body = t.texts[position - 1].lower() in words_of(t.block.lexicon, "organisations", "at_body")
    alone = t.capital[position] and not t.capital[position + 1] and position not in line.named
    return at_body and alone and t.texts[position].lower() in line.by_noun


def _tail(line: Line, position: int) -> int:
    """One past what an office is in charge of, or is part of, between its body and the name: `… de la Région chargé des lycées, Anne Roux`."""
    t = line.t
    if t.classes[position] not in CHARGE + OF:
        return position
    for after in range(position, min(t.size, position + LONGEST_UNLISTED)):
        if t.texts[after] == ",":
            name = after + 1
            while t.classes[name] in CIVILITY:
                name += 1
            return after if name in line.people else position
        if after in line.named or t.texts[after] in CLOSING or t.classes[after] in ANY_VERB + AND:
            return position
    return position


def _past_aside(line: Line, bracket: int) -> int:
    """The comma after a few words in brackets that belong to an office: `Regional Director (North), Orvale Homes`; 0 where there is none."""
    t = line.t
    closing = next((n for n in range(bracket + 1, min(t.size, bracket + LONGEST_ASIDE)) if t.texts[n] == ")"), 0)
    return closing + 1 if closing and t.texts[closing + 1] == "," and not any(n in line.named for n in range(bracket, closing)) else 0


def _past_quoted(t: Tokens, position: int) -> int:
    """One past a few quoted words that belong to an office, before its body: `chargée de mission « jeunes » au Département`; 0 where there are none."""
    closing = QUOTES.get(t.texts[position])
    if closing is None:
        return 0
    last = next((n for n in range(position + 1, min(t.size, position + LONGEST_QUOTED)) if t.texts[n] == closing), 0)
    return last + 1 if last and t.classes[last + 1] in AT + OF else 0


def _common_noun(line: Line, position: int, *, after_role: bool) -> bool:
    """Whether a body's noun in small letters, after an article, means the one body of the report that has it: `présidente de l'association`.

    After what an office is in charge of only `at`, `au` leads to it: `Curator of Maps at the museum`.
    """
    t = line.t
    if t.classes[position] not in BODY or t.capital[position] or t.texts[position].lower() not in line.by_noun:
        return False
    at_noun = words_of(t.block.lexicon, "organisations", "at_body") | words_of(t.block.lexicon, "offices", "at_noun")
    if t.classes[position - 1] in AT and t.texts[position - 1].lower() in at_noun:
        return not (t.capital[position + 1] or t.classes[position + 1] in OF)
    return after_role and t.classes[position - 1] in OF and t.texts[position - 1].lower().rsplit(" ", 1)[-1] in t.lists.articles


def _same_role(line: Line, position: int) -> bool:
    """Whether the word after `et` goes on with what an office is in charge of."""
    t = line.t
    if position in line.people or position in line.bodies or t.classes[position] in CIVILITY + FORMER + WITH + FUNCTION + ANY_VERB:
        return False
    return (
        t.classes[position] in OF + ADJECTIVE + AT
        or not t.capital[position]
        or not (t.capital[position + 1] and t.classes[position + 1] in CAPITAL + UPPER)
    )


def _after_comma(line: Line, comma: int) -> tuple[tuple[tuple[str, int], ...], int]:
    """The body of an office in a list of people: `Director, University of X`; with where it ends."""
    t = line.t
    after = comma + 1
    while t.classes[after] in ARTICLES:
        after += 1
    body = line.bodies.get(after) or _past_services(line, after)
    if body is None:
        return (), comma
    end = body.last
    follows = end + 1
    while t.classes[follows] in AND + CIVILITY:
        follows += 1
    listed = (t.texts[end] == "," or t.classes[end] in AND) and follows in line.people
    beside = t.capital[end] and t.classes[end] in ANY_OFFICE
    beside = beside or ((t.classes[end] in AND or t.texts[end] == "&") and t.classes[end + 1] in ANY_OFFICE)
    if end >= t.size or t.texts[end] in CLOSING or listed or beside or (t.texts[end] == "," and t.classes[after] not in ANY_VERB):
        return ((body.thing, end),), end
    return (), comma


def _past_services(line: Line, position: int) -> Occurrence | None:
    """The body at the end of a line behind the services of an office: `Head of Service, Early Help, Children's Services, Marlow Council`."""
    t = line.t
    for n in range(position, min(t.size, position + LONGEST_ROLE)):
        body = line.bodies.get(n)
        if body is not None:
            return body if t.texts[n - 1] == "," and body.last >= t.size else None
        if n in line.people or not (t.capital[n] or t.texts[n] in (",", "'s", "&", "-", "–") or t.classes[n] in AND + OF + FOR):
            return None
    return None


def _bodies(line: Line, role_first: int, position: int) -> tuple[tuple[tuple[str, int], ...], int, int]:
    """The bodies of an office from the first of them on, one past the role's last word, and one past the last body's."""
    t = line.t
    role_last = position
    while role_last > role_first + 1 and t.classes[role_last - 1] in LINKS + POSSESSIVE + WITH:
        role_last -= 1
    body = line.bodies[position]
    if t.texts[body.last] == "'s" and body.last + 1 in line.bodies:
        body = line.bodies[body.last + 1]
    end = body.last
    parent = end
    while t.classes[parent] in OF + ARTICLES:
        parent += 1
    if parent > end and parent in line.bodies:
        end = line.bodies[parent].last
    found = [(body.thing, end)]
    while t.classes[end] in AND or t.texts[end] == ",":
        after = end + 1
        if t.classes[after] not in OF + AT + ARTICLES or (t.texts[end] == "," and t.classes[after] not in OF):
            break
        while t.classes[after] in OF + AT + ARTICLES:
            after += 1
        more = line.bodies.get(after)
        if more is None or t.classes[more.last] in ANY_VERB:
            break
        found.append((more.thing, more.last))
        end = more.last
    return tuple(found), role_last, end


def _with_words_before(line: Line, office: Office) -> Office:
    """The office with the words before it that belong to it: `Country Director`, `ARI's ward mentor`, `its secretary`."""
    t = line.t
    start = office.role_first
    words = start
    while (
        words > 0
        and start - words < MOST_WORDS_BEFORE
        and (
            t.classes[words - 1] in ANY_WORD + CAPITAL + ADJECTIVE + NO_BODY + NAMED_BEFORE
            or (t.classes[words - 1] in BODY and not t.capital[words - 1])
        )
    ):
        if t.texts[words - 1] == "'s" or words - 1 in line.named:
            break
        words -= 1
    edge = words
    while edge > 0 and t.texts[edge - 1].lower() in words_of(t.block.lexicon, "offices", "before_a_role"):
        edge -= 1
    opened = words == 0 or t.texts[edge - 1] in BEFORE_A_ROLE or t.classes[edge - 1] in ARTICLES + INDEFINITE + POSSESSIVE + FORMER + HOLDS
    if words < start and not (opened or words in line.body_ends or words in line.people_ends):
        words = edge = start
    while words < start and t.texts[words].lower() in words_of(t.block.lexicon, "offices", "before_a_role"):
        words += 1
    if words == start and t.classes[start - 1] in FORMER and start > 0:
        words = start
    role_first = words
    first = min(office.first, role_first)
    owner = None
    before = edge - 1
    while t.classes[before] in FORMER and before >= 0:
        first, before = before, before - 1
    if t.texts[before] == "'s" and before in line.body_ends:
        owner = line.body_ends[before]
    elif t.texts[before] == "'s" and t.capital[before - 1] and t.texts[before - 1].lower() in line.by_noun and not office.bodies:
        owned = ((line.by_noun[t.texts[before - 1].lower()], office.last),)
        return replace(office, first=before - 1, role_first=role_first, bodies=owned)
    elif words in line.body_ends and t.classes[words - 1] not in ADJECTIVE and not t.block.lexicon.setting("organisations", "noun_first", False):
        owner = line.body_ends[words]
    elif t.classes[before] in POSSESSIVE or (t.classes[before] in ARTICLES and t.classes[before - 1] in POSSESSIVE):
        owner = _of_possessive(line, before)
        first = before
    former = office.former or t.classes[words - 1] in FORMER
    if owner is not None and not office.bodies:
        start_of = owner.first if owner.last in (words, before) else first
        former = former or (owner.last in (words, before) and owner.first > 0 and t.classes[owner.first - 1] in FORMER)
        return replace(office, first=start_of, role_first=role_first, bodies=((owner.thing, office.last),), former=former)
    return replace(office, first=first, role_first=role_first, former=former)


def _of_possessive(line: Line, possessive: int) -> Occurrence | None:
    """The body of `its`, `son`: the last one named; that of the clause where the office speaks for it (`représentée par son président`)."""
    t = line.t
    far = max(0, possessive - FAR)
    near = range(possessive - 2, max(far, possessive - CLOSE) - 1, -1)
    beside = next((line.body_ends[end] for end in near if end in line.body_ends), None)
    if t.classes[possessive - 1] in WITH and beside is not None:
        return beside
    if t.classes[possessive - 1] in WITH:
        clause = next((n + 1 for n in range(possessive - 1, far, -1) if t.texts[n] in (".", ":", ";")), far)
        first = next((line.bodies[n] for n in range(clause, possessive) if n in line.bodies), None)
        if first is not None:
            return first
    last: Occurrence | None = None
    if t.classes[possessive - 1] in AND and possessive - 1 in line.body_ends:
        return line.body_ends[possessive - 1]
    for end in range(possessive, far - 1, -1):
        body = line.body_ends.get(end)
        if body is not None:
            last = last or body
            if not _of_an_office(line, body):
                return body
    return last


def _of_an_office(line: Line, body: Occurrence) -> bool:
    """Whether a body is only that of somebody's office: `Paul Lane, Heritage Officer of the Council, its secretary`."""
    t, link = line.t, body.first - 1
    while link > 0 and t.classes[link] in ARTICLES:
        link -= 1
    if t.classes[link] not in OF + AT:
        return False
    start = max(0, link - MOST_WORDS_BEFORE)
    office = next((n for n in range(link - 1, start - 1, -1) if t.classes[n] in ANY_OFFICE), None)
    return office is not None and any(n in line.people_ends for n in range(max(0, office - MOST_WORDS_BEFORE - 1), office + 1))
