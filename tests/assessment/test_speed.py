"""The checks take time in proportion to the text, whatever it is made of."""

import time

import pytest
from written_report import Written

from partnership_analysis.assessment.findings import run_checks

SIZE = 40_000
HOSTILE = {
    "points": ".",
    "points and spaces": ". ",
    "capitals": "ABC ",
    "opening quotation marks": "«",
    "acronyms in brackets": "(ABC) ",
    "percentages": "5 % ",
    "empty lines": "\n",
    "total rows": "| Total | 1 |\n",
    "items": "- Un deux trois.\n",
    "hyphens": "a-",
    "wrong encoding": "Ã©",
    "items after a lead-in": "trois axes : a; ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_eight_times_the_text_takes_no_sixty_times_as_long(unit: str) -> None:
    head = "| a | b |\n|---|---|\n" if unit.startswith("|") else "x"
    seconds = []
    for size in (SIZE, 8 * SIZE):
        tables = Written(head + unit * (size // len(unit))).tables()
        start = time.process_time()
        run_checks(tables)
        seconds.append(time.process_time() - start)
    assert seconds[1] < 24 * seconds[0] + 0.5
