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
from partnership_analysis.extraction.cast import Names, Part, add, cast, name_units, subject_role
from partnership_analysis.extraction.deeds import SPECIFIC, Deed, clauses, deed, groups, head_start, hidden, kind_of, led_kind, nouns
from partnership_analysis.extraction.identity import distinct, folded, slug
from partnership_analysis.extraction.records import Action, Axis, Instrument, Mode, Organisation, Place, Quotation, TimeExpression
from partnership_analysis.extraction.statements import Statement, statements
from partnership_analysis.extraction.units import ReadBlock


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

    def linked(self, start: int, end: int) -> bool:
        """Whether a stretch is nothing but a link: a work listed, not a deed told."""
        index = bisect_right(self.links, (start + 1, 0)) - 1
        return index >= 0 and end > start and self.links[index].start <= start and self.links[index].end + 2 >= end


@dataclass(slots=True)
class _Draft:
    """An action in the making."""

    statement: Statement
    told: Deed
    start: int
    end: int
    status: str
    parts: dict[str, Part]
    joint: bool


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
    known = Known(axes, Times(dates, instruments), Whereabouts(places), names, tuple(partners), bodies, links)
    drafts = _drafts(statements(blocks, quotations), known)
    kept = _once(sorted(drafts, key=lambda one: (one.start, one.end)), known)
    return ActionsFound(tuple(_rows(kept, known, blocks[0].document.text)))


def _drafts(every: Sequence[Statement], known: Known) -> list[_Draft]:
    drafts: list[_Draft] = []
    antecedent: tuple[str, ...] = ()
    leads: dict[int, Lead] = {}
    for whole in every:
        if known.linked(*whole.places()):
            continue
        taken = hidden(whole, name_units(whole, known.names))
        dated = _dated(whole, known)
        if whole.announces:
            leads[id(whole)] = _announcement(whole, taken, known, antecedent)
            antecedent = tuple(part.actor for part in leads[id(whole)].parts) or antecedent
            continue
        lead = leads.get(id(whole.lead)) if whole.lead is not None else None
        for statement in clauses(whole, taken, dated):
            item = whole.depth > 0 and whole.position == 0 and statement.first == whole.first
            alone = not item and bool(dated) and whole.more == 0 and not groups(statement, taken)
            told = deed(statement, taken, item=item or alone, dated=dated)
            if told is None and item and lead is not None and lead.kind is not None:
                told = _led(statement, taken, lead.kind)
            elif told is not None and item and told.kind == "other" and lead is not None and lead.kind not in (None, "any", "other"):
                told = replace(told, kind=lead.kind or told.kind)
            told = _elliptic(statement, told, drafts, taken, dated)
            subjects = _subjects(statement, told, known, antecedent, taken)
            if told is None:
                antecedent = tuple(part.actor for part in subjects) or antecedent
                continue
            draft = _draft(statement, told, known, lead, subjects)
            antecedent = tuple(part.actor for part in draft.parts.values() if part.subject) or antecedent
            if drafts and _goes_on(drafts[-1], draft):
                previous = drafts[-1]
                previous.end = draft.end
                for part in draft.parts.values():
                    add(previous.parts, part)
                continue
            drafts += _split(draft, known, taken)
    return drafts


def _dated(statement: Statement, known: Known) -> frozenset[int]:
    """The units of a statement that lie in a date."""
    units, view = statement.units, statement.block.view
    found: set[int] = set()
    for row in known.times.within(*statement.places()):
        number = units.at(view.offset(row.start))
        end = view.offset(row.end)
        while number < statement.last and units.starts[number] < end:
            found.add(number)
            number += 1
    return frozenset(found)


def _elliptic(statement: Statement, told: Deed | None, drafts: Sequence[_Draft], taken: frozenset[int], dated: frozenset[int]) -> Deed | None:
    """A sentence that leaves out what it is about (`La seconde, le 16 mars 2022 …`, `It will be repeated`) tells of the deed before it."""
    if not drafts or statement.number - drafts[-1].statement.number > 1 or statement.depth and statement.number != drafts[-1].statement.number:
        return told
    previous = drafts[-1].told.kind
    words = statement.block.lexicon.setting("actions", "elliptic_subjects", ())
    head = statement.text[:40].lower()
    elliptic = next((True for word in words if head.startswith((word + " ", word + ","))), False)
    if elliptic and dated and (told is None or told.kind in ("other", "meeting")):
        main = next((one for one in groups(statement, taken) if not one.bare), None)
        return Deed(previous, main, (statement.first, main.first if main is not None else statement.first), statement.first) if main is not None else told
    if told is not None and told.kind == "other" and told.group is not None and told.head == told.group.verb and statement.tag(statement.first).part == "PRONOUN":
        return replace(told, kind=previous)
    return told


def _announcement(statement: Statement, taken: frozenset[int], known: Known, antecedent: tuple[str, ...]) -> Lead:
    """What a line that leads into a list announces."""
    told = deed(statement, taken)
    kind = led_kind(statement, taken)
    others = statement.block.lexicon.setting("actions", "no_leads", ())
    if any(word in others for word in statement.text.lower().replace(":", " ").split()) and told is None:
        kind = None
    parts = {part.actor: part for part in cast(statement, told, known.names) if part.subject or part.role in ("organiser", "author")}
    for part in _subjects(statement, told, known, antecedent, taken):
        add(parts, part)
    return Lead(kind, tuple(replace(part, subject=True) for part in parts.values()), told)


def _led(statement: Statement, taken: frozenset[int], kind: str) -> Deed | None:
    """An item that is an action because the line over the list announces actions; a bare link or a name is none."""
    text = statement.text.strip(" .;,")
    if text.startswith("[") and text.endswith(")") and text.count("](") == 1 or len(text.split()) < 3:
        return None
    first = head_start(statement)
    if statement.tag(first).part in ("DO", "STATE"):
        return None
    found = nouns(statement, statement.first, statement.last, taken) if kind in ("any", "other") else []
    return Deed(kind_of(kind, statement.tag(found[0]).kind if found else None), None, (first, first), found[0] if found else first, sure=False)


def _subjects(statement: Statement, told: Deed | None, known: Known, antecedent: tuple[str, ...], taken: frozenset[int]) -> list[Part]:
    """Who does it, where the sentence says so by `les partenaires`, `we` or a pronoun."""
    main = told.group if told is not None else next(iter(groups(statement, taken)), None)
    role = subject_role(statement, told)
    first, last = (told.subject if told is not None and told.group is not None else (statement.first, main.first if main is not None else statement.first))
    found: list[Part] = []
    for number in range(first, last):
        part = statement.tag(number).part
        if part == "PARTNERS" and (number == first or statement.tag(number - 1).part not in ("OF", "OCCASION", "WITH")):
            found += [Part(actor, role, True) for actor in known.partners]
        elif part == "PRONOUN" and number - first < 2:
            plural = statement.units.words(number, number + 1).lower() in statement.block.lexicon.setting("actions", "plural_pronouns", ())
            if plural == (len(antecedent) > 1) and antecedent:
                found += [Part(actor, role, True) for actor in antecedent]
    agent = next((number for number in range(last, statement.last) if statement.tag(number).part == "PARTNERS" and statement.tag(number - 1).part == "BY"), None)
    if agent is not None:
        found += [Part(actor, role, True) for actor in known.partners]
    return found


def _draft(statement: Statement, told: Deed, known: Known, lead: Lead | None, subjects: Sequence[Part]) -> _Draft:
    start, end = statement.places()
    parts = {part.actor: part for part in cast(statement, told, known.names)}
    for part in subjects:
        add(parts, part)
    if lead is not None and statement.depth and not any(part.subject for part in parts.values()):
        role = subject_role(statement, told)
        for part in lead.parts:
            add(parts, Part(part.actor, role, True))
    group = lead.told.group if lead is not None and lead.told is not None else None
    status = status_of(statement, told, planned_part=_is_planned_part(statement), lead=group)
    together = any(statement.tag(number).part in ("TOGETHER", "PARTNERS") for number in range(statement.first, statement.last))
    return _Draft(statement, told, start, end, status, parts, together)


def _is_planned_part(statement: Statement) -> bool:
    """Whether the heading above says that what follows is to come."""
    return any(entry in statement.heading for entry in statement.block.lexicon.setting("actions", "planned_headings", ()))


def _goes_on(before: _Draft, after: _Draft) -> bool:
    """Whether a sentence only goes on about the event of the one before it: who came, who opened it."""
    if before.statement.number != after.statement.number and not (after.statement.position == 0 and after.statement.number == before.statement.number + 1 and not after.statement.depth):
        return False
    group = after.told.group
    if group is None or after.status != before.status:
        return False
    opening = after.statement.tag(after.statement.first).part
    back = opening in ("PRONOUN", "THIS") or opening == "ARTICLE" and after.told.kind == before.told.kind
    if after.told.kind == "signing" and before.told.kind == "signing":
        return True
    return group.tag.part == "DETAIL" and back


def _split(draft: _Draft, known: Known, taken: frozenset[int]) -> Iterator[_Draft]:
    """The actions of a sentence: those it lists after `par exemple`, those in its brackets, else itself."""
    listed = _examples(draft, taken)
    if listed:
        for first, last, told in listed:
            yield _piece(draft, first, last, told, known)
        return
    yield draft
    bracketed = _brackets(draft, taken)
    for first, last, told in bracketed:
        yield _piece(draft, first, last, told, known)


def _piece(draft: _Draft, first: int, last: int, told: Deed, known: Known) -> _Draft:
    """A part of a sentence as an action of its own."""
    units, block = draft.statement.units, draft.statement.block
    begin, finish = units.starts[first], units.ends[last - 1]
    statement = replace(draft.statement, start=begin, end=finish, first=first, last=last)
    span = block.source(begin, finish)
    parts = {part.actor: part for part in cast(statement, told, known.names, span=(span.start, span.end))}
    if told.kind != "hearing":
        for part in draft.parts.values():
            if part.subject:
                add(parts, Part(part.actor, "organiser", True))
    return _Draft(statement, told, span.start, span.end, draft.status, parts, draft.joint)


def _examples(draft: _Draft, taken: frozenset[int]) -> list[tuple[int, int, Deed]]:
    """`des actions ont été portées, par exemple X ainsi que Y`: X and Y, where both have a deed at their head."""
    statement = draft.statement
    start = next((n for n in range(statement.first, statement.last) if statement.tag(n).part == "EXAMPLE"), None)
    if start is None or draft.told.kind not in ("other", "information_sharing", "advocacy") or draft.told.group is None:
        return []
    joints = [n for n in range(start + 1, statement.last) if statement.units.words(n, n + 1).lower() in statement.block.lexicon.setting("actions", "listing", ())]
    edges = [start, *joints, statement.last]
    found = []
    for one, two in zip(edges, edges[1:], strict=False):
        told = deed(replace(statement, first=one + 1, last=two, start=statement.units.starts[min(one + 1, two - 1)]), taken, item=True)
        if told is None or told.group is not None:
            return []
        found.append((one + 1, two, told))
    return found if len(found) > 1 else []


def _brackets(draft: _Draft, taken: frozenset[int]) -> list[tuple[int, int, Deed]]:
    """Items in brackets with substance: an event or deed of another kind than the sentence's own."""
    statement = draft.statement
    classes = statement.units.classes
    opened = classes.find("(", statement.first, statement.last)
    if opened < 0 or draft.told.group is None:
        return []
    closed = classes.find(")", opened, statement.last)
    if closed < 0 or (opened > statement.first and classes[opened - 1] == "]"):
        return []
    edges = [opened, *(n for n in range(opened, closed) if classes[n] == "," and n not in taken), closed]
    found = []
    for one, two in zip(edges, edges[1:], strict=False):
        if two - one < 3:
            continue
        told = deed(replace(statement, first=one + 1, last=two, start=statement.units.starts[one + 1]), taken, item=True)
        if told is not None and told.group is None and statement.tag(one + 1).part in ("NOUN", "MAKING", "ARTICLE"):
            found.append((one + 1, two, told))
    return found if any(told.kind != draft.told.kind and told.kind in SPECIFIC for _, _, told in found) else []


def _once(drafts: Sequence[_Draft], known: Known) -> list[_Draft]:
    """Each deed once: of tellings of one event the fuller stays."""
    kept: list[_Draft] = []
    for one in drafts:
        twin = next((other for other in kept if _same(one, other, known)), None)
        if twin is None:
            kept.append(one)
        elif _fullness(one, known) > _fullness(twin, known):
            kept[kept.index(twin)] = one
    return kept


def _fullness(draft: _Draft, known: Known) -> tuple[bool, int, int]:
    return bool(known.times.within(draft.start, draft.end)), len(draft.parts), draft.end - draft.start


def _same(one: _Draft, other: _Draft, known: Known) -> bool:
    """Whether two drafts tell the same event: the signing of the agreement, or the same kind, day and words."""
    if one.told.kind != other.told.kind or one.statement.number == other.statement.number and one.start != other.start and one.told.kind != "signing":
        return False
    if one.told.kind == "signing":
        return _of_agreement(one.statement) and _of_agreement(other.statement) and _compatible(one, other, known)
    first, second = known.times.within(one.start, one.end), known.times.within(other.start, other.end)
    if not first or not second or {row.edtf for row in first}.isdisjoint({row.edtf for row in second if row.precision in ("day", "time")}):
        return False
    a, b = _content(one.statement), _content(other.statement)
    return len(a & b) * 2 >= min(len(a), len(b))


def _compatible(one: _Draft, other: _Draft, known: Known) -> bool:
    days = [{row.edtf for row in known.times.within(draft.start, draft.end) if row.precision in ("day", "month", "time")} for draft in (one, other)]
    return not days[0] or not days[1] or bool(days[0] & days[1])


def _of_agreement(statement: Statement) -> bool:
    return any(statement.tag(number).part == "AGREEMENT" for number in range(statement.first, statement.last))


def _content(statement: Statement) -> set[str]:
    return {word for word in folded(statement.text).split() if len(word) > 3}


def _rows(drafts: Sequence[_Draft], known: Known, text: str) -> Iterator[Told]:
    titles = [title_of(one.statement, one.told) for one in drafts]
    ids = distinct(f"a-{slug(title, longest=48)}" for title in titles)
    axis = 0
    for draft, title, action_id in zip(drafts, titles, ids, strict=True):
        while axis + 1 < len(known.axes) and known.axes[axis].end <= draft.start:
            axis += 1
        first, last, edtf = known.times.of(draft.start, draft.end, text)
        status = draft.status
        if status == "done" and first is not None and last is None:
            status = "ongoing"
        names = [(one.start, one.end) for one in known.names.within(draft.start, draft.end) if one.actor in known.bodies]
        place = known.where.of(text, draft.start, draft.end, names) if status != "other" else None
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


def _mode(draft: _Draft, known: Known) -> Mode:
    """Both or several partners or the partnership as such: joint; one partner: single; others only: third party."""
    doers = [part.actor for part in draft.parts.values() if part.subject or part.role in ("organiser", "signatory", "author")]
    partners = [actor for actor in doers if actor in known.partners]
    if draft.joint or len(partners) > 1:
        return "joint"
    if len(partners) == 1:
        return "single"
    outside = [part.actor for part in draft.parts.values() if part.subject and part.actor in known.bodies]
    return "third_party" if outside else "joint"
