"""Mentions: candidates with a place in the text; here, and only here, it is decided which of two overlapping ones stays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from partnership_analysis.document.model import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that may stand for something: what kind, where in the document, what they say, and the rule that found them."""

    kind: str
    span: Span
    value: Any
    rule: str
    rank: int = 0
    """Place of the rule in its tuple: of two mentions of the same words the lower rank stays."""


def resolve(mentions: Iterable[Mention], groups: Sequence[frozenset[str]]) -> tuple[Mention, ...]:
    """Keep, in each group of kinds, the first of overlapping mentions: by start, then the longer, then the lower rank.

    Mentions of different groups may nest in one another; kinds of no group always stay.
    """
    kept: list[Mention] = []
    ends = [0] * len(groups)
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.rank, m.kind)):
        group = next((number for number, kinds in enumerate(groups) if mention.kind in kinds), None)
        if group is None:
            kept.append(mention)
        elif mention.span.start >= ends[group]:
            kept.append(mention)
            ends[group] = mention.span.end
    return tuple(kept)
