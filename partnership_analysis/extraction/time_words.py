"""The words of a block as the rules of time read them: dates in figures whole, months apart from their hyphens, numbers told apart.

Beside the classes of `lexicons/<language>/time.toml` there are `DAY` (1 to 31), `SHORT` (two other digits), `YEAR` (1800 to 2099),
`CLOCK` (`14 h 30`, `2:52 PM`) and `MOMENT` (a date in figures). A number beside which a decimal, a currency or a letter stands stays
`NUMBER`; an address on the web, a file's name and the target of a link are one word without meaning.
"""

import re
from functools import cache
from typing import Any

from partnership_analysis.extraction.moments import Moment, of_day, of_month
from partnership_analysis.extraction.units import ReadBlock, Units, code
from partnership_analysis.extraction.windows import triggers, window_units, windows
from partnership_analysis.extraction.worded_dates import with_worded_days
from partnership_analysis.language.lexicon import Lexicon

FILES = ("time",)
TRIGGERS = ("MONTH", "SEASON", "QUARTER", "SEMESTER", "RELATIVE", "START", "MILLENNIUM", "FOLLOWING", "FOLLOWING_LEAD", "LATER", "EARLIER", "END")
"""Classes near which a time may stand without digits."""
BEFORE, AFTER = 36, 44
"""Characters before and after a trigger that belong to an expression of time."""
ADDRESS = r"(?:https?://|www\.)[^\s<>\"]++|(?<=\]\()[^\s()]{1,2000}+|[\w.+-]{1,64}+@[\w.-]++|[@#]\w++|[\w-]{1,80}+\.(?:pdf|docx?|xlsx?|odt|html?|jpe?g|png|csv|pptx?)\b"
NUMERIC = (
    r"(?<!\d)(?<!\d[.,])(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])"
    r"|(?<!/)\d{4}([/.])\d{1,2}\1\d{1,2}(?![\d/])"
    r"|(?<!/)\d{1,2}([/.-])\d{1,2}\2(?:\d{4}|\d{2})(?![\d/])(?![.,]\d|-\d{1,4}(?![\d/.]))"
    r"|(?<!/)(?:0?[1-9]|1[0-2])/(?:19|20)\d{2}(?![\d/])|(?<!/)(?:0[1-9]|1[0-2])[.-](?:19|20)\d{2}(?![\d/])(?![.,-]\d))"
)
CLOCK_TIME = (
    r"(?<![\w.,:/])(?<!\d-)(?:[01]?\d|2[0-4])(?:\s?[hH](?:\s?[0-5]\d)?(?!\w)|:[0-5]\d(?::[0-5]\d)?(?![\d:])(?:\s?[aApP]\.?[mM]\b\.?)?"
    r"|(?:\.[0-5]\d)?\s?[aApP]\.?[mM]\b\.?)"
)
LETTERS = r"[^\W\d_]"
CLOCK_PARTS = re.compile(r"(\d{1,2})(?:\s?[hH:.]\s?(\d{2}))?(?::\d{2})?\s?([aApP])?")
DIGITS = re.compile(r"\d+")
SIGNS_OF_AMOUNT = frozenset("%€£$‰°")
NUMERIC_TOKEN = re.compile(r"(\d+)([/.-])(\d+)(?:\2(\d+))?(?:T(\d{2}):(\d{2})\S*)?")

NUMBER, DAY, SHORT, YEAR, CLOCK, FIGURES = (code(name) for name in ("NUMBER", "DAY", "SHORT", "YEAR", "CLOCK", "DATE_IN_FIGURES"))
CODE, SUFFIX = code("CODE"), code("ORDINAL_SUFFIX")
SIGNS_BEFORE = frozenset(code(name) for name in ("QUARTER_SIGN", "SEMESTER_SIGN", "FINANCIAL_YEAR"))


@cache
def time_splitter(elisions: tuple[str, ...]) -> re.Pattern[str]:
    """Words as the rules of time see them; see the module."""
    elided = rf"(?i:\b(?:{'|'.join(elisions)}))'(?={LETTERS})|" if elisions else ""
    return re.compile(rf"{ADDRESS}|{NUMERIC}|{CLOCK_TIME}|{elided}{LETTERS}++(?:'(?!s\b){LETTERS}++)*+|'s\b|\d++|[^\s]")


def time_units(block: ReadBlock) -> Units:
    """The units of a block for the rules of time, those near digits and words of time only; see the module."""
    lexicon, text = block.lexicon, block.text
    spans = windows(text, triggers(lexicon, FILES, TRIGGERS).positions(text), before=BEFORE, after=AFTER)
    if not spans:
        return Units(text, (), (), "")
    units = window_units(text, spans, time_splitter(tuple(lexicon.setting("language", "elisions", ()))), lexicon, FILES)
    classes = list(units.classes)
    values: dict[int, Any] = dict(units.values)
    for match in re.finditer(NUMBER, units.classes):
        number = match.start()
        read = _number(units, number)
        if read is not None:
            classes[number], values[number] = read
    return with_worded_days(Units(units.text, units.starts, units.ends, "".join(classes), values), lexicon)


def _number(units: Units, number: int) -> tuple[str, Any] | None:
    """Class and value of a word that begins with a digit, or None where it stays a number."""
    text, start, end = units.text, units.starts[number], units.ends[number]
    word = text[start:end]
    before = units.classes[number - 1] if number else ""
    if not DIGITS.fullmatch(word):
        if NUMERIC_TOKEN.fullmatch(word) and before != CODE and not (start and text[start - 1].isalpha()):
            return (FIGURES, word)
        clock = clock_time(word)
        return (CLOCK, clock) if clock else None
    sign = text[start - 1] if start else " "
    ahead = text[start - 2] if start > 1 else " "
    glued = sign.isalnum() or sign in "_#@$£€\\°" or (sign == "/" and not ahead.isdigit())
    if before == CODE or (glued and before not in SIGNS_BEFORE) or (sign in ".," and ahead.isalnum()):
        return None
    following = text[end : end + 2]
    if following[:1] and (following[0] in SIGNS_OF_AMOUNT or (following[0] in ".," and following[1:].isdigit())):
        return None
    if following[:1] == " " and following[1:] in SIGNS_OF_AMOUNT and following[1:]:
        return None
    if following[:1].isalpha() and not (number + 1 < len(units) and units.classes[number + 1] == SUFFIX):
        return None
    value = int(word) if len(word) <= 4 else 0
    if len(word) == 4 and 1800 <= value <= 2099:
        return (YEAR, value)
    if len(word) <= 2 and 1 <= value <= 31:
        return (DAY, value)
    return (SHORT, value) if len(word) == 2 else None


def clock_time(word: str) -> tuple[int, int] | None:
    """Hour and minute of a clock time in figures: `14 h 30`, `2:52 PM`, `9.30am`; None where there is no such time."""
    parts = CLOCK_PARTS.match(word)
    if not parts:
        return None
    hour, minute, half = int(parts[1]), int(parts[2] or 0), (parts[3] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif half:
        return None
    return (hour, minute) if hour < 24 and minute < 60 else None


def numeric_date(word: str, order: str | None) -> Moment | None:
    """A date in figures: `2022-03-12`, `12/03/2022`, `26.09.2019`, `03/2022`. `order` is `dmy`, `mdy` or None; with None a date that both
    orders allow is None, so that nobody is told a guess.
    """
    parts = NUMERIC_TOKEN.fullmatch(word)
    if not parts:
        return None
    first, second, third = parts[1], parts[3], parts[4]
    if third is None:
        return of_month(int(first), int(second)) if 1 <= int(first) <= 12 else None
    if len(first) == 4:
        moment = _day(int(third), int(second), int(first))
    else:
        year = int(third) if len(third) == 4 else 2000 + int(third) - (100 if int(third) >= 70 else 0)
        left, right = int(first), int(second)
        day_first, month_first = _day(left, right, year), _day(right, left, year)
        both = day_first and month_first and left != right
        moment = {"dmy": day_first, "mdy": month_first}.get(order or "") if both else day_first or month_first
    if moment and parts[5] and int(parts[5]) < 24 and int(parts[6]) < 60:
        return Moment("time", moment.month, moment.year, moment.day, clock=(int(parts[5]), int(parts[6])))
    return moment


def order_shown(word: str) -> str | None:
    """`dmy` or `mdy` where a date in figures can be read in that order only; else None."""
    parts = NUMERIC_TOKEN.fullmatch(word)
    if not parts or parts[4] is None or len(parts[1]) == 4:
        return None
    left, right = int(parts[1]), int(parts[3])
    if left > 12 >= right >= 1:
        return "dmy"
    return "mdy" if right > 12 >= left >= 1 else None


def _day(day: int, month: int, year: int) -> Moment | None:
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1900 <= year <= 2099):
        return None
    moment = of_day(day, month, year)
    return moment if moment.exists else None


def numeric_order(lexicon: Lexicon) -> str:
    """In which order the language writes a date in figures: `dmy`, `mdy`, or `report` where the report's other dates decide."""
    return str(lexicon.setting("time", "numeric_order", "dmy"))
