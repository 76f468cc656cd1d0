"""Names of people: where a block names a person, and which words are the given name and the family name.

A name is a known first name and a family name, or words with capitals that stand beside a civility, an office or another person.
Which mentions are one person is decided in `people`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from partnership_analysis.extraction.tokens import (
    ADJECTIVE,
    AND,
    AT,
    BODY,
    CHARGE,
    CIVILITY,
    FORMER,
    FUNCTION,
    KNOWN,
    LETTER,
    MONTH,
    NAMED_AFTER,
    NAMED_BEFORE,
    NO_BODY,
    NUMBER,
    OF,
    OFFICE,
    OFFICES,
    PARTICLE,
    TOWN_OFFICE,
    UPPER,
    Tokens,
    first_names,
    fold,
)

LONGEST_NAME = 7
MOST_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class NameMention:
    """Words that name a person: from word `first` to word `last`, the latter not included; `given` is empty for a family name alone."""

    first: int
    last: int
    given: str
    family: str
    rule: str

    @property
    def name(self) -> str:
        """The name as a reader writes it."""
        return f"{self.given} {self.family}".strip()


def name_mentions(t: Tokens, weak: frozenset[str]) -> tuple[NameMention, ...]:
    """The people named in a block, in reading order. `weak` holds the folded first names that need another sign."""
    found: list[NameMention] = []
    unsure: list[NameMention] = []
    position = 0
    while position < len(t):
        if not t.capital(position):
            position += 1
            continue
        mention = _after_civility(t, position) if t.is_class(position, CIVILITY) else None
        if mention is None and t.name_word(position):
            mention = _full_name(t, position, weak)
            if mention is None:
                candidate = _candidate(t, position)
                if candidate is not None and _beside_office(t, candidate):
                    mention = candidate
                elif candidate is not None:
                    unsure.append(candidate)
                    position = candidate.last
                    continue
        if mention is None:
            position += 1
            continue
        found.append(mention)
        position = mention.last
    return tuple(_with_company(t, found, unsure))


def _name_end(t: Tokens, first: int) -> int:
    """One past the last word of a name that begins at `first`: capitals, initials, and particles between them."""
    position, capitals = first, 0
    while position < len(t) and position - first < LONGEST_NAME + 2:
        if t.name_word(position):
            capitals += 1
            position += 1
        elif t.is_class(position, LETTER) and position > first:
            position += 2 if t.text(position + 1) == "." and t.joined(position + 1) else 1
        elif t.is_class(position, LETTER) and t.text(position + 1) == "." and (t.name_word(position + 2) or t.is_class(position + 2, LETTER)):
            position += 2
        elif t.is_class(position, OF, PARTICLE) and capitals:
            after = position + 1
            while t.is_class(after, OF, PARTICLE):
                after += 1
            written = t.words(position, after)
            if not t.name_word(after) or after - position > 3 or (capitals > 1 and not (written[0].isupper() or _noble(t, position, after))):
                break
            position = after + 1
            capitals += 1
        else:
            break
    return position


def _noble(t: Tokens, first: int, last: int) -> bool:
    """Whether particles after a whole name go on with it: `d'Argentré`, `de La Tour`; not `de Nantes`."""
    written = t.words(first, last)
    return written[-1] == "'" or written.split()[-1][0].isupper()


def _parts(t: Tokens, first: int, last: int) -> tuple[str, str] | None:
    """Given name and family name of words that begin with a given name; None where nothing is left for the family name."""
    given = first + 1
    if t.is_class(first, LETTER):
        given = first + (2 if t.text(first + 1) == "." else 1)
    while given < last - 1:
        if t.is_class(given, LETTER):
            given += 2 if t.text(given + 1) == "." else 1
        elif t.name_word(given) and fold(t.text(given)) in first_names() and any(t.name_word(n) for n in range(given + 1, last)):
            given += 1
        else:
            break
    if given >= last or not any(t.name_word(n) for n in range(given, last)):
        return None
    return _written(t, first, given), _written(t, given, last)


def _written(t: Tokens, first: int, last: int) -> str:
    """The words of a name; those in capitals throughout with a capital at the start of each part."""
    pieces = []
    for number in range(first, last):
        word = t.text(number)
        if len(word) > 1 and word.isupper():
            word = "-".join("'".join(part.capitalize() for part in piece.split("'")) for piece in word.split("-"))
            if t.is_class(number, OF, PARTICLE) and number > first:
                word = word.lower()
        pieces.append(("" if t.joined(number) or not pieces else " ") + word)
    return "".join(pieces)


def _known_first(word: str) -> bool:
    """Whether a word is a first name, whole or in its first part."""
    plain = fold(word)
    return plain.replace(" ", "-") in first_names() or plain.split(" ")[0] in first_names() if plain else False


def _full_name(t: Tokens, first: int, weak: frozenset[str]) -> NameMention | None:
    """A known first name and a family name: `Marie Dupont`, `DUPONT Marie`, `J.-P. Martin` only with a known first name."""
    text = t.text(first)
    last = _name_end(t, first)
    if not 1 < last - first or sum(t.name_word(n) for n in range(first, last)) > MOST_CAPITALS + 1:
        return None
    inverted = _inverted(t, first, last)
    if inverted is not None:
        return inverted
    if not _known_first(text) or len(text) < 2:
        return None
    if t.is_class(first, MONTH) and t.is_class(first - 1, AT, OF, FUNCTION, NUMBER):
        return None
    doubtful = fold(text) in weak and not t.is_class(first, MONTH)
    parts = _parts(t, first, last)
    if parts is None or _of_something_else(t, first, last):
        return None
    mention = NameMention(first, last, *parts, rule="first name and family name")
    if doubtful and not _beside_office(t, mention) and not t.is_class(first - 1, CIVILITY):
        return None
    return mention


def _inverted(t: Tokens, first: int, last: int) -> NameMention | None:
    """A family name in capitals before the first name: `DUPONT Marie`, or before an initial: `Courcelaud B.`"""
    names = [n for n in range(first, last) if t.name_word(n)]
    if len(names) >= 2 and not t.shouting and all(t.is_class(n, UPPER) for n in names[:-1]) and not t.is_class(names[-1], UPPER):
        if all(len(t.text(n)) > 1 for n in names) and fold(t.text(names[-1])) in first_names() and names[-1] == last - 1:
            return NameMention(first, last, _written(t, names[-1], last), _written(t, first, names[-1]), rule="family name first")
    return None


def _of_something_else(t: Tokens, first: int, last: int) -> bool:
    """Whether the words around a name make it a street, a school, a prize: `rue Jean Martin`, `Jean Martin Trust`."""
    before = first - 1
    while t.is_class(before, OF, PARTICLE):
        before -= 1
    near = before == first - 1
    if t.is_class(before, NAMED_AFTER) or (near and t.is_class(before, NO_BODY)):
        return True
    if near and t.is_class(before, BODY, KNOWN) and not (t.shouting or before == 0):
        return True
    after = last
    return t.capital(after) and t.is_class(after, BODY, NO_BODY, NAMED_BEFORE) and not t.shouting


def _after_civility(t: Tokens, position: int) -> NameMention | None:
    """A name after a civility: `Mme de La Tour`, `Dr Rao`, `M. Hubert du Plessis d'Argentré`."""
    first = position + 1
    while t.is_class(first, CIVILITY):
        first += 1
    start = first
    while t.is_class(start, OF, PARTICLE) and start - first < 3:
        start += 1
    if t.capital(start) and t.is_class(start, NAMED_AFTER, NAMED_BEFORE, NO_BODY, ADJECTIVE, MONTH) and not t.name_word(start + 1):
        return NameMention(first, start + 1, "", _written(t, first, start + 1), rule="civility and family name")
    if not (t.name_word(start) or (t.is_class(start, LETTER) and t.name_word(start + (2 if t.text(start + 1) == "." else 1)))):
        return None
    if start > first and not t.capital(first) and not t.is_class(first, OF):
        return None
    last = _name_end(t, start)
    if start == first and (_known_first(t.text(start)) or t.is_class(start, LETTER) or sum(t.name_word(n) for n in range(start, last)) > 1):
        inverted = _inverted(t, first, last)
        if inverted is not None:
            return inverted
        parts = _parts(t, first, last)
        if parts is not None:
            return NameMention(first, last, *parts, rule="civility and name")
    return NameMention(first, last, "", _written(t, first, last), rule="civility and family name")


def _candidate(t: Tokens, first: int) -> NameMention | None:
    """Two or three words with capitals that could be a name, were there another sign of it."""
    last = _name_end(t, first)
    words = [n for n in range(first, last) if t.name_word(n)]
    if not 2 <= len(words) <= MOST_CAPITALS or _of_something_else(t, first, last):
        return None
    if all(t.is_class(n, UPPER) for n in words) and not t.shouting:
        return None
    parts = _parts(t, first, last)
    return NameMention(first, last, *parts, rule="words with capitals beside an office or a person") if parts else None


def _beside_office(t: Tokens, mention: NameMention) -> bool:
    """Whether an office stands right before or right after a name."""
    before = mention.first - 1
    if t.is_class(before, OFFICE, OFFICES, TOWN_OFFICE, CIVILITY):
        return True
    after = mention.last
    if t.text(after) in (",", "(", "–", "-", ":"):
        after += 1
        while t.is_class(after, FORMER, PARTICLE):
            after += 1
        return t.is_class(after, OFFICE, OFFICES, TOWN_OFFICE, CHARGE)
    return False


def _with_company(t: Tokens, found: list[NameMention], unsure: list[NameMention]) -> Iterator[NameMention]:
    """The names found, and the unsure ones that stand in a list with them: `avec Anne Roux, Xyz Noir et …`."""
    kept = {mention.first: mention for mention in found}
    ends = {mention.last for mention in found}
    for mention in unsure:
        joint = mention.first - 1
        if t.is_class(joint, AND) or t.text(joint) == ",":
            if t.is_class(joint, AND) and t.text(joint - 1) == ",":
                joint -= 1
            if joint in ends and len(mention.name.split()) <= 3:
                kept[mention.first] = mention
                ends.add(mention.last)
    for mention in reversed(unsure):
        joint = mention.last
        if mention.first not in kept and (t.is_class(joint, AND) or t.text(joint) == ",") and joint + 1 in kept and t.is_class(joint, AND):
            kept[mention.first] = mention
    for first in sorted(kept):
        yield kept[first]
