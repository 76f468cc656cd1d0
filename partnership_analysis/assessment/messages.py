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
LONGEST_NAME = 90
MOST_NAMED = 6
PAIRS = {("«", "»"), ("“", "”"), ('"', '"')}
MONEY = re.compile(
    r"(?:[€$£]|EUR|USD|GBP|CHF)?\s?\d[\d .,\u00a0\u202f']*\s?(?:k|K|M|m|Md|bn|millions?|milliards?|billions?)?\s?(?:d'euros|euros?|[€$£]|EUR|USD|GBP|CHF|pounds|dollars)?"
)
"""A sum of money as a report writes it: 1,4 M€, £1.3 million, USD 92,500."""
NARROW, NO_BREAK = "\u202f", "\u00a0"
SPACES_FR = (
    (re.compile(r"[ \u00a0\u202f]+([;!?%»])"), NARROW + r"\1"),
    (re.compile(r"«[ \u00a0\u202f]+"), "«" + NARROW),
    (re.compile(r"[ \u00a0\u202f]+([:€])"), NO_BREAK + r"\1"),
)


def message(check: str, values: Mapping[str, Any], *, language: str) -> str:
    """The sentence of a finding. Raises: ParameterError: no wording for `language`."""
    words = " ".join(_template(check, language).render(values).split(" ")).strip()
    words = re.sub(r"([…?!])\.$", r"\1", re.sub(r"[ \n\t]+", " ", words))
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
    environment = Environment(undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(
        number=lambda value: _number(value, words),
        day=lambda value: _day(value, words),
        amount=lambda row: _amount(row, words),
        like=lambda value, row: _signed(row, value, words),
        value=lambda row: _signed(row, row.value, words),
        target=lambda row: _signed(row, row.target, words),
        amounts=lambda rows: _listed([_amount(row, words) for row in rows], words),
        quote=lambda text: _quoted(text, words),
        quotes=lambda texts: _listed([_quoted(text, words) for text in texts], words),
        names=lambda texts: _listed([_cut(text, LONGEST_NAME) for text in texts], words),
    )
    return environment


@cache
def _template(check: str, language: str) -> "Template":
    return _environment(language).from_string(_wording(language)[check]["message"])


def _number(value: float, words: Mapping[str, Any]) -> str:
    """A number as the language writes it: 1 350 and 7,5, or 1,350 and 7.5."""
    plain = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    whole, point, decimals = plain.partition(".")
    return whole.replace(",", words["thousands_mark"]) + (words["decimal_mark"] + decimals if point else "")


def _day(value: date, words: Mapping[str, Any]) -> str:
    """A day in words: 1er avril 2021, 1 April 2021."""
    first = words["first_of_month"] if value.day == 1 else str(value.day)
    return f"{first}{NO_BREAK}{words['months'][value.month - 1]} {value.year}"


def _amount(row: Indicator, words: Mapping[str, Any]) -> str:
    """A figure with its unit: 42 élèves, 7,5 %; a sum of money as the report writes it; the words of the report where it has no unit."""
    if row.value is None or not row.unit:
        return _quoted(row.exact, words)
    if is_money(row) and MONEY.fullmatch(" ".join(row.exact.split())):
        return _cut(row.exact)
    if is_share(row) or is_money(row):
        return _signed(row, row.value, words)
    return f"{_number(row.value, words)}{NO_BREAK}{' '.join(row.unit.split())}"


def _signed(row: Indicator, value: float, words: Mapping[str, Any]) -> str:
    """A value of a figure with the sign of its unit, without its words: 63, 7,5 %, 120 000 €, £45,000."""
    number = _number(value, words)
    if is_share(row):
        return f"{number}{words['percent']}"
    if is_money(row) and row.unit:
        return f"{row.unit}{number}" if len(row.unit) == 1 and words["currency_first"] else f"{number}{NO_BREAK}{row.unit}"
    return number


def _cut(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Words of the report in one line, cut at a word's end where they are long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + " …"


def _quoted(text: str, words: Mapping[str, Any]) -> str:
    """Words of the report in the language's quotation marks, without their last point; a pair of marks around them goes, inner ones change."""
    line = _cut(text).removesuffix(".")
    if (line[:1], line[-1:]) in PAIRS:
        line = line[1:-1].strip()
    line += ")" * (line.count("(") - line.count(")"))
    (left, right), (inner_left, inner_right) = words["quotation_marks"], words["inner_marks"]
    line = re.sub(rf"{left.strip()}\s*", inner_left, line)
    line = re.sub(rf"(?<!\s)\s*{right.strip()}", inner_right, line)
    return f"{left}{line}{right}"


def _listed(texts: Sequence[str], words: Mapping[str, Any]) -> str:
    """A list: A, B et C, or A ; B ; C where a member has a comma; over `MOST_NAMED` the first ones and how many more."""
    named = list(texts)
    if len(named) > MOST_NAMED + 1:
        named = [*named[:MOST_NAMED], f"{len(named) - MOST_NAMED} {words['others']}"]
    if len(named) < 2:
        return "".join(named)
    if any(mark in name for name in named for mark in (", ", f" {words['and']} ", ";")):
        return f"{words['list_mark']} ".join(named)
    return f"{', '.join(named[:-1])} {words['and']} {named[-1]}"
