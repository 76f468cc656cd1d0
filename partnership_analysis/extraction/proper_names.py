"""Bodies named without a noun of their trade: `Les Aubiers`, `Rives de France`, known only by the company they keep.

Words with capitals, or letters, name a body where the text has them do what bodies do: somebody presides over them, the partners work with
them, they organise, they stand in a list of bodies. Letters in brackets lead to the long form before them by its initials.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from partnership_analysis.extraction.bodies import capital_run, national_kind, small_word_ends_name
from partnership_analysis.extraction.brackets import BodyMention, bracketed_letters, past_brackets
from partnership_analysis.extraction.gazetteer import entries, key_of
from partnership_analysis.extraction.nouns import nouns_of
from partnership_analysis.extraction.tokens import (
    ADJECTIVE,
    AND,
    ANY_OFFICE,
    ANY_VERB,
    ANY_WORD,
    ARTICLES,
    AT,
    BODY,
    CAPITAL,
    CIVILITY,
    DEED,
    FOR,
    FUNCTION,
    HEADING,
    HOLDS,
    INDEFINITE,
    MONTH,
    NO_BODY,
    NO_BODY_LETTERS,
    NUMBER,
    OF,
    POSSESSIVE,
    SAID,
    TOWN_OFFICE,
    UPPER,
    WITH,
    WORD,
    Tokens,
    fold,
    words_of,
)
from partnership_analysis.extraction.units import QUOTES

LONGEST_PROPER = 6
LONGEST_LIST = 30
LONGEST_SMALL = 3
"""Letters of a small word within an entry of several words."""
LEAST_LISTED = 2
"""Names in a bracket from which they are a list."""
LOOK_BACK = 16
LONGEST_FUNCTION = 10
DOUBTFUL = "long form with its letters, if they act"
"""The rule of long forms that begin like a plan or a thing: bodies only where their letters are elsewhere one by company."""
EXPLAINED = frozenset(("association", "foundation", "company"))
"""Kinds by which a name is explained though it ends like a thing: `Bright Gardens, a registered charity`."""
LONGEST_LABEL = 4
SHORT_LINE = 12
SMALL = OF + ARTICLES + AND + FOR + AT + FUNCTION
CUES = re.compile(f"[(:,{ANY_OFFICE}{WITH}{DEED}{ANY_VERB}{INDEFINITE}{BODY}]")
"""Words beside which a body may be known by its company."""
LINKS = OF + ARTICLES + DEED + AT


def proper_mentions(t: Tokens, taken: Mapping[int, int], people: Collection[int]) -> Iterator[BodyMention]:
    """The bodies of a block known by their company. `taken` leads from a word inside a known body to one past its last word."""
    if t.shouting:
        return
    noun_first = bool(t.block.lexicon.setting("organisations", "noun_first", False))
    at_body = words_of(t.block.lexicon, "organisations", "at_body")
    of_function = words_of(t.block.lexicon, "offices", "of_a_function")
    of_the = words_of(t.block.lexicon, "offices", "of_the")
    government = words_of(t.block.lexicon, "offices", "government")
    commissions = words_of(t.block.lexicon, "names", "commissions")
    ordered = words_of(t.block.lexicon, "names", "ordered")
    of_a_company = words_of(t.block.lexicon, "offices", "of_a_company")
    explaining = words_of(t.block.lexicon, "organisations", "explaining")
    in_brackets = words_of(t.block.lexicon, "names", "bodies_in_brackets")
    if t.column in words_of(t.block.lexicon, "names", "actor_columns"):
        yield from _labelled(t, 0, taken, people)
    position = 0
    stops = {match.start() for match in CUES.finditer(t.classes)}
    stops.update(taken)
    stops.update(n + 1 for n in people if n + 1 not in people and t.classes[n + 1] in OF + AT)
    stops.update(n for n in t.marks if t.first_of_sentence(n))
    ended = _former_offices(t)
    stops.update(ended)
    for stop in sorted(stops):
        if stop < position:
            continue
        position = stop
        here = t.classes[position]
        if position in taken:
            position = _past_note(t, past_brackets(t, taken[position]), people)
            if t.classes[position] in AND or t.texts[position] in (",", ";"):
                yield from _listed(t, position, taken, people, "other", "in a list of bodies")
            continue
        if position in ended:
            yield from _listed(t, position + 1, taken, people, ended[position], "presided over", opened=True)
        elif here in ANY_OFFICE and position not in people:
            if (directed := _before_office(t, position, taken, people)) is not None:
                yield directed
            after = position + 1
            while t.classes[after] in ADJECTIVE:
                after += 1
            article = t.texts[after].lower().rpartition(" ")[2] in of_the
            presided = t.classes[after] in OF and (article or t.texts[position].lower() not in of_function)
            if t.texts[position].lower() in government:
                position = after
                continue
            if presided or (t.classes[after] in AT + OF and t.texts[after].lower() in at_body):
                kind = "local_authority" if here in TOWN_OFFICE else "company" if t.texts[position].lower() in of_a_company else "other"
                for mention in _listed(t, after, taken, people, kind, "presided over", opened=True):
                    yield mention if kind == "local_authority" else _with_small_word(t, mention)
            elif (last_of_line := _after_office(t, position, taken, people, at_body)) is not None:
                yield last_of_line
        elif (here in OF + AT and position - 1 in people and (affiliation := _of_somebody(t, position, taken, people, at_body))) or (
            t.texts[position] == "," and position - 1 in people and (affiliation := _at_end(t, position + 1, taken))
        ):
            yield affiliation
        elif t.texts[position] == ":" and _labels_bodies(t, position):
            yield from _labelled(t, position + 1, taken, people)
        elif here in WITH and t.capital[position - 1] and (t.texts[position - 1] == t.texts[position + 1] or _within_title(t, position)):
            pass
        elif here in WITH + DEED:
            yield from _listed(t, position + 1, taken, people, "other", "works with the partners", opened=True)
            if t.texts[position].lower() in ordered and (maker := _ordered_from(t, position, taken, people)):
                yield maker
        elif here in ANY_VERB and (subject := _subject(t, position, taken, people)):
            yield subject
        elif here in SAID and (paper := _newspaper(t, position, taken)):
            yield paper
        elif here in ANY_VERB and t.texts[position].lower() in commissions and (hired := _hired(t, position, taken, people)):
            yield hired
        elif here in ANY_VERB and t.texts[position].lower() in ordered and (maker := _ordered_from(t, position, taken, people)):
            yield maker
        elif here in ANY_VERB:
            yield from _subjects(t, position, taken, people)
        elif t.body_word(position) and t.first_of_sentence(position) and (opening := _before_body(t, position, taken, people)):
            yield opening
        elif t.texts[position] == "(" and position - 1 in people and (affiliation := _affiliation(t, position, taken)):
            yield affiliation
        elif t.texts[position] == "(" and (led := _by_its_head(t, position, taken, people)) is not None:
            yield led
        elif t.texts[position] == "(" and any(t.texts[n].lower() in in_brackets for n in (position - 1, position - 2)):
            yield from _in_brackets(t, position, taken, people)
        elif t.texts[position] == "(" and position - 1 not in people and (inside := _letters_in_brackets(t, position, taken, people)):
            yield from inside
        elif t.texts[position - 1] in (",", "(", "–") and here in INDEFINITE + BODY and (named := _explained(t, position, taken, people)):
            yield named
        elif t.texts[position] == ",":
            if t.texts[position + 1].lower() in explaining and (named := _explained(t, position + 1, taken, people)):
                yield named
            elif t.capital[position + 1] and (apposed := (_what_it_is if noun_first else _apposed)(t, position, taken, people)):
                yield apposed


def _former_offices(t: Tokens) -> dict[int, str]:
    """The offices that a prefix says to be over, before `de` and a name, with the kind of body that they are of: `ex-présidente de Kaolin`."""
    prefixes = tuple(words_of(t.block.lexicon, "offices", "former_prefixes"))
    if not prefixes or not any(prefix in t.text for prefix in prefixes):
        return {}
    town = words_of(t.block.lexicon, "offices", "TOWN_OFFICE")
    return {
        n: "local_authority" if text.partition("-")[2] in town else "other"
        for n, text in enumerate(t.texts[: t.size])
        if text.startswith(prefixes) and t.classes[n + 1] in OF and t.capital[n + 2]
    }


def _labels_bodies(t: Tokens, colon: int) -> bool:
    """Whether the words before a colon announce bodies: `Partenaires :`."""
    labels = words_of(t.block.lexicon, "names", "actor_columns")
    return any(t.words(first, colon).lower() in labels for first in range(max(0, colon - LONGEST_LABEL), colon) if t.first_of_sentence(first))


def _labelled(t: Tokens, first: int, taken: Mapping[int, int], people: Collection[int]) -> Iterator[BodyMention]:
    """The bodies of a cell or after a label: each name between commas, semicolons, strokes and `et`, without what stands in brackets; a town after a body is its seat."""
    position, towns = first, True
    while position < t.size:
        while t.classes[position] in ARTICLES + AND + OF and not (t.capital[position] and t.capital[position + 1]):
            position += 1
        last = taken.get(position) or (_proper_end(t, position, taken, people) if t.capital[position] else position)
        if last == position or position in people:
            return
        after = last
        if t.texts[after] == "(":
            after = next((n + 1 for n in range(after, min(t.size, after + LONGEST_LABEL * 2)) if t.texts[n] == ")"), after)
        if after < t.size and t.texts[after] not in (",", ";", "/", ".") and t.classes[after] not in AND:
            return
        town = position not in taken and bool(entries(key_of(t.words(position, last))))
        if position not in taken and _plausible(t, position, last) and (towns or not town):
            yield BodyMention(position, last, t.words(position, last), "other", "in a column of bodies")
        towns = town
        position = after + 1


def _by_its_head(t: Tokens, bracket: int, taken: Mapping[int, int], people: Collection[int]) -> BodyMention | None:
    """A body known by its letters behind the office of who directs it: `directrice interministérielle des haies (DIH)`."""
    letters = t.texts[bracket + 1]
    if t.classes[bracket + 1] not in UPPER or bracket + 1 in taken or t.texts[bracket + 2] != ")" or not 3 <= len(letters) <= 8:
        return None
    for first in range(bracket - 1, max(-1, bracket - LONGEST_FUNCTION), -1):
        if first in taken or first in people or t.texts[first] in (",", ".", ";", ":", ")") or t.classes[first] in ANY_VERB:
            return None
        if t.classes[first] in ANY_OFFICE:
            plain = fold(letters)
            fits = fold(t.texts[first])[:1] == plain[:1] and (_syllables_agree(t, first, bracket, plain) or _initials_agree(t, first, bracket, plain))
            return BodyMention(bracket + 1, bracket + 2, letters, "other", "letters behind an office") if fits else None
    return None


def _with_small_words(t: Tokens, first: int, last: int) -> int:
    """One past the one or two small words that end a name of one word behind its article: `le Secours rural français et`."""
    article = t.classes[first - 1] in ARTICLES and not t.capital[first - 1]
    if last - first != 1 or t.classes[first] not in CAPITAL or not article or not t.block.lexicon.setting("organisations", "noun_first", False):
        return last
    if small_word_ends_name(t, last):
        return last + 1
    plain = all(t.classes[n] in ANY_WORD + ADJECTIVE and t.texts[n].islower() for n in (last, last + 1))
    closed = t.classes[last + 2] in ANY_VERB + AND or not t.texts[last + 2][:1].isalnum()
    return last + 2 if plain and closed and t.texts[last].endswith(nouns_of(t.block.lexicon).adjective_endings) else last


def _after_article(t: Tokens, unit: int) -> bool:
    """Whether an article stands before a word, alone or at the end of a longer small word."""
    return t.classes[unit - 1] in ARTICLES or t.texts[unit - 1].lower().rpartition(" ")[2] in t.lists.articles


def _past_note(t: Tokens, position: int, people: Collection[int]) -> int:
    """One past a short note in brackets behind a body, where a list goes on: `le laboratoire Kaolin (UMR 12, Montclar), l'INRV et …`."""
    if t.texts[position] != "(":
        return position
    closing = next((n for n in range(position + 1, min(t.size, position + SHORT_LINE)) if t.texts[n] == ")" or n in people), 0)
    goes_on = t.texts[closing] == ")" and (t.texts[closing + 1] == "," or t.classes[closing + 1] in AND)
    return closing + 1 if closing and goes_on else position


def _with_small_word(t: Tokens, mention: BodyMention) -> BodyMention:
    """A name of one word with the small one that ends it: `présidente de Terre vive`; behind a town's name it does not belong to it."""
    first, last = mention.first, mention.last
    one = (
        last - first == 1
        and t.classes[first] in CAPITAL
        and t.classes[first - 1] in OF
        and t.block.lexicon.setting("organisations", "noun_first", False)
    )
    if not one or not small_word_ends_name(t, last) or entries(key_of(mention.name)):
        return mention
    return replace(mention, last=last + 1, name=t.words(first, last + 1))


def _in_brackets(t: Tokens, bracket: int, taken: Mapping[int, int], people: Collection[int]) -> list[BodyMention]:
    """The bodies of a bracket that holds nothing but two names and more: `trois structures (Kaolin, Rive et Les Aubiers)`; towns alone are none."""
    found: list[BodyMention] = []
    towns, position = True, bracket
    while t.texts[position] != ")":
        if position > bracket and t.texts[position] != "," and t.classes[position] not in AND:
            return []
        first = position + 1
        while t.classes[first] in ARTICLES and not t.capital[first]:
            first += 1
        last = taken.get(first) or _proper_end(t, first, taken, people)
        if last <= first or first in people or not (first in taken or _plausible(t, first, last) or _plausible(t, first, last - 1)):
            return []
        towns = towns and first not in taken and bool(entries(key_of(t.words(first, last))))
        if first not in taken:
            found.append(BodyMention(first, last, t.words(first, last), "other", "in a list of bodies"))
        position = last
    return [] if towns or len(found) < LEAST_LISTED else found


def _proper_end(t: Tokens, first: int, taken: Mapping[int, int], people: Collection[int]) -> int:
    """One past the last word of a proper name that begins at a word; the word itself where none does."""
    position = capital_run(t, first, people)
    while position > first and any(n in taken for n in range(first, position)):
        position -= 1
    if position == first:
        return first
    if t.classes[position] in OF and t.classes[position - 1] not in UPPER and t.classes[position + 1] in CAPITAL and position + 1 not in taken:
        after = capital_run(t, position + 1, people)
        position = after if after > position + 1 else position
    if (
        t.classes[position] in FOR + AT
        and t.texts[position].split(" ")[0] in words_of(t.block.lexicon, "organisations", "names_go_on")
        and t.capital[position + 1]
        and t.classes[position + 1] not in MONTH
        and position + 1 not in taken
    ):
        after = capital_run(t, position + 1, people)
        if after > position + 1 and not entries(key_of(t.words(position + 1, after))):
            position = after
    if position == first + 1 and t.classes[position] in ADJECTIVE and not t.capital[position]:
        before = t.texts[first - 1].lower() in words_of(t.block.lexicon, "organisations", "before_adjective")
        country = t.texts[first].lower() in words_of(t.block.lexicon, "countries", "COUNTRY") and t.classes[first - 1] not in AT + ARTICLES
        position += before or country
        if position > first + 1 and before and t.capital[position] and position not in taken and position not in people:
            position = capital_run(t, position, people)
    return position if position - first <= LONGEST_PROPER else first


def whole_name(t: Tokens, first: int, people: Collection[int]) -> int:
    """One past a proper name that may be a body's and begins at a word; the word itself where none does."""
    last = _proper_end(t, first, {}, people) if t.capital[first] and first not in people else first
    if last == first + 1 and small_word_ends_name(t, last):
        last += 1
    return last if _plausible(t, first, last) else first


def _plausible(t: Tokens, first: int, last: int) -> bool:
    """Whether words with capitals may name a body at all."""
    if last <= first or t.classes[first] in NO_BODY + MONTH + ANY_OFFICE + CIVILITY + NUMBER or t.classes[last - 1] in NO_BODY:
        return False
    while last - first > 1 and t.classes[first] in ARTICLES and t.classes[first + 1] in BODY:
        first += 1
    if t.words(first, last).lower() in words_of(t.block.lexicon, "countries", "COUNTRY"):
        return False
    peoples = words_of(t.block.lexicon, "organisations", "peoples")
    if peoples and all(t.texts[n].lower() in peoples or t.classes[n] in ADJECTIVE for n in range(first, last)):
        return False
    if last - first > 1:
        return True
    if peoples and "-" in t.texts[first] and t.texts[first].rpartition("-")[2].islower():
        return False
    return t.classes[first] not in ADJECTIVE + ARTICLES + NO_BODY_LETTERS + BODY and len(t.texts[first]) > 1


def _listed(
    t: Tokens, position: int, taken: Mapping[int, int], people: Collection[int], kind: str, rule: str, *, opened: bool = False
) -> Iterator[BodyMention]:
    """The proper names of a list that begins at a word, or goes on after a body: `, l'ANCV et Rives de France`.

    Names between commas count only where the list ends in `et`, or has semicolons.
    """
    start = position
    waiting: list[BodyMention] = []
    while position < t.size and position - start < LONGEST_LIST:
        sure = opened
        if not opened:
            if t.classes[position] not in AND and t.texts[position] not in (",", ";"):
                return
            sure = t.classes[position] in AND or t.texts[position] == ";"
            position += 1
            if not sure and t.classes[position] in AND:
                sure = True
                position += 1
        while t.classes[position] in (LINKS if opened else OF + ARTICLES + DEED) and not (
            t.capital[position] and t.capital[position + 1] and t.classes[position] in ARTICLES
        ):
            position += 1
        if position in taken:
            position, opened = _past_note(t, past_brackets(t, taken[position]), people), False
            if sure:
                yield from waiting
                waiting = []
            continue
        last = _proper_end(t, position, taken, people) if t.capital[position] else position
        common = (t.classes[last] in BODY and not t.capital[last]) or (
            t.texts[last] == "'s" and t.classes[last + 1] in NO_BODY and t.capital[last + 1]
        )
        given = (
            rule == "works with the partners"
            and last - position == 1
            and fold(t.texts[position]).split(" ")[0] in t.lists.sure
            and not _after_article(t, position)
        )
        in_its_name = kind == "local_authority" and last - position > 1 and t.classes[last - 1] in NO_BODY  # `Mayor of Marlow Bay`
        if common or given or not _plausible(t, position, last - in_its_name) or (not opened and not sure and t.classes[last] in ANY_VERB):
            return
        if opened and last - position == 1 and _somebody(t, last):
            return
        if not sure:
            last = _joined_in_list(t, last, taken, people)
        elif opened and kind == "other" and (firm := _one_firm(t, position, last)) is not None:
            yield firm
            return
        last = _with_small_words(t, position, last) if kind == "other" else last
        waiting.append(BodyMention(position, last, t.words(position, last), kind, rule))
        if sure:
            yield from waiting
            waiting = []
        position, opened = last, False


def _one_firm(t: Tokens, first: int, joint: int) -> BodyMention | None:
    """Two names joined by `and` that the words behind them say are one firm: `audited by Roe and Marsh, an accounting firm`."""
    firms = words_of(t.block.lexicon, "organisations", "firms")
    last = joint + 2
    if not firms or t.classes[joint] not in AND or not t.body_word(joint + 1) or t.texts[last] != "," or t.classes[last + 1] not in INDEFINITE:
        return None
    noun = next((n for n in range(last + 2, last + 2 + LONGEST_LABEL) if t.texts[n].lower() in firms), 0)
    if not noun or any(not t.texts[n].isalpha() for n in range(last + 2, noun)):
        return None
    return BodyMention(first, last, t.words(first, last), "company", "two names of one firm")


def _joined_in_list(t: Tokens, last: int, taken: Mapping[int, int], people: Collection[int]) -> int:
    """One past a name with `and` in it between the commas of a list that goes on to its own: `Oak Care, Pond and Marsh Rescue, Elm Trust and …`."""
    if t.classes[last] not in AND or not t.capital[last + 1] or last + 1 in taken or t.block.lexicon.setting("organisations", "noun_first", False):
        return last
    after = _proper_end(t, last + 1, taken, people)
    goes_on = after > last + 1 and t.texts[after] == "," and (t.capital[after + 1] or t.classes[after + 1] in AND)
    return after if goes_on and _list_ends_in_and(t, after + 1, taken) else last


def _somebody(t: Tokens, comma: int) -> bool:
    """Whether an office stands behind a given name and its comma: `led by Orla, our data manager`."""
    after = comma + 1
    while after - comma < LONGEST_LABEL and (t.classes[after] in INDEFINITE + POSSESSIVE + ARTICLES + ANY_WORD + ADJECTIVE + FUNCTION):
        after += 1
    return t.texts[comma] == "," and not t.capital[after] and t.classes[after] in ANY_OFFICE and t.texts[after + 1] in (",", ".", ";", "")


def _subject(t: Tokens, verb: int, taken: Mapping[int, int], people: Collection[int]) -> BodyMention | None:
    """Letters, or words with capitals, at the start of a sentence and before its verb: `Le RTOS a organisé`."""
    first = verb
    while first > 0 and verb - first < LONGEST_PROPER and first - 1 not in taken and first - 1 not in people:
        before = first - 1
        if t.body_word(before) or (first < verb and t.classes[before] in OF and t.capital[before - 1] and t.classes[before - 1] not in ARTICLES):
            first = before
        else:
            break
    while t.first_of_sentence(first) and t.classes[first] in ARTICLES:
        first += 1
    if first >= verb or not t.capital[first] or not _plausible(t, first, verb) or _happens(t, verb):
        return None
    opening = first = _with_number(t, first, verb)
    while t.classes[opening - 1] in ARTICLES and opening > 0:
        opening -= 1
    if not t.first_of_sentence(opening):
        return None
    letters = verb - first == 1 and t.classes[first] in UPPER
    if letters or (verb - first > 1 and t.classes[first] not in ADJECTIVE + BODY + HEADING and t.classes[verb - 1] not in HEADING):
        return BodyMention(first, verb, t.words(first, verb), "other", "subject of a verb")
    return None


def _list_ends_in_and(t: Tokens, position: int, taken: Mapping[int, int]) -> bool:
    """Whether a list of names goes on from a word to its `et`, with nothing but names and commas before."""
    start = position
    while position < t.size and position - start < LONGEST_LIST:
        if t.classes[position] in AND:
            return True
        if position in taken:
            position = past_brackets(t, taken[position])
        elif t.texts[position] == "," or t.classes[position] in ARTICLES or t.body_word(position):
            position += 1
        else:
            return False
    return False


def _after_office(t: Tokens, office: int, taken: Mapping[int, int], people: Collection[int], at_body: frozenset[str]) -> BodyMention | None:
    """The body of an office further on: `chargée de mission, Port Atlantique`, `Head of Service for Older People at Mid West Care`."""
    if office - 1 not in people and office - 2 not in people:
        return None
    comma = office + 1
    while comma < t.size and comma - office < LONGEST_FUNCTION and t.texts[comma] != ",":
        if comma in taken or comma in people or t.classes[comma] in ANY_VERB or t.texts[comma] in ".;:()":
            return None
        if t.classes[comma] in AT and t.texts[comma].lower() in at_body and t.capital[comma + 1]:
            last = _proper_end(t, comma + 1, taken, people)
            good = _plausible(t, comma + 1, last)
            return BodyMention(comma + 1, last, t.words(comma + 1, last), "other", "presided over") if good else None
        comma += 1
    first = comma + 1
    last = _proper_end(t, first, taken, people) if t.capital[first] else first
    whole = last >= t.size or t.texts[last] in (";", ")", ".", ",", "(")
    closed = t.texts[last] == ")" and any(t.texts[n] == "(" for n in range(max(0, office - 2), office))
    short = last - first == 1 and t.classes[first] not in UPPER and not closed
    if t.texts[comma] != "," or not whole or short or not _plausible(t, first, last):
        return None
    return BodyMention(first, last, t.words(first, last), "other", "at the end of a person's line")


def _before_office(t: Tokens, office: int, taken: Mapping[int, int], people: Collection[int]) -> BodyMention | None:
    """The body right before an office in small letters and its bearer: `Bright Works director Anne Roe`."""
    if t.capital[office] or office + 1 not in people or not t.capital[office - 1] or t.block.lexicon.setting("organisations", "noun_first", False):
        return None
    first = office
    while first > 0 and office - first < LONGEST_PROPER and t.body_word(first - 1) and first - 1 not in taken and first - 1 not in people:
        first -= 1
    alone = office - first == 1 and (t.first_of_sentence(first) or t.classes[first] not in CAPITAL + UPPER)
    good = first < office and not alone and t.classes[first] not in HEADING + ADJECTIVE + FUNCTION and _plausible(t, first, office)
    return BodyMention(first, office, t.words(first, office), "other", "presided over") if good and first - 1 not in taken else None


def _affiliation(t: Tokens, bracket: int, taken: Mapping[int, int]) -> BodyMention | None:
    """A body in brackets after a person: `Anne Roux (Les Déterminés)`."""
    first = bracket + 1
    last = _proper_end(t, first, taken, ())
    small = t.texts[last].islower() and t.texts[last].isalpha() and t.classes[last] in ANY_WORD + ADJECTIVE
    if last == first + 1 and small and t.texts[last + 1] == ")" and t.block.lexicon.setting("organisations", "noun_first", False):
        last += 1
    initials = last == first + 1 and t.texts[first] == "".join(word[:1] for word in t.texts[max(0, bracket - len(t.texts[first])) : bracket])
    if initials or t.texts[last] != ")" or not _plausible(t, first, last) or entries(key_of(t.words(first, last))):
        return None
    return BodyMention(first, last, t.words(first, last), "other", "beside a person's name")


def _of_somebody(t: Tokens, link: int, taken: Mapping[int, int], people: Collection[int], at_body: frozenset[str]) -> BodyMention | None:
    """A body of several words after a person and `of`, `from`: `said Anne Roe of Marlow Tidy Villages`; a town is none."""
    if t.classes[link] in AT and t.texts[link].lower() not in at_body:
        return None
    first = link + 1
    while t.classes[first] in ARTICLES and not t.capital[first]:
        first += 1
    last = _proper_end(t, first, taken, people)
    if (
        last - first < 2
        or not _plausible(t, first, last)
        or entries(key_of(t.words(first, last)))
        or t.block.lexicon.setting("organisations", "noun_first", False)
    ):
        return None
    return BodyMention(first, last, t.words(first, last), "other", "beside a person's name")


def _letters_in_brackets(t: Tokens, bracket: int, taken: Mapping[int, int], people: Collection[int]) -> list[BodyMention]:
    """The letters in a bracket that lists bodies, one of them known by its noun: `(LARKA, Orvale Council, NRVA)`."""
    found: list[BodyMention] = []
    known, position = 0, bracket + 1
    while position < t.size and position - bracket < LONGEST_LIST:
        last = taken.get(position) or (position + 1 if t.classes[position] in UPPER and t.texts[position].isalpha() else position)
        if last == position or position in people or t.texts[last] not in (",", ")"):
            return []
        known += position in taken
        if position not in taken and _plausible(t, position, last):
            found.append(BodyMention(position, last, t.words(position, last), "other", "in a list of bodies"))
        if t.texts[last] == ")":
            return found if known else []
        position = last + 1
    return []


def _within_title(t: Tokens, position: int) -> bool:
    """Whether a word stands between quotation marks a few words apart: `"Home by Night", a pilot`."""
    opened = next((t.texts[n] for n in range(position - 1, max(-1, position - SHORT_LINE), -1) if t.texts[n] in QUOTES), "")
    return bool(opened) and any(t.texts[n] == QUOTES[opened] for n in range(position + 1, min(t.size, position + SHORT_LINE)))


def _at_end(t: Tokens, first: int, taken: Mapping[int, int]) -> BodyMention | None:
    """A body after a person at the end of a short line: `Anne Roux, Wessex Archaeology`."""
    last = _proper_end(t, first, taken, ())
    if last not in (t.size, t.size - 1) or t.size > SHORT_LINE or t.texts[last] not in ("", ";", ")") or not _plausible(t, first, last):
        return None
    if t.classes[first] in HEADING + ADJECTIVE or (last - first == 1 and t.classes[first] not in UPPER) or entries(key_of(t.words(first, last))):
        return None
    return BodyMention(first, last, t.words(first, last), "other", "beside a person's name")


def _before_body(t: Tokens, first: int, taken: Mapping[int, int], people: Collection[int]) -> BodyMention | None:
    """The first of a list of bodies at the start of a sentence: `Voluntary Norfolk, the University and …`."""
    last = _proper_end(t, first, taken, people)
    if not _plausible(t, first, last) or t.classes[first] in HEADING:
        return None
    after = last
    while t.texts[after] == "," or t.classes[after] in AND + ARTICLES:
        after += 1
    if last - first == 1 and t.classes[first] not in UPPER and not _list_ends_in_and(t, last, taken):
        return None
    return BodyMention(first, last, t.words(first, last), "other", "in a list of bodies") if last < after and after in taken else None


def _ordered_from(t: Tokens, verb: int, taken: Mapping[int, int], people: Collection[int]) -> BodyMention | None:
    """Several words with capitals after a verb of ordering, by whom, and `from`: `commissioned by the Board from Lark Research`."""
    ordered_from = words_of(t.block.lexicon, "offices", "taken_from")
    link = next((n for n in range(verb + 1, min(t.size, verb + SHORT_LINE)) if t.texts[n].lower() in ordered_from or t.texts[n] in ".;"), t.size)
    if link >= t.size or t.texts[link] in ".;" or not t.capital[link + 1] or link + 1 in taken:
        return None
    last = _proper_end(t, link + 1, taken, people)
    if last - link < 3 or not _plausible(t, link + 1, last) or entries(key_of(t.words(link + 1, last))):
        return None
    return BodyMention(link + 1, last, t.words(link + 1, last), "other", "works with the partners")


def _hired(t: Tokens, verb: int, taken: Mapping[int, int], people: Collection[int]) -> BodyMention | None:
    """Several words with capitals after a verb of commissioning and before `to`: `commissioned Bright Minds to run a helpline`."""
    last = _proper_end(t, verb + 1, taken, people) if t.capital[verb + 1] else verb + 1
    if last - verb < 3 or t.texts[last].lower() not in words_of(t.block.lexicon, "organisations", "hired_to") or not _plausible(t, verb + 1, last):
        return None
    return BodyMention(verb + 1, last, t.words(verb + 1, last), "other", "works with the partners")


def _happens(t: Tokens, verb: int) -> bool:
    """Whether a verb says that its subject took place or was made: an event or a thing, no body: `The Long Walk was held`."""
    words = words_of(t.block.lexicon, "names", "happenings")
    return t.words(verb, min(t.size, verb + 2)).lower() in words or (
        t.classes[verb] in HOLDS and any(t.texts[n].lower().partition(" ")[0] in words for n in (verb + 1, verb + 2))
    )


def _subjects(t: Tokens, verb: int, taken: Mapping[int, int], people: Collection[int]) -> Iterator[BodyMention]:
    """Two names at the start of a sentence and before their verb: `Dynacité et Grand Bourg Habitat ont signé`."""
    joint = next((n for n in range(verb - 1, max(0, verb - LONGEST_PROPER), -1) if t.classes[n] in AND), 0)
    first = joint
    while first > 0 and joint - first < LONGEST_PROPER and t.body_word(first - 1) and first - 1 not in taken and first - 1 not in people:
        first -= 1
    second = joint + 1
    while t.classes[second] in ARTICLES and not t.capital[second]:
        second += 1
    opening = first
    while opening > 0 and t.classes[opening - 1] in ARTICLES:
        opening -= 1
    singular = t.texts[verb].lower() in words_of(t.block.lexicon, "names", "singular_verbs")
    if singular or not joint or first == joint or not t.first_of_sentence(opening) or _proper_end(t, second, taken, people) != verb:
        return
    given = any(last - start == 1 and fold(t.texts[start]) in t.lists.first_names for start, last in ((first, joint), (second, verb)))
    if _plausible(t, first, joint) and _plausible(t, second, verb) and t.classes[first] not in ADJECTIVE + HEADING and not given:
        yield BodyMention(first, joint, t.words(first, joint), "other", "subject of a verb")
        yield BodyMention(second, verb, t.words(second, verb), "other", "subject of a verb")


def _explained(t: Tokens, opening: int, taken: Mapping[int, int], people: Collection[int]) -> BodyMention | None:
    """A name that the next words explain: `the Marlow Bequest, a local foundation`, `the Salt Table, our steering committee`."""
    noun = opening
    if t.classes[opening] not in BODY:
        noun += 1
        while t.classes[noun] in ADJECTIVE + ANY_WORD and noun - opening < 3:
            noun += 1
    lexicon, word = t.block.lexicon, t.texts[noun].lower()
    beside = str(lexicon.setting("organisations", "apposed", {}).get(word) or lexicon.setting("organisations", "explained_by", {}).get(word) or "")
    kind = str(t.values[noun]) if t.classes[noun] in BODY else beside
    if not kind or t.capital[noun] or t.capital[noun + 1]:
        return None
    last = first = opening - 1
    while first > 0 and first - 1 not in taken and first - 1 not in people:
        if not (t.body_word(first - 1) or (first < last and t.classes[first - 1] in OF and t.body_word(first - 2) and first - 2 not in taken)):
            break
        first -= 1
    while last - first > 2 and t.classes[first] in ARTICLES and t.first_of_sentence(first):
        first += 1
    known = kind in EXPLAINED or t.texts[noun].lower() in nouns_of(t.block.lexicon).within_another
    sure = known and last - first > 1 and t.classes[last - 1] in NO_BODY
    if first == last or not _plausible(t, first, last - sure):
        return None
    if t.classes[first - 1] in OF and entries(key_of(t.words(first, last))):
        return None  # a town that completes a noun: `un lycée de Lyon, une école de Metz`
    if t.classes[noun] not in BODY and (last - first == 1 or t.classes[first] in HEADING or entries(key_of(t.words(first, last)))):
        return None
    first = _with_number(t, first, last)
    return BodyMention(first, last, t.words(first, last), kind, "explained by a noun")


def _with_number(t: Tokens, first: int, last: int) -> int:
    """The first word of a name with the number in letters before it, behind an article: `the Two Valleys Wardens`."""
    number = t.texts[first - 1].lower() in words_of(t.block.lexicon, "names", "numbers_in_names")
    return first - 1 if last - first > 1 and number and t.capital[first - 1] and t.classes[first - 2] in ARTICLES + OF else first


def _apposed(t: Tokens, comma: int, taken: Mapping[int, int], people: Collection[int]) -> BodyMention | None:
    """A name behind what the body is to another: `its supplier, Coral Systems, …`, `one new organisation, Wildmoor, …`."""
    nouns: Mapping[str, str] = t.block.lexicon.setting("organisations", "apposed", {})
    first, last = comma + 1, _proper_end(t, comma + 1, taken, people)
    noun = comma - 1
    while noun > comma - LONGEST_LABEL and t.texts[noun].lower() not in nouns and (t.capital[noun] or t.classes[noun] in AT + FOR):
        noun -= 1
    word = t.texts[noun].lower()
    closed = last >= t.size or t.texts[last] in (",", ".", ";", ")", "(", ":")
    if not nouns or word not in nouns or t.capital[noun] or not closed or not _plausible(t, first, last) or t.classes[first] in HEADING:
        return None
    opened, openers = noun - 1, words_of(t.block.lexicon, "organisations", "one")
    while noun - opened < LONGEST_LABEL and t.texts[opened].isalpha() and t.texts[opened].islower() and t.texts[opened] not in openers:
        if t.classes[opened] in POSSESSIVE + INDEFINITE + FUNCTION:
            break
        opened -= 1
    one = t.classes[opened] in POSSESSIVE + INDEFINITE or t.texts[opened].lower() in ("'s", *words_of(t.block.lexicon, "organisations", "explaining"))
    if not (one or t.texts[opened].lower() in openers) or entries(key_of(t.words(first, last))):
        return None
    return BodyMention(first, last, t.words(first, last), nouns[word], "behind what it is to another")


def _what_it_is(t: Tokens, comma: int, taken: Mapping[int, int], people: Collection[int]) -> BodyMention | None:
    """A name between commas behind what the body is: `un groupement d'employeurs, Rives vives, qui …`; a town is none."""
    noun, first = comma - 1, comma + 1
    while noun > comma - LONGEST_LABEL and t.classes[noun] in ADJECTIVE:
        noun -= 1
    if t.classes[noun] not in BODY or t.capital[noun] or t.classes[noun - 1] not in INDEFINITE + POSSESSIVE or first in people or first in taken:
        return None
    last = whole_name(t, first, people)
    if last == first or t.texts[last] not in (",", ".", ";", ")", "") or entries(key_of(t.words(first, last))):
        return None
    return BodyMention(first, last, t.words(first, last), str(t.values[noun]), "behind what it is")


def _newspaper(t: Tokens, verb: int, taken: Mapping[int, int]) -> BodyMention | None:
    """A newspaper that somebody told something: `Anne Roe told the *Marlow Star*`."""
    first = verb + 1
    while t.classes[first] in ARTICLES and not t.capital[first]:
        first += 1
    last = first
    while t.capital[last] and last - first < LONGEST_PROPER and last not in taken:
        last += 1
    paper = last - first > 1 and t.texts[last - 1].lower() in words_of(t.block.lexicon, "organisations", "newspapers")
    return BodyMention(first, last, t.words(first, last), "media", "newspaper that was told") if paper and first > verb + 1 else None


def owning_letters(t: Tokens, taken: Mapping[int, int]) -> Iterator[BodyMention]:
    """Letters with an article to which something belongs that only bodies have, or that stand in a list at the start of a sentence.

    `les services de l'ANCV`, `une subvention de la DRV`, `L'ANCV, la DRV et le RTOS plantent des haies`, `the LGV's report`.
    """
    if UPPER not in t.classes or t.shouting:
        return
    owned, plural = words_of(t.block.lexicon, "names", "owned_by_bodies"), words_of(t.block.lexicon, "names", "plural_articles")
    run: list[int] = []
    for n in range(1, t.size):
        if t.classes[n] not in UPPER or n in taken or not (t.texts[n].isalpha() and t.texts[n].isupper() and len(t.texts[n]) > 2):
            continue
        article = t.texts[n - 1].lower().split(" ")[-1]
        if article not in t.lists.articles or article in plural:
            continue
        if {t.texts[n - 1].lower(), t.texts[n - 2].lower(), _before_quotes(t, n - 2)} & owned or t.texts[n + 1] == "'s":
            yield BodyMention(n, n + 1, t.texts[n], "other", "letters that own something")
        elif t.first_of_sentence(n - 1) or (run and n - run[-1] == 3 and (t.texts[n - 2] == "," or t.classes[n - 2] in AND)):
            run = [n] if t.first_of_sentence(n - 1) else [*run, n]
            if len(run) > 1 and t.classes[n - 2] in AND:
                yield from (BodyMention(one, one + 1, t.texts[one], "other", "in a list of letters") for one in run)
                run = []


def _before_quotes(t: Tokens, closing: int) -> str:
    """The word before a few quoted words that close here, in small letters: `appel à projets` in `l'appel à projets « Rives » de l'ANRV`."""
    if t.texts[closing] not in QUOTES.values():
        return ""
    opening = next((n for n in range(closing - 1, max(0, closing - SHORT_LINE), -1) if QUOTES.get(t.texts[n]) == t.texts[closing]), 0)
    return t.texts[opening - 1].lower() if opening else ""


def defined_letters(t: Tokens, known: Sequence[BodyMention], people: Collection[int]) -> Iterator[BodyMention]:
    """Long forms with their letters in brackets, found by the initials: `Voies navigables de France (VNF)`."""
    at = {unit: mention for mention in known for unit in range(mention.first, mention.last)}
    for bracket in range(2, t.size):
        if t.texts[bracket] != "(":
            continue
        yield from _spelt_out(t, bracket, people)
        letters = bracketed_letters(t, bracket, soft=True)
        if not letters or t.classes[bracket + 1] in NO_BODY_LETTERS:
            continue
        plain = fold(letters.rstrip("0123456789 ")).replace(" ", "")
        plain = "".join(c for c in plain if c.isalpha()) if len(plain) > 3 else plain
        for first in range(bracket - 1, max(-1, bracket - LOOK_BACK), -1):
            if t.texts[first] in (".", "(", ")", ";", ":") or first in people:
                break
            syllables = not letters.isupper() and _syllables_agree(t, first, bracket, plain)
            if fold(t.texts[first])[:1] != plain[:1] or not (syllables or _initials_agree(t, first, bracket, plain)):
                continue
            inside = at.get(first)
            if t.classes[first] in SMALL and not (t.capital[first] and inside is not None):
                continue
            if inside is not None and inside.first < first:
                if inside.rule == "noun before a proper name":
                    name = t.words(first, bracket)
                    yield replace(inside, last=bracket, name=name, acronym=letters, other=(t.words(inside.first, bracket),))
                    break
                continue
            head = next((n for n in range(first, bracket) if t.classes[n] in BODY), None)
            if not (t.capital[first] or head == first):
                continue
            if head is None and not any(t.capital[n] for n in range(first + 1, bracket)):
                break
            kind = str(t.values[head]) if head is not None else (t.capital[first] and national_kind(t, first, bracket)) or "other"
            noun = t.texts[first].lower() if head == first else ""
            link = next((n for n in range(first, bracket) if t.classes[n] in OF + FOR), first + 1)
            thing = t.classes[first] in NO_BODY or (head is None and t.classes[link - 1] in NO_BODY)
            thing = thing or (head is None and link == first + 1 and t.classes[bracket - 1] in NO_BODY)
            thing = thing or (head is None and kind == "other" and _goes_before_a_noun(t, bracket))
            rule = DOUBTFUL if thing else "long form with its letters"
            yield BodyMention(first, bracket, t.words(first, bracket), kind, rule, head=noun, acronym=letters)
            break


def _spelt_out(t: Tokens, bracket: int, people: Collection[int]) -> Iterator[BodyMention]:
    """Letters and, in brackets behind them, the body's name that they stand for: `l'ADV (Agence de développement du Val)`."""
    letters, first = t.texts[bracket - 1], bracket + 1
    plain = fold(letters).replace(" ", "")
    nouns = nouns_of(t.block.lexicon)
    if not letters.isupper() or len(plain) < 3 or t.classes[bracket - 1] in NO_BODY_LETTERS or not (t.capital[first] or t.classes[first] in BODY):
        return
    last = next((n for n in range(first + 1, min(t.size, bracket + LOOK_BACK)) if t.texts[n] in "().;:" or n in people), bracket)
    head = next((n for n in range(first, last) if t.classes[n] in BODY), None)
    if head is None or (nouns.noun_first and head > first) or t.texts[head].lower() in nouns.plurals or t.texts[last] != ")":
        return
    if fold(t.texts[first])[:1] == plain[:1] and _initials_agree(t, first, last, plain):
        name, kind = t.words(first, last), str(t.values[head])
        for start, end in ((bracket - 1, bracket), (first, last)):
            yield BodyMention(start, end, name, kind, "letters with their long form", head=t.texts[head].lower(), acronym=letters)


def _goes_before_a_noun(t: Tokens, bracket: int) -> bool:
    """Whether letters in brackets and their long form only describe the noun behind them: `a Free River Water (FRW) ecology`."""
    closed = next((n for n in range(bracket + 1, bracket + LONGEST_LABEL) if t.texts[n] == ")"), 0)
    article = next((n for n in range(bracket - 1, max(0, bracket - LOOK_BACK), -1) if not t.capital[n]), 0)
    return closed > 0 and t.classes[closed + 1] in WORD and t.texts[closed + 1].islower() and t.classes[article] not in ARTICLES + WITH


def _syllables_agree(t: Tokens, first: int, last: int, letters: str) -> bool:
    """Whether letters such as `Anah`, `Unafam` hold the initials of all words in their order, small words left out."""
    place = words = missed = 0
    for number in range(first, last):
        if t.classes[number] in SMALL:
            continue
        words += 1
        found = letters.find(fold(t.texts[number])[:1], place) + 1
        place = found or place
        missed += not found
    return words > 1 and missed <= max(words // 3 - (words < 5), 0) and len(letters) <= 3 * words


def _initials_agree(t: Tokens, first: int, last: int, letters: str) -> bool:
    """Whether letters are the initials of words in their order; small words may be left out, others only a few."""
    place = skipped = 0
    for number in range(first, last):
        for piece in fold(t.texts[number]).split(" "):
            if place < len(letters) and piece[:1] == letters[place]:
                place += 1
            elif t.classes[number] not in SMALL and (len(piece) > LONGEST_SMALL or piece == fold(t.texts[number])):
                skipped += 1
    noun_opens = t.classes[first] in BODY and t.capital[first]
    return place >= len(letters) - (1 if len(letters) > 4 else 0) and skipped <= max(1, len(letters) if noun_opens else len(letters) // 2)
