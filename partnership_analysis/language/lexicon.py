"""Lexicons: the words of a language, as data, and how they are found.

A language is a folder of `lexicons/`; `all/` holds what every language shares. A file `NAME.toml` holds word classes (keys in
capitals: a list of entries, or a table from entry to value) and settings (keys in small letters). Several files read together
are a family, read together, longest entry first. How entries match:

- word by word, never inside a word (`conseil` is not found in `conseillère`);
- small letters of an entry match capitals too, its capital letters match capitals only (`ONU` is not found in `onu`);
- accents count, but a capital letter of the text may lack its accent (`Economie`, `MINISTERE`).
"""

import re
import tomllib
import unicodedata
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import compress
from pathlib import Path
from sys import intern
from typing import Any, NamedTuple

from partnership_analysis.errors import LexiconError

FOLDER = Path(__file__).parent.parent / "lexicons"
SHARED = "all"
SEAM = "\0"
"""Between words that are looked up together; no word holds one."""


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
    """The words of a text and where each starts and ends; how vocabularies read them is worked out once."""

    __slots__ = ("__dict__", "ends", "looks", "starts", "text")

    def __init__(self, text: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends
        self.looks: str | None = None
        """The class of each word by its looks, one character a word, once a family has been scanned."""

    def pieces(self, first: int = 0, last: int | None = None) -> list[str]:
        """The words themselves, from one to another, the latter not included."""
        text = self.text
        return [text[start:end] for start, end in zip(self.starts[first:last], self.ends[first:last], strict=True)]

    @cached_property
    def small(self) -> list[str]:
        """The words in small letters (a letter whose small form is longer stays); the same word is one object wherever it stands,
        which is smaller and looked up faster.
        """
        joined = SEAM.join(self.pieces())
        small = joined.lower()
        if len(small) != len(joined):
            small = SEAM.join(word.lower() if len(word.lower()) == len(word) else word for word in joined.split(SEAM))
        return list(map(intern, small.split(SEAM))) if joined else []


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


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language. `language` is its code; `names` the files it holds."""

    language: str
    files: Mapping[str, Mapping[str, Any]] = field(repr=False)
    _asked: dict[str, Mapping[str, Any]] = field(default_factory=dict, init=False, repr=False)
    """The files asked for settings so far, for the many questions of a run."""

    def setting(self, file: str, key: str, default: Any = None) -> Any:
        """The value of a key in small letters of a file."""
        content = self._asked.get(file)
        if content is None:
            content = self._asked[file] = self.files.get(file, {})
        return content.get(key, default)

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
        """The vocabulary of a family: the classes of the files named, as one vocabulary.

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
                if not form.strip():
                    raise LexiconError(place, f"'{form}' holds no word", "take it out")
                seen[form] = place
                entries.append(Entry(form, key, meaning))
    return Vocabulary(tuple(entries), lexicon.splitter)


@cache
def load_lexicon(language: str, folder: Path | None = None) -> Lexicon:
    """The lexicon of a language: its own files, and those of `all/` beside them (same file, same key: entries of both).

    `folder` holds the languages; that of the package where None. A file is read when it is first asked for.
    Raises: LexiconError: no such language; later, a file that is no TOML.
    """
    folder = folder or FOLDER
    own = folder / language
    if not re.fullmatch(r"[a-z]{2,3}", language) or not (own / "language.toml").is_file():
        allowed = ", ".join(languages(folder))
        raise LexiconError(f"language '{language}'", "no such lexicon", f"use one of {allowed}")
    paths: dict[str, list[Path]] = {}
    for path in sorted((folder / SHARED).glob("*.toml")) + sorted(own.glob("*.toml")):
        paths.setdefault(path.stem, []).append(path)
    return Lexicon(language, _Files(paths))


class _Files(Mapping[str, Mapping[str, Any]]):
    """The files of a language by name, each read when first asked for: a run needs few of another language's."""

    def __init__(self, paths: Mapping[str, Sequence[Path]]) -> None:
        self._paths = paths
        self._read: dict[str, dict[str, Any]] = {}

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        if name not in self._read:
            self._read[name] = _merged(self._paths[name])
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _merged(paths: Sequence[Path]) -> dict[str, Any]:
    """What several files of one name hold together."""
    merged: dict[str, Any] = {}
    for path in paths:
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(f"{path.parent.name}/{path.name}", f"not TOML ({error})", "mend the line named") from error
        for key, value in content.items():
            if isinstance(value, list) and isinstance(merged.get(key), list):
                merged[key] = merged[key] + value
            elif isinstance(value, dict) and isinstance(merged.get(key), dict):
                merged[key] = merged[key] | value
            else:
                merged[key] = value
    return merged


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """The codes of the languages that have a lexicon, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in (folder or FOLDER).glob("*/language.toml") if path.parent.name != SHARED))


@cache
def word_splitter(elisions: tuple[str, ...]) -> re.Pattern[str]:
    """Words as rules see them: an elided article with its apostrophe (`l'`), letters with inner hyphens and apostrophes
    (`vice-présidente`, `Velo'Rives`), capitals around a digit (`CC3V`), an English possessive (`'s`), a run of digits, any other sign by itself.
    """
    letters = r"[^\W\d_]"
    written = dict.fromkeys(form for word in elisions for form in (word, word.capitalize(), word.upper()))
    signs = "".join(form for form in written if len(form) == 1)
    longer = "".join(f"|{form}" for form in written if len(form) > 1)
    elided = rf"\b(?:[{signs}]{longer})'(?={letters})|" if signs else ""
    return re.compile(rf"{elided}\b[A-Z]++\d[A-Z]++(?![^\W_])|{letters}++(?:[-'](?!s\b){letters}++)*+|'s\b|\d++|[^\s]")


def split_words(text: str, splitter: re.Pattern[str]) -> Words:
    """The words of a view's text and where each starts and ends."""
    spans = array("I")
    for match in splitter.finditer(text):
        spans.extend(match.span())
    return Words(text, spans[::2], spans[1::2])


@cache
def form_words(form: str, splitter: re.Pattern[str]) -> tuple[str, ...]:
    """The words of an entry: `adjoint`, `au`, `maire`. A last elided word keeps its apostrophe: `de`, `l'`."""
    if form.isalpha():
        return (form,)
    words = split_words(f"{form}x" if form.endswith("'") else form, splitter)
    pieces = [form[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    return tuple(piece for piece in pieces if piece)


@cache
def without_accents(text: str) -> str:
    """The same letters without accents; letters that would change in number stay."""
    if text.isascii():
        return text
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return plain if len(plain) == len(text) else text
