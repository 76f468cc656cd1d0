"""Styles of an OpenDocument text: what is bold or italic, and how lists and headings are numbered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from partnership_analysis.reading.numerals import FORMS, numeral

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, STYLE, DRAW = (f"{{{OASIS}{name}:1.0}}" for name in ("office", "text", "table", "style", "drawing"))
FO = f"{{{OASIS}xsl-fo-compatible:1.0}}"
OUTLINE = "outline of headings"
DEEPEST_STYLE = 12


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """A style with what it takes from those it is based on."""

    names: tuple[str, ...]
    """Its own and theirs, in small letters."""
    italic: bool
    bold: bool


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How a level of a list is numbered; `form` is empty for a bullet."""

    form: str
    prefix: str
    suffix: str
    shown: int
    start: int


def read_styles(*roots: Any) -> dict[tuple[str, str], NamedStyle]:
    """Styles by family and name."""
    raw = {(one.get(STYLE + "family"), one.get(STYLE + "name")): one for root in roots if root is not None for one in root.iter(STYLE + "style")}
    styles: dict[tuple[str, str], NamedStyle] = {}
    for (family, name), style in raw.items():
        chain = [style]
        while (base := raw.get((family, chain[-1].get(STYLE + "parent-style-name")))) is not None and len(chain) < DEEPEST_STYLE:
            chain.append(base)
        slant, weight = (next((found for one in chain for found in _property(one, key)), "normal") for key in ("font-style", "font-weight"))
        names = tuple((one.get(STYLE + "display-name") or one.get(STYLE + "name") or "").replace("_20_", " ").lower() for one in chain)
        bold = weight == "bold" or (weight.isdecimal() and int(weight) >= 600)
        styles[family or "", name or ""] = NamedStyle(names, slant in ("italic", "oblique"), bold)
    return styles


def _property(style: Any, key: str) -> list[str]:
    properties = style.find(STYLE + "text-properties")
    found = properties.get(FO + key) if properties is not None else None
    return [found] if found else []


def read_lists(*roots: Any) -> dict[str, Mapping[int, ListLevel]]:
    """The levels of each list style, counted from 1; those of headings under `OUTLINE`."""
    lists: dict[str, Mapping[int, ListLevel]] = {}
    for root in roots:
        for tag in ("list-style", "outline-style"):
            for one in root.iter(TEXT + tag) if root is not None else ():
                name = (one.get(STYLE + "name") or "") if tag == "list-style" else OUTLINE
                lists[name] = {int(level.get(TEXT + "level", "1")): _level(level) for level in one if (level.get(TEXT + "level") or "1").isdecimal()}
    return lists


def _level(element: Any) -> ListLevel:
    form = "" if element.tag.endswith("bullet") or element.tag.endswith("image") else FORMS.get(element.get(STYLE + "num-format") or "", "")
    shown, start = (
        int(value) if (value := element.get(TEXT + key) or "1").isdecimal() and len(value) < 4 else 1 for key in ("display-levels", "start-value")
    )
    return ListLevel(form, element.get(STYLE + "num-prefix") or "", element.get(STYLE + "num-suffix") or "", shown, start)


def label_of(levels: Mapping[int, ListLevel], counts: Mapping[int, int], level: int) -> str:
    """What stands before an item or heading: `2.1.`, `a)`."""
    how = levels[level]
    if not how.form:
        return ""
    shown = [one for one in range(max(1, level - how.shown + 1), level + 1) if one in levels and levels[one].form]
    number = ".".join(numeral(counts.get(one, levels[one].start), levels[one].form) for one in shown)
    label = f"{how.prefix}{number}{how.suffix}".strip()
    return label if how.suffix.strip() or how.prefix.strip() or len(shown) > 1 else f"{label}."
