"""Figures as layouts: no two labels on top of each other, nothing under 12 pixels, nothing outside, for 3 rows and for 300."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations
from xml.etree import ElementTree

import pytest
from assessed import ENGLISH, FRENCH, REPORTS, SHORT, assessment
from gold_tables import gold_tables

from partnership_analysis.presentation.figures.bars import MOST_BARS, BarRow, draw_bars
from partnership_analysis.presentation.figures.change import MOST_ROWS, ChangeRow, draw_changes
from partnership_analysis.presentation.figures.drawing import AXES, NARROW, NEUTRAL, PROPERTIES, WIDE, Dot, Drawing, Line, axis_colours, lines_of
from partnership_analysis.presentation.figures.parts import MOST_PARTS, PartRow, draw_parts
from partnership_analysis.presentation.figures.rendering import label_box, text_width, to_inline_svg, to_png, to_svg
from partnership_analysis.presentation.figures.standalone import standalone
from partnership_analysis.presentation.figures.targets import CountRow, TargetRow, draw_counts, draw_targets
from partnership_analysis.presentation.figures.timeline import Frame, TimelineMark, draw_timeline

WORDS = {"target": "cible 2024", "half": "50 %"}
FRAME = Frame(date(2020, 1, 1), date(2023, 12, 31), date(2023, 6, 30), "30 juin 2023")
NAME = "Structures créées ou reprises avec l’appui du guichet commun ouvert à Rochefort"


def targets(count: int, width: int) -> Drawing:
    rows = [TargetRow(NAME[: 12 + 9 * n], f"{n * 1000}", "sur 450 000 € (départ : 3 000 €)", n / count, 0.2) for n in range(count - 1)]
    return draw_targets([*rows, TargetRow(NAME, "non communiqué", "(cible : 50 %)", None, None)], width=width, words=WORDS)


def counts(count: int, width: int) -> Drawing:
    return draw_counts(
        [CountRow(f"Axe {n}. {NAME}", n % 9, 3, n % 4, f"{n % 9} atteintes, 3 en deçà, {n % 4} non communiquées") for n in range(1, min(count, 40))],
        width=width,
    )


def timeline(count: int, width: int) -> Drawing:
    statuses = ("done", "ongoing", "planned")
    marks = []
    for n in range(count):
        start = date(2020, 1, 1) + timedelta(days=n * 1500 // count)
        end = (start, start + timedelta(days=90), None)[n % 3]
        marks.append(TimelineMark(NAME[: 10 + n % 60], f"Axe {n * 5 // count}. {NAME}", AXES[n * 5 // count], start, end, statuses[n % 3]))
    return draw_timeline(marks, FRAME, width=width)


def change(count: int, width: int) -> Drawing:
    rows = [ChangeRow(NAME, 10.0 + n, 90.0 - 7 * n, f"{10 + n} %", f"{90 - 7 * n} %") for n in range(min(count, MOST_ROWS))]
    return draw_changes(rows, width=width)


def parts(count: int, width: int) -> Drawing:
    kept = min(count, MOST_PARTS + 1)
    return draw_parts([PartRow(NAME[: 12 + 10 * n], 1000.0 / (n + 1), f"{1000 // (n + 1)} 000 €") for n in range(kept)], width=width)


def bars(count: int, width: int) -> Drawing:
    rows = [BarRow(NAME[: 10 + 6 * n], ((AXES[0], n), (AXES[1], 3), (NEUTRAL, 2 * n))) for n in range(min(count, MOST_BARS))]
    return draw_bars(rows, width=width, others="12 autres natures, 31 en tout")


LAYOUTS: list[Callable[[int, int], Drawing]] = [targets, counts, timeline, change, parts, bars]


def overlaps(drawing: Drawing) -> Iterator[str]:
    boxes = [(label.text, label_box(label)) for label in drawing.labels]
    for (one, (left, top, right, bottom)), (other, (left2, top2, right2, bottom2)) in combinations(boxes, 2):
        if left < right2 - 1 and left2 < right - 1 and top < bottom2 - 1 and top2 < bottom - 1:
            yield f"{one!r} and {other!r}"


def check(drawing: Drawing) -> None:
    assert list(overlaps(drawing)) == []
    for label in drawing.labels:
        left, top, right, bottom = label_box(label)
        assert label.size >= 12
        assert left >= -1 and right <= drawing.width + 1 and top >= -2 and bottom <= drawing.height + 2, (label, drawing.width, drawing.height)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("count", [3, 20, 40, 300])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_labels_do_not_overlap_nor_leave_the_drawing(layout, count, width):
    check(layout(20 if layout is targets and count > 20 else count, width))


@pytest.mark.parametrize("report", [FRENCH, ENGLISH, SHORT, "france-urbaine-rtes-2020-2023"])
def test_figures_of_real_reports(report):
    for figure in assessment(gold_tables(REPORTS / report))._page.content.figures.values():
        for drawing in (figure.content.wide, figure.content.narrow):
            check(drawing)
            assert not [label.text for label in drawing.labels if set(label.text) & {"'", '"'}], "marks as typed"
            assert not [label.text for label in drawing.labels if label.text.endswith(("«", "“")) or label.text.startswith(("»", "”"))], (
                "a mark alone"
            )
        text = figure.text
        check(standalone(figure.content, caption=text.caption.text, reading=text.reading, source=text.source.text))


def test_300_actions_become_strips():
    drawing = timeline(300, WIDE)
    assert drawing.height < 1000 and len(drawing.labels) < 40


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_the_same_drawing_gives_the_same_bytes(layout):
    assert to_svg(layout(5, WIDE)) == to_svg(layout(5, WIDE))
    assert to_png(layout(3, NARROW)) == to_png(layout(3, NARROW))


def test_inline_svg_is_named_described_and_coloured_by_property():
    svg = to_inline_svg(timeline(6, WIDE), name="f2w", title="Calendrier de <six> actions", description="De 2020 à 2024.", css="w")
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img" and root.get("aria-labelledby") == "f2wt f2wd"
    assert root[0].text == "Calendrier de <six> actions" and root[1].text == "De 2020 à 2024."
    assert not any(f'"{colour}"' in svg for colour in PROPERTIES) and "var(--ax1)" in svg
    assert "style=" not in svg and "<style" not in svg and "font-family" not in svg


def test_standalone_svg_has_its_own_colours():
    assert "var(" not in to_svg(timeline(6, WIDE)) and AXES[0] in to_svg(timeline(6, WIDE))


def test_one_axis_one_colour():
    colours = axis_colours(["a", "b", "c", "d", "e", "f", "g"])
    assert len(set(list(colours.values())[:5])) == 5 and colours["f"] == colours["g"] == NEUTRAL
    contents = assessment(gold_tables(REPORTS / FRENCH))._page.content.figures
    used = {shape.fill for shape in contents["calendrier"].content.wide.shapes if isinstance(shape, Dot)}
    assert set(AXES[:3]) <= used


def test_shapes_stay_inside_on_odd_dates():
    for start, end in ((date(1, 1, 1), date(9999, 12, 31)), (date(2022, 1, 1), date(2022, 1, 1)), (date(9999, 12, 31), None)):
        marks = [TimelineMark("x", "Axe", NEUTRAL, start, end, "done")] * 3
        for frame in (FRAME, Frame(None, None, None, "")):
            drawing = draw_timeline(marks, frame, width=WIDE)
            assert all(0 <= shape.x1 <= WIDE for shape in drawing.shapes if isinstance(shape, Line))


def test_lines_fit_their_width():
    for line in lines_of(NAME + " " + "m" * 300, 120):
        assert text_width(line, 13) <= 121
    assert lines_of("", 100) == [""]
