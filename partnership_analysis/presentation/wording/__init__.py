"""The words of the assessment, one file a language, and the engine that fills their templates.

`<language>.toml` holds words, kinds and sentence templates (jinja); `<language>-grammar.toml` the nouns, verbs and lists that grammar
needs. A template whose slot is None is not filled: it raises `MissingSlotError` and the next one is tried, so a sentence with a hole cannot
be written. Adding a language is adding its two files and its module in `grammar/`.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from partnership_analysis.errors import LexiconError

FOLDER = Path(__file__).parent


class MissingSlotError(Exception):
    """A template asks for something that the rows do not give."""


@dataclass(frozen=True)
class Wording:
    """The words of one language: settings, word lists, nouns, kinds and templates."""

    language: str
    content: Mapping[str, Any] = field(repr=False)
    grammar: Mapping[str, Any] = field(repr=False)

    def word(self, key: str) -> str:
        """A word or small pattern of `[words]`."""
        return str(self.content["words"][key])

    def words(self, key: str) -> Sequence[str]:
        """A list of words of `[lists]`."""
        return list(self.content["lists"][key])

    @property
    def nouns(self) -> Mapping[str, Mapping[str, str]]:
        """The nouns that sentences count: `one`, `many`, `gender`."""
        found: Mapping[str, Mapping[str, str]] = self.content["nouns"]
        return found

    @property
    def dates(self) -> Mapping[str, str]:
        """How each shape of a period is said."""
        found: Mapping[str, str] = self.content["dates"]
        return found

    @property
    def qualifiers(self) -> Mapping[str, str]:
        """What stands before a number."""
        found: Mapping[str, str] = self.content["qualifiers"]
        return found

    @property
    def currencies(self) -> Mapping[str, str]:
        """Where each currency's sign stands."""
        found: Mapping[str, str] = self.content["currencies"]
        return found

    @property
    def large_currencies(self) -> Mapping[str, str]:
        """How a currency is said after millions, where that differs."""
        found: Mapping[str, str] = self.content["large_currencies"]
        return found

    def unit(self, unit: str, language: str) -> str:
        """What a report in another language counts, in this language; empty where the word is not known."""
        known: Mapping[str, str] = self.content["units"].get(language, {})
        return known.get(unit.lower(), "")

    def agreements_of(self, language: str) -> Mapping[str, str]:
        """How the agreements of reports in another language are called in this one."""
        found: Mapping[str, str] = self.content["agreements_of"].get(language, {})
        return found

    def kind(self, kind: str) -> Mapping[str, str]:
        """The words of a kind of action."""
        found: Mapping[str, str] = self.content["kinds"][kind]
        return found

    def says(self, text: str, what: str) -> bool:
        """Whether a time expression, in small letters, holds one of the words of `[time_words]`, in any language of the wording."""
        return any(word in text for word in self.content["time_words"][what])

    def fill(self, key: str, slots: Mapping[str, Any], *, avoid: Sequence[str] = ()) -> tuple[str, str] | None:
        """A sentence from the templates of a key, and how it opens; None where none can be filled.

        The first in file order whose opening is not among `avoid` and whose slots are all there, else the first that can be filled.
        """
        found: tuple[str, str] | None = None
        for opens, text in self._templates(key):
            if found and opens in avoid:
                continue
            try:
                filled = " ".join(_template(self.language, text).render(**slots).split())
            except MissingSlotError:
                continue
            if opens not in avoid:
                return filled, opens
            found = found or (filled, opens)
        return found

    def _templates(self, key: str) -> list[tuple[str, str]]:
        entries: Any = self.content["sentences"]
        for step in key.split("."):
            if step not in entries:
                raise LexiconError(f"wording/{self.language}.toml", f"no sentence '{key}'", "add its templates")
            entries = entries[step]
        return [(entry["opens"], entry["text"]) for entry in entries]


@cache
def wording(language: str, folder: Path = FOLDER) -> Wording:
    """The wording of a language. Raises: LexiconError: there is none."""
    if not (folder / f"{language}.toml").is_file():
        raise LexiconError(f"language '{language}'", "no wording for the assessment", f"use one of {', '.join(wording_languages(folder))}")
    content = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
    grammar = tomllib.loads((folder / f"{language}-grammar.toml").read_text(encoding="utf-8"))
    return Wording(language, content, grammar)


def wording_languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """The languages an assessment can be written in."""
    return tuple(sorted(path.stem for path in folder.glob("*.toml") if "-" not in path.stem))


@cache
def _template(language: str, text: str) -> Any:
    return _environment(language).from_string(text)


@cache
def _environment(language: str) -> Any:
    from jinja2 import Environment, StrictUndefined

    from partnership_analysis.presentation.grammar import grammar

    rules = grammar(language)
    environment = Environment(undefined=StrictUndefined, finalize=_filled, autoescape=False)
    environment.filters.update({name: _on_filled(function) for name, function in rules.filters().items()})
    return environment


def _on_filled(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda value: function(_filled(value))


def _filled(value: Any) -> Any:
    if value is None or value == "":
        raise MissingSlotError
    return value
