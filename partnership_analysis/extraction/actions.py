"""What was, is and will be done under the agreement.

Each statement that tells a deed is an action: a sentence of a paragraph or a list item. A line that leads into a list tells none, its
items do; what goes on about an event lengthens it; the same event told twice is one action. How a deed is told is in `deeds`, who takes
part in `cast`, when and where in `action_facts`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import get_args

from partnership_analysis.document.model import Document, Span
from partnership_analysis.extraction.action_facts import Times, Whereabouts, title_of
from partnership_analysis.extraction.action_tables import action_rows
from partnership_analysis.extraction.cast import MADE, Names, Part, add, cast, subject_role
from partnership_analysis.extraction.clauses import clauses
from partnership_analysis.extraction.deeds import deed
from partnership_analysis.extraction.drafts import Draft, Known, Lead, bare_name, draft_of, introduction_end, is_minutes, own_bodies, subjects_of
from partnership_analysis.extraction.hosts import event_hosts, hosts_named
from partnership_analysis.extraction.identity import distinct, slug
from partnership_analysis.extraction.inner_actions import split, told_before_list
from partnership_analysis.extraction.kinds import EVENTS
from partnership_analysis.extraction.leads import announcement, elliptic, is_label, is_line, led, topic_of
from partnership_analysis.extraction.nominal import instructed, ordered
from partnership_analysis.extraction.other_sources import of_row, with_attendances, with_session
from partnership_analysis.extraction.records import (
    BASE_FORM,
    Action,
    ActionKind,
    Axis,
    Instrument,
    Mode,
    Organisation,
    Place,
    Publication,
    Quotation,
    TimeExpression,
)
from partnership_analysis.extraction.result_lines import is_result_line
from partnership_analysis.extraction.retellings import (
    goes_on,
    is_detail,
    lists_signers,
    once,
    only_details,
    says_how,
    speaks_of_it,
    speaks_there,
    tells_when,
    who_came,
)
from partnership_analysis.extraction.short_names import short_names
from partnership_analysis.extraction.statements import Statement, statements
from partnership_analysis.extraction.states import state_in_label
from partnership_analysis.extraction.units import NUMBER, ReadBlock
from partnership_analysis.extraction.unknown_heads import of_unknown_head
from partnership_analysis.extraction.verbs import Deed, Scene
from partnership_analysis.language.lexicon import Lexicon

KINDS: dict[str, ActionKind] = {kind: kind for kind in get_args(ActionKind)}
"""The contract's kinds by name."""
BONDS = frozenset((" of the ", " of ", " at the ", " de la ", " du ", " de l'", " des ", " de "))
"""What stands between a body and the one it belongs to."""
LONGEST_BOND = 8
LONGEST_MARK = 9
"""Characters from the end of emphasised words to the article behind their comma."""
GOING_ON = ("attendee", "speaker", "funder", "host", "organiser", "author")
"""Roles that a sentence which goes on about a deed gives to those it names."""
LONGEST_FIGURE = 5
"""Units of a figure, the signs between its digits with them."""
YEAR = 364
"""Days of a year, without its last."""


@dataclass(frozen=True, slots=True)
class Told:
    """An action and who takes part in it."""

    row: Action
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ActionsFound:
    """The actions of a report with their casts, in reading order."""

    told: tuple[Told, ...]

    @property
    def rows(self) -> tuple[Action, ...]:
        """The actions as rows."""
        return tuple(one.row for one in self.told)


def actions(
    blocks: Sequence[ReadBlock],
    *,
    axes: Sequence[Axis],
    dates: Sequence[TimeExpression],
    organisations: Sequence[Organisation],
    places: Sequence[Place],
    quotations: Sequence[Quotation],
    publications: Sequence[Publication],
    instruments: Sequence[Instrument],
    names: Names,
    partners: Sequence[str],
    reporting: str | None = None,
) -> ActionsFound:
    """The actions, in reading order."""
    if not blocks:
        return ActionsFound(())
    bodies = frozenset(one.organisation_id for one in organisations)
    links = tuple(
        sorted(
            (Span(min(link.span.start, link.words.start), max(link.span.end, link.words.end)), link.words.end - link.words.start)
            for link in blocks[0].document.links
        )
    )
    known = Known(
        axes,
        Times(dates, instruments),
        Whereabouts(places),
        names,
        tuple(partners),
        bodies,
        links,
        introduction_end(axes),
        is_minutes(blocks),
        own_bodies(blocks, organisations, partners),
        (reporting,) if reporting is not None else tuple(partners),
        by_name := _by_name(organisations, blocks[0].lexicon),
        _parents(organisations, by_name, names, blocks[0].document.text, blocks[0].lexicon),
        short_names(
            organisations,
            [one for one in names.all if not one.person],
            blocks[0].lexicon.setting("organisations", "called", {}),
            blocks[0].lexicon.setting("actions", "doer_nouns", ()),
        ),
        _titled(instruments, publications, blocks[0].document, blocks[0].lexicon),
    )
    drafts = _drafts(statements(blocks, quotations), known)
    events = event_hosts(blocks, names)
    for one in drafts if events else ():
        for actor in hosts_named(one.scene.statement.text, events):
            add(one.parts, Part(actor, "host"))
    drafts += [of_row(row, known) for row in action_rows(blocks)]
    drafts = with_attendances(blocks, with_session(blocks, drafts, known), known)
    kept = once(sorted(drafts, key=lambda one: (one.start, one.end)), known)
    return ActionsFound(tuple(_rows(kept, known, blocks[0].document.text)))


def _titled(
    instruments: Sequence[Instrument], publications: Sequence[Publication], document: Document, lexicon: Lexicon
) -> tuple[tuple[int, int], ...]:
    """Where instruments are named, works whose whole title is emphasised, and what is emphasised before a comma that says what it is
    (`*Berges*, une exposition`), in reading order.
    """
    emphasis = frozenset(document.emphasis)
    works = {(one.start, one.end) for one in publications if Span(one.start, one.end) in emphasis}
    articles = tuple(f", {word} " for word in lexicon.setting("actions", "indefinite", ()))
    set_off = {(one.start, one.end) for one in emphasis if document.text[one.end : one.end + LONGEST_MARK].lstrip("*_").startswith(articles)}
    return tuple(sorted({(one.start, one.end) for one in instruments} | works | set_off))


def _by_name(organisations: Sequence[Organisation], lexicon: Lexicon) -> dict[str, str]:
    """The bodies by each of their names, folded, without a leading article."""
    found: dict[str, str] = {}
    for one in organisations:
        for name in (one.name, one.acronym, *one.other_names):
            if name:
                found.setdefault(bare_name(name, lexicon), one.organisation_id)
    return found


def _parents(organisations: Sequence[Organisation], by_name: Mapping[str, str], names: Names, text: str, lexicon: Lexicon) -> dict[str, str]:
    """The bodies that belong to another one, by their ids: `the University's School of Law`, `the Tree Board of the County Council`."""
    found: dict[str, str] = {}
    for one in organisations:
        for name in (one.name, *one.other_names):
            owner, mark, _ = name.replace("’", "'").partition("'s ")
            if mark and (parent := by_name.get(bare_name(owner, lexicon))):
                found.setdefault(one.organisation_id, parent)
    for before, after in pairwise(names.all):
        between = text[before.end : after.start].replace("’", "'") if after.start - before.end <= LONGEST_BOND else ""
        if between == "'s ":
            found.setdefault(after.actor, before.actor)
        elif between in BONDS:
            found.setdefault(before.actor, after.actor)
    return found


def _drafts(every: Sequence[Statement], known: Known) -> list[Draft]:
    drafts: list[Draft] = []
    antecedent: tuple[str, ...] = ()
    leads: dict[int, Lead] = {}
    topic: tuple[int, str] = (-9, "")
    for whole in every:
        if whole.depth and is_result_line(whole.text, whole.block.lexicon):
            continue
        scene = known.scene(whole)
        if known.linked(*whole.places(), item=whole.depth > 0) and not (scene.finite and scene.dated and not whole.depth):
            continue
        opening = told_before_list(scene) if whole.announces else None
        told = deed(opening) if opening is not None else None
        if opening is not None and told is not None:
            drafts.append(draft_of(opening, told, known, None, subjects_of(opening, told, known, antecedent)))
        if whole.announces:
            leads[id(whole)] = announcement(scene, known, antecedent)
            antecedent = tuple(part.actor for part in leads[id(whole)].parts) or antecedent
            continue
        if (not whole.depth and whole.position == 0) or (not whole.depth and not topic[1]):
            topic = (whole.number, topic_of(scene))
        lead = leads.get(id(whole.lead)) if whole.lead is not None else None
        for part in clauses(scene):
            statement = part.statement
            item = whole.depth > 0 and whole.position == 0 and statement.first == whole.first
            alone = not item and whole.more == 0 and statement.text.lower().startswith(tuple(part.setting("nominal_openers"))) and bool(part.dated)
            told = deed(part, item=(item and not is_label(part)) or alone or is_line(part))
            if item and told is None and lead is not None and lead.future:
                told = instructed(part)
            if item and (told is None or (told.beside and told.kind == "funding")) and not is_label(part):
                told = of_unknown_head(part, known.names) or told
            if item:
                told = led(part, told, lead, topic[1])
            state = state_in_label(statement) if item else None
            if state is not None:
                told = ordered(part) or told
            if item and told is None and not is_label(part) and (lead is None or lead.kind is not None):
                told = _ordered_and_dated(part, known)
            if whole.depth and whole.position and drafts and told is not None and is_detail(part, told, drafts[-1]):
                drafts[-1].end = statement.places()[1]
                drafts[-1].scenes.append(part)
                for one in cast(part, told, known.names):
                    add(drafts[-1].parts, replace(one, subject=False))
                continue
            told = elliptic(part, told, drafts)
            subjects = subjects_of(part, told, known, antecedent)
            if told is None and drafts and only_details(part, drafts[-1]):
                drafts[-1].end = statement.places()[1]
                drafts[-1].scenes.append(part)
                for one in cast(part, None, known.names):
                    add(drafts[-1].parts, replace(one, subject=False))
                continue
            if told is None and drafts and statement.number - drafts[-1].scenes[-1].statement.number <= 1 and speaks_there(part):
                for named in known.names.within(*statement.places(), free=True):
                    if named.person:
                        add(
                            drafts[-1].parts if drafts[-1].told.kind != "publication" or len(drafts) < 2 else drafts[-2].parts,
                            Part(named.actor, "speaker"),
                        )
            if told is None and drafts and statement.number - drafts[-1].scenes[-1].statement.number <= 1 and (came := who_came(part)) is not None:
                for named in known.names.within(*statement.places(), free=True):
                    if named.person or whole.block.document.text[named.start - 1] != "(":
                        add(drafts[-1].parts, Part(named.actor, came))
            if told is None and drafts and drafts[-1].scenes[-1].statement.number == statement.number and statement.position:
                for one in cast(part, drafts[-1].told if drafts[-1].told.kind in ("podcast", "webinar") else None, known.names):
                    if (one.role == "speaker" or (one.role == "funder" and speaks_of_it(part))) and not one.subject:
                        add(drafts[-1].parts, one)
            if told is None and drafts and (says_how(part, drafts[-1]) or tells_when(part, drafts[-1])):
                if tells_when(part, drafts[-1]):
                    drafts[-1].end = statement.places()[1]
                drafts[-1].scenes.append(part)
                for one in cast(part, None, known.names):
                    add(drafts[-1].parts, replace(one, subject=False))
            if told is None and drafts and drafts[-1].told.kind == "signing" and lists_signers(whole, drafts[-1]):
                for named in known.names.within(*statement.places(), free=True):
                    if named.person:
                        add(drafts[-1].parts, Part(named.actor, "signatory"))
            if (
                told is None
                and drafts
                and whole.depth
                and whole.position
                and not _of_somebody(part, known)
                and drafts[-1].scene.statement.number == whole.number
            ):
                drafts[-1].end = statement.places()[1]
                drafts[-1].scenes.append(part)
                for one in cast(part, None, known.names):
                    if one.role == "funder":
                        add(drafts[-1].parts, one)
            if told is None:
                antecedent = tuple(one.actor for one in subjects) or antecedent
                continue
            draft = draft_of(part, told, known, lead, subjects)
            draft.status = state or draft.status
            gone = _of_a_thing(draft, antecedent) or _of_people(draft)
            antecedent = tuple(one.actor for one in draft.parts.values() if one.subject) or (() if gone else antecedent)
            if drafts and goes_on(drafts[-1], draft, known):
                previous = drafts[-1]
                previous.end = draft.end
                previous.status = previous.status if (previous.status, draft.status) == ("done", "ongoing") else draft.status
                previous.scenes.append(part)
                for one in draft.parts.values():
                    if draft.told.kind == "signing":
                        add(previous.parts, one)
                    elif previous.told.kind == "signing" and one.role == "organiser":
                        add(previous.parts, replace(one, role="signatory", subject=False))
                    elif one.actor not in previous.parts and (one.subject or one.role in GOING_ON) and not _fills_a_post(draft):
                        add(previous.parts, replace(one, role="speaker" if _opens(previous, draft, one, known) else one.role, subject=False))
                continue
            if part.continues and drafts:
                for one in drafts[-1].parts.values():
                    if one.subject:
                        add(draft.parts, replace(one, role=subject_role(statement, told)))
            drafts += split(draft, known)
    return drafts


def _ordered_and_dated(scene: Scene, known: Known) -> Deed | None:
    """What a line tells by a verb in its base form and a date: `Planter 200 arbres (Ville, octobre 2023)`; one that says only by when, or a year, may be an aim."""
    told = ordered(scene) if not any(word in scene.statement.heading for word in scene.setting("advice_headings")) else None
    start, end = scene.statement.places()
    due = told is not None and told.kind != "other" and known.times.only_a_deadline(start, end)
    return told if due or (told is not None and known.times.is_fixed(start, end)) else None


def _of_somebody(scene: Scene, known: Known) -> bool:
    """Whether a sentence of state is about people and their offices: `Its co-chairs are …`; it says nothing of the deed before it."""
    first = next((one for one in scene.groups if not one.bare), None)
    if first is None or first.tag.part != "STATE":
        return False
    statement = scene.statement
    verb = statement.block.source(statement.units.starts[first.first], statement.units.ends[first.first]).start
    if any(one.person for one in known.names.within(statement.places()[0], verb, free=True)):
        return True
    return any(scene.listed("offices_told", n) for n in range(statement.first, first.first))


def _opens(before: Draft, draft: Draft, part: Part, known: Known) -> bool:
    """Whether a person gives the event told before its first or last words: `Anne Roe opened it`."""
    group = draft.told.group
    event = before.told.kind in EVENTS or before.told.kind == "other"
    return event and part.subject and part.actor not in known.bodies and group is not None and draft.scene.listed("opening_speakers", group.verb)


def _fills_a_post(draft: Draft) -> bool:
    """Whether a sentence says who has a post: `it was held until 2023 by Ann Weir`."""
    return draft.told.group is not None and draft.scene.listed("post_verbs", draft.told.group.verb)


def _of_a_thing(draft: Draft, antecedent: tuple[str, ...]) -> bool:
    """Whether a thing is what a singular pronoun after a sentence stands for: `Un film a été tourné. Il sera projeté …`."""
    group = draft.told.group
    return len(antecedent) == 1 and group is not None and group.passive and draft.scene.part(draft.scene.statement.first) != "PRONOUN"


def _of_people(draft: Draft) -> bool:
    """Whether people whom nothing names are the subject: a pronoun after the sentence stands for them: `Five nurses were trained. They teach …`."""
    if not draft.scene.bare_is_finite or draft.told.group is None:
        return False
    first, last = draft.told.subject
    return any(draft.scene.listed(key, n) for n in range(first, last) for key in ("people_nouns", "own_people"))


def _rows(drafts: Sequence[Draft], known: Known, text: str) -> Iterator[Told]:
    titles = [title_of(one.scene, one.told) for one in drafts]
    ids = distinct(f"a-{slug(title, longest=48)}" for title in titles)
    axis = 0
    for draft, title, action_id in zip(drafts, titles, ids, strict=True):
        while axis + 1 < len(known.axes) and known.axes[axis].end <= draft.start:
            axis += 1
        first, last, edtf = known.times.of(
            draft.start, draft.end, text, _verb_places(draft), _years_of_others(draft, known), told=draft.scene.statement.places()[1]
        )
        status = draft.status
        group = draft.told.group
        past = group is not None and group.bare and not draft.told.beside
        if status == "done" and first is not None and last is None and not past:
            status = "ongoing"
        names = [(one.start, one.end) for one in known.names.within(draft.start, draft.end) if one.actor in known.bodies]
        place = (
            next((found for scene in draft.scenes if (found := known.where.of(scene, names))), known.where.named_in(draft.venue))
            if status != "other"
            else None
        )
        parts = tuple(draft.parts.values())
        yield Told(
            Action(
                action_id=action_id,
                axis_id=known.axes[axis].axis_id if known.axes and known.axes[axis].start <= draft.start < known.axes[axis].end else None,
                kind=KINDS[draft.told.kind],
                title=title,
                status=status,
                date_start=first,
                date_end=last,
                edtf=edtf,
                place=place,
                mode=_mode(draft, known),
                start=draft.start,
                end=draft.end,
                exact=text[draft.start : draft.end],
                rule=_rule(draft.told),
            ),
            parts,
        )


def _rule(told: Deed) -> str:
    """How a deed was told."""
    if told.group is None:
        return BASE_FORM if told.ordered else "nominal"
    return f"{told.group.tag.part.lower()} {told.group.tag.kind}".strip()


def _years_of_others(draft: Draft, known: Known) -> frozenset[int]:
    """Where the times stand that are an agreement's (`la convention 2022-2025`), an end put off, or that of a figure compared with."""
    found: set[int] = set()
    for scene in draft.scenes:
        statement = scene.statement
        for row in known.times.within(*statement.places()):
            unit = statement.units.at(statement.block.view.offset(row.start))
            years = row.date_start is not None and row.date_end is not None and (row.date_end - row.date_start).days >= YEAR
            named = scene.part(unit - 1) == "AGREEMENT" or statement.tag(unit - 1).kind == "signing" or scene.listed("year_names", unit - 1)
            if (years and named) or _prolongs(scene, unit) or _is_compared_with(scene, unit):
                found.add(row.start)
    return frozenset(found)


def _prolongs(scene: Scene, unit: int) -> bool:
    """Whether a date is the end to which something was extended, not the day it was: `has been extended to March 2026`."""
    to = scene.words(unit - 1, unit) in scene.setting("ends_at") or scene.words(unit, unit + 1).split(" ")[0] in scene.setting("ends_at")
    return to and any(scene.listed("prolonging", n) for n in range(max(scene.statement.first, unit - 6), unit))


def _is_compared_with(scene: Scene, unit: int) -> bool:
    """Whether a time is that of a figure which another is compared with: `up from 1,850 in 2023`, `contre 1 850 en 2023`."""
    classes, first = scene.statement.units.classes, scene.statement.first
    number = unit - 1 if classes[unit - 1 : unit] == NUMBER else unit - 2
    figure = number
    while number > first and classes[number] in (NUMBER, ",") and number > figure - LONGEST_FIGURE:
        number -= 1
    return number < figure and scene.listed("compared_with", number)


def _verb_places(draft: Draft) -> list[int]:
    """Where the verbs of its sentences stand in the document."""
    places = []
    for scene in draft.scenes:
        units, block = scene.statement.units, scene.statement.block
        places += [block.source(units.starts[one.verb], units.ends[one.verb]).start for one in scene.groups if not scene.listed("closings", one.verb)]
    return places


def _mode(draft: Draft, known: Known) -> Mode:
    """Both or several partners or the partnership as such: joint; one partner: single; others only: third party. A person counts as the partner whose office the report gives."""
    doers = [part for part in draft.parts.values() if part.subject or part.role in ("organiser", "signatory", "author", "funder", "partner")]
    partners = {partner for part in doers for partner in _stands_for(part.actor, known)}
    if draft.joint or len(partners) > 1 or _by_own_committee(draft) or _by_ours(draft) or (not partners and _done_along_with(draft)):
        return "joint"
    if len(partners) == 1:
        return "single"
    group = draft.told.group
    made = group is not None and group.passive and draft.told.kind in MADE and not draft.scene.listed("commissions", group.verb)
    outside = [
        part for part in doers if (part.subject or part.role == "organiser" or (made and part.role == "author")) and part.actor not in known.own
    ]
    own = any(part.actor in known.own for part in doers)
    return "third_party" if outside and not own else "joint"


def _by_ours(draft: Draft) -> bool:
    """Whether a body of those who report, without a name, is the subject: `our steering group`."""
    scene, told = draft.scene, draft.told
    first, last = told.subject if told.group is not None else (scene.statement.first, told.head + 1)
    words = scene.words(first, max(last, first + 1)).replace(",", " ").split()
    return bool(scene.all_listed("ours", first, max(last, first + 1))) and any(word in scene.setting("standing") for word in words)


def _done_along_with(draft: Draft) -> bool:
    """Whether a passive says with whom, besides those of the report, it was done: `un forum a été coorganisé avec la mission locale`."""
    scene, group = draft.scene, draft.told.group
    joint = tuple(scene.statement.block.lexicon.setting("roles", "joint_verbs", ()))
    along = joint and group is not None and group.passive and scene.words(group.verb, group.verb + 1).startswith(joint)
    return bool(along) and group is not None and scene.part(group.verb + 1) == "WITH"


def _by_own_committee(draft: Draft) -> bool:
    """Whether the partnership's own committee, named or not, is the subject: `le comité de pilotage a validé …`."""
    scene, group = draft.scene, draft.told.group
    if group is None:
        return False
    words = scene.words(draft.scene.statement.first, max(group.first, draft.scene.statement.first))
    return any(f"{article}{name}" in words for name in scene.setting("own_bodies") for article in scene.setting("before_own_bodies"))


def _stands_for(actor: str, known: Known) -> Iterator[str]:
    if actor in known.partners:
        yield actor
    for body in known.names.bodies_of.get(actor, ()):
        if body in known.partners:
            yield body
    if known.parents.get(actor) in known.partners:
        yield known.parents[actor]
