"""The report itself: its title, who made the agreement, for when, and the report's own date."""

from collections.abc import Sequence

from partnership_analysis.document.model import Document
from partnership_analysis.extraction.agreement import signed_on
from partnership_analysis.extraction.identity import slug
from partnership_analysis.extraction.periods import periods
from partnership_analysis.extraction.records import Action, Axis, Report, TimeExpression
from partnership_analysis.extraction.units import ReadBlock

TITLE_WITHIN = 8
"""Blocks in which front matter names the title."""


def report(
    document: Document,
    blocks: Sequence[ReadBlock],
    language: str,
    *,
    axes: Sequence[Axis],
    dates: Sequence[TimeExpression],
    actions: Sequence[Action],
    partners: Sequence[str],
) -> Report:
    """What the document is. Without a dateline its date is the latest day, given to the day or month, of an action told as done."""
    known = periods(blocks, dates)
    (start, end), (first, last) = known.agreement, known.reported
    if last is None:
        done = [one for one in actions if one.status == "done" and one.date_start and one.date_end and (one.date_end - one.date_start).days < 32]
        latest = max(done, key=lambda one: (one.date_end, one.start), default=None)
        first, last = (latest.date_start, latest.date_end) if latest else (None, None)
    signed = signed_on(actions, axes, known.signed)
    if start is None and end is not None and signed is not None and signed < end:
        start = signed  # an agreement of which only the end is told begins with its signature
    return Report(
        report_id=slug(document.name.rsplit(".", 1)[0]),
        title=_title(blocks, axes),
        language=language,
        partners=tuple(partners),
        period_start=start,
        period_end=end,
        signed_on=signed,
        reported_on=last,
        reported_from=first,
        sha256=document.sha256,
        characters=len(document.text),
    )


def _title(blocks: Sequence[ReadBlock], axes: Sequence[Axis]) -> str | None:
    """What a line of front matter labels as the title, else the introduction's title, else the first heading's words."""
    for block in blocks[:TITLE_WITHIN]:
        label, colon, words = block.text.partition(":")
        if colon and words.strip() and label.strip().lower() in block.lexicon.setting("headings", "title_labels", ()):
            return words.strip()
    opening = next((one.title for one in axes if one.kind == "introduction"), None)
    if opening:
        return opening
    heading = next((one.text for one in blocks[:6] if one.block.kind == "heading"), None)
    return heading or (blocks[0].text[:200] if blocks else None)
