"""What was, is and will be done under the agreement.

Each statement that tells a deed is an action: a sentence of a paragraph or a list item. A line that leads into a list tells none, its
items do; what goes on about an event lengthens it; the same event told twice is one action. How a deed is told is in `deeds`, who takes
part in `cast`, when and where in `action_facts`.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from partnership_analysis.document.model import Span
from partnership_analysis.extraction.action_facts import Times, Whereabouts, status_of, title_of
from partnership_analysis.extraction.action_tables import Row, action_rows
from partnership_analysis.extraction.attendance import present
from partnership_analysis.extraction.cast import Names, Part, add, cast, name_units, subject_role
from partnership_analysis.extraction.deeds import SPECIFIC, Deed, clauses, deed, head_start, kind_of, led_kind, nouns, piece
from partnership_analysis.extraction.identity import distinct, folded, slug
from partnership_analysis.extraction.records import Action, Axis, Instrument, Mode, Organisation, Place, Quotation, TimeExpression
from partnership_analysis.extraction.statements import Statement, marked, statements, units_of
from partnership_analysis.extraction.units import ReadBlock
from partnership_analysis.extraction.verbs import Scene

SESSION = 8
"""Blocks at the start in which a session's date stands."""
YEAR = 364
MOST_TWINS = 40
"""Actions of one kind, the last told, that a new one may repeat."""


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


@dataclass(frozen=True, slots=True)
class Lead:
    """What a line that leads into a list announces: a kind of action (`any`; None where it announces none), who does it, how it is told."""

    kind: str | None
    parts: tuple[Part, ...]
    told: Deed | None


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier stages found."""

    axes: Sequence[Axis]
    times: Times
    where: Whereabouts
    names: Names
    partners: tuple[str, ...]
    bodies: frozenset[str]
    links: tuple[Span, ...] = ()

    opening: int = 0
    """Where the introduction ends."""
    minutes: bool = False
    own: frozenset[str] = frozenset()
    """Bodies of the partnership itself: its steering committee, its working groups."""

    def scene(self, statement: Statement) -> Scene:
        """A statement with what is known of its units."""
        start, end = statement.places()
        named = name_units(statement, self.names)
        dated = units_of(statement, ((row.start, row.end) for row in self.times.within(start, end)))
        quiet = units_of(statement, self.times.named_within(start, end))
        return Scene(statement, named, dated, quiet, opening=start < self.opening, planned=_is_planned_part(statement), minutes=self.minutes)

    def linked(self, start: int, end: int) -> bool:
        """Whether a stretch is nothing but a link: a work listed, not a deed told."""
        index = bisect_right(self.links, (start + 1, 0)) - 1
        return index >= 0 and end > start and self.links[index].start <= start and self.links[index].end + 2 >= end


@dataclass(slots=True, eq=False)
class _Draft:
    """An action in the making."""

    scene: Scene
    told: Deed
    start: int
    end: int
    status: str
    parts: dict[str, Part]
    joint: bool
    scenes: list[Scene]
    """Its sentences: the one that tells it, and those that go on about it."""
    venue: ReadBlock | None = None
    """The line of front matter that says where a session was held."""


def actions(
    blocks: Sequence[ReadBlock],
    *,
    axes: Sequence[Axis],
    dates: Sequence[TimeExpression],
    organisations: Sequence[Organisation],
    places: Sequence[Place],
    quotations: Sequence[Quotation],
    instruments: Sequence[Instrument],
    names: Names,
    partners: Sequence[str],
) -> ActionsFound:
    """The actions, in reading order."""
    if not blocks:
        return ActionsFound(())
    bodies = frozenset(one.organisation_id for one in organisations)
    links = tuple(sorted(Span(min(link.span.start, link.words.start), max(link.span.end, link.words.end)) for link in blocks[0].document.links))
    known = Known(axes, Times(dates, instruments), Whereabouts(places), names, tuple(partners), bodies, links, _introduction_end(axes), _is_minutes(blocks), _own_bodies(blocks, organisations))
    drafts = _drafts(statements(blocks, quotations), known)
    drafts += [_of_row(row, known) for row in action_rows(blocks)]
    drafts = _with_session(blocks, drafts, known)
    kept = _once(sorted(drafts, key=lambda one: (one.start, one.end)), known)
    return ActionsFound(tuple(_rows(kept, known, blocks[0].document.text)))


def _introduction_end(axes: Sequence[Axis]) -> int:
    opening = next((one for one in axes if one.kind == "introduction"), None)
    return opening.end if opening is not None and len(axes) > 1 else 0


def _own_bodies(blocks: Sequence[ReadBlock], organisations: Sequence[Organisation]) -> frozenset[str]:
    words = blocks[0].lexicon.setting("actions", "own_bodies", ())
    return frozenset(one.organisation_id for one in organisations if any(word in one.name.lower() for word in words))


def _is_minutes(blocks: Sequence[ReadBlock]) -> bool:
    """Whether one of the first lines says that the report minutes a session."""
    words = tuple(blocks[0].lexicon.setting("actions", "minutes", ()))
    return any(len(one.text) < 200 and one.text.lower().lstrip("*# ").startswith(words) for one in blocks[:4])


def _drafts(every: Sequence[Statement], known: Known) -> list[_Draft]:
    drafts: list[_Draft] = []
    antecedent: tuple[str, ...] = ()
    leads: dict[int, Lead] = {}
    topic: tuple[int, str] = (-9, "")
    for whole in every:
        if known.linked(*whole.places()):
            continue
        scene = known.scene(whole)
        opening = _told_before_list(scene) if whole.announces else None
        told = deed(opening) if opening is not None else None
        if opening is not None and told is not None:
            drafts.append(_draft(opening, told, known, None, _subjects(opening, told, known, antecedent)))
        if whole.announces:
            leads[id(whole)] = _announcement(scene, known, antecedent)
            antecedent = tuple(part.actor for part in leads[id(whole)].parts) or antecedent
            continue
        if not whole.depth and whole.position == 0 or not whole.depth and not topic[1]:
            topic = (whole.number, _topic(scene))
        lead = leads.get(id(whole.lead)) if whole.lead is not None else None
        for part in clauses(scene):
            statement = part.statement
            item = whole.depth > 0 and whole.position == 0 and statement.first == whole.first
            alone = not item and whole.more == 0 and statement.text.lower().startswith(tuple(part.setting("nominal_openers"))) and bool(part.dated)
            told = deed(part, item=item or alone or _is_line(part))
            if item:
                told = _led(part, told, lead, topic[1])
            told = _elliptic(part, told, drafts)
            subjects = _subjects(part, told, known, antecedent)
            if told is None and drafts and _only_details(part, drafts[-1]):
                drafts[-1].end = statement.places()[1]
                drafts[-1].scenes.append(part)
                for one in cast(part, None, known.names):
                    add(drafts[-1].parts, replace(one, subject=False))
                continue
            if told is None and drafts and whole.depth and whole.position and drafts[-1].scene.statement.number == whole.number:
                drafts[-1].end = statement.places()[1]
                for one in cast(part, None, known.names):
                    if one.role == "funder":
                        add(drafts[-1].parts, one)
            if told is None:
                antecedent = tuple(one.actor for one in subjects) or antecedent
                continue
            draft = _draft(part, told, known, lead, subjects)
            antecedent = tuple(one.actor for one in draft.parts.values() if one.subject) or antecedent
            if drafts and _goes_on(drafts[-1], draft, known):
                previous = drafts[-1]
                previous.end = draft.end
                previous.scenes.append(part)
                for one in draft.parts.values():
                    if draft.told.kind == "signing":
                        add(previous.parts, one)
                    elif one.subject or one.role in ("attendee", "speaker", "funder", "host"):
                        add(previous.parts, replace(one, subject=False))
                continue
            if part.continues and drafts:
                for one in drafts[-1].parts.values():
                    if one.subject:
                        add(draft.parts, replace(one, role=subject_role(statement, told)))
            drafts += _split(draft, known)
    return drafts


def _of_row(row: Row, known: Known) -> _Draft:
    """A row of a table of actions: what its columns tell of time, status and actors."""
    units, marks = marked(row.action)
    statement = Statement(row.action, units, marks, row.number, 0, len(row.action.text), 0, len(units), 0, None, row.heading)
    scene = known.scene(statement)
    found = nouns(scene, 0, len(units))
    told = deed(scene, item=True) or Deed(statement.tag(found[0]).kind if found else "other", None, (0, 0), found[0] if found else 0)
    parts = {part.actor: part for part in cast(scene, told, known.names)}
    for cell, role in ((row.lead, "organiser"), (row.partners, "partner")):
        for one in known.names.within(cell.block.start, cell.block.end, free=True) if cell is not None else ():
            add(parts, Part(one.actor, role, role == "organiser"))  # type: ignore[arg-type]
    status = status_of(statement, told, planned_part=_is_planned_part(statement), lead=None)
    if row.status is not None:
        told_of = {tag.part for tag in marked(row.status)[1]}
        fates = (("CANCELLED", "other"), ("POSTPONED", "planned"), ("ONGOING", "ongoing"), ("PLANNED", "planned"))
        status = next((fate for mark, fate in fates if mark in told_of), "done")
    return _Draft(scene, told, row.cells[0].block.start, row.cells[-1].block.end, status, parts, _together(scene, told), [scene])


def _with_session(blocks: Sequence[ReadBlock], drafts: list[_Draft], known: Known) -> list[_Draft]:
    """The drafts with the session that the report minutes: who was there, and the session itself where no sentence tells it."""
    there = present(blocks, known.names) if known.minutes else ()
    if not there:
        return drafts
    session = next((one for one in drafts if one.told.kind == "meeting" and one.start < max(known.opening, 1) and one.status == "done"), None)
    if session is None:
        block = next((one for one in blocks[:SESSION] if known.times.within(one.block.start, one.block.end)), blocks[0])
        units, marks = marked(block)
        statement = Statement(block, units, marks, blocks.index(block), 0, len(block.text), 0, len(units), 0, None, "")
        session = _Draft(known.scene(statement), Deed("meeting", None, (0, 0), 0), block.block.start, block.block.end, "done", {}, True, [known.scene(statement)])
        drafts = [session, *drafts]
    partners = [actor for actor, part in session.parts.items() if part.subject and part.role == "organiser"]
    for actor in partners:
        del session.parts[actor]
    for one in known.names.within(session.start, session.end, free=True):
        if one.actor in partners and any(part.actor == one.actor and part.role == "host" for part in cast(session.scene, session.told, known.names)):
            session.parts[one.actor] = Part(one.actor, "host")
    venue = next((one for one in blocks[: 2 * SESSION] if one.text[:20].partition(":")[0].strip(" *_").lower() in one.lexicon.setting("actions", "venues", ())), None)
    if venue is not None:
        session.venue = venue
        for one in known.names.within(venue.block.start, venue.block.end, free=True):
            if one.actor in known.bodies:
                add(session.parts, Part(one.actor, "host"))
    for actor in there:
        add(session.parts, Part(actor, "attendee"))
    return drafts


def _is_line(scene: Scene) -> bool:
    """Whether a sentence of a paragraph is a line without a verb that may tell a deed: not in the introduction, with a noun or making at its head."""
    if scene.opening or any(not one.bare for one in scene.groups):
        return False
    if scene.planned and scene.dated:
        return True
    first = head_start(scene)
    while first < scene.statement.last and (scene.part(first) == "ARTICLE" or scene.statement.units.is_class(first, "NUMBER")):
        first += 1
    tag = scene.statement.tag(first)
    counted = first > scene.statement.first or bool(scene.dated)
    return first not in scene.taken and (tag.part == "MAKING" or tag.part == "NOUN" and (counted or scene.part(first + 1) == "OF" or scene.statement.units.classes[first + 1 : first + 2] == ","))


def _told_before_list(scene: Scene) -> Scene | None:
    """The part of a sentence before the one that leads into a list, where it tells a dated deed of its own."""
    main = [one for one in scene.groups if not one.bare]
    if len(main) < 2 or not scene.dated:
        return None
    joint = next((n for n in range(main[-1].first - 1, main[0].verb, -1) if scene.part(n) == "AND"), None)
    if joint is None or joint - scene.statement.first < 3:
        return None
    part = replace(scene, statement=piece(scene.statement, scene.statement.first, joint))
    return part if any(n < joint for n in scene.dated) else None


def _topic(scene: Scene) -> str:
    """The kind that a paragraph is about: its first noun that names one."""
    found = [scene.statement.tag(number).kind for number in nouns(scene, scene.statement.first, scene.statement.last)]
    return next((kind for kind in found if kind not in ("other", "meeting", "working_group")), "")


def _elliptic(scene: Scene, told: Deed | None, drafts: Sequence[_Draft]) -> Deed | None:
    """A sentence that leaves out what it is about (`La seconde, le 16 mars 2022 …`, `It will be repeated`) tells of the deed before it."""
    statement = scene.statement
    if not drafts or statement.number - drafts[-1].scene.statement.number > 1 or statement.depth and statement.number != drafts[-1].scene.statement.number:
        return told
    previous = drafts[-1].told.kind
    head = statement.text[:40].lower()
    elliptic = any(head.startswith((word + " ", word + ",")) for word in scene.setting("elliptic_subjects"))
    first = next((one for one in scene.groups if not one.bare), None)
    if elliptic and scene.dated and first is not None and (told is None or told.kind in ("other", "meeting")):
        return Deed(previous, first, (statement.first, first.first), statement.first)
    pronoun = scene.part(statement.first) == "PRONOUN"
    if told is None and pronoun and scene.dated and first is not None and first.tense == "future" and first.tag.part in ("DO", "DID"):
        return Deed(previous, first, (statement.first, first.first), first.verb)
    if told is not None and told.kind == "other" and told.group is not None and told.head == told.group.verb and pronoun:
        return replace(told, kind=previous)
    return told


def _announcement(scene: Scene, known: Known, antecedent: tuple[str, ...]) -> Lead:
    """What a line that leads into a list announces."""
    told = deed(scene)
    kind = led_kind(scene)
    words = scene.statement.text.lower().replace(":", " ").split()
    if told is None and any(word in scene.setting("no_leads") for word in words):
        kind = None
    parts = {part.actor: part for part in cast(scene, told, known.names) if part.subject or part.role in ("organiser", "author")}
    for part in _subjects(scene, told, known, antecedent):
        add(parts, part)
    return Lead(kind, tuple(replace(part, subject=True) for part in parts.values()), told)


def _led(scene: Scene, told: Deed | None, lead: Lead | None, topic: str) -> Deed | None:
    """An item with what its lead-in announces: an action where that announces actions, of its kind where the item names none."""
    statement = scene.statement
    if told is not None:
        generic = any(scene.words(n, n + 1) in scene.setting("generic_nouns") for n in range(told.head, min(told.head + 5, statement.last)))
        if generic and topic:
            return replace(told, kind=topic)
        if told.kind == "other" and lead is not None and lead.kind not in (None, "any", "other"):
            return replace(told, kind=lead.kind or told.kind)
        return told
    if lead is None or lead.kind is None:
        return None
    first = head_start(scene)
    if len(statement.text.split()) < 3 or scene.part(first) in ("DO", "STATE") or any(one.tag.part == "STATE" for one in scene.groups):
        return None
    found = nouns(scene, statement.first, statement.last) if lead.kind in ("any", "other") else []
    return Deed(kind_of(lead.kind, statement.tag(found[0]).kind if found else None), None, (first, first), found[0] if found else first)


def _subjects(scene: Scene, told: Deed | None, known: Known, antecedent: tuple[str, ...]) -> list[Part]:
    """Who does it, where the sentence says so by `les partenaires`, `we` or a pronoun."""
    statement = scene.statement
    main = told.group if told is not None else next(iter(scene.groups), None)
    role = subject_role(statement, told)
    first, last = told.subject if told is not None and told.group is not None else (statement.first, main.first if main is not None else statement.first)
    found: list[Part] = []
    for number in range(first, last):
        part = scene.part(number)
        if part == "PARTNERS" and (number == first or scene.part(number - 1) not in ("OF", "OCCASION", "WITH", "TO")):
            found += [Part(actor, role, True) for actor in known.partners]
        elif part == "PRONOUN" and number - first < 2 and antecedent:
            plural = scene.words(number, number + 1) in scene.setting("plural_pronouns")
            if plural and len(antecedent) > 1 or not plural and len(antecedent) == 1 and main is not None and not main.passive:
                found += [Part(actor, role, True) for actor in antecedent]
    if any(scene.part(n) == "PARTNERS" and scene.part(n - 1) == "BY" for n in range(max(last, statement.first + 1), statement.last)):
        found += [Part(actor, role, True) for actor in known.partners]
    return found


def _draft(scene: Scene, told: Deed, known: Known, lead: Lead | None, subjects: Sequence[Part]) -> _Draft:
    statement = scene.statement
    start, end = statement.places()
    parts = {part.actor: part for part in cast(scene, told, known.names)}
    for part in subjects:
        add(parts, part)
    if lead is not None and statement.depth and not any(part.subject for part in parts.values()):
        role = subject_role(statement, told)
        for part in lead.parts:
            add(parts, Part(part.actor, role, True))
    group = lead.told.group if lead is not None and lead.told is not None else None
    status = status_of(statement, told, planned_part=_is_planned_part(statement), lead=group)
    return _Draft(scene, told, start, end, status, parts, _together(scene, told), [scene])


def _together(scene: Scene, told: Deed) -> bool:
    """Whether the words say that the partners did it together."""
    statement = scene.statement
    if scene.within(statement.first, statement.last, "PARTNERS") or told.kind == "signing" and _of_agreement(scene):
        return True
    return any(scene.part(n) == "TOGETHER" and n not in scene.taken and scene.part(n - 1) not in ("ARTICLE", "OF") and scene.part(n + 1) != "WITH" and not scene.words(n, n + 1).endswith("with") for n in range(statement.first, statement.last))


def _is_planned_part(statement: Statement) -> bool:
    """Whether the heading above says that what follows is to come."""
    return any(entry in statement.heading for entry in statement.block.lexicon.setting("actions", "planned_headings", ()))


def _only_details(scene: Scene, before: _Draft) -> bool:
    """Whether a sentence only says, by a pronoun, who came to the event of the sentence before it."""
    statement, last = scene.statement, before.scenes[-1].statement
    beside = statement.number == last.number and statement.position == last.position + 1
    return beside and bool(scene.groups) and scene.groups[0].tag.part == "DETAIL" and scene.part(statement.first) in ("PRONOUN", "THIS")


def _goes_on(before: _Draft, after: _Draft, known: Known) -> bool:
    """Whether a sentence only goes on about the event of the one before it: who came, who spoke, what was signed."""
    one, two = before.scene.statement, after.scene.statement
    if one.number != two.number and not (two.position == 0 and two.number == one.number + 1 and not two.depth and not one.depth):
        return False
    group = after.told.group
    if group is None or after.status != before.status or after.scene.continues:
        return False
    pronoun = after.scene.part(two.first) == "PRONOUN"
    if after.told.kind == "signing" and before.told.kind == "signing":
        return pronoun or _of_agreement(after.scene)
    days = [{row.edtf for row in known.times.within(draft.start, draft.end) if row.date_start or row.date_end} for draft in (before, after)]
    if pronoun and _after_semicolon(two):
        return True
    if days[0] and days[1] and not days[0] & days[1] and any(row.precision in ("day", "time", "month", "range") for row in known.times.within(after.start, after.end)):
        return False
    if group.tag.part == "DETAIL":
        return pronoun or after.scene.part(two.first) == "THIS" or after.scene.part(two.first) == "ARTICLE" and after.told.kind == before.told.kind
    people = [part for part in after.parts.values() if part.subject]
    persons = bool(people) and all(part.actor not in known.bodies for part in people)
    if persons and not group.passive and after.told.kind in ("other", "presentation", before.told.kind):
        return True
    partners = [part for part in people if part.actor in known.partners]
    return pronoun and not partners and not days[1] and not group.passive


def _after_semicolon(statement: Statement) -> bool:
    return statement.block.text[: statement.start].rstrip().endswith(";")


def _split(draft: _Draft, known: Known) -> Iterator[_Draft]:
    """The actions of a sentence: those it lists after `par exemple`, those in its brackets, else itself."""
    listed = _examples(draft)
    if listed:
        for scene, told in listed:
            yield _part(draft, scene, told, known)
        return
    yield draft
    for scene, told in _brackets(draft):
        yield _part(draft, scene, told, known)


def _part(draft: _Draft, scene: Scene, told: Deed, known: Known) -> _Draft:
    """A part of a sentence as an action of its own."""
    start, end = scene.statement.places()
    parts = {part.actor: part for part in cast(scene, told, known.names)}
    if told.kind == "hearing":
        for one in known.names.within(start, end, free=True):
            add(parts, Part(one.actor, "host" if one.actor in known.bodies else "speaker"))
    else:
        for part in draft.parts.values():
            if part.subject or part.role == "organiser" and part.actor in known.partners:
                add(parts, Part(part.actor, "organiser", True))
    return _Draft(scene, told, start, end, draft.status, parts, draft.joint, [scene])


def _examples(draft: _Draft) -> list[tuple[Scene, Deed]]:
    """`des actions ont été portées, par exemple X ainsi que Y`: X and Y, where both have a deed at their head."""
    scene, statement = draft.scene, draft.scene.statement
    start = next((n for n in range(statement.first, statement.last) if scene.part(n) == "EXAMPLE"), None)
    if start is None or draft.told.kind not in ("other", "information_sharing", "advocacy") or draft.told.group is None:
        return []
    joints = [n for n in range(start + 1, statement.last) if scene.words(n, n + 1) in scene.setting("listing")]
    return _each(scene, [start, *joints, statement.last]) if joints else []


def _each(scene: Scene, edges: Sequence[int]) -> list[tuple[Scene, Deed]]:
    found = []
    for one, two in zip(edges, edges[1:], strict=False):
        if two - one < 2:
            continue
        part = replace(scene, statement=piece(scene.statement, one + 1, two))
        told = deed(part, item=True)
        if told is None or told.group is not None:
            return []
        found.append((part, told))
    return found


def _brackets(draft: _Draft) -> list[tuple[Scene, Deed]]:
    """Items in brackets with substance: an event or deed of another kind than the sentence's own."""
    scene, statement = draft.scene, draft.scene.statement
    classes = statement.units.classes
    opened = classes.find("(", statement.first, statement.last)
    closed = classes.find(")", opened, statement.last) if opened > 0 else -1
    if closed < 0 or draft.told.group is None or classes[opened - 1] == "]":
        return []
    found = _each(scene, [opened, *(n for n in range(opened, closed) if classes[n] == "," and n not in scene.taken), closed])
    return found if any(told.kind != draft.told.kind and told.kind in SPECIFIC for _, told in found) else []


def _once(drafts: Sequence[_Draft], known: Known) -> list[_Draft]:
    """Each deed once: of tellings of one event the fuller stays."""
    kept: dict[int, _Draft] = {}
    by_kind: dict[str, list[int]] = {}
    for number, one in enumerate(drafts):
        alike = by_kind.setdefault(one.told.kind, [])
        twin = next((other for other in alike[-MOST_TWINS:] if _same(one, kept[other], known)), None)
        if twin is None:
            kept[number] = one
            alike.append(number)
        elif _fullness(one, known) > _fullness(kept[twin], known):
            kept[twin] = one
    return sorted(kept.values(), key=lambda one: (one.start, one.end))


def _fullness(draft: _Draft, known: Known) -> tuple[bool, int, int]:
    return bool(known.times.within(draft.start, draft.end)), len(draft.parts), draft.end - draft.start


def _same(one: _Draft, other: _Draft, known: Known) -> bool:
    """Whether two drafts of one kind tell the same event: the signing of the agreement, or the same day in the same words."""
    if one.told.kind == "signing":
        signed = one.status == other.status == "done" and _of_agreement(one.scene) and _of_agreement(other.scene)
        return signed and _compatible(one, other, known)
    if one.scene.statement.number == other.scene.statement.number:
        return False
    first, second = known.times.within(one.start, one.end), known.times.within(other.start, other.end)
    if not first or not second or {row.edtf for row in first}.isdisjoint({row.edtf for row in second if row.precision in ("day", "time")}):
        return False
    a, b = _content(one.scene.statement), _content(other.scene.statement)
    return len(a & b) * 2 >= min(len(a), len(b))


def _compatible(one: _Draft, other: _Draft, known: Known) -> bool:
    days = [{row.edtf for row in known.times.within(draft.start, draft.end) if row.precision in ("day", "month", "time")} for draft in (one, other)]
    return not days[0] or not days[1] or bool(days[0] & days[1])


def _of_agreement(scene: Scene) -> bool:
    return scene.within(scene.statement.first, scene.statement.last, "AGREEMENT")


def _content(statement: Statement) -> set[str]:
    return {word for word in folded(statement.text).split() if len(word) > 3}


def _rows(drafts: Sequence[_Draft], known: Known, text: str) -> Iterator[Told]:
    titles = [title_of(one.scene.statement, one.told) for one in drafts]
    ids = distinct(f"a-{slug(title, longest=48)}" for title in titles)
    axis = 0
    for draft, title, action_id in zip(drafts, titles, ids, strict=True):
        while axis + 1 < len(known.axes) and known.axes[axis].end <= draft.start:
            axis += 1
        first, last, edtf = known.times.of(draft.start, draft.end, text, _verb_places(draft), _years_of_names(draft, known))
        status = draft.status
        if status == "done" and first is not None and last is None:
            status = "ongoing"
        names = [(one.start, one.end) for one in known.names.within(draft.start, draft.end) if one.actor in known.bodies]
        place = next((found for scene in draft.scenes if (found := known.where.of(scene, names))), known.where.named_in(draft.venue)) if status != "other" else None
        parts = tuple(draft.parts.values())
        yield Told(
            Action(
                action_id=action_id,
                axis_id=known.axes[axis].axis_id if known.axes and known.axes[axis].start <= draft.start < known.axes[axis].end else None,
                kind=draft.told.kind,  # type: ignore[arg-type]
                title=title,
                status=status,  # type: ignore[arg-type]
                date_start=first,
                date_end=last,
                edtf=edtf,
                place=place,
                mode=_mode(draft, known),
                start=draft.start,
                end=draft.end,
                exact=text[draft.start : draft.end],
                rule="nominal" if draft.told.group is None else f"{draft.told.group.tag.part.lower()} {draft.told.group.tag.kind}".strip(),
            ),
            parts,
        )


def _years_of_names(draft: _Draft, known: Known) -> frozenset[int]:
    """Where the years stand that belong to an agreement's name: `la convention 2022-2025`."""
    found: set[int] = set()
    for scene in draft.scenes:
        statement = scene.statement
        for row in known.times.within(*statement.places()):
            unit = statement.units.at(statement.block.view.offset(row.start))
            years = row.date_start is not None and row.date_end is not None and (row.date_end - row.date_start).days >= YEAR
            if years and (scene.part(unit - 1) == "AGREEMENT" or statement.tag(unit - 1).kind == "signing"):
                found.add(row.start)
    return frozenset(found)


def _verb_places(draft: _Draft) -> list[int]:
    """Where the verbs of its sentences stand in the document."""
    places = []
    for scene in draft.scenes:
        units, block = scene.statement.units, scene.statement.block
        places += [block.source(units.starts[one.verb], units.ends[one.verb]).start for one in scene.groups]
    return places


def _mode(draft: _Draft, known: Known) -> Mode:
    """Both or several partners or the partnership as such: joint; one partner: single; others only: third party. A person counts as the partner whose office the report gives."""
    doers = [part for part in draft.parts.values() if part.subject or part.role in ("organiser", "signatory", "author", "funder")]
    partners = {partner for part in doers for partner in _stands_for(part.actor, known)}
    if draft.joint or len(partners) > 1:
        return "joint"
    if len(partners) == 1:
        return "single"
    outside = [part for part in doers if (part.subject or part.role == "organiser") and part.actor not in known.own]
    return "third_party" if outside else "joint"


def _stands_for(actor: str, known: Known) -> Iterator[str]:
    if actor in known.partners:
        yield actor
    for body in known.names.bodies_of.get(actor, ()):
        if body in known.partners:
            yield body
