"""The checks and summaries take whatever tables come: reports cut, shuffled, doubled, with signs put in anywhere."""

import random
from pathlib import Path

import pytest

from partnership_analysis.assessment import summaries
from partnership_analysis.assessment.findings import run_checks
from partnership_analysis.errors import PartnershipError
from partnership_analysis.parsing import parse

TEXTS = [
    next(path.parent.glob("report.*")).read_text(encoding="utf-8") for path in sorted(Path(__file__).parents[1].glob("golden/reports/*/gold.json"))
]
SIGNS = "|#*«»()[]0123456789%€.,:; \n\x00Ã©"
FUNCTIONS = (
    summaries.own_date, summaries.months_elapsed, summaries.status_count, summaries.kind_counts, summaries.figure_counts,
    summaries.evidence_matrix, summaries.participants, summaries.criteria, summaries.targets, summaries.changes, summaries.means,
    summaries.timeline, summaries.undated, summaries.gaps,
)  # fmt: skip


def spoilt(seed: int) -> str:
    chance = random.Random(seed)
    text = chance.choice(TEXTS)
    lines = text.split("\n")
    if seed % 4 == 0:
        start = chance.randrange(len(text) - 500)
        return text[start : start + chance.randrange(200, 4000)]
    if seed % 4 == 1:
        chance.shuffle(lines)
        return "\n".join(lines)
    if seed % 4 == 2:
        return "\n".join(line for line in lines for _ in range(chance.choice((0, 1, 1, 2))))
    characters = list(text)
    for _ in range(200):
        characters[chance.randrange(len(characters))] = chance.choice(SIGNS)
    return "".join(characters)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_the_report(seed: int) -> None:
    try:
        tables = parse(spoilt(seed))
    except PartnershipError:
        return
    length = len(tables.document.text)
    for language in ("fr", "en"):
        for finding in run_checks(tables, language=language):
            assert finding.message
            assert all(0 <= start < end <= length for start, end in finding.evidence)
    for function in FUNCTIONS:
        function(tables)
