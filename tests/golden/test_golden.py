"""The gold reports against the score: none falls below what was reached.

`floors.toml` holds, for each report, the lowest score allowed of each table, of the attributes and of the findings. Raise a floor
when a rule gains; lower one only with the reason in the commit.
"""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from partnership_analysis.evaluation import ReportScore, evaluate_report

FOLDER = Path(__file__).parent
REPORTS = sorted(path.parent.name for path in (FOLDER / "reports").glob("*/gold.json"))
FLOORS = tomllib.loads((FOLDER / "floors.toml").read_text(encoding="utf-8"))


@cache
def reached(name: str) -> ReportScore:
    return evaluate_report(FOLDER / "reports" / name)


def figures(score: ReportScore) -> dict[str, float]:
    found = {table: one.f1 for table, one in score.tables.items()}
    return found | {"macro": score.macro_f1, "attributes": score.attributes, "precision": score.findings.precision, "recall": score.findings.recall}


def test_every_report_has_floors() -> None:
    assert set(FLOORS) == set(REPORTS)


@pytest.mark.parametrize("name", REPORTS)
def test_no_score_falls(name: str) -> None:
    found = figures(reached(name))
    fallen = {key: (round(found[key], 4), floor) for key, floor in FLOORS[name].items() if found[key] < floor - 1e-4}
    assert fallen == {}


@pytest.mark.parametrize("name", REPORTS)
def test_the_report_itself(name: str) -> None:
    assert [column for column, agreed in reached(name).head.items() if not agreed] == []
