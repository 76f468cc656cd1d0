"""Words cut without harm: outside brackets, quotation marks and numbers, in any language."""

import re
from collections.abc import Callable, Iterator, Sequence

from partnership_analysis.presentation.sentences import MARKS

OPENING, CLOSING = "«“(\ue000\ue002[", "»”)\ue001\ue003]"
ADDRESS = re.compile(r"www\.|https?:|\w@\w|\b0\d(?: \d\d){4}")
ABBREVIATION = re.compile(r"(?:^|[\s(])(?:M|Mme|MM|Mmes|Mlle|Dr|Mr|Mrs|Ms|St|Ste|Cllr|Prof|No|n°|art|cf|etc|[A-Z])$")
"""What stands before a full stop that ends no sentence."""


def pieces(text: str) -> Iterator[str]:
    """A text cut at its commas, outside brackets, quotation marks and numbers; joined by `,` they give it back."""
    begun = 0
    for position, sign in _outside(text):
        if sign == "," and not text[position + 1 : position + 2].isdigit():
            yield text[begun:position]
            begun = position + 1
    yield text[begun:]


def until(text: str, signs: str) -> str:
    """A text up to the first of some signs that stands outside brackets and quotation marks and is followed by a space."""
    for position, sign in _outside(text):
        if sign in signs and text[position + 1 : position + 2] in ("", " ") and not _abbreviates(text, position):
            return text[:position].rstrip()
    return text


def _outside(text: str) -> Iterator[tuple[int, str]]:
    """The signs of a text that stand outside brackets and quotation marks, each with its place."""
    depth = 0
    straight = False
    for position, sign in enumerate(text):
        if sign in OPENING:
            depth += 1
        elif sign in CLOSING:
            depth = max(0, depth - 1)
        elif sign == '"':
            straight = not straight
        elif not depth and not straight:
            yield position, sign


def _abbreviates(text: str, position: int) -> bool:
    """Whether a full stop belongs to an abbreviation."""
    return text[position] == "." and ABBREVIATION.search(text[max(0, position - 8) : position]) is not None


def balanced(text: str) -> bool:
    """Whether every bracket and quotation mark has its partner."""
    return all(text.count(o) == text.count(c) for o, c in zip(OPENING, CLOSING, strict=True)) and text.count('"') % 2 == 0


def lower_first(text: str) -> str:
    """A text with its first letter small, marks before it left alone."""
    return _first(text, str.lower)


def capital_first(text: str) -> str:
    """A text with its first letter as a capital, marks, brackets and quotation marks before it left alone."""
    return _first(text, str.upper)


def _first(text: str, change: Callable[[str], str]) -> str:
    for position, sign in enumerate(text):
        if sign.isalnum():
            changed = change(sign)
            return text[:position] + (changed if len(changed) == 1 else sign) + text[position + 1 :]
    return text


def bare(text: str) -> str:
    """A text without marks."""
    return text.translate(_NO_MARKS)


_NO_MARKS = str.maketrans("", "", MARKS)


def word_pattern(words: Sequence[str]) -> re.Pattern[str]:
    """One expression that finds any of some words or word groups, whole, longest first, in small or capital letters."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(word) for word in ordered) + r")(?![\w-])", re.IGNORECASE)


def holds(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether a text holds a match outside quotation marks."""
    return pattern.search(outside_quotes(text)) is not None


def outside_quotes(text: str) -> str:
    """The text with what stands between quotation marks or title marks taken out."""
    kept = []
    depth = 0
    straight = False
    for sign in text:
        if sign in "«“\ue000\ue002":
            depth += 1
        elif sign in "»”\ue001\ue003":
            depth = max(0, depth - 1)
        elif sign == '"':
            straight = not straight
        elif not depth and not straight:
            kept.append(sign)
    return "".join(kept)
