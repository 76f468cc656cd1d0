"""Tables made by hand, for tests of what comes after extraction."""

from datetime import date

from partnership_analysis.document.model import Document
from partnership_analysis.extraction.records import Action, Axis, Hyperlink, Organisation, Participation, Report, Rows
from partnership_analysis.tables.model import Tables


def tables_with(words: str, url: str = "https://exemple.test/a") -> Tables:
    """One axis, action, body, participation and link, each with the same words."""
    text = words or "x"
    end = len(text)
    report = Report(
        report_id="r", title=words, language="fr", partners=("o-a",), period_start=date(2020, 1, 1), period_end=None, signed_on=None,
        reported_on=None, sha256="", characters=end,
    )  # fmt: skip
    rows = Rows(
        report=report,
        axes=(Axis(axis_id="x-1", number="1", title=words, kind="axis", start=0, end=end, exact=text, heading_start=0, heading_end=end),),
        actions=(
            Action(
                action_id="a-1", axis_id="x-1", kind="webinar", title=words, status="done", date_start=date(2021, 5, 20), date_end=date(2021, 5, 20),
                edtf="2021-05-20", place=None, mode="joint", start=0, end=end, exact=text,
            ),
        ),
        organisations=(
            Organisation(organisation_id="o-a", name=words, acronym=None, other_names=(words, "B"), kind="other", start=0, end=end, exact=text),
        ),
        participations=(Participation(action_id="a-1", actor_id="o-a", role="organiser"),),
        links=(Hyperlink(text=words, url=url, start=0, end=end, exact=text),),
    )  # fmt: skip
    return Tables(Document(text, ()), rows)
