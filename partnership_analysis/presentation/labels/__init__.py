"""The page's own words: headings, column names, buttons, method. Data, one file a language; sentences about a report are in `wording`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from partnership_analysis.presentation.formats import number, set_spaces

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Labels:
    """The labels of one language, with its typography."""

    language: str
    entries: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """The label of a key (`section.bref`), its `{slots}` filled."""
        return set_spaces(str(self._entry(key)).format(**values), self.language)

    def count(self, key: str, count: int) -> str:
        """A label that depends on a number: the entry is its singular and its plural, `{count}` the number."""
        one, many = self._entry(key)
        singular = count < 2 if self.language == "fr" else count == 1
        return set_spaces((one if singular else many).format(count=number(count, self.language)), self.language)

    def list(self, key: str) -> tuple[str, ...]:
        """A list of labels."""
        return tuple(set_spaces(entry, self.language) for entry in self._entry(key))

    def has(self, key: str) -> bool:
        """Whether there is such a label."""
        try:
            self._entry(key)
        except KeyError:
            return False
        return True

    def _entry(self, key: str) -> Any:
        entry: Any = self.entries
        for part in key.split("."):
            entry = entry[part]
        return entry


@cache
def labels(language: str) -> Labels:
    """The labels of a language of assessments."""
    return Labels(language, tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8")))


@cache
def assessment_languages() -> tuple[str, ...]:
    """The languages an assessment can be written in."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
