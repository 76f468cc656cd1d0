"""Drawings to SVG and PNG with matplotlib, and the size of a text.

Matplotlib is a second of import on a slow machine: it is loaded when the first figure is drawn. The SVG keeps text as text, has no
style of its own and no clock in it; ids come from the caller. Text is never read as mathematics (`$` is a dollar sign).
"""

import io
import logging
import re
import warnings
from functools import cache
from typing import Any
from xml.etree import ElementTree

from markupsafe import Markup, escape

from partnership_analysis.presentation.figures.drawing import PAPER, PROPERTIES, Box, Dot, Drawing, Label, Line, Polygon, Shape
from partnership_analysis.presentation.markup import shown

NUMBER = re.compile(r"-?\d+\.\d+")
KEPT = ("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "opacity")
SVG = "{http://www.w3.org/2000/svg}"
SHARPNESS = 2
"""Pixels of a PNG for one of the drawing."""


@cache
def _matplotlib() -> Any:
    """Matplotlib, loaded quietly: it writes to a log where the home folder is read-only, and nothing of that belongs on a page."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    import matplotlib
    import matplotlib.figure
    import matplotlib.font_manager

    return matplotlib


@cache
def _font(size: int, bold: bool) -> Any:
    manager = _matplotlib().font_manager
    font = manager.get_font(manager.findfont(manager.FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal")))
    font.set_size(size, 72)
    return font


@cache
def text_width(text: str, size: int, *, bold: bool = False) -> float:
    """The width of a text in pixels, in the widest of the fonts that the page may be shown in."""
    font = _font(size, bold)
    font.set_size(size, 72)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a letter the font lacks is drawn by another one in the browser
        font.set_text(shown(text), 0.0)
    return float(font.get_width_height()[0]) / 64


def label_box(label: Label) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a label."""
    width = text_width(label.text, label.size, bold=label.bold)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - label.size * 0.78, left + width, label.y + label.size * 0.22


def to_svg(drawing: Drawing) -> str:
    """A standalone SVG file with its light colours on white."""
    body = _elements(drawing)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.width} {drawing.height}" width="{drawing.width}" height="{drawing.height}"'
    family = "font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif\""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head} {family}>\n<rect width="100%" height="100%" fill="{PAPER}"/>\n{body}</svg>\n'


def to_inline_svg(drawing: Drawing, *, name: str, title: str, description: str, css: str) -> Markup:
    """An SVG for the page: named and described for those who do not see it, colours as custom properties. `name` begins its ids."""
    body = _elements(drawing)
    for colour, variable in PROPERTIES.items():
        body = body.replace(f'"{colour}"', f'"var(--{variable})"')
    head = f'<svg class="{css}" role="img" aria-labelledby="{name}t {name}d" viewBox="0 0 {drawing.width} {drawing.height}" width="{drawing.width}" height="{drawing.height}">'
    return Markup(f'{head}<title id="{name}t">{escape(shown(title))}</title><desc id="{name}d">{escape(shown(description))}</desc>\n{body}</svg>')


def to_png(drawing: Drawing) -> bytes:
    """A PNG on white, two pixels for one."""
    target = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _figure(drawing).savefig(target, format="png", dpi=72 * SHARPNESS, facecolor=PAPER, metadata={"Software": None})
    return target.getvalue()


def _figure(drawing: Drawing) -> Any:
    matplotlib = _matplotlib()
    figure = matplotlib.figure.Figure(figsize=(drawing.width / 72, drawing.height / 72), dpi=72)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, drawing.width)
    axes.set_ylim(drawing.height, 0)
    axes.set_axis_off()
    for order, shape in enumerate(drawing.shapes):
        _draw(axes, shape).set_zorder(order)  # drawn in the order of the layout
    return figure


def _draw(axes: Any, shape: Shape) -> Any:
    """Put a shape on the axes; returns matplotlib's object for it."""
    from matplotlib import patches
    from matplotlib.lines import Line2D

    patch: Any
    match shape:
        case Line():
            return axes.add_line(
                Line2D((shape.x1, shape.x2), (shape.y1, shape.y2), color=shape.colour, linewidth=shape.line, solid_capstyle="butt", clip_on=False)
            )
        case Label():
            text = axes.text(
                shape.x,
                shape.y,
                shown(shape.text),
                fontsize=shape.size,
                fontweight="bold" if shape.bold else "normal",
                fontfamily="DejaVu Sans",
                color=shape.colour,
                ha={"start": "left", "middle": "center", "end": "right"}[shape.anchor],
                va="baseline",
            )
            text.set_parse_math(False)
            return text
        case Dot():
            patch = patches.Circle((shape.x, shape.y), shape.radius, facecolor=shape.fill, edgecolor=shape.edge, linewidth=shape.line)
        case Polygon():
            patch = patches.Polygon(shape.points, closed=True, facecolor=shape.fill, edgecolor="none")
        case Box():
            style: dict[str, Any] = {"facecolor": shape.fill or "none", "edgecolor": shape.edge or "none", "linewidth": shape.line}
            if shape.dashed:
                style["linestyle"] = (0, (4, 3))
            corner, width, height = (shape.x, shape.y), shape.width, shape.height
            round_ = min(shape.rounding, width / 2, height / 2)
            patch = (
                patches.FancyBboxPatch(corner, width, height, boxstyle=f"round,pad=0,rounding_size={round_}", **style)
                if round_
                else patches.Rectangle(corner, width, height, **style)
            )
    patch.set_clip_on(False)
    return axes.add_patch(patch)


def _elements(drawing: Drawing) -> str:
    """The shapes and texts of matplotlib's SVG, one a line, without its groups, styles, fonts and metadata."""
    matplotlib = _matplotlib()
    target = io.StringIO()
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": "partnership-analysis"}), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _figure(drawing).savefig(target, format="svg", metadata={"Date": None, "Creator": None, "Type": None, "Format": None})
    lines = []
    found = [element for element in ElementTree.fromstring(target.getvalue()).iter() if element.tag in (f"{SVG}path", f"{SVG}text")]
    for element in found[1:]:  # the first path is the ground of the whole figure
        style = dict(part.split(": ", 1) for part in (element.get("style") or "").split("; ") if ": " in part)
        kept = "".join(f' {key}="{style[key]}"' for key in KEPT if key in style and not (key == "stroke-linejoin" and style[key] == "miter"))
        if element.tag == f"{SVG}path":
            path = NUMBER.sub(_short, " ".join((element.get("d") or "").split()))
            lines.append(f'<path d="{path}"{kept}/>\n')
        else:
            weight = ' font-weight="700"' if style.get("font-weight") == "700" else ""
            anchor = f' text-anchor="{style["text-anchor"]}"' if style.get("text-anchor", "start") != "start" else ""
            size = style.get("font-size", "13px").removesuffix("px")
            x, y = (NUMBER.sub(_short, element.get(key) or "0") for key in ("x", "y"))
            lines.append(f'<text x="{x}" y="{y}" font-size="{size}"{weight}{anchor}{kept}>{escape(element.text or "")}</text>\n')
    return "".join(lines)


def _short(match: re.Match[str]) -> str:
    return f"{float(match.group()):.1f}".removesuffix(".0")
