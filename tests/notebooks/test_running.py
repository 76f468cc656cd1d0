"""The notebook run for real: under papermill from a shell, under `assess`, several at once, and exported by the stock template."""

import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from assessed import SHORT

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "notebooks" / "assessment.ipynb"
REPORT = ROOT / "tests" / "golden" / "reports" / SHORT / "report.txt"
BIN = Path(sys.executable).parent


def run(*command: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=os.environ | environment, capture_output=True, text=True, timeout=600, check=False
    )


def papermill(folder: Path, *parameters: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return run(BIN / "papermill", NOTEBOOK, folder / "x.ipynb", *parameters, cwd=folder, **environment)


def assess(report: Path, output: Path, language: str = "fr", **environment: str) -> subprocess.CompletedProcess[str]:
    code = "import sys; from partnership_analysis.publishing import assess; print(*assess(sys.argv[1], output=sys.argv[2], language=sys.argv[3]), sep='\\n')"
    return run(sys.executable, "-c", code, report, output, language, cwd=output.parent, **environment)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `assess` makes of a report."""
    folder = tmp_path_factory.mktemp("assess")
    report = folder / "bilan de l'été.txt"
    shutil.copy(REPORT, report)
    done = assess(report, folder / "outputs")
    assert done.returncode == 0, done.stderr
    return folder / "outputs" / "bilan-de-l-ete"


def test_assess_makes_everything(made: Path):
    names = {str(path.relative_to(made)) for path in made.rglob("*") if path.is_file()}
    assert {"bilan-de-l-ete.html", "assessment.ipynb", "tables/tables.xlsx", "tables/report.json", "tables/actions.csv", "tables/text.txt"} <= names
    assert any(name.startswith("figures/") and name.endswith(".svg") for name in names)
    assert {name.removesuffix(".svg") for name in names if name.endswith(".svg")} == {
        name.removesuffix(".png") for name in names if name.endswith(".png")
    }
    assert [path.name for path in made.parent.iterdir()] == [made.name]


def test_assess_is_the_same_again(made: Path):
    """Page, figures, workbook and tables in every format, whatever the order of sets; the notebook but for the folder that it names."""
    again = assess(made.parents[1] / "bilan de l'été.txt", made.parents[1] / "again", PYTHONHASHSEED="77")
    assert again.returncode == 0, again.stderr
    other = made.parents[1] / "again" / made.name
    paths = sorted(path.relative_to(made) for path in made.rglob("*") if path.is_file())
    assert paths == sorted(path.relative_to(other) for path in other.rglob("*") if path.is_file())
    assert {".html", ".svg", ".png", ".xlsx", ".csv", ".parquet", ".json", ".ipynb"} <= {path.suffix for path in paths}
    for path in paths:
        first, second = (made / path).read_bytes(), (other / path).read_bytes()
        if path.suffix == ".ipynb":
            second = second.replace(str(other.parent).encode(), str(made.parent).encode())
        assert first == second, path


def test_the_executed_notebook_names_no_temporary_folder(made: Path):
    source = (made / "assessment.ipynb").read_text(encoding="utf-8")
    assert f".{made.name}-" not in source and "papermill" not in json.loads(source)["metadata"]


def test_a_failure_leaves_the_earlier_result(made: Path):
    before = {path: path.read_bytes() for path in made.rglob("*") if path.is_file()}
    bad = made.parents[1] / "bilan-de-l-ete.txt"
    bad.write_bytes(b"\x00\x01\x02" * 4000)
    done = assess(bad, made.parent)
    assert done.returncode != 0
    assert {path: path.read_bytes() for path in made.rglob("*") if path.is_file()} == before
    assert [path.name for path in made.parent.iterdir()] == [made.name]


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        (("-p", "langauge", "en"), "langauge: no such parameter; use one of report, output, language, period_start, period_end, axes"),
        (("-p", "axis", "2"), "axis: no such parameter"),
        (("-p", "language", "no"), "language: 'no' is not a language of assessments; use one of en, fr"),
        (("-p", "period_start", "2023", "-p", "period_end", "2022"), "period_end: 2022-12-31 lies before period_start"),
    ],
)
def test_papermill_stops_at_the_parameters(tmp_path: Path, parameters: tuple[str, ...], sentence: str):
    done = papermill(tmp_path, "-p", "report", str(REPORT), "-p", "output", "out", *parameters)
    assert done.returncode != 0
    assert sentence in done.stderr and 'File "' not in done.stderr.split("Exception encountered")[-1]
    assert not (tmp_path / "out").exists()


def test_papermill_reads_types_as_meant_and_shows_the_result(tmp_path: Path):
    shutil.copy(ROOT / "data" / "france-urbaine-rtes-2020-2023.txt", tmp_path / "2024")
    done = papermill(
        tmp_path, "-p", "report", "2024", "-p", "output", "out", "-p", "axes", "[1, 2]", "-p", "period_start", "2021", "-p", "language", "en"
    )
    assert done.returncode == 0, done.stderr[-2000:]
    cells = json.loads((tmp_path / "x.ipynb").read_text(encoding="utf-8"))["cells"]
    shown = [output for cell in cells for output in cell.get("outputs", ()) if "text/html" in output.get("data", {})]
    assert len(shown) >= 14 and not [output for cell in cells for output in cell.get("outputs", ()) if output["output_type"] == "stream"]
    assert (tmp_path / "out" / "2024" / "tables" / "tables.xlsx").is_file()


def test_no_code_under_the_stock_template(tmp_path: Path):
    """Papermill and nbconvert as anybody calls them: no code, no parameters, no warnings, no path of this machine."""
    assert papermill(tmp_path, "-p", "report", str(REPORT), "-p", "output", str(tmp_path / "out")).returncode == 0
    done = run(BIN / "jupyter", "nbconvert", "--to", "html", tmp_path / "x.ipynb", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "x.html").read_text(encoding="utf-8")
    visible = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.S)
    for words in ("open_assessment", "assessment.summary", "# Parameters", str(tmp_path), "stderr"):
        assert words not in visible, words
    assert "En bref" in visible


def test_style_hides_code_where_our_setting_does_not_reach():
    from partnership_analysis.presentation.style import notebook_style

    assert "body.jp-Notebook .jp-InputArea" in notebook_style() and "display:none!important" in notebook_style()


def test_the_setting_leaves_other_notebooks_alone():
    from nbformat.v4 import new_code_cell, new_notebook

    from partnership_analysis.presentation.hiding import HideCode

    theirs, _ = HideCode().preprocess(new_notebook(cells=[new_code_cell("x = 1")]), {})
    ours, _ = HideCode().preprocess(new_notebook(cells=[new_code_cell("x = 1")], metadata={"partnership_analysis": {}}), {})
    assert theirs.cells[0].source == "x = 1" and ours.cells[0].source == ""


def test_six_runs_at_once(tmp_path: Path):
    """Four reports and twice the same one, on one thread each and with a home that cannot be written to: all whole, nothing left behind."""
    home = tmp_path / "home"
    home.write_text("a file, so that not even root can write into it")
    names = ["a", "b", "c", "d", "a", "a"]
    for name in set(names):
        shutil.copy(REPORT, tmp_path / f"{name}.txt")
    output = tmp_path / "outputs"
    quiet = {"OMP_NUM_THREADS": "1", "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "XDG_CONFIG_HOME": str(home / "config")}
    with ThreadPoolExecutor(6) as pool:
        runs = list(pool.map(lambda name: assess(tmp_path / f"{name}.txt", output, **quiet), names))
    assert [one.returncode for one in runs] == [0] * 6, [one.stderr[-500:] for one in runs if one.returncode]
    assert sorted(path.name for path in output.iterdir()) == ["a", "b", "c", "d"]
    for name in "abcd":
        html = (output / name / f"{name}.html").read_text(encoding="utf-8")
        assert html.endswith("</html>") and (output / name / "tables" / "tables.xlsx").is_file()
    assert home.is_file()
