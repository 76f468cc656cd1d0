"""Lexicons: the words of a language, as data, and the automata that find them.

A language is a folder of `lexicons/`; `all/` holds what every language shares. A file `NAME.toml` holds word classes (keys in
capitals: a list of entries, or a table from entry to value) and settings (keys in small letters). Several files read together
are a family and become one automaton, longest entry first. How entries match:

- word by word, never inside a word (`conseil` is not found in `conseillère`);
- small letters of an entry match capitals too, its capital letters match capitals only (`ONU` is not found in `onu`);
- accents count, but a capital letter of the text may lack its accent (`Economie`, `MINISTERE`).
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from partnership_analysis.errors import LexiconError

FOLDER = Path(__file__).parent.parent / "lexicons"
SHARED = "all"
PAD = " "


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


class Words:
    """The words of a text and where each starts and ends; how the automata of all families read them is worked out once."""

    __slots__ = ("__dict__", "ends", "looks", "starts", "text")

    def __init__(self, text: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends
        self.looks: list[str] | None = None
        """The class of each word by its looks, once a family has been scanned."""

    @cached_property
    def pieces(self) -> list[str]:
        """The words themselves."""
        text = self.text
        return [text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]

    @cached_property
    def padded(self) -> tuple[str, str, Mapping[int, int]]:
        """Each word between two spaces: ` adjoint  au  maire `; the same in small letters (a letter whose small form is longer stays);
        and where the space before a word stands: the word's number, at the end of all of them how many there are.
        """
        pieces = self.pieces
        padded = PAD + (PAD + PAD).join(pieces) + PAD
        small = padded.lower()
        if len(small) != len(padded):
            small = PAD + (PAD + PAD).join(piece.lower() if len(piece.lower()) == len(piece) else piece for piece in pieces) + PAD
        position, places = 0, {}
        for number, piece in enumerate(pieces):
            places[position] = number
            position += len(piece) + 2
        places[position] = len(pieces)
        return padded, small, places


@dataclass(frozen=True)
class Vocabulary:
    """The entries of a family and the automaton that finds them."""

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
    def _patterns(self) -> dict[str, tuple[Entry, ...]]:
        """The entries by their words in small letters; of entries that differ in capitals or accents only, the one with more capitals first."""
        patterns: dict[str, list[Entry]] = {}
        bare: list[tuple[str, Entry]] = []
        for entry in self.entries:
            padded = padded_words(entry.form, self.splitter).lower()
            patterns.setdefault(padded, []).append(entry)
            plain = without_accents(padded)
            if plain != padded:
                bare.append((plain, entry))
        for entries in patterns.values():
            entries.sort(key=lambda entry: -sum(c.isupper() for c in entry.form))
        for plain, entry in bare:
            patterns.setdefault(plain, []).append(entry)
        return {padded: tuple(entries) for padded, entries in patterns.items()}

    @cached_property
    def _automaton(self) -> tuple[AhoCorasick, tuple[Entry | None, ...], tuple[tuple[tuple[Entry, str, bool], ...], ...]]:
        """The automaton; by the index of a pattern the entry that holds wherever it is found, where its capitals and accents leave no doubt,
        and its entries, each with its padded words and whether they hold no capital.
        """
        padded = ([(entry, padded_words(entry.form, self.splitter)) for entry in entries] for entries in self._patterns.values())
        candidates = tuple(tuple((entry, form, form == form.lower()) for entry, form in entries) for entries in padded)
        sure = tuple(known[0][0] if known[0][1] == pattern else None for pattern, known in zip(self._patterns, candidates, strict=True))
        return AhoCorasick(list(self._patterns), matchkind=MatchKind.LeftmostLongest), sure, candidates

    def search(self, words: Words) -> list[Hit]:
        """The entries found among the words of a text, leftmost and longest first, none overlapping."""
        return [Hit(first, last, entry) for first, last, entry in self.found(words)]

    def found(self, words: Words) -> list[tuple[int, int, Entry]]:
        """The same as plain tuples, for the many words of a scan."""
        if not self.entries or not words.starts:
            return []
        original, small, places = words.padded
        automaton, sure, entries = self._automaton
        hits: list[tuple[int, int, Entry]] = []
        for index, start, end in automaton.find_matches_as_indexes(small):
            known = sure[index]
            if known is not None:
                hits.append((places[start], places[end], known))
                continue
            found = original[start:end]
            for entry, form, plain in entries[index]:
                if found == form or (plain and small[start:end] == form) or _capitals_agree(form, found):
                    hits.append((places[start], places[end], entry))
                    break
        return hits

    def find(self, form: str) -> Entry | None:
        """The entry that a text is, whole, or None."""
        words = split_words(form, self.splitter)
        for hit in self.search(words):
            if hit.first == 0 and hit.last == len(words.starts):
                return hit.entry
        return None


def _capitals_agree(form: str, found: str) -> bool:
    """Whether capitals of the entry are capitals in the text, and a missing accent stands on a capital."""
    return all(
        wanted == there
        or (wanted == there.lower() if not wanted.isupper() else False)
        or (there.isupper() and without_accents(wanted).upper() == there)
        for wanted, there in zip(form, found, strict=True)
    )


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language. `language` is its code; `names` the files it holds."""

    language: str
    files: Mapping[str, Mapping[str, Any]] = field(repr=False)

    def setting(self, file: str, key: str, default: Any = None) -> Any:
        """The value of a key in small letters of a file."""
        return self.files.get(file, {}).get(key, default)

    @cached_property
    def splitter(self) -> re.Pattern[str]:
        """The expression that splits a text of this language into words; see `word_splitter`."""
        return word_splitter(tuple(self.setting("language", "elisions", ())))

    @cached_property
    def hyphenated(self) -> frozenset[str]:
        """The words with a hyphen that stand in any file, in small letters: at a line end they keep it."""
        found: set[str] = set()
        waiting: list[object] = list(self.files.values())
        while waiting:
            value = waiting.pop()
            if isinstance(value, str):
                found.update(word.lower() for word in value.split() if "-" in word[1:-1])
            elif isinstance(value, Mapping):
                waiting.extend(value)
                waiting.extend(value.values())
            elif isinstance(value, list | tuple):
                waiting.extend(value)
        return frozenset(found)

    def vocabulary(self, *files: str) -> Vocabulary:
        """The vocabulary of a family: the classes of the files named, as one automaton.

        Raises: LexiconError: an entry stands twice in the family.
        """
        return _vocabulary(self, files)


@cache
def _vocabulary(lexicon: Lexicon, files: Sequence[str]) -> Vocabulary:
    entries: list[Entry] = []
    seen: dict[str, str] = {}
    for name in files:
        for key, value in lexicon.files.get(name, {}).items():
            if not key.isupper():
                continue
            forms = value.items() if isinstance(value, Mapping) else ((form, None) for form in value)
            for form, meaning in forms:
                place = f"{lexicon.language}/{name}.toml {key}"
                if form in seen:
                    raise LexiconError(place, f"'{form}' stands already in {seen[form]}", "keep it in one class of the family")
                if not split_words(form, lexicon.splitter).starts:
                    raise LexiconError(place, f"'{form}' holds no word", "take it out")
                seen[form] = place
                entries.append(Entry(form, key, meaning))
    return Vocabulary(tuple(entries), lexicon.splitter)


@cache
def load_lexicon(language: str, folder: Path | None = None) -> Lexicon:
    """The lexicon of a language: its own files, and those of `all/` beside them (same file, same key: entries of both).

    `folder` holds the languages; that of the package where None. Raises: LexiconError: no such language, or a file that is no TOML.
    """
    folder = folder or FOLDER
    own = folder / language
    if not re.fullmatch(r"[a-z]{2,3}", language) or not (own / "language.toml").is_file():
        allowed = ", ".join(languages(folder))
        raise LexiconError(f"language '{language}'", "no such lexicon", f"use one of {allowed}")
    files: dict[str, dict[str, Any]] = {}
    for path in sorted((folder / SHARED).glob("*.toml")) + sorted(own.glob("*.toml")):
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(f"{path.parent.name}/{path.name}", f"not TOML ({error})", "mend the line named") from error
        merged = files.setdefault(path.stem, {})
        for key, value in content.items():
            if isinstance(value, list) and isinstance(merged.get(key), list):
                merged[key] = merged[key] + value
            elif isinstance(value, dict) and isinstance(merged.get(key), dict):
                merged[key] = merged[key] | value
            else:
                merged[key] = value
    return Lexicon(language, files)


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """The codes of the languages that have a lexicon, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in (folder or FOLDER).glob("*/language.toml") if path.parent.name != SHARED))


@cache
def word_splitter(elisions: tuple[str, ...]) -> re.Pattern[str]:
    """Words as rules see them: an elided article with its apostrophe (`l'`), letters with inner hyphens and apostrophes
    (`vice-présidente`, `Velo'Rives`), capitals around a digit (`CC3V`), an English possessive (`'s`), a run of digits, any other sign by itself.
    """
    letters = r"[^\W\d_]"
    elided = rf"(?i:\b(?:{'|'.join(elisions)}))'(?={letters})|" if elisions else ""
    return re.compile(rf"{elided}\b[A-Z]++\d[A-Z]++(?![^\W_])|{letters}++(?:[-'](?!s\b){letters}++)*+|'s\b|\d++|[^\s]")


def split_words(text: str, splitter: re.Pattern[str]) -> Words:
    """The words of a view's text and where each starts and ends."""
    spans = [match.span() for match in splitter.finditer(text)]
    return Words(text, [start for start, _ in spans], [end for _, end in spans])


@cache
def padded_words(form: str, splitter: re.Pattern[str]) -> str:
    """The words of an entry, each between two spaces: ` adjoint  au  maire `. A last elided word keeps its apostrophe: ` de  l' `."""
    words = split_words(f"{form}x" if form.endswith("'") else form, splitter)
    pieces = [form[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    return PAD + (PAD + PAD).join(piece for piece in pieces if piece) + PAD


@cache
def without_accents(text: str) -> str:
    """The same letters without accents; letters that would change in number stay."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return plain if len(plain) == len(text) else text
