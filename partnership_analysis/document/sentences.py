"""Sentences of a block's words: where each starts and ends, quotations kept whole."""

import re
from collections.abc import Set as AbstractSet

STOP = re.compile(r"[.!?…;]+")
OPENERS = {"«": "»", "“": "”"}
NOTE = re.compile(r"\(\d{1,2}\)|\[\d{1,2}\]")
"""The number of a note that touches the stop before it."""
MARK = re.compile("[«»“”]")
LONGEST_QUOTE = 1500
LONGEST_BRACKET = 300
"""Characters from a semicolon to the end of the bracket that holds it."""


def sentences(text: str, abbreviations: AbstractSet[str]) -> list[tuple[int, int]]:
    """Start and end of each sentence of a text, the closing sign included; a semicolon ends one, but none in brackets; what is quoted in « » or “ ” does not."""
    quoted = _quoted(text)
    found: list[tuple[int, int]] = []
    start = number = 0
    for match in STOP.finditer(text):
        end = match.end()
        while number < len(quoted) and quoted[number][1] <= match.start():
            number += 1
        if number < len(quoted) and quoted[number][0] < match.start() < quoted[number][1]:
            if text[end : quoted[number][1] - 1].strip():
                continue
            end = quoted[number][1]
        if match.group() == ";" and _in_brackets(text, start, end):
            continue
        while end < len(text) and text[end] in "»”\")]’'*_":
            end += 1
        if end < len(text) and text[end] in "([" and (note := NOTE.match(text, end)):
            end = note.end()
        following = end
        while following < len(text) and text[following] == " ":
            following += 1
        if following >= len(text):
            break
        if following == end or not _begins(text, following, match.group()):
            continue
        if match.group() == "." and _abbreviated(text, match.start(), abbreviations):
            continue
        found.append((start, end))
        start = following
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return found


def _in_brackets(text: str, start: int, position: int) -> bool:
    """Whether a bracket of the sentence is open at a position, and closed soon after it."""
    return text.rfind("(", start, position) > text.rfind(")", start, position) and ")" in text[position : position + LONGEST_BRACKET]


def _begins(text: str, position: int, stop: str) -> bool:
    """Whether a sentence may begin here: with a capital, a digit, an opening sign; after a semicolon with anything."""
    if stop[0] == ";":
        return True
    for character in text[position : position + 3]:
        if character in "«“\"'([*_–- ":
            continue
        return character.isupper() or character.isdigit() or character in "@#•"
    return False


def _abbreviated(text: str, stop: int, abbreviations: AbstractSet[str]) -> bool:
    """Whether the stop belongs to the word before it: an abbreviation, an initial, letters parted by stops."""
    first = stop
    while first > 0 and stop - first < 12 and (text[first - 1].isalnum() or text[first - 1] == "."):
        first -= 1
    word = text[first:stop]
    if not word:
        return False
    if len(word) == 1 and word.isupper():
        return True
    if "." in word and all(len(part) <= 2 for part in word.split(".")) and not word[0].isdigit():
        return word.lower() in abbreviations or not word.isupper()
    return word.lower() in abbreviations and not (word.isupper() and len(word) > 1)


def _quoted(text: str) -> list[tuple[int, int]]:
    """Where words stand between « » or “ ”, in order."""
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for match in MARK.finditer(text):
        sign, position = match.group(), match.start()
        if opened is not None and position - opened[0] > LONGEST_QUOTE:
            opened = None
        if opened is None:
            if sign in OPENERS:
                opened = position, OPENERS[sign]
        elif sign == opened[1]:
            found.append((opened[0], position + 1))
            opened = None
    return found
