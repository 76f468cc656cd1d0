"""Numbers and spaces as a reader writes them; dates are in `periods`.

Separators are CLDR's (babel), the words around them are in `wording/<language>.toml`. Every function takes the
language of the assessment; nothing here looks at the machine's locale.
"""

import re

from partnership_analysis.extraction.records import Indicator
from partnership_analysis.presentation.periods import date_phrase, date_words, day, month, until_phrase
from partnership_analysis.presentation.wording import Wording, wording

__all__ = [
    "counted",
    "date_phrase",
    "date_words",
    "day",
    "kind_name",
    "month",
    "number",
    "quantity",
    "set_spaces",
    "spoken_number",
    "until_phrase",
    "with_unit",
]

THIN, HARD = "\u202f", "\u00a0"


def number(value: float, language: str) -> str:
    """A number with the language's separators: `1 900`, `5,4`; `1,240`, `5.4`."""
    from babel.numbers import format_decimal

    text = str(format_decimal(value, format="#,##0.####", locale=language))
    return text.replace("-", "\u2212").replace(HARD, THIN) if language == "fr" else text.replace("-", "\u2212")


def spoken_number(value: float, language: str) -> str:
    """A number in a running sentence: in words from one to nine, else in figures."""
    words = wording(language).words("numbers")
    return words[int(value) - 1] if value == int(value) and 1 <= value <= len(words) else number(value, language)


def counted(count: int, noun: str, language: str, *, figures: bool = False) -> str:
    """A count with its noun, a key of `[nouns]`: `une action`, `neuf actions`, `12 actions`; `aucune action` for none."""
    entry = wording(language).nouns[noun]
    one, many, feminine = entry["one"], entry["many"], entry.get("gender") == "f"
    if count == 0:
        return wording(language).word("none_f" if feminine else "none_m") + " " + one
    if count == 1:
        return (number(1, language) if figures else wording(language).word("one_f" if feminine else "one_m")) + " " + one
    return (number(count, language) if figures else spoken_number(count, language)) + " " + many


def quantity(indicator: Indicator, language: str) -> str:
    """A figure with its qualifier and unit: `plus de 35 lecteurs`, `12 à 18 inscrits`, `390 000 €`; empty without a value."""
    if indicator.value is None:
        return ""
    return with_unit(indicator.value, indicator.unit, language, qualifier=indicator.qualifier, last=indicator.value_max)


def with_unit(value: float, unit: str | None, language: str, *, qualifier: str = "exact", last: float | None = None) -> str:
    """A value with its unit where the language puts it: `£1.8 million`, `31%`, `1,2 M€`, `5,4 %`."""
    words = wording(language)
    prefix = words.qualifiers.get(qualifier, "")
    shown = unit or ""
    if shown in words.currencies and last is None and shown in words.large_currencies and abs(value) >= 1_000_000 and value == round(value, -3):
        return prefix + words.large_currencies[shown].format(_large(value, words, language))
    if shown in words.currencies:
        said = words.currencies[shown].format(_large(value, words, language))
        last_said = words.currencies[shown].format(_large(last, words, language)) if last is not None else ""
        if last_said:
            said = words.word("range").format(number(value, language), last_said)
        return prefix + said
    amount = number(value, language) if last is None else words.word("range").format(number(value, language), number(last, language))
    if shown == "%":
        return prefix + words.word("percent").format(amount)
    return f"{prefix}{amount} {shown}".rstrip()


def _large(value: float, words: Wording, language: str) -> str:
    if abs(value) < 1_000_000 or value != round(value, -3):
        return number(value, language)
    key = "billion" if abs(value) >= 1_000_000_000 else "million"
    scaled = value / (1_000_000_000 if key == "billion" else 1_000_000)
    return words.word(key if abs(scaled) < 2 else f"{key}s").format(number(scaled, language))


FRENCH_SPACES = (
    (re.compile(r"[  \u202f]?([;!?])(?=[\s»)”\ue001\ue003]|$)"), THIN + r"\1"),
    (re.compile(r"(?<=\d)[  \u202f]?%"), THIN + "%"),
    (re.compile(r"[  \u202f]:(?=\s|$)"), HARD + ":"),
    (re.compile(r"«[  \u202f]?"), "«" + THIN),
    (re.compile(r"[  \u202f]?»"), THIN + "»"),
    (re.compile(r"(?<=\d)[  \u202f](?=\d{3}(?!\d))"), THIN),
    (re.compile(r"(?<=\d)[  \u202f]?(?=[€£$](?!\w))"), HARD),
    (re.compile(r"(?<=\d) (?=[^\W\d_])"), HARD),
    (re.compile(r"(?<=\d(?:er)) (?=[^\W\d_])"), HARD),
    (re.compile(r"\b([Aa]xe|[Oo]bjectif|[Ff]igure|[Tt]ableau|[Nn]°) (?=\d)"), r"\1" + HARD),
)
ENGLISH_SPACES = (
    (re.compile(r"\b(Objective|Axis|Figure|Table|Part) (?=\d|[A-Z]\b)"), r"\1" + HARD),
    (re.compile(r"(?<=\d) (?=million|billion)"), HARD),
    (re.compile(r"(?<=\d)[  \u202f]%"), "%"),
)
STRAIGHT = re.compile('"([^"]*)"')
CURLY = re.compile("“([^“”]*)”")
GUILLEMETS = re.compile(r"«\s?([^«»]*?)\s?»")
SIGNS = re.compile("[\ue000-\ue003]")


def set_spaces(text: str, language: str) -> str:
    """The language's typography: quotation marks, apostrophes, no-break spaces. The same again on its own result changes nothing."""
    text = text.replace("'", "’").replace(" ,", ",").replace("\u2060", "")
    if language == "fr":
        text = CURLY.sub(r"« \1 »", STRAIGHT.sub(r"« \1 »", text))
        text = _nested(text, "«", "»", "“", "”")
        for pattern, replacement in FRENCH_SPACES:
            text = pattern.sub(replacement, text)
        return text
    text = STRAIGHT.sub(r"“\1”", GUILLEMETS.sub(r"“\1”", text))
    text = _nested(text, "“", "”", "‘", "’")
    for pattern, replacement in ENGLISH_SPACES:
        text = pattern.sub(replacement, text)
    return text


def kind_name(table: str, value: str, language: str) -> str:
    """The word for an enumerated value, as a cell shows it: `réalisée` for the status `done` in French."""
    return set_spaces(str(wording(language).content["names"][table][value]), language)


def _nested(text: str, opens: str, ends: str, inner_opens: str, inner_ends: str) -> str:
    """Quotation marks within quotation marks become the inner ones; marks without a partner stay."""
    if text.count(opens) < 2:
        return text
    depth = 0
    pieces = []
    for position, sign in enumerate(text):
        if sign == opens:
            depth += 1
            pieces.append(opens if depth == 1 else inner_opens)
        elif sign == ends and depth:
            pieces.append(ends if depth == 1 else inner_ends)
            depth -= 1
        elif depth > 1 and sign in "  \u202f" and (text[position - 1] == opens or text[position + 1 : position + 2] == ends):
            continue
        else:
            pieces.append(sign)
    return "".join(pieces)
