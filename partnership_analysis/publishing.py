"""The main job: run the assessment notebook on a report, export it, and put the result in place as a whole.

`outputs/<report>/` gets `<report>.html`, `figures/`, `tables/` and the notebook that was run. Everything is made in a folder beside
it and renamed into place at the end: a failure leaves the earlier result as it was, and of two runs on one report one whole
result stays. No lock is used. Jupyter's own files go to a temporary folder, so that a read-only home is no obstacle.
"""

import errno
import json
import os
import shutil
import sysconfig
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from partnership_analysis import errors
from partnership_analysis.errors import OutputError, PartnershipError
from partnership_analysis.extraction.identity import slug
from partnership_analysis.presentation.labels import labels
from partnership_analysis.presentation.parameters import read_parameters
from partnership_analysis.printing import print_page
from partnership_analysis.progress import Progress
from partnership_analysis.reading.formats import read_document
from partnership_analysis.tables.placement import staging

NOTEBOOK = "assessment.ipynb"
KERNEL = "python3"
STARTING = 120
"""Seconds a kernel may take to start, on a machine that has much else to do."""
QUIET = "--IPKernelApp.log_level=50"
"""The kernel is interrupted before it is stopped, and would now and then say so as an error; what a cell says comes another way."""
OWN_FOLDERS = ("JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
"""What Jupyter would put into the home folder."""
SWAPS = 20


def assess(
    report: str | Path,
    *,
    output: str | Path = "outputs",
    language: str = "fr",
    period_start: str | int | None = None,
    period_end: str | int | None = None,
    axes: str | int | list[str | int] | None = None,
    pdf: bool = False,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Make the assessment of a report in `<output>/<report>/`; see `open_assessment` for the parameters, all of them.

    `pdf` also prints the page through the Chromium of this machine. `progress` is told each step; nothing is printed.
    Returns: the paths to open: page, PDF if asked for, workbook, figures. Raises: PartnershipError.
    """
    parameters = read_parameters(str(report), None, language, period_start, period_end, axes)
    read_document(parameters.report)  # a report that cannot be read is refused before anything is started
    own = labels(parameters.language)
    tell = progress or (lambda step, done, total: None)
    target = Path(output) / slug(parameters.report.name.rsplit(".", 1)[0])
    if target.exists() and not target.is_dir():
        raise OutputError(str(target), "is a file", "move it away or choose another folder with --output")
    values = {"period_start": _plain(period_start), "period_end": _plain(period_end), "axes": axes, "language": parameters.language}
    with staging(target) as folder:
        executed = _run(parameters.report, folder, values, lambda done, total: tell(own("progress.run"), done, total))
        made = next(path for path in folder.iterdir() if path.is_dir())
        _export(executed, made, target, parameters.report)
        tell(own("progress.export"), 1, 1)
        page = made / f"{target.name}.html"
        if pdf:
            print_page(page, page.with_suffix(".pdf"))
            tell(own("progress.print"), 1, 1)
        _swap(made, target)
    names = [page.name, *([f"{target.name}.pdf"] if pdf else []), "tables/tables.xlsx", "figures"]
    return tuple(target / name for name in names)


def _plain(value: object) -> str | int | None:
    """A day as the notebook's parameters take it."""
    return value if value is None or isinstance(value, str | int) else str(value)


def _notebook() -> Path:
    """The notebook: of the checkout, or the copy that an installed package carries."""
    places = [Path(__file__).parents[1] / "notebooks" / NOTEBOOK, Path(sysconfig.get_path("data")) / "share" / "partnership-analysis" / NOTEBOOK]
    found = next((path for path in places if path.is_file()), None)
    if found is None:
        raise OutputError(NOTEBOOK, "the notebook is missing", "install the package again")
    return found


def _run(report: Path, folder: Path, values: dict[str, Any], tell: Callable[[int, int], None]) -> Any:
    """The notebook, executed. Its figures and tables are then in `<folder>/<report>/`."""
    import papermill
    from papermill.exceptions import PapermillExecutionError
    from traitlets.config import Config

    with _own_jupyter_folders() as own:
        # Sockets in a folder of this run, not ports: two runs that start together would now and then take the same port.
        options = {"config": Config({"KernelManager": {"transport": "ipc", "ip": f"{own}/kernel"}})} if os.name == "posix" else {}
        cells = len(json.loads(_notebook().read_text(encoding="utf-8"))["cells"]) + 1  # one more for the parameters
        try:
            return papermill.execute_notebook(
                str(_notebook()),
                None,
                parameters={"report": str(report.resolve()), "output": str(folder.resolve()), **values},
                kernel_name=KERNEL,
                progress_bar=False,
                log_output=False,
                start_timeout=STARTING,
                extra_arguments=[QUIET],
                on_cell_start=lambda cell, cell_index: tell(cell_index, cells),
                on_cell_complete=lambda cell, cell_index: tell(cell_index + 1, cells),
                **options,
            )
        except PapermillExecutionError as error:
            raise _own_error(error.ename, error.evalue) from None


def _own_error(name: str, line: str) -> PartnershipError:
    """The error that a cell ended in: one of ours as it was, any other as a fault of the package."""
    kind = getattr(errors, name, None)
    if isinstance(kind, type) and issubclass(kind, PartnershipError):
        place, _, rest = line.partition(": ")
        problem, _, remedy = rest.rpartition("; ")
        error = PartnershipError.__new__(kind)
        PartnershipError.__init__(error, place, problem, remedy)
        return error
    return OutputError("notebook", f"{name}: {line}", "report it with the file: this is a fault of the package")


@contextmanager
def _own_jupyter_folders() -> Iterator[str]:
    """Jupyter's files in a short-lived folder while the notebook runs (short, because a socket's path may have 107 signs)."""
    before = {name: os.environ.get(name) for name in OWN_FOLDERS}
    with tempfile.TemporaryDirectory(prefix="pa-", ignore_cleanup_errors=True) as own:
        os.environ |= dict.fromkeys(OWN_FOLDERS, own)
        try:
            yield own
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value


def _export(notebook: Any, made: Path, target: Path, report: Path) -> None:
    """Write the page and the notebook that was run, without the temporary folder's name or a clock in it."""
    from partnership_analysis.presentation.export import to_html

    (made / f"{target.name}.html").write_text(to_html(notebook), encoding="utf-8", newline="\n")
    notebook.metadata.pop("papermill", None)
    for cell in notebook.cells:
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell.source = cell.source.replace(str(made.parent.resolve()), str(target.parent))
            cell["id"] = "injected-parameters"  # papermill gives it one by chance
    (made / NOTEBOOK).write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _swap(made: Path, target: Path) -> None:
    """Put a finished folder in place of an earlier one; what another run puts there at the same time replaces it or is replaced, whole."""
    for _ in range(SWAPS):
        try:
            made.rename(target)
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                raise OutputError(str(target), f"cannot be written ({error.strerror})", "choose another folder with --output") from error
        else:
            return
        earlier = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent)) / "earlier"
        try:
            with suppress(FileNotFoundError):  # another run has just moved it
                target.rename(earlier)
            with suppress(OSError):  # another run has just put its own
                made.rename(target)
                return
            if not target.exists():
                earlier.rename(target)
        finally:
            shutil.rmtree(earlier.parent, ignore_errors=True)
    raise OutputError(str(target), "is being replaced by other runs all the time", "run again when they have ended")
