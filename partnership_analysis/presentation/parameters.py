"""The notebook's parameters, read as meant: papermill turns `2024` into a number, leaves `[1, 3]` a text, and lets any name pass.

Each function returns the value in its proper type or raises a `ParameterError` whose sentence says what is allowed.
"""

import ast
import re
import sys
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from partnership_analysis.errors import ParameterError
from partnership_analysis.presentation.labels import assessment_languages

NAMES = ("report", "output", "language", "period_start", "period_end", "axes")
INJECTED = "# Parameters"
"""How papermill opens the cell that it puts after the one tagged `parameters`."""
NOTHING = frozenset({"", "none", "null", "nil", "nan", "all", "tous", "toutes", "~"})
DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
LONGEST_NAME = 200
"""Of a file that is not there, in the sentence that says so."""
PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Parameters:
    """The parameters of one assessment."""

    report: Path
    output: Path | None
    """None: nothing is written."""
    language: str
    period_start: date | None
    period_end: date | None
    axes: tuple[str, ...] | None
    """Numbers, ids or titles of parts as given; None is all."""


def read_parameters(
    report: object, output: object = None, language: object = "fr", period_start: object = None, period_end: object = None, axes: object = None
) -> Parameters:
    """All parameters in their types.

    A relative `report` is looked for in the working folder, in the folders above it, and in the project; a relative `output` then
    belongs to the same folder. Raises: ParameterError: one of them is not allowed.
    """
    path, base = _report(report)
    first, last = read_day(period_start, "period_start", last=False), read_day(period_end, "period_end", last=True)
    if first and last and last < first:
        raise ParameterError("period_end", f"{last} lies before period_start, {first}", "give the earlier day as period_start")
    return Parameters(path, _output(output, base), read_language(language), first, last, read_axes(axes))


def refuse_unknown(names: Iterable[str]) -> None:
    """Refuse names that are no parameters of the notebook.

    Raises: ParameterError: names the first unknown one and those that are allowed.
    """
    unknown = next((name for name in names if name not in NAMES), None)
    if unknown is not None:
        raise ParameterError(unknown, "no such parameter", f"use one of {', '.join(NAMES)}")


def injected_names() -> tuple[str, ...]:
    """The names that papermill put into the notebook being run; none outside a notebook.

    Papermill passes any name on and only warns. The cell it puts in is known by its first line, so a variable of a person who works
    in JupyterLab is never taken for a parameter.
    """
    if "IPython" not in sys.modules:
        return ()
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    cells: Sequence[str] = shell.user_ns.get("In", ()) if shell is not None else ()
    injected = next((cell for cell in reversed(cells) if cell.lstrip().startswith(INJECTED)), "")
    statements = ast.parse(injected).body
    return tuple(target.id for one in statements if isinstance(one, ast.Assign) for target in one.targets if isinstance(target, ast.Name))


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, str) and value.strip().casefold() in NOTHING)


def _report(value: object) -> tuple[Path, Path]:
    """The report's path and the folder that relative paths belong to."""
    if not isinstance(value, str | int | float | Path) or str(value).strip() == "":
        raise ParameterError("report", f"{value!r} is no file name", "give the path of a report: .txt, .md, .html, .docx, .odt or .pdf")
    given = Path(str(value))
    here = Path.cwd()
    bases = (here,) if given.is_absolute() else (here, *here.parents, PROJECT)
    found = next((base for base in bases if _is_file(base / given)), None)
    if found is not None:
        return found / given, found
    hint = " (papermill reads it as a number: give it with -r instead of -p)" if isinstance(value, int | float) else ""
    problem = "is a folder" if _is_folder(given) else "no such file"
    raise ParameterError(
        "report", f"{str(value)[:LONGEST_NAME]!r}: {problem}{hint}", "give the path of a report: .txt, .md, .html, .docx, .odt or .pdf"
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that is too long, or holds a null character
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _output(value: object, base: Path) -> Path | None:
    if _is_nothing(value):
        return None
    if not isinstance(value, str | int | float | Path):
        raise ParameterError("output", f"{value!r} is no folder name", "give the path of a folder, or None to write nothing")
    path = base / str(value)
    if path.exists() and not path.is_dir():
        raise ParameterError("output", f"{str(value)!r} is a file", "give the path of a folder, or None to write nothing")
    return path


def read_language(value: object) -> str:
    """The language of the assessment.

    Raises: ParameterError: there is no wording in it.
    """
    language = str(value).strip().casefold()
    if language not in assessment_languages():
        raise ParameterError("language", f"{value!r} is not a language of assessments", f"use one of {', '.join(assessment_languages())}")
    return language


def read_day(value: object, name: str, *, last: bool) -> date | None:
    """The first (or last) day of a year, a month or a day: 2022, `2022-03`, `2022-03-15`.

    Raises: ParameterError: it is none of them.
    """
    if _is_nothing(value):
        return None
    if isinstance(value, date):
        return value
    found = DAY.fullmatch(str(value).strip()) if isinstance(value, str | int) and not isinstance(value, bool) else None
    try:
        if found is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError:
        raise ParameterError(name, f"{value!r} is no day", "write 2022, 2022-03 or 2022-03-15") from None


def read_axes(value: object) -> tuple[str, ...] | None:
    """The parts asked for, as given: `1,3`, `[1, 3]`, 2, `["x-1"]`; None for all.

    Raises: ParameterError: not a number, a text or a list of them.
    """
    if _is_nothing(value):
        return None
    if isinstance(value, str):
        parts: Iterable[object] = re.split(r"[,;]", value.strip().strip("[]()"))
    elif isinstance(value, list | tuple):
        parts = value
    elif isinstance(value, int) and not isinstance(value, bool):
        parts = [value]
    else:
        raise ParameterError("axes", f"{value!r} is no list of axes", 'write 2, "1,3" or [1, 3]; None is all')
    if any(isinstance(part, bool) or not isinstance(part, str | int) for part in parts):
        raise ParameterError("axes", f"{value!r} is no list of axes", 'write 2, "1,3" or [1, 3]; None is all')
    names = tuple(str(part).strip().strip("'\"").strip() for part in parts)
    return tuple(name for name in names if name) or None
