"""A view: the words of one block as rules read them, and the way back to the document's own characters.

Values come from the view, positions and `exact` from the document. A view edits in three ways and records each edit:
*same length* (no-break spaces, curly quotes and dashes become plain ones), *shorter* (soft hyphens and line-end hyphens go,
a run of white space becomes one space, a letter and its combining marks become one letter) and *joint* (one space between
two spans of a block, none where only mark-up stands between them).
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from partnership_analysis.document.model import Span

SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\x0b\x0c\x1c\x1d\x1e\x1f\x85", " "
        ),
        **dict.fromkeys("\u2019\u2018\u02bc\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2212", "-"),
        **dict.fromkeys("\u2013\u2014\u2015", "\u2013"),
        "\u2022": "•",
        **{chr(code): " " for code in range(32) if chr(code) not in "\n\r"},
        "\x7f": " ",
    }
)
"""One character for one: spaces to a space, apostrophes to `'`, double quotes to `"` (guillemets stay), hyphens to `-`, dashes to an en dash."""

LONGEST_PART = 40
"""Characters of a word's part, before and after its hyphen, that are looked at."""

LAST_LETTERS = re.compile(r"[^\W\d_]*$")
FIRST_LETTERS = re.compile(r"[^\W\d_]*")
CUT = "[-\\s\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe](?:(?<=\u00ad)\\s*|(?<=[\u200b\u200c\u200d\u2060\ufeff\ufffe])|(?<=-)[ ]*\n\\s*|(?<=\\s)\\s+|(?<=[\n\r]))"
MARK_ON_LETTER = re.compile("[\u0300-\u036f]")
EDIT_OF_SIGNS = re.compile(CUT)
EDIT = re.compile(f"{CUT}|[^\\W\\d_][\u0300-\u036f]+")
"""Everything a view shortens. Each alternative takes its run whole and never gives back."""


class View:
    """The words of a block, and where each of them stands in the document.

    `hyphenated` holds the lower-case words with a hyphen that stand inside a line somewhere in the document: a hyphen at a
    line end that makes one of them is kept.
    """

    __slots__ = ("_end", "_here", "_there", "_whole", "text")

    def __init__(self, document_text: str, spans: Sequence[Span], hyphenated: AbstractSet[str] = frozenset()) -> None:
        here: list[int] = []
        there: list[int] = []
        pieces: list[str] = []
        whole: set[int] = set()
        length = 0
        for number, span in enumerate(spans):
            if number and _apart(document_text[spans[number - 1].end : span.start]):
                before, after = pieces[-1], document_text[span.start : span.start + LONGEST_PART].translate(SAME_LENGTH)
                if before[-1:] == "-" and before[-2:-1].isalpha() and after[:1].isalpha():
                    if not _keeps_hyphen(before[:-1], after, hyphenated):
                        pieces[-1] = before[:-1]
                        length -= 1
                else:
                    pieces.append(" ")
                    here.append(length)
                    there.append(spans[number - 1].end)
                    length += 1
            here.append(length)
            there.append(span.start)
            raw = document_text[span.start : span.end].translate(SAME_LENGTH)
            last = 0
            for match in (EDIT if MARK_ON_LETTER.search(raw) else EDIT_OF_SIGNS).finditer(raw):
                kept = _kept(raw, match, hyphenated)
                piece = raw[last : match.start()]
                pieces.append(piece)
                pieces.append(kept)
                length += len(piece)
                last = match.end()
                if len(kept) == match.end() - match.start():
                    length += len(kept)
                    continue
                if kept:
                    if kept[0].isalpha():
                        whole.add(len(here))
                    here.append(length)
                    there.append(span.start + match.start())
                    length += len(kept)
                here.append(length)
                there.append(span.start + match.end())
            pieces.append(raw[last:])
            length += len(raw) - last
        self.text = "".join(pieces)
        self._here = here
        self._there = there
        self._whole = whole
        self._end = spans[-1].end if spans else 0

    def source(self, start: int, end: int) -> Span:
        """The document's span for the view's `text[start:end]`; never swallows what was cut beside it."""
        here, there = self._here, self._there
        index = bisect_right(here, start) - 1
        first = there[index] + start - here[index]
        if end <= start:
            return Span(first, first)
        index = bisect_left(here, end) - 1
        last = there[index + 1] if index in self._whole else there[index] + end - here[index]
        return Span(first, max(first + 1, min(last, self._end)))

    def offset(self, position: int) -> int:
        """The view's offset for a position of the document: the inverse of `source`; of what was cut, that of what follows."""
        index = bisect_right(self._there, position) - 1
        if index < 0:
            return 0
        here = self._here[index] + position - self._there[index]
        following = self._here[index + 1] if index + 1 < len(self._here) else len(self.text)
        return here if here < following else following


def _apart(gap: str) -> bool:
    """Whether what was cut between two spans parts their words: white space does, a line break or no-break space in mark-up too."""
    return bool(gap) and (gap[0].isspace() or gap[-1].isspace() or gap[0] == "&" or gap[:3].lower() == "<br")


def _kept(raw: str, match: re.Match[str], hyphenated: AbstractSet[str]) -> str:
    """What a view keeps of an edited run."""
    run = match.group()
    if run[0].isalpha():
        letter = unicodedata.normalize("NFC", run)
        return letter if len(letter) == 1 else run
    if run[0] in "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe":
        return ""
    if run[0] == "-":
        before, after = raw[max(0, match.start() - LONGEST_PART) : match.start()], raw[match.end() : match.end() + LONGEST_PART]
        if not before[-1:].isalpha() or not after[:1].isalpha():
            return "-" if before[-1:].isalpha() or after[:1].isalpha() else "- "
        return "-" if _keeps_hyphen(before, after, hyphenated) else ""
    return " "


def _keeps_hyphen(before: str, after: str, hyphenated: AbstractSet[str]) -> bool:
    """Whether a word that is cut at a line end, between `before` and `after`, has a hyphen of its own."""
    left, right = LAST_LETTERS.search(before), FIRST_LETTERS.match(after)
    return after[0].isupper() or f"{left.group() if left else ''}-{right.group() if right else ''}".lower() in hyphenated
