"""Sentences as the page shows them: runs of text with a style, the words they rest on, and where a count leads.

Rules write a sentence as one string in which four signs (private-use code points, never part of a report once `without_marks` has
been over it) say where the report's words or a work's title begin and end. `sentence` cuts that string into runs.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "quote", "title"]
"""`quote`: the report's words, between quotation marks that stand in the plain runs beside it. `title`: a work's title, in italics."""

QUOTE_OPENS, QUOTE_ENDS, TITLE_OPENS, TITLE_ENDS = "\ue000", "\ue001", "\ue002", "\ue003"
MARKS = QUOTE_OPENS + QUOTE_ENDS + TITLE_OPENS + TITLE_ENDS
OPENS: dict[str, Style] = {QUOTE_OPENS: "quote", TITLE_OPENS: "title"}
NO_MARKS = str.maketrans("", "", MARKS)

Span = tuple[int, int]
MOST_EVIDENCE = 3


@dataclass(frozen=True)
class Run:
    """A stretch of a sentence in one style. `language` is set only where it differs from the sentence's own."""

    text: str
    style: Style = "plain"
    language: str | None = None


@dataclass(frozen=True)
class Sentence:
    """One sentence: its runs, the spans of the report's words it rests on, and the page anchors a count or an absence leads to."""

    runs: tuple[Run, ...]
    evidence: tuple[Span, ...] = ()
    anchors: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole sentence as plain text."""
        return "".join(run.text for run in self.runs)


Paragraphs = tuple[tuple[Sentence, ...], ...]


def without_marks(text: str) -> str:
    """A report's words without the signs that rules use as marks."""
    return text.translate(NO_MARKS)


def quoted(text: str) -> str:
    """Words of the report, marked as such; the quotation marks around them are the wording's."""
    return f"{QUOTE_OPENS}{text}{QUOTE_ENDS}"


def titled(text: str) -> str:
    """A work's title, marked for italics."""
    return f"{TITLE_OPENS}{text}{TITLE_ENDS}"


def sentence(marked: str, *, evidence: Iterable[Span] = (), anchors: Iterable[str] = (), foreign: str | None = None) -> Sentence:
    """A sentence from its marked text. `foreign` is the report's language where it is not the sentence's."""
    runs: list[Run] = []
    style: Style = "plain"
    begun = 0
    for position, sign in enumerate(marked):
        if sign in MARKS:
            if position > begun:
                runs.append(Run(marked[begun:position], style, foreign if style != "plain" else None))
            style = OPENS.get(sign, "plain")
            begun = position + 1
    if begun < len(marked):
        runs.append(Run(marked[begun:], style, foreign if style != "plain" else None))
    return Sentence(tuple(runs), kept_evidence(evidence), tuple(dict.fromkeys(anchors)))


def kept_evidence(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans to show, in the report's order: none that lies inside another, at most three (the longest)."""
    found = sorted(set(spans), key=lambda span: (span[0], -span[1]))
    outer = [span for number, span in enumerate(found) if not any(o != span and o[0] <= span[0] and span[1] <= o[1] for o in found[:number])]
    longest = sorted(outer, key=lambda span: (span[0] - span[1], span[0]))[:MOST_EVIDENCE]
    return tuple(sorted(longest))
