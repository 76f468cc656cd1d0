"""What the figures of a report are about: their label, whether they are money, staff or a share, whether a table of results holds them."""

from functools import cache

from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Indicator
from partnership_analysis.language.lexicon import languages, load_lexicon

CELL_MARKS = "|\t"


def label(indicator: Indicator) -> str | None:
    """What a reader calls a figure: the label of its row in a table of results, else its unit as written; None where that is only a sign."""
    if indicator.label:
        return indicator.label
    first = indicator.exact.split("|", 1)[0].split("\t", 1)[0].strip()
    if first != indicator.exact.strip() and not first[:1].isdigit():
        return first
    return None if is_share(indicator) or is_money(indicator) else indicator.unit


def is_result(indicator: Indicator) -> bool:
    """Whether a figure is a row of a table or list of results: its words run over cells, or the extraction gives it a label."""
    return indicator.label is not None or any(mark in indicator.exact for mark in CELL_MARKS)


def is_money(indicator: Indicator) -> bool:
    """Whether a figure counts money."""
    words = (indicator.unit or "").split()
    return bool(words) and (words[0].casefold() in _words("money") or folded(words[0]) in _words("money"))


def is_share(indicator: Indicator) -> bool:
    """Whether a figure is in per cent."""
    return (indicator.unit or "").strip().startswith("%")


def is_cost(indicator: Indicator) -> bool:
    """Whether a figure tells of money or staff put in: an input that is neither a duration nor counts volunteers or guests."""
    if indicator.kind != "input":
        return False
    return is_money(indicator) or not any(word in _words("no_cost") for word in folded(indicator.unit or "").split())


@cache
def _words(word_class: str) -> frozenset[str]:
    """The entries of a class in the lexicons of all languages: a unit may stand in another language than the report."""
    found: set[str] = set()
    for language in languages():
        for entry in load_lexicon(language).setting("checks", word_class, ()):
            found |= {entry.casefold(), folded(entry)}
    return frozenset(found - {""})
