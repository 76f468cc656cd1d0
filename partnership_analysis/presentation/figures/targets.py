"""Figure 1: which targets are reached, which not yet, which are not reported?

A bar a target from zero, its length the value as a share of the target, one rule at the target; the starting value is a notch, a
value that is not reported a dashed outline. Where less is better the bar shows the way done. Above twenty targets: one line a part
with its three counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from partnership_analysis.assessment.summaries import Target
from partnership_analysis.presentation.figures.drawing import (
    BODY,
    EDGE,
    INK,
    INK2,
    NEUTRAL,
    PAPER,
    RULE,
    SMALL,
    WIDE,
    Box,
    Drawing,
    Label,
    Line,
    Shape,
    lines_of,
)
from partnership_analysis.presentation.figures.rendering import text_width

MOST_ROWS = 20
LONGEST_SHARE = 2.0
"""A bar ends here; its label has the value."""
ORDER = ("reached", "not_yet", "below", "missed", "not_reported")
BAR, LEADING, GAP, TOP = 16, 17, 18, 26


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target as the figure shows it: its name, the words beside its bar, and lengths as shares of the target."""

    name: str
    value: str
    rest: str
    share: float | None
    notch: float | None


@dataclass(frozen=True, slots=True)
class CountRow:
    """The targets of one part, counted."""

    name: str
    reached: int
    short: int
    unreported: int
    said: str
    """The three counts in words."""


def in_order(targets: Sequence[Target]) -> tuple[Target, ...]:
    """Targets as the figure has them: reached ones first, then by share, those without a value last."""
    return tuple(sorted(targets, key=lambda target: (target.share is None, target.state != "reached", -(target.share or 0), target.indicator.start)))


def draw_targets(rows: Sequence[TargetRow], *, width: int, words: Mapping[str, str]) -> Drawing:
    """The bars. `words`: `target` (name of the rule), `half` (50 %)."""
    wide = width == WIDE
    left = 250.0 if wide else 2.0
    longest = min(LONGEST_SHARE, max([1.0, *(row.share or 0 for row in rows)]))
    full = (290.0 if wide else width - 44.0) / max(1.05, longest)
    shapes: list[Shape] = []
    bars: list[Shape] = []
    y = float(TOP + 14)
    for row in rows:
        names = lines_of(row.name, left - 12 if wide else width - 4)
        values = lines_of(f"{row.value} {row.rest}".strip(), 800 - 572 if wide else width - 14)
        if wide:
            height = max(BAR, LEADING * len(names), LEADING * len(values))
            middle = y + height / 2
            first = middle - LEADING * (len(names) - 1) / 2 + BODY * 0.35
            shapes += [Label(left - 12, first + LEADING * n, line, anchor="end") for n, line in enumerate(names)]
            first = middle - LEADING * (len(values) - 1) / 2 + BODY * 0.35
            shapes += _value(row, values, 562, first)
            top = middle - BAR / 2
            y += height + GAP
        else:
            shapes += [Label(0, y + LEADING * n, line) for n, line in enumerate(names)]
            y += LEADING * len(names)
            shapes += _value(row, values, 0, y)
            top = y + LEADING * len(values) - 9
            y = top + BAR + GAP + 8
        bars += _bar(row, left, top, full)
    bottom = y - (8 if wide else 16)
    half, whole = left + full / 2, left + full
    grid: list[Shape] = [
        Line(left, TOP, left, bottom, RULE),
        Line(half, TOP, half, bottom, RULE) if wide else Line(left, TOP, left, bottom, RULE),
        Label(left, 20, "0", size=SMALL, colour=INK2),
        Label(half, 20, words["half"], size=SMALL, anchor="middle", colour=INK2),
        Label(whole, 20, words["target"], size=SMALL, anchor="middle", colour=INK2),
    ]
    rule = [Line(whole, TOP, whole, bottom, INK, 1.5)] if wide else _rule_beside_text(bars, whole)
    return Drawing(width, round(bottom) + 4, (*grid, *bars, *rule, *shapes))


def _value(row: TargetRow, lines: Sequence[str], x: float, y: float) -> list[Shape]:
    """The words beside a bar, the value itself in bold where it stands whole on the first line."""
    shapes: list[Shape] = []
    for n, line in enumerate(lines):
        rest, at = line, x
        if n == 0 and row.share is not None and line.startswith(row.value):
            rest = line.removeprefix(row.value).strip()
            shapes.append(Label(x, y, row.value, bold=True))
            at = x + text_width(row.value, BODY, bold=True) + 5
        if rest:
            shapes.append(Label(at, y + LEADING * n, rest, colour=INK2))
    return shapes


def _rule_beside_text(bars: Sequence[Shape], x: float) -> list[Shape]:
    """On a narrow drawing the rule stands at the bars only, so that it crosses no words."""
    tops = sorted({shape.y for shape in bars if isinstance(shape, Box)})
    return [Line(x, top - 4, x, top + BAR + 4, INK, 1.5) for top in tops]


def _bar(row: TargetRow, left: float, top: float, full: float) -> list[Shape]:
    if row.share is None:
        return [Box(left, top, full, BAR, None, EDGE, 1.5, dashed=True)]
    length = max(1.5, min(row.share, LONGEST_SHARE) * full)
    shapes: list[Shape] = [Box(left, top, length, BAR, NEUTRAL)]
    if row.notch is not None and 0 < row.notch < LONGEST_SHARE:
        x = left + row.notch * full
        inside = x < left + length
        shapes.append(Line(x, top - 3, x, top + BAR + 3, PAPER if inside else NEUTRAL, 3 if inside else 2))
    return shapes


def draw_counts(rows: Sequence[CountRow], *, width: int) -> Drawing:
    """One line a part: reached filled, short of it hollow, not reported dashed."""
    wide = width == WIDE
    left = 250.0 if wide else 2.0
    most = max(row.reached + row.short + row.unreported for row in rows)
    unit = (280.0 if wide else width - 10.0) / most
    shapes: list[Shape] = []
    y = 8.0
    for row in rows:
        names = lines_of(row.name, left - 12 if wide else width - 4, bold=not wide)
        counts = [(row.reached, "reached"), (row.short, "short"), (row.unreported, "unreported")]
        said = lines_of(row.said, 800 - 562 if wide else width - 4)
        if wide:
            height = max(BAR, LEADING * len(names), LEADING * len(said))
            middle = y + height / 2
            first = middle - LEADING * (len(names) - 1) / 2 + BODY * 0.35
            shapes += [Label(left - 12, first + LEADING * n, line, anchor="end") for n, line in enumerate(names)]
            first = middle - LEADING * (len(said) - 1) / 2 + BODY * 0.35
            shapes += [Label(562, first + LEADING * n, line) for n, line in enumerate(said)]
            top = middle - BAR / 2
            y += height + GAP
        else:
            shapes += [Label(0, y + BODY + LEADING * n, line, bold=True) for n, line in enumerate(names)]
            y += BODY + LEADING * len(names)
            shapes += [Label(0, y + LEADING * n, line, colour=INK2) for n, line in enumerate(said)]
            top = y + LEADING * len(said) - 9
            y = top + BAR + GAP
        x = left
        for count, key in counts:
            if count:
                style = {"reached": (NEUTRAL, NEUTRAL, False), "short": (None, NEUTRAL, False), "unreported": (None, EDGE, True)}[key]
                shapes.append(Box(x, top, count * unit - 3, BAR, style[0], style[1], 1.5, dashed=style[2]))
                x += count * unit
    return Drawing(width, round(y), tuple(shapes))
