"""The narrative of one part: count and status, what was done, what is under way, what is planned, who acted outside, what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Action, Axis, Finding
from partnership_analysis.presentation.formats import spoken_number
from partnership_analysis.presentation.grammar.cutting import bare
from partnership_analysis.presentation.narrative_actions import told
from partnership_analysis.presentation.narrative_counts import count_clause, gap_clauses
from partnership_analysis.presentation.narrative_doers import doers
from partnership_analysis.presentation.narrative_loose import remarks, voices, works
from partnership_analysis.presentation.narrative_parts import part_name, spoken
from partnership_analysis.presentation.narrative_quoted import told_in_quotes
from partnership_analysis.presentation.narrative_story import Story, story
from partnership_analysis.presentation.narrative_told import Told
from partnership_analysis.presentation.narrative_units import (
    LONGEST_PAIR,
    MOST_TOLD,
    best,
    clusters,
    date_key,
    merged_kinds,
    once,
    paired,
    with_others,
)
from partnership_analysis.presentation.narrative_words import quote
from partnership_analysis.presentation.sentences import Paragraphs, Sentence, Span
from partnership_analysis.tables.model import Tables

MOST_SENTENCES = 12
LEAST_REMARKS = 4
"""Sentences on figures that stand alone: room for so many there is always."""


def axis_narrative(tables: Tables, axis_id: str, findings: tuple[Finding, ...], language: str) -> Paragraphs:
    """The narrative of one part, in paragraphs; never empty."""
    start = story(tables, findings, language)
    axis = start.axes[axis_id]
    actions = [action for action in tables.rows.actions if action.axis_id == axis_id]
    if not actions:
        return _without_action(start, axis)
    return _Narrator(start, axis, actions).paragraphs()


def _without_action(one: Story, axis: Axis) -> Paragraphs:
    filled = one.wording.fill("axis.no_action", {"part": part_name(one, axis)})
    sentences = [one.say(filled[0], evidence=((axis.heading_start, axis.heading_end),), anchors=(f"x-{axis.axis_id}",))] if filled else []
    more = _Narrator(one, axis, []).remarks(MOST_SENTENCES)
    return ((*sentences, *more),)


@dataclass
class _Narrator:
    story: Story
    axis: Axis
    actions: list[Action]
    openings: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def paragraphs(self) -> Paragraphs:
        groups = {
            key: [action for action in self.actions if self._group(action) == key] for key in ("done", "ongoing", "planned", "other", "third_party")
        }
        head = [self._count()]
        abandoned, outside = self._simple(groups["other"]), self._outside(groups["third_party"])
        ongoing, planned = self._listed(groups["ongoing"], "ongoing"), self._listed(groups["planned"], "planned")
        missing = self._gaps()
        room = MOST_SENTENCES - len(head) - len(abandoned) - len(outside) - len(ongoing) - len(planned) - len(missing)
        done = self._done(groups["done"], max(2, room))
        told = len(head) + len(done) + len(abandoned) + len(outside) + len(ongoing) + len(planned) + len(missing)
        loose = self.remarks(max(LEAST_REMARKS, MOST_SENTENCES - told))
        cut = 3 if len(done) > 4 else len(done)
        rest = [*ongoing, *planned, *abandoned, *outside, *missing]
        paragraphs = [[*head, *done[:cut]], done[cut:], loose, rest]
        if len(rest) < 2 and (loose or done[cut:]):
            paragraphs = [[*head, *done[:cut]], done[cut:], [*loose, *rest]] if loose else [[*head, *done[:cut]], [*done[cut:], *rest]]
        return tuple(tuple(sentences) for sentences in paragraphs if sentences)

    def _group(self, action: Action) -> str:
        if action.status == "other":
            return "other"
        if action.mode == "third_party" and action.status == "done":
            return "third_party"
        return action.status or "done"

    def _count(self) -> Sentence:
        self.openings.append("part")
        text = count_clause(self.story, self.axis, self.actions)
        if len(self.actions) > 1:
            return self.story.say(text, anchors=("tableau-actions",))
        gap = gap_clauses(self.story, self.axis, self.actions)
        text += self._semicolon + gap[0] if gap else ""
        return self.story.say(text, anchors=("tableau-actions", f"x-{self.axis.axis_id}"))

    def _say(self, text: str, opens: str, evidence: Iterable[Span], anchors: tuple[str, ...] = ()) -> Sentence:
        if text[:1].isdigit() and text[1:2] == " " and text[:1] not in "01":
            text = f"{spoken_number(int(text[0]), self.story.language)}{text[1:]}"
        if text[:1].isdigit():
            filled = self.story.wording.fill("report.says", {"clause": text})
            text, opens = filled if filled else (text, opens)
        self.openings.append(opens)
        self.said.append(folded(bare(text)))
        return self.story.say(text, evidence=tuple(evidence), anchors=anchors)

    @property
    def _avoid(self) -> Sequence[str]:
        return self.openings[-2:]

    def _done(self, actions: list[Action], room: int) -> list[Sentence]:
        groups = clusters(self.story, once([told(self.story, action) for action in self._best_documented(actions)]))
        groups.sort(key=lambda cluster: date_key(cluster[0].action))
        units = with_others(self.story, merged_kinds(groups))
        units = paired(units, room)
        chosen = best(units, room)
        sentences: list[Sentence] = []
        for unit in chosen:
            sentences.extend(self._unit(unit))
        kept = {one.action.action_id for unit in chosen for one in unit}
        left = [action for action in actions if action.action_id not in kept] if len(chosen) < len(units) or len(actions) > MOST_TOLD else []
        if left:
            kinds: dict[str, int] = {}
            for action in left:
                kinds[action.kind] = kinds.get(action.kind, 0) + 1
            items = [self._kind_count(kind, count) for kind, count in kinds.items()]
            slots = {
                "count": spoken(self.story, len(left)),
                "many": len(left) > 1,
                "kinds": items if len(left) > 1 and "other" not in kinds else None,
            }
            filled = self.story.wording.fill("axis.more", slots)
            if filled:
                sentences.append(self._say(filled[0], "more", (), ("tableau-actions",)))
        return sentences

    def _best_documented(self, actions: list[Action]) -> list[Action]:
        """The actions to put in words, in their order: of very many only those with figures, a date, a place, actors."""
        if len(actions) <= MOST_TOLD:
            return actions
        figures, parts = self.story.figures, self.story.parts_taken
        ranked = sorted(
            actions,
            key=lambda one: (
                -(one.action_id in figures) - (one.date_start is not None) - (one.place is not None) - (one.action_id in parts),
                one.start,
            ),
        )
        return sorted(ranked[:MOST_TOLD], key=lambda one: one.start)

    def _kind_count(self, kind: str, count: int) -> str:
        words = self.story.wording.kind(kind)
        if count > 1:
            return f"{spoken(self.story, count)} {words['many']}"
        filled = self.story.wording.fill("axis.a_kind", {"kind": words, "feminine": words.get("gender") == "f"})
        return filled[0] if filled else words["one"]

    def _unit(self, unit: list[Told]) -> list[Sentence]:
        kinds = {one.action.kind for one in unit}
        if len(unit) > 1 and len(kinds) == 1 and all(one.quoted for one in unit):
            return [self._same_kind(unit)]
        sentences = []
        opens, text = unit[0].text(self._avoid)
        text += unit[0].figures if len(unit) == 1 and opens != "report" else unit[0].aside
        evidence = [*unit[0].evidence]
        if len(unit) > 1 and unit[1].joined:
            opens, text = unit[0].variants[0]
        for one in unit[1:]:
            said = one.text((opens, *self._avoid))[1] + one.aside
            if one.joined:
                text += f", {said}"
                evidence.extend(one.evidence)
                continue
            if len(text.split()) + len(said.split()) <= LONGEST_PAIR and ";" not in text:
                text += self._semicolon + said
                evidence.extend(one.evidence)
            else:
                sentences.append(self._say(text, opens, evidence))
                opens, text = one.text(self._avoid)
                text, evidence = text + one.figures, [*one.evidence]
        sentences.append(self._say(text, opens, evidence))
        return sentences

    @property
    def _semicolon(self) -> str:
        return " ; " if self.story.language == "fr" else "; "

    def _same_kind(self, unit: list[Told]) -> Sentence:
        """Several actions of one kind that are quoted: a counting sentence with their words."""
        kind = self.story.wording.kind(unit[0].action.kind)
        items = [self._item(one.action, quote(self.story, one.action)) for one in unit]
        shared = {tuple(doers(self.story, one.action)) for one in unit}
        actors = shared.pop() if len(shared) == 1 else ()
        names = [name for name in (self.story.names.short(actor) for actor in actors) if name]
        filled = self.story.wording.fill(
            "axis.same_kind",
            {
                "names": names if 0 < len(names) <= 4 else None,
                "many": len(names) > 1,
                "count": spoken(self.story, len(unit)),
                "kind": kind,
                "items": items,
                "feminine": kind.get("gender") == "f",
            },
            avoid=self._avoid,
        )
        assert filled is not None
        return self._say(filled[0], filled[1], [span for one in unit for span in one.evidence])

    def _item(self, action: Action, words: str) -> str:
        when, where = self.story.when(action), self.story.where(action)
        parts = self.story.parts_taken.get(action.action_id, ())
        people = [
            name
            for name in (
                self.story.names.actor(part.actor_id) for part in parts if part.role == "speaker" and self.story.names.is_person(part.actor_id)
            )
            if name
        ]
        filled = self.story.wording.fill(
            "axis.item", {"words": words, "when": when, "where": where, "people": people if 0 < len(people) < 4 and not when else None}
        )
        return filled[0] if filled else words

    def _listed(self, actions: list[Action], status: str) -> list[Sentence]:
        """What is under way or planned: up to three clauses in one sentence, more in two."""
        return self._pairs(sorted(actions, key=date_key), 5 if len(self.actions) <= 8 else 4)

    def _simple(self, actions: list[Action]) -> list[Sentence]:
        return self._pairs(actions, 2)

    def _pairs(self, actions: list[Action], most: int) -> list[Sentence]:
        groups = clusters(self.story, [told(self.story, action) for action in actions])
        sentences: list[Sentence] = []
        evidence: list[Span] = []
        flat = [one for cluster in groups for one in cluster]
        shown, rest = flat[:most], flat[most:]
        text, opens, shared = "", "", ""
        items: list[str] = []
        for one in shown:
            way, said = one.text((opens, *self._avoid) if text else self._avoid)
            said += "" if one.quoted else one.figures
            if one.stem and shared == one.stem and len(text.split()) + len(said.split()) <= LONGEST_PAIR:
                items.append(said[len(one.stem) :].strip())
                text = self.story.grammar.listed(items)
                evidence.extend(one.evidence)
                continue
            if text and len(text.split()) + len(said.split()) <= LONGEST_PAIR and text.count(";") < 1 and ";" not in said:
                text += self._semicolon + said
                shared = ""
                evidence.extend(one.evidence)
                continue
            if text:
                sentences.append(self._say(text, opens, evidence))
                way, said = one.text(self._avoid)
                said += "" if one.quoted else one.figures
            text, evidence, opens, shared, items = said, [*one.evidence], way, one.stem, [said]
        if text:
            sentences.append(self._say(text, opens, evidence))
        if rest:
            filled = self.story.wording.fill("axis.more", {"count": spoken(self.story, len(rest)), "many": len(rest) > 1, "kinds": None})
            if filled:
                sentences.append(self._say(filled[0], "more", (), ("tableau-actions",)))
        return sentences

    def _outside(self, actions: list[Action]) -> list[Sentence]:
        sentences = []
        for action in sorted(actions, key=date_key)[:2]:
            one = told(self.story, action)
            one = told_in_quotes(self.story, action) if one.follows else one
            filled = self.story.wording.fill("axis.outside", {"clause": one.text(("date",))[1]})
            if filled:
                sentences.append(self._say(filled[0], "outside", one.evidence))
        return sentences

    def remarks(self, room: int) -> list[Sentence]:
        """Figures that stand alone, then who is quoted."""
        found = remarks(self.story, self.axis, self.actions, self.said, room)
        sentences = [self._say(remark.text, remark.opens, remark.evidence, remark.anchors) for remark in found]
        named = works(self.story, self.axis, self.said)
        if named:
            sentences.append(self._say(named.text, named.opens, named.evidence, named.anchors))
        heard = voices(self.story, self.axis, self.said)
        return [*sentences, self._say(heard[0], "voices", heard[1])] if heard else sentences

    def _gaps(self) -> list[Sentence]:
        """What the report does not say of this part: dates, actors, costs, outcomes, in one last sentence."""
        found = gap_clauses(self.story, self.axis, self.actions)[1 if len(self.actions) == 1 else 0 :]
        return [self._say(self._semicolon.join(found), "gap", (), ("documente", f"x-{self.axis.axis_id}"))] if found else []
