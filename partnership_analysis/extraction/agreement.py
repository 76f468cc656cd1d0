"""The agreement under review: who made it, and when it was signed.

Its makers are looked for where reports name them: in the title, after `entre` or `between`, as those who signed it, on a line of front
matter, on a line under the title, as the subjects of the first sentences. The first place that names two or more decides.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date

from partnership_analysis.extraction.cast import FAMILY as ROLES
from partnership_analysis.extraction.cast import Names
from partnership_analysis.extraction.records import Action, Axis, Membership, Organisation
from partnership_analysis.extraction.statements import Statement, statements
from partnership_analysis.extraction.units import ReadBlock

NEAR = 14
"""Blocks at the start in which the makers are named."""
LINE = 170
"""Characters of a line under the title."""
SIGNATURE = 3
"""Blocks at the end in which a report is signed."""
MOST = 8
FAR_SIGNERS = 24
"""Units from `signé` to the `par` of those who signed: a date, a place, a period may stand between."""
ALONE = 0.7
"""Share of a line that a body's name takes where the line is nothing but that body."""
LEADS = 12
"""Units from an agreement to the word before those it was made with."""
TELLS_SIGNING = ("NOUN", "DID", "PAST", "WILL", "DOES", "DO", "DOING")
"""Parts of speech that have a kind of action."""


def partners(
    blocks: Sequence[ReadBlock], axes: Sequence[Axis], organisations: Sequence[Organisation], memberships: Sequence[Membership], names: Names
) -> tuple[str, ...]:
    """The organisation_ids of those who made the agreement, in reading order; empty where nothing tells."""
    bodies = {one.organisation_id for one in organisations}
    told = statements(blocks[:NEAR])
    agreeing = [one for one in told if _speaks_of_agreement(one)]
    titles = [(one.heading_start, one.heading_end) for one in axes if one.kind == "introduction"]
    lines = [one for one in blocks[:NEAR] if one.block.kind in ("paragraph", "heading") and len(one.text) <= LINE]
    front = [one for one in blocks[: 2 * NEAR] if one.block.kind == "front_matter"]
    for found in (
        *(_joined_in_title(blocks, names, bodies, *title) for title in titles),
        *(_named_in_line(names, bodies, *title) for title in titles),
        _one_a_line(lines, names, bodies),
        *(_joined(one, names, bodies) for one in agreeing),
        *(_signers(one, names, bodies) for one in agreeing),
        *(_bound(one, names, bodies) for one in agreeing),
        *(_made_with(one, names, bodies) for one in agreeing if _has(one, "DID", "signing")),
        _labelled(front, names, bodies),
        *(
            _named_in_line(names, bodies, one.block.start, one.block.end)
            for one in lines[:4]
            if one.block.start < blocks[min(4, len(blocks) - 1)].block.end
        ),
        *(_officers(one, names, memberships) for one in agreeing if _has(one, "DID", "signing")),
        *(_openers(one, names, bodies) for one in told),
        *(_in_partnership(one, names, bodies) for one in told),
    ):
        if 2 <= len(found) <= MOST:
            return _with_all_signers(found, [one for one in agreeing if _has(one, "DID", "signing")], names, bodies, memberships)
    return _most_named(organisations)


def _with_all_signers(
    found: tuple[str, ...], signings: Sequence[Statement], names: Names, bodies: set[str], memberships: Sequence[Membership]
) -> tuple[str, ...]:
    """The bodies found, or those that signed where these are more and hold all of them: a title names two cities, a university signed too."""
    for one in signings:
        if any(words in one.text.lower() for words in one.block.lexicon.setting("actions", "looking_on", ())):
            continue
        every = _officers(one, names, memberships, bodies)
        if set(found) < set(every) and len(every) <= MOST:
            return every
    return found


def reporting_body(
    blocks: Sequence[ReadBlock], organisations: Sequence[Organisation], memberships: Sequence[Membership], names: Names, partners: Sequence[str]
) -> str | None:
    """The id of the partner that writes the report and says `we`: named on a line of front matter, meant by `notre association`, or
    by whoever signs at its end; else None.
    """
    for one in blocks[: 2 * NEAR]:
        label = one.text[:LINE].partition(":")[0].strip(" *_").lower()
        if one.block.kind in ("front_matter", "paragraph") and label in one.lexicon.setting(ROLES, "writer_labels", ()):
            found = next((body for body in _bodies(names, set(partners), one.block.start, one.block.end)), None)
            if found is not None:
                return found
    if not blocks:
        return None
    ours = _our_own(blocks, organisations, partners)
    if ours is not None:
        return ours
    start = blocks[max(0, len(blocks) - SIGNATURE)].block.start
    signed = {row.organisation_id for row in memberships if row.start >= start and row.organisation_id in partners}
    return signed.pop() if len(signed) == 1 else None


def _our_own(blocks: Sequence[ReadBlock], organisations: Sequence[Organisation], partners: Sequence[str]) -> str | None:
    """The only partner of the kind that the report calls its own: `notre association`, `our council`."""
    kinds = blocks[0].lexicon.setting(ROLES, "our_own", {})
    if not kinds:
        return None
    said = re.search(
        r"\b(?:" + "|".join(re.escape(words) for words in sorted(kinds, key=len, reverse=True)) + r")\b", blocks[0].document.text, re.IGNORECASE
    )
    if said is None:
        return None
    alike = [one.organisation_id for one in organisations if one.organisation_id in partners and one.kind in kinds[said.group().lower()]]
    return alike[0] if len(alike) == 1 else None


def signed_on(actions: Sequence[Action], axes: Sequence[Axis], told_first: date | None) -> date | None:
    """The day the agreement was signed: that of a signing told as done in the introduction, else `told_first`, the day that the
    report's beginning gives, else that of the first signing.
    """
    before = {axis.axis_id for axis in axes if axis.kind == "introduction"}
    signings = [one for one in actions if one.kind == "signing" and one.status == "done" and one.date_start and one.date_start == one.date_end]
    introduced = [one.date_start for one in signings if one.axis_id in before]
    return next(iter([*introduced, *([told_first] if told_first else []), *(one.date_start for one in signings)]), None)


def _speaks_of_agreement(statement: Statement) -> bool:
    return statement.has_part(0, statement.last, "AGREEMENT") or any(statement.tag(n).kind == "signing" for n in statement.of_part(*TELLS_SIGNING))


def _has(statement: Statement, part: str, kind: str) -> bool:
    return any(statement.tag(n).kind == kind for n in statement.of_part(part))


def _bodies(names: Names, bodies: set[str], start: int, end: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.actor for one in names.within(start, end) if one.actor in bodies))


def _named_in_line(names: Names, bodies: set[str], start: int, end: int) -> tuple[str, ...]:
    """The bodies that a line of the beginning names, unless it says who wrote for whom: `Prepared for the Board by Ann Roe, the Trust`."""
    return () if any(one.person for one in names.within(start, end)) else _bodies(names, bodies, start, end)


def _joined_in_title(blocks: Sequence[ReadBlock], names: Names, bodies: set[str], start: int, end: int) -> tuple[str, ...]:
    """The bodies after `entre` or `between` in a title."""
    words = blocks[0].lexicon.setting(ROLES, "between", ())
    title = blocks[0].document.text[start:end].lower()
    at = max((title.rfind(f" {word} ") for word in words), default=-1)
    return _bodies(names, bodies, start + at, end) if at >= 0 else ()


def _one_a_line(lines: Sequence[ReadBlock], names: Names, bodies: set[str]) -> tuple[str, ...]:
    """The bodies that lines below each other under the title consist of, one a line."""
    found: list[str] = []
    for one in lines:
        start, end = one.block.start, one.block.end
        alone = [use.actor for use in names.within(start, end) if use.actor in bodies and use.end - use.start >= ALONE * (end - start)]
        if alone:
            found.append(alone[0])
        elif found:
            break
    return tuple(dict.fromkeys(found))


def _joined(statement: Statement, names: Names, bodies: set[str]) -> tuple[str, ...]:
    """The bodies of a list after `entre` or `between`, up to the verb."""
    units = statement.units
    words = statement.block.lexicon.setting(ROLES, "between", ())
    start = next((n for n in range(statement.first, statement.last) if units.words(n, n + 1).lower() in words), None)
    if start is None:
        return ()
    end = next(iter(statement.of_part("BE", "BEEN", "HAVE", "DID", "STATE", "REFLEXIVE", "DOES", first=start)), statement.last)
    span = statement.block.source(units.starts[start], units.ends[end - 1])
    return _bodies(names, bodies, span.start, span.end)


def _signers(statement: Statement, names: Names, bodies: set[str]) -> tuple[str, ...]:
    """The bodies after `signé par`, or before `ont signé`."""
    units = statement.units
    verb = next((n for n in statement.of_part("DID", "PAST") if statement.tag(n).kind == "signing"), None)
    if verb is None:
        return ()
    by = next(iter(statement.of_part("BY", first=verb, last=verb + FAR_SIGNERS)), None)
    first, last = (by, statement.last) if by is not None else (statement.first, verb)
    span = statement.block.source(units.starts[first], units.ends[max(first, last - 1)])
    free = {(one.start, one.actor) for one in names.within(span.start, span.end, free=True)}
    people = any(one.person for one in names.within(span.start, span.end))
    found = tuple(dict.fromkeys(one.actor for one in names.within(span.start, span.end) if one.actor in bodies and (one.start, one.actor) in free))
    return () if people else found


def _bound(statement: Statement, names: Names, bodies: set[str]) -> tuple[str, ...]:
    """The bodies that an agreement binds: `le contrat lie l'Agence, la Ville et la préfecture`."""
    units = statement.units
    words = statement.block.lexicon.setting(ROLES, "binding", ())
    verb = next((n for n in range(statement.first, statement.last) if units.words(n, n + 1).lower() in words), None)
    if verb is None or not statement.has_part(statement.first, verb, "AGREEMENT"):
        return ()
    end = next(
        (n for n in range(verb + 1, statement.last) if statement.tag(n).part in ("BE", "BEEN", "HAVE", "STATE", "REFLEXIVE", "RELATIVE")),
        statement.last,
    )
    span = statement.block.source(units.starts[verb], units.ends[end - 1])
    return _bodies(names, bodies, span.start, span.end)


def _made_with(statement: Statement, names: Names, bodies: set[str]) -> tuple[str, ...]:
    """The bodies that an agreement was made with, and the first that the report names before them, whose agreement it is:
    `La convention, conclue pour trois ans avec l'Agence et la Ville, a été signée …`.
    """
    agreement = next(iter(statement.of_part("AGREEMENT")), None)
    if agreement is None:
        return ()
    along = next(iter(statement.of_part("WITH", first=agreement, last=agreement + LEADS)), None)
    if along is None or statement.has_part(agreement, along, "HAVE", "BE", "BEEN", "STATE", "REFLEXIVE", "RELATIVE"):
        return ()
    units = statement.units
    end = next(iter(statement.of_part("HAVE", "BE", "BEEN", "STATE", "REFLEXIVE", "RELATIVE", first=along)), statement.last)
    span = statement.block.source(units.starts[along], units.ends[end - 1])
    found = _bodies(names, bodies, span.start, span.end)
    owner = next((body for body in _bodies(names, bodies, 0, span.start) if body not in found), None)
    return (owner, *found) if owner is not None and found else ()


def _labelled(front: Sequence[ReadBlock], names: Names, bodies: set[str]) -> tuple[str, ...]:
    """The bodies on lines of front matter whose label says partner, funder, grantee."""
    found: list[str] = []
    for one in front:
        label = one.text.partition(":")[0].strip(" *_").lower()
        if label in one.lexicon.setting(ROLES, "partner_labels", ()):
            found += _bodies(names, bodies, one.block.start, one.block.end)
    return tuple(dict.fromkeys(found))


def _officers(statement: Statement, names: Names, memberships: Sequence[Membership], bodies: Collection[str] = ()) -> tuple[str, ...]:
    """The bodies that the people who signed it spoke for: the first office of each; those who only looked on are left out.

    Of `bodies`, those named behind the verb outside any office signed too: `ainsi que par les associations A et B`.
    """
    start, end = statement.places()
    block = statement.block
    verb = next((n for n in statement.of_part("DID", "PAST") if statement.tag(n).kind == "signing"), statement.first)
    signed = block.text[: statement.units.ends[statement.last - 1]].lower()
    watched = [at for words in block.lexicon.setting(ROLES, "onlookers", ()) if (at := signed.find(f" {words} ", statement.units.starts[verb])) > 0]
    end = block.source(min(watched), min(watched) + 1).start if watched else end
    found: dict[str, str] = {}
    for row in memberships:
        if start <= row.start < end and row.organisation_id is not None:
            found.setdefault(row.person_id, row.organisation_id)
    after = block.source(statement.units.starts[verb], statement.units.ends[verb]).end
    too = [one.actor for one in names.within(after, end, free=True) if one.actor in bodies] if found else []
    return tuple(dict.fromkeys([*found.values(), *too]))


def _openers(statement: Statement, names: Names, bodies: set[str]) -> tuple[str, ...]:
    """The bodies that a sentence opens with, joined by commas and `et`."""
    units = statement.units
    verb = next(iter(statement.of_part("HAVE", "BE", "BEEN", "DID", "STATE", "DOES")), None)
    if verb is None or verb == statement.first:
        return ()
    span = statement.block.source(units.starts[statement.first], units.ends[verb - 1])
    return _bodies(names, bodies, span.start, span.end)


def _in_partnership(statement: Statement, names: Names, bodies: set[str]) -> tuple[str, ...]:
    """The subject of a sentence and the bodies with which it acts `in partnership`."""
    text = statement.block.text
    first, last = statement.units.starts[statement.first], statement.units.ends[statement.last - 1]
    small = text[first:last].lower()
    at = next((place for words in statement.block.lexicon.setting("periods", "in_partnership", ()) if (place := small.find(f" {words} ")) > 0), -1)
    if at < 0:
        return ()
    end = min((place for sign in (",", ";", ":") if (place := small.find(sign, at + 1)) > 0), default=len(small))
    span = statement.block.source(first, first + end)
    return _bodies(names, bodies, span.start, span.end)


def _most_named(organisations: Sequence[Organisation]) -> tuple[str, ...]:
    """The two bodies named most often, where each is named three times or more."""
    ranked = sorted(organisations, key=lambda one: (-len(one.mentions), one.start))[:2]
    chosen = [one for one in ranked if len(one.mentions) >= 3]
    return tuple(one.organisation_id for one in sorted(chosen, key=lambda one: one.start)) if len(chosen) == 2 else ()
