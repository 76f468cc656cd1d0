"""What a check raises before it is put into words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from partnership_analysis.assessment.inspection import Inspection
from partnership_analysis.extraction.records import Severity


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing a check found: where, in which part, and the values its sentence names."""

    evidence: tuple[tuple[int, int], ...]
    """Spans of the words it rests on; for something missing, where it was looked for; empty for the whole report."""
    axis_id: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    """What the check's sentence names: numbers, dates, words of the report."""


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its function's name names it and keys its sentence, its docstring is its rule."""

    severity: Severity
    per: str
    """What one finding is about."""
    function: Callable[[Inspection], Iterator[Alarm]]

    @property
    def name(self) -> str:
        """The name in the findings."""
        return self.function.__name__

    @property
    def rule(self) -> str:
        """When it is raised, in one paragraph."""
        return " ".join((self.function.__doc__ or "").split())
