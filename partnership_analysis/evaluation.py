"""Scores of extracted tables against gold tables, so that whoever changes a rule sees at once what it gains and loses.

A gold folder holds one folder a report: `report.*` (or `*.txt`, `*.md` …) and `gold.json` with a list of rows a table. Rows are
paired one to one, best likeness first; a table's F1 comes from its pairs, its attributes from what paired rows agree on. Gold
rows marked `optional` neither reward nor cost. The measure is the contract's, line for line.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from partnership_analysis.assessment.findings import run_checks
from partnership_analysis.errors import GoldError
from partnership_analysis.extraction.records import TABLES
from partnership_analysis.parsing import parse
from partnership_analysis.tables.files import table_records
from partnership_analysis.tables.model import Tables

Row = dict[str, Any]
Likeness = Callable[[Row, Row], float]

SCORED = tuple(table for table in TABLES if table != "findings")
ATTRIBUTES = {
    "actions": ("kind", "status", "mode", "date_start", "date_end", "axis_id", "place"),
    "organisations": ("kind", "acronym"),
    "memberships": ("former",),
    "participations": ("role",),
    "indicators": ("qualifier", "unit", "kind", "value", "baseline", "target"),
    "instruments": ("kind", "year_start"),
    "publications": ("kind",),
    "quotations": ("people",),
    "links": ("url",),
}
"""What paired rows of a table are asked to agree on."""
IDS = {"people": "person_id", "organisations": "organisation_id", "actions": "action_id", "axes": "axis_id"}
STOP = frozenset("de du des la le les l d et a au aux en pour un une the of and for to in on an of charge chargee".split())  # noqa: SIM905
MODES = (None, "joint", "single", "third_party")
TOLERANCE = 1e-9


@dataclass(frozen=True)
class TableScore:
    """How one table compares with gold."""

    wanted: int
    offered: int
    matched: int
    precision: float
    recall: float
    attributes: dict[str, float]
    missed: tuple[Row, ...] = field(repr=False)
    wrong: tuple[Row, ...] = field(repr=False)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class ReportScore:
    """How the tables of one report compare with gold."""

    name: str
    tables: dict[str, TableScore]
    findings: TableScore
    head: dict[str, bool]
    """Which fields of the report object agree."""

    @property
    def macro_f1(self) -> float:
        """Mean F1 over the tables."""
        return sum(table.f1 for table in self.tables.values()) / len(self.tables)

    @property
    def attributes(self) -> float:
        """Mean agreement over all attributes of paired rows; 1 where there is none."""
        values = [value for table in self.tables.values() for value in table.attributes.values()]
        return sum(values) / len(values) if values else 1.0


def evaluate(gold: Path) -> Iterator[ReportScore]:
    """Parse and score every report of a gold folder, in order of name.

    Raises: GoldError: no gold report in the folder, or one that cannot be used.
    """
    folders = sorted(path.parent for path in gold.glob("*/gold.json"))
    if not folders:
        raise GoldError(str(gold), "no gold report in it", "name a folder that holds <report>/gold.json")
    for folder in folders:
        yield evaluate_report(folder)


def evaluate_report(folder: Path) -> ReportScore:
    """Parse and score one report of a gold folder. Raises: GoldError: the gold or its report cannot be used."""
    try:
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(str(folder / "gold.json"), f"cannot be read ({error})", "mend or remove it") from error
    reports = sorted(path for path in folder.glob("report.*"))
    if not reports:
        raise GoldError(str(folder), "no report.txt or report of another format beside gold.json", "add it")
    return score(folder.name, gold, parse(reports[0]))


def score(name: str, gold: dict[str, Any], tables: Tables) -> ReportScore:
    """Compare the tables of a report with its gold (the content of `gold.json`)."""
    found: dict[str, Any] = {table: table_records(tables, table) for table in SCORED}
    head = {column: getattr(tables.report, column) for column in ("title", "language", "partners", "period_start", "period_end", "signed_on")}
    findings = [
        {"check": row.check, "axis_id": row.axis_id, "evidence": [list(span) for span in row.evidence], "message": row.message}
        for row in run_checks(tables)
    ]
    comparison = _Comparison(gold, found)
    scores = {table: comparison.table(table) for table in SCORED}
    return ReportScore(name, scores, comparison.findings(gold.get("findings", []), findings), comparison.head(gold.get("report", {}), head))


class _Comparison:
    """One gold and one set of tables; ids found are mapped to gold ids table by table, in the contract's order."""

    def __init__(self, gold: dict[str, Any], found: dict[str, Any]) -> None:
        self.gold = gold
        self.found = found
        self.maps: dict[str, dict[Any, Any]] = {table: {} for table in IDS}

    def table(self, table: str) -> TableScore:
        gold, found = self.gold.get(table, []), self.found.get(table, [])
        pairs = _paired(gold, found, self._likeness(table))
        if table in IDS:
            key = IDS[table]
            self.maps[table] = {found[j].get(key): gold[i].get(key) for i, j in pairs}
            if table in ("people", "organisations"):  # a second row of the same name is a duplicate, yet its id still means that name
                for row in found:
                    self.maps[table].setdefault(row.get(key), next((g.get(key) for g in gold if _names(g) & _names(row)), None))
        hits = [(i, j) for i, j in pairs if not gold[i].get("optional")]
        attributes = {}
        for attribute in ATTRIBUTES.get(table, ()):
            known = [(i, j) for i, j in hits if attribute in gold[i]]
            if known:
                attributes[attribute] = sum(self._agrees(attribute, gold[i], found[j]) for i, j in known) / len(known)
        return _table_score(gold, found, pairs, attributes)

    def findings(self, gold: list[Row], found: list[Row]) -> TableScore:
        def likeness(g: Row, f: Row) -> float:
            if g.get("check") != f.get("check"):
                return 0
            touch = any(a < d and c < b for a, b in g.get("evidence") or [] for c, d in f.get("evidence") or [])
            same_axis = self.maps["axes"].get(f.get("axis_id")) == g.get("axis_id")
            both_axes = g.get("axis_id") is not None and f.get("axis_id") is not None
            per_part = g["check"].startswith(("axis_", "actions_"))
            return 2 if touch else 1 if same_axis and ((per_part and both_axes) or not (g.get("evidence") and f.get("evidence"))) else 0

        return _table_score(gold, found, _paired(gold, found, likeness), {}, nothing=1.0)

    def head(self, gold: Row, found: Row) -> dict[str, bool]:
        as_text = {column: found[column].isoformat() if hasattr(found[column], "isoformat") else found[column] for column in found}
        agreed: dict[str, bool] = {
            column: gold[column] == as_text[column] for column in ("language", "period_start", "period_end", "signed_on") if column in gold
        }
        if "title" in gold:
            agreed["title"] = _alike(gold["title"], found["title"]) >= 0.8
        if "partners" in gold:
            agreed["partners"] = {self.maps["organisations"].get(partner) for partner in found["partners"]} == set(gold["partners"])
        return agreed

    def _likeness(self, table: str) -> Likeness:
        return {
            "axes": self._axes,
            "actions": _actions,
            "people": _named,
            "organisations": _named,
            "memberships": self._memberships,
            "participations": self._participations,
            "indicators": _indicators,
            "dates": _dates,
            "places": lambda g, f: _fold(g.get("name")) == _fold(f.get("name")),
            "instruments": _instruments,
            "publications": _publications,
            "quotations": lambda g, f: share if (share := _overlap(g, f)) >= 0.8 else 0,
            "links": lambda g, f: _overlap(g, f) > 0.5,
        }[table]

    def _axes(self, g: Row, f: Row) -> float:
        if g.get("kind") != f.get("kind"):
            return 0
        if g.get("kind") == "introduction":
            return 1
        both = (self.gold.get("axes", []), self.found.get("axes", []))
        if g.get("kind") == "transversal" and all(sum(row.get("kind") == "transversal" for row in rows) == 1 for rows in both):
            return 1
        a, b = _fold(g.get("title")), _fold(f.get("title"))
        close = 1 if min(len(a), len(b)) >= 20 and (a.startswith(b) or b.startswith(a)) else _alike(a, b)
        return close if close >= 0.8 or (g.get("number") is not None and g["number"] == f.get("number") and close >= 0.5) else 0

    def _memberships(self, g: Row, f: Row) -> float:
        if not self._same("people", g, f, "person_id") or (g.get("organisation_id") is None) != (f.get("organisation_id") is None):
            return 0
        if g.get("organisation_id") is not None and not self._same("organisations", g, f, "organisation_id"):
            return 0
        a, b = _words(g.get("role")), _words(f.get("role"))
        share = len(a & b) / max(1, min(len(a), len(b)))
        return share if share >= 0.6 else 0

    def _participations(self, g: Row, f: Row) -> float:
        actor = self.maps["people"].get(f.get("actor_id")) or self.maps["organisations"].get(f.get("actor_id"))
        if not self._same("actions", g, f, "action_id") or actor is None or actor != g.get("actor_id"):
            return 0
        return 1 + 0.5 * (g.get("role") == f.get("role"))

    def _same(self, table: str, g: Row, f: Row, key: str) -> bool:
        return f.get(key) is not None and self.maps[table].get(f.get(key)) == g.get(key)

    def _agrees(self, attribute: str, g: Row, f: Row) -> bool:
        a, b = g.get(attribute), f.get(attribute)
        if attribute == "axis_id":
            return bool(self.maps["axes"].get(b) == a)
        if attribute == "people":
            return {self.maps["people"].get(person) for person in b or []} == set(a or [])
        if attribute == "unit":
            x, y = _words(a), _words(b)
            return bool(x & y) if x and y else _fold(a) == _fold(b)
        if attribute in ("value", "baseline", "target"):
            return (a is None) == (b is None) and (a is None or _same_number(a, b))
        if attribute in ("place", "acronym"):
            return _fold(a) == _fold(b)
        return bool(a == b) or (attribute == "mode" and a not in MODES)


def _table_score(
    gold: list[Row], found: list[Row], pairs: list[tuple[int, int]], attributes: dict[str, float], nothing: float | None = None
) -> TableScore:
    """`nothing` is precision and recall where nothing is offered or wanted; None: each row invented halves, thirds … the score."""
    matched = sum(not gold[i].get("optional") for i, _ in pairs)
    wanted = sum(not row.get("optional") for row in gold)
    offered = len(found) - (len(pairs) - matched)
    if nothing is not None:
        precision, recall = (matched / offered if offered else nothing), (matched / wanted if wanted else nothing)
    elif wanted:
        precision, recall = (matched / offered if offered else 0.0), matched / wanted
    else:
        precision = recall = 1 / (1 + offered)
    in_gold, in_found = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = tuple(row for i, row in enumerate(gold) if i not in in_gold and not row.get("optional"))
    wrong = tuple(row for j, row in enumerate(found) if j not in in_found)
    return TableScore(wanted, offered, matched, precision, recall, attributes, missed, wrong)


def _paired(gold: list[Row], found: list[Row], likeness: Likeness) -> list[tuple[int, int]]:
    """Greedy one-to-one pairing, required rows before optional ones, best likeness first; 0 never pairs."""
    candidates = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            if close := likeness(g, f):
                candidates.append((not g.get("optional"), close, -abs((g.get("start") or 0) - (f.get("start") or 0)), i, j))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, _, _, i, j in sorted(candidates, reverse=True):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def _actions(g: Row, f: Row) -> float:
    share = _overlap(g, f)
    return share + 0.5 * (g.get("kind") == f.get("kind")) if share >= 0.5 else 0


def _named(g: Row, f: Row) -> float:
    return bool(_names(g) & _names(f))


def _indicators(g: Row, f: Row) -> float:
    a, b = (row["value"] if row.get("value") is not None else row.get("target") for row in (g, f))
    if a is None or b is None or not _same_number(a, b):
        return 0
    return _overlap(g, f) * (1 if (g.get("value") is None) == (f.get("value") is None) else 0.5)


def _dates(g: Row, f: Row) -> float:
    share = _overlap(g, f)
    return share if share >= 0.5 and all(g.get(column) == f.get(column) for column in ("date_start", "date_end")) else 0


def _instruments(g: Row, f: Row) -> float:
    if _names(g) & _names(f):
        return 1
    best = max((_alike(a, b) for a in _names(g) for b in _names(f)), default=0.0)
    return best if best >= 0.8 else 0


def _publications(g: Row, f: Row) -> float:
    close = _alike(g.get("title"), f.get("title")) if g.get("title") and f.get("title") else 0.0
    return close if close >= 0.8 else (0.5 if _overlap(g, f) >= 0.8 else 0)


def _same_number(a: Any, b: Any) -> bool:
    return b is not None and abs(float(a) - float(b)) <= TOLERANCE * max(1, abs(a))


def _overlap(a: Row, b: Row) -> float:
    """Shared length over the shorter span's; 0 where either has no span."""
    if None in (a.get("start"), a.get("end"), b.get("start"), b.get("end")):
        return 0.0
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    shorter = min(a["end"] - a["start"], b["end"] - b["start"])
    return max(0.0, shared) / shorter if shorter > 0 else 0.0


def _fold(text: str | None) -> str:
    """Lower case without accents, quotes or punctuation, single spaces; currency and per cent signs stay."""
    plain = unicodedata.normalize("NFKD", text or "").lower().replace("œ", "oe")
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9%€$£]+", " ", plain).split())


def _words(text: str | None) -> set[str]:
    return {word for word in _fold(text).split() if word not in STOP}


def _alike(a: str | None, b: str | None) -> float:
    return SequenceMatcher(None, _fold(a), _fold(b), autojunk=False).ratio()


def _names(row: Row) -> set[str]:
    every = (row.get("name"), row.get("acronym"), *(row.get("other_names") or ()))
    return {name for text in every if text and (name := re.sub(r"^(la|le|les|l|the) ", "", _fold(text)))}
