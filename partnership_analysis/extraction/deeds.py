"""Deeds: what a statement says was, is or will be done, and what kind of action that is.

A deed is told by a verb of doing with somebody who does it or a thing it is done to, by a noun at the head of a list item, or by a
participle beside its noun. A verb of state, wish, effect or content makes none. The words are in `lexicons/<language>/actions.toml`.
"""

from dataclasses import replace

from partnership_analysis.extraction.kinds import EVENTS, NEAR, WORKS, kind_of, nouns, refined
from partnership_analysis.extraction.nominal import apart, instructed, nominal
from partnership_analysis.extraction.statements import Tag
from partnership_analysis.extraction.units import CURRENCIES, NUMBER, QUOTES
from partnership_analysis.extraction.verbs import DOERS, MOST_GROUPS, Deed, Group, Scene, ends_as

LONGEST_OPENING = 40
"""Characters in which words such as `en présence de` open a sentence."""
FAR = 14
"""Units in which what a verb leads to stands."""
FAR_SIGNER = 40
"""Units in which an agreement's signers stand before the verb."""
FAR_TIMES = 8
"""Units from a verb to how often: `played about 5,000 times`."""
CERTAIN = frozenset(("visit", "training", "hearing", "signing", "survey", "meeting"))
"""Kinds whose verbs tell a deed whoever does it."""
RUN = frozenset(("pilot", "training", "workshop", "monitoring", "working_group"))
"""Kinds of what goes on and is run by somebody."""
LONGEST_SUBJECT = 7
"""Units of the subject of an item told without its auxiliary."""
SHORTEST_SOME = 3
"""Units of `eleven of them`."""
MANY_SUMS = 3
"""Sums of a sentence from which on it is a line of a budget."""
LONGEST_TOTAL = 60
"""Characters from a verb to the colon behind a total."""
MONEY = ("€", "£", "$", "USD", "EUR", "GBP", "euros", "pounds", "dollars", "ETP", "FTE")


def deed(scene: Scene, *, item: bool = False) -> Deed | None:
    """What a statement says is done, or None: a question says nothing. `item` says whether it opens a list item or a row."""
    if scene.statement.text.endswith("?"):
        return None
    finite = [one for one in scene.groups if not one.bare]
    if item:
        line = nominal(scene)
        opens = line is not None and (not finite or (line.head < finite[0].first and scene.part(line.head) in ("MAKING", "DID", "DOING")))
        if line is not None and (apart(scene, line, finite[0]) if finite and not opens else opens and not _adjective(scene, line, finite)):
            return line
    return (
        _signed_in_relative(scene)
        or _finite(scene, item=item)
        or (_telegraphic(scene) if item and not finite else None)
        or _beside(scene)
        or _by_result(scene)
        or _in_relative(scene)
        or _kept_up(scene)
        or (instructed(scene) if item and scene.planned else None)
    )


def _adjective(scene: Scene, line: Deed, finite: list[Group]) -> bool:
    """Whether a participle at the head of a line belongs to the subject of its verb: `Recorded thefts fell`, not `Held a fair, which drew …`."""
    if not finite or not scene.bare_is_finite or scene.part(line.head) != "DID":
        return False
    between = range(line.head + 1, finite[0].first)
    return not any(scene.statement.units.classes[n] in ",;:.(" or scene.part(n) in ("AND", "RELATIVE", "ARTICLE") for n in between)


def _in_relative(scene: Scene) -> Deed | None:
    """What somebody has made since a date, told of a work in a relative clause: `Échos, le podcast que les partenaires produisent depuis 2022, compte …`."""
    statement = scene.statement
    if not scene.dated or scene.bare_is_finite:
        return None
    for number in statement.of_part("RELATIVE"):
        if number in scene.taken or not scene.listed("that", number) or scene.part(number - 1) != "NOUN" or number - 1 in scene.taken:
            continue
        kind = statement.tag(number - 1).kind
        last = min(statement.last, number + FAR)
        verb = next((n for n in range(number + 1, last) if scene.part(n) == "DOES" and n not in scene.taken), None)
        comma = statement.units.classes.find(",", number, statement.last)
        if verb is None or kind == "other" or (0 <= comma < verb):
            continue
        subject = (number + 1, verb)
        if _has_actor(scene, subject) and scene.dated_within(verb + 1, comma if comma > 0 else statement.last):
            return Deed(kind_of(statement.tag(verb).kind, kind), Group(verb, verb, statement.tag(verb), "present"), subject, number - 1)
    return None


def _kept_up(scene: Scene) -> Deed | None:
    """What has been done since a date, whatever the verb: `The Trust has employed two advisers since March 2023`; not what has changed since."""
    statement = scene.statement
    if not scene.bare_is_finite or not any(n + 1 in scene.dated and scene.listed("since", n) for n in scene.dated):
        return None
    for group in scene.groups[:MOST_GROUPS]:
        if scene.part(group.first) not in ("HAVE", "BEEN") or scene.listed("pluperfect", group.first) or group.negated or group.tag.part == "CHANGE":
            continue
        verb = group.verb if group.verb > group.first else group.first + 1
        subject = (clause_start(scene, group.first), group.first)
        if scene.part(subject[0]) in ("PRONOUN", "THIS", "WE") or verb in scene.taken or scene.statement.units.classes[subject[0]] == NUMBER:
            continue
        done = ends_as(scene, verb, "participle_endings") or scene.listed("participles", verb)
        alone = scene.part(group.first) == "HAVE" and verb + 1 in scene.dated  # `Trust has deepened since May`
        if group.tag.part != "ONGOING" and (not done or alone or scene.listed("changes_since", verb)):
            continue
        found = nouns(scene, *subject) or nouns(scene, verb + 1, statement.last)
        kind = statement.tag(verb).kind or "other"
        return Deed(kind if kind != "any" else statement.tag(found[0]).kind if found else "other", group, subject, found[0] if found else verb)
    return None


def _signed_in_relative(scene: Scene) -> Deed | None:
    """The signing of an agreement told in a relative clause: `une convention que la Ville et l'Alliance ont signée le 4 juillet 2022`."""
    statement = scene.statement
    if not scene.dated or scene.bare_is_finite:
        return None
    for number in statement.of_part("RELATIVE", first=statement.first + 1):
        if number in scene.taken or not scene.listed("that", number) or not scene.within(max(statement.first, number - NEAR), number, "AGREEMENT"):
            continue
        verb = next((n for n in statement.of_part("DID", first=number + 1, last=number + FAR_SIGNER) if statement.tag(n).kind == "signing"), None)
        if verb is None or scene.part(verb - 1) != "HAVE" or not _has_actor(scene, (number + 1, verb - 1)):
            continue
        if scene.dated_within(verb + 1, verb + FAR):
            return Deed("signing", Group(verb - 1, verb, statement.tag(verb), "past", auxiliary="HAVE"), (number + 1, verb - 1), verb)
    return None


def _by_result(scene: Scene) -> Deed | None:
    """A survey told by what it found: `A survey of 90 parents in March found that …`."""
    first = clause_start(scene, scene.groups[0].first) if scene.groups else scene.statement.first
    article = scene.listed("indefinite", first)
    found = nouns(scene, first, min(scene.statement.last, first + NEAR)) if article and scene.dated else []
    if not found or scene.statement.tag(found[0]).kind != "survey":
        return None
    return Deed("survey", scene.groups[0] if scene.groups else None, (first, first), found[0], beside=True)


def _finite(scene: Scene, *, item: bool) -> Deed | None:
    for position, group in enumerate(scene.groups[:MOST_GROUPS]):
        if scene.listed("causing", group.verb) and scene.part(group.verb + 1) == "DO":
            group = replace(group, verb=group.verb + 1, tag=Tag("DID", scene.statement.tag(group.verb + 1).kind))  # `a fait rénover la salle`
        part = group.tag.part
        if part == "STATE" or position not in scene.finite or _only_counted(scene, group) or _before_that(scene, group) or _quotes(scene, group):
            continue
        subject = (clause_start(scene, group.first), group.first)
        if _of_some(scene, group, subject) or (group.negated and scene.listed("leaving_open", group.verb)):
            continue
        if group.passive and scene.listed("adjectives_too", group.verb):
            continue  # `will not be complete`
        following = _clause_end(scene, group, position)
        if (
            part == "NEGATION"
            and scene.part(group.verb + 1) == "ARTICLE"
            and scene.words(group.first, group.verb + 1).endswith(tuple(scene.setting("negated_be")))
        ):
            continue  # `Une lettre n'est pas un rapport`
        if part == "BRIDGE":
            told = _bridged(scene, group, subject, following)
        elif part == "POSTPONED" and _held_after_all(scene, position):
            continue
        elif part in ("PLANNED", "CANCELLED", "POSTPONED", "ONGOING", "NEGATION"):
            told = _fate(scene, group, subject, following)
        elif part == "DETAIL" and (
            _money_follows(scene, group) or (scene.listed("followed", group.verb) and not _comes_after(scene, group, subject))
        ):
            continue
        elif part == "DETAIL" and (joined := _joined_in(scene, group)) is not None:
            told = Deed(scene.statement.tag(joined).kind, group, subject, joined)
        elif part == "DETAIL":
            found = [n for n in nouns(scene, *subject) if scene.statement.tag(n).kind != "other" or scene.part(n - 1) != "OF"]
            told = Deed(scene.statement.tag(found[0]).kind, group, subject, found[0]) if found else _spoke(scene, group, subject)
            told = told or _took_part(scene, group, subject, following)
        else:
            told = _unfulfilled(scene, group, subject) or _done(scene, group, subject, following, item=item)
        if told is not None:
            return told
    return None


def _budget_line(scene: Scene, group: Group, *, dated: bool) -> bool:
    """Whether a sentence of a part on money only says who put in how much: `The Council contributed £90,000`."""
    headed = any(word in scene.statement.heading for word in scene.setting("budget_headings"))
    units = scene.statement.units
    told = units.text[units.ends[group.verb] :]
    _, _, shares = told[:LONGEST_TOTAL].partition(":")
    shared = shares.lstrip().startswith(tuple(CURRENCIES))
    return headed and (not dated or shared) and told.lstrip().startswith(tuple(CURRENCIES))


def _only_money(scene: Scene, group: Group, subject: tuple[int, int]) -> bool:
    """Whether a sentence only says what sums or staff went where: a sum that leads into its shares (`1,4 M€ ont été engagés : 610 000 € par la Région`),
    several payers with their sums, what was devoted to something.
    """
    statement, units = scene.statement, scene.statement.units
    if group.passive and scene.listed("devoting", group.verb):
        return True
    shares = units.classes.find(":", group.verb, min(statement.last, group.verb + NEAR)) > 0
    if group.passive and shares and any(word.startswith(MONEY) or word.endswith(MONEY) for word in units.words(*subject).split()):
        return True
    words = [word.strip(",.;") for word in units.words(group.verb, statement.last).split()]
    return not group.passive and _money_follows(scene, group) and sum(word.startswith(MONEY) or word.endswith(MONEY) for word in words) >= MANY_SUMS


def _advises(scene: Scene, group: Group) -> bool:
    """Whether a report or its authors only advise the partners: `Elles invitent les partenaires à chiffrer l'entretien`."""
    return group.tag.part == "DOES" and scene.part(group.verb + 1) == "PARTNERS" and scene.listed("advising", group.verb)


def _among_lessons(scene: Scene) -> bool:
    """Whether the part tells what was learned or went wrong."""
    return scene.statement.heading.startswith(tuple(scene.setting("lessons_headings")) or ("\n",))


def _only_counted(scene: Scene, group: Group) -> bool:
    """Whether a passive only says how often a thing was used: `has been consulted 300 times`."""
    if not group.passive:
        return False
    used = next((n for n in range(group.verb + 2, min(group.verb + FAR_TIMES, scene.statement.last)) if scene.listed("uses", n)), 0)
    return used > 0 and not any(scene.part(n) == "AND" or n in scene.dated for n in range(group.verb + 1, used))


def _before_that(scene: Scene, group: Group) -> bool:
    """Whether a verb in the past before the past tells what was so before (`The team had met farmers`), or how many had: `47 students had passed by May`."""
    if group.tag.part != "DID" or not scene.bare_is_finite or not scene.listed("pluperfect", group.first):
        return False
    classes, near = scene.statement.units.classes, range(max(scene.statement.first, group.first - 3), group.first)
    return not scene.dated or any(classes[n] == NUMBER and n not in scene.dated for n in near)


def _quotes(scene: Scene, group: Group) -> bool:
    """Whether a verb such as `wrote` says whose words stand before it between quotation marks."""
    return scene.statement.text[:1] in QUOTES and scene.listed("quoting", group.verb) and group.verb not in scene.taken


def _of_some(scene: Scene, group: Group, subject: tuple[int, int]) -> bool:
    """Whether only some of the people reached are the subject: `One in six of the pupils visited a farm`, `Eleven of them passed`."""
    first, last = subject
    if group.passive or scene.dated or last - first < SHORTEST_SOME:
        return False
    number = scene.statement.units.classes[first] == NUMBER or scene.listed("number_words", first)
    if not number or any(n in scene.named or scene.part(n) in ("PARTNERS", "WE") for n in range(first, last)):
        return False
    return any(scene.part(n) == "OF" and (scene.listed("some_of", n + 1) or _people_at(scene, n + 1, last)) for n in range(first, last))


def _people_at(scene: Scene, first: int, last: int) -> bool:
    """Whether a noun for people reached stands after an article at most."""
    return any(scene.listed("people_nouns", n) for n in range(first, min(last, first + 2)))


def _held_after_all(scene: Scene, position: int) -> bool:
    """Whether what was put off was done in the end: `a été reportée et s'est finalement tenue le 7 octobre`."""
    verb = scene.groups[position].verb
    return any(
        one.tag.part == "DID"
        and one.tense == "past"
        and not one.negated
        and not one.bare
        and not any(scene.listed("because", n) for n in range(verb + 1, one.first))
        for one in scene.groups[position + 1 :]
    )


def _took_part(scene: Scene, group: Group, subject: tuple[int, int], following: int) -> Deed | None:
    """Somebody named, or the partners, took part in an event of others: `The Trust took part in a fair in May 2022`."""
    if not scene.listed("attending", group.verb) or not scene.dated or not _has_actor(scene, subject) or scene.part(subject[0]) == "PRONOUN":
        return None
    found = [n for n in nouns(scene, group.verb + 1, following) if scene.statement.tag(n).kind in EVENTS]
    named = next((n for n in range(group.verb + 1, min(scene.statement.last, group.verb + NEAR)) if n in scene.named), None)
    units = scene.statement.units
    fresh = bool(found) and any(scene.listed("indefinite", n) for n in range(group.verb + 1, found[0]))
    fresh = fresh or (
        bool(found) and scene.words(found[0] + 1, found[0] + 2).split(" ")[0] in scene.setting("at_town") and found[0] + 2 not in scene.dated
    )
    if fresh or (found and units.text[units.starts[found[0]]].isupper()):
        return Deed(scene.statement.tag(found[0]).kind, group, subject, found[0])
    return Deed("conference", group, subject, named) if named is not None and found and found[0] >= named - 1 else None


def _comes_after(scene: Scene, group: Group, subject: tuple[int, int]) -> bool:
    """Whether a new thing came after what was told before it: `Une journée de restitution a suivi en mars`, not `Le groupe a suivi une formation`."""
    after = group.verb + 1
    loose = after in scene.dated or scene.part(after) == "OCCASION" or scene.listed("openers", after)
    return scene.listed("indefinite", subject[0]) and (loose or scene.statement.units.classes[after : after + 1] in ("", ".", ",", ";"))


def _joined_in(scene: Scene, group: Group) -> int | None:
    """The noun of what people joined in, where no clubs or groups they are of may give the kind: `40 membres du club ont participé à une visite`."""
    verbs = tuple(scene.setting("joining"))
    if not verbs or not scene.words(group.verb, group.verb + 1).endswith(verbs) or scene.part(group.verb + 1) != "TO":
        return None
    return next(iter(nouns(scene, group.verb + 1, group.verb + FAR)), None)


def _spoke(scene: Scene, group: Group, subject: tuple[int, int]) -> Deed | None:
    """Somebody named spoke somewhere: `Anne Roux est intervenue le 4 mai 2022 devant le conseil`."""
    named = any(number in scene.named for number in range(*subject))
    there = any(scene.listed("there", n) for n in range(max(scene.statement.first, group.first - 1), group.verb))
    somewhere = there or bool(scene.dated) or scene.within(group.verb + 1, scene.statement.last, "OCCASION")
    return Deed("presentation", group, subject, group.verb) if named and somewhere and scene.listed("spoke", group.verb) else None


def _unfulfilled(scene: Scene, group: Group, subject: tuple[int, int]) -> Deed | None:
    """What did not come about: `le projet n'a jamais vu le jour`, `la formation n'a pas été organisée`."""
    if not group.negated or group.tense != "past" or scene.part(subject[0]) not in ("ARTICLE", "NOUN", "THIS"):
        return None
    found = nouns(scene, *subject)
    if not found or not (group.passive or scene.listed("come_about", group.verb)) or scene.listed("people_verbs", group.verb):
        return None
    chosen = refined(scene, found[0], scene.statement.last)
    return Deed(scene.statement.tag(chosen).kind, group, subject, chosen)


def _done(scene: Scene, group: Group, subject: tuple[int, int], following: int, *, item: bool) -> Deed | None:
    """A deed told by a verb of doing, where somebody does it, or a thing that names a kind is done."""
    statement = scene.statement
    actor = _has_actor(scene, subject)
    if group.tag.part == "DOES" and not _goes_on_regularly(scene, group, subject, actor, item=item):
        return None
    if group.tag.part == "CHANGE" and (group.passive or not actor):
        return None
    if group.tag.part == "DOES" and group.tag.kind == "publication" and scene.part(group.first - 1) in ("WE", "PRONOUN") and not scene.dated:
        return None  # `Ce résultat nous paraît solide`
    if (scene.listed("devoting", group.verb) and _money_follows(scene, group)) or _meets_aims(scene, group, subject):
        return None
    if not group.passive and not actor and _number_alone(scene, subject):
        return None
    if group.tag.kind == "hearing" and not group.passive and _heard_a_thing(scene, group):
        return None
    if scene.minutes and not item and not group.passive and group.tense != "future" and _speaks(scene, subject):
        return None
    acted_on = (
        group.passive or scene.words(group.first, group.verb + 1).rsplit(" ", 1)[-1] in scene.setting("taking_place") or _intransitive(scene, group)
    )
    subjects, objects = nouns(scene, subject[0], _before_aside(scene, subject)), nouns(scene, group.verb + 1, following)
    if not objects and group.tag.kind == "any" and not group.passive and scene.part(following) in ("TO", "OCCASION"):
        further = next((one.first for one in scene.groups if one.first > group.verb and not one.bare), statement.last)
        objects = nouns(scene, following, further)
    opens = (
        bool(subjects)
        and statement.tag(subjects[0]).kind in EVENTS | {"pilot", "funding", "publication", "study", "survey", "other"}
        and subjects[0] - subject[0] <= 4
    )
    agent = _agent(scene, group.verb, following)
    dated = scene.dated_within(statement.first, statement.last)
    beside = (
        not group.passive
        and group.tag.part == "DID"
        and (_with_somebody(scene, group.verb, following) or (group.tag.kind != "any" and _paid_before(scene, subject)))
    )
    regular = group.tag.part == "DOES" and dated and (item or scene.listed("running", group.verb))
    if not acted_on and not actor and not opens and not beside and not regular and group.tag.kind not in CERTAIN:
        return None
    if not group.known and scene.listed("thing_pronouns", subject[0]):
        return None
    coming = group.passive and group.tense == "future" and dated and scene.part(subject[0]) == "ARTICLE" and not _counts_people(scene, subject)
    if not group.known and not (actor or agent or beside or coming) and not (subjects and (acted_on or (opens and group.tense == "future"))):
        return None
    lent = group.tag.kind == "pilot" or (bool(subjects) and statement.tag(subjects[0]).kind in RUN)
    run = agent and scene.listed("run_by", group.verb) and lent
    said = scene.words(group.first, group.first + 1).split(" ")[0] in scene.setting("present_be")
    present = not scene.bare_is_finite or (said and (not agent or scene.listed("thing_pronouns", subject[0])))
    if group.auxiliary == "BE" and group.passive and present and not dated and not item and not run:
        return None
    if (
        _budget_line(scene, group, dated=dated)
        or (not dated and _only_money(scene, group, subject))
        or _advises(scene, group)
        or (not item and not dated and _among_lessons(scene))
    ):
        return None
    kind, chosen = _kind_done(scene, group, subject, following, subjects=subjects, objects=objects, acted_on=acted_on, opens=opens, actor=actor)
    if kind == "content":
        return None
    accompanied = beside or (group.passive and not scene.bare_is_finite and _with_somebody(scene, group.verb, following))
    anchored = actor or agent or item or scene.within(group.first, following, "PARTNERS") or _jointly(scene, group.first, following) or accompanied
    if chosen is not None and group.tag.kind != "any" and statement.tag(chosen).kind == "other":
        chosen = None
    if group.tag.part == "DOES" and not actor and scene.listed("running", group.verb):
        return Deed("pilot", group, subject, subject[0])
    counted = scene.statement.units.classes[subject[0]] == NUMBER and not scene.bare_is_finite and not opens
    if not anchored and (counted or (not dated and not (opens and kind != "other"))) and scene.listed("people_verbs", group.verb):
        return None
    made = coming or (acted_on and group.known and not scene.opening and group.tag.kind == "any" and _of_things(scene, group, subject))
    if (
        not anchored
        and not made
        and (
            (kind == "other" and not (dated and group.known and (chosen is not None or (acted_on and not scene.opening))))
            or (chosen is None and not dated and group.tag.kind not in CERTAIN)
        )
    ):
        return None
    if (
        scene.opening
        and not item
        and kind != "signing"
        and not dated
        and (kind in ("other", "funding", "working_group") or _of_agreement(scene, subject))
    ):
        return None
    return Deed(kind, group, subject, chosen if chosen is not None else group.verb)


def _before_aside(scene: Scene, subject: tuple[int, int]) -> int:
    """Where a subject ends before what is said of it between commas: `The Board, of which Anne Roe is chair, met twice`."""
    first, last = subject
    classes = scene.statement.units.classes
    return next((n for n in scene.statement.of_part("RELATIVE", first=first + 1, last=last) if classes[n - 1] == ","), last)


def _heard_a_thing(scene: Scene, group: Group) -> bool:
    """Whether what was heard is a thing: `ont entendu cette inquiétude`."""
    after = group.verb + 1
    return scene.part(after) in ("THIS", "ARTICLE") and not any(n in scene.named or _people_at(scene, n, n + 1) for n in range(after, after + NEAR))


def _meets_aims(scene: Scene, group: Group, subject: tuple[int, int]) -> bool:
    """Whether an aim is what was met: `The target was met by all schools`."""
    return group.passive and group.tag.kind == "meeting" and any(scene.listed("met_aims", n) for n in range(*subject))


def _number_alone(scene: Scene, subject: tuple[int, int]) -> bool:
    """Whether a number alone is the subject: `huit ont signé un contrat` tells what became of people."""
    first, last = subject
    alone = last - first == 1 and first not in scene.named
    return alone and (scene.statement.units.classes[first] == NUMBER or scene.words(first, last) in scene.setting("number_words"))


def _of_things(scene: Scene, group: Group, subject: tuple[int, int]) -> bool:
    """Whether a passive tells of a thing made (`le parking a été renaturé`), not of people counted, nor of what a pronoun stands for."""
    first = next((one for number, one in enumerate(scene.groups) if number in scene.finite), None)
    if (
        first is not group
        or group.auxiliary == "REFLEXIVE"
        or scene.listed("people_verbs", group.verb)
        or (group.auxiliary == "BE" and not scene.bare_is_finite)
        or scene.minutes
    ):
        return False
    opening = scene.part(subject[0])
    counted = scene.statement.units.classes[subject[0]] == NUMBER
    bare = (
        scene.bare_is_finite
        and (opening == "" or counted)
        and group.auxiliary != ""
        and subject[0] not in scene.named
        and not _counts_people(scene, subject)
    )
    return (
        (bare or opening in ("ARTICLE", "NOUN", "MAKING")) and not scene.within(subject[0], subject[1], "PRONOUN", "THIS") and group.tense == "past"
    )


def _counts_people(scene: Scene, subject: tuple[int, int]) -> bool:
    """Whether a subject without article is people: `Fifty residents`, `Volunteers`, or a number alone."""
    alone = subject[1] - subject[0] == 1 and scene.statement.units.classes[subject[0]] == NUMBER
    people = ("doer_nouns", "own_people", "people_nouns")
    return alone or any(scene.listed(key, n) for n in range(subject[0], min(subject[1], subject[0] + 4)) for key in people)


def _kind_done(
    scene: Scene,
    group: Group,
    subject: tuple[int, int],
    following: int,
    *,
    subjects: list[int],
    objects: list[int],
    acted_on: bool,
    opens: bool,
    actor: bool,
) -> tuple[str, int | None]:
    """The kind of what a verb of doing tells, and the noun that gives it: the subject of a passive, the object of an active verb."""
    statement = scene.statement
    order = subjects + objects if acted_on or group.tag.kind in ("working_group",) else objects
    chosen = order[0] if order else None
    if chosen is None and not acted_on:
        created = [n for n in nouns(scene, group.verb + 1, min(following, group.verb + 8), names=True) if n in scene.named]
        chosen = created[0] if created and statement.tag(created[0]).kind != "other" else subjects[0] if subjects and opens else None
    if chosen is not None:
        chosen = refined(scene, chosen, statement.last)
    signed = next((n for n in statement.of_part("DOING", first=group.verb + 1, last=following) if statement.tag(n).kind == "signing"), None)
    if signed is not None and scene.within(signed, statement.last, "AGREEMENT"):
        return "signing", signed
    if (
        scene.dated
        and statement.text.lower().startswith(tuple(scene.setting("session_openers")) or ("\n",))
        and _standing(scene, (statement.first, group.first))
    ):
        return "meeting", None
    if chosen is None and group.passive and scene.listed("undergoing", group.verb):
        chosen = next((n for n in reversed(nouns(scene, *subject, names=True)) if statement.tag(n).kind == "pilot"), None)
    noun = statement.tag(chosen).kind if chosen is not None else None
    given = group.tag.kind == "funding" and (
        group.auxiliary == "REFLEXIVE" or (group.passive and noun == "visit" and scene.listed("visit_verbs", group.verb))
    )
    kind = kind_of("any" if given else _joined_kind(scene, group), noun)
    if group.passive and group.tag.kind == "meeting" and any(scene.listed("met_costs", n) for n in range(*subject)):
        kind, chosen = "funding", None
    if kind == "survey" and group.passive and group.tag.kind == "publication" and any(scene.listed("survey_results", n) for n in range(*subject)):
        kind = "study"
    if group.tag.kind == "any" and kind not in ("other", "publication") and scene.listed("handling", group.verb):
        kind, chosen = "other", None
    if scene.listed("paying", group.verb) and _by_money_or_occasion(scene, group, following) == "funding":
        kind, chosen = "funding", None
    charged = statement.tag(group.verb + 2) if scene.part(group.verb + 1) in ("TO", "OF") else None
    if kind == "other" and charged is not None and charged.part == "DO":
        kind = charged.kind if charged.kind != "any" else kind
    if scene.listed("asking", group.verb) and _asks_people(scene, group):
        kind, chosen = "survey", None
    if kind == "presentation" and group.passive and chosen is not None and scene.listed("shows", chosen):
        kind = "other"
    if kind in ("presentation", "other") and any(word in scene.words(statement.first, statement.last) for word in scene.setting("to_come_out")):
        kind = "publication"
    if (
        group.tag.kind == "publication"
        and scene.listed("writing_to", group.verb)
        and not group.passive
        and _to_an_office(scene, group.verb, following)
    ):
        kind, chosen = "advocacy", None
    told_by_work = kind == "presentation" and not group.passive and not actor and opens and scene.listed("indefinite", subject[0])
    if kind == "presentation" and not group.passive and not actor and opens and scene.listed("definite_articles", subject[0]):
        kind = "content" if statement.tag(subjects[0]).kind in WORKS else kind
    if told_by_work and statement.tag(subjects[0]).kind in WORKS:
        kind, chosen = statement.tag(subjects[0]).kind, subjects[0]
    if kind == "other" and chosen is None and not (group.passive and scene.bare_is_finite):
        kind = _by_money_or_occasion(scene, group, following)
    if group.tag.kind == "advocacy" and kind == "advocacy" and _by_money_or_occasion(scene, group, following) == "funding":
        kind = "funding"
    if kind == "working_group" and group.tag.kind == "working_group" and not actor and not objects:
        kind = "other"
    if kind == "other" and _standing(scene, subject) and not objects:
        kind = "working_group"
    if kind == "meeting" and (not scene.dated_within(statement.first, statement.last) or _counts(scene, group, following) or _often(scene)):
        kind = "working_group" if _standing(scene, subject) else kind
    return kind, chosen


def _joined_kind(scene: Scene, group: Group) -> str:
    """The kind of a verb, or of the plainer one's neighbour: `were recruited and trained by`."""
    if group.tag.kind == "any" and group.passive and scene.part(group.verb + 1) == "AND":
        beside = scene.statement.tag(group.verb + 2)
        if beside.part == "DID" and beside.kind in CERTAIN:
            return beside.kind
    return group.tag.kind


def _to_an_office(scene: Scene, verb: int, following: int) -> bool:
    """Whether a letter goes to who decides: `ont écrit le 4 avril au préfet`, `a écrit, avec l'Alliance, à la ministre`."""
    last = min(scene.statement.last, max(following, verb + FAR))
    for number in range(verb + 1, last):
        if scene.part(number) == "NOUN" and number not in scene.taken and not scene.listed("letters_go_to", number):
            return False
        if scene.words(number, number + 1).split(" ")[0] in scene.setting("at_town"):
            return any(scene.words(n, n + 1).split(" ")[0] in scene.setting("letters_go_to") for n in range(number + 1, min(last, number + 4)))
    return False


def _asks_people(scene: Scene, group: Group) -> bool:
    """Whether several people were asked what they think: `We asked 400 tenants about heating`, not `asked two experts to help`."""
    after = group.verb + 1
    last = min(scene.statement.last, after + NEAR)
    counted = scene.statement.units.classes[after] == NUMBER or scene.part(after) == "ARTICLE"
    people = next((n for n in range(after, min(last, after + 4)) if scene.listed("people_nouns", n)), None)
    return counted and people is not None and scene.listed("asked_about", people + 1)


def _speaks(scene: Scene, subject: tuple[int, int]) -> bool:
    """Whether one person is the subject: what people say at a session that a report minutes is no deed."""
    dated = scene.dated_within(scene.statement.first, scene.statement.last)
    person = scene.listed("speakers", subject[0])
    return not dated and person


def _often(scene: Scene) -> bool:
    """Whether words of a statement say that a thing is done again and again."""
    words = scene.words(scene.statement.first, scene.statement.last)
    return any(word in words for word in scene.setting("often"))


def _goes_on_regularly(scene: Scene, group: Group, subject: tuple[int, int], actor: bool, *, item: bool) -> bool:
    """Whether a verb in the present tells of something done again and again, or since a date, by a body; what people say in minutes does not."""
    statement = scene.statement
    often = _often(scene)
    dated = scene.dated_within(statement.first, statement.last)
    if item and dated:
        return True
    if dated and scene.listed("running", group.verb) and scene.part(subject[0]) == "ARTICLE":
        return True
    if actor and (often or dated):
        return scene.doer_before(group.first) or _standing(scene, subject)
    if _standing(scene, subject) and (often or dated):
        return True
    return (
        actor
        and scene.doer_before(group.first)
        and not scene.opening
        and not scene.minutes
        and group.tag.kind not in ("meeting", "presentation", "advocacy", "working_group")
    )


def _has_actor(scene: Scene, subject: tuple[int, int]) -> bool:
    """Whether a body, a person, the partners or a pronoun is the subject."""
    if scene.continues or any(number in scene.named or scene.part(number) in DOERS for number in range(*subject)):
        return True
    for number in range(subject[0], min(subject[1], subject[0] + NEAR)):
        if scene.part(number) == "OF":
            return False
        if scene.is_doer(number) and _after_article(scene, number, subject[0]):
            return True
    return False


def _after_article(scene: Scene, noun: int, first: int) -> bool:
    """Whether an article or a number word stands before a noun, with a plain word at most between them: `eleven primary schools`."""
    if scene.part(noun - 1) in ("ARTICLE", "ADVERB", "AND"):
        return True
    counted = scene.statement.units.classes[first] == NUMBER or scene.words(first, first + 1).split("-")[0].endswith(
        tuple(scene.setting("number_endings"))
    )
    if scene.bare_is_finite and noun - first <= 1 and not counted and scene.words(noun, noun + 1).endswith("s"):
        return True
    plain = noun - 1 > first and scene.part(noun - 1) == "" and scene.words(noun - 1, noun).islower()
    return plain and scene.bare_is_finite and scene.part(noun - 2) == "ARTICLE"


def _agent(scene: Scene, verb: int, following: int) -> bool:
    """Whether somebody stands after `par` or `by`."""
    by = next((n for n in range(verb + 1, min(following, verb + FAR)) if scene.part(n) == "BY"), None)
    return by is not None and any(n in scene.named or scene.part(n) in DOERS for n in range(by + 1, min(scene.statement.last, by + 5)))


def _with_somebody(scene: Scene, verb: int, following: int) -> bool:
    """Whether it was done with somebody named: `140 young people have sailed with …`."""
    for number in range(verb + 1, min(following, verb + FAR)):
        first = number + 1 + (scene.part(number + 1) == "ARTICLE")
        if scene.part(number) == "WITH" and first in scene.named:
            last = first
            while last in scene.named:
                last += 1
            return scene.words(last, last + 1) != "'s"
    return False


def _paid_before(scene: Scene, subject: tuple[int, int]) -> bool:
    """Whether a sentence opens with whose support it was done: `Avec le soutien de l'Agence, sept communes ont expérimenté …`."""
    first = scene.statement.first
    return subject[0] > first and scene.part(first) in ("WITH", "OCCASION") and any(number in scene.named for number in range(first, subject[0]))


def _jointly(scene: Scene, first: int, last: int) -> bool:
    """Whether `jointly`, `ensemble` stands between two units, not as part of `together with`."""
    joint = scene.statement.of_part("TOGETHER", first=first, last=last)
    return any(scene.part(n + 1) != "WITH" and n not in scene.taken for n in joint)


def _intransitive(scene: Scene, group: Group) -> bool:
    """Whether a verb such as `opened`, `a démarré` has no object: its subject is what was done."""
    after = scene.statement.units.classes[group.verb + 1 : group.verb + 2]
    loose = (
        scene.part(group.verb + 1) in ("OCCASION", "ADVERB", "AND", "WITH")
        or after in ("", ".", ",", ";")
        or group.verb + 1 in scene.dated
        or scene.words(group.verb + 1, group.verb + 2) in scene.setting("openers")
    )
    return loose and scene.listed("intransitives", group.verb)


def _standing(scene: Scene, subject: tuple[int, int]) -> bool:
    """Whether the subject is a committee, a board, a working group, or is said to be one between commas: `the Table, our steering committee, met`."""
    comma = scene.statement.units.classes.find(",", *subject)
    aside = scene.statement.units.classes[subject[1] - 1 : subject[1]] == "," and subject[1] - comma <= NEAR
    words = (
        scene.words(subject[0], comma if comma > 0 and not aside else subject[1]).replace("-", " ").replace(",", " ").split()
        if subject[1] > subject[0]
        else []
    )
    return any(word in scene.setting("standing") for word in words)


def _counts(scene: Scene, group: Group, following: int) -> bool:
    """Whether several meetings are counted."""
    return any(word in scene.words(group.verb + 1, following).split() for word in scene.setting("several"))


def _of_agreement(scene: Scene, subject: tuple[int, int]) -> bool:
    return scene.within(*subject, "AGREEMENT", "THIS")


def _money_follows(scene: Scene, group: Group) -> bool:
    """Whether a sum is the object: `a consacré 96 000 € à l'animation` tells a line of a budget."""
    words = scene.statement.units.words(group.verb + 1, min(scene.statement.last, group.verb + 5)).split()
    return any(word.strip(",.;").startswith(MONEY) or word.strip(",.;").endswith(MONEY) for word in words)


def _by_money_or_occasion(scene: Scene, group: Group, following: int) -> str:
    statement = scene.statement
    words = statement.units.words(group.verb + 1, min(statement.last, group.verb + 7)).split() if group.verb + 1 < statement.last else []
    if scene.listed("paying", group.verb) and any(
        word.strip(",.;").replace("’", "'").rsplit("'", 1)[-1] in scene.setting("cost_words") for word in words
    ):
        return "funding"
    if any(word.strip(",.;").startswith(MONEY) or word.strip(",.;").endswith(MONEY) for word in words):
        return "funding"
    later = nouns(scene, group.verb + 1, following, occasions=True)
    return statement.tag(later[0]).kind if later and statement.tag(later[0]).kind == "meeting" else "other"


def _fate(scene: Scene, group: Group, subject: tuple[int, int], following: int) -> Deed | None:
    """A deed that is told as planned, going on, put off, cancelled or not done."""
    every = nouns(scene, *subject)
    if group.tag.part in ("PLANNED", "ONGOING") or group.negated:
        every += nouns(scene, group.verb + 1, following)
    elif not group.passive:
        return None
    if not every and scene.listed("indefinite", subject[0]) and scene.within(*subject, "AGREEMENT"):
        return Deed("signing", group, subject, group.verb)
    given_up = (
        group.passive
        and group.tag.part in ("CANCELLED", "POSTPONED")
        and scene.part(subject[0]) == "ARTICLE"
        and any(scene.part(n) != "ARTICLE" for n in range(*subject))
    )
    undone = group.negated and scene.listed("events_verbs", group.first, group.verb + 1) and scene.part(subject[0]) == "ARTICLE"
    made = group.tag.part in ("PLANNED", "ONGOING") and scene.part(subject[0]) == "ARTICLE" and scene.within(*subject, "MAKING")
    if not every:
        return Deed("other", group, subject, group.verb) if given_up or undone or made else None
    chosen = refined(scene, every[0], scene.statement.last)
    kind = scene.statement.tag(chosen).kind
    return Deed("working_group" if kind == "meeting" and _standing(scene, subject) else kind, group, subject, chosen)


def _bridged(scene: Scene, group: Group, subject: tuple[int, int], following: int) -> Deed | None:
    """A deed told through a verb of effect: `la convention a permis d'organiser …`, `s'est illustré par la signature …`."""
    statement = scene.statement
    by_agreement = scene.within(*subject, "AGREEMENT", "PARTNERS", "WE", "PRONOUN", "THIS") or any(
        number in scene.named for number in range(*subject)
    )
    undergone = scene.listed("undergone", group.verb)
    if not by_agreement and not undergone:
        return None
    if scene.listed("in_charge", group.verb) and scene.part(group.verb + 1) == "NOUN":
        return None
    near = [number for number in range(group.verb + 1, min(following, group.verb + 1 + NEAR)) if number not in scene.taken]
    noun, verb, making = (next((n for n in near if scene.part(n) in parts), None) for parts in (("NOUN",), ("DO", "DOING"), ("MAKING",)))
    if noun is None and verb is None and making is None:
        return None
    if not by_agreement and (noun is None or statement.tag(noun).kind == "other"):
        return None
    later = nouns(scene, group.verb + 1, statement.last)
    if verb is not None and (noun is None or verb < noun):
        return Deed(kind_of(statement.tag(verb).kind, statement.tag(later[0]).kind if later else None), group, subject, later[0] if later else verb)
    named = [number for number in later if statement.tag(number).kind not in ("other", "meeting")] or later
    chosen = noun if noun is not None and statement.tag(noun).kind != "meeting" else named[0] if named else None
    return Deed(statement.tag(chosen).kind if chosen is not None else "other", group, subject, chosen if chosen is not None else group.verb)


def _clause_end(scene: Scene, group: Group, position: int) -> int:
    """Where the object of a verb may stand: up to the next verb or relative clause."""
    end = next((one.first for one in scene.groups[position + 1 :] if not one.bare), scene.statement.last)
    for number in scene.statement.of_part("RELATIVE", "TO", "OCCASION", first=group.verb + 1, last=end):
        purpose = number > group.verb + 1 and scene.part(number + 1) == "DO"
        if number not in scene.taken and (purpose or scene.part(number) == "RELATIVE"):
            return number
    return end


def clause_start(scene: Scene, group: int) -> int:
    """Where the subject of a verb group begins: after an opening adverbial and its comma, or after a label and its colon."""
    statement = scene.statement
    first = statement.first
    classes = statement.units.classes
    colon = classes.rfind(":", first, group)
    if colon >= 0 and colon not in scene.taken and not scene.in_address(colon) and not scene.in_brackets(colon):
        first = colon + 1
    opener = scene.words(first, first + 1)
    if scene.part(first) == "ARTICLE" and scene.part(first + 1) == "NOUN" and first + 1 not in scene.dated:
        return first
    if not (
        scene.part(first) in ("OCCASION", "ADVERB", "TO", "WITH", "BY", "TOGETHER", "DID", "DOING")
        or first in scene.dated
        or opener in scene.setting("openers")
    ):
        return first
    commas = range(first, group - 1)
    present = statement.text[:LONGEST_OPENING].lower().startswith(tuple(scene.setting("present_lists")) or ("\n",))
    for comma in reversed(commas) if present else commas:
        if classes[comma] != "," or comma in scene.taken or (classes[comma - 1] == classes[comma + 1] == NUMBER):
            continue
        fresh = scene.part(comma + 1) not in ("OCCASION", "WITH", "BY", "ADVERB", "AND", "DID", "DOING") and scene.words(
            comma + 1, comma + 2
        ) not in scene.setting("openers")
        fresh = fresh and scene.part(comma + 2) != "BY" and not _in_apposition(scene, comma, group)
        if fresh and any(n in scene.named or scene.part(n) in (*DOERS, "NOUN", "ARTICLE", "AGREEMENT") for n in range(comma + 1, group)):
            return comma + 1
    last = max((n for n in range(first, group) if n in scene.dated), default=None)
    if last is None or last + 1 >= group:
        return first
    return last + 2 if classes[last + 1] == "," and last + 2 < group else last + 1


def _in_apposition(scene: Scene, comma: int, group: int) -> bool:
    """Whether a comma only says what the body before it is: `With the help of Lark Shops, a chain of grocers, the Trust supplied …`."""
    if comma - 1 not in scene.named or not scene.listed("indefinite", comma + 1):
        return False
    after = scene.statement.units.classes.find(",", comma + 1, group)
    return after > 0 and (after + 1 in scene.named or after + 2 in scene.named or scene.within(after + 1, after + 3, *DOERS))


def _telegraphic(scene: Scene) -> Deed | None:
    """An item told without its auxiliary: `14 sites identified with the Forest Service`, `Irrigation kits installed in July`."""
    statement = scene.statement
    group = next(iter(scene.participles), None)
    if group is None or not scene.bare_is_finite or not 0 < group.first - statement.first <= LONGEST_SUBJECT:
        return None
    before = range(statement.first, group.first)
    plain = not any(statement.units.classes[n] in ",;:(–" or scene.part(n) in ("RELATIVE", "OCCASION", "WITH", "BY", "TO") for n in before)
    counted = scene.listed("people_verbs", group.verb) and not scene.dated
    after = group.verb + 1
    loose = after in scene.dated or statement.units.classes[after : after + 1] in ("", ",", ";", ".", "(", ":")
    loose = loose or scene.part(after) in ("OCCASION", "BY", "WITH", "TOGETHER", "ADVERB", "AND")
    if not plain or not loose or counted or scene.part(group.first - 1) in ("ARTICLE", "ADVERB", "AND"):
        return None
    near = nouns(scene, statement.first, group.first)
    kind = kind_of(group.tag.kind, statement.tag(near[-1]).kind if near else None)
    return Deed(kind, replace(group, passive=True), (statement.first, group.first), near[-1] if near else group.verb, beside=True)


def _beside(scene: Scene) -> Deed | None:
    """The deed of a participle beside its noun: `l'atelier, ouvert par la Ville en juin 2019, reçoit …`."""
    statement = scene.statement
    for group in scene.participles[:MOST_GROUPS]:
        opens = group.first <= statement.first + 1
        agent = _agent(scene, group.verb, group.verb + (FAR if opens else NEAR))
        when = any(n in scene.dated for n in range(group.verb + 1, min(statement.last, group.verb + 8)))
        if opens:
            comma = statement.units.classes.rfind(",", group.first, min(statement.last, group.first + 60))
            near = nouns(scene, comma, comma + FAR) if comma > 0 else []
            agreement = comma > 0 and scene.within(comma, min(statement.last, comma + FAR), "AGREEMENT")
            happened = when and comma > 0 and scene.listed("held_verbs", group.verb)
            if not (agent or happened or (when and (near or agreement))):
                continue
        else:
            near = nouns(scene, max(statement.first, group.first - FAR), group.first, occasions=True)
            agreement = scene.within(max(statement.first, group.first - NEAR), group.first, "AGREEMENT") and group.tag.kind == "signing"
            surveyed = bool(near) and statement.tag(near[-1]).kind == "survey"
            paid = agent and group.tag.kind == "funding"
            if not ((near and (agent or when or surveyed)) or (agreement and (agent or when)) or paid):
                continue
            if near and scene.listed("counting", group.verb) and scene.part(near[0] - 1) in ("OF", "ARTICLE") and _of_counted(scene, near[0]):
                continue
            near = near[-1:] if surveyed else near
        kind = kind_of(group.tag.kind, statement.tag(near[0]).kind if near else None)
        return Deed(kind, replace(group, passive=True), (group.first, group.first), near[0] if near else group.verb, beside=True)
    return None


def _of_counted(scene: Scene, noun: int) -> bool:
    """Whether a noun is only what a figure is of: `les 300 téléchargements de l'étude enregistrés en mai`."""
    return any(scene.listed("counted_uses", n) for n in range(max(scene.statement.first, noun - NEAR), noun))


def led_kind(scene: Scene) -> str | None:
    """The kind of the actions that a line announces, `any` where it names none, None where it announces no actions."""
    told = _finite(scene, item=False)
    named = nouns(scene, scene.statement.first, scene.statement.last)
    if told is not None:
        return told.kind
    if named:
        return scene.statement.tag(named[0]).kind
    planned = scene.within(scene.statement.first, scene.statement.last, "MAKING", "PLANNED")
    return "any" if planned else None
