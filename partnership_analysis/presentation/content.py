"""Everything one page says, before any of it is HTML: sentences, figures, findings, in the page's order.

The evidence numbers run over the whole page, so all its sentences are made before its first section is shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from partnership_analysis.assessment.findings import CHECKS, check_title
from partnership_analysis.assessment.summaries import CriterionEvidence, criteria
from partnership_analysis.extraction.records import Axis, Finding
from partnership_analysis.presentation import narrative
from partnership_analysis.presentation.annotate import AnnotatedReport, annotate
from partnership_analysis.presentation.evidence import Citations, without_nested
from partnership_analysis.presentation.formats import set_spaces
from partnership_analysis.presentation.labels import Labels, labels
from partnership_analysis.presentation.markup import shown
from partnership_analysis.presentation.reader_tables import Rows
from partnership_analysis.presentation.sentences import Paragraphs, Run, Sentence
from partnership_analysis.tables.model import Tables

if TYPE_CHECKING:
    from partnership_analysis.presentation.figures.contents import FigureContent
    from partnership_analysis.presentation.narrative import FigureText, KeyFact

AGREEING = frozenset({"figures_agree", "target_reached"})
MOST_MARKS = 3


@dataclass(frozen=True)
class FindingList:
    """Findings of one check: its heading and a sentence each."""

    check: str
    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class FindingGroup:
    """One of the four groups of findings: `error`, `warning`, `agree`, `unclear`."""

    key: str
    lists: tuple[FindingList, ...]

    @property
    def count(self) -> int:
        """Its findings."""
        return sum(len(one.sentences) for one in self.lists)


@dataclass(frozen=True)
class AxisText:
    """What the page tells of one part."""

    axis: Axis
    paragraphs: Paragraphs


@dataclass(frozen=True)
class CriterionRow:
    """One of the six criteria: what the report holds, fact by fact, and the question left open."""

    criterion: str
    facts: tuple[Sentence, ...]
    question: str


@dataclass(frozen=True)
class ShownFigure:
    """A figure with its number and its words."""

    number: int
    content: "FigureContent"
    text: "FigureText"


@dataclass(frozen=True)
class Content:
    """The page of one report. `tables` are those it looks at, `whole` those of the whole report, `findings` what its checks found."""

    tables: Tables
    whole: Tables
    findings: tuple[Finding, ...]
    language: str
    restriction: str = ""
    """What part of the report the page looks at, in words; empty for all of it."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """What readers call actions, by id."""

    @property
    def labels(self) -> Labels:
        """The page's own words."""
        return labels(self.language)

    @property
    def foreign(self) -> str | None:
        """The report's language where it is not the page's."""
        return self.tables.report.language if self.tables.report.language != self.language else None

    @cached_property
    def facts(self) -> tuple[tuple[str, Sentence], ...]:
        """The header's list."""
        return narrative.facts_head(self.tables, self.findings, self.language)

    @cached_property
    def summary(self) -> Paragraphs:
        """The summary."""
        return narrative.summary(self.tables, self.findings, self.language)

    @cached_property
    def key_facts(self) -> "tuple[KeyFact, ...]":
        """The four key facts under it."""
        return narrative.key_facts(self.tables, self.findings, self.language)

    @cached_property
    def axes(self) -> tuple[AxisText, ...]:
        """The narrative, part by part."""
        by_id = {axis.axis_id: axis for axis in self.tables.rows.axes}
        return tuple(
            AxisText(by_id[axis_id], narrative.axis_narrative(self.tables, axis_id, self.findings, self.language))
            for axis_id in narrative.narrated_axes(self.tables)
        )

    @cached_property
    def targets(self) -> tuple[Sentence, ...]:
        """Where the targets stand, in words, where they are too few for a figure."""
        return () if "cibles" in self.figures else narrative.target_sentences(self.tables, self.findings, self.language)

    @cached_property
    def participants(self) -> tuple[Sentence, ...]:
        """Who takes part."""
        return narrative.participants(self.tables, self.findings, self.language)

    @cached_property
    def checks_sentence(self) -> Sentence:
        """How many checks ran and whether they found a contradiction."""
        return narrative.checks_sentence(self.tables, self.findings, len(CHECKS), self.language)

    @cached_property
    def finding_groups(self) -> tuple[FindingGroup, ...]:
        """The findings in four groups; empty ones are left out."""
        groups: dict[str, list[Finding]] = {"error": [], "warning": [], "agree": [], "unclear": []}
        for finding in self.findings:
            key = finding.severity if finding.severity != "info" else "agree" if finding.check in AGREEING else "unclear"
            groups[key].append(finding)
        return tuple(FindingGroup(key, tuple(self._lists(found))) for key, found in groups.items() if found)

    def _lists(self, findings: list[Finding]) -> Iterator[FindingList]:
        for check, group in groupby(findings, key=lambda finding: finding.check):
            yield FindingList(check, check_title(check, language=self.language), tuple(self._finding(finding) for finding in group))

    def _finding(self, finding: Finding) -> Sentence:
        """A finding as a sentence; one that rests on a heading says where it was looked for, by a mark of its own."""
        headings = {(axis.start, axis.end): axis.axis_id for axis in self.tables.rows.axes}
        headings |= {(axis.heading_start, axis.heading_end): axis.axis_id for axis in self.tables.rows.axes}
        anchors = tuple(f"x-{headings[span]}" for span in finding.evidence if span in headings)
        spans = without_nested(span for span in finding.evidence if span not in headings)
        return Sentence((Run(set_spaces(shown(finding.message), self.language)),), spans, anchors)

    @cached_property
    def criteria(self) -> tuple[CriterionRow, ...]:
        """The six criteria."""
        return tuple(self._criterion(one) for one in criteria(self.tables))

    def _criterion(self, one: CriterionEvidence) -> CriterionRow:
        facts = tuple(
            Sentence((Run(self.labels.count(f"fact.{fact.fact}", fact.count)),), without_nested(fact.spans)[:MOST_MARKS]) for fact in one.facts
        )
        return CriterionRow(one.criterion, facts, self.labels(f"question.{one.question}"))

    @cached_property
    def figures(self) -> Mapping[str, ShownFigure]:
        """The figures that are drawn, by name, in the page's order; those that the wording has no sentence for are left out."""
        from partnership_analysis.presentation.figures.contents import figure_contents

        drawn: dict[str, ShownFigure] = {}
        for name, figure in figure_contents(self.tables, self.labels, self.rows).items():
            text = narrative.figure_text(name, self.tables, self.findings, self.language)
            if text is not None:
                drawn[name] = ShownFigure(len(drawn) + 1, figure, text)
        return drawn

    def missing(self, section: str) -> Sentence:
        """What a section without data says."""
        return narrative.missing(section, self.language)

    def sentences(self) -> Iterator[Sentence]:
        """All sentences of the page, in its order."""
        yield from (sentence for _, sentence in self.facts)
        yield from (sentence for paragraph in self.summary for sentence in paragraph)
        yield from self.targets
        for figure in self.figures.values():
            if figure.content.name != "types":
                yield from (figure.text.caption, figure.text.source)
        if "types" in self.figures:
            yield from (self.figures["types"].text.caption, self.figures["types"].text.source)
        for axis in self.axes:
            yield from (sentence for paragraph in axis.paragraphs for sentence in paragraph)
        yield from self.participants
        yield self.checks_sentence
        for group in self.finding_groups:
            for one in group.lists:
                yield from one.sentences
        for row in self.criteria:
            yield from row.facts

    @cached_property
    def citations(self) -> Citations:
        """The numbering of the evidence."""
        return Citations(tuple(self.sentences()))

    @cached_property
    def annotated(self) -> AnnotatedReport:
        """The report with its marks."""
        return annotate(self.whole, self.citations.cited, self.labels)

    @cached_property
    def rows(self) -> Rows:
        """The rows in readers' words."""
        return Rows(self.tables, self.labels, self._placed, self.titles)

    @cached_property
    def _placed(self) -> frozenset[str]:
        return annotate(self.whole, (), self.labels).ids
