"""The commands: each calls the library and turns its errors into one line and exit status 2."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from partnership_analysis import __version__
from partnership_analysis.errors import PartnershipError

if TYPE_CHECKING:
    from partnership_analysis.evaluation import ReportScore


class Commands(click.Group):
    """The group of commands: a `PartnershipError` ends any of them with its one line and exit status 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command asked for."""
        try:
            return super().invoke(ctx)
        except PartnershipError as error:
            click.echo(f"partnership-analysis: {error}", err=True)
            ctx.exit(2)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="partnership-analysis")
def main() -> None:
    """Read a partnership report into exact tables, and tables into an assessment.

    REPORT is a .txt, .md, .html, .docx, .odt or .pdf file. Nothing is ever fetched from a network.
    """


@main.command()
@click.argument("report", type=click.Path(path_type=Path))
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), required=True, metavar="DIR", help="Folder for the tables; made where it is missing."
)
def tables(report: Path, output: Path) -> None:
    """Write each table of REPORT as JSON, CSV and Parquet, and all of them as one workbook.

    Also report.json (the report itself) and text.txt (the text that positions point into).
    """
    from dataclasses import replace

    from partnership_analysis.assessment.findings import run_checks
    from partnership_analysis.parsing import parse
    from partnership_analysis.tables.files import write_tables
    from partnership_analysis.tables.placement import move_files, staging
    from partnership_analysis.tables.validation import validate

    parsed = parse(report)
    found = validate(replace(parsed, found=run_checks(parsed)))
    with staging(output) as folder:
        write_tables(found, folder)
        move_files(folder, output)
    rows = sum(len(getattr(found, table)) for table in ("actions", "people", "organisations", "indicators", "dates"))
    click.echo(
        f"{output / 'tables.xlsx'}: {len(found.actions)} actions, {len(found.people)} people, {len(found.indicators)} figures ({rows} rows in the main tables)"
    )


@main.command()
@click.argument("report", type=click.Path(path_type=Path))
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), default=Path("outputs"), show_default=True, metavar="DIR", help="Folder for the results."
)
@click.option("--language", "-l", default="fr", show_default=True, metavar="fr|en", help="Language of the assessment, whatever the report's own.")
@click.option("--pdf", is_flag=True, help="Also print the page to PDF, through the Chromium found on this machine.")
def assess(report: Path, output: Path, language: str, pdf: bool) -> None:
    """Make the assessment of REPORT: a page, its figures, the tables, the notebook that was run.

    Everything goes to DIR/<report>/ and appears there whole, when all of it is made; earlier results stay if anything fails.
    """
    from partnership_analysis.progress import shown_progress
    from partnership_analysis.publishing import assess as run

    with shown_progress() as progress:
        paths = run(report, output=output, language=language, pdf=pdf, progress=progress)
    for path in paths:
        click.echo(path)


@main.command()
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--misses", is_flag=True, help="Also what was missed and what was wrongly found.")
def evaluate(gold: Path, misses: bool) -> None:
    """Score the extraction on every report of GOLD, a folder of <report>/gold.json with the report beside it."""
    from partnership_analysis.evaluation import SCORED
    from partnership_analysis.evaluation import evaluate as run

    scores = []
    for one in run(gold):
        scores.append(one)
        _print_score(one, misses)
    click.echo("\nmean F1 by table")
    for table in SCORED:
        click.echo(f"  {table:15} {sum(one.tables[table].f1 for one in scores) / len(scores):.2f}")
    click.echo(
        f"mean of {len(scores)} reports: macro F1 {sum(one.macro_f1 for one in scores) / len(scores):.3f}, attributes {sum(one.attributes for one in scores) / len(scores):.3f}"
    )


def _print_score(one: "ReportScore", misses: bool) -> None:
    wrong = ", ".join(column for column, agreed in one.head.items() if not agreed) or "all right"
    click.echo(f"\n{one.name}: macro F1 {one.macro_f1:.3f}, attributes {one.attributes:.3f}; report: {wrong}")
    click.echo(f"  {'table':15}{'gold':>6}{'found':>7}{'P':>7}{'R':>7}{'F1':>7}")
    for name, table in [*one.tables.items(), ("findings", one.findings)]:
        attributes = "  ".join(f"{key} {value:.2f}" for key, value in table.attributes.items())
        click.echo(
            f"  {name:15}{table.wanted:>6}{table.offered:>7}{table.precision:>7.2f}{table.recall:>7.2f}{table.f1:>7.2f}  {attributes}".rstrip()
        )
        for sign, rows in (("-", table.missed), ("+", table.wrong)) if misses else ():
            for row in rows:
                words = row.get("exact") or row.get("about") or row.get("message") or row.get("title") or row.get("name") or row
                click.echo(f"      {sign} {str(words)[:110]!r} {row.get('kind') or row.get('role') or row.get('check') or ''}".rstrip())


if __name__ == "__main__":
    sys.exit(main())
