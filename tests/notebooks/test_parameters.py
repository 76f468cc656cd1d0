"""The notebook's parameters: read as meant, or refused in one sentence."""

from datetime import date
from pathlib import Path

import pytest
from assessed import FRENCH, REPORTS, assessment
from gold_tables import gold_tables

from partnership_analysis.errors import ParameterError
from partnership_analysis.presentation.parameters import NAMES, read_axes, read_day, read_language, read_parameters, refuse_unknown

AXES = [
    (None, None), ("", None), ("null", None), ("None", None), ("all", None), ("1,3", ("1", "3")), ("[1, 3]", ("1", "3")), ([1, 3], ("1", "3")),
    (2, ("2",)), ("2", ("2",)), ("1;3", ("1", "3")), (["x-1", 2], ("x-1", "2")), ("['1', '3']", ("1", "3")), ((1,), ("1",)), ("x-perspectives", ("x-perspectives",)),
]  # fmt: skip
NOT_AXES = [2.5, True, {"axis": 1}, [1.5], [None], [True]]
FIRST_DAYS = [
    (None, None), ("null", None), (2022, date(2022, 1, 1)), ("2022", date(2022, 1, 1)), ("2022-03", date(2022, 3, 1)), ("2022-3-5", date(2022, 3, 5)),
    (date(2022, 5, 6), date(2022, 5, 6)),
]  # fmt: skip
LAST_DAYS = [(2022, date(2022, 12, 31)), ("2024-02", date(2024, 2, 29)), ("2022-03-15", date(2022, 3, 15))]
NOT_DAYS = ["mars", "2022-13", "2022-02-30", 22, True, 2022.5, [2022], "no", "15/03/2022"]


@pytest.mark.parametrize(("given", "meant"), AXES)
def test_axes_as_papermill_passes_them(given, meant):
    assert read_axes(given) == meant


@pytest.mark.parametrize("given", NOT_AXES)
def test_what_is_no_list_of_axes(given):
    with pytest.raises(ParameterError, match=r"^axes: .*; write 2, \"1,3\" or \[1, 3\]"):
        read_axes(given)


@pytest.mark.parametrize(("given", "meant"), FIRST_DAYS)
def test_first_days(given, meant):
    assert read_day(given, "period_start", last=False) == meant


@pytest.mark.parametrize(("given", "meant"), LAST_DAYS)
def test_last_days(given, meant):
    assert read_day(given, "period_end", last=True) == meant


@pytest.mark.parametrize("given", NOT_DAYS)
def test_what_is_no_day(given):
    with pytest.raises(ParameterError, match=r"^period_start: .* is no day; write 2022, 2022-03 or 2022-03-15$"):
        read_day(given, "period_start", last=False)


@pytest.mark.parametrize("given", ["fr", "FR", " en "])
def test_languages(given):
    assert read_language(given) in ("fr", "en")


@pytest.mark.parametrize("given", ["de", "no", None, 1, "français", "../fr"])
def test_what_is_no_language(given):
    with pytest.raises(ParameterError, match=r"^language: .*; use one of en, fr$"):
        read_language(given)


def test_a_file_whose_name_is_a_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "2024").write_text("Bilan", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_parameters(2024).report == tmp_path / "2024"
    with pytest.raises(ParameterError, match="give it with -r instead of -p"):
        read_parameters(7)


@pytest.mark.parametrize("given", ["nowhere.txt", "", None, ["a.txt"], "a\0b", "x" * 5000, "/proc/nothing/here"])
def test_a_report_that_is_not_there(given):
    with pytest.raises(ParameterError, match=r"^report: .*; give the path of a report"):
        read_parameters(given)


def test_a_folder_is_no_report(tmp_path: Path):
    with pytest.raises(ParameterError, match="is a folder"):
        read_parameters(str(tmp_path))


def test_a_report_is_found_above_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """JupyterLab starts a notebook in its own folder: `data/x.txt` is then beside that folder, and so are the outputs."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.txt").write_text("Bilan", encoding="utf-8")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    read = read_parameters("data/x.txt", "outputs")
    assert (read.report, read.output) == (tmp_path / "data" / "x.txt", tmp_path / "outputs")


def test_a_period_that_runs_backwards(tmp_path: Path):
    (tmp_path / "x.txt").write_text("Bilan", encoding="utf-8")
    with pytest.raises(ParameterError, match=r"^period_end: 2021-12-31 lies before period_start, 2022-01-01; give the earlier day as period_start$"):
        read_parameters(str(tmp_path / "x.txt"), None, "fr", 2022, 2021)


@pytest.mark.parametrize("name", ["langauge", "axis", "Report", "period", "x"])
def test_an_unknown_parameter(name):
    with pytest.raises(ParameterError, match=rf"^{name}: no such parameter; use one of report, output, language, period_start, period_end, axes$"):
        refuse_unknown(["report", name])


def test_known_parameters():
    refuse_unknown(NAMES)


def test_an_axis_that_the_report_does_not_have():
    with pytest.raises(ParameterError, match=r"^axes: no axis '9' in this report; use .*1, 2, 3"):
        assessment(gold_tables(REPORTS / FRENCH), axes=("9",))


def test_axes_leave_out_the_rest():
    one = assessment(gold_tables(REPORTS / FRENCH), axes=("1", "3"))
    assert set(one.tables.actions["axis_id"]) == {"ax_1", "ax_3"}
    assert set(one.tables.axes["number"]) == {"1", "3"}
    assert set(one.tables.participations["action_id"]) <= set(one.tables.actions["action_id"])
    assert "axe 1, axe 3" in one.header().html.replace("\u00a0", " ")
    assert "h-ax_2" not in one.axes().html and "h-ax_1" in one.axes().html


def test_a_period_leaves_out_the_rest():
    one = assessment(gold_tables(REPORTS / FRENCH), years=(2022, 2022))
    kept = one.tables.actions
    assert 0 < len(kept) < 35 and (kept["date_start"].dropna() <= "2022-12-31").all()
    assert "du 1er janvier 2022 au 31 décembre 2022" in one.header().html.replace("\u00a0", " ").replace("\u202f", " ")
