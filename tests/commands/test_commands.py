"""The commands as a user types them: what they print, what they write, how they fail."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from partnership_analysis import __version__
from partnership_analysis.cli import main

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "data" / "france-urbaine-rtes-2020-2023.txt"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def make_missing(folder: Path) -> Path:
    return folder / "absent.txt"


def make_folder(folder: Path) -> Path:
    (folder / "dossier").mkdir()
    return folder / "dossier"


def file_maker(name: str, content: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


BAD = [
    (make_missing, "no such file"),
    (make_folder, "folder"),
    (file_maker("vide.txt", b""), "empty"),
    (file_maker("blanc.txt", b" \n\t\n"), "empty"),
    (file_maker("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200)), "picture"),
    (file_maker("programme.txt", bytes(range(256)) * 8), "programme.txt"),
    (file_maker("cyrillique.txt", ("Отчёт о партнёрстве городов и университетов за 2021 год. " * 20).encode("koi8-r")), "UTF-8"),
    (file_maker("casse.pdf", b"%PDF-1.7\nnothing"), "casse.pdf"),
    (file_maker("casse.docx", b"PK\x03\x04 broken"), "casse.docx"),
]


@pytest.mark.parametrize(("make", "words"), BAD)
@pytest.mark.parametrize("command", ["tables", "assess"])
def test_bad_input_is_one_line_and_leaves_earlier_results(command: str, make: Callable[[Path], Path], words: str, tmp_path: Path) -> None:
    output = tmp_path / "out"
    output.mkdir()
    (output / "earlier.txt").write_text("kept", encoding="utf-8")
    result = run(command, make(tmp_path), "--output", output)
    assert result.exit_code == 2
    assert result.output.startswith("partnership-analysis: ") and result.output.count("\n") == 1 and words in result.output
    assert [path.name for path in output.iterdir()] == ["earlier.txt"]


def test_tables_writes_everything(tmp_path: Path) -> None:
    result = run("tables", REPORT, "--output", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert {"report.json", "text.txt", "tables.xlsx", "actions.json", "actions.csv", "actions.parquet", "findings.json"} <= {
        p.name for p in (tmp_path / "out").iterdir()
    }
    assert (tmp_path / "out" / "text.txt").read_text(encoding="utf-8") == REPORT.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_tables_is_the_same_on_every_run(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        subprocess.run([sys.executable, "-m", "partnership_analysis.cli", "tables", REPORT, "-o", tmp_path / folder], check=True, capture_output=True)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_a_text_without_a_partnership_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "poeme.txt").write_text("Sous le pont coule la rivière et nos amours faut-il qu'il m'en souvienne", encoding="utf-8")
    result = run("tables", tmp_path / "poeme.txt", "--output", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "actions.json").read_text(encoding="utf-8").strip() == "[]"


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    result = run("tables", REPORT, "--output", tmp_path / "out")
    assert result.exit_code == 2 and "--output" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_evaluate_prints_every_report() -> None:
    result = run("evaluate", ROOT / "tests" / "golden" / "reports")
    assert result.exit_code == 0, result.output
    assert "france-urbaine-rtes-2020-2023: macro F1" in result.output and "mean of" in result.output


def test_evaluate_refuses_a_folder_without_gold(tmp_path: Path) -> None:
    result = run("evaluate", tmp_path)
    assert result.exit_code == 2 and "no gold report" in result.output


@pytest.mark.parametrize(
    ("words", "shown"), [(["--help"], "assess"), (["tables", "--help"], "workbook"), (["--version"], __version__), (["assess", "-h"], "--language")]
)
def test_help_and_version(words: list[str], shown: str) -> None:
    result = run(*words)
    assert result.exit_code == 0 and shown in result.output
