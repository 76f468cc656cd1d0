"""Bodies known by the list they stand in: each item a name and nothing else, some of them bodies already.

Two shapes: names between dashes in one block (`Orvanne Métropole – Keoris – Région Brume – SETRA`), and list items under a line that announces
bodies (`Partenaires :`, `## Structures associées`).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from partnership_analysis.extraction.brackets import BodyMention
from partnership_analysis.extraction.proper_names import whole_name
from partnership_analysis.extraction.tokens import ARTICLES, OF, Tokens, words_of

DASHES = frozenset("–—•|")
LEAST_DASHED = 4
LEAST_KNOWN = 2
"""Bodies among names between dashes from which the others are bodies too."""
LONGEST_ITEM = 9
LONGEST_LABEL = 8
LABEL_NOUN = 3
"""Words at the start of a label among which its noun stands."""


@dataclass(frozen=True, slots=True)
class _Item:
    """One name of a list: its block and words, and whether a body is known there."""

    block: int
    first: int
    last: int
    known: bool


def bodies_in_lists(read: Sequence[Tokens], found: Sequence[list[BodyMention]], people: Sequence[Collection[int]]) -> None:
    """Add to the mentions of each block the names that are bodies by the list they stand in."""
    for group, least in _groups(read, found, people):
        if sum(item.known for item in group) < least:
            continue
        for item in group:
            if not item.known:
                name = read[item.block].words(item.first, item.last)
                found[item.block].append(BodyMention(item.first, item.last, name, "other", "in a list of bodies"))
                found[item.block].sort(key=lambda mention: mention.first)


def _groups(read: Sequence[Tokens], found: Sequence[list[BodyMention]], people: Sequence[Collection[int]]) -> Iterator[tuple[list[_Item], int]]:
    """The lists whose every item is a name, with how many of them must be bodies already."""
    announced = False
    below: list[_Item] = []
    whole = True
    for number, t in enumerate(read):
        kind = t.block.block.kind
        if kind == "list_item" and announced:
            item = _item(t, number, 0, t.size, found[number], people[number]) if t.size <= LONGEST_ITEM else None
            whole = whole and item is not None
            below += [item] if item is not None else []
            continue
        if whole and len(below) > 1:
            yield below, 1
        below, whole = [], True
        announced = _announces(t)
        if kind != "list_item" and sum(t.texts.count(dash) for dash in DASHES) >= LEAST_DASHED - 1:
            items = _dashed(t, number, found[number], people[number])
            if len(items) >= LEAST_DASHED:
                yield items, LEAST_KNOWN
    if whole and len(below) > 1:
        yield below, 1


def _announces(t: Tokens) -> bool:
    """Whether a line announces bodies: `Partenaires :`, `Les structures associées :`."""
    if t.size > LONGEST_LABEL or not (t.block.block.kind == "heading" or t.texts[t.size - 1] == ":"):
        return False
    nouns = words_of(t.block.lexicon, "names", "bodies_in_brackets")
    return any(text.lower() in nouns for text in t.texts[:LABEL_NOUN])


def _dashed(t: Tokens, number: int, found: Sequence[BodyMention], people: Collection[int]) -> list[_Item]:
    """The names between the dashes of a block; none where something else stands among them."""
    edges = [-1, *(n for n in range(t.size) if t.texts[n] in DASHES), t.size]
    items = [_item(t, number, before + 1, after, found, people) for before, after in pairwise(edges) if after > before + 1]
    return [item for item in items if item is not None] if all(items) else []


def _item(t: Tokens, number: int, first: int, last: int, found: Sequence[BodyMention], people: Collection[int]) -> _Item | None:
    """The name that words are, without an article before and a sign or bracket behind it."""
    while t.classes[first] in ARTICLES and not t.capital[first]:
        first += 1
    known = next((mention for mention in found if mention.first <= first < mention.last), None)
    end = known.last if known is not None else whole_name(t, first, people)
    if end <= first or end > last or t.classes[end] in OF:
        return None
    after = next((n + 1 for n in range(end, last) if t.texts[n] == ")"), end) if t.texts[end] == "(" else end
    if after < last and not (after == last - 1 and t.texts[after] in (".", ";", ",")):
        return None
    return _Item(number, first, end, known is not None)
