"""The summary: what the agreement is, what was done, targets, money, contradictions, gaps, the next step; at most 150 words.

Each slot is one sentence and is left out where it has no rows. Too long: targets shrink to counts, then the next step goes, then the
sentence on figures that agree, then the place of the signature. A contradiction is never left out and moves up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from partnership_analysis.assessment.summaries import gaps, is_cost, kind_counts, means, own_date, participants, status_count, targets
from partnership_analysis.extraction.records import Finding, Indicator
from partnership_analysis.presentation.formats import counted, date_phrase, date_words, day, number, spoken_number
from partnership_analysis.presentation.grammar.cutting import lower_first
from partnership_analysis.presentation.narrative_actions import told
from partnership_analysis.presentation.narrative_parts import agreement_noun, spoken, statuses
from partnership_analysis.presentation.narrative_promises import funded, promised, summary_sentence
from partnership_analysis.presentation.narrative_quantities import phrase
from partnership_analysis.presentation.narrative_quoted import told_in_quotes
from partnership_analysis.presentation.narrative_story import Story, story
from partnership_analysis.presentation.sentences import Paragraphs, Sentence, Span, without_marks
from partnership_analysis.tables.model import Tables

MOST_WORDS = 150
CONTRADICTIONS = ("figures_disagree", "sum_wrong", "percent_out_of_range", "end_before_start", "weekday_mismatch", "done_in_future")


def summary(tables: Tables, findings: tuple[Finding, ...], language: str) -> Paragraphs:
    """The summary of a report in paragraphs, at most 150 words in all."""
    for drop in (
        (),
        ("outcomes",),
        ("outcomes", "targets"),
        ("outcomes", "targets", "next"),
        ("outcomes", "targets", "next", "agree"),
        ("outcomes", "targets", "next", "agree", "place"),
        ("outcomes", "targets", "next", "agree", "place", "kinds"),
    ):
        paragraphs = _written(_Summary(story(tables, findings, language, partners_known=False), frozenset(drop)))
        if sum(len(one.text.split()) for paragraph in paragraphs for one in paragraph) <= MOST_WORDS:
            return paragraphs
    return _shortened(paragraphs)


def _shortened(paragraphs: Paragraphs) -> Paragraphs:
    """The first sentences that fit, whole ones only."""
    words = 0
    kept: list[tuple[Sentence, ...]] = []
    for paragraph in paragraphs:
        some = []
        for one in paragraph:
            words += len(one.text.split())
            if words <= MOST_WORDS:
                some.append(one)
        if some:
            kept.append(tuple(some))
    return tuple(kept)


def _written(one: "_Summary") -> Paragraphs:
    contradictions = one.contradictions()
    first = [one.agreement(), one.actions(), *contradictions, one.kinds(), one.actors(), one.outcomes()]
    second = [promised(one.story, named="targets" not in one.drop)]
    third = [funded(one.story), one.agreeing() if not contradictions else None, one.gaps(), one.next_step()]
    paragraphs = [[sentence for sentence in group if sentence] for group in (first, second, third)]
    return tuple(tuple(group) for group in paragraphs if group)


@dataclass(frozen=True)
class _Summary:
    story: Story
    drop: frozenset[str]

    def _say(self, key: str, slots: Mapping[str, object], *, evidence: Sequence[Span] = (), anchors: tuple[str, ...] = ()) -> Sentence | None:
        return summary_sentence(self.story, key, slots, evidence=evidence, anchors=anchors)

    def agreement(self) -> Sentence | None:
        """Who signed what, when, where, for when."""
        one = self.story
        report = one.tables.report
        names = [name for name in (one.names.actor(partner) for partner in report.partners) if name]
        signing = next(
            (row for row in one.tables.rows.actions if row.kind == "signing" and row.status == "done" and row.date_start == report.signed_on), None
        )
        where = one.where(signing) if signing and "place" not in self.drop else None
        period = None
        if report.period_start and report.period_end:
            said = date_phrase(report.period_start, report.period_end, None, one.language)
            year = date_words(report.period_start, report.period_end, None, one.language)
            if (report.period_start.day, report.period_start.month, report.period_end.month) != (1, 1, 12):
                said = one.wording.dates["days"].format(start=day(report.period_start, one.language), end=day(report.period_end, one.language))
            period = one.wording.word("for_year").format(year) if year.isdigit() else one.wording.word("for_period").format(said)
        key = "agreement" if names else "agreement_unknown"
        evidence: list[Span] = [(signing.start, signing.end)] if signing else []
        evidence += [
            (row.start, row.end)
            for row in one.tables.rows.dates
            if report.period_start and (row.date_start, row.date_end) == (report.period_start, report.period_end)
        ][:1]
        slots = {
            "names": names or None,
            "many": len(names) > 1,
            "agreement": agreement_noun(one),
            "signed": date_phrase(report.signed_on, report.signed_on, None, one.language) if report.signed_on else None,
            "where": where,
            "period": period,
        }
        return self._say(key, slots, evidence=evidence)

    def actions(self) -> Sentence | None:
        """How many actions the report tells of, by status."""
        one = self.story
        count = status_count(one.tables)
        if not count.total:
            return self._say("no_actions", {}, anchors=("rapport",))
        now = own_date(one.tables)
        only = next(
            (
                key
                for key, value in (("done", count.done), ("ongoing", count.ongoing), ("planned", count.planned), ("abandoned", count.abandoned))
                if value == count.total
            ),
            None,
        )
        filled = one.wording.fill(f"status.only_{only}", {"many": count.total > 1, "two": count.total == 2}) if only else None
        slots = {
            "as_of": day(now.last, one.language) if now and now.stated and now.first == now.last else None,
            "actions": counted(count.total, "action", one.language),
            "statuses": statuses(one, count),
            "only": filled[0] if filled else None,
        }
        return self._say("actions", slots, anchors=("tableau-actions",))

    def kinds(self) -> Sentence | None:
        """The most frequent kinds of action, where no target or sum is there to tell."""
        one = self.story
        if "kinds" in self.drop or targets(one.tables) or self._sums():
            return None
        some = [kind for kind in kind_counts(one.tables) if kind.kind != "other" and kind.total > 1][:3]
        if len(some) < 2:
            return None
        figures = any(kind.total > 9 for kind in some)
        items = [
            f"{number(kind.total, one.language) if figures else spoken_number(kind.total, one.language)} {one.wording.kind(kind.kind)['many']}"
            for kind in some
        ]
        return self._say("kinds", {"items": items, "apart": bool(self.contradictions())}, anchors=("figure-types",))

    def actors(self) -> Sentence | None:
        """How many bodies and people take part beside the partners."""
        one = self.story
        if "kinds" in self.drop or targets(one.tables):
            return None
        rows = [row for row in participants(one.tables) if row.total]
        bodies = sum(not row.partner for row in rows)
        people = len({part.actor_id for part in one.tables.rows.participations if one.names.is_person(part.actor_id)})
        if bodies + people < 2:
            return None
        named = [counted(count, noun, one.language) for count, noun in ((bodies, "organisation"), (people, "person")) if count]
        filled = one.wording.fill("people.summary", {"partners": len(one.tables.report.partners), "named": named})
        return one.say(filled[0], anchors=("figure-acteurs", "tableau-participations")) if filled else None

    def outcomes(self) -> Sentence | None:
        """Up to three figures of what was taken up or changed, where no target is there to tell."""
        one = self.story
        if "outcomes" in self.drop or targets(one.tables):
            return None
        said: list[tuple[Indicator, str]] = []
        for row in one.tables.rows.indicators:
            if row.kind != "outcome":
                continue
            block = next((block for _, block in one.blocks(row.start, row.end)), None)
            words = one.words(block.start, block.end) if block and block.kind == "call_out" and one.same_language else ""
            if not row.action_id and not words:
                continue
            text = words if words and len(words.split()) <= 9 and words[:1].isdigit() else phrase(one, row)
            if text and text not in [other for _, other in said]:
                said.append((row, text))
        units = [(row.unit or "").lower() for row, _ in said]
        said = [(row, text) for row, text in said if units.count((row.unit or "").lower()) == 1][:3]
        return self._say("outcomes", {"figures": [text for _, text in said]}, evidence=[(row.start, row.end) for row, _ in said]) if said else None

    def contradictions(self) -> list[Sentence]:
        """Up to two contradictions with their values, in the checks' own words."""
        one = self.story
        found = [finding for finding in one.findings if finding.check in CONTRADICTIONS and finding.severity == "error"]
        said = [
            self._twice(finding) or one.say(without_marks(finding.message), evidence=finding.evidence, anchors=("controles",))
            for finding in found[:2]
        ]
        if len(found) > 2:
            more = self._say("more_contradictions", {"count": spoken(one, len(found) - 2), "many": len(found) > 3}, anchors=("controles",))
            said += [more] if more else []
        return said

    def _twice(self, finding: Finding) -> Sentence | None:
        """One thing counted twice with two values, where the rows give both."""
        one = self.story
        rows = [
            row
            for start, end in finding.evidence
            for row in one.tables.rows.indicators
            if row.start < end and row.end > start and row.value is not None
        ]
        if (
            finding.check != "figures_disagree"
            or len(rows) != 2
            or not one.same_language
            or not rows[0].unit
            or rows[0].unit in ("%", *one.wording.currencies)
            or rows[0].unit.lower() != (rows[1].unit or "").lower()
        ):
            return None
        values = [number(row.value or 0, one.language) for row in rows]
        return self._say(
            "twice", {"unit": lower_first(rows[0].unit), "first": values[0], "second": values[1]}, evidence=finding.evidence, anchors=("controles",)
        )

    def _sums(self) -> list[Indicator]:
        return [one.total for one in means(self.story.tables)]

    def agreeing(self) -> Sentence | None:
        """That figures given more than once agree, where some are."""
        if "agree" in self.drop or not any(finding.check == "figures_agree" for finding in self.story.findings):
            return None
        return self._say("agree", {"turn": 0}, anchors=("controles",))

    def gaps(self) -> Sentence | None:
        """Whole axes without cost or outcome, then undated actions, then abandoned ones."""
        one = self.story
        missing = gaps(one.tables)
        axes = one.axes
        numbered = all(axes[axis_id].number for axis_id in missing.axes)
        cost = [str(axes[axis_id].number) for axis_id in missing.without_cost] if numbered else []
        outcome = [str(axes[axis_id].number) for axis_id in missing.without_outcome] if numbered else []
        undated, abandoned = len(missing.undated), len(missing.abandoned)
        slots = {
            "some_cost": any(is_cost(row) for row in one.tables.rows.indicators),
            "all_cost": bool(missing.axes) and len(missing.without_cost) == len(missing.axes),
            "cost": cost or None,
            "all_outcome": bool(missing.axes) and len(missing.without_outcome) == len(missing.axes),
            "outcome": outcome or None,
            "undated": spoken(one, undated) if undated else None,
            "many_undated": undated > 1,
            "abandoned": spoken(one, abandoned) if abandoned else None,
            "many_abandoned": abandoned > 1,
            "same": bool(cost) and cost == outcome and len(cost) < len(missing.axes),
        }
        pieces = [
            filled[0]
            for key in (("gap_both",) if slots["same"] else ("gap_cost", "gap_outcome")) + ("gap_undated",)
            if (filled := one.wording.fill(f"summary.{key}", slots))
        ]
        if not pieces:
            return None
        return self._say(
            "gaps",
            {"joined": (" ; " if one.language == "fr" else "; ").join(pieces)},
            evidence=[(row.start, row.end) for row in missing.undated[:3]] if undated <= 3 else (),
            anchors=("documente",),
        )

    def next_step(self) -> Sentence | None:
        """The next dated step after the report: a signature or study first, else the earliest."""
        one = self.story
        now = own_date(one.tables)
        coming = [row for row in one.tables.rows.actions if row.status == "planned" and row.date_end and (now is None or row.date_end >= now.first)]
        if "next" in self.drop or not coming:
            return None
        best = min(coming, key=lambda row: (row.kind not in ("signing", "study"), row.date_end, row.start))
        said = told(one, best)
        if said.follows:
            said = told_in_quotes(one, best)
        return one.say(said.text()[1], evidence=said.evidence)
