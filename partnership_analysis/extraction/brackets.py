"""A body's mention, and what stands in brackets after it: its letters, or what the report calls it from then on."""

from dataclasses import dataclass, replace

from partnership_analysis.extraction.tokens import ARTICLES, FUNCTION, INDEFINITE, NO_BODY_LETTERS, Tokens, words_of

LONGEST_CALL = 6
"""Words of a bracket's beginning that say that another name follows: `also known as`."""
LONGEST_NOTE = 14
"""Words between a body and the bracket that says what it is called."""
NOTE_ENDS = ("(", ")", ",", ".", ";", ":")


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
    alias: str | None = None
    """What the report says to call it: `(hereinafter "the Authority")`."""
    bare: str = ""
    """The proper name without its noun: `Vauban` in `lycée Vauban`."""
    other: tuple[str, ...] = ()
    """Longer or shorter forms that stand at the same place."""


def with_brackets(t: Tokens, mention: BodyMention) -> BodyMention:
    """The same mention with what stands in brackets after it: its letters `(ANCV)`, or what it is called: `("the Authority")`, be it
    behind what it is: `Toits Verts, a network of 38 charities ("the Network")`.
    """
    bracket = mention.last
    if t.texts[bracket] == "," and t.classes[bracket + 1] in INDEFINITE:
        bracket = next((n for n in range(bracket + 2, min(t.size, bracket + LONGEST_NOTE)) if t.texts[n] in NOTE_ENDS), t.size)
    if t.texts[bracket] != "(":
        return mention
    letters = bracketed_letters(t, bracket) if bracket == mention.last else None
    if letters and letters != mention.name and t.classes[bracket + 1] not in NO_BODY_LETTERS:
        return replace(mention, acronym=letters)
    if t.classes[bracket + 1] in ARTICLES and t.classes[bracket + 1] not in INDEFINITE and t.capital[bracket + 2]:
        closed = next((n for n in range(bracket + 3, min(t.size, bracket + LONGEST_CALL)) if t.texts[n] in NOTE_ENDS), 0)
        if closed and t.texts[closed] == ")":
            return replace(mention, alias=t.words(bracket + 2, closed))  # `Lille City Council (the Council)`
    called = words_of(t.block.lexicon, "organisations", "also_called")
    name = next(
        (n for n in range(min(t.size, bracket + LONGEST_CALL) - 1, bracket + 1, -1) if called and t.words(bracket + 1, n).lower() in called), 0
    )
    closed = next((n for n in range(name, min(t.size, name + LONGEST_NOTE)) if t.texts[n] == ")"), 0) if name else 0
    name += t.classes[name] in ARTICLES and closed > 0
    if closed > name and t.capital[name]:
        return replace(mention, alias=t.words(name, closed))
    for first in range(bracket + 1, min(t.size, bracket + 7)):
        if t.texts[first] in ('"', "«", "'"):
            opened = first + 1
            while t.classes[opened] in ARTICLES:
                opened += 1
            last = opened
            while last < t.size and last - opened < 6 and t.texts[last] not in ('"', "»", "'", ")"):
                last += 1
            return replace(mention, alias=t.words(opened, last)) if last > opened else mention
    return mention


def past_brackets(t: Tokens, position: int, *, soft: bool = False) -> int:
    """One past the letters in brackets at a word; the word itself where there are none. `soft` as in `bracketed_letters`."""
    if bracketed_letters(t, position, soft=soft) is None:
        return position
    while position < t.size and t.texts[position] != ")":
        position += 1
    return min(position + 1, t.size)


def bracketed_letters(t: Tokens, position: int, *, soft: bool = False) -> str | None:
    """Letters in brackets at a word: `(ANCV)`, `(the "NPA")`; `soft` takes `(Énap)` too, which its long form must prove."""
    if t.texts[position] != "(":
        return None
    first = position + 1
    while t.texts[first] in ('"', "«", "'") or (t.classes[first] in ARTICLES + FUNCTION and not t.capital[first]):
        first += 1
    last = first
    while last < t.size and last - first < 4 and t.texts[last] not in (")", '"', "»", "'", ",", ";"):
        last += 1
    written = t.words(first, last) if last > first else ""
    letters = written.rstrip("0123456789 ")
    if (
        t.texts[last] in (")", '"', "»", "'")
        and 2 <= len(letters) <= 12
        and " " not in letters
        and (soft or sum(c.isupper() for c in letters) * 2 >= len(letters))
    ):
        return written if written[0].isupper() else None
    return None
