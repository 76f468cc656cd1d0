"""Vocabularies: the entries of a family of lexicon files, and how they are found among the words of a text.

- Word by word, never inside a word (`conseil` is not found in `conseillère`), the longest entry first;
- small letters of an entry match capitals too, its capital letters match capitals only (`ONU` is not found in `onu`);
- accents count, but a capital letter of the text may lack its accent (`Economie`, `MINISTERE`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import Any, NamedTuple

from partnership_analysis.language.words import SEAM, Words, form_words, split_words, without_accents


class Entry(NamedTuple):
    """One entry of a vocabulary: its form as the lexicon writes it, its class, and its value where the class has values."""

    form: str
    word_class: str
    value: Any


class Hit(NamedTuple):
    """Where an entry stands among words: from word `first` to word `last`, the latter not included."""

    first: int
    last: int
    entry: Entry


class _Known(NamedTuple):
    """What a vocabulary knows of a row of words in small letters: the entry that holds however they are written, or entries by their writing."""

    sure: Entry | None
    written: tuple[tuple[str, Entry], ...]
    """Each entry with its words as the lexicon writes them."""


class _Head(NamedTuple):
    """What a vocabulary knows of a first word: what it is alone, and how many words the entries have that go on with a second one, the most first."""

    alone: _Known | None
    further: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The entries of a family, found by their words."""

    entries: tuple[Entry, ...]
    splitter: re.Pattern[str]

    @cached_property
    def by_class(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries of each class, in file order."""
        classes: dict[str, list[Entry]] = {}
        for entry in self.entries:
            classes.setdefault(entry.word_class, []).append(entry)
        return {name: tuple(entries) for name, entries in classes.items()}

    @cached_property
    def _known(self) -> Mapping[str, _Known]:
        """The entries by their words in small letters; of entries that differ in capitals or accents only, the one with more capitals first."""
        forms: dict[str, list[tuple[str, Entry]]] = {}
        bare: list[tuple[str, tuple[str, Entry]]] = []
        for entry in self.entries:
            written = SEAM.join(form_words(entry.form, self.splitter))
            small = written.lower()
            forms.setdefault(small, []).append((written, entry))
            plain = without_accents(small)
            if plain != small:
                bare.append((plain, (written, entry)))
        for entries in (several for several in forms.values() if len(several) > 1):
            entries.sort(key=lambda one: -sum(c.isupper() for c in one[1].form))
        for plain, one in bare:
            forms.setdefault(plain, []).append(one)
        return {small: _Known(known[0][1] if known[0][0] == small else None, tuple(known)) for small, known in forms.items()}

    @cached_property
    def _heads(self) -> Mapping[str, _Head]:
        """What is known of the words that entries begin with."""
        further: dict[str, dict[str, set[int]]] = {}
        for small in self._known:
            first, *more = small.split(SEAM)
            lengths = further.setdefault(first, {})
            if more:
                lengths.setdefault(more[0], set()).add(1 + len(more))
        return {
            first: _Head(self._known.get(first), {second: tuple(sorted(several, reverse=True)) for second, several in lengths.items()})
            for first, lengths in further.items()
        }

    @cached_property
    def plain(self) -> Mapping[str, Entry]:
        """The entries of one word that hold however it is written and whatever follows, by that word in small letters."""
        return {first: head.alone.sure for first, head in self._heads.items() if head.alone and head.alone.sure and not head.further}

    @cached_property
    def _other_heads(self) -> Mapping[str, _Head]:
        """The first words of all other entries."""
        return {first: head for first, head in self._heads.items() if first not in self.plain}

    def search(self, words: Words) -> list[Hit]:
        """The entries found among the words of a text, leftmost and longest first, none overlapping."""
        return [Hit(*hit) for hit in self._found(words, self._heads)]

    def others(self, words: Words) -> list[tuple[int, int, Entry]]:
        """The entries found but the plain ones, as tuples like a `Hit`. A plain entry among the words of one of them is part of it."""
        return self._found(words, self._other_heads)

    def _found(self, words: Words, heads: Mapping[str, _Head]) -> list[tuple[int, int, Entry]]:
        small = words.small
        hits: list[tuple[int, int, Entry]] = []
        reached, end = 0, len(small) - 1
        for first in compress(range(end + 1), map(heads.__contains__, small)):
            if first < reached:
                continue
            known, further = heads[small[first]]
            length = 1
            if further and first < end and (lengths := further.get(small[first + 1])):
                several, length = self._longest(small, first, lengths)
                known = several or known
            if known is None:
                continue
            reached = first + length
            entry = known.sure or _as_written(known.written, SEAM.join(words.pieces(first, reached)))
            if entry is not None:
                hits.append((first, reached, entry))
        return hits

    def _longest(self, small: Sequence[str], first: int, lengths: Sequence[int]) -> tuple[_Known | None, int]:
        """What is known of the longest of several rows of words from one word on, and its length; None and 1 where nothing is."""
        for length in lengths:
            if first + length <= len(small) and (known := self._known.get(SEAM.join(small[first : first + length]))) is not None:
                return known, length
        return None, 1

    def find(self, form: str) -> Entry | None:
        """The entry that a text is, whole, or None."""
        words = split_words(form, self.splitter)
        for hit in self.search(words):
            if hit.first == 0 and hit.last == len(words.starts):
                return hit.entry
        return None


def _as_written(entries: Sequence[tuple[str, Entry]], found: str) -> Entry | None:
    """The first entry whose capitals and accents the text's words agree with."""
    small = found.lower()
    return next((entry for form, entry in entries if form in (found, small) or _capitals_agree(form, found)), None)


def _capitals_agree(form: str, found: str) -> bool:
    """Whether capitals of the entry are capitals in the text, and a missing accent stands on a capital."""
    return all(
        wanted == there
        or (wanted == there.lower() if not wanted.isupper() else False)
        or (there.isupper() and without_accents(wanted).upper() == there)
        for wanted, there in zip(form, found, strict=True)
    )
