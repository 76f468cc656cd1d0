"""Numbers in figures and in words, with their multiplier, currency or per cent.

Reads a block's words with the classes of `lexicons/<language>/numbers.toml` and `figures.toml` and makes one `AMOUNT` unit of each number:
`14 000,12 €`, `10,6 k`, `quatre-vingt-dix-sept`, `une vingtaine`, `trois quarts`, `two in five`. What a run of number words is worth
text2num works out. What a number counts is decided in `figures.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from text_to_num import text2num

from partnership_analysis.extraction.rules import Match, Phrase, Rule, compose
from partnership_analysis.extraction.time_words import ADDRESS
from partnership_analysis.extraction.units import ReadBlock, Units, code
from partnership_analysis.extraction.windows import Stretches, triggers, window_units, windows
from partnership_analysis.language.lexicon import Lexicon
from partnership_analysis.language.words import Words

FILES = ("numbers", "figures")
LETTERS = r"[^\W\d_]"
TELEPHONE = r"(?<![\w.,])(?:\+\d{1,3}[ .-]?(?:\(0\)[ ]?)?\d{1,4}(?:[ .-]?\d{2,4}){2,4}|0\d(?:[ .-]\d{2}){4}|0\d{9}|\(?0\d{2,4}\)?[ ]\d{3,4}[ ]\d{3,4})(?![\w])"
AMOUNT, NUMBER = code("AMOUNT"), code("NUMBER")
TRIGGERS = ("NUMBER_WORD", "NINE", "ONLY", "COLLECTIVE", "FRACTION", "MULTIPLIER")
"""Classes near which a figure may stand without digits."""
LARGEST_WHOLE = 10
"""`7 sur 10` is a share; `31 sur 38` counts."""
SCORE_REACH = 6
"""Units before a number in which a word such as `note` makes it a mark."""
BEFORE, AFTER = 110, 80
"""Characters before and after a number whose words say what it is and what it counts."""

WORDS = Rule(
    "number in words",
    "quatre vingt dix sept",
    (
        "ONE NUMBER_WORD|NINE{1,7} AND NUMBER_WORD|ONE|NINE{1,4}",
        "ONE NUMBER_WORD|NINE{1,7}",
        "NUMBER_WORD|NINE{1,8} AND NUMBER_WORD|ONE|NINE{1,4}",
        "NUMBER_WORD|NINE{1,8} ONE?",
    ),
)
ONLY_ONE = Rule("only one", "un seul", "ONE ONLY")
COLLECTIVE = Rule("about so many", "une vingtaine", ("number=ONE|AMOUNT times=COLLECTIVE", "times=COLLECTIVE"))
RESTATED = Rule("number told twice", "douze (12)", "number=AMOUNT ( again=AMOUNT )")
HALF_A_MILLION = Rule("part of a million", "half a million", "part=FRACTION ONE times=MULTIPLIER")
MULTIPLIED = Rule("number and multiplier", "2,5 millions", "number=AMOUNT|ONE times=MULTIPLIER{1,2}")
FRACTION = Rule("part of a whole", "trois quarts", ("number=ONE|AMOUNT -? part=FRACTION", "part=FRACTION"))
ONE_IN = Rule(
    "so many in so many", "deux sur trois", ("number=AMOUNT|ONE PART_OF EVERY? whole=AMOUNT", "number=ONE WORD|NOUN PART_OF EVERY? whole=AMOUNT")
)
SLASHED = Rule("fraction in figures", "1/3 des usagers", "number=NUMBER / whole=NUMBER")
MONEY = Rule("money", "2,5 millions d'euros", ("number=AMOUNT OF? sign=CURRENCY", "sign=CURRENCY number=AMOUNT", "number=AMOUNT times=MONEY_UNIT"))
PERCENT = Rule("per cent", "12 %", "number=AMOUNT sign=PERCENT")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written: its value, its sign (`%`, `€`, `euros`) where it has one, and how it stands."""

    value: float
    sign: str | None = None
    rough: bool = False
    """A collective: about so many."""
    spelt: bool = False
    """In words."""
    share: bool = False
    """A fraction told as per cent."""


@cache
def figure_splitter(lexicon: Lexicon) -> re.Pattern[str]:
    """Words as the rules of figures see them: a number with its thousands and decimals is one, so is a telephone number or an address."""
    elisions = tuple(lexicon.setting("language", "elisions", ()))
    elided = rf"(?i:\b(?:{'|'.join(elisions)}))'(?={LETTERS})|" if elisions else ""
    decimal = re.escape(str(lexicon.setting("language", "decimal_mark", ".")))
    marks = "".join(re.escape(mark) for mark in lexicon.setting("language", "thousands_marks", (" ",)))
    other = "." if decimal != r"\." else ","
    number = (
        rf"(?<![\d]{decimal})(?<!\d)(?:\d{{1,3}}(?:[{marks}]\d{{3}})+(?!\d)(?:{decimal}\d+)?|\d+(?:{decimal}\d+)+"
        rf"|\d+{re.escape(other)}\d{{1,2}}(?!\d)|\d++)"
    )
    return re.compile(rf"{ADDRESS}|{TELEPHONE}|{number}|{elided}{LETTERS}++(?:[-'](?!s\b){LETTERS}++)*+|'s\b|[^\s]")


@cache
def _number_words(lexicon: Lexicon) -> frozenset[str]:
    classes = lexicon.vocabulary(*FILES).by_class
    names = ("NUMBER_WORD", "ONE", "NINE", "FRACTION", "AND", "COMPOUND")
    return frozenset(entry.form.lower() for name in names for entry in classes.get(name, ()))


def number_units(block: ReadBlock, taken: Stretches) -> Units:
    """The units of a block, those near numbers only, with each number as one `AMOUNT`. Numbers inside `taken` stretches open no window."""
    lexicon, text = block.lexicon, block.text
    positions = [at for at in triggers(lexicon, FILES, TRIGGERS).positions(text) if not taken.touch(at, at + 1)]
    spans = windows(text, positions, before=BEFORE, after=AFTER)
    if not spans:
        return Units(text, (), (), "")
    known = _number_words(lexicon)
    units = window_units(text, spans, figure_splitter(lexicon), lexicon, FILES, lambda words: _apart(words, known))
    return compose(_literals(units, lexicon), _phrases(lexicon.language))


def _apart(words: Words, known: frozenset[str]) -> Words:
    """The words with each hyphenated one made of number words taken apart."""
    if not any("-" in words.text[s:e] for s, e in zip(words.starts, words.ends, strict=True) if e - s > 4):
        return words
    starts: list[int] = []
    ends: list[int] = []
    for start, end in zip(words.starts, words.ends, strict=True):
        word = words.text[start:end]
        if end - start > 4 and "-" in word and all(part in known for part in word.lower().split("-")):
            position = start
            for part in word.split("-"):
                starts.append(position)
                ends.append(position + len(part))
                position += len(part) + 1
        else:
            starts.append(start)
            ends.append(end)
    return Words(words.text, starts, ends)


def _literals(units: Units, lexicon: Lexicon) -> Units:
    """Numbers in figures become amounts, but for those that are part of a word or an ordinal."""
    classes: list[str] = list(units.classes)
    values: dict[int, Any] = dict(units.values)
    decimal = str(lexicon.setting("language", "decimal_mark", "."))
    for match in re.finditer(NUMBER, units.classes):
        unit = match.start()
        start, end = units.starts[unit], units.ends[unit]
        word = units.text[start:end]
        before, after = units.text[start - 1 : start], units.text[end : end + 1]
        if before and (before.isalnum() or before in "_#@\\°/") and not (before == "/" and units.text[start - 2 : start - 1] == " "):
            continue
        if before in "-." and units.text[start - 2 : start - 1].isalpha() and start > 1:
            continue
        if after.isalpha() and not units.is_class(unit + 1, "MULTIPLIER", "MONEY_UNIT", "CURRENCY", "TECHNICAL", "NOUN"):
            continue
        if after == "/" and units.text[end + 1 : end + 2].isdigit():
            continue
        value = literal_value(word, decimal)
        if value is not None:
            classes[unit], values[unit] = AMOUNT, Amount(value)
    return Units(units.text, units.starts, units.ends, "".join(classes), values)


def literal_value(word: str, decimal: str) -> float | None:
    """The value of a number in figures; None where it has more than one decimal mark (a version, a date)."""
    plain = word.replace(" ", "")
    other = "." if decimal == "," else ","
    if plain.count(decimal) > 1:
        groups = plain.split(decimal)
        if all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3:
            return float("".join(groups))
        return None
    if other in plain:
        groups = plain.split(other)
        if all(len(group.split(decimal)[0]) == 3 for group in groups[1:]):
            plain = plain.replace(other, "")
        elif len(groups) == 2 and decimal not in plain:
            plain = plain.replace(other, decimal)
        else:
            return None
    plain = plain.replace(decimal, ".")
    return float(plain) if len(plain) <= 18 and re.fullmatch(r"\d+(?:\.\d+)?", plain) else None


@cache
def _phrases(language: str) -> tuple[Phrase, ...]:
    return (
        Phrase(WORDS, "AMOUNT", lambda match: _words_value(match, language)),
        Phrase(ONLY_ONE, "AMOUNT", lambda match: Amount(1.0, spelt=True)),
        Phrase(COLLECTIVE, "AMOUNT", _collective),
        Phrase(HALF_A_MILLION, "AMOUNT", lambda match: Amount(match.value("times") / match.value("part"), spelt=True)),
        Phrase(MULTIPLIED, "AMOUNT", _multiplied),
        Phrase(RESTATED, "AMOUNT", _restated),
        Phrase(FRACTION, "AMOUNT", _fraction),
        Phrase(SLASHED, "AMOUNT", _slashed),
        Phrase(ONE_IN, "AMOUNT", _one_in),
        Phrase(MONEY, "AMOUNT", _money),
        Phrase(PERCENT, "AMOUNT", _percent),
    )


def _words_value(match: Match, language: str) -> Amount | None:
    units = match.units
    words = [units.words(n, n + 1).lower() for n in range(match.first, match.last)]
    first = units.text[match.start]
    if (
        first.isupper()
        and match.first
        and not units.is_class(match.first - 1, ".", ":", "!", "?", "-", "–", "•", "*", "|", "(", '"', "«")
        and not units.text[match.start : match.end].isupper()
    ):
        return None
    if units.is_class(match.first - 1, "-") and units.text[match.start - 1 : match.start] == "-":
        return None
    return spelt_amount(words, language)


def spelt_amount(words: Sequence[str], language: str) -> Amount | None:
    """The number that words spell; None where they spell none together (`deux trois`)."""
    try:
        return Amount(float(text2num(" ".join(words), language)), spelt=True)
    except ValueError:
        return None


def _amount(match: Match, field: str) -> Amount:
    value = match.value(field) if match.has(field) else None
    return value if isinstance(value, Amount) else Amount(1.0, spelt=True)


def _collective(match: Match) -> Amount | None:
    number = _amount(match, "number")
    whole = any(c in match.units.words(match.first, match.last) for c in " -")
    if match.units.is_class(match.last, "AMOUNT"):
        return None
    if not match.has("number") and not whole and not match.units.is_class(match.first - 1, "QUALIFIER", "DEFINITE"):
        return None
    return Amount(number.value * match.value("times"), rough=True, spelt=True)


def _multiplied(match: Match) -> Amount | None:
    number = _amount(match, "number")
    first, last = match.range("times")
    times = 1.0
    for unit in range(first, last):
        times *= match.units.values[unit]
    letters = match.units.words(first, last)
    metres = letters == "m" and match.units.text[match.units.starts[first] - 1] == " " and not match.units.is_class(match.first - 1, "CURRENCY")
    if metres or (len(letters) == 1 and number.spelt):
        return None
    return replace(number, value=round(number.value * times, 6))


def _restated(match: Match) -> Amount | None:
    number, again = _amount(match, "number"), _amount(match, "again")
    return replace(number, spelt=False) if number.value == again.value and not number.sign and not again.sign else None


def _fraction(match: Match) -> Amount | None:
    number, parts, units = _amount(match, "number"), match.value("part"), match.units
    alone = parts == 2 and units.is_class(match.last, "OF", "OF_THE", "DEFINITE") and not units.is_class(match.first - 1, "WORD", "CAPITAL", "AMOUNT")
    mixed = units.is_class(match.first - 1, "AND") and units.is_class(match.first - 2, "ONE", "AMOUNT", "DURATION")
    if mixed or (not match.has("number") and not alone):
        return None
    if (
        number.sign
        or number.value >= parts
        or number.value != int(number.value)
        or (units.is_class(match.last, "OF") and units.is_class(match.last + 1, "DURATION"))
    ):
        return None
    if units.is_class(match.last, "OF_THE") and units.is_class(match.last + 1, "NOT_COUNTED"):
        return None
    return Amount(round(100 * number.value / parts, 1), "%", spelt=True, share=True)


def _one_in(match: Match) -> Amount | None:
    if any(match.units.is_class(n, "SCORE", "COLLECTIVE") for n in range(match.first - SCORE_REACH, match.first)):
        return None
    return share(_amount(match, "number"), match.value("whole"))


def _slashed(match: Match) -> Amount | None:
    number, whole = match.words("number"), match.words("whole")
    if (
        not match.units.is_class(match.last, "OF_THE", "OF", "DEFINITE")
        or len(number) > 1
        or len(whole) > 2
        or match.units.ends[match.range("number")[0]] + 1 != match.units.starts[match.range("whole")[0]]
    ):
        return None
    return share(Amount(float(number)), Amount(float(whole)))


def share(part: Amount, whole: Amount) -> Amount | None:
    """So many of so few as per cent: both in words, or the whole at most ten; None where they make no share."""
    plain = not (part.sign or whole.sign or part.rough or whole.rough) and part.value == int(part.value)
    few = whole.value <= LARGEST_WHOLE or (part.spelt and whole.spelt)
    if not plain or not few or not 0 < part.value < whole.value:
        return None
    return Amount(round(100 * part.value / whole.value, 1), "%", spelt=True, share=True)


def _money(match: Match) -> Amount | None:
    number = _amount(match, "number")
    if number.sign:
        return None
    if match.has("times"):
        return replace(number, value=round(number.value * match.value("times"), 6), sign="€")
    if (
        match.range("sign")[0] < match.range("number")[0]
        and match.units.starts[match.range("number")[0]] - match.units.ends[match.range("sign")[0]] > 1
    ):
        return None
    return replace(number, sign=match.value("sign"))


def _percent(match: Match) -> Amount | None:
    number = _amount(match, "number")
    return None if number.sign else replace(number, sign=match.value("sign"))
