"""From a report to its tables: the stages in order, nothing else."""

from collections.abc import Sequence
from pathlib import Path
from typing import IO

from partnership_analysis.extraction.actions import actions
from partnership_analysis.extraction.agreement import partners, reporting_body
from partnership_analysis.extraction.axes import axes
from partnership_analysis.extraction.blocks import read_blocks
from partnership_analysis.extraction.cast import Names
from partnership_analysis.extraction.dates import dates
from partnership_analysis.extraction.indicators import indicators
from partnership_analysis.extraction.instruments import instruments
from partnership_analysis.extraction.links import links
from partnership_analysis.extraction.memberships import memberships
from partnership_analysis.extraction.organisations import organisations
from partnership_analysis.extraction.participations import participations
from partnership_analysis.extraction.people import people
from partnership_analysis.extraction.places import places
from partnership_analysis.extraction.publications import publications
from partnership_analysis.extraction.quotations import quotations
from partnership_analysis.extraction.records import Membership, Organisation, Person, Rows
from partnership_analysis.extraction.report import report
from partnership_analysis.extraction.units import ReadBlock
from partnership_analysis.language.detection import detect_language
from partnership_analysis.language.lexicon import load_lexicon
from partnership_analysis.reading.formats import read_document
from partnership_analysis.tables.model import Tables


def parse(source: str | Path | IO[bytes] | IO[str], *, language: str | None = None) -> Tables:
    """Read a partnership report into its tables.

    `source` is a path, the text itself, or a file object; `language` the text's own (`fr`, `en`), found from the text where None.
    The same source always gives the same tables. Raises: PartnershipError, and nothing else.
    """
    document = read_document(source)
    language = language or detect_language(document.text)
    blocks = read_blocks(document, load_lexicon(language))
    found_links = links(document)
    found_dates = dates(blocks)
    found_people, found_organisations, found_memberships = _named(blocks)
    found_publications = publications(blocks, found_organisations, found_dates)
    found_instruments = instruments(blocks, found_organisations)
    found_places = places(blocks, found_people, found_organisations, found_publications)
    found_quotations = quotations(blocks, found_people, found_organisations, found_publications)
    found_axes = axes(document, blocks, found_organisations)
    names = Names(found_people, found_organisations, found_memberships, found_instruments)
    made_by = partners(blocks, found_axes, found_organisations, found_memberships, names)
    told = actions(
        blocks, axes=found_axes, dates=found_dates, organisations=found_organisations, places=found_places, quotations=found_quotations,
        publications=found_publications, instruments=found_instruments, names=names, partners=made_by, reporting=reporting_body(blocks, found_organisations, found_memberships, names, made_by),
    )  # fmt: skip
    found_actions, found_participations = told.rows, participations(told)
    found_report = report(document, blocks, language, axes=found_axes, dates=found_dates, actions=found_actions, partners=made_by)
    titled = [(row.start, row.end) for rows in (found_instruments, found_organisations, found_publications) for row in rows]
    found_indicators = indicators(blocks, found_axes, found_actions, found_dates, titled, found_report.period_start)
    return Tables(
        document,
        Rows(
            report=found_report,
            axes=found_axes,
            actions=found_actions,
            people=found_people,
            organisations=found_organisations,
            memberships=found_memberships,
            participations=found_participations,
            indicators=found_indicators,
            dates=found_dates,
            places=found_places,
            instruments=found_instruments,
            publications=found_publications,
            quotations=found_quotations,
            links=found_links,
        ),
    )


def _named(blocks: Sequence[ReadBlock]) -> tuple[tuple[Person, ...], tuple[Organisation, ...], tuple[Membership, ...]]:
    """People, bodies and offices, which are read from the same words; these are let go afterwards."""
    named_people = people(blocks)
    named_bodies = organisations(named_people)
    return named_people.rows, named_bodies.rows, memberships(named_people, named_bodies)
