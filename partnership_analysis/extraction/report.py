"""The report itself: title, partners, period, signature, its own date."""

from collections.abc import Sequence

from partnership_analysis.document.model import Document
from partnership_analysis.extraction.identity import slug
from partnership_analysis.extraction.records import Axis, Organisation, Report, TimeExpression
from partnership_analysis.extraction.units import ReadBlock


def report(
    document: Document, blocks: Sequence[ReadBlock], language: str, axes: Sequence[Axis], dates: Sequence[TimeExpression], organisations: Sequence[Organisation]
) -> Report:
    """What the document is."""
    return Report(
        report_id=slug(document.name.rsplit(".", 1)[0]),
        title=None,
        language=language,
        partners=(),
        period_start=None,
        period_end=None,
        signed_on=None,
        reported_on=None,
        sha256=document.sha256,
        characters=len(document.text),
    )
