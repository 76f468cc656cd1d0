"""The tour for analysts answers its ten questions."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "notebooks" / "explore.ipynb"
QUESTIONS = 10


def cells(path: Path = NOTEBOOK) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def test_ten_questions_each_with_an_answer():
    asked = [cell for cell in cells() if cell["cell_type"] == "markdown" and "".join(cell["source"]).startswith("## ")]
    assert len(asked) == QUESTIONS
    assert all(len("".join(cell["source"]).splitlines()) <= 5 for cell in cells() if cell["cell_type"] == "code")


def test_it_runs(tmp_path: Path):
    papermill = pytest.importorskip("papermill")
    papermill.execute_notebook(str(NOTEBOOK), str(tmp_path / "x.ipynb"), cwd=str(ROOT), progress_bar=False, start_timeout=600)
    shown = [output for cell in cells(tmp_path / "x.ipynb") for output in cell.get("outputs", ())]
    assert [output["output_type"] for output in shown] == ["execute_result"] * (QUESTIONS + 1)
    html = ["".join(output["data"].get("text/html", "")) for output in shown[1:]]
    assert sum("<td>" in one for one in html) >= QUESTIONS - 2
    assert "⟦" in "".join(shown[9]["data"]["text/plain"])
