"""First words that stand for a whole name: `Marlow sent a nurse` where the report names the Marlow Institute of Health before.

The word stands for the one body whose name begins with it, where the report has it do what bodies do, and never tells of something that
took place in it, as one does of a town. A town's authority is meant only where the word itself acts.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from partnership_analysis.extraction.tokens import ANY_OFFICE, AT, CAPITAL, DEED, MONTH, OF, SAID, VERB, WITH, Tokens, fold, words_of

SHORTEST = 4
"""Letters of the shortest such word."""


@dataclass(frozen=True, slots=True)
class LoneWord:
    """A first word that stands alone: where, and whether it acts there."""

    block: int
    unit: int
    acts: bool


def first_words(names: Sequence[Sequence[str]], links: Collection[str]) -> dict[str, int]:
    """The bodies, by number, that each first word of a name may stand for, folded; `names` holds all the names of each body.

    A word that another body's name has too stands for neither, but behind one of the `links`: `Friends of Marlow`.
    """
    owners: dict[str, set[int]] = {}
    for number, forms in enumerate(names):
        for form in forms:
            for before, word in pairwise(("", *fold(form).split(" "))):
                if before not in links:
                    owners.setdefault(word, set()).add(number)
    found: dict[str, int] = {}
    for number, forms in enumerate(names):
        first, *more = fold(forms[0]).split(" ")
        if more and len(first) >= SHORTEST and first.isalpha() and owners.get(first) == {number}:
            found[first] = number
    return found


def lone_words(read: Sequence[Tokens], owners: Mapping[str, int], taken: Sequence[Collection[int]]) -> dict[int, list[LoneWord]]:
    """The places where a first word stands alone, by the body that it stands for; none of a body whose word is a place's too."""
    found: dict[int, list[LoneWord]] = {}
    places: set[int] = set()
    if not owners:
        return found
    for number, t in enumerate(read):
        at_body = words_of(t.block.lexicon, "organisations", "at_body")
        has = words_of(t.block.lexicon, "names", "singular_verbs")
        for unit in t.marks:
            if t.classes[unit] not in CAPITAL or (owner := owners.get(fold(t.texts[unit]))) is None or unit in taken[number]:
                continue
            beside = t.capital[unit - 1] and t.classes[unit - 1] not in MONTH and not t.first_of_sentence(unit - 1)
            if t.capital[unit + 1] or beside or t.shouting:
                continue
            before, after = t.classes[unit - 1], t.classes[unit + 1]
            if before in AT and t.texts[unit - 1].lower() not in at_body:
                places.add(owner)
                continue
            does = after in VERB + SAID and t.texts[unit + 1].lower() not in has
            led = before in OF and t.classes[unit - 2] in ANY_OFFICE
            found.setdefault(owner, []).append(LoneWord(number, unit, does or led or before in WITH + DEED))
    return {owner: words for owner, words in found.items() if owner not in places and any(word.acts for word in words)}
