"""Bodies: where a block names an organisation by a noun such as `ministère`, `Council` or `fondation`, or by well-known letters.

Two shapes: a noun that comes first and draws its complement after it (`Agence nationale de la cohésion des vallées`), and words with
capitals that hold such a noun (`Orvanne Métropole`, `Leeds City Council`, `Department for Transport`). The nouns and the kind of body that
each makes are in `lexicons/<language>/organisations.toml`. Names without such a noun are found in `proper_names`.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from partnership_analysis.extraction.brackets import BodyMention, past_brackets, with_brackets
from partnership_analysis.extraction.gazetteer import entries, key_of
from partnership_analysis.extraction.nouns import Nouns, nouns_of
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
    FOR,
    FUNCTION,
    HEADING,
    HOLDS,
    INDEFINITE,
    KNOWN,
    MONTH,
    NAMED_BEFORE,
    NO_BODY,
    NUMBER,
    OF,
    PARTICLE,
    UPPER,
    Tokens,
    fold,
    words_of,
)
from partnership_analysis.extraction.towns import is_town
from partnership_analysis.extraction.units import QUOTES

LONGEST_QUOTED = 14
LONGEST_BODY = 24
LONGEST_RUN = 16
LONGEST_DEPARTMENT = 9
LETTERS_AND_COUNTRY = 2
COUNTRY_LETTERS = 4
LONGEST_SMALL = 4
"""Letters of a word that a title may have in small letters: `from`."""
LONGER_BY_ONE = 2
"""Words by which `of` and one noun make a name longer."""
THOUSANDS = 3
"""Digits of a group of thousands."""
LARGE_TOWN = 50_000
"""Inhabitants from which a town abroad is known as one."""
AMOUNT_SIGNS = frozenset("€£$%")
LONGEST_TAIL = 3
"""Small words that may end a proper name in a list."""
NAMED_WITH_OF = frozenset(("state", "agency", "network", "association", "other", "foundation", "european_body", "international_body"))
"""Kinds whose name may go on after `and`: `ministère de la Mer et des Ports`, `Department for Culture and Sport`."""
SEATED = frozenset(("company", "media", "other", "local_authority"))
"""Kinds after whose whole name `of` leads to a seat or a parent: `Marlow Health Consulting of Orvale`."""
NAMED_FOR = frozenset(("association", "foundation", "network", "university"))
"""Kinds whose name may say in small letters what they are for: `Fondation pour la recherche médicale`."""
_SMALL = FUNCTION + ARTICLES + INDEFINITE
_SMALL_AT = _SMALL + AT
ANY_ONE = frozenset(("other", "association", "company", "network"))
"""Kinds of which a town has many."""
SMALL_ENDED = frozenset(("agency", "association", "network", "foundation", "company", "other"))
"""Kinds whose name of one word behind the noun a small word may end: `GIP Réussite éducative`."""
NAMED_WITH_ARTICLE = frozenset(("l", "la", "le", "les"))
"""Articles that open the name of a newspaper, which alone or with a noun in small letters is none: `La Voix des usagers`."""
LISTS_FIELDS = frozenset(("other", "state", "agency"))
"""Kinds whose name may list what they are about: `Culture, Sport and Media Committee`."""
NEVER_QUOTED = frozenset(("local_authority", "state", "agency", "media"))


def body_mentions(t: Tokens, people: Collection[int]) -> list[BodyMention]:
    """The bodies named by a noun or by well-known letters, in reading order. `people` holds the words that name a person."""
    found: list[BodyMention] = []
    nouns = nouns_of(t.block.lexicon)
    orders = words_of(t.block.lexicon, "organisations", "orders")
    alone = words_of(t.block.lexicon, "organisations", "town_alone")
    position = 0
    for start in t.marks:
        if start < position or start in people:
            continue
        position = start
        if t.first_of_sentence(position) and t.capital[position + 1] and t.texts[position].lower() in orders:
            position += 1
            continue
        mentions: list[BodyMention] = []
        if t.classes[position] in BODY:
            quoted = _quoted(t, position)
            mentions = [quoted] if quoted else _before_proper_name(t, position, nouns, people) or _head_first(t, position, nouns, people)
        elif t.classes[position] in KNOWN:
            mentions = [_well_known(t, position, people)]
        elif t.classes[position] in NAMED_BEFORE and t.texts[position].lower() in alone and _stands_alone(t, position):
            mentions = [BodyMention(position, position + 1, t.texts[position], "local_authority", "noun alone", head=_head(t, position), short=True)]
        if not mentions and t.body_word(position) and not t.shouting:
            mentions = _capitals(t, position, nouns, people)
        if not mentions:
            run = capital_run(t, position, people) if not nouns.noun_first and t.classes[position] not in ARTICLES else position
            position = next((n for n in range(position, run) if t.classes[n] in KNOWN), run)
            continue
        found += [with_brackets(t, mention) for mention in mentions if mention.name]
        position = past_brackets(t, max(mention.last for mention in mentions))
    return found


def _stands_alone(t: Tokens, position: int) -> bool:
    """Whether a noun with a capital stands behind `the` and before no other part of a name: `the City`, not `the City Hall`."""
    article = t.classes[position - 1] in ARTICLES or t.texts[position - 1].lower().rpartition(" ")[2] in t.lists.articles
    return article and not t.capital[position + 1] and t.classes[position + 1] not in OF and t.texts[position + 1] != "&" and not t.shouting


def _well_known(t: Tokens, first: int, people: Collection[int]) -> BodyMention:
    """A body that everybody knows by its letters, with its part: `UNESCO Bretagne`."""
    last = capital_run(t, first, people)
    if any(t.classes[n] in NO_BODY + KNOWN + ANY_OFFICE for n in range(first + 1, last)) or t.classes[last] in NO_BODY:
        last = first + 1
    return BodyMention(first, last, t.words(first, last), _kind(t, first), "well-known body")


def _head(t: Tokens, position: int) -> str:
    return t.texts[position].lower()


def _kind(t: Tokens, position: int) -> str:
    return str(t.values[position])


def _quoted(t: Tokens, head: int) -> BodyMention | None:
    """A noun and a name between quotation marks: `commission "Mobilités"`."""
    mark = head + 1
    while t.classes[mark] in ADJECTIVE and mark - head < 3:
        mark += 1
    closing = QUOTES.get(t.texts[mark])
    if closing is None or t.joined(mark) or (_kind(t, head) in NEVER_QUOTED and " " not in t.texts[head]):
        return None
    for last in range(mark + 1, min(t.size, mark + 1 + LONGEST_QUOTED)):
        if t.texts[last] == closing:
            inside = t.words(mark + 1, last)
            whole = t.words(head, last + 1)
            if _head(t, head) in nouns_of(t.block.lexicon).left_out:
                return BodyMention(head, last + 1, inside, _kind(t, head), "noun and quoted name", head=_head(t, head), other=(whole,))
            return BodyMention(head, last + 1, whole, _kind(t, head), "noun and quoted name", head=_head(t, head))
    return None


def capital_run(t: Tokens, first: int, people: Collection[int], *, opened: bool = False) -> int:
    """One past the last of the words with capitals that stand together from a word on; `opened` where a noun before it says a name begins."""
    position = first
    while position < t.size and position - first < LONGEST_RUN and position not in people and t.classes[position] not in ANY_OFFICE:
        if position > first and t.classes[position] in HOLDS:
            break
        if t.body_word(position) or (t.capital[position] and _goes_on_in_capitals(t, first, position, opened=opened)):
            position += 1
        elif position == first:
            break
        elif _number_of_name(t, position) or _sign_inside(t, position) or _ends_a_company(t, position) or _inside_a_town(t, position):
            position += 1
        elif t.classes[position] in AND and t.texts[position + 1] in t.block.lexicon.setting("organisations", "joined_ends", ()):
            position += 2
        else:
            break
    while position > first and (t.classes[position - 1] in ARTICLES or t.texts[position - 1] == "&"):
        position -= 1
    return position


def _goes_on_in_capitals(t: Tokens, first: int, position: int, *, opened: bool) -> bool:
    """Whether a small word with a capital goes on with the run of capitals that began at `first`."""
    one = t.classes[position]
    if (position > first or t.classes[position - 1] in OF) and _number_word(t, position):
        return True
    if one in (_SMALL_AT if opened else _SMALL) and (opened or (position > first and not t.first_of_sentence(first))):
        return True
    return one in ARTICLES and _before_name(t, position + 1)


def _number_word(t: Tokens, position: int) -> bool:
    """Whether a number in letters with a capital begins the rest of a name: `Trois Vallées`."""
    return t.capital[position + 1] and t.capital[position] and t.texts[position].lower() in words_of(t.block.lexicon, "names", "numbers_in_names")


def _before_name(t: Tokens, position: int) -> bool:
    """Whether a word with a capital stands here, or a number and one: `Vents`, `4 Vents`."""
    return t.capital[position] or (t.texts[position].isdigit() and t.capital[position + 1])


def _number_of_name(t: Tokens, position: int) -> bool:
    """Whether a short number goes on with a name: `Paris 8`."""
    short = t.texts[position].isdigit() and len(t.texts[position]) <= 2 and t.capital[position - 1] and not t.joined(position)
    return short and not _is_amount(t, position)


def _is_amount(t: Tokens, position: int) -> bool:
    """Whether a number goes on with thousands or a sign: `MSA 25 000 €`."""
    after = t.texts[position + 1]
    return (after.isdigit() and len(after) == THOUSANDS) or after in AMOUNT_SIGNS


def _ends_a_company(t: Tokens, position: int) -> bool:
    """Whether a word in small letters ends a company's name: `Orvale Water plc`."""
    return t.classes[position] in BODY and t.texts[position].lower() in words_of(t.block.lexicon, "organisations", "company_endings")


def _inside_a_town(t: Tokens, position: int) -> bool:
    """Whether a small word stands inside the name of a town: `University of Dar es Salaam`."""
    small = t.texts[position].lower() in words_of(t.block.lexicon, "names", "inside_towns") and not t.capital[position]
    return small and t.capital[position - 1] and t.capital[position + 1] and bool(entries(key_of(t.words(position - 1, position + 2))))


def _sign_inside(t: Tokens, position: int) -> bool:
    """Whether a sign joins two words with capitals: `Ernst & Young`, `Savoie–Mont-Blanc`."""
    owners = t.texts[position] == "'" and t.texts[position - 1].endswith("s") and t.joined(position) and t.classes[position + 1] in BODY
    return t.capital[position + 1] and (
        owners or t.texts[position] == "&" or (t.texts[position] in "-–'/+" and t.joined(position) and t.joined(position + 1))
    )


def _before_proper_name(t: Tokens, head: int, nouns: Nouns, people: Collection[int]) -> list[BodyMention]:
    """A common noun in small letters before a name that stands without it: `association Mobil'Orvanne`, `the charity Bright Lanes`."""
    first = head + 1
    if nouns.noun_first:
        while t.classes[first] in ADJECTIVE and not t.capital[first] and first - head <= 2:
            first += 1
    article = t.classes[first] in ARTICLES and t.capital[first + 1] and (t.capital[first] or t.capital[first + 2])
    if t.shouting or not (t.capital[first] or article) or (t.classes[first] in OF + ARTICLES and not article) or first in people:
        return []
    noun = _head(t, head)
    if t.capital[head] and not (noun in nouns.sorts and t.texts[head].isupper()):
        return []
    if (nouns.noun_first and noun not in nouns.left_out) or noun in nouns.several or noun in nouns.town_nouns:
        return []
    last = capital_run(t, first + (not t.capital[first]), people, opened=nouns.noun_first)
    if last == first or (last - first == 1 and t.classes[first] in BODY) or (t.classes[last - 1] in NO_BODY and not nouns.noun_first):
        return []
    if not nouns.noun_first and (t.classes[last] in BODY or t.classes[head - 1] not in ARTICLES + ADJECTIVE + ANY_WORD + AND + CAPITAL):
        return []
    last = _with_second_given_name(t, first, _with_small_complement(t, last, people), people)
    last = _with_second_noun(t, first, last, people)
    if last - first == 1 + article and nouns.noun_first and small_word_ends_name(t, last):
        last += 1
    elif last - first == 1 and (verbs := _two_infinitives(t, first)):
        last = verbs
    elif nouns.noun_first and (
        (last - first == 1 + article and _small_tail(t, last)) or (article and t.classes[last] in OF and small_word_ends_name(t, last + 1))
    ):
        last += 2
    name = t.words(first, last)
    kind = (
        "association"
        if _kind(t, head) != "media" and any(t.texts[n].lower() in nouns.associative for n in range(head + 1, first))
        else _kind(t, head)
    )
    return [BodyMention(head, last, name, kind, "noun before a proper name", other=(t.words(head, last),))]


def _with_second_given_name(t: Tokens, first: int, last: int, people: Collection[int]) -> int:
    """One past the second of two given names that end a business's name: `Cycles Pierre et Anne`."""
    joint = t.classes[last] in AND and last - first > 1 and last + 1 not in people and not t.capital[last + 2]
    known = t.lists.first_names
    return last + 2 if joint and fold(t.texts[last - 1]) in known and fold(t.texts[last + 1]) in known and t.capital[last + 1] else last


def _with_second_noun(t: Tokens, first: int, last: int, people: Collection[int]) -> int:
    """One past the second of two words joined by `et` that name one body behind its noun in the singular: `avec l'association Fil et Laine.`

    A verb in the plural behind them tells of two bodies.
    """
    second = last + 1
    words = last - first == 1 and t.classes[first] in CAPITAL and t.classes[last] in AND and t.classes[second] in CAPITAL
    if not words or second in people or not nouns_of(t.block.lexicon).noun_first or t.classes[first - 2] not in ARTICLES + OF:
        return last
    closed = t.texts[second + 1] in (",", ".", ";", ")", "") or t.texts[second + 1].lower() in words_of(t.block.lexicon, "names", "singular_verbs")
    known = any(is_town(t.block.lexicon, t.texts[n]) or fold(t.texts[n]) in t.lists.sure for n in (first, second))
    return second + 1 if closed and not known else last


def _two_infinitives(t: Tokens, first: int) -> int:
    """One past the infinitives joined by `et` that are a name, the first with a capital: `l'association Semer et planter`; 0 where none are."""
    endings = tuple(words_of(t.block.lexicon, "organisations", "infinitive_endings"))
    if not endings or t.classes[first + 1] not in AND or not t.texts[first].endswith(endings):
        return 0
    last = first + 2
    while last - first < LONGEST_TAIL + 2 and t.texts[last].islower() and t.texts[last].endswith(endings):
        last += 1
    return last if last > first + 2 else 0


def _small_tail(t: Tokens, link: int) -> bool:
    """Whether a small word and a noun in small letters end a name right before a sign or verb: `l'association Paroles de femmes`, `Fermes en ville a …`.

    Other words than `de` only behind a noun in the plural: `le réseau Amarre en crise signe`.
    """
    small, noun = t.texts[link].lower(), t.texts[link + 1].lower()
    plural = t.texts[link - 1][-1] in "sx"
    joins = t.classes[link] in OF or (plural and small in words_of(t.block.lexicon, "organisations", "small_links"))
    return joins and noun not in words_of(t.block.lexicon, "organisations", "no_name_tails") and small_word_ends_name(t, link + 1, noun=True)


def small_word_ends_name(t: Tokens, position: int, *, noun: bool = False) -> bool:
    """Whether a plain word in small letters ends a name right before a sign or verb: `l'association Terre vive a …`, `(Familles rurales)`."""
    word = t.texts[position]
    plain = (
        t.classes[position] in (ANY_WORD + ADJECTIVE + BODY + NO_BODY if noun else ANY_WORD + ADJECTIVE)
        and word.isalpha()
        and word.islower()
        and len(word) > 3
        and t.joined(position) is False
    )
    after = t.texts[position + 1][:1]
    ends = (
        not after.isalnum()
        or t.classes[position + 1] in ANY_VERB
        or t.texts[position + 1].lower() in words_of(t.block.lexicon, "organisations", "after_name_verbs")
    )
    agrees = word.endswith("s") and t.texts[position - 1].endswith("s") and t.classes[position + 1] in AND  # `Terres communes et la Ligue`
    return plain and (ends or agrees) and not word.endswith(_no_endings(t))


def _with_small_complement(t: Tokens, last: int, people: Collection[int]) -> int:
    """One past a complement with a capital after a proper name (`Agriculteurs d'Occitanie`), or a word after an elision: `Fil d'ariane`."""
    if t.classes[last] in OF and t.capital[last + 1] and t.classes[last + 1] not in BODY + KNOWN:
        after = capital_run(t, last + 1, people)
        return after if after > last + 1 else last
    if t.classes[last] in OF and t.texts[last].endswith("'") and t.classes[last + 1] in ANY_WORD + BODY and t.joined(last + 1):
        return last + 2 if last + 2 >= t.size or not t.texts[last + 2][:1].isalnum() or _verb_or_date(t, last + 2) else last
    return last


def _verb_or_date(t: Tokens, position: int) -> bool:
    """Whether a verb, `et` or a date follows a name: `l'association Fil d'ariane a …`, `… au printemps 2024`; not `d'aide au logement`."""
    if t.classes[position] in ANY_VERB + AND:
        return True
    return t.classes[position] in AT and any(t.classes[n] in MONTH + NUMBER for n in range(position + 1, position + 3))


def _head_first(t: Tokens, head: int, nouns: Nouns, people: Collection[int]) -> list[BodyMention]:
    """A noun with its adjectives and complements: `université de Lille`, `Fédération générale des CUMA et des GAEC`."""
    kind, noun = _kind(t, head), _head(t, head)
    if not nouns.noun_first and not (noun in nouns.town_nouns and not t.capital[head]):
        return []
    if noun in nouns.plurals and noun not in nouns.several and not t.capital[head]:
        return []
    if noun in nouns.parts and not t.capital[head] and t.classes[head + 1] in OF and (t.classes[head + 2] in KNOWN or t.texts[head + 2].isupper()):
        return []
    if t.capital[head] and t.classes[head - 1] in NO_BODY and t.capital[head - 1]:
        return []
    if (
        noun in nouns.services
        and not t.capital[head]
        and t.classes[head - 1] in OF
        and t.classes[head - 2] in ANY_OFFICE
        and t.texts[head - 2].lower() in words_of(t.block.lexicon, "offices", "of_a_function")
    ):
        return []
    if noun in nouns.whole_within and t.classes[head + 1] in OF:
        parent = head + 1
        while t.classes[parent] in OF + ARTICLES:
            parent += 1
        if t.classes[parent] in KNOWN:
            return [BodyMention(head, head + 1, t.words(head, head + 1), kind, "whole name before its parent", head=noun)]
    if (
        noun in nouns.may_be_events
        and t.classes[head - 1] in ARTICLES + AT
        and (t.classes[head - 2] in AT + FUNCTION + ANY_WORD + NUMBER + MONTH or (t.classes[head - 1] in AT and t.texts[head - 2] == ","))
        and t.classes[head - 2] not in OF
    ):
        return []
    if t.shouting and kind == "other":
        return []
    if not t.capital[head] and t.classes[head - 1] in INDEFINITE and t.classes[head + 1] in AT:
        return []
    if not t.capital[head] and t.classes[head - 1] in INDEFINITE and t.classes[head + 1] in OF and kind in ANY_ONE and _is_place(t, head + 2, people):
        return []  # any one of its town: `un lycée de Lyon`, `une délégation de Turin`
    if noun in nouns.places_of_bodies and not t.capital[head] and _only_a_place(t, head):
        return []
    if noun in nouns.need_article and t.classes[head - 1] not in ARTICLES + OF + AT:
        return []
    bracketed = t.texts[head - 1] == "("
    own_capital = t.capital[head] and (bracketed or not t.first_of_sentence(head)) and not t.shouting
    opening = t.first_of_sentence(head) and t.capital[head] and not t.shouting and not bracketed
    small = own_capital or opening
    position = good = head + 1
    proper = complements = 0
    if not nouns.noun_first:
        complements = 1
    while position - head < LONGEST_BODY:
        after = capital_run(t, position, people) if not t.shouting and t.capital[position] else position
        if after > position and t.classes[position] in HEADING and t.classes[position - 1] in ADJECTIVE + BODY and not t.capital[position - 1]:
            break
        if after > position:
            position = good = after
            proper += 1
        elif kind == "local_authority" and complements and (end := _territory_end(t, position, nouns)):
            position = good = end
        elif proper and t.classes[position] in AT and t.capital[position + 1] and _seat(t, position + 1, people):
            break
        elif proper and complements and kind == "state" and t.classes[position] in ANY_WORD and _goes_on(t, position + 1):
            position = good = position + 1
        elif noun in nouns.town_nouns and proper and not t.capital[position] and t.classes[position] in ADJECTIVE:
            break
        elif position == good == head + 2 and proper and kind in SMALL_ENDED and small_word_ends_name(t, position):
            good = position + 1
            break
        elif t.classes[position] in ADJECTIVE or (
            complements and position == good and t.texts[position].endswith(nouns.adjective_endings) and _plain(t, position)
        ):
            position += 1
            good = position if small or proper else good
        elif t.shouting and complements and not proper and t.body_word(position):
            position = good = position + 1
            proper += 1
        elif own_capital and not proper and not complements and kind in NAMED_FOR and t.classes[position] in FOR + AT and _purpose(t, position):
            complements += 1
            position = good = position + 2 + (t.classes[position + 1] in ARTICLES)
        elif small and t.classes[position] in AT and t.classes[position + 1] in ARTICLES and t.capital[position + 2] and _about(t, position):
            position += 2
            complements += 1
        elif position == head + 1 and t.classes[position] in AT and t.capital[position + 1] and _a_town_alone(t, position + 1):
            break
        elif t.classes[position] in OF or (t.classes[position] in FOR + AT and t.capital[position + 1] and not t.shouting):
            if not _complement(t, position + 1, small or kind == "state" or noun in nouns.in_small_letters):
                break
            position += 1
            complements += 1
            if not t.capital[position]:
                position += 1 + _before_its_noun(t, position)
                good = position if small else good
        elif (
            (t.classes[position] in AND or t.texts[position] == ",")
            and complements
            and kind in NAMED_WITH_OF
            and (_goes_on(t, position) or (proper and kind == "state" and _two_plurals(t, position)))
        ):
            position += 1
        elif complements and position == good and t.classes[position] in AND and _two_adjectives(t, position, nouns):
            position = good = position + 2
        else:
            break
    if not proper and noun in nouns.in_small_letters and not t.shouting and complements:
        proper, good = complements, max(good, position)
    if not proper and (not small or (kind == "media" and t.texts[head].split("'")[0].split(" ")[0].lower() in NAMED_WITH_ARTICLE)):
        return []
    letters = noun in nouns.letters and t.capital[head] and not t.shouting
    if letters and good == head + 1 and t.texts[good].isdigit() and len(t.texts[good]) <= 3 and not _is_amount(t, good):
        return [BodyMention(head, good + 1, t.words(head, good + 1), kind, "letters and number", head=noun)]
    if good == head + 1 and own_capital and _bare_name(t, head, nouns):
        return [BodyMention(head, head + 2, t.words(head, head + 2), kind, "noun and word without an article", head=noun)]
    if good == head + 1:
        if not (own_capital or letters) or (noun in nouns.plurals and not t.capital[head]):
            return []
        if noun in nouns.plurals or noun in nouns.never_short:
            return []
        return [BodyMention(head, good, t.words(head, good), kind, "noun alone", head=noun, short=not letters or noun in nouns.sorts)]
    if opening and not proper and good - head < 3:
        return []
    left_out = not t.capital[head] or noun in nouns.left_out
    bare = t.words(head + 1, good) if left_out and t.capital[head + 1] and t.classes[head + 1] not in OF + NO_BODY + ADJECTIVE else ""
    mention = BodyMention(head, good, t.words(head, good), kind, "noun and complement", head=noun, bare=bare)
    if noun in nouns.several and t.words(good - 1, good).lower() in words_of(t.block.lexicon, "countries", "COUNTRY"):
        return [replace(mention, kind="association", bare="")]
    if noun in nouns.several and kind == "other" and t.classes[head + 1] in OF:
        return []
    if noun in nouns.several and not (own_capital and proper == 1 and t.classes[good] not in AND):
        return _each(t, mention, nouns, people)
    return [mention]


def _only_a_place(t: Tokens, head: int) -> bool:
    """Whether a noun in small letters means a house or a part of a body: `une antenne de la Ligue`, `cette maison à Albi`, `l'antenne de Bron`."""
    after = head + 1
    pointed = t.texts[head - 1].lower() in words_of(t.block.lexicon, "organisations", "pointing")
    if pointed and t.classes[after] in OF + AT:
        return True
    return t.classes[after] in OF + AT and t.capital[after + 1] and _a_town_alone(t, after + 1)


def _a_town_alone(t: Tokens, first: int) -> bool:
    """Whether the words with capitals from one on are only a town's name or one word with hyphens, as towns have."""
    last = first
    while last - first < LONGEST_RUN and t.capital[last]:
        last += 1
    name = t.words(first, last)
    return bool(entries(key_of(name))) or (last - first == 1 and name.count("-") > 1)


def _before_its_noun(t: Tokens, position: int) -> bool:
    """Whether an adjective in small letters stands before its noun: `Observatoire du grand âge`."""
    return (
        t.texts[position] in words_of(t.block.lexicon, "organisations", "before_a_noun") and t.classes[position + 1] in ANY_WORD + ADJECTIVE + NO_BODY
    )


def _bare_name(t: Tokens, head: int, nouns: Nouns) -> bool:
    """Whether a noun with a capital and the small word behind it are a name, as no article stands before them: `avec Pôle logement`."""
    after = t.texts[head + 1]
    return t.texts[head - 1].lower() in nouns.bare_links and t.classes[head + 1] in ANY_WORD + NO_BODY and after.isalpha() and after.islower()


def _territory_end(t: Tokens, position: int, nouns: Nouns) -> int:
    """One past one or two words in small letters that end a territory's name: `du Pays orvannais sud`; 0 where none do."""
    if t.texts[position - 1].lower() not in nouns.territories:
        return 0
    after = position
    while after - position < 2 and t.classes[after] in ANY_WORD + ADJECTIVE and t.texts[after].islower():
        after += 1
    return after if after > position and (after >= t.size or not t.texts[after][:1].isalnum() or t.classes[after] in AND) else 0


def _seat(t: Tokens, first: int, people: Collection[int]) -> bool:
    """Whether the words after `à` are only a town: where a body is, not what it is called."""
    town = t.words(first, capital_run(t, first, people))
    return is_town(t.block.lexicon, town) or any(entry.population >= LARGE_TOWN for entry in entries(key_of(town)))


def _is_place(t: Tokens, first: int, people: Collection[int]) -> bool:
    """Whether the words with capitals from a word on are a town of any country."""
    last = capital_run(t, first, people)
    return last > first and bool(entries(key_of(t.words(first, last))))


def _about(t: Tokens, position: int) -> bool:
    """Whether a word leads to what a body is about: `Équipe de recherche sur les Sols vivants`."""
    return t.texts[position].lower() in words_of(t.block.lexicon, "organisations", "about")


def _plain(t: Tokens, position: int) -> bool:
    """Whether a word is one in small letters that no lexicon has."""
    return t.classes[position] in ANY_WORD and not t.capital[position] and len(t.texts[position]) > 5


def _purpose(t: Tokens, position: int) -> bool:
    """Whether `pour`, `contre` and a noun in small letters go on with a body's name: `Ligue contre la faim`."""
    article = t.classes[position + 1] in ARTICLES or " " in t.texts[position] or t.texts[position].endswith("'")
    noun = position + 1 + (t.classes[position + 1] in ARTICLES)
    return (
        article
        and t.texts[position].split(" ")[0].lower() in words_of(t.block.lexicon, "organisations", "purpose")
        and t.classes[noun] in ANY_WORD + NO_BODY
    )


def _each(t: Tokens, mention: BodyMention, nouns: Nouns, people: Collection[int]) -> list[BodyMention]:
    """The members of a list under one noun in the plural: `villes de Montclar et d'Orvanne`, `cities of Orvale and Brume`."""
    singular, town = nouns.several[mention.head], mention.head in nouns.town_nouns
    found: list[BodyMention] = []
    link = position = mention.first + 1
    while nouns.noun_first and t.classes[position] in ADJECTIVE and not t.capital[position]:
        link = position = position + 1
    bare = nouns.noun_first and singular in nouns.left_out and t.classes[position] not in OF
    joint = ""
    while position < t.size:
        while t.classes[position] in OF + PARTICLE and not (t.capital[position] and t.capital[position + 1]):
            position += 1
        last = capital_run(t, position, people, opened=bare)
        last = _end_in_list(t, last, people) if bare and last > position else last
        if last == position or position in people or (found and t.classes[position] in BODY + KNOWN and not (bare and t.capital[position])):
            break
        joint = t.words(link, position) or joint
        long = f"{singular} {joint}{'' if joint.endswith(chr(39)) or not joint else ' '}{t.words(position, last)}"
        first = position if found else mention.first
        name = t.words(position, last) if town or bare else long
        found.append(BodyMention(first, last, name, mention.kind, "one of several", head=singular, other=(long,) if town or bare else ()))
        if (
            t.texts[last] != ","
            and t.classes[last] not in AND
            and t.texts[last].lower() not in words_of(t.block.lexicon, "organisations", "or_words")
        ):
            break
        link = position = last + 1 + (t.texts[last] == "," and t.classes[last + 1] in AND)
    return found or [mention]


def _end_in_list(t: Tokens, last: int, people: Collection[int]) -> int:
    """One past the small words and complements that end a proper name in a list: `Toits solidaires,`, `Entraide du Haut-Val et`."""
    last = _with_small_complement(t, last, people)
    one_word = t.texts[last].isalpha() and t.texts[last].islower() and t.classes[last] not in OF + AT + FOR + AND + ARTICLES
    if one_word and (t.texts[last + 1] == "," or t.classes[last + 1] in AND):
        return last + 1
    after = last
    while after < t.size and after - last < LONGEST_TAIL and t.texts[after].isalpha() and t.texts[after].islower() and t.classes[after] not in AND:
        if t.classes[after] in ANY_VERB or (after == last and t.classes[after] in OF + AT + FOR):
            return last
        after += 1
    closed = after >= t.size or t.classes[after] in AND or not t.texts[after][:1].isalnum()
    return after if closed and after - last and not t.texts[after - 1].endswith(_no_endings(t)) else last


def _no_endings(t: Tokens) -> tuple[str, ...]:
    """Ends of words that close no proper name."""
    return tuple(words_of(t.block.lexicon, "organisations", "no_name_endings"))


def _complement(t: Tokens, position: int, small_letters: bool) -> bool:
    """Whether a word may be the complement of a body's noun; one in small letters only where the noun has a capital of its own."""
    if t.body_word(position) or (t.capital[position] and t.capital[position + 1] and t.classes[position] in ARTICLES) or _number_word(t, position):
        return True
    return small_letters and t.classes[position] in ANY_WORD + BODY + NO_BODY + ADJECTIVE + ANY_OFFICE and t.texts[position][:1].isalpha()


def _goes_on(t: Tokens, position: int) -> bool:
    """Whether after `et` or a comma a complement like the first one follows: `des CUMA et des GAEC`, `de l'Eau, de la Forêt et de …`."""
    if t.classes[position] not in AND and t.texts[position] != ",":
        return False
    after = position + 1
    several = t.texts[after + 1].isupper() and t.classes[after] in OF and t.texts[after].endswith("s")
    if t.classes[after] not in OF or (t.classes[after + 1] in BODY + KNOWN and not several):
        return False
    if t.classes[position] in AND:
        return True
    return any(t.classes[n] in AND and t.classes[n + 1] in OF and t.classes[n + 2] not in BODY for n in range(after, min(t.size, after + 6)))


def _two_plurals(t: Tokens, joint: int) -> bool:
    """Whether `et` joins two nouns in the plural with capitals: `direction des Eaux et Forêts`."""
    pair = (joint - 1, joint + 1)
    plural = t.classes[joint] in AND and all(t.capital[n] and t.texts[n][-1] in "sx" and t.classes[n] in CAPITAL for n in pair)
    return plural and not t.capital[joint + 2]


def _two_adjectives(t: Tokens, joint: int, nouns: Nouns) -> bool:
    """Whether `et` joins two adjectives in small letters: `Institut de l'information géographique et forestière`."""
    pair = (joint - 1, joint + 1)
    known = all(t.classes[n] in ADJECTIVE or (t.texts[n].endswith(nouns.adjective_endings) and _plain(t, n)) for n in pair)
    return known and not any(t.capital[n] for n in pair)


def _capitals(t: Tokens, first: int, nouns: Nouns, people: Collection[int]) -> list[BodyMention]:
    """Words with capitals that hold a body's noun: `Orvanne Métropole`, `Leeds City Council`, `University of Leeds`."""
    if t.classes[first] in ANY_OFFICE + CIVILITY or (t.classes[first] in ARTICLES and (t.first_of_sentence(first) or not nouns.noun_first)):
        return []
    if t.classes[first] in ARTICLES and t.texts[first].isupper() and t.classes[first + 1] in BODY:
        return []
    last = capital_run(t, first, people)
    if last == first:
        return []
    if not nouns.noun_first:
        return list(_segments(t, first, nouns, people))
    heads = [n for n in range(first, last) if t.classes[n] in BODY]
    if not heads and t.classes[last] in BODY and _head(t, last) in nouns.after_name:
        return [BodyMention(first, last + 1, t.words(first, last + 1), _kind(t, last), "name and noun", head=_head(t, last))]
    if not heads and (end := _ends_as_authority(t, first, last, nouns, people)):
        return [BodyMention(first, end, t.words(first, end), "local_authority", "name and noun")]
    if not heads or last - first < 2 or heads[0] == first or t.classes[last - 1] in NO_BODY:
        return []
    if t.classes[last] in OF and t.capital[last + 1] and heads[-1] < last - 1 and t.texts[last - 1].lower() in nouns.territories:
        last = capital_run(t, last + 1, people)
    return [_named(t, first, last, heads[-1])]


def _ends_as_authority(t: Tokens, first: int, last: int, nouns: Nouns, people: Collection[int]) -> int:
    """One past a name that ends in a local authority's noun, `de` inside it or not: `Orvanne Communauté`, `Val de Brume Agglomération`; else 0."""
    if t.classes[last] in OF and t.capital[last + 1]:
        last = capital_run(t, last + 1, people)
    return last if last - first > 1 and t.capital[last - 1] and t.texts[last - 1].lower() in nouns.after_name else 0


def _segments(t: Tokens, first: int, nouns: Nouns, people: Collection[int]) -> Iterator[BodyMention]:
    """The bodies among words with capitals joined by `of`, `for`, `and`: `Tree Board of the Orvale Combined Authority` holds two."""
    if t.texts[first].lower() in words_of(t.block.lexicon, "organisations", "department_fields") and (end := _department_end(t, first)):
        yield BodyMention(first, end, t.words(first, end), "state", "name with its country")
        return
    last = capital_run(t, first, people)
    heads = [n for n in range(first, last) if t.classes[n] in BODY]
    links: list[int] = []
    about = 0
    while last < t.size and last - first < LONGEST_BODY:
        if t.texts[last] == "'s" and not heads and (_is_country(t, first, last) or of_a_country(t, first, last)):
            break
        if t.texts[last] == "'s" and not heads and last - first == 1 and t.classes[first] in UPPER and len(t.texts[first]) > 1:
            break
        if t.texts[last] == "'s" and not heads:
            after = capital_run(t, last + 1, people)
        elif t.classes[last] in OF + FOR:
            after = capital_run(t, last + 1, people)
            someone = last - first == 1 and t.texts[first].lower() in words_of(t.block.lexicon, "names", "numbers_in_names")
            if not heads and (t.classes[last - 1] in NO_BODY or someone):
                break
            if not links and last - first > 2 and heads and heads[-1] == last - 1 and _kind(t, heads[-1]) in SEATED:
                break
            if t.classes[last] in FOR and (not heads or (heads[-1] == last - 1 and _kind(t, heads[-1]) == "company" and last - first > 1)):
                break
            inner = [n for n in range(last + 1, after) if t.classes[n] in BODY and _head(t, n) not in nouns.plurals]
            if heads and inner and t.classes[last] in OF and last in (heads[-1] + 1, about) and not _of_one_noun(t, last, after):
                break
            if after > last + 1:
                links.append(last)
        elif t.classes[last] in AND or t.texts[last] == ",":
            after = _joined_by_and(t, first, last, heads, people)
        elif t.classes[last] in AT and heads and heads[-1] == last - 1 and _says_what_about(t, last):
            about = after = capital_run(t, last + 1, people)
            links.append(last)
        else:
            break
        if after <= last + 1:
            break
        heads += [n for n in range(last + 1, after) if t.classes[n] in BODY]
        last = after
    if heads and t.texts[first - 1] == "," and _kind(t, heads[-1]) in LISTS_FIELDS and not links:
        first = _first_field(t, first)
    if not heads:
        if (national := of_a_country(t, first, last)) is not None:
            yield national
        return
    if '"' in t.text and _inside_a_title(t, first, last):
        return
    core = (links[0] if links and heads[-1] < links[0] else last) - 1
    if t.classes[core] in NO_BODY or t.classes[last - 1] in NO_BODY:
        return
    head = next((h for h in heads if links and h == links[0] - 1), heads[-1])
    noun = _head(t, head)
    if noun in nouns.may_be_events and (
        t.texts[first - 1].lower() in words_of(t.block.lexicon, "organisations", "event_ordinals")
        or t.texts[first].lower() in words_of(t.block.lexicon, "organisations", "event_ordinals")
    ):
        yield BodyMention(first, last, "", "other", "event")
        return
    if noun in nouns.may_be_events and head == last - 1:
        before = first - 1
        while t.classes[before] in ARTICLES:
            before -= 1
        if t.classes[before] in AT and t.classes[before - 1] not in ANY_OFFICE:
            yield BodyMention(first, last, "", "other", "event")
            return
    if last - first > 1 and t.capital[first - 1] and t.texts[first - 1].lower() in words_of(t.block.lexicon, "names", "numbers_in_names"):
        first -= 1
    first -= _country_letters(t, first)
    mention = _named(t, first, last, head)
    if last - first == 1 and (noun in nouns.never_short or noun in nouns.plurals):
        return
    if t.classes[last] in OF and noun not in ("", "council"):
        after = capital_run(t, last + 1, people)
        if after > last + 1:
            mention = replace(mention, other=(t.words(first, after),))
    yield mention


def _first_field(t: Tokens, first: int) -> int:
    """The first of the fields between an article and a body's last one: `the |Health, Trade and Transport Committee`; the word itself where none are."""
    opening = first
    while t.texts[opening - 1] == "," and t.capital[opening - 2] and first - opening < LONGEST_BODY:
        opening -= 2
    fields = nouns_of(t.block.lexicon).fields | words_of(t.block.lexicon, "organisations", "department_fields")
    article = t.classes[opening - 1] in ARTICLES or t.texts[opening - 1].lower().rpartition(" ")[2] in t.lists.articles
    known = sum(t.texts[n].lower() in fields for n in range(opening, first, 2))
    return opening if opening < first and article and known * 2 >= (first - opening) // 2 else first


def _inside_a_title(t: Tokens, first: int, last: int) -> bool:
    """Whether words stand inside a longer title with capitals between quotation marks: `"The Town That Moved Its Library"`."""
    opened = next((n for n in range(first - 1, max(-1, first - 1 - LONGEST_QUOTED), -1) if t.texts[n] in QUOTES), -1)
    if opened < 0 or opened == first - 1:
        return False
    closing = QUOTES[t.texts[opened]]
    closed = next((n for n in range(opened + 1, min(t.size, opened + 2 + LONGEST_QUOTED)) if t.texts[n] == closing), 0)
    large = [n for n in range(opened + 1, first) if t.capital[n] and t.classes[n] in ANY_WORD + ANY_VERB + FUNCTION]
    return closed >= last and bool(large) and not any(len(t.texts[n]) > LONGEST_SMALL and t.texts[n].islower() for n in range(opened + 1, closed))


def _of_one_noun(t: Tokens, link: int, after: int) -> bool:
    """Whether `of` without an article leads to one noun that ends the name: `Library of Congress`; not `Board of the Council`."""
    return t.texts[link] == "of" and after == link + LONGER_BY_ONE and t.texts[after] != "'s" and t.classes[after] not in OF + FOR


def national_kind(t: Tokens, first: int, last: int) -> str | None:
    """The kind of a body whose name ends in its country; None of any other."""
    if t.texts[first].lower() in words_of(t.block.lexicon, "organisations", "department_fields") and _department_end(t, first) == last:
        return "state"
    national = of_a_country(t, first, last)
    return national.kind if national is not None else None


def _country_letters(t: Tokens, first: int) -> int:
    """How many words with points right before a name are the letters of its country: `U.S. Moss Service`."""
    letters = "".join(t.texts[max(0, first - COUNTRY_LETTERS) : first])
    return COUNTRY_LETTERS if letters.lower() in words_of(t.block.lexicon, "organisations", "country_letters") and t.joined(first - 1) else 0


def _letters_of_a_country(t: Tokens, first: int) -> bool:
    """Whether letters and a country name the body's part there: `BRIMAR Estonia`."""
    letters = t.classes[first] in UPPER and t.texts[first].isalpha() and len(t.texts[first]) > 2 and not t.texts[first + 1].isupper()
    return letters and t.texts[first + 1].lower() in words_of(t.block.lexicon, "countries", "COUNTRY")


def _is_country(t: Tokens, first: int, last: int) -> bool:
    """Whether words with capitals are a country or a place that owns what follows, no part of a body's name: `Kenya's`."""
    written = t.words(first, last).lower()
    return written in words_of(t.block.lexicon, "organisations", "owners") or written in words_of(t.block.lexicon, "countries", "COUNTRY")


def _says_what_about(t: Tokens, link: int) -> bool:
    """Whether `on` leads from a committee to what it is about: `Committee on Agriculture`."""
    about = t.texts[link].lower() in words_of(t.block.lexicon, "organisations", "about")
    about = about and t.classes[link + 1] not in MONTH + NUMBER
    return about and _head(t, link - 1) in words_of(t.block.lexicon, "organisations", "named_with_about") and t.capital[link - 1]


def of_a_country(t: Tokens, first: int, last: int) -> BodyMention | None:
    """A body whose name ends in its country: `Parks Wales`; a region or an age of the country is none: `South Wales`, `in Tudor England`."""
    kinds = t.block.lexicon.setting("organisations", "national_endings", {})
    ending = next((n for n in (last - 2, last - 1) if n > first and t.words(n, last) in kinds), 0)
    before = t.classes[first - 1]
    if not ending and kinds and last - first == LETTERS_AND_COUNTRY and _letters_of_a_country(t, first):
        return BodyMention(first, last, t.words(first, last), "other", "letters with their country")
    if not ending or ending - first > 3 or (before in AT and t.texts[first - 1].lower() not in words_of(t.block.lexicon, "organisations", "at_body")):
        return None
    regions = words_of(t.block.lexicon, "organisations", "of_a_country")
    department = t.words(ending, last) in t.block.lexicon.setting("organisations", "national_departments", ())
    state = department and t.texts[ending - 1].lower() in words_of(t.block.lexicon, "organisations", "department_fields")
    barred = HEADING + NO_BODY + KNOWN + ("" if state else ADJECTIVE)
    if any(t.texts[n].lower() in regions or t.classes[n] in barred for n in range(first, ending)):
        return None
    return BodyMention(first, last, t.words(first, last), "state" if state else str(kinds[t.words(ending, last)]), "name with its country")


def _department_end(t: Tokens, first: int) -> int:
    """One past a department of state that ends in its country: `Mines and Forests Canada`, `Crafts, Science and Trade Canada`; else 0."""
    countries = t.block.lexicon.setting("organisations", "national_departments", ())
    fields = words_of(t.block.lexicon, "organisations", "department_fields")
    position = first
    while position < t.size and position - first < LONGEST_DEPARTMENT:
        if t.texts[position] in countries:
            return position + 1 if position > first and t.texts[position - 1].lower() in fields else 0
        if not (t.capital[position] or (t.classes[position] in AND or t.texts[position] in (",", "-"))):
            return 0
        position += 1
    return 0


def _joined_by_and(t: Tokens, first: int, joint: int, heads: list[int], people: Collection[int]) -> int:
    """One past the words after `and` or a comma that belong to the name before it; `joint` where none do."""
    of_state = bool(heads) and t.classes[joint] in AND and _kind(t, heads[-1]) == "state" and "," in t.texts[heads[-1] : joint]
    article = of_state and t.classes[joint + 1] in ARTICLES and not t.capital[joint + 1]
    after = capital_run(t, joint + 1 + article, people)
    if after == joint + 1 + article or (t.classes[joint + 1] in ARTICLES and not article):
        return joint
    more = [n for n in range(joint + 1, after) if t.classes[n] in BODY]
    if heads:
        linked = any(t.classes[n] in OF + FOR for n in range(first, joint)) or _head(t, heads[-1]).rpartition(" ")[2] in words_of(
            t.block.lexicon, "organisations", "open_nouns"
        )
        purpose = linked and (_kind(t, heads[-1]) in NAMED_WITH_OF or _head(t, heads[-1]) in nouns_of(t.block.lexicon).with_fields)
        field = t.texts[joint + 1].lower() in nouns_of(t.block.lexicon).fields
        if (
            not purpose
            or (more and not field)
            or t.classes[joint + 1] in KNOWN
            or (t.classes[after] in ANY_VERB and not field and "," not in t.texts[heads[-1] : joint])
            or t.texts[joint + 1].isupper()
        ):
            return joint
        if t.texts[joint] == ",":
            last = range(after, min(t.size, after + 4))
            closing = any(t.classes[n] in AND and t.capital[n + 1 + (t.classes[n + 1] in ARTICLES)] for n in last)
            return after if after - joint <= 3 and (closing or _list_of_fields(t, after, people)) else joint
        return after if after - joint <= 4 else joint
    fields = nouns_of(t.block.lexicon).fields
    field = t.texts[joint + 1].lower() in fields and after - joint <= 5
    if t.texts[joint] == "," or (joint - first > 1 and not field) or t.classes[first] in UPPER + KNOWN or not more:
        return joint
    if t.classes[first - 1] in OF and t.capital[first - 2]:
        return joint
    return after if after - joint > 2 else joint


def _list_of_fields(t: Tokens, comma: int, people: Collection[int]) -> bool:
    """Whether single words between commas, fields of government among them, go on to an `and`: `, Culture, Crafts, Sport and Media`."""
    fields = nouns_of(t.block.lexicon).fields
    position, several = comma, 0
    while t.texts[position] == "," and position - comma < LONGEST_BODY:
        after = capital_run(t, position + 1, people)
        if not 0 < after - position - 1 <= 2 or t.classes[position + 1] in BODY + KNOWN + UPPER:
            return False
        several += t.texts[position + 1].lower() in fields
        position = after
    return several > 0 and t.classes[position] in AND and t.capital[position + 1]


def _named(t: Tokens, first: int, last: int, head: int) -> BodyMention:
    short = last - first == 1 and " " not in t.texts[first]
    return BodyMention(first, last, t.words(first, last), _kind(t, head), "words with capitals and a noun", head=_head(t, head), short=short)
