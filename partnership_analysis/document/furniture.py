"""What belongs to the page and not to the report: page numbers, running headers and footers, lists of contents."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from partnership_analysis.document.headings import every_language
from partnership_analysis.document.lines import Line

PAGE_NUMBER = re.compile(
    r"(?:page|p\.?|seite)[ \u00a0]?\d{1,4}(?:[ ]?(?:/|sur|of|de)[ ]?\d{1,4})?|[-–—•|][ ]?\d{1,4}[ ]?[-–—•|]|\d{1,3}[ ]?/[ ]?\d{1,3}|\d{1,3}[ ]?\|[ ]?page",
    re.IGNORECASE,
)
NUMBERED_PAGE = re.compile(
    r"\bpage[ \u00a0]?\d{1,4}(?:[ ]?(?:/|sur|of|de)[ ]?\d{1,4})?[ ]*$|^page[ \u00a0]?\d{1,4}\b|[|•–—-][ ]?\d{1,3}(?:[ ]?/[ ]?\d{1,3})?$",
    re.IGNORECASE,
)
SIGNED_PAGE = re.compile(r"[|•·–—-][ \u00a0]?page[ \u00a0]?\d{1,4}(?:[ ]?(?:/|sur|of|de)[ ]?\d{1,4})?$", re.IGNORECASE)
NUMBERED_HEADER = re.compile(r"\S(?:[ \t]{3,}|\t)(\d{1,4})$|^(\d{1,4})(?:[ \t]{3,}|\t)\S")
"""A running header and its page number, a gap between them."""
LEADER = re.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,}|_{4,})[ .]*\d{1,4}$")
DIGITS = re.compile(r"\d+")
CONTENTS_ENTRY = re.compile(r"^(.*?)[ \t.…]+\d{1,3}$")
LONGEST = 120
LONG_HEADER = 25
"""Letters of a running header that a blank line may part from its page number."""
MOST_CONTENTS = 60


def furniture_lines(lines: Sequence[Line]) -> set[int]:
    """Numbers of the lines that are page numbers, or repeat at the edges of pages."""
    found: set[int] = set()
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if len(line.text) > LONGEST:
            continue
        if LEADER.search(line.text) or SIGNED_PAGE.search(line.text):
            found.add(number)
            continue
        places.setdefault(DIGITS.sub("0", line.text.lower()), []).append(number)
    edges = _edges(lines)
    for key, where in places.items():
        numbered = [n for n in where if PAGE_NUMBER.fullmatch(lines[n].text)]
        at_edge = [n for n in where if n in edges]
        if numbered and (len(numbered) > 1 or key.startswith(("page", "p.", "p ", "-", "–", "—")) or at_edge):
            found.update(numbered)
        elif len(where) > 1 and (
            len(at_edge) * 2 >= len(where) or ("page" in key and sum(bool(NUMBERED_PAGE.search(lines[n].text)) for n in where) == len(where))
        ):
            found.update(where)
        elif key == "0" and at_edge:
            found.update(at_edge)
        elif len(where) > 1 and all(_stands_alone(lines, n) for n in where) and _counts_pages(lines[n].text for n in where):
            found.update(where)
    for key, where in places.items():
        if len(where) > 1 and key != "0":
            numbers = [found_beside for n in where if (found_beside := _lone_number(lines, n))]
            if len(numbers) == len(where) and [number for _, number in numbers] == sorted({number for _, number in numbers}):
                found.update(where)
                found.update(number for number, _ in numbers)
            apart = [] if len(key) < LONG_HEADER else [apart_from for n in where if (apart_from := _lone_number(lines, n, blank=1))]
            if len(apart) == len(where) and all(two - one == 1 for (_, one), (_, two) in pairwise(apart)):
                found.update(where)
                found.update(number for number, _ in apart)
                if lines[-1].text == str(apart[-1][1] + 1):
                    found.add(len(lines) - 1)
    for key, where in places.items():
        beside = [n for n in where if (n + 1 in found or n - 1 in found) and n not in found and not _is_leader(lines, n)]
        if len(where) > 1 and len(beside) == len(where) and key.strip("0 ") and all(_beside_page_number(lines, n) for n in beside):
            found.update(where)
    return found


def _stands_alone(lines: Sequence[Line], number: int) -> bool:
    """Whether a line has a blank line, or the text's end, on each side."""
    return (number == 0 or lines[number].blank > 0) and (number + 1 == len(lines) or lines[number + 1].blank > 0)


def _counts_pages(texts: Iterable[str]) -> bool:
    """Whether each line has a number across a gap, one more than the line's before."""
    matches = [NUMBERED_HEADER.search(text) for text in texts]
    numbers = [int(match[1] or match[2]) for match in matches if match]
    return len(numbers) == len(matches) and all(two - one == 1 for one, two in pairwise(numbers))


def _lone_number(lines: Sequence[Line], number: int, *, blank: int = 0) -> tuple[int, int] | None:
    """The line beside one, over at most some blank lines, that is only a number, and that number."""
    for beside in (number + 1, number - 1):
        if 0 <= beside < len(lines) and lines[beside].text.isdecimal() and len(lines[beside].text) <= 4 and lines[max(number, beside)].blank <= blank:
            return beside, int(lines[beside].text)
    return None


def _is_leader(lines: Sequence[Line], number: int) -> bool:
    return any(0 <= n < len(lines) and LEADER.search(lines[n].text) for n in (number - 1, number + 1))


def _beside_page_number(lines: Sequence[Line], number: int) -> bool:
    return any(0 <= n < len(lines) and len(lines[n].text) <= LONGEST and PAGE_NUMBER.fullmatch(lines[n].text) for n in (number - 1, number + 1))


def _edges(lines: Sequence[Line]) -> set[int]:
    """The first two and last two lines of each page, where the text has pages."""
    if not lines or lines[-1].page == 1:
        return set()
    found: set[int] = set()
    for number in range(len(lines)):
        first = number == 0 or lines[number - 1].page != lines[number].page
        last = number + 1 == len(lines) or lines[number + 1].page != lines[number].page
        if first:
            found.update((number, number + 1))
        if last:
            found.update((number, number - 1))
    return found


def contents_lines(lines: Sequence[Line]) -> set[int]:
    """Numbers of the lines of a list of contents: its heading, and the lines under it that come back later as headings."""
    headings = every_language("contents")
    start = next((n for n, line in enumerate(lines[:200]) if line.text.strip(" :").lower() in headings), None)
    if start is None:
        return set()
    later: set[str] = set()
    for line in lines[start + 2 :]:
        if len(line.text) <= 2 * LONGEST:
            later.add(line.text.lower())
    seen: dict[str, int] = {}
    for line in lines[start + 1 :]:
        if len(line.text) <= 2 * LONGEST:
            seen[_entry(line.text)] = seen.get(_entry(line.text), 0) + 1
    found = {start}
    for number in range(start + 1, min(len(lines), start + MOST_CONTENTS)):
        text = lines[number].text
        if LEADER.search(text) or (
            len(text) <= 2 * LONGEST
            and (seen.get(_entry(text), 0) > 1 or (text[-1].isdigit() and CONTENTS_ENTRY.match(text) and lines[number].blank == 0))
        ):
            found.add(number)
            seen[_entry(text)] = seen.get(_entry(text), 0) - 1
        else:
            break
    return found if len(found) > 1 else set()


def _entry(text: str) -> str:
    match = CONTENTS_ENTRY.match(text) if text[-1].isdigit() else None
    return (match[1] if match else text).strip(" .…\t-–•*").lower()
