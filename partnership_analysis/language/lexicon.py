"""Lexicons: the words of a language, as data.

A language is a folder of `lexicons/`; `all/` holds what every language shares. A file `NAME.toml` holds word classes (keys in
capitals: a list of entries, or a table from entry to value) and settings (keys in small letters). Several files read together
are a family: one `Vocabulary`.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from partnership_analysis.errors import LexiconError
from partnership_analysis.language.vocabulary import Entry, Vocabulary
from partnership_analysis.language.words import word_splitter

FOLDER = Path(__file__).parent.parent / "lexicons"
SHARED = "all"


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
        elisions, *letters = (self.setting("language", key, "") for key in ("elisions", "not_elided_before", "spelt_with_vowel"))
        return word_splitter(tuple(elisions), *letters)

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
