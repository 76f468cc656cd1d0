"""The findings on what perfect extraction would give, over all gold reports together."""

import json
from pathlib import Path

from gold_tables import gold_tables

from partnership_analysis.evaluation import score

REPORTS = sorted(path.parent for path in (Path(__file__).parents[1] / "golden" / "reports").glob("*/gold.json"))
PRECISION, RECALL = 0.95, 0.95


def test_findings_on_gold_tables() -> None:
    wrong: list[tuple[str, str, str]] = []
    missed: list[tuple[str, str, str]] = []
    hits = 0
    for folder in REPORTS:
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        found = score(folder.name, gold, gold_tables(folder)).findings
        wrong += [(folder.name, row["check"], row["message"]) for row in found.wrong]
        missed += [(folder.name, row["check"], str(row.get("about"))) for row in found.missed]
        hits += sum(not row.get("optional") for row in gold.get("findings", [])) - len(found.missed)
    assert hits >= PRECISION * (hits + len(wrong)), wrong
    assert hits >= RECALL * (hits + len(missed)), missed
