"""Bodies: where a block names an organisation by a noun such as `ministère`, `Council` or `fondation`, or by letters.

Two shapes: a noun that comes first and draws its complement after it (`Agence nationale de la cohésion des territoires`,
`Department for Transport`), and words with capitals that hold such a noun (`Nantes Métropole`, `Leeds City Council`). The nouns and the
kind of body that each makes are in `lexicons/<language>/organisations.toml`. Names without such a noun are found in `proper_names`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from partnership_analysis.extraction.tokens import (
    ADJECTIVE,
    AND,
    AT,
    BODY,
    CAPITAL,
    FOR,
    KNOWN,
    LETTER,
    MONTH,
    NO_BODY,
    NO_BODY_LETTERS,
    NUMBER,
    OF,
    OFFICE,
    OFFICES,
    PARTICLE,
    UPPER,
    WORD,
    Tokens,
)

QUOTES = {'"': '"', "«": "»"}
LONGEST_QUOTED = 12
LONGEST_BODY = 24
CAPITALISED = frozenset((CAPITAL, UPPER, LETTER, MONTH, BODY, KNOWN, ADJECTIVE, NO_BODY, NO_BODY_LETTERS, OFFICE))
"""Classes of words that go on a body's name where they have a capital."""
NAMED_WITH_OF = frozenset(("state", "agency", "network", "association", "other", "foundation", "european_body", "international_body"))
"""Kinds whose name may go on after `and`: `ministère du Travail et de l'Emploi`, `Department for Culture and Sport`."""


@dataclass(frozen=True, slots=True)
class BodyMention:
    """Words that name a body: from word `first` to word `last`, the latter not included."""

    first: int
    last: int
    name: str
    kind: str
    rule: str
    head: str = ""
    """The noun, in small letters."""
    short: bool = False
    """The noun alone with a capital: `la Métropole`, `the Council`: stands for a body named elsewhere."""
    acronym: str | None = None
    parent_last: int = 0
    """Of a commission with its parent after it: one past the last word of the long form."""


def body_mentions(t: Tokens, head_first: bool, people: frozenset[int], after_name: frozenset[str]) -> tuple[BodyMention, ...]:
    """The bodies named by a noun or by well-known letters, in reading order. `people` holds the words that name a person."""
    found: list[BodyMention] = []
    position = 0
    while position < len(t):
        mention = None
        if position in people:
            position += 1
            continue
        if t.is_class(position, BODY):
            mention = _quoted(t, position) or (_head_first(t, position, people) if head_first else None)
        if mention is None and t.is_class(position, KNOWN):
            mention = BodyMention(position, position + 1, t.text(position), str(t.units.values[position]), "well-known body")
        if mention is None and t.capital(position) and not t.shouting:
            mention = _capitals(t, position, head_first, people, after_name)
        if mention is None:
            position += 1
            continue
        found.append(_with_acronym(t, mention))
        position = max(mention.last, position + 1)
    return tuple(found)


def _head(t: Tokens, position: int) -> str:
    return t.text(position).lower()


def _quoted(t: Tokens, head: int) -> BodyMention | None:
    """A noun and a name between quotation marks: `commission "Europe"`, with its parent after it or between them."""
    mark = head + 1
    while t.is_class(mark, ADJECTIVE) and mark - head < 3:
        mark += 1
    closing = QUOTES.get(t.text(mark))
    if closing is None or t.units.values[head] in ("local_authority", "state", "agency", "media"):
        return None
    for last in range(mark + 1, min(len(t), mark + 1 + LONGEST_QUOTED)):
        if t.text(last) == closing:
            return BodyMention(head, last + 1, t.words(head, last + 1), str(t.units.values[head]), "noun and quoted name", head=_head(t, head))
    return None


def _capital_run(t: Tokens, position: int, people: frozenset[int]) -> int:
    """One past the last of the words with capitals that stand together."""
    while position < len(t) and position not in people:
        if t.capital(position) and t.classes[position] in CAPITALISED:
            position += 1
        elif t.is_class(position, PARTICLE) and t.capital(position) and t.capital(position + 1):
            position += 1
        elif t.is_class(position, NUMBER) and t.text(position).isdigit() and len(t.text(position)) <= 2 and t.capital(position - 1) and not t.joined(position):
            position += 1
        elif t.text(position) == "&" and t.capital(position - 1) and t.capital(position + 1):
            position += 1
        elif t.text(position) in "-–'" and t.joined(position) and t.joined(position + 1) and t.capital(position + 1):
            position += 1
        else:
            break
    return position


def _head_first(t: Tokens, head: int, people: frozenset[int]) -> BodyMention | None:
    """A noun with its adjectives and complements: `université de Lille`, `Confédération générale des SCOP et des SCIC`."""
    kind = str(t.units.values[head])
    own_capital = t.capital(head) and not t.first_of_sentence(head) and not t.shouting
    alone = t.first_of_sentence(head) and t.capital(head) and not t.shouting
    position = good = head + 1
    proper = complements = 0
    broken = False
    while position - head < LONGEST_BODY:
        if not t.shouting and (after := _capital_run(t, position, people)) > position:
            position = good = after
            proper += 1
        elif proper and complements and kind == "state" and t.is_class(position, WORD) and _goes_on(t, position + 1, kind):
            position = good = position + 1
        elif t.is_class(position, ADJECTIVE):
            position += 1
            good = position if own_capital or proper or alone else good
        elif t.shouting and complements and t.is_class(position, CAPITAL, UPPER) and not proper:
            position = good = position + 1
            proper += 1
        elif t.is_class(position, OF) or (t.is_class(position, FOR, AT) and not broken and _leads_on(t, position)):
            if not _complement(t, position + 1, own_capital or alone or kind == "state"):
                break
            position += 1
            complements += 1
            if not t.capital(position) and not t.shouting:
                position += 1
                good = position if own_capital or alone else good
        elif (t.is_class(position, AND) or t.text(position) == ",") and complements and kind in NAMED_WITH_OF and _goes_on(t, position, kind):
            position += 1
        else:
            break
    if not proper and kind == "state" and not t.shouting and t.text(head).lower() in t.block.lexicon.setting("organisations", "named_in_small_letters", ()):
        good = position if complements else good
        proper = complements
    if proper == 0 and not own_capital and not alone:
        return None
    if good == head + 1:
        closed = " " in t.text(head)
        if own_capital or closed:
            return BodyMention(head, good, t.words(head, good), kind, "noun alone", head=_head(t, head), short=not closed)
        return None
    if alone and not proper and good - head < 3:
        return None
    return BodyMention(head, good, t.words(head, good), kind, "noun and complement", head=_head(t, head))


def _leads_on(t: Tokens, position: int) -> bool:
    """Whether `pour`, `à`, `en` go on with a name: what follows has a capital."""
    return t.capital(position + 1) and not t.shouting


def _complement(t: Tokens, position: int, small_letters: bool) -> bool:
    """Whether a word may be the complement of a body's noun; one in small letters only where the noun has a capital of its own."""
    if t.capital(position) and t.classes[position] in CAPITALISED:
        return True
    return small_letters and t.is_class(position, WORD, BODY, NO_BODY, ADJECTIVE, OFFICE) and t.text(position)[0].isalpha()


def _goes_on(t: Tokens, position: int, kind: str) -> bool:
    """Whether after `et` or a comma a complement like the first one follows: `des SCOP et des SCIC`, `du Travail, du Plein emploi et de …`."""
    after = position + 1
    if not t.is_class(after, OF) or (t.is_class(after + 1, BODY, KNOWN) and not (t.text(after + 1).isupper() and t.text(after) == "des")):
        return False
    if t.is_class(position, AND):
        return True
    return any(t.is_class(n, AND) and t.is_class(n + 1, OF) and not t.is_class(n + 2, BODY) for n in range(after, min(len(t), after + 6)))


def _capitals(t: Tokens, first: int, head_first: bool, people: frozenset[int], after_name: frozenset[str]) -> BodyMention | None:
    """Words with capitals that hold a body's noun: `Nantes Métropole`, `Leeds City Council`, `University of Leeds`."""
    if not (t.classes[first] in CAPITALISED and t.classes[first] != OFFICE):
        return None
    last = _capital_run(t, first, people)
    if last == first:
        return None
    heads = [n for n in range(first, last) if t.is_class(n, BODY)]
    if head_first:
        if not heads and t.is_class(last, BODY) and t.text(last) in after_name and not t.first_of_sentence(last):
            return BodyMention(first, last + 1, t.words(first, last + 1), str(t.units.values[last]), "name and noun", head=t.text(last))
        if not heads or last - first < 2 or heads[0] == first:
            return None
        return _named(t, first, last, heads[-1]) if not t.is_class(last - 1, NO_BODY) else None
    return next(_segments(t, first, people), None)


def _segments(t: Tokens, first: int, people: frozenset[int]) -> Iterator[BodyMention]:
    """The first body among words with capitals joined by `of`, `for`, `and`."""
    last = _capital_run(t, first, people)
    heads = [n for n in range(first, last) if t.is_class(n, BODY)]
    while last < len(t) and last - first < LONGEST_BODY:
        if t.text(last) == "'s" and not heads:
            after = _capital_run(t, last + 1, people)
        elif t.is_class(last, OF, FOR, AT) and (heads or not t.is_class(last, AT)):
            after = _capital_run(t, last + 1, people)
            if t.is_class(last, AT) and after > last + 1 and not t.is_class(heads[-1], BODY):
                break
            if t.is_class(last, AT):
                break
        elif t.is_class(last, AND) or t.text(last) == ",":
            after = _joined_by_and(t, first, last, heads, people)
        else:
            break
        if after <= last + 1:
            break
        heads += [n for n in range(last + 1, after) if t.is_class(n, BODY)]
        last = after
    if not heads:
        return
    of = [n for n in range(first, last) if t.is_class(n, OF, FOR)]
    core = (of[0] if of else last) - 1
    if t.is_class(core, NO_BODY) or t.is_class(last - 1, NO_BODY):
        return
    if of and not any(h < of[0] for h in heads):
        first = of[-1] + 1 if heads[-1] > of[-1] else first
    head = next((h for h in heads if of and h == of[0] - 1), heads[-1])
    yield _named(t, first, last, head)


def _joined_by_and(t: Tokens, first: int, joint: int, heads: list[int], people: frozenset[int]) -> int:
    """One past the words after `and` or a comma that belong to the name before it; `joint` where none do."""
    after = _capital_run(t, joint + 1, people)
    if after == joint + 1:
        return joint
    more = [n for n in range(joint + 1, after) if t.is_class(n, BODY)]
    if heads:
        purpose = any(t.is_class(n, OF, FOR) for n in range(first, joint)) and t.units.values[heads[-1]] in NAMED_WITH_OF
        if not purpose or more or t.is_class(joint + 1, KNOWN):
            return joint
        if t.text(joint) == ",":
            closing = any(t.is_class(n, AND) and t.capital(n + 1) for n in range(after, min(len(t), after + 4)))
            return after if closing and after - joint <= 3 else joint
        return after
    if t.text(joint) == "," or joint - first > 1 or t.is_class(first, UPPER, KNOWN) or not more or more[0] == joint + 1 and joint - first > 1:
        return joint
    return after if after - joint > 2 else joint


def _named(t: Tokens, first: int, last: int, head: int) -> BodyMention:
    short = last - first == 1 and " " not in t.text(first)
    return BodyMention(first, last, t.words(first, last), str(t.units.values[head]), "words with capitals and a noun", head=_head(t, head), short=short)


def _with_acronym(t: Tokens, mention: BodyMention) -> BodyMention:
    """The same mention with the acronym in brackets after it: `Agence nationale de la cohésion des territoires (ANCT)`."""
    letters = bracketed_letters(t, mention.last)
    return replace(mention, acronym=letters) if letters else mention


def bracketed_letters(t: Tokens, position: int) -> str | None:
    """Letters in brackets at a word: `(ANCT)`, `("the NPA")` gives none."""
    if t.text(position) != "(":
        return None
    first = position + 1
    while t.text(first) in ('"', "«", "'") or t.is_class(first, PARTICLE):
        first += 1
    last = first
    while last < len(t) and last - first < 4 and t.text(last) not in (")", '"', "»", "'", ",", ";"):
        last += 1
    written = t.words(first, last) if last > first else ""
    if t.text(last) in ")\"»'" and 2 <= len(written) <= 12 and sum(c.isupper() for c in written) * 2 >= len(written) and " " not in written:
        return written
    return None
