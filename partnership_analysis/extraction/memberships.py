"""Offices that the report says a person holds or held.

An office with its body stands after a name (`Anne Roux, maire de Montclar`), before it (`la présidente de l'Alliance, Anne Roux`), in
brackets, on the next line or in the next cell; a plural one belongs to all the names before it. Where it names no body, that of the
heading, of the line's beginning (`Pour l'Alliance : …`) or of the table's row is meant.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from partnership_analysis.extraction.brackets import past_brackets
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.nouns import nouns_of
from partnership_analysis.extraction.offices import CLOSE, CLOSING, FAR, Line, Office, offices_at
from partnership_analysis.extraction.organisations import OrganisationsFound
from partnership_analysis.extraction.people import Occurrence, PeopleFound
from partnership_analysis.extraction.records import Membership
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
    CIVILITY,
    FOR,
    FORMER,
    FUNCTION,
    HOLDS,
    INDEFINITE,
    LEAVES,
    MONTH,
    NUMBER,
    OF,
    OFFICES,
    POSSESSIVE,
    POST_NOMINAL,
    PROFESSION,
    SUCCEEDED,
    SUCCEEDS,
    TOWN_OFFICE,
    WITH,
    Tokens,
    words_of,
)

OPENING = ANY_OFFICE + FORMER + PROFESSION
BETWEEN = frozenset((",", "(", ")", "–", "-", ":", "|", "'s"))
SUCCESSION = "succession"
BEFORE_NAME = "office before name"
LONGEST_LINK = 6
LONGEST_CHAIN = 40
LONGEST_SUCCESSION = 40
RECENT_ROWS = 200
RECENT = 4
LONGEST_LABEL = 8
LONGEST_NOUN = 5
LONGEST_ASIDE = 3
"""Words between a name and an office that say what somebody is by trade."""
LEAST_APART = 2
"""Words of `, et le` before an office of somebody else."""
LONGEST_TITLE = 14
FAR_BACK = 14
"""Words from an office back to `représentée par`."""
LONGEST_SIGNATURE = 24
LONGEST_MINUTE = 3
"""Blocks from the one that tells that a body met to the list of those who were there."""
SAME_OFFICE = 6
"""Letters that two genders of one office share."""


@dataclass(slots=True)
class _Reading:
    """What is known while the blocks are read in order."""

    rows: list[Membership] = field(default_factory=list)
    heading: str | None = None
    """The body that the last heading names."""
    people: list[Occurrence] = field(default_factory=list)
    """People whom an office at the start of the next block may belong to."""
    abreast: bool = False
    """Whether these people stand beside each other in columns: their offices follow in the same order."""
    reached: int = 0
    """Where the name of the last of them ends in the document."""
    offices: list[Office] = field(default_factory=list)
    """Offices that a name at the start of the next cell may hold, with the line they stand in."""
    line: Line | None = None
    signed_for: str | None = None
    """The body for which the lines that follow are signed: `Pour la Ville de Montclar`, alone on its line."""
    met: tuple[int, str] | None = None
    """The number of the last block that tells of a body that it met, and the body."""
    ours: str | None = None
    """The only body that the report's title names: `our` is its own."""
    session: str | None = None
    """The body whose session the people listed were at."""


def memberships(people: PeopleFound, organisations: OrganisationsFound) -> tuple[Membership, ...]:
    """The offices held, in reading order, one row for each person, office and body."""
    lines = _lines(people, organisations)
    reading = _Reading()
    row_bodies = _bodies_of_rows(people.blocks, lines)
    titled = False
    for number, t in enumerate(people.blocks):
        block = t.block.block
        line = lines.get(number)
        if block.kind == "heading" or (t.size <= LONGEST_TITLE and t.texts[t.size - 1] != "." and _lists_people(t)):
            reading.heading = _heading_body(t, line)
            reading.people, reading.offices = [], []
        if block.kind == "heading" and not titled:
            titled, named = True, {body.thing for body in line.bodies.values()} if line is not None else set()
            reading.ours = min(named) if len(named) == 1 else None
        if block.kind == "heading":
            reading.session = _session(t, number, reading)
        elif (met := _met(line)) is not None:
            reading.met = number, met
        signed_for = _signed_for(t, line)
        reading.signed_for = signed_for or (reading.signed_for if t.size <= LONGEST_TITLE else None)
        if line is None or not (line.people or reading.people or (t.size <= LONGEST_SIGNATURE and _ends_in_office(t))):
            reading.people, reading.offices = [], []
            continue
        default = row_bodies.get((block.table, block.row), reading.heading) if block.table is not None else reading.signed_for or reading.heading
        _read_block(line, reading, default)
    return _distinct(reading.rows)


def _lines(people: PeopleFound, organisations: OrganisationsFound) -> dict[int, Line]:
    """The blocks that name somebody or something."""
    named: dict[int, tuple[dict[int, Occurrence], dict[int, Occurrence]]] = {}
    for which, occurrences in enumerate((people.occurrences, organisations.occurrences)):
        for place in occurrences:
            named.setdefault(place.block, ({}, {}))[which].setdefault(place.first, place)
    lexicon = people.blocks[0].block.lexicon if people.blocks else None
    links = nouns_of(lexicon).links if lexicon and not nouns_of(lexicon).noun_first else frozenset()
    by_noun = _only_ones(organisations, lexicon.setting("organisations", "called", {}) if lexicon else {}, links)
    lines = {number: Line.of(people.blocks[number], persons, bodies, by_noun) for number, (persons, bodies) in named.items()}
    for number, t in enumerate(people.blocks):
        labelled = t.texts[1] == ":" and t.texts[0].lower() in words_of(t.block.lexicon, "offices", "labels")
        if number not in lines and t.size and (t.classes[0] in OPENING or labelled):
            lines[number] = Line.of(t, {}, {}, by_noun)
    return lines


def _only_ones(organisations: OrganisationsFound, called: Mapping[str, Sequence[str]], links: Collection[str]) -> dict[str, str]:
    """The ids of bodies by the first words or the last of one of their names, or by what such a body is called for short, where no other
    body has them: `association`, `museum`; a kind that only one body is of counts where no name has the word. A last word behind one of the
    `links` is none of its body: `Friends of Marlow`.
    """
    found: dict[str, set[str]] = {}
    loose: dict[str, set[str]] = {}
    for row in organisations.rows:
        for name in (row.name, *row.other_names):
            words = name.lower().split(" ")
            heads = {" ".join(words[:n]) for n in range(1, LONGEST_NOUN)}
            last = words[-1] if len(words) < 2 or words[-2] not in links else ""
            for noun in {*heads, last} - {""}:
                found.setdefault(noun, set()).add(row.organisation_id)
            for head in heads:
                for noun in called.get(head, ()):
                    loose.setdefault(noun, set()).add(row.organisation_id)
        for noun in called.get(row.kind, ()):
            loose.setdefault(noun, set()).add(row.organisation_id)
    every = {word: ids for word, ids in loose.items() if word not in found} | found
    return {word: min(ids) for word, ids in every.items() if len(ids) == 1}


def _bodies_of_rows(blocks: Sequence[Tokens], lines: Mapping[int, Line]) -> dict[tuple[int | None, int | None], str]:
    """The body that is a whole cell of a table's row, where one is."""
    found: dict[tuple[int | None, int | None], str] = {}
    for number, line in lines.items():
        block = blocks[number].block.block
        if block.table is not None and len(line.bodies) == 1:
            body = next(iter(line.bodies.values()))
            if body.last - body.first >= blocks[number].size - 2:
                found.setdefault((block.table, block.row), body.thing)
    return found


def _heading_body(t: Tokens, line: Line | None) -> str | None:
    """The body that a heading names, alone or as the body of a list of people."""
    if line is None or len(line.bodies) != 1 or line.people:
        return None
    body = next(iter(line.bodies.values()))
    return body.thing if body.last - body.first >= t.size // 2 or _lists_people(t) else None


def _met(line: Line | None) -> str | None:
    """The body that a block tells that it met: `The Board met on 3 May.`"""
    meets = words_of(line.t.block.lexicon, "offices", "meets") if line is not None else ()
    return next((body.thing for end, body in line.body_ends.items() if line.t.texts[end].lower() in meets), None) if line and meets else None


def _session(t: Tokens, number: int, reading: _Reading) -> str | None:
    """The body that met a few blocks before the heading of those who were there: `Present`."""
    present = t.text.strip(" *_:").lower() in words_of(t.block.lexicon, "actions", "present")
    return reading.met[1] if present and reading.met is not None and number - reading.met[0] <= LONGEST_MINUTE else None


def _signed_for(t: Tokens, line: Line | None) -> str | None:
    """The body of a line that holds nothing else: `Pour la Ville de Montclar`, `Signed on behalf of the Orvale Trust:`."""
    if line is None or len(line.bodies) != 1 or line.people or t.size > LONGEST_SIGNATURE:
        return None
    body = next(iter(line.bodies.values()))
    signing = words_of(t.block.lexicon, "offices", "signing_for")
    first = body.first
    while first > 0 and t.classes[first - 1] in ARTICLES:
        first -= 1
    lead = t.words(0, first).lower().split()
    return body.thing if lead and set(lead) <= signing and all(t.texts[n] in (",", ":", ".") for n in range(body.last, t.size)) else None


def _ends_in_office(t: Tokens) -> bool:
    """Whether a short line begins with an office and may be followed by the name: `La Présidente de l'Alliance,`."""
    first = 0
    while t.classes[first] in ARTICLES + CIVILITY:
        first += 1
    one = t.classes[first] in ANY_OFFICE and t.classes[first] not in OFFICES
    return one and t.texts[t.size - 1] not in (".", ";", ":") and t.block.block.kind != "heading"


def _lists_people(t: Tokens) -> bool:
    """Whether a line announces a list of people: `Members of the Board`, `Composition du comité`."""
    words = words_of(t.block.lexicon, "names", "people_list")
    return any(text.lower() in words for text in t.texts)


def _read_block(line: Line, reading: _Reading, default: str | None) -> None:
    """Add the offices of one block."""
    t, position = line.t, 0
    ranks, pronouns = words_of(t.block.lexicon, "offices", "ranks"), words_of(t.block.lexicon, "offices", "he")
    last_person: Occurrence | None = None
    closing = _closing_body(line)
    default = _opening_body(line, default) or closing
    outside, inside = default, False
    chain, chain_end = list(reading.people), 0
    free, free_end, free_line = reading.offices, 0, reading.line
    reading.people, reading.offices = [], []
    held = None
    labels, presides = words_of(t.block.lexicon, "offices", "labels"), words_of(t.block.lexicon, "offices", "presides")
    led = False
    signed, abreast = False, reading.abreast and len(chain) > 1
    reading.abreast = False
    while position < t.size:
        person = line.people.get(position)
        if person is not None:
            if free and free_line is not None and _leads_to_name(t, free_end, position):
                signed = free_line is not line
                for office in free:
                    office = _of_the_one_before(office, reading, free_line.t)
                    reading.rows += _rows(free_line, [person], office, default, BEFORE_NAME)
                led = t.texts[free_end] == "," and free_line is line and t.classes[free[0].first - 1] not in ARTICLES
                plural = any(office.plural for office in free)
                free, free_end = (free, person.last) if plural else ([], 0)
            last_person = person
            abreast = _on_the_line(t, position, reading) if chain and position == 0 else abreast
            chain = [*chain[-LONGEST_CHAIN:], person] if chain and _joins(t, chain_end, position) else [person]
            position = chain_end = person.last
            continue
        if t.texts[position] == ":" and not inside and (owner := _body_before_label(line, position)) is not None:
            default = owner
        if t.texts[position] in (";", ":") and t.classes[position + 1] in FOR:
            default = _spoken_by(line, position + 1) or default
        if t.texts[position] == "(" and position in line.body_ends and (_name_follows(line, position + 1) or _label_follows(line, position + 1)):
            outside, default, inside = default, line.body_ends[position].thing, True
        elif t.texts[position] == ")" and inside:
            default, inside = outside, False
        if not chain and last_person is not None and t.first_of_sentence(position) and t.texts[position].lower() in pronouns:
            chain, chain_end = [last_person], position + 1
            position += 1
            continue
        if t.texts[position].lower() in ranks and _name_follows(line, position + 1):
            position += 1
            continue
        if t.texts[position + 1] == ":" and t.texts[position].lower() in labels:
            position += 2
            chain_end = position if chain_end == 0 else chain_end
            continue
        if (
            chain
            and t.texts[position + 1].lower() in presides
            and t.classes[position] in FUNCTION
            and (row := _presiding(line, position, chain, chain_end))
        ):
            reading.rows.append(row)
        offices = offices_at(line, position) if t.classes[position] in OPENING or t.texts[position][:3].lower() == "ex-" else ()
        if offices and reading.session is not None:
            offices = tuple(_of_the_session(line, office, reading.session) for office in offices)
        if offices and reading.ours is not None and not offices[0].bodies and _is_ours(t, offices[0].role_first - 1):
            offices = (replace(offices[0], first=offices[0].role_first - 1, bodies=((reading.ours, offices[0].last),)), *offices[1:])
        if offices:
            between = _body_between(line, chain_end, offices[0].first) if chain else None
            last = max(office.last for office in offices)
            definite = chain_end < offices[0].first and t.classes[offices[0].first - 1] in ARTICLES
            label = (t.texts[last] == ":" and _name_follows(line, last + 1)) or (definite and _name_follows(line, last))
            joint = definite and any(t.classes[n] in AND for n in range(chain_end, offices[0].first))
            label = label or (joint and _name_follows(line, last + (t.texts[last] == ","))) or _owned_by_next(line, chain_end, offices[0], last)
            label = label or (chain_end < offices[0].first and not offices[0].bodies and _name_follows(line, last))
            label = label or (led and t.texts[last] == "," and _name_follows(line, last + 1))
            joined = _body_joined(line, chain_end, offices[0].first) if chain and not label else None
            holders = chain if chain and not label and (between or joined or _links(line, chain_end, offices[0].first)) else []
            if not holders and last_person is not None and offices[0].bodies and _whose(line, last_person.last, offices[0], last):
                holders = chain = [last_person]
            if holders and _laid_down(t, chain_end, offices[0].first):
                offices = tuple(replace(office, former=True) for office in offices)
            if not holders and (pairs := _each_of_its_own(line, offices[0], last)):
                for holder, owner in pairs:
                    reading.rows += _rows(line, [holder], replace(offices[0], bodies=((owner, offices[0].role_last),)), default, BEFORE_NAME)
                free, chain, position = [], [], max(last, position + 1)
                continue
            around = (
                (between if holders else None)
                or joined
                or (
                    _body_after_brackets(line, last) or _of_which(line, holders[0 if offices[0].plural else -1].first, chain_end) if holders else None
                )
            )
            if around is None and not offices[0].bodies and (present := _held_now(line, offices[0], reading)) is not None:
                offices = tuple(replace(office, bodies=((present, office.last),)) for office in offices)
            if (
                holders
                and around is None
                and not offices[0].bodies
                and (body := _of_it(line, chain_end, offices[0].first, holders[0], held)) is not None
            ):
                offices = tuple(replace(office, bodies=((body, office.last),)) for office in offices)
            if around is not None:
                offices = tuple(office if office.bodies else replace(office, bodies=((around.thing, office.last),)) for office in offices)
            if (
                holders
                and held is not None
                and held[1] <= (own := holders[0] if offices[0].plural else holders[-1]).first
                and _joins(t, past_brackets(t, held[1]), own.first)
            ):
                offices = tuple(_of_the_same(line, office, held[0]) for office in offices)
            elif holders and (employer := _who_appoints(line, holders[0].first, offices[0].first)) is not None:
                offices = tuple(office if office.bodies else replace(office, bodies=((employer, office.last),)) for office in offices)
            elif holders and not any(office.bodies for office in offices):
                offices = tuple(_of_the_one_before(office, reading, t) for office in _with_represented(line, offices, last))
                offices = tuple(_beside_a_mayor(office, reading, t) for office in offices)
            if holders:
                named = next((office.bodies[0][0] for office in reversed(offices) if office.bodies), None)
                held = None if named is None else (named, last)
            apart = len(offices) == len(holders) > 1 and _respectively(t, chain_end, offices[0].role_first)
            if apart and t.texts[offices[0].role_first].lower() in words_of(t.block.lexicon, "offices", "respectively"):
                offices = (replace(offices[0], first=offices[0].first + 1, role_first=offices[0].role_first + 1), *offices[1:])
            one = holders[:1] if abreast else holders[-1:]
            for number, office in enumerate(offices):
                theirs = holders[number : number + 1] if apart else holders if office.plural else one
                reading.rows += _rows(line, theirs, office, default, "office after name")
            if holders and abreast:
                chain = chain[1:] or chain
            if holders and (before := _taken_over_from(line, chain_end, offices[0].first, last)) is not None:
                reading.rows += _rows(line, [before], replace(offices[0], former=True), default, SUCCESSION)
            if holders:
                chain_end, free, free_end = last, [one for one in free if one.plural], last
            elif _of_a_given_name(line, offices[0].role_first):
                free, chain = [], []
            else:
                free, free_end, free_line, chain = list(offices), last, line, []
            position = max(last, position + 1)
            continue
        if t.classes[position] in SUCCEEDED + SUCCEEDS:
            _succession(line, position, chain, reading)
        if t.texts[position] == ":":
            default = _label_body(line, position, default) or closing
        if t.texts[position] in CLOSING and t.texts[position] not in "()–|:":
            chain, free = [], []
        position += 1
    if chain and chain_end >= t.size and t.size <= LONGEST_LABEL and not signed:
        reading.people, reading.abreast, reading.reached = chain, abreast, t.span(0, t.size)[1]
    in_cell = t.block.block.table is not None
    end = t.size if in_cell or t.texts[t.size - 1] != "," else t.size - 1
    if free and free_end >= end and (in_cell or (t.size <= LONGEST_SIGNATURE and _ends_in_office(t))):
        reading.offices, reading.line = free, free_line


def _of_it(line: Line, first: int, office: int, holder: Occurrence, held: tuple[str, int] | None) -> str | None:
    """The body that `en` before the verb stands for: of the holder's other office, else the last one named: `L'Alliance … Anne Roux en est la présidente`."""
    if not any(_means_body(line.t, n) for n in range(first, office - 1)):
        return None
    elsewhere = any(line.t.classes[n] in TOWN_OFFICE for n in range(holder.last, first))
    if held is not None and holder.last <= held[1] <= first and not elsewhere:
        return held[0]
    before = max((end for end in line.body_ends if end <= holder.first), default=None)
    return None if before is None else line.body_ends[before].thing


def _means_body(t: Tokens, unit: int) -> bool:
    """Whether a word before `est` stands for the body of an office: `Anne Roux en est la présidente`."""
    return t.classes[unit + 1] in HOLDS and t.texts[unit].lower() in words_of(t.block.lexicon, "offices", "of_it")


def _respectively(t: Tokens, first: int, last: int) -> bool:
    """Whether words between names and offices say that each has the one in its place: `Anne Roux et Luc Noir, respectivement présidente et trésorier`."""
    words = words_of(t.block.lexicon, "offices", "respectively")
    return any(t.texts[n].lower() in words for n in range(first, min(t.size, last + 1)))


def _whose(line: Line, person: int, office: Office, last: int) -> bool:
    """Whether an office is one of the person named before its body: `Anne Roe for the Trust, whose director she has been`."""
    t = line.t
    whose = t.classes[office.role_first - 1] in POSSESSIVE and t.texts[last].lower() in words_of(t.block.lexicon, "offices", "he")
    return whose and t.classes[last + 1] in HOLDS and not any(t.texts[n] in (".", ";") for n in range(person, last))


def _held_now(line: Line, office: Office, reading: _Reading) -> str | None:
    """The body of an office that somebody else holds now, in brackets behind the one told: `Anne Roux, présidente du Parc (actuel président : Luc Noir)`."""
    t = line.t
    words = words_of(t.block.lexicon, "offices", "now")
    now = any(t.texts[n].lower() in words for n in range(max(0, office.first - 1), office.role_first + 1))
    block = t.span(0, t.size)[0]
    before = [row for row in reading.rows[-1:] if row.start >= block and row.organisation_id]
    same = bool(before) and folded(before[0].role)[:SAME_OFFICE] == folded(t.texts[office.role_last - 1])[:SAME_OFFICE]
    return before[0].organisation_id if now and same else None


def _on_the_line(t: Tokens, unit: int, reading: _Reading) -> bool:
    """Whether a name stands on the line of the one before it, in the next column: signatures side by side."""
    return reading.reached > 0 and "\n" not in t.block.document.text[reading.reached : t.span(unit, unit + 1)[0]]


def _of_the_same(line: Line, office: Office, body: str) -> Office:
    """An office that names no body, with that of the one told before it: `Anne Roe, chair of the Trust, and Tom Hale, treasurer`."""
    if office.bodies or office.government or not _ends(line.t, office.last) or line.t.classes[office.role_first] in TOWN_OFFICE:
        return office
    if any(line.t.classes[n] in BODY and line.t.capital[n] for n in range(office.role_first + 1, office.role_last)):
        return office  # of a body that the report names nowhere: `chargé de mission à la Région`
    of_a_body = words_of(line.t.block.lexicon, "offices", "of_a_body")
    own = any(line.t.texts[n].lower() in of_a_body for n in range(office.role_first, office.role_last))
    return replace(office, bodies=((body, office.last),)) if own else office


def _of_the_session(line: Line, office: Office, body: str) -> Office:
    """An office that names no body and that somebody has at a session, with the body that met: `Anne Roe (Chair)`."""
    role = line.t.words(office.role_first, office.role_last).lower()
    own = not office.bodies and role in words_of(line.t.block.lexicon, "offices", "at_a_session") and _ends(line.t, office.last)
    return replace(office, bodies=((body, office.last),)) if own else office


def _with_represented(line: Line, offices: tuple[Office, ...], position: int) -> tuple[Office, ...]:
    """Offices without a body, with the one that their holders stand for: `Anne Roux, trésorière, et Luc Noir, secrétaire, représentaient l'Alliance`."""
    t = line.t
    represents = words_of(t.block.lexicon, "offices", "represents")
    verb = next((n for n in range(position, min(t.size, position + FAR_BACK)) if t.texts[n] == "." or t.texts[n].lower() in represents), t.size)
    first = verb + 1
    while t.classes[first] in ARTICLES:
        first += 1
    body = line.bodies.get(first) if t.texts[verb] != "." else None
    return offices if body is None else tuple(_of_the_same(line, office, body.thing) for office in offices)


def _of_the_one_before(office: Office, reading: _Reading, t: Tokens) -> Office:
    """An office without a body that somebody of this block just gave up: `Anne Roe stepped down as chair of the Trust; Tom Hale is the new chair`."""
    block = t.span(0, t.size)[0]
    role = folded(t.words(office.role_first, office.role_last))
    same = [row for row in reading.rows[-RECENT:] if row.former and row.start >= block and folded(row.role) == role and row.organisation_id]
    return replace(office, bodies=((same[-1].organisation_id or "", office.last),)) if same and not office.bodies else office


def _beside_a_mayor(office: Office, reading: _Reading, t: Tokens) -> Office:
    """An office of a town, told without it, with that of the mayor told right before: `Anne Roe, maire de X, et Luc Noir, adjoint à la culture`."""
    beside = words_of(t.block.lexicon, "offices", "beside_a_mayor")
    if office.bodies or t.texts[office.role_first].lower() not in beside or not reading.rows:
        return office
    before = reading.rows[-1]
    mayor = before.role.lower() in words_of(t.block.lexicon, "offices", "TOWN_OFFICE") and before.start >= t.span(0, t.size)[0]
    return replace(office, bodies=((before.organisation_id or "", office.last),)) if mayor and before.organisation_id else office


def _each_of_its_own(line: Line, office: Office, last: int) -> list[tuple[Occurrence, str]]:
    """The people behind an office in the plural, each with its own of as many bodies before it: `X et Y, représentés par leurs directeurs, A et B`."""
    t = line.t
    if not office.plural or t.classes[office.first] not in POSSESSIVE or office.first == office.role_first:
        return []
    end = next((n for n in range(office.first, max(0, office.first - CLOSE - 1), -1) if n in line.body_ends), 0)
    bodies: list[str] = []
    while end in line.body_ends:
        body = line.body_ends[end]
        bodies.insert(0, body.thing)
        end = body.first
        while end > 0 and (t.classes[end - 1] in ARTICLES + AND or t.texts[end - 1] == ","):
            end -= 1
        if t.texts[end - 1] == ")":
            end = next((n for n in range(end - 1, max(0, end - LONGEST_LINK), -1) if t.texts[n] == "("), end)
    names: list[Occurrence] = []
    position = _past_civilities(t, last + (t.texts[last] in (",", ":")))
    while position in line.people:
        names.append(line.people[position])
        position = names[-1].last
        while position < t.size and (t.classes[position] in AND + CIVILITY or t.texts[position] == ","):
            position += 1
    return list(zip(names, bodies, strict=True)) if len(names) == len(bodies) > 1 else []


def _body_joined(line: Line, first: int, last: int) -> Occurrence | None:
    """The body between a name and the office that its bearer took up there: `Anne Roe joined the Marlow Trust in May as programme manager`."""
    t = line.t
    joins = words_of(t.block.lexicon, "offices", "joins")
    if not joins or t.classes[last - 1] not in HOLDS + INDEFINITE + ARTICLES:
        return None
    verb = next((n for n in range(first, min(last, first + LONGEST_LINK)) if t.texts[n].lower() in joins), last)
    position = verb + 1
    while t.classes[position] in ARTICLES:
        position += 1
    body = line.bodies.get(position)
    if verb == last or body is None or any(t.classes[n] not in HOLDS + FUNCTION and t.texts[n] != "," for n in range(first, verb)):
        return None
    held = any(t.classes[n] in HOLDS for n in range(body.last, last))
    return (
        body
        if held and all(t.classes[n] in HOLDS + INDEFINITE + ARTICLES + AT + MONTH + NUMBER + POSSESSIVE for n in range(body.last, last))
        else None
    )


def _who_appoints(line: Line, person: int, office: int) -> str | None:
    """The body that gives somebody an office: `le Parc a recruté Anne Roux comme chargée de mission`, `The Trust elected Anne Roe as its chair`."""
    t = line.t
    verb = person - 1
    while t.classes[verb] in CIVILITY:
        verb -= 1
    if verb < 1 or t.texts[verb].lower() not in words_of(t.block.lexicon, "offices", "appoints"):
        return None
    if not any(t.classes[n] in HOLDS or t.texts[n].lower() in words_of(t.block.lexicon, "offices", "appointed_as") for n in range(person, office)):
        return None
    while verb > 0 and t.classes[verb - 1] in ANY_VERB + HOLDS:
        verb -= 1
    while verb > 0 and t.texts[verb] != "." and verb not in line.body_ends:
        verb -= 1
    return line.body_ends[verb].thing if verb in line.body_ends else None


def _presiding(line: Line, pronoun: int, chain: Sequence[Occurrence], chain_end: int) -> Membership | None:
    """The row of somebody who is told to preside over a body: `Anne Roe, who chairs the Orvale Trust`."""
    t = line.t
    if not chain_end <= pronoun <= chain_end + 1:
        return None
    first = pronoun + 2
    while t.classes[first] in ARTICLES + POSSESSIVE + FUNCTION and first not in line.bodies:
        first += 1
    body = line.bodies.get(first)
    noun = t.texts[first].lower()
    if body is not None and t.texts[body.last] == "'s":
        return None
    if body is None and not (t.classes[first] in BODY and noun in line.by_noun):
        return None
    start, end = t.span(pronoun, body.last if body else first + 1)
    return Membership(
        person_id=chain[-1].thing, role=t.texts[pronoun + 1], organisation_id=body.thing if body else line.by_noun[noun], former=False, start=start,
        end=end, exact=t.block.document.text[start:end], rule="presides",
    )  # fmt: skip


def _opening_body(line: Line, default: str | None) -> str | None:
    """The body for which the people of a line speak: `Pour la Ville, Anne Roux, maire`."""
    return (_spoken_by(line, 0) if line.t.classes[0] in FOR else None) or default


def _spoken_by(line: Line, position: int) -> str | None:
    """The body that `pour`, `for` at a word leads to, where people follow: `pour la Ville, Anne Roux et le trésorier, Luc Noir`."""
    t, first = line.t, position
    while first < t.size and t.classes[first] in FOR + ARTICLES + OF:
        first += 1
    body = line.bodies.get(first) if first > position else None
    return body.thing if body is not None and (t.texts[body.last] in (",", ":") or body.last in line.people) else None


def _label_follows(line: Line, position: int) -> bool:
    """Whether an office, a colon and a name follow: `(présidente : Anne Roux ; trésorier : Luc Noir)`."""
    t = line.t
    if t.classes[position] not in ANY_OFFICE:
        return False
    colon = next((n for n in range(position + 1, min(t.size, position + LONGEST_LINK)) if t.texts[n] == ":"), 0)
    return bool(colon) and _name_follows(line, colon + 1)


def _closing_body(line: Line) -> str | None:
    """The body that all people of a line are of: `Anne Roe (chair) and Tom Hale (treasurer), both of the Orvale Trust`."""
    t = line.t
    all_of = words_of(t.block.lexicon, "offices", "all_of")
    last = max(line.people, default=0)
    for first, body in line.bodies.items() if len(line.people) > 1 else ():
        n = first - 1
        while n > 0 and t.classes[n] in ARTICLES + OF:
            n -= 1
        if n > last and t.texts[n].lower() in all_of and t.classes[n + 1] in OF:
            return body.thing
    return None


def _joins(t: Tokens, first: int, last: int) -> bool:
    """Whether the words between two names, or between an office and the next name, only join them."""
    ranks = words_of(t.block.lexicon, "offices", "ranks")
    return all(
        t.texts[n] in (",", ")", ";") or t.classes[n] in AND + CIVILITY + FORMER + POST_NOMINAL + WITH or t.texts[n].lower() in ranks
        for n in range(first, last)
    )


def _leads_to_name(t: Tokens, first: int, last: int) -> bool:
    """Whether an office stands before a name, with a comma, a civility or `is` at most between them."""
    ranks = words_of(t.block.lexicon, "offices", "ranks")
    first = past_brackets(t, first)
    return last - first <= LONGEST_LINK and all(
        t.texts[n] in (",", ":", "–", "|", "(", ")") or t.classes[n] in CIVILITY + HOLDS + AND + POST_NOMINAL or t.texts[n].lower() in ranks
        for n in range(first, last)
    )


def _links(line: Line, first: int, last: int) -> bool:
    """Whether a name and the office after it belong together: only signs, articles or `is` stand between them, or a `who was elected`."""
    t = line.t
    if _after_aside(line, first, last):
        return True
    if last - first > LEAST_APART and t.classes[last - 1] in ARTICLES and t.classes[last - 2] in AND and t.texts[last - 3] == ",":
        return not t.block.lexicon.setting("organisations", "noun_first", False)  # `…, et le préfet`: somebody else
    held = False
    for n in range(first, last):
        if t.texts[n] in BETWEEN or t.classes[n] in ARTICLES + INDEFINITE + POST_NOMINAL + FORMER:
            continue
        if t.classes[n] in HOLDS:
            held = True
        elif (
            _is_ours(t, n)
            or (t.classes[n] in AND and last - n <= 2 and (n > first or t.classes[n + 1] in POSSESSIVE))
            or _says_when(t, n)
            or _means_body(t, n)
        ):
            continue
        elif not (t.classes[n] in FUNCTION and last - first <= LONGEST_LINK and any(t.classes[k] in HOLDS for k in range(n, last))):
            return False
    return held or last - first <= LONGEST_LINK


def _after_aside(line: Line, first: int, last: int) -> bool:
    """Whether only what somebody is by trade stands between commas before the office: `Anne Roux, agent forestier, présidente de la Ligue`."""
    t = line.t
    if not (1 <= last - first - 2 <= LONGEST_ASIDE and t.texts[first] == "," and t.texts[last - 1] == ","):
        return False
    return all(t.classes[n] in ANY_WORD + ADJECTIVE + CAPITAL and n not in line.named for n in range(first + 1, last - 1))


def _is_ours(t: Tokens, unit: int) -> bool:
    """Whether a word says that an office is one of those who report: `our`."""
    return t.texts[unit].lower() in words_of(t.block.lexicon, "offices", "ours")


def _says_when(t: Tokens, unit: int) -> bool:
    """Whether a word before an office only says when it was held, or that it is over: `now`, `until 2021`, `stepped down as`."""
    return t.classes[unit] in LEAVES or _of_a_term(t, unit) or t.texts[unit].lower() in words_of(t.block.lexicon, "offices", "before_a_role")


def _of_a_term(t: Tokens, unit: int) -> bool:
    """Whether a word belongs to when somebody held an office: `until 2021 chair of the Trust`."""
    if t.classes[unit] in NUMBER + MONTH:
        return t.classes[unit - 1] in MONTH or t.texts[unit - 1].lower() in words_of(t.block.lexicon, "offices", "term")
    return t.classes[unit + 1] in NUMBER + MONTH and t.texts[unit].lower() in words_of(t.block.lexicon, "offices", "term")


def _laid_down(t: Tokens, first: int, last: int) -> bool:
    """Whether the words between a name and an office say that it is over: `stepped down as`, `until 2021`."""
    until = words_of(t.block.lexicon, "offices", "term_ends")
    return any(t.classes[n] in LEAVES or (t.texts[n].lower() in until and _of_a_term(t, n)) for n in range(first, last))


def _taken_over_from(line: Line, first: int, office: int, last: int) -> Occurrence | None:
    """The person from whom an office was taken over: `Anne Roe took over as chair of the Trust from Tom Hale`."""
    t = line.t
    takes_over = words_of(t.block.lexicon, "offices", "takes_over")
    if not any(t.texts[n].lower() in takes_over for n in range(first, office)):
        return None
    end = next(
        (n for n in range(last, min(t.size, last + LONGEST_LABEL)) if t.texts[n].lower() in words_of(t.block.lexicon, "offices", "taken_from")), 0
    )
    return line.people.get(_past_civilities(t, end + 1)) if end else None


def _past_civilities(t: Tokens, position: int) -> int:
    """The word behind the civilities that stand at a word."""
    while t.classes[position] in CIVILITY:
        position += 1
    return position


def _owned_by_next(line: Line, first: int, office: Office, last: int) -> bool:
    """Whether `and` parts a name from the office of the next ones: `Anne Roe, and the Alliance's co-chairs, Tom Hale and Lucy Mole`."""
    t = line.t
    if office.first == office.role_first or not any(t.classes[n] in AND for n in range(first, office.first)):
        return False
    name = _past_civilities(t, last + (t.texts[last] == ","))
    return name in line.people and not (t.classes[office.first] in POSSESSIVE and _has_own_office(line, line.people[name].last))


def _has_own_office(line: Line, position: int) -> bool:
    """Whether an office stands right behind a name and its comma: `…, Anne Roe, then chair of the Trust`."""
    t = line.t
    after = position + 1
    while t.classes[after] in ARTICLES + FORMER:
        after += 1
    return t.texts[position] == "," and t.classes[after] in ANY_OFFICE


def _of_a_given_name(line: Line, office: int) -> bool:
    """Whether an office is that of somebody named by a given name alone: `led by Orla, our data manager, Anne Roe, …`."""
    t, comma = line.t, office - 1
    while office - comma < LONGEST_LABEL and t.texts[comma] != "," and not t.capital[comma]:
        comma -= 1
    lone = t.texts[comma] == "," and t.classes[comma - 1] in CAPITAL and comma - 1 not in line.named
    return lone and t.classes[comma - 2] in WITH + AND and comma < office - 1


def _name_follows(line: Line, position: int) -> bool:
    """Whether a name stands at a word, after a civility at most."""
    return _past_civilities(line.t, position) in line.people


def _body_between(line: Line, first: int, last: int) -> Occurrence | None:
    """The body between a name and an office: `Anne Roux, Orvanne Métropole, vice-présidente`, `Anne Roe (Orvale Council) – Chair`."""
    t, body = line.t, line.bodies.get(first + 1)
    if body is None or t.texts[first] not in (",", "(", "–", "-") or not body.last < last <= body.last + 2:
        return None
    return body if all(t.texts[n] in (",", ")", "–", "-", ":") for n in range(body.last, last)) else None


def _body_after_brackets(line: Line, position: int) -> Occurrence | None:
    """The body after an office in brackets: `Anne Roux (Chair), Leeds City Council`."""
    if line.t.texts[position] != ")" or line.t.texts[position + 1] != ",":
        return None
    body = line.bodies.get(position + 2)
    return body if body is not None and _ends(line.t, body.last) else None


def _of_which(line: Line, person: int, last: int) -> Occurrence | None:
    """The body of which somebody is told to hold an office: `the Orvale Board, of which Anne Roe is chair`, `l'Alliance dont Anne Roux est présidente`."""
    t = line.t
    if t.classes[last] not in HOLDS:
        return None
    before = person - 1
    while t.classes[before] in CIVILITY:
        before -= 1
    of_which = words_of(t.block.lexicon, "offices", "of_which")
    width = 1 if t.texts[before].lower() in of_which else 2
    if before < width or t.words(before + 1 - width, before + 1).lower() not in of_which:
        return None
    end = before + 1 - width
    return line.body_ends.get(end - (t.texts[end - 1] == ","))


def _body_before_label(line: Line, colon: int) -> str | None:
    """The body named last before a label that is an office: `It is run by the Museum Trust. Trustees: Anne Roe …`."""
    t = line.t
    first = colon
    while first > 0 and t.texts[first - 1] not in CLOSING and t.classes[first - 1] not in ANY_OFFICE:
        first -= 1
    if colon - first > 1 or t.classes[first - 1] not in ANY_OFFICE or first - 1 in line.named:
        return None
    ends = (end for end in range(first - 1, max(-1, first - FAR), -1) if end in line.body_ends and t.texts[end] != ")")
    return next((line.body_ends[end].thing for end in ends), None)


def _label_body(line: Line, colon: int, default: str | None) -> str | None:
    """The body that a label names (`Pour l'Alliance :`); none after a label that names no body (`Invités :`)."""
    t = line.t
    body = line.body_ends.get(colon)
    if body is None and t.texts[colon - 1] == ")":
        body = next((line.body_ends[end] for end in range(colon - 4, colon) if end in line.body_ends), None)
    if body is not None:
        return body.thing
    if t.classes[colon - 1] in BODY and t.texts[colon - 1].lower() in line.by_noun:
        return line.by_noun[t.texts[colon - 1].lower()]
    first = colon
    while first > 0 and colon - first < LONGEST_LABEL and t.texts[first - 1] not in CLOSING:
        first -= 1
    short = colon - first < LONGEST_LABEL
    return None if short and not any(t.classes[n] in ANY_OFFICE for n in range(first, colon)) else default


def _succession(line: Line, position: int, chain: Sequence[Occurrence], reading: _Reading) -> None:
    """`X was succeeded as chair by Y`, `Y a succédé à X à la présidence`: the one held the office, the other holds it."""
    t = line.t
    first = _nearest(line, range(position, max(-1, position - LONGEST_SUCCESSION), -1), line.people_ends)
    second = _nearest(line, range(position, min(t.size, position + LONGEST_SUCCESSION)), line.people)
    if first is not None and t.texts[position].lower() in words_of(t.block.lexicon, "offices", "succeeds_the_one_before"):
        earlier = (line.people_ends[end] for end in range(first.first, max(-1, first.first - FAR), -1) if end in line.people_ends)
        second = next((one for one in earlier if one.thing != first.thing), None)
    if first is None or second is None:
        return
    opened = next((n for n in range(position, -1, -1) if t.texts[n] == "."), 0)
    start_of_sentence = t.span(opened, opened + 1)[0]
    if t.classes[position] in SUCCEEDS and any(row.person_id == first.thing and row.start >= start_of_sentence for row in reading.rows[-RECENT:]):
        return
    old, new = (first, second) if t.classes[position] in SUCCEEDED else (second, first)
    recent = range(max(0, len(reading.rows) - RECENT_ROWS), len(reading.rows))
    held = [reading.rows[n] for who in (old, new) for n in recent if reading.rows[n].person_id == who.thing]
    held = [row for row in held if row.person_id == old.thing] or held
    end = next((n for n in range(position, t.size) if t.texts[n] in (".", ";")), t.size)
    named = next(
        (office for n in range(position, min(end, position + LONGEST_SUCCESSION)) if t.classes[n] in ANY_OFFICE for office in offices_at(line, n)),
        None,
    )
    role = t.words(named.role_first, named.role_last) if named else held[-1].role if held else None
    presidency = _presidency(line, second.last) if named is None else None
    body: str | None = None
    if presidency is not None:
        role, body = presidency
    same = [row for row in held if role and folded(row.role).split(" ")[0] == folded(role).split(" ")[0]] or ([] if presidency else held[-1:])
    if presidency is None:
        body = named.bodies[0][0] if named and named.bodies else same[-1].organisation_id if same else None
    if body is None and not same:
        body = _body_left(line, first.last, position)
    if role is None or (body is None and not same):
        return
    start, end = t.span(position, max(second.last, position + 1))
    exact = t.block.document.text[start:end]
    for person, former in ((old, True), (new, False)):
        known = [n for n in recent if reading.rows[n].person_id == person.thing and reading.rows[n] in same]
        for n in known:
            reading.rows[n] = replace(reading.rows[n], former=former)
        if not known:
            reading.rows.append(
                Membership(person_id=person.thing, role=role, organisation_id=body, former=former, start=start, end=end, exact=exact, rule=SUCCESSION)
            )


def _body_left(line: Line, first: int, last: int) -> str | None:
    """The body that somebody left before the one who took over: `Anne Roe left the Trust in May and was succeeded as chair by Tom Hale`."""
    t = line.t
    leaves = words_of(t.block.lexicon, "offices", "leaves")
    verb = next((n for n in range(first, last) if t.texts[n].lower() in leaves or t.words(n, min(last, n + 2)).lower() in leaves), last)
    body = next((line.bodies[n] for n in range(verb, min(last, verb + CLOSE)) if n in line.bodies), None)
    return body.thing if body is not None else None


def _presidency(line: Line, position: int) -> tuple[str, str] | None:
    """The noun of an office and its body after a name: `à la présidence de l'Alliance`, `at the head of the Trust`."""
    t = line.t
    if t.classes[position] not in AT or t.texts[position + 1].lower() not in words_of(t.block.lexicon, "offices", "office_nouns"):
        return None
    first = position + 2
    while t.classes[first] in OF + ARTICLES:
        first += 1
    body = line.bodies.get(first)
    return (t.texts[position + 1], body.thing) if body is not None else None


def _nearest(line: Line, units: Iterable[int], people: Mapping[int, Occurrence]) -> Occurrence | None:
    """The first person of a row of words, before a sentence ends."""
    for unit in units:
        if unit in people:
            return people[unit]
        if line.t.texts[unit] in (".", ";"):
            return None
    return None


def _rows(line: Line, holders: Sequence[Occurrence], office: Office, default: str | None, rule: str) -> Iterator[Membership]:
    """A row for each holder and body; an office without a body only where it is one of government, or where a heading gives the body."""
    t = line.t
    role = t.words(office.role_first, office.role_last)
    bodies: Sequence[tuple[str | None, int]] = office.bodies
    own_noun = t.block.lexicon.setting("offices", "own_noun", {}).get(role.lower())
    before = _understood(line, office) if not bodies and default is None else None
    if not bodies and own_noun in line.by_noun:
        bodies = [(line.by_noun[own_noun], office.last)]
    elif not bodies and (office.government or _of_agreement(line, office)):
        bodies = [(None, office.last)]
    elif not bodies and default is not None and _ends(t, office.last):
        bodies = [(default, office.last)]
    elif not bodies and (town := _town_before(line, office)) is not None:
        bodies = [(town, office.last)]
    elif not bodies and (spoken := _spoken_for(line, office)) is not None:
        bodies = [(spoken, office.last)]
    elif not bodies and before is not None:
        bodies = [(before, office.last)]
    for person in holders:
        adjacent = line.body_ends.get(person.first) or (_body_after_name(line, person.last) if rule == BEFORE_NAME and not bodies else None)
        own = [(adjacent.thing, office.last)] if not bodies and adjacent is not None and (rule == BEFORE_NAME or _ends(t, office.last)) else bodies
        for body, last in own:
            start, end = t.span(office.first, max(last, office.role_last))
            yield Membership(
                person_id=person.thing, role=role, organisation_id=body, former=office.former, start=start, end=end,
                exact=t.block.document.text[start:end], rule=rule,
            )  # fmt: skip


def _of_agreement(line: Line, office: Office) -> bool:
    """Whether an office is one of the partnership itself: `coordinatrice du pacte`, `chef de projet du contrat local de santé`."""
    t = line.t
    words = words_of(t.block.lexicon, "offices", "of_agreement")
    after = office.role_first + 1
    while after < office.role_last and t.classes[after] not in OF:
        after += 1
    return after + 1 < office.role_last and t.texts[after + 1].lower() in words


def _body_after_name(line: Line, position: int) -> Occurrence | None:
    """The body behind a name whose office stands before it: `Interim director Anne Roe of the Trust`, `Anne Roe (the Trust)`, `, joined the Trust`."""
    t = line.t
    joins = words_of(t.block.lexicon, "offices", "joins")
    verb = position + (t.texts[position] == ",")
    opened = t.texts[position] == "("
    linked = t.classes[position] in OF or t.texts[position].lower() in words_of(t.block.lexicon, "organisations", "at_body")
    if not (opened or linked or t.texts[verb].lower() in joins):
        return None
    first = verb + 1
    while t.classes[first] in ARTICLES:
        first += 1
    body = line.bodies.get(first)
    return body if body is not None and (not opened or t.texts[body.last] == ")") and t.texts[body.last] != "'s" else None


def _town_before(line: Line, office: Office) -> str | None:
    """The town of `le maire, Paul Petit,`: the only one that the report names as a body."""
    t = line.t
    definite = office.first > 0 and t.classes[office.first - 1] in ARTICLES and _ends(t, office.last)
    if not definite or t.classes[office.role_first] not in TOWN_OFFICE:
        return None
    return next((line.by_noun[noun] for noun in words_of(t.block.lexicon, "offices", "town_nouns") if noun in line.by_noun), None)


def _understood(line: Line, office: Office) -> str | None:
    """The one body of the sentence before `La directrice, Anne Roux, …`, whose directrice she is."""
    t = line.t
    article = office.first - 1
    definite = article >= 0 and t.classes[article] in ARTICLES and t.first_of_sentence(article) and article > 0 and t.texts[article - 1] == "."
    of_a_body = words_of(t.block.lexicon, "offices", "of_a_body")
    if not definite or office.government or not _ends(t, office.last) or t.texts[office.role_first].lower() not in of_a_body:
        return None
    first = next((n for n in range(article - 2, max(-1, article - FAR), -1) if t.texts[n] == "."), max(-1, article - FAR))
    named = {line.bodies[n].thing for n in range(first + 1, article) if n in line.bodies}
    return min(named) if len(named) == 1 else None


def _spoken_for(line: Line, office: Office) -> str | None:
    """The body named last before somebody who stands in for it: `la Région, représentée par Mme Roux, vice-présidente`."""
    t = line.t
    if not (_ends(t, office.last) or _name_follows(line, office.last)):
        return None
    for position in range(office.first - 1, max(-1, office.first - FAR_BACK), -1):
        if t.texts[position] in (".", ";", ":"):
            return None
        if t.texts[position].lower() in words_of(t.block.lexicon, "offices", "speaking_for"):
            return next((line.body_ends[end].thing for end in range(position, max(-1, position - FAR), -1) if end in line.body_ends), None)
    return None


def _ends(t: Tokens, position: int) -> bool:
    """Whether a phrase ends at a word: the block does, or a sign stands there."""
    return position >= t.size or t.texts[position] in CLOSING or t.texts[position] == "," or t.classes[position] in AND


def _distinct(found: Iterable[Membership]) -> tuple[Membership, ...]:
    """One row for each person, office and body; an office told elsewhere in more words goes."""
    rows: dict[tuple[str, str, str | None], Membership] = {}
    for row in found:
        key = (row.person_id, folded(row.role), row.organisation_id)
        known = rows.get(key)
        rows[key] = row if known is None else replace(known, former=known.former or row.former) if known.former != row.former else known
    same: dict[tuple[str, str | None], list[str]] = {}
    told = {(row.person_id, row.organisation_id) for row in rows.values() if row.rule != SUCCESSION}
    for row in rows.values():
        same.setdefault((row.person_id, row.organisation_id), []).append(folded(row.role))
    certain = [row for row in rows.values() if row.rule != SUCCESSION or (row.person_id, row.organisation_id) not in told]
    kept = [row for row in certain if not _told_fuller(row, same[row.person_id, row.organisation_id])]
    return tuple(sorted(kept, key=lambda row: (row.start, row.end)))


def _told_fuller(row: Membership, roles: Iterable[str]) -> bool:
    """Whether the same office is told elsewhere in more words: `secrétaire d'État` and `secrétaire d'État à l'écologie`."""
    words = f"{folded(row.role)} "
    return any(role.startswith(words) for role in roles)
