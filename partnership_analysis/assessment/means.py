"""The means: a stated sum of money and the parts that add up to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from partnership_analysis.assessment.arithmetic import totals
from partnership_analysis.assessment.figures import is_money
from partnership_analysis.assessment.inspection import Inspection
from partnership_analysis.extraction.records import Indicator
from partnership_analysis.tables.model import Tables


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sum."""

    indicator: Indicator
    payer: str | None
    """The body or scheme named with it in its sentence, as the report spells it in full; None where there is none."""


@dataclass(frozen=True, slots=True)
class Means:
    """A stated sum of money and its parts."""

    total: Indicator
    parts: tuple[Part, ...]
    """Largest first; they add up to the total."""


def means(tables: Tables) -> tuple[Means, ...]:
    """The sums of money whose parts add up to them, in reading order."""
    return tuple(_means(tables))


def _means(tables: Tables) -> Iterator[Means]:
    for figure, figures in totals(Inspection(tables)):
        total, parts = figure.row, [part.row for part in figures]
        if is_money(total):
            ends = [*(part.start for part in parts[1:]), None]
            named = [Part(part, _payer(tables, part, end)) for part, end in zip(parts, ends, strict=True)]
            yield Means(total, tuple(sorted(named, key=lambda part: (-(part.indicator.value or 0), part.indicator.start))))


FURTHEST = 120


def _payer(tables: Tables, part: Indicator, end: int | None) -> str | None:
    """The first body or scheme named between a part and the next one, in the same sentence."""
    words = tables.document.text[part.end : min(part.end + FURTHEST, end or part.end + FURTHEST)].split("\n\n")[0]
    for stop in (". ", ".\n", ";"):
        words = words.split(stop)[0]
    found: list[tuple[int, int, str]] = []
    named = [(row.name, row.acronym, row.other_names) for row in tables.rows.organisations]
    named += [(row.name, row.acronym, row.other_names) for row in tables.rows.instruments]
    for whole, acronym, others in named:
        for name in (whole, acronym, *others):
            place = words.find(name) if name else -1
            if name and place >= 0:
                found.append((place, -len(name), whole))
    return min(found)[2] if found else None
