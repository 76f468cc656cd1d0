"""Bodies named without a noun of their trade: `Les Canaux`, `Avise`, `ESS France`, known only by the company they keep.

Words with capitals, or letters, name a body where the text has them do what bodies do: somebody presides over them, the partners work with
them, they organise, they stand in a list of bodies.
"""

from collections.abc import Iterator, Sequence

from partnership_analysis.extraction.bodies import CAPITALISED, BodyMention, bracketed_letters
from partnership_analysis.extraction.tokens import (
    ADJECTIVE,
    AND,
    AT,
    BODY,
    CAPITAL,
    CIVILITY,
    DEED,
    FOR,
    FORMER,
    KNOWN,
    MONTH,
    NO_BODY,
    NO_BODY_LETTERS,
    OF,
    OFFICE,
    OFFICES,
    PARTICLE,
    TOWN_OFFICE,
    UPPER,
    VERB,
    WITH,
    Tokens,
    fold,
)

LONGEST_PROPER = 6
LONGEST_ACRONYM = 12
LOOK_BACK = 16


def proper_mentions(t: Tokens, taken: dict[int, int], people: frozenset[int]) -> Iterator[BodyMention]:
    """The bodies of a block known by their company. `taken` leads from a word inside a known body to one past its last word."""
    position = 0
    while position < len(t):
        found: list[BodyMention] = []
        if position in taken:
            position = _past_brackets(t, taken[position])
            found = list(_listed(t, position, taken, people, "other", "in a list of bodies"))
        elif t.is_class(position, OFFICE, OFFICES, TOWN_OFFICE) and position not in people:
            town = t.is_class(position, TOWN_OFFICE)
            after = position + 1
            while t.is_class(after, ADJECTIVE):
                after += 1
            if t.is_class(after, OF):
                found = list(_listed(t, after, taken, people, "local_authority" if town else "other", "presided over", opened=True))
            position = after
        elif t.is_class(position, WITH, DEED):
            found = list(_listed(t, position + 1, taken, people, "other", "works with the partners", opened=True))
            position += 1
        elif t.is_class(position, VERB) and not t.shouting:
            subject = _subject(t, position, taken, people)
            found = [subject] if subject else []
            position += 1
        else:
            position += 1
        yield from found


def _proper_end(t: Tokens, first: int, taken: dict[int, int], people: frozenset[int]) -> int:
    """One past the last word of a proper name that begins at a word; the word itself where none does."""
    position = first
    while position < len(t) and position - first < LONGEST_PROPER and position not in taken and position not in people:
        if t.capital(position) and (t.classes[position] in CAPITALISED or (t.is_class(position, PARTICLE) and t.capital(position + 1))):
            position += 1
        elif position > first and t.is_class(position, OF) and t.capital(position + 1) and t.is_class(position + 1, CAPITAL) and not t.is_class(position - 1, UPPER):
            position += 1
        elif position > first and t.text(position) == "&" and t.capital(position + 1):
            position += 1
        else:
            break
    while position > first and not (t.capital(position - 1) or t.text(position - 1).isdigit()):
        position -= 1
    if position == first + 1 and fold(t.text(first)) == "france" and t.is_class(position, ADJECTIVE) and not t.is_class(first - 1, AT, PARTICLE):
        position += 1
    return position


def _plausible(t: Tokens, first: int, last: int) -> bool:
    """Whether words with capitals may name a body at all."""
    if last <= first or t.shouting:
        return False
    if t.is_class(first, NO_BODY, MONTH, OFFICE, OFFICES, CIVILITY) or t.is_class(last - 1, NO_BODY):
        return False
    if last - first == 1 and (t.is_class(first, ADJECTIVE, PARTICLE, NO_BODY_LETTERS) or len(t.text(first)) < 2):
        return False
    return not (last - first == 1 and t.is_class(first, BODY))


def _listed(t: Tokens, position: int, taken: dict[int, int], people: frozenset[int], kind: str, rule: str, opened: bool = False) -> Iterator[BodyMention]:
    """The proper names of a list that begins at a word, or goes on after a body: `, l'ANCT et Régions de France`."""
    first = not opened
    while position < len(t):
        if first and not (t.is_class(position, AND) or t.text(position) == ","):
            return
        sure = opened
        if first:
            sure = t.is_class(position, AND)
            position += 1
            if t.text(position - 1) == "," and t.is_class(position, AND):
                sure = True
                position += 1
        while t.is_class(position, OF, PARTICLE, DEED) and not (t.capital(position) and t.capital(position + 1) and t.is_class(position, PARTICLE)):
            position += 1
        if position in taken:
            position = _past_brackets(t, taken[position])
            first, opened = True, False
            continue
        last = _proper_end(t, position, taken, people)
        if not _plausible(t, position, last) or (first and t.is_class(last, VERB) and not sure):
            return
        if first and not sure and not _list_goes_on(t, last):
            return
        yield BodyMention(position, last, t.words(position, last), kind, rule)
        position, first, opened = last, True, False


def _past_brackets(t: Tokens, position: int) -> int:
    """One past the letters in brackets at a word; the word itself where there are none."""
    if bracketed_letters(t, position) is None:
        return position
    while t.text(position) != ")":
        position += 1
    return position + 1


def _list_goes_on(t: Tokens, position: int) -> bool:
    """Whether a list with commas goes on or ends with its last item soon: `X, Y et Z`."""
    return t.is_class(position, AND) or t.text(position) in (",", "(")


def _subject(t: Tokens, verb: int, taken: dict[int, int], people: frozenset[int]) -> BodyMention | None:
    """Letters, or words with capitals after an article, at the start of a sentence and before its verb: `Le RTES a organisé`."""
    first = verb
    while first > 0 and verb - first < LONGEST_PROPER and first - 1 not in taken and first - 1 not in people:
        before = first - 1
        if t.capital(before) and t.classes[before] in CAPITALISED:
            first = before
        elif first < verb and t.is_class(before, OF) and t.capital(before - 1) and not t.is_class(before - 1, PARTICLE):
            first = before
        else:
            break
    if first == verb or not _plausible(t, first, verb):
        return None
    letters = verb - first == 1 and t.is_class(first, UPPER)
    opening = first
    while t.is_class(opening - 1, PARTICLE):
        opening -= 1
    if not t.first_of_sentence(opening):
        return None
    if letters or (verb - first > 1 and opening == first and not t.is_class(first, ADJECTIVE, BODY)):
        return BodyMention(first, verb, t.words(first, verb), "other", "subject of a verb")
    return None


def defined_letters(t: Tokens, known: Sequence[BodyMention]) -> Iterator[BodyMention]:
    """Long forms with their letters in brackets, found by the initials: `Voies navigables de France (VNF)`."""
    for bracket in range(2, len(t)):
        letters = bracketed_letters(t, bracket)
        if not letters or t.is_class(bracket + 1, NO_BODY_LETTERS):
            continue
        plain = fold(letters).replace(" ", "")
        for first in range(bracket - 1, max(-1, bracket - LOOK_BACK), -1):
            if t.text(first) in (".", "(", ")", ";", ":"):
                break
            if t.text(first)[:1].lower() != plain[:1] and fold(t.text(first))[:1] != plain[:1]:
                continue
            if t.is_class(first, OF, PARTICLE, AND, FOR, AT) or not _initials_agree(t, first, bracket, plain):
                continue
            head = next((n for n in range(first, bracket) if t.is_class(n, BODY)), None)
            if t.is_class(first, NO_BODY) or not (t.capital(first) or head == first):
                break
            kind = str(t.units.values[head]) if head is not None else "other"
            inside = next((m for m in known if m.first <= first < m.last), None)
            if inside is not None and inside.first < first:
                break
            if head is None and (t.first_of_sentence(first) or not any(t.capital(n) for n in range(first + 1, bracket))):
                break
            yield BodyMention(first, bracket, t.words(first, bracket), kind, "long form with its letters", head=t.text(first).lower() if head == first else "", acronym=letters)
            break


def _initials_agree(t: Tokens, first: int, last: int, letters: str) -> bool:
    """Whether letters are the initials of words in their order; small words may be left out, others only a few."""
    place = skipped = 0
    for number in range(first, last):
        for piece in fold(t.text(number)).split(" "):
            if place < len(letters) and piece[:1] == letters[place]:
                place += 1
            elif place < len(letters) and place and piece and letters[place] in piece[1:] and t.capital(number) and not t.is_class(number, OF, PARTICLE, AND, FOR, AT):
                skipped += 1
            elif not t.is_class(number, OF, PARTICLE, AND, FOR, AT):
                skipped += 1
    return place >= len(letters) - (1 if len(letters) > 4 else 0) and skipped <= max(1, len(letters) // 2)


