"""Rules: what a phrase or a statement looks like, as a row of steps over unit classes.

A step is `CLASS`, `A|B`, a sign (`,` `(` `:`), or `^A|B` (anything but these); `?` makes it optional, `{1,4}` repeats it within
bounds; `NAME...` is a list of names with commas and `AND`; `field=` before a step names what it matches. There are no groups, no
`*` and no `+`, and a step that may repeat or be absent must not share a class with the next: so every repetition compiles to a
possessive one, no match ever backtracks, and the work at each start is bounded by the pattern.
"""

import re
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from partnership_analysis.errors import RuleError
from partnership_analysis.extraction.units import ReadBlock, Units, code

STEP = re.compile(
    r"(?:(?P<field>[a-z_]+)=)?(?P<not>\^)?(?P<classes>(?:[A-Z_]+|[^\sA-Za-z])(?:\|(?:[A-Z_]+|[^\sA-Za-z|?{]))*)(?P<list>\.\.\.)?(?P<times>\?|\{\d+,\d+\})?"
)
LONGEST_LIST = 40


@dataclass(frozen=True)
class Rule:
    """A named pattern with an example that it matches. `pattern` may hold several rows, tried in order."""

    name: str
    example: str
    pattern: str | tuple[str, ...]

    @cached_property
    def expressions(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """The patterns as expressions over a string of unit classes, each with the classes without which it cannot match.

        Raises: RuleError: a step is not understood or not bounded.
        """
        rows = (self.pattern,) if isinstance(self.pattern, str) else self.pattern
        return tuple(_compiled(self.name, row) for row in rows)

    def found(self, classes: str) -> Iterator[re.Match[str]]:
        """The matches of each row in turn, those of one row never overlapping."""
        for expression, needed in self.expressions:
            for one in needed:
                if one not in classes:
                    break
            else:
                yield from expression.finditer(classes)


@dataclass(frozen=True, slots=True)
class _Step:
    classes: frozenset[str]
    negated: bool
    least: int
    most: int

    def shares(self, other: "_Step") -> bool:
        if self.negated and other.negated:
            return True
        if self.negated:
            return not other.classes <= self.classes
        if other.negated:
            return not self.classes <= other.classes
        return bool(self.classes & other.classes)


def _compiled(name: str, row: str) -> tuple[re.Pattern[str], str]:
    steps: list[_Step] = []
    pieces: list[str] = []
    for word in row.split():
        match = STEP.fullmatch(word)
        if match is None:
            raise RuleError(f"rule '{name}'", f"the step '{word}' is not understood", "write CLASS, A|B, a sign, ?, {m,n}, NAME... or field=")
        least, most = _times(match["times"])
        step = _Step(frozenset(match["classes"].split("|")), bool(match["not"]), least, most)
        for index in range(len(steps) - 1, -1, -1):
            before = steps[index]
            if before.least != before.most and before.shares(step):
                raise RuleError(f"rule '{name}'", f"the step before '{word}' may repeat or be absent and shares a class with it", "tell them apart")
            if before.least:
                break
        steps.append(step)
        one = "[" + ("^" if step.negated else "") + "".join(re.escape(code(c)) for c in sorted(step.classes)) + "]"
        if match["list"]:
            conjunction = re.escape(code("AND"))
            one = f"{one}(?:(?:,{conjunction}?+|{conjunction}){one}){{0,{LONGEST_LIST}}}+"
        elif (least, most) != (1, 1):
            one = f"{one}{{{least},{most}}}+"
        pieces.append(f"(?P<{match['field']}>{one})" if match["field"] else one)
    if not any(step.least for step in steps):
        raise RuleError(f"rule '{name}'", "every step may be absent", "make one step certain")
    needed = dict.fromkeys(code(one) for step in steps if step.least and not step.negated and len(step.classes) == 1 for one in step.classes)
    return re.compile("".join(pieces)), "".join(needed)


def _times(written: str | None) -> tuple[int, int]:
    if written is None:
        return 1, 1
    if written == "?":
        return 0, 1
    least, most = written[1:-1].split(",")
    return int(least), int(most)


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule matched in a block: units by field, and the words and positions behind them."""

    rule: str
    units: Units
    found: re.Match[str]

    @property
    def first(self) -> int:
        """Index of the first unit matched."""
        return self.found.start()

    @property
    def last(self) -> int:
        """One past the index of the last unit matched."""
        return self.found.end()

    @property
    def start(self) -> int:
        """Where it starts in the view's text."""
        return self.units.starts[self.found.start()]

    @property
    def end(self) -> int:
        """Where it ends in the view's text."""
        return self.units.ends[self.found.end() - 1]

    def has(self, field: str) -> bool:
        """Whether a named step matched anything."""
        return field in self.found.re.groupindex and self.found.start(field) < self.found.end(field)

    def range(self, field: str) -> tuple[int, int]:
        """First and one past the last unit of a named step; equal where it matched nothing."""
        return self.found.span(field) if field in self.found.re.groupindex else (0, 0)

    def span(self, field: str) -> tuple[int, int]:
        """Start and end in the view's text of a named step that matched something."""
        first, last = self.found.span(field)
        return self.units.starts[first], self.units.ends[last - 1]

    def words(self, field: str) -> str:
        """The view's words of a named step; empty where it matched nothing."""
        return self.units.words(*self.range(field))

    def value(self, field: str) -> Any:
        """The value of the first unit of a named step, as the lexicon or a phrase gives it."""
        return self.units.values.get(self.range(field)[0])

    def items(self, field: str) -> tuple[int, ...]:
        """The units of a list step, without its commas and conjunctions."""
        first, last = self.range(field)
        return tuple(n for n in range(first, last) if self.units.classes[n] not in (",", code("AND")))


def find(rule: Rule, units: Units) -> Iterator[Match]:
    """The places where a rule matches, in reading order, those of one row never overlapping."""
    for found in rule.found(units.classes):
        yield Match(rule.name, units, found)


@dataclass(frozen=True)
class Phrase:
    """A rule whose match becomes one unit of class `makes`; `value` works it out, and may refuse the match with None."""

    rule: Rule
    makes: str
    value: Callable[[Match], Any] = lambda match: match.units.words(match.first, match.last)


def compose(units: Units, phrases: tuple[Phrase, ...]) -> Units:
    """Make one unit of several, phrase after phrase: what the first one takes, the later ones see as one unit."""
    for phrase in phrases:
        spans = list(phrase.rule.found(units.classes))
        if not spans:
            continue
        if len(spans) > 1:
            spans.sort(key=lambda found: (found.start(), -found.end()))
        taken: list[tuple[int, int, Any]] = []
        end = 0
        for found in spans:
            if found.start() >= end and (value := phrase.value(Match(phrase.rule.name, units, found))) is not None:
                taken.append((found.start(), found.end(), value))
                end = found.end()
        if taken:
            units = _replaced(units, phrase.makes, taken)
    return units


def _replaced(units: Units, makes: str, taken: list[tuple[int, int, Any]]) -> Units:
    """The units with each stretch taken made one; all between is copied in slices, so a phrase costs what it takes and little more."""
    starts, ends = array("I"), array("I")
    classes: list[str] = []
    values: dict[int, Any] = {}
    kept = sorted(units.values.items())
    position = reached = 0
    made = code(makes)
    for first, last, value in [*taken, (len(units), len(units), None)]:
        moved = len(starts) - position
        while reached < len(kept) and kept[reached][0] < last:
            number, held = kept[reached]
            if number < first:
                values[number + moved] = held
            reached += 1
        starts.extend(units.starts[position:first])
        ends.extend(units.ends[position:first])
        classes.append(units.classes[position:first])
        if last > first:
            values[len(starts)] = value
            starts.append(units.starts[first])
            ends.append(units.ends[last - 1])
            classes.append(made)
        position = last
    return Units(units.text, starts, ends, "".join(classes), values)


def located(match: Match, block: ReadBlock) -> dict[str, Any]:
    """`start`, `end`, `exact` and `rule` of a match: what every row ends with."""
    return block.located(match.start, match.end) | {"rule": match.rule}
