"""Names of people: where a block names a person, and which words are the given name and the family name.

A name is a known first name and a family name, or words with capitals that stand beside a civility, an office or another person.
Which mentions are one person is decided in `people`.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from partnership_analysis.extraction.tokens import (
    ADJECTIVE,
    AND,
    ANY_OFFICE,
    ANY_WORD,
    ARTICLE,
    ARTICLES,
    AT,
    BODY,
    CAPITAL,
    CHARGE,
    CIVILITY,
    FOR,
    FORMER,
    FUNCTION,
    HOLDS,
    INDEFINITE,
    KNOWN,
    LETTER,
    MONTH,
    NAMED_AFTER,
    NAMED_BEFORE,
    NO_BODY,
    NUMBER,
    OF,
    PARTICLE,
    POSSESSIVE,
    POST_NOMINAL,
    PROFESSION,
    SAID,
    SUCCEEDED,
    UPPER,
    VERB,
    WITH,
    Tokens,
    fold,
    words_of,
)
from partnership_analysis.extraction.towns import is_town

LONGEST_NAME = 9
INITIAL = 2
"""Words of an initial with its point."""
GENERATIONS = frozenset(("II", "III", "IV"))
MOST_CAPITALS = 4
LONGEST_SUCCESSION = 6
LONGEST_OF = 2
ROMAN = frozenset("IVXLC")
LONGEST_PLAIN_CIVILITY = 3
"""Letters of `Mme`; longer civilities are part of a body's or a street's name: `Fondation Abbé Pierre`."""
ALSO_A_FAMILY_NAME = NO_BODY + NAMED_BEFORE + NAMED_AFTER + ADJECTIVE
"""Classes of words that are family names after a sure first name: `Ellen Pier`, `Anne Pont`."""


@dataclass(frozen=True, slots=True)
class NameMention:
    """Words that name a person: from word `first` to word `last`, the latter not included; `given` is empty for a family name alone."""

    first: int
    last: int
    given: str
    family: str
    rule: str

    @property
    def name(self) -> str:
        """The name as a reader writes it."""
        return f"{self.given} {self.family}".strip()


def name_mentions(t: Tokens) -> list[NameMention]:
    """The people named in a block, in reading order."""
    found: list[NameMention] = []
    unsure: list[NameMention] = []
    position = 0
    for start in t.marks:
        if start < position or not t.capital[start]:
            continue
        position = start
        mention = _after_civility(t, position) if t.classes[position] in CIVILITY else None
        if mention is None and (
            t.classes[position] in PERSON_STARTS
            or _first_name_of_an_office(t, position)
            or _first_name_before_an_office(t, position)
            or _known_body_with_first_name(t, position)
            or _initial(t, position) == 2
            or _opens_with_particle(t, position)
        ):
            presided = (_presided_over(t, position) and _first_name_inside(t, position, _name_end(t, position))) or _past_a_function(t, position)
            if presided:
                position = presided
                continue
            mention = _full_name(t, position)
            if mention is None:
                candidate = _candidate(t, position)
                inner = _first_name_inside(t, position, candidate.last) if candidate is not None else 0
                if inner:
                    position = inner
                    continue
                if candidate is not None and _has_company(t, candidate):
                    mention = candidate
                elif candidate is not None:
                    unsure.append(candidate)
                    position = candidate.last
                    continue
                elif _ends_in_article(t, position - 1) and not t.capital[position - 1] and not t.shouting:
                    position = _name_end(t, position)
                    continue
        if mention is None:
            continue
        found.append(mention)
        if not mention.given and t.texts[mention.first - 1].lower() in words_of(t.block.lexicon, "titles", "plural_civilities"):
            found += _more_family_names(t, mention.last)
        position = found[-1].last
    return _with_company(t, found, unsure) if unsure else found


def listed_places(t: Tokens) -> Iterator[str]:
    """The names, folded, that stand behind a noun of places, alone or in a list: `les localités suivantes : Médina Sor, Gama et Anne Baye`."""
    nouns, follow = words_of(t.block.lexicon, "names", "localities"), words_of(t.block.lexicon, "names", "localities_follow")
    if nouns.isdisjoint(t.texts):
        return
    for noun in range(t.size):
        if t.texts[noun] not in nouns:
            continue
        position = noun + 1
        while t.classes[position] in OF or t.texts[position].lower() in follow:
            position += 1
        while position > noun + 1 and t.name_word(position):
            last = position
            while t.name_word(last):
                last += 1
            yield fold(t.words(position, last))
            position = last + 1 if t.texts[last] == "," or t.classes[last] in AND else t.size


def _known_body_with_first_name(t: Tokens, unit: int) -> bool:
    """Whether a word names a body and is a first name too: `Alma` in `Alma Verney`."""
    word = t.texts[unit]
    return t.classes[unit] in KNOWN and " " not in word and not word.isupper() and t.name_word(unit + 1)


def _first_name_of_an_office(t: Tokens, unit: int) -> bool:
    """Whether a word of another trade is a first name behind an office: `secretary Bill Hale`."""
    return t.classes[unit] in NO_BODY and t.classes[unit - 1] in ANY_OFFICE + CIVILITY and t.name_word(unit + 1) and not t.shouting


def _first_name_before_an_office(t: Tokens, unit: int) -> bool:
    """Whether a word of another trade is a first name, as a family name, a comma and an office follow: `Grant Hale, Deputy Director`."""
    if t.classes[unit] not in NO_BODY or t.capital[unit - 1] or t.shouting or not t.name_word(unit + 1) or fold(t.texts[unit]) not in t.lists.sure:
        return False
    last = _name_end(t, unit + 1)
    return t.texts[last] == "," and any(t.classes[n] in ANY_OFFICE for n in range(last + 1, last + 3))


def _more_family_names(t: Tokens, position: int) -> list[NameMention]:
    """The other names after a civility in the plural: `Mmes Nguyen et Ben Saïd`."""
    found = []
    while t.texts[position] == "," or t.classes[position] in AND:
        first = position + 1 + (t.texts[position] == "," and t.classes[position + 1] in AND)
        start = _past_particles(t, first)
        if not t.name_word(start):
            break
        position = _name_end(t, start)
        found.append(NameMention(first, position, "", _written(t, first, position), rule="civility and family name"))
    return found


PERSON_STARTS = CAPITAL + UPPER + MONTH + LETTER


def _initial(t: Tokens, unit: int) -> int:
    """How many words an initial takes: 2 with its point, 1 without, 0 where there is none."""
    if t.classes[unit] in CIVILITY and len(t.texts[unit]) == 2 and t.texts[unit][1] == "." and unit > 0 and t.name_word(unit - 1):
        return 1
    if not t.capital[unit] or len(t.texts[unit]) != 1:
        return 0
    if t.texts[unit + 1] == "." and t.joined(unit + 1):
        return 2
    return 1 if t.classes[unit] in LETTER else 0


def _name_end(t: Tokens, first: int) -> int:
    """One past the last word of a name that begins at `first`: capitals, initials, and particles between them."""
    position, capitals = first, 0
    if t.classes[position] in KNOWN + NO_BODY or _opens_with_particle(t, position):
        position, capitals = first + 1, 1
    while position < t.size and position - first < LONGEST_NAME:
        letters = _initial(t, position) if len(t.texts[position]) <= 2 else 0
        if t.name_word(position):
            capitals += 1
            position += 1
        elif letters == 2 or (letters and position > first):
            position += letters
            if t.texts[position] == "-" and _initial(t, position + 1):
                position += 1
        elif capitals and t.capital[position] and not t.capital[position + 1] and _small_word_as_family_name(t, first, position):
            position += 1
            capitals += 1
        elif t.classes[position] in PARTICLE + OF and capitals:
            after = _past_particles(t, position)
            if after == position or not t.name_word(after) or (capitals > 1 and not _noble(t, position, after)):
                break
            position = after + 1
            capitals += 1
        else:
            break
    return position


def _opens_with_particle(t: Tokens, unit: int) -> bool:
    """Whether a particle is a first name, as an initial and a name follow it: `Van R. Hale`."""
    return t.classes[unit] in PARTICLE and t.capital[unit] and _initial(t, unit + 1) == INITIAL and t.name_word(unit + 1 + INITIAL)


def _small_word_as_family_name(t: Tokens, first: int, unit: int) -> bool:
    """Whether a small word with a capital ends a name: `Anne Le`, after a known first name also a verb's form: `Mercy Ama Were`."""
    if t.classes[unit] in PARTICLE:
        return len(t.texts[unit]) > 2
    verb = t.classes[unit] in HOLDS + VERB and " " not in t.texts[unit] and not t.texts[unit].isupper()
    return verb and t.block.block.kind != "heading" and not t.shouting and known_first(t, t.texts[first])


def _past_particles(t: Tokens, position: int) -> int:
    """One past the particles of a family name that stand at a word."""
    allowed = t.lists.particles
    after = position
    while after - position < 3 and t.classes[after] in PARTICLE + OF and (t.capital[after] or t.texts[after].lower() in allowed):
        after += 1
    return after


def _noble(t: Tokens, first: int, last: int) -> bool:
    """Whether particles after a whole name go on with it: `d'Argentré`, `de La Tour`, `de Leyritz`; not `de Nantes`, a town."""
    written = t.words(first, last)
    if written[-1] == "'" or written.split()[-1][0].isupper():
        return True
    after = last + 1
    while t.name_word(after):
        after += 1
    if t.classes[last] in UPPER and t.classes[first - 1] in UPPER:
        return True
    return last - first == 1 and t.classes[first] in OF and not is_town(t.block.lexicon, t.words(last, after))


def _parts(t: Tokens, first: int, last: int) -> tuple[str, str] | None:
    """Given name and family name of words that begin with a given name; None where nothing is left for the family name."""
    known = t.lists.first_names
    given = first + (_initial(t, first) or 1)
    while given < last - 1:
        if t.texts[given] == "-":
            given += 1
        elif letters := _initial(t, given):
            given += letters
        elif t.name_word(given) and fold(t.texts[given]) in known and any(t.name_word(n) for n in range(given + 1, last)):
            given += 1
        else:
            break
    if given >= last or not any(t.capital[n] and len(t.texts[n]) > 1 for n in range(given, last)):
        return None
    return _written(t, first, given), _written(t, given, last)


def _written(t: Tokens, first: int, last: int) -> str:
    """The words of a name; those in capitals throughout with a capital at the start of each part."""
    pieces: list[str] = []
    for number in range(first, last):
        word = t.texts[number]
        if len(word) > 1 and word.isupper() and word not in GENERATIONS:
            word = "-".join("'".join(part.capitalize() for part in piece.split("'")) for piece in word.split("-"))
            if t.classes[number] in OF + PARTICLE and number > first:
                word = word.lower()
        pieces.append(("" if t.joined(number) or not pieces else " ") + word)
    return "".join(pieces)


def known_first(t: Tokens, word: str) -> bool:
    """Whether a word is a first name, whole or in its first part; a particle inside makes a place of it: `Val-de-Brume`."""
    plain, known = fold(word), t.lists.first_names
    if not plain or plain in known or plain.replace(" ", "-") in known:
        return bool(plain)
    first, *others = plain.split(" ")
    return first in known and not any(part in t.lists.particles or part in t.lists.place_links for part in others)


def _full_name(t: Tokens, first: int) -> NameMention | None:
    """A known first name and a family name: `Marie Dupont`, `DUPONT Marie`."""
    text = t.texts[first]
    last = _name_end(t, first)
    if _letters_and_country(t, first, last):
        return None
    inverted = _inverted(t, first, last) if last - first > 1 else None
    if inverted is not None:
        return None if t.capital[last] and t.classes[last] in BODY else inverted
    if len(text) < 2 or not known_first(t, text):
        return None
    doubtful = fold(text) in t.lists.weak and t.classes[first] not in MONTH
    other_trade = last == first + 1 and not doubtful and _also_a_family_name(t, last)
    last += other_trade
    if last - first < 2 or sum(t.name_word(n) for n in range(first, last)) > MOST_CAPITALS:
        return None
    if t.classes[first] in MONTH and (t.classes[first - 1] in AT + OF + FUNCTION + NUMBER + WITH or _behind_a_month(t, first - 1)):
        return None
    parts = _parts(t, first, last)
    if parts is None or _of_something_else(t, first, last) or (t.shouting and not _set_apart(t, last)) or _ends_as_a_company(t, last):
        return None
    if t.classes[last - 1] in UPPER and len(t.texts[last - 1]) == 2 and t.classes[first] not in UPPER and t.texts[last - 1] not in GENERATIONS:
        return None
    if _body_of_an_office(t, first, last):
        return None
    mention = NameMention(first, last, *parts, rule="first name and family name")
    if (doubtful or other_trade) and not _has_company(t, mention) and not _says(t, mention):
        return None
    return mention


def _behind_a_month(t: Tokens, joint: int) -> bool:
    """Whether another month stands before `and` or a comma: `In October and June RTOS taught`."""
    return (t.classes[joint] in AND or t.texts[joint] in (",", "–", "-", "/")) and t.classes[joint - 1] in MONTH


def _ends_as_a_company(t: Tokens, last: int) -> bool:
    """Whether the last word of several with capitals is one that ends companies' names: `Coral Health Systems`."""
    return t.texts[last - 1].lower() in words_of(t.block.lexicon, "organisations", "ends_a_company")


def _body_of_an_office(t: Tokens, first: int, last: int) -> bool:
    """Whether words in brackets stand behind a name's office and its comma: `Anne Roe (Clerk, Marlow Vale)`."""
    closed = t.texts[last] == ")" and t.texts[first - 1] == "," and t.classes[first - 2] in ANY_OFFICE
    opened = next((n for n in range(first - 2, max(0, first - LONGEST_NAME), -1) if t.texts[n] in "(),;"), 0) if closed else 0
    return opened > 0 and t.texts[opened] == "(" and t.name_word(opened - 1)


def _letters_and_country(t: Tokens, first: int, last: int) -> bool:
    """Whether letters and a country are a body's part there: `BRIMAR Estonia`."""
    letters = last == first + 2 and t.classes[first] in UPPER and t.classes[last - 1] not in UPPER
    lexicon = t.block.lexicon
    national = letters and bool(lexicon.setting("organisations", "national_endings", {}))
    return national and t.texts[last - 1].lower() in words_of(lexicon, "countries", "COUNTRY")


def _also_a_family_name(t: Tokens, unit: int) -> bool:
    """Whether a word of another trade is the family name after a sure first name: `Ellen Pier`, not `Marine Nationale`."""
    if not (t.capital[unit] and t.classes[unit] in ALSO_A_FAMILY_NAME) or t.shouting:
        return False
    after = unit + 1
    return not t.capital[after] and t.classes[unit - 2] not in AT + ARTICLES + NAMED_AFTER + BODY + NO_BODY and t.classes[after] not in OF + NUMBER


def _set_apart(t: Tokens, last: int) -> bool:
    """Whether a name in a line of capitals ends where the line or a phrase does."""
    return last >= t.size or t.texts[last] in ",;:(–-)." or t.classes[last] in AND + ANY_OFFICE


def _inverted(t: Tokens, first: int, last: int) -> NameMention | None:
    """A family name in capitals before the first name: `DUPONT Marie`, or a family name before an initial: `Verlaine B.`"""
    names = [n for n in range(first, last) if t.name_word(n)]
    known = t.lists.sure
    initial = len(names) == 1 and last - first == 3 and t.classes[last - 2] in LETTER and t.texts[last - 1] == "."
    listed = t.first_of_sentence(first) or t.classes[first - 1] in AND or t.texts[first - 1] == ","
    if initial and listed and fold(t.texts[first]) not in known:
        return NameMention(first, last, t.words(last - 2, last), _written(t, first, last - 2), rule="family name and initial")
    if len(names) < 2 or t.shouting or t.classes[names[-1]] in UPPER or any(t.classes[n] not in UPPER for n in names[:-1]):
        return None
    given = fold(t.texts[names[-1]])
    if all(len(t.texts[n]) > 1 for n in names) and names[-1] == last - 1 and (given in known or given.split(" ")[0] in known):
        return NameMention(first, last, _written(t, names[-1], last), _written(t, first, names[-1]), rule="family name first")
    return None


def _of_something_else(t: Tokens, first: int, last: int) -> bool:
    """Whether the words around a name make it a street, a school, a prize: `rue Jean Martin`, `Jean Martin Trust`."""
    before = first - 1
    while t.classes[before] in OF + PARTICLE:
        before -= 1
    near = before == first - 1
    while near and t.classes[before] in ADJECTIVE and t.classes[before - 1] in BODY + ADJECTIVE and not t.capital[before]:
        before -= 1
    if t.classes[before] in NAMED_AFTER or (near and t.classes[before] in NO_BODY and not t.shouting):
        return True
    if not t.shouting and not t.capital[first - 1] and (_ends_in_article(t, first - 1) or t.classes[first - 1] in INDEFINITE):
        return True
    if t.classes[first - 1] in ARTICLE and t.first_of_sentence(first - 1) and not t.shouting:
        return True
    joint = first - 1
    if t.classes[joint] in AND or t.texts[joint] == ",":
        while joint > 0 and first - joint < LONGEST_NAME and t.name_word(joint - 1):
            joint -= 1
        if joint < first - 1 and t.classes[joint - 1] in BODY + NAMED_AFTER and t.texts[joint - 1].lower() in nouns_in_plural(t):
            return True
    if near and t.classes[before] in BODY + KNOWN and not (t.shouting or before <= 0):
        return True
    return t.capital[last] and t.classes[last] in BODY + NO_BODY + NAMED_BEFORE and not t.shouting


def _ends_in_article(t: Tokens, unit: int) -> bool:
    """Whether a small word is or ends in an article, which stands before no name: `l'Adil`, `on the Allan`, `du`."""
    if t.classes[unit] not in ARTICLES + OF + AT + WITH + FOR:
        return False
    last = t.texts[unit].lower().rsplit(" ", 1)[-1]
    return last in t.lists.articles


def nouns_in_plural(t: Tokens) -> Collection[str]:
    """Nouns of bodies and buildings in the plural, in small letters: `collèges`."""
    return words_of(t.block.lexicon, "names", "named_after_in_plural")


def _after_civility(t: Tokens, position: int) -> NameMention | None:
    """A name after a civility: `Mme de La Tour`, `Dr Hale`, `M. Hubert du Plessis d'Argentré`."""
    if t.classes[position - 1] in BODY + NAMED_AFTER and len(t.texts[position]) > LONGEST_PLAIN_CIVILITY:
        return None
    first = position + 1
    while t.classes[first] in CIVILITY:
        first += 1
    start = _past_particles(t, first)
    if start > first and not t.capital[start]:
        return None
    letters = _initial(t, start)
    if not (t.name_word(start) or (letters and (t.name_word(start + letters) or _initial(t, start + letters)))):
        if t.capital[start] and t.classes[start] in ALSO_A_FAMILY_NAME + KNOWN and not t.name_word(start + 1):
            return NameMention(first, start + 1, "", _written(t, first, start + 1), rule="civility and family name")
        return None
    last = _name_end(t, start)
    if start == first:
        inverted = _inverted(t, first, last)
        parts = _parts(t, first, last)
        if inverted is not None or parts is not None:
            return inverted or NameMention(first, last, *(parts or ("", "")), rule="civility and name")
        if _also_a_family_name(t, last) and known_first(t, t.texts[first]):
            return NameMention(first, last + 1, t.texts[first], t.texts[last], rule="civility and name")
    return NameMention(first, last, "", _written(t, first, last), rule="civility and family name")


def _first_name_inside(t: Tokens, first: int, last: int) -> int:
    """Where a sure first name begins inside words with capitals that begin with a town or a body's words; 0 where none does.

    `Épinay-sur-Seine Hervé Chevreau`, `Université de Bordeaux Anne Roux`.
    """
    if (
        (known_first(t, t.texts[first]) and not _presided_over(t, first))
        or _initial(t, first)
        or not ("-" in t.texts[first] or t.classes[first - 1] in BODY + OF + ADJECTIVE + KNOWN)
    ):
        return 0
    return next((n for n in range(first + 1, last - 1) if t.name_word(n) and known_first(t, t.texts[n]) and fold(t.texts[n]) not in t.lists.weak), 0)


def _presided_over(t: Tokens, unit: int) -> bool:
    """Whether a word stands behind an office and `of`: a body or a town, no person."""
    return t.classes[unit - 1] in OF and t.classes[unit - 2] in ANY_OFFICE and t.name_word(unit + 1)


def _past_a_function(t: Tokens, unit: int) -> int:
    """One past what an office is in charge of, where a word behind `of` opens it: `Coordinator of Marine Works`; else 0."""
    if t.classes[unit - 1] not in OF or t.classes[unit - 2] not in ANY_OFFICE or _ends_in_article(t, unit - 1):
        return 0
    of_a_function = t.texts[unit - 2].lower() in words_of(t.block.lexicon, "offices", "of_a_function")
    return max(_name_end(t, unit), unit + 1) if of_a_function and t.capital[unit + 1] else 0


def _candidate(t: Tokens, first: int) -> NameMention | None:
    """Two or three words with capitals that could be a name, were there another sign of it."""
    last = _name_end(t, first)
    words = [n for n in range(first, last) if t.name_word(n)]
    if not 2 <= len(words) <= MOST_CAPITALS and not (len(words) == 1 and last - first > 1 and _initial(t, first)):
        return None
    if t.texts[first] in ROMAN and t.first_of_sentence(first) and t.block.block.kind != "table_cell":
        return None
    if _of_something_else(t, first, last) or t.classes[first - 1] in ARTICLES or (all(t.classes[n] in UPPER for n in words) and not t.shouting):
        return None
    field = t.texts[last - 1].lower() in words_of(t.block.lexicon, "organisations", "fields") or not known_first(t, t.texts[first])
    if t.classes[last] in ANY_OFFICE and t.texts[first - 1] in (",", "(") and field:
        return None
    if _ends_as_a_company(t, last):
        return None
    parts = _parts(t, first, last)
    return NameMention(first, last, *parts, rule="words with capitals and a sign of a person") if parts else None


def _has_company(t: Tokens, mention: NameMention) -> bool:
    """Whether an office or a civility stands right before or right after a name, or initials and a name fill a block."""
    before, after = mention.first - 1, mention.last
    initial = _initial(t, 0) and t.block.block.kind == "table_cell"
    if mention.first == 0 and after == t.size and (initial or t.before_office or t.column in words_of(t.block.lexicon, "names", "people_columns")):
        return True
    if t.classes[before] in PROFESSION:
        return True
    if t.texts[before] == "," and t.classes[before - 1] in ANY_OFFICE and t.texts[after] == "(" and not known_first(t, t.texts[mention.first]):
        return False  # `Anne Lee, Chief Executive, Calder Homes (chair)`
    if _initial(t, mention.first) and (t.classes[before] in WITH or t.texts[before] == ":") and t.texts[after] in ("", ".", ",", ";"):
        return True
    if t.classes[before] in ANY_OFFICE + CIVILITY and not t.shouting:
        return t.texts[before].lower() not in words_of(t.block.lexicon, "offices", "of_a_field")
    if t.classes[before] in WITH and _takes_over(t, before):
        return True
    if t.texts[before] == "," and t.classes[before - 1] in ANY_OFFICE and t.texts[after] == "," and _the_office(t, before - 1):
        return True
    if t.classes[before] in HOLDS and t.classes[before - 1] in ANY_OFFICE:
        return True
    while t.classes[after] in POST_NOMINAL:
        after += 1
    if t.texts[after] == "," and t.texts[after + 1].lower().split(" ")[0] in words_of(t.block.lexicon, "names", "who"):
        return True
    if t.texts[after] in (",", "(", "–", "-", ":"):
        after += 1
        opened = t.classes[after]
        while t.classes[after] in FORMER + ARTICLES + INDEFINITE + POSSESSIVE:
            after += 1
        for _ in range(3):
            if t.classes[after] in ANY_OFFICE + CHARGE + PROFESSION:
                return True
            if t.classes[after] not in ANY_WORD + CAPITAL + ADJECTIVE:
                break
            after += 1
        return opened in INDEFINITE and known_first(t, t.texts[mention.first]) and not any(t.classes[n] in BODY for n in range(after - 3, after + 1))
    return t.capital[after] and t.classes[after] in ANY_OFFICE and not t.shouting and not t.name_word(before)


def _the_office(t: Tokens, office: int) -> bool:
    """Whether an article stands before an office, a few words with capitals at most between them: `The Marlow Chief Ferry Director`."""
    first = office
    while office - first < LONGEST_NAME and t.capital[first - 1] and t.classes[first - 1] in CAPITAL + UPPER + BODY + ADJECTIVE:
        first -= 1
    return t.classes[first - 1] in ARTICLES and t.first_of_sentence(first - 1)


def _takes_over(t: Tokens, link: int) -> bool:
    """Whether a word leads from `was succeeded` to the one who takes over, an office at most between them: `was succeeded as Chair by`."""
    position = link - 1
    while link - position < LONGEST_SUCCESSION and t.classes[position] in ANY_OFFICE + HOLDS + ARTICLES + OF + FUNCTION:
        position -= 1
    return position >= 0 and t.classes[position] in SUCCEEDED


def _before_of_somewhere(t: Tokens, joint: int) -> int:
    """The word behind a name, where `of` and one or two words with a capital stand between it and `and`: `Ann Lee of Marlow and …`."""
    first = joint
    while joint - first < LONGEST_OF and t.capital[first - 1] and t.classes[first - 1] in CAPITAL + UPPER:
        first -= 1
    return first - 1 if first < joint and t.classes[first - 1] in OF and t.classes[joint] in AND else joint


def _says(t: Tokens, mention: NameMention) -> bool:
    """Whether the person speaks: `said Anne Roux`, `Anne Roux explains`."""
    return t.classes[mention.first - 1] in SAID or t.classes[mention.last] in SAID


def _with_company(t: Tokens, found: list[NameMention], unsure: list[NameMention]) -> list[NameMention]:
    """The names found, and the unsure ones that speak or stand in a list with them: `avec Anne Roux, Xyz Noir et …`."""
    kept = {mention.first: mention for mention in found}
    ends = {mention.last for mention in found}
    for mention in unsure:
        joint = mention.first - 1
        if t.classes[joint] in CIVILITY:
            joint -= 1
        if t.classes[joint] in AND and t.texts[joint - 1] == ",":
            joint -= 1
        if t.texts[joint - 1] == ")":
            joint = next((n for n in range(joint - 1, max(0, joint - LONGEST_NAME), -1) if t.texts[n] == "("), joint)
        joint = _before_of_somewhere(t, joint)
        joined = t.classes[mention.first - 1] in AND + CIVILITY or known_first(t, t.texts[mention.first])
        goes_on = (t.classes[mention.last] in AND or t.texts[mention.last] == ",") and mention.last + 1 in kept
        listed = joint in ends and (joined or goes_on) and mention.last - mention.first <= 3
        if (listed and t.classes[mention.last] not in ARTICLE) or (_says(t, mention) and t.classes[mention.first - 1] not in ARTICLES):
            kept[mention.first] = mention
            ends.add(mention.last)
    for mention in reversed(unsure):
        joint = t.classes[mention.last] in AND or t.texts[mention.last] == ","
        if mention.first not in kept and joint and mention.last + 1 in kept and known_first(t, t.texts[mention.first]):
            kept[mention.first] = mention
    return [kept[first] for first in sorted(kept)]
