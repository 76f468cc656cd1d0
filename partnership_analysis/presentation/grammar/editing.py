"""A report's words without what only links them to others: leads, praise, empty quantities, brackets that point elsewhere."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from partnership_analysis.presentation.grammar.cutting import pieces

ASIDE = re.compile(
    r" ?\((?:[^()]{0,80}(?:cliquant|cliquez|cliquer|click|télécharger ici|download here)[^()]{0,80}|(?:voir|cf\.?|see|ci-contre|ci-dessous|annexe|annex|page|p\.|https?:|www\.)[^()]*)\)",
    re.IGNORECASE,
)
"""Brackets that only point elsewhere in the report."""


QUOTED = re.compile('(«[^»]*»|"[^"]*"|“[^”]*”|\ue002[^\ue003]*\ue003)')


class Editing:
    """What a language's `[editing]` lists leave out of a report's words; what stands between its quotation marks stays."""

    def __init__(self, lists: Mapping[str, Any]) -> None:
        self._leads = frozenset(lists["leads"])
        self._links = re.compile(r"^(?:" + "|".join(map(re.escape, lists["link_words"])) + r") (\w)(?=[^?!]*$)")
        self._replaced = [(re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])"), new) for old, new in lists["replaced"]]
        self._dropped = _dropped_pattern(lists)

    def edited(self, words: str) -> str:
        """The words without links to the sentence before, praise and empty quantities, outside quotation marks."""
        words = self._links.sub(lambda found: found.group(1).upper(), ASIDE.sub("", words))
        lead, comma, rest = words.partition(", ")
        if comma and lead in self._leads:
            words = rest[:1].upper() + rest[1:]
        for old, new in self._replaced:
            words = old.sub(new, words)
        parts = QUOTED.split(words)
        kept = [part if number % 2 else self._dropped.sub(_dropped, part) for number, part in enumerate(parts)]
        return re.sub(r"\s+([,.])", r"\1", " ".join("".join(kept).split())).strip(" ,")


def _dropped_pattern(editing: Mapping[str, Any]) -> re.Pattern[str]:
    """An expression that finds the words an editing list drops, with the commas around them."""
    words = "|".join(re.escape(word) for word in sorted(editing["dropped"], key=lambda word: (-len(word), word)))
    between = "|".join(re.escape(word) for word in sorted(editing["dropped_between_commas"], key=lambda word: (-len(word), word)))
    kept = "|".join(map(re.escape, editing["not_dropped_before"]))
    return re.compile(
        rf"(?P<before>^|,? |[(])(?:(?P<word>{words})(?![\w'’-])(?! (?:{kept})\b)(?P<after>,?)|(?<=, )(?:{between})(?P<comma>,))",
        re.IGNORECASE,
    )


def _dropped(match: re.Match[str]) -> str:
    """What is left where words are dropped: nothing of two commas, a comma that had no partner."""
    before = match.group("before")
    if match.group("comma") or (before.startswith(",") and match.group("after")):
        return ""
    return before if not match.group("after") or before != " " else before.rstrip() + ","


def without_examples(text: str, starts: Sequence[str]) -> str:
    """A text up to the first piece, after a comma, that begins a list of examples: an incomplete list is none of ours."""
    kept: list[str] = []
    for number, piece in enumerate(pieces(text)):
        if number and piece.strip().lower().startswith(tuple(starts)):
            break
        kept.append(piece)
    return ",".join(kept)
