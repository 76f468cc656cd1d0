"""Organisations: mentions of one body become one row.

Names found by a noun, by letters or by their company are gathered under their folded name; letters join their long form, a short form with
a capital (`la Métropole`, `the Council`) the body named before it with the same noun. Then the whole report is searched once for every
name that was accepted, so that `mentions` is complete.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from partnership_analysis.extraction.bodies import body_mentions, capital_run
from partnership_analysis.extraction.body_lists import bodies_in_lists
from partnership_analysis.extraction.brackets import BodyMention, past_brackets, with_brackets
from partnership_analysis.extraction.gazetteer import entries, key_of
from partnership_analysis.extraction.identity import distinct, slug
from partnership_analysis.extraction.lone_words import first_words, lone_words
from partnership_analysis.extraction.name_ends import gone_on
from partnership_analysis.extraction.nouns import Nouns, nouns_of
from partnership_analysis.extraction.people import HANDLE, Occurrence, PeopleFound
from partnership_analysis.extraction.proper_names import DOUBTFUL, defined_letters, owning_letters, proper_mentions
from partnership_analysis.extraction.records import Organisation, OrganisationKind
from partnership_analysis.extraction.tokens import ADJECTIVE, ANY_OFFICE, ARTICLES, AT, BODY, OF, UPPER, Tokens, fold, words_of
from partnership_analysis.extraction.towns import is_town

CAPITALS = re.compile(r"[A-Z]{3,10}(?![a-z])")
LONGEST_NOUN = 6
LONGEST_SMALL = 4
"""Letters of a small word that has no initial of its own: `pour`."""
NEAR = 1
"""Blocks back to the body that a noun means before any other."""
SHORTEST_LETTERS = 3
"""Words of a name whose initials may stand for it where nothing says so."""

IN_A_COLUMN = "in a column of bodies"
PRESIDED = "presided over"
"""The rule of bodies known by their officer: `Governor of Marlow`."""


@dataclass(frozen=True)
class OrganisationsFound:
    """The organisations of a report and where each is mentioned."""

    rows: tuple[Organisation, ...]
    occurrences: tuple[Occurrence, ...]


@dataclass(slots=True, eq=False)
class _Body:
    """A body while its mentions are gathered."""

    name: str
    kind: str
    head: str
    rule: str
    acronym: str | None = None
    other: list[str] = field(default_factory=list)
    mentions: list[tuple[int, int, int]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    """Folded nouns that mean it where they stand with a capital behind an article: `le Parc`."""
    silent: list[str] = field(default_factory=list)
    """Forms that are not searched for."""
    nouns: frozenset[str] = frozenset()
    """What it may be called for short, folded."""


def organisations(people: PeopleFound) -> OrganisationsFound:
    """The organisations named, in reading order, with every mention of each."""
    read = people.blocks
    if not read:
        return OrganisationsFound((), ())
    nouns = nouns_of(read[0].block.lexicon)
    inside: list[set[int]] = [set() for _ in read]
    for place in people.occurrences:
        inside[place.block].update(range(place.first, place.last))
    found = gone_on(read, [_mentions(t, nouns, inside[number]) for number, t in enumerate(read)])
    bodies_in_lists(read, found, inside)
    bodies = _without_given_names(_bodies(read, found, nouns), people)
    for t, mentions, within in zip(read, found, inside, strict=True):
        within.update(unit for mention in mentions if mention.acronym for unit in range(*_region(t, mention, within)))
    _search(read, bodies, inside)
    bodies = _with_initials(read, bodies, nouns)
    if not nouns.noun_first:
        bodies = _with_lone_words(read, bodies, inside, nouns)
    _add_handles(read, bodies)
    return _rows(read, bodies)


def _without_given_names(bodies: list[_Body], people: PeopleFound) -> list[_Body]:
    """The bodies but those that are only the given name of somebody named in full: `nous restons en contact avec Anne`."""
    given = {fold(person.name).split(" ")[0] for person in people.rows}
    return [body for body in bodies if body.head or body.acronym or body.name.isupper() or fold(body.name) not in given]


def _mentions(t: Tokens, nouns: Nouns, people: Collection[int]) -> list[BodyMention]:
    """The mentions of one block, those that overlap settled: letters in brackets first, then nouns, then company."""
    by_noun = [m if m.name.lower() not in nouns.sorts else replace(m, short=True) for m in body_mentions(t, people)]
    kept = list(defined_letters(t, by_noun, people)) if "(" in t.texts else []
    taken = {unit: m.last for m in kept if m.rule != DOUBTFUL for unit in range(m.first, m.last)}
    kept += [m for m in by_noun if not any(unit in taken for unit in range(m.first, m.last))]
    taken = {unit: m.last for m in kept if m.rule != DOUBTFUL for unit in range(m.first, m.last)}
    for mention in list(proper_mentions(t, taken, people)):
        if mention.rule == "explained by a noun" and mention.first in taken:
            kept = [replace(k, kind=mention.kind) if (k.first, k.last, k.kind) == (mention.first, mention.last, "other") else k for k in kept]
        if not any(unit in taken for unit in range(mention.first, mention.last)):
            kept.append(with_brackets(t, mention))
            taken.update(dict.fromkeys(range(mention.first, mention.last), mention.last))
    kept += owning_letters(t, taken)
    regions = {unit for m in kept for unit in range(*_region(t, m, people))}
    kept = [_with_region(t, _without_article(t, m), people) for m in kept if m.first not in regions]
    kept.sort(key=lambda m: m.first)
    starts = {m.first: m for m in kept}
    return [_with_parent(t, m, starts, nouns) for m in kept]


def _without_article(t: Tokens, mention: BodyMention) -> BodyMention:
    """A body known by its letters without the article that opens a sentence: `Le CNRV a signé`."""
    first = mention.first
    letters = mention.last > first + 1 and t.first_of_sentence(first) and t.classes[first] in ARTICLES and t.texts[first + 1].isupper()
    return (
        replace(mention, first=first + 1, name=t.words(first + 1, mention.last))
        if letters and mention.name == t.words(first, mention.last)
        else mention
    )


def _region(t: Tokens, mention: BodyMention, people: Collection[int]) -> tuple[int, int]:
    """From and to which word the region stands behind a body's letters: `Direction régionale … (DRAC) de Brume`; empty where none does."""
    after = past_brackets(t, mention.last, soft=True) if mention.acronym else mention.last
    if after == mention.last or t.classes[after] not in OF:
        return after, after
    first = after + 1
    end = capital_run(t, first, people) if t.capital[first] else first
    while end > first and t.classes[end] in OF and t.capital[end + 1]:
        end = capital_run(t, end + 1, people)
    return first, end


def _with_region(t: Tokens, mention: BodyMention, people: Collection[int]) -> BodyMention:
    """A body whose region stands behind its letters, with the long form that names it."""
    first, end = _region(t, mention, people)
    return replace(mention, other=(*mention.other, f"{mention.name} {t.words(first - 1, end)}")) if end > first else mention


def _with_parent(t: Tokens, mention: BodyMention, starts: Mapping[int, BodyMention], nouns: Nouns) -> BodyMention:
    """A commission or committee with its long form: `commission "Mobilités"`, also `commission "Mobilités" de l'Alvise`."""
    if mention.kind != "other" or mention.head not in nouns.within_another or t.classes[mention.last] not in OF:
        return mention
    after = mention.last
    while t.classes[after] in OF + ARTICLES:
        after += 1
    parent = starts.get(after)
    return replace(mention, other=(*mention.other, t.words(mention.first, parent.last))) if parent else mention


def _bodies(read: Sequence[Tokens], found: Sequence[Sequence[BodyMention]], nouns: Nouns) -> list[_Body]:
    """One entry a body."""
    by_name: dict[str, _Body] = {}
    order: list[_Body] = []
    aliases = {fold(mention.alias) for mentions in found for mention in mentions if mention.alias}
    short: list[tuple[int, BodyMention]] = []
    doubtful: list[tuple[int, BodyMention]] = []
    for number, mentions in enumerate(found):
        for mention in mentions:
            if mention.short or fold(mention.name) in aliases:
                short.append((number, mention))
                continue
            if mention.rule == DOUBTFUL:
                doubtful.append((number, mention))
                continue
            name, other = _canonical(read[number], mention, nouns)
            key = _key(name, nouns)
            if not key:
                continue
            body = by_name.get(key)
            if body is None:
                body = _Body(name, mention.kind, mention.head, mention.rule)
                by_name[key] = body
                order.append(body)
            elif body.kind == "other" and mention.kind != "other":
                body.kind = mention.kind
            if body.name.isupper() and " " in body.name and not name.isupper():
                body.other.append(body.name)
                body.name = name
            if mention.acronym and body.acronym is None and fold(mention.acronym) != fold(name):
                body.acronym = mention.acronym
            body.head = body.head or mention.head
            body.aliases += [mention.alias] if mention.alias else []
            body.silent += [mention.bare] if mention.bare else []
            body.other += other
            if mention.name != body.name:
                body.other.append(mention.name)
            body.mentions.append((number, mention.first, mention.last))
    for body in order:
        for form in body.other:
            twin = by_name.get(_key(form, nouns))
            if twin is not None and twin is not body and twin.mentions and body.acronym and fold(twin.name).startswith(fold(body.acronym)):
                body.mentions += twin.mentions
                body.other.append(twin.name)
                twin.mentions = []
    for number, mention in doubtful:
        acting = by_name.get(_key(mention.acronym or "", nouns))
        if acting is not None and acting.acronym is None:
            acting.name, acting.acronym = mention.name, mention.acronym
            acting.mentions.append((number, mention.first, mention.last))
    for body in order:
        if body.acronym:
            twin = by_name.get(_key(body.acronym, nouns))
            if twin is not None and twin is not body:
                body.mentions += twin.mentions
                body.kind = body.kind if body.kind != "other" else twin.kind
                twin.mentions = []
            by_name[_key(body.acronym, nouns)] = body
    _merge_letters(order, nouns)
    for body in order:
        for bare in body.silent:
            same = by_name.get(_key(bare, nouns))
            if same is not None and same is not body and body.mentions and same.mentions:
                same.mentions += body.mentions
                same.kind = body.kind if same.kind == "other" else same.kind
                same.other.append(body.name)
                body.mentions = []
    if nouns.noun_first:
        _merge_called(read, order)
        _merge_cut_short(order)
        _merge_heads(order)
        _merge_territories(order, nouns)
        _merge_by_proper_name(order)
    else:
        _merge_ends(read, order)
        _merge_starts(order, nouns)
        _call_by_last_word(read, order)
    _give_to_longer(read, order)
    order = [body for body in order if body.mentions]
    for body in order:
        if body.kind == "other" and not body.head and (" & " in body.name or _of_a_company(body.name, read[0])):
            body.kind = "company"
        if body.kind == "other" and not body.head and is_town(read[0].block.lexicon, body.name):
            body.kind = "local_authority"
    _add_short_forms(read, order, short, nouns)
    return order


def _of_a_company(name: str, t: Tokens) -> bool:
    """Whether the last of several words is one that ends companies' names: `Northmoor Power`."""
    first, _, last = name.rpartition(" ")
    return bool(first) and last.lower() in words_of(t.block.lexicon, "organisations", "ends_a_company")


def _merge_letters(bodies: Sequence[_Body], nouns: Nouns) -> None:
    """`la CCI` is the `CCI de la Lande` named elsewhere, and `Port` in a column the `Port de Vire`, where only one body's name begins so."""
    longer: dict[str, list[_Body]] = {}
    for body in bodies:
        letters, _, rest = body.name.partition(" ")
        if rest and body.mentions:
            longer.setdefault(letters, []).append(body)
    for body in bodies:
        same = longer.get(body.name, ())
        letters_alone = body.name.lower() in nouns.letters and body.name.isupper()
        if len(same) == 1 and body.mentions and (letters_alone or body.rule == IN_A_COLUMN):
            same[0].mentions += body.mentions
            same[0].other.append(body.name)
            body.mentions = []


def _merge_called(read: Sequence[Tokens], bodies: Sequence[_Body]) -> None:
    """`le Parc` is the one body that is called so for short: `Parc naturel régional des Rives`; `le Parc de la Tête` is another."""
    called: Mapping[str, Sequence[str]] = read[0].block.lexicon.setting("organisations", "called", {})
    short = {fold(head): [noun for word in words if " " not in (noun := fold(word))] for head, words in called.items()}
    owners: dict[str, list[_Body]] = {}
    for body in bodies:
        words = fold(body.name).split(" ")
        heads = (" ".join(words[:n]) for n in range(2, LONGEST_NOUN)) if body.mentions else ()
        for noun in dict.fromkeys(noun for head in heads for noun in short.get(head, ())):
            owners.setdefault(noun, []).append(body)
    for noun, same in owners.items():
        if len(same) != 1:
            continue
        same[0].called.append(noun)
        for body in bodies:
            if fold(body.name) == noun and not body.head and body is not same[0]:
                body.mentions = []


def _merge_cut_short(bodies: Sequence[_Body]) -> None:
    """`Centre Hubert IV` is the `Centre Hubert IV de soutien à la pêche (CHS)`: the one body with letters whose name goes on so with a small word."""
    longer: dict[str, list[_Body]] = {}
    for body in bodies:
        words = body.name.split(" ")
        if body.acronym and body.head and body.mentions:
            for last in range(2, len(words)):
                if words[last].islower() and words[last - 1][:1].isupper():
                    longer.setdefault(fold(" ".join(words[:last])), []).append(body)
    for body in bodies if longer else ():
        same = longer.get(fold(body.name), ())
        if len(same) == 1 and same[0] is not body and same[0].head == body.head and body.acronym is None and body.mentions:
            same[0].mentions += body.mentions
            same[0].other.append(body.name)
            body.mentions = []


def _merge_heads(bodies: Sequence[_Body]) -> None:
    """`le Centre intercommunal` is the `Centre intercommunal de Brume` named before it: the one body whose name begins so and goes on with a capital."""
    longer: dict[str, list[_Body]] = {}
    for body in bodies:
        words = body.name.split(" ")
        small = next((n for n in range(1, len(words)) if not words[n].islower()), 0)
        for last in range(2, small) if body.head and body.mentions else ():
            longer.setdefault(fold(" ".join(words[:last])), []).append(body)
    for body in bodies if longer else ():
        same = longer.get(fold(body.name), [])
        short = len(same) == 1 and body.head and body.mentions and body.acronym is None and body.name[:1].isupper() and body.name[1:].islower()
        if short and min(same[0].mentions) < min(body.mentions):
            same[0].mentions += body.mentions
            same[0].silent.append(body.name)
            body.mentions = []


def _merge_territories(bodies: Sequence[_Body], nouns: Nouns) -> None:
    """`Plateau de Brume` presided over is the `Communauté de communes du Plateau de Brume`: the one authority whose territory is called so; a town is not."""
    longer: dict[str, list[_Body]] = {}
    for body in bodies:
        if body.head and body.mentions and body.kind == "local_authority" and body.head not in nouns.town_nouns:
            words = [word for word in fold(body.name[len(body.head) :]).split(" ") if word]
            while words and words[0] in nouns.links:
                words = words[1:]
            if len(words) > 1:
                longer.setdefault(" ".join(words), []).append(body)
    for body in bodies if longer else ():
        same = longer.get(fold(body.name), ())
        short = (not body.head or body.head in nouns.territories) and not body.acronym and not entries(key_of(body.name))
        if len(same) == 1 and same[0] is not body and short and body.mentions:
            same[0].mentions += body.mentions
            same[0].other.append(body.name)
            body.mentions = []


def _merge_by_proper_name(bodies: Sequence[_Body]) -> None:
    """`l'école Hugo` is the one `école maternelle Hugo`: two bodies of one proper name whose nouns begin alike, where there is no third."""
    same: dict[str, list[_Body]] = {}
    for body in bodies:
        for bare in dict.fromkeys(body.silent if body.mentions and body.head else ()):
            same.setdefault(fold(bare), []).append(body)
    for found in same.values():
        short, *others = sorted(found, key=lambda body: len(body.head))
        longer = [body for body in others if body.head.startswith(f"{short.head} ")]
        if len(longer) == 1 and short.mentions and longer[0].mentions:
            longer[0].mentions += short.mentions
            longer[0].other += [short.name, *short.other]
            short.mentions = []


def _give_to_longer(read: Sequence[Tokens], bodies: Sequence[_Body]) -> None:
    """A mention that only begins a longer name known from elsewhere is one of that: `Toits` in `organisé par Toits solidaires`."""
    longer: dict[str, list[tuple[tuple[str, ...], _Body]]] = {}
    for body in bodies:
        plain = tuple(fold(body.name).split(" "))
        if len(plain) > 1 and body.mentions:
            longer.setdefault(plain[0], []).append((plain, body))
    for body in bodies:
        if body.head or " " in body.name or body.acronym:
            continue
        for plain, whole in longer.get(fold(body.name), ()):
            ends = {place: _matches(read[place[0]], place[1], plain) for place in body.mentions}
            whole.mentions += [(number, first, ends[number, first, last]) for number, first, last in body.mentions if ends[number, first, last]]
            body.mentions = [place for place in body.mentions if not ends[place]]


def _merge_ends(read: Sequence[Tokens], bodies: Sequence[_Body]) -> None:
    """`the Schools Trust` is the `Marlow Schools Trust` named before it, where no other body's name ends so."""
    longer: dict[str, list[_Body]] = {}
    for body in bodies:
        words = fold(body.name).split(" ")
        for first in range(1, len(words) - 1):
            longer.setdefault(" ".join(words[first:]), []).append(body)
    for body in bodies:
        same = [one for one in longer.get(fold(body.name), ()) if one.mentions and one is not body]
        if len(same) != 1 or not body.mentions or body.acronym or min(same[0].mentions) > min(body.mentions):
            continue
        if all(_after_article(read[number], first) for number, first, _ in body.mentions):
            same[0].mentions += body.mentions
            same[0].other.append(body.name)
            body.mentions = []


def _merge_starts(bodies: Sequence[_Body], nouns: Nouns) -> None:
    """`Marlow Vale` alone is the `Marlow Vale Health Trust` named before it, where one body's name begins so; none of a board or team of it."""
    longer: dict[str, list[_Body]] = {}
    for body in bodies:
        words = fold(body.name).split(" ")
        if body.head not in nouns.within_another and body.head not in nouns.never_whole:
            for last in range(2, len(words)):
                longer.setdefault(" ".join(words[:last]), []).append(body)
    for body in bodies:
        if body.rule == PRESIDED and body.kind == "local_authority" and body.mentions and not body.head:
            _give_to_authority(body, bodies)
        if body.head or body.acronym or body.kind != "other" or " " not in body.name or not body.mentions:
            continue
        same = [one for one in longer.get(fold(body.name), ()) if one.mentions and one is not body]
        if len(same) == 1 and min(same[0].mentions) < min(body.mentions):
            same[0].mentions += body.mentions
            same[0].other.append(body.name)
            body.mentions = []


def _call_by_last_word(read: Sequence[Tokens], bodies: Sequence[_Body]) -> None:
    """`the System` is the one body whose name of three words and more ends so: `Marlow Library System`, where the lexicon has that last word."""
    lasts = words_of(read[0].block.lexicon, "organisations", "called_by_last_word")
    owners: dict[str, list[_Body]] = {}
    for body in bodies:
        words = fold(body.name).split(" ")
        if len(words) > 2 and words[-1] in lasts and body.mentions:
            owners.setdefault(words[-1], []).append(body)
    for word, same in owners.items():
        if len(same) != 1:
            continue
        same[0].called.append(word)
        for body in bodies:
            if fold(body.name) == word and not body.acronym and body is not same[0]:
                same[0].mentions += body.mentions
                body.mentions = []


def _give_to_authority(town: _Body, bodies: Sequence[_Body]) -> None:
    """A town known by its mayor is the one authority of that name: `Mayor of Orvale` and the `Orvale City Council`."""
    start = f"{fold(town.name)} "
    same = [one for one in bodies if one.kind == "local_authority" and one.head and one.mentions and fold(one.name).startswith(start)]
    if len(same) == 1:
        same[0].mentions += town.mentions
        same[0].silent.append(town.name)
        town.mentions = []


def _after_article(t: Tokens, first: int) -> bool:
    """Whether an article stands before a word, alone or at the end of a longer entry: `the`, `of the`."""
    return t.classes[first - 1] in ARTICLES or t.texts[first - 1].lower().rsplit(" ", 1)[-1] in t.lists.articles


def _canonical(t: Tokens, mention: BodyMention, nouns: Nouns) -> tuple[str, list[str]]:
    """The name of a body and its other forms: `ville de X` is `X`; each of `universités de X et de Y` gets the noun."""
    other = [*mention.other, *([mention.alias] if mention.alias else [])]
    after = mention.first + 1
    if mention.rule == "one of several":
        return mention.name, other
    if mention.head in nouns.town_nouns and t.texts[mention.first].lower() == mention.head:
        while t.classes[after] in ADJECTIVE and not t.capital[after] and after < mention.last:
            after += 1
        start = after + 1 if t.classes[after] in OF else after
        if start < mention.last:
            return t.words(start, mention.last), [*other, mention.name]
    return mention.name, other


def _key(name: str, nouns: Nouns) -> str:
    """A name as two spellings of it are compared: folded, without small words, and with the noun that stands for its like (`CHU`)."""
    plain = fold(name)
    for noun, same in nouns.same_as:
        if plain.startswith(noun):
            plain = f"{same}{plain[len(noun) :]}"
            break
    return " ".join(word for word in plain.split(" ") if word not in nouns.links) or plain


def _add_short_forms(read: Sequence[Tokens], bodies: list[_Body], short: Iterable[tuple[int, BodyMention]], nouns: Nouns) -> None:
    """`la Métropole`, `the Council`: the body that the report says to call so, else the one meant by its noun.

    A noun of several words with a capital that means no body named elsewhere is one itself: `la Commission locale de l'eau`.
    """
    aliases: dict[str, _Body] = {fold(alias): body for body in reversed(bodies) for alias in body.aliases}
    named = _Named()
    for body in bodies:
        named.add(body, nouns)
    letters = {short_form for short_form, _ in nouns.same_as}
    full = sorted((place, n) for n, body in enumerate(bodies) for place in body.mentions)
    reached = 0
    for number, mention in sorted(short, key=lambda pair: (not pair[1].alias, pair[0], pair[1].first)):
        while reached < len(full) and full[reached][0] < (number, mention.first) and not mention.alias:
            (block, first, _), n = full[reached]
            named.seen(bodies[n], block, nouns, in_passing=len(bodies[n].mentions) == 1 and _of_somebody_named(read[block], first))
            reached += 1
        meant = aliases.get(fold(mention.name)) or named.meant(fold(mention.head or mention.name), number)
        t = read[number]
        if mention.head in nouns.town_alone and meant is not None and meant.kind != "local_authority":
            meant = None
        owned = t.texts[mention.first - 1] == "'s" and mention.head in nouns.never_alone
        meant = None if owned and meant is not None and fold(mention.name) not in _nouns_of(meant, nouns) else meant
        if meant is None and _one_of_its_sort(t, mention, nouns):
            meant = _Body(mention.name, mention.kind, mention.head, mention.rule)
            bodies.append(meant)
            named.add(meant, nouns)
        lettered = not nouns.noun_first and mention.name.isupper() and fold(mention.name) in letters
        if meant is None and (" " in mention.name or lettered) and (owned or mention.head not in nouns.never_alone):
            meant = _Body(mention.name, mention.kind, mention.head, mention.rule, acronym=mention.acronym)
            bodies.append(meant)
            named.add(meant, nouns)
        if meant is not None:
            meant.mentions.append((number, mention.first, mention.last))
            if mention.name != meant.name:
                meant.silent.append(mention.name)
            if mention.alias:
                aliases.setdefault(fold(mention.alias), meant)


def _one_of_its_sort(t: Tokens, mention: BodyMention, nouns: Nouns) -> bool:
    """Whether letters that many bodies have name the one at hand: `directrice du CCAS`, `le CCAS a ouvert`; not `les CCAS`, `un CCAS`."""
    if not (mention.name.isupper() and mention.head in nouns.sorts and mention.last - mention.first == 1):
        return False
    article = t.texts[mention.first - 1].lower().rpartition(" ")[2]
    return article in t.lists.articles and article not in words_of(t.block.lexicon, "names", "plural_articles")


def _of_somebody_named(t: Tokens, first: int) -> bool:
    """Whether a body's name only says whose somebody is: `Professor Ann Roe of the University of Orvale`."""
    return t.classes[first - 1] in OF + AT and (t.classes[first - 2] in ANY_OFFICE or t.name_word(first - 2))


class _Named:
    """The bodies by their nouns, as the reading of the report goes on."""

    def __init__(self) -> None:
        self._all: dict[str, list[_Body]] = {}
        self._first: dict[str, _Body] = {}
        self._last: dict[str, tuple[int, _Body, bool]] = {}

    def add(self, body: _Body, nouns: Nouns) -> None:
        """Know a body by its nouns."""
        for noun in _nouns_of(body, nouns):
            self._all.setdefault(noun, []).append(body)

    def seen(self, body: _Body, block: int, nouns: Nouns, *, in_passing: bool) -> None:
        """A body is named in a block; `in_passing` where only to say whose somebody is, and nowhere else."""
        for noun in _nouns_of(body, nouns):
            self._first.setdefault(noun, body)
            self._last[noun] = (block, body, in_passing)

    def meant(self, noun: str, block: int) -> _Body | None:
        """The body of a noun: that named last before in the same block or nearly, else the first of the report, else the only one.

        One named in passing is meant in its own block alone.
        """
        last = self._last.get(noun)
        if last is not None and block - last[0] <= (0 if last[2] else NEAR):
            return last[1]
        every = self._all.get(noun, [])
        return self._first.get(noun) or (every[0] if len(every) == 1 else None)


def _nouns_of(body: _Body, nouns: Nouns) -> frozenset[str]:
    """What a body may be called for short, folded: the words of its name, its noun, its first words together, and letters for them."""
    if not body.nouns:
        words = fold(body.name).split(" ")
        together = {" ".join(words[:n]) for n in range(2, min(len(words), LONGEST_NOUN + 1) + 1)}
        found = {*words, *together, fold(body.head)} - {""}
        found |= {word for word in fold(body.head).split(" ") if word in nouns.town_alone}
        begun = "\n" + "\n".join(together)
        body.nouns = frozenset(found | {letters for letters, noun in nouns.same_as if noun in found or f"\n{noun}" in begun})
    return body.nouns


def _search(read: Sequence[Tokens], bodies: Sequence[_Body], people: Sequence[set[int]]) -> None:
    """Every other place where an accepted name or its letters stand, also with its article drawn into the word before: `les locaux du Relais`."""
    contracted: Mapping[str, Sequence[str]] = read[0].block.lexicon.setting("organisations", "contracted", {})
    towns = nouns_of(read[0].block.lexicon).town_nouns
    forms: dict[str, list[tuple[tuple[str, ...], _Body, Sequence[str]]]] = {}
    for body in bodies:
        for form in {body.name, body.acronym or body.name, *body.other}:
            plain = tuple(fold(form).split(" "))
            if plain[0] and form[0].isupper():
                forms.setdefault(plain[0], []).append((plain, body, ()))
                if plain[0] in contracted and len(plain) > 1:
                    forms.setdefault(plain[1], []).append((plain[1:], body, contracted[plain[0]]))
        for noun in body.called:
            forms.setdefault(noun, []).append(((noun,), body, ()))
    for candidates in forms.values():
        candidates.sort(key=lambda pair: -len(pair[0]))
    taken = [set(inside) for inside in people]
    for body in bodies:
        for number, first, last in body.mentions:
            taken[number].update(range(first, last))
    for number, t in enumerate(read):
        for unit in t.marks:
            if not t.capital[unit] or unit in taken[number]:
                continue
            for plain, body, before in forms.get(fold(t.texts[unit]).split(" ")[0], ()):
                last = _matches(t, unit, plain)
                if before and t.texts[unit - 1].lower().rsplit(" ", 1)[-1] not in before:
                    continue
                if plain[0] in body.called and len(plain) == 1 and not _short_for_all(t, unit):
                    continue
                if last and not any(n in taken[number] for n in range(unit, last)):
                    town = (
                        len(plain) == 1
                        or (body.kind == "local_authority" and not body.head)
                        or (body.head in towns and fold(body.name).split(" ") == list(plain))
                    )
                    town = town and t.classes[unit - 1] in AT and not t.texts[unit].isupper()
                    if town and (body.kind == "local_authority" or (body.rule == PRESIDED and entries(key_of(body.name)))):
                        break
                    body.mentions.append((number, unit, last))
                    taken[number].update(range(unit, last))
                    break


def _short_for_all(t: Tokens, unit: int) -> bool:
    """Whether a noun with a capital stands behind an article, without a complement of its own: `le Parc`, not `le Parc de la Tête`."""
    after = unit + 1
    complement = t.capital[after] or (t.classes[after] in OF and t.capital[after + 1])
    return _after_article(t, unit) and not complement and t.classes[unit] not in BODY


def _with_initials(read: Sequence[Tokens], bodies: list[_Body], nouns: Nouns) -> list[_Body]:
    """The bodies with the letters that stand for them, though nothing says so: `TVWB` for the `Two Valleys Water Board`."""
    spelt: dict[str, list[_Body]] = {}
    for body in bodies:
        words = [word for word in fold(body.name).split(" ") if word not in nouns.links]
        if nouns.noun_first:
            small = {fold(word) for word in body.name.split(" ") if word.islower() and len(word) <= LONGEST_SMALL}
            words = [word for word in words if word not in small]
        if body.acronym is None and len(words) >= SHORTEST_LETTERS and not body.name.isupper():
            spelt.setdefault("".join(word[0] for word in words).upper(), []).append(body)
    known = {body.acronym for body in bodies}
    letters = {form: same[0] for form, same in spelt.items() if len(same) == 1 and form not in known}
    found: dict[str, list[tuple[int, int, int]]] = {}
    for number, t in enumerate(read) if letters else ():
        if UPPER not in t.classes or t.shouting:
            continue
        for unit in t.marks:
            coded = t.texts[unit + 1] in ("-", "/") and t.joined(unit + 1)
            if t.classes[unit] in UPPER and t.texts[unit] in letters and not coded:
                found.setdefault(t.texts[unit], []).append((number, unit, unit + 1))
    for form, mentions in found.items():
        letters[form].acronym = form
        letters[form].mentions += mentions
    return [body for body in bodies if body.name not in found] if found else bodies


def _with_lone_words(read: Sequence[Tokens], bodies: list[_Body], people: Sequence[set[int]], nouns: Nouns) -> list[_Body]:
    """The bodies with the places where the first word of a name stands for the whole of it; a body of that one word, known by its company, is the same one."""
    alone = [
        body for body in bodies if body.kind == "other" and not body.head and not body.acronym and body.name.isalpha() and not body.name.isupper()
    ]
    whole = [body for body in bodies if body not in alone] if alone else bodies
    owners = first_words([(body.name, *([body.acronym] if body.acronym else []), *body.other) for body in whole], nouns.links)
    taken = [set(inside) for inside in people]
    for body in whole:
        for number, first, last in body.mentions:
            taken[number].update(range(first, last))
    gone: list[_Body] = []
    for owner, words in lone_words(read, owners, taken).items():
        body = whole[owner]
        body.mentions += [(word.block, word.unit, word.unit + 1) for word in words if word.acts or body.kind != "local_authority"]
        gone += [one for one in alone if owners.get(fold(one.name)) == owner]
    return [body for body in bodies if body not in gone] if gone else bodies


def _matches(t: Tokens, first: int, plain: Sequence[str]) -> int:
    """One past the last of the words that a folded name stands for; 0 where they differ."""
    unit, place = first, 0
    while place < len(plain):
        if unit >= t.size:
            return 0
        pieces = fold(t.texts[unit]).split(" ")
        if pieces == [""]:
            if place == 0 or t.texts[unit] in ".;:()":
                return 0
            unit += 1
            continue
        if tuple(pieces) != tuple(plain[place : place + len(pieces)]):
            return 0
        place += len(pieces)
        unit += 1
    return unit


def _add_handles(read: Sequence[Tokens], bodies: Sequence[_Body]) -> None:
    """Handles whose letters hold a body's letters or name: `@ReseauRTOS`."""
    by_name: dict[str, list[_Body]] = {}
    by_letters: dict[str, list[_Body]] = {}
    for body in bodies:
        by_name.setdefault(fold(body.name).replace(" ", ""), []).append(body)
        for form in {body.acronym or body.name, body.name}:
            if form.isupper():
                by_letters.setdefault(form, []).append(body)
    for t in read:
        if "@" not in t.text:
            continue
        for match in HANDLE.finditer(t.text):
            fitting = by_name.get(fold(match.group()).replace(" ", ""), [])
            for letters in CAPITALS.findall(match.group()):
                fitting = fitting or by_letters.get(letters, [])
            if len(fitting) == 1:
                source = t.block.source(match.start(), match.end())
                fitting[0].other.append(match.group())
                fitting[0].spans.append((source.start, source.end))


def _part_of_list(form: str, body: _Body) -> bool:
    """Whether words are a body's name without the noun that it shares with others: `Rennes` in `les universités de Lille et de Rennes`."""
    return body.rule == "one of several" and form != body.name and body.name.endswith(form)


def _rows(read: Sequence[Tokens], bodies: Sequence[_Body]) -> OrganisationsFound:
    """The rows in the order of their first mentions."""
    drafts = []
    for body in bodies:
        mentions = sorted(set(body.mentions))
        spans = sorted({*(read[m[0]].span(m[1], m[2]) for m in mentions), *body.spans})
        written = [form for m in mentions if not _part_of_list(form := read[m[0]].words(m[1], m[2]), body)]
        other = tuple(dict.fromkeys(form for form in [*written, *body.other, *body.silent] if form not in (body.name, body.acronym)))
        drafts.append((spans[0], body, other, tuple(spans), mentions))
    drafts.sort(key=lambda draft: draft[0])
    ids = distinct(f"o-{slug(draft[1].name)}" for draft in drafts)
    rows: list[Organisation] = []
    occurrences: list[Occurrence] = []
    text = read[0].block.document.text
    for organisation_id, ((start, end), body, other, spans_, mentions) in zip(ids, drafts, strict=True):
        rows.append(
            Organisation(
                organisation_id=organisation_id,
                name=body.name,
                acronym=body.acronym,
                other_names=other,
                kind=cast("OrganisationKind", body.kind),
                start=start,
                end=end,
                exact=text[start:end],
                rule=body.rule,
                mentions=spans_,
            )
        )
        occurrences += [Occurrence(m[0], m[1], m[2], organisation_id) for m in mentions]
    return OrganisationsFound(tuple(rows), tuple(sorted(occurrences, key=lambda place: (place.block, place.first))))
