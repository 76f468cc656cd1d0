"""The sentences of findings: templates of `wording/<language>.toml` filled with what a check found.

A template is Jinja, its filters write numbers, days, amounts, quotations and lists as the language does. Words of the report are
data: they go in as they are, in one line, cut at a word where they are long.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from partnership_analysis.assessment.figures import is_money, is_share
from partnership_analysis.errors import ParameterError
from partnership_analysis.extraction.records import Indicator

if TYPE_CHECKING:
    from jinja2 import Environment, Template

FOLDER = Path(__file__).parent / "wording"
LONGEST_QUOTE = 160
MOST_NAMED = 6
NARROW, NO_BREAK = "\u202f", "\u00a0"
SPACES_FR = ((re.compile(r"[ \u00a0\u202f]+([;!?%»])"), NARROW + r"\1"), (re.compile(r"«[ \u00a0\u202f]+"), "«" + NARROW), (re.compile(r"[ \u00a0\u202f]+([:€])"), NO_BREAK + r"\1"))


def message(check: str, values: Mapping[str, Any], *, language: str) -> str:
    """The sentence of a finding. Raises: ParameterError: no wording for `language`."""
    words = " ".join(_template(check, language).render(values).split(" ")).strip()
    words = re.sub(r"[ \n\t]+", " ", words)
    if language == "fr":
        for pattern, spaced in SPACES_FR:
            words = pattern.sub(spaced, words)
    return words[:1].upper() + words[1:]


def check_title(check: str, *, language: str) -> str:
    """The heading over the findings of a check. Raises: ParameterError: no wording for `language`."""
    return str(_wording(language)[check]["title"])


@cache
def _wording(language: str) -> dict[str, Any]:
    path = FOLDER / f"{language}.toml"
    if not re.fullmatch(r"[a-z]{2,3}", language) or not path.is_file():
        known = ", ".join(sorted(path.stem for path in FOLDER.glob("*.toml")))
        raise ParameterError(f"language '{language}'", "the assessment is not written in it", f"use one of {known}")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _environment(language: str) -> "Environment":
    from jinja2 import Environment, StrictUndefined

    words = _wording(language)["language"]
    environment = Environment(undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True)  # noqa: S701 (a message is text, not markup)
    environment.filters.update(
        number=lambda value: _number(value, words),
        day=lambda value: _day(value, words),
        amount=lambda row: _amount(row, words),
        amounts=lambda rows: _listed([_amount(row, words) for row in rows], words),
        quote=lambda text: _quoted(text, words),
        quotes=lambda texts: _listed([_quoted(text, words) for text in texts], words),
        names=lambda texts: _listed([_cut(text) for text in texts], words),
    )
    return environment


@cache
def _template(check: str, language: str) -> "Template":
    return _environment(language).from_string(_wording(language)[check]["message"])


def _number(value: float, words: Mapping[str, Any]) -> str:
    """A number as the language writes it: 1 240 and 5,4, or 1,240 and 5.4."""
    plain = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    whole, point, decimals = plain.partition(".")
    return whole.replace(",", words["thousands_mark"]) + (words["decimal_mark"] + decimals if point else "")


def _day(value: date, words: Mapping[str, Any]) -> str:
    """A day in words: 1er avril 2021, 1 April 2021."""
    first = words["first_of_month"] if value.day == 1 else str(value.day)
    return f"{first}{NO_BREAK}{words['months'][value.month - 1]} {value.year}"


def _amount(row: Indicator, words: Mapping[str, Any]) -> str:
    """A figure with its unit: 38 lauréats, 5,4 %, 390 000 €, £1,100,000; the words of the report where it has no unit."""
    if row.value is None or not row.unit:
        return _quoted(row.exact, words)
    number = _number(row.value, words)
    if is_share(row):
        return number + words["percent"]
    if is_money(row) and len(row.unit) == 1 and words["currency_first"]:
        return row.unit + number
    return f"{number}{NO_BREAK}{' '.join(row.unit.split())}"


def _cut(text: str) -> str:
    """Words of the report in one line, cut at a word's end where they are long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def _quoted(text: str, words: Mapping[str, Any]) -> str:
    """Words of the report in the language's quotation marks; marks of the same kind around them go, inside them become the inner ones."""
    line = _cut(text).strip(" «»“”\"")
    for outer, inner in zip(words["quotation_marks"], words["inner_marks"], strict=True):
        line = line.replace(outer.strip(), inner)
    return words["quotation_marks"][0] + line + words["quotation_marks"][1]


def _listed(texts: Sequence[str], words: Mapping[str, Any]) -> str:
    """A list: A, B et C; over `MOST_NAMED` the first ones and how many more."""
    named = list(texts)
    if len(named) > MOST_NAMED + 1:
        left = len(named) - MOST_NAMED
        named = [*named[:MOST_NAMED], f"{left} {words['others']}"]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} {words['and']} {named[-1]}" if named else ""
