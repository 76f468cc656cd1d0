"""Drafts: actions in the making, with what earlier stages found and what a statement says of who acts."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from partnership_analysis.document.model import Span
from partnership_analysis.extraction.action_facts import Times, Whereabouts, status_of
from partnership_analysis.extraction.cast import Names, Part, add, cast, led_role, name_units, subject_role
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Axis, Organisation, Status
from partnership_analysis.extraction.short_names import NOBODY_SHORT, ShortNames
from partnership_analysis.extraction.statements import Statement, units_of
from partnership_analysis.extraction.units import ReadBlock
from partnership_analysis.extraction.verbs import Deed, Scene
from partnership_analysis.language.lexicon import Lexicon

OPEN_VERBS = frozenset(("GO", "HAVE", "BE", "BE_WILL", "BEEN", "MODAL", "ADVERB", "TOGETHER"))
"""Parts of speech at the end of a line that its list completes."""


LONGEST_LIST = 14
"""Units from `par` to the last body of its list."""
SEPARATOR = 5
"""Characters that may stand between two links of one line."""


MOST_LINKS = 8
BRACKET_ENDS = ("", ".", ";", ":", "*", "_")
"""What may stand behind a bracket that says who did what a line tells."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What a line that leads into a list announces: a kind of action (`any`; None where it announces none), who does it, how it is told."""

    kind: str | None
    parts: tuple[Part, ...]
    told: Deed | None
    joint: bool = False
    """Whether the partnership as such does it: `the partnership:`."""
    resolves: bool = False
    """Whether it says what was decided: its items are instructions, `de confier une étude à …`."""
    future: bool = False
    """Whether the line breaks off after `will`: `In 2024 we will:`."""


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier stages found."""

    axes: Sequence[Axis]
    times: Times
    where: Whereabouts
    names: Names
    partners: tuple[str, ...]
    bodies: frozenset[str]
    links: tuple[tuple[Span, int], ...] = ()
    """Each link with the characters of its words."""

    opening: int = 0
    """Where the introduction ends."""
    minutes: bool = False
    own: frozenset[str] = frozenset()
    """Bodies of the partnership itself: its steering committee, its working groups."""
    speaking: tuple[str, ...] = ()
    """Who says `we`: the partner that writes the report, else all of them."""
    by_name: Mapping[str, str] = field(default_factory=dict)
    """Bodies by name, as a cell of a table names them without their article."""
    parents: Mapping[str, str] = field(default_factory=dict)
    """The body that a body belongs to."""
    short: ShortNames = NOBODY_SHORT
    """Bodies by the common nouns that stand for them."""
    titled: tuple[tuple[int, int], ...] = ()
    """Where laws, plans, funds and works whose title is emphasised are named, in reading order: a verb inside tells no deed."""

    def scene(self, statement: Statement) -> Scene:
        """A statement with what is known of its units."""
        start, end = statement.places()
        named = name_units(statement, self.names)
        dated = units_of(statement, ((row.start, row.end) for row in self.times.within(start, end)))
        quiet = units_of(statement, self.titled[bisect_left(self.titled, (start,)) : bisect_left(self.titled, (end,))])
        return Scene(statement, named, dated, quiet, opening=start < self.opening, planned=is_planned_part(statement), minutes=self.minutes)

    def linked(self, start: int, end: int, *, item: bool) -> bool:
        """Whether a stretch is hardly more than links: works listed, not a deed told; of an item, by the words shown alone."""
        index = bisect_right(self.links, (Span(start + 1, 0), 0)) - 1
        inside = [one for one in self.links[index + 1 : index + 1 + MOST_LINKS] if one[0].end <= end + 2]
        marked = sum(span.end - span.start for span, _ in inside)
        shown = sum(words for _, words in inside)
        if (shown * 2 > end - start - marked + shown) if item else (marked * 2 > end - start):
            return True
        if index < 0 or end <= start or self.links[index][0].start > start:
            return False
        last = self.links[index][0].end
        while index + 1 < len(self.links) and self.links[index + 1][0].start - last <= SEPARATOR and self.links[index + 1][0].start < end:
            index, last = index + 1, max(last, self.links[index + 1][0].end)
        return last + 2 >= end


@dataclass(slots=True, eq=False)
class Draft:
    """An action in the making."""

    scene: Scene
    told: Deed
    start: int
    end: int
    status: Status
    parts: dict[str, Part]
    joint: bool
    scenes: list[Scene]
    """Its sentences: the one that tells it, and those that go on about it."""
    venue: ReadBlock | None = None
    """The line of front matter that says where a session was held."""


def bare_name(name: str, lexicon: Lexicon) -> str:
    """A name folded, without a leading article."""
    words = folded(name).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _articles(lexicon) else words)


@cache
def _articles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(folded(word) for word in lexicon.setting("names", "articles", ()))


def draft_of(scene: Scene, told: Deed, known: Known, lead: Lead | None, subjects: Sequence[Part]) -> Draft:
    """An action in the making: who acts, whether it is done, and whether the partners did it together."""
    statement = scene.statement
    start, end = statement.places()
    parts = {part.actor: part for part in cast(scene, told, known.names)}
    for part in subjects:
        add(parts, part)
    if (
        statement.depth
        and (told.group is None or told.group.passive)
        and not any(part.subject or part.role == "organiser" for part in parts.values())
    ):
        for actor in _named_in_bracket(scene, known):
            add(parts, Part(actor, subject_role(statement, told), True))
    theirs = owners(scene, told, known)
    for actor in theirs:
        parts.setdefault(actor, Part(actor, subject_role(statement, told), True))
    if lead is not None and statement.depth:
        acted = any(part.subject for part in parts.values())
        role = subject_role(statement, told)
        for part in lead.parts:
            if not part.subject:
                add(parts, part)
            elif not acted:
                add(parts, Part(part.actor, role, True))
    group = lead.told.group if lead is not None and lead.told is not None else None
    to_come = is_planned_part(statement) or (lead is not None and lead.future)
    status = status_of(statement, told, planned_part=to_come, lead=group)
    if status == "done" and told.group is None and known.times.only_a_deadline(start, end):
        status = "planned"
    joint = together(scene, told) or len(theirs) > 1 or (lead is not None and lead.joint)
    return Draft(scene, told, start, end, status, parts, joint, [scene])


def subjects_of(scene: Scene, told: Deed | None, known: Known, antecedent: tuple[str, ...]) -> list[Part]:
    """Who does it, where the sentence says so by `les partenaires`, `we` or a pronoun."""
    statement = scene.statement
    main = told.group if told is not None else next(iter(scene.groups), None)
    role = subject_role(statement, told)
    first, last = (
        told.subject if told is not None and told.group is not None else (statement.first, main.first if main is not None else _open_end(scene))
    )
    found: list[Part] = []
    doers = scene.all_listed("doer_nouns", first, statement.last)
    ours = scene.all_listed("ours", first, last)
    for number in range(first, last):
        part = scene.part(number)
        if part == "PARTNERS" and (
            number == first or scene.part(number - 1) not in ("OF", "OCCASION", "WITH", "TO") or scene.listed("own_people", number - 2)
        ):
            found += [Part(actor, role, True) for actor in known.partners]
        elif (part == "WE" and number not in scene.quiet and _governs(scene, number)) or (number in ours and _are_own_people(scene, number)):
            found += [Part(actor, role, True) for actor in known.speaking]
        elif number in doers and (meant := known.short.meant(scene, number)) is not None:
            found.append(Part(meant, role, True))
        elif part == "PRONOUN" and number - first < 2 and antecedent:
            plural = scene.words(number, number + 1) in scene.setting("plural_pronouns")
            if (plural and len(antecedent) > 1) or (not plural and len(antecedent) == 1 and main is not None and not main.passive):
                found += [Part(actor, role, True) for actor in antecedent]
    behind = max(last, statement.first + 1)
    for number in doers[bisect_left(doers, behind) :]:
        lead = scene.part(number - 1) if scene.part(number - 1) in ("BY", "WITH") else scene.part(number - 2)
        if lead == "AND":
            lead = next(
                (scene.part(n) for n in range(number - 3, max(last, number - LONGEST_LIST), -1) if scene.part(n) in ("BY", "WITH", "DID")), lead
            )
        told_role = None if lead in ("BY", "WITH") else led_role(scene, number)
        articles = "definite_articles" if told_role is None else "led_articles"
        if (lead in ("BY", "WITH") or told_role is not None) and (meant := known.short.meant(scene, number, articles=articles)) is not None:
            found.append(Part(meant, told_role or (role if lead == "BY" else "partner"), lead == "BY"))
    if told is not None and told.beside and told.group is not None and scene.part(told.group.first - 1) in ("PARTNERS", "WE"):
        found += [Part(actor, role, True) for actor in (known.partners if scene.part(told.group.first - 1) == "PARTNERS" else known.speaking)]
    together_with = [n for n in statement.of_part("PARTNERS", first=last) if scene.part(n - 1) == "WITH"]
    together_with += [n for n in statement.of_part("WITH", first=last) if _are_partners(scene, n)]
    if told is not None and together_with:
        found += [Part(actor, "signatory" if told.kind == "signing" else "partner", False) for actor in known.partners]
    by = any(scene.part(n - 1) == "BY" or led_role(scene, n) == "organiser" for n in statement.of_part("PARTNERS", first=behind))
    by = by or any(_are_partners(scene, n) for n in statement.of_part("BY", first=last))
    if by or any(_are_partners(scene, n) and led_role(scene, n + 1) == "organiser" for n in statement.of_part("OF", first=last)):
        found += [Part(actor, role, True) for actor in known.partners]
    return found


def _are_partners(scene: Scene, unit: int) -> bool:
    """Whether `with the`, `by the` and the words after it name the partners: `with the three partners`."""
    forms = _partners_as_written(scene.statement.block.lexicon)
    article = scene.words(unit, unit + 1).rsplit(" ", 1)[-1]
    return any(f"{article} {scene.words(unit + 1, unit + 1 + length)}" in forms for length in (2, 1))


@cache
def _partners_as_written(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(entry.form.lower() for entry in lexicon.vocabulary("actions").by_class.get("PARTNERS", ()))


def _open_end(scene: Scene) -> int:
    """Where the subject of a line ends that breaks off after it: `During 2023 the partners will:`; its beginning where none does."""
    statement = scene.statement
    last = broken_off(scene)
    return last if last > statement.first and scene.part(last - 1) in ("PARTNERS", "WE") else statement.first


def broken_off(scene: Scene) -> int:
    """One past the last unit of a line that leads into a list, without its colon and the verbs that the list completes."""
    statement = scene.statement
    last = statement.last
    while statement.announces and last > statement.first and (scene.part(last - 1) in OPEN_VERBS or statement.units.classes[last - 1] in ":*_"):
        last -= 1
    return last


def _are_own_people(scene: Scene, unit: int) -> bool:
    """Whether `our` and a noun for people, a word or two apart, stand for those who report: `our education teams`."""
    return bool(scene.all_listed("own_people", unit + 1, unit + 4))


def _named_in_bracket(scene: Scene, known: Known) -> list[str]:
    """The bodies that a line names in brackets at its end or before a colon, alone or with a date: `Plantation de 200 arbres (Ville de Brume, mai 2022)`;
    no letters of a name.
    """
    statement, block = scene.statement, scene.statement.block
    units = statement.units
    opened = units.classes.rfind("(", statement.first, statement.last)
    closed = units.classes.find(")", opened, statement.last)
    if (
        opened <= statement.first
        or closed < 0
        or opened - 1 in scene.named
        or units.classes[closed + 1 : min(closed + 2, statement.last)] not in BRACKET_ENDS
    ):
        return []
    found: list[str] = []
    pieces = [n for n in range(opened, closed + 1) if units.classes[n] in "(,;:/&–)" or scene.part(n) == "AND"]
    for before, after in pairwise(pieces):
        inside = [n for n in range(before + 1, after) if scene.part(n) != "ARTICLE"]
        if not inside or all(n in scene.dated or scene.listed("lead_headers", n) for n in inside):
            continue
        span = block.source(units.starts[inside[0]], units.ends[inside[-1]])
        named = [one.actor for one in known.names.within(*span, free=True) if one.actor in known.bodies and all(n in scene.named for n in inside)]
        meant = named or [body for body in [known.short.only(scene.words(inside[0], after))] if body is not None]
        if not meant:
            return []
        found += meant
    return list(dict.fromkeys(found))


def owners(scene: Scene, told: Deed, known: Known) -> tuple[str, ...]:
    """Those whose thing the subject is, by `our` before it: `our joint exhibition opened`; a committee of theirs acts for itself."""
    first, last = told.subject if told.group is not None else (scene.statement.first, min(scene.statement.last, told.head + 1))
    if not scene.listed("ours", first) or any(number in scene.named for number in range(first, last)):
        return ()
    words = scene.words(first, max(last, first + 1)).split()
    return () if any(word in scene.setting("standing") for word in words) else known.speaking


def _governs(scene: Scene, unit: int) -> bool:
    """Whether `nous` is the subject: a verb in its form follows; where the language has no such form, always."""
    endings = tuple(scene.setting("we_endings"))
    return not endings or any(scene.words(number, number + 1).endswith(endings) for number in range(unit + 1, min(unit + 4, scene.statement.last)))


def together(scene: Scene, told: Deed) -> bool:
    """Whether the words say that the partners did it together."""
    statement = scene.statement
    if scene.within(statement.first, statement.last, "PARTNERS") or (told.kind == "signing" and of_agreement(scene)):
        return True
    return any(
        n not in scene.taken
        and scene.part(n - 1) not in ("ARTICLE", "OF")
        and scene.part(n + 1) != "WITH"
        and scene.words(n, n + 1).rsplit(" ", 1)[-1] not in scene.setting("along")
        for n in statement.of_part("TOGETHER")
    )


def is_planned_part(statement: Statement) -> bool:
    """Whether the heading above says that what follows is to come."""
    return _announces_plans(statement.heading, statement.block.lexicon)


@lru_cache(maxsize=1000)
def _announces_plans(heading: str, lexicon: Lexicon) -> bool:
    return any(entry in heading for entry in lexicon.setting("actions", "planned_headings", ()))


def introduction_end(axes: Sequence[Axis]) -> int:
    """Where the introduction ends; 0 where the report has no other part."""
    opening = next((one for one in axes if one.kind == "introduction"), None)
    return opening.end if opening is not None and len(axes) > 1 else 0


def own_bodies(blocks: Sequence[ReadBlock], organisations: Sequence[Organisation], partners: Sequence[str]) -> frozenset[str]:
    """The bodies of the partnership itself: its committees and working groups, also a board called as the report's title calls the partnership."""
    words = blocks[0].lexicon.setting("actions", "own_bodies", ())
    boards = tuple(f" {word}" for word in blocks[0].lexicon.setting("actions", "named_as_partnership", ()))
    title = f" {blocks[0].text.lower()} "
    found = set()
    for one in organisations:
        name = one.name.lower()
        board = next((word for word in boards if name.endswith(word)), "") if one.kind == "other" and one.organisation_id not in partners else ""
        theme = name.removesuffix(board) if board else ""
        if any(word in name for word in words) or (" " in theme and f" {theme} " in title):
            found.add(one.organisation_id)
    return frozenset(found)


def is_minutes(blocks: Sequence[ReadBlock]) -> bool:
    """Whether one of the first lines says that the report minutes a session."""
    words = tuple(blocks[0].lexicon.setting("actions", "minutes", ()))
    return any(len(one.text) < 200 and one.text.lower().lstrip("*# ").startswith(words) for one in blocks[:4])


def of_agreement(scene: Scene) -> bool:
    """Whether a statement speaks of an agreement."""
    return scene.within(scene.statement.first, scene.statement.last, "AGREEMENT")
