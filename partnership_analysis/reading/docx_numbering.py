"""Numbers that Word writes by itself before headings and items: they stand in no paragraph, only in `numbering.xml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from partnership_analysis.reading.numerals import numeral

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST_STYLE = 12
MOST_LEVELS = 9


def value(element: Any, *path: str) -> str | None:
    """The `w:val` of the element that a path of names leads to."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    found: str | None = None if element is None else element.get(W + "val")
    return found


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, with what it takes from those it is based on."""

    name: str
    outline: int | None
    """0 for a first-level heading."""
    number: str | None
    list_level: int | None
    depth: int = 0
    """How far a list is set in by its style's name alone, as `List Bullet 2` is."""


def read_styles(root: Any) -> dict[str, Style]:
    """Paragraph styles by their id. `root` is that of `styles.xml`, or None."""
    if root is None:
        return {}
    raw = {style.get(W + "styleId"): style for style in root.iterfind(W + "style") if style.get(W + "type") == "paragraph"}
    styles: dict[str, Style] = {}
    for identity, style in raw.items():
        chain, seen = [style], {identity}
        while (base := value(chain[-1], "basedOn")) in raw and base not in seen and len(chain) < DEEPEST_STYLE:
            seen.add(base)
            chain.append(raw[base])
        outline = next((found for one in chain if (found := _small(value(one, "pPr", "outlineLvl"))) is not None), None)
        names = [(value(one, "name") or "").lower() for one in chain]
        heading = next((int(name[8:]) - 1 for name in names if name.startswith("heading ") and name[8:].isdecimal()), None)
        styles[identity] = Style(
            names[0],
            heading if heading is not None else outline if outline is not None and outline < MOST_LEVELS else None,
            next((number for one in chain if (number := value(one, "pPr", "numPr", "numId"))), None),
            next((found for one in chain if (found := _small(value(one, "pPr", "numPr", "ilvl"))) is not None), None),
            int(names[0][-1]) - 1 if names[0].startswith("list ") and names[0][-1:].isdecimal() else 0,
        )
    return styles


def _small(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 6 else None


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered."""

    form: str
    text: str
    start: int
    style: str | None


@dataclass
class Numbers:
    """The lists of a document, counted on as its paragraphs are read in order."""

    levels: Mapping[str, Mapping[int, Level]]
    """By list (`numId`) and level."""
    shared: Mapping[str, str]
    """The list that a list counts on with."""
    restarts: Mapping[str, Mapping[int, int]]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def level_of(self, number: str, level: int | None, style: str | None) -> tuple[int, Level] | None:
        """The level that a paragraph of a list stands on: its own, else the one tied to its style."""
        levels = self.levels.get(number)
        if not levels:
            return None
        if level is None:
            level = next((one for one, found in levels.items() if style and found.style == style), 0)
        return (level, levels[level]) if level in levels else None

    def label(self, number: str, level: int) -> str:
        """Count a paragraph and give what Word writes before it."""
        levels = self.levels[number]
        counts = self.counts.setdefault(self.shared.get(number, number), {})
        if number not in self.begun:
            self.begun.add(number)
            for one, start in self.restarts.get(number, {}).items():
                counts[one] = start - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        text = levels[level].text
        for one in range(MOST_LEVELS):
            if f"%{one + 1}" in text:
                form = levels[one].form if one in levels else "decimal"
                text = text.replace(f"%{one + 1}", numeral(counts.get(one, levels[one].start if one in levels else 1), form))
        return text.strip()


def read_numbering(root: Any, styles: Mapping[str, Style]) -> Numbers:
    """The lists of a document. `root` is that of `numbering.xml`, or None."""
    if root is None:
        return Numbers({}, {}, {})
    abstract = {one.get(W + "abstractNumId"): one for one in root.iterfind(W + "abstractNum")}
    instances = {one.get(W + "numId"): one for one in root.iterfind(W + "num")}
    by_style = {value(one, "styleLink"): identity for identity, one in abstract.items() if value(one, "styleLink")}
    levels: dict[str, Mapping[int, Level]] = {}
    shared: dict[str, str] = {}
    restarts: dict[str, dict[int, int]] = {}
    for identity, one in instances.items():
        base = value(one, "abstractNumId") or ""
        if base in abstract and (link := value(abstract[base], "numStyleLink")) in by_style:
            base = by_style[link]
        if base not in abstract:
            continue
        found = _levels(abstract[base])
        for override in one.iterfind(W + "lvlOverride"):
            level = _small(override.get(W + "ilvl"))
            if level is None:
                continue
            found.update(_levels(override))
            if (start := _small(value(override, "startOverride"))) is not None:
                restarts.setdefault(identity, {})[level] = start
        levels[identity] = found
        shared[identity] = base
    return Numbers(levels, shared, restarts)


def _levels(element: Any) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for one in element.iterfind(W + "lvl"):
        level = _small(one.get(W + "ilvl"))
        if level is not None and level < MOST_LEVELS:
            start = _small(value(one, "start"))
            form = value(one, "numFmt") or "decimal"
            legal = one.find(W + "isLgl") is not None
            levels[level] = Level("decimal" if legal else form, value(one, "lvlText") or "", 1 if start is None else start, value(one, "pStyle"))
    return levels
