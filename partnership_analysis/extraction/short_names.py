"""Bodies meant by a common noun in small letters: `l'association a formé …`, `organisé par la métropole`.

The noun means the body named last before it that is called so: by the first words of one of its names, or by what such a body is
called for short (`called` in `lexicons/<language>/organisations.toml`). A noun with a complement of its own means another body.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from partnership_analysis.extraction.cast import Named
from partnership_analysis.extraction.records import Organisation
from partnership_analysis.extraction.verbs import Scene

FARTHEST = 1500
"""Characters back to the mention of a body that a noun may mean, where several bodies are called so."""
MOST_UNITS = 5
"""Units of the words that a body is called by, elided articles counted."""
LONGEST_HEAD = 4
"""Words of a name's beginning that may be what it is called."""
AFTER = frozenset(
    (
        "HAVE",
        "BE",
        "BEEN",
        "BE_WILL",
        "GO",
        "MODAL",
        "REFLEXIVE",
        "WILL",
        "DOES",
        "PAST",
        "STATE",
        "NEGATION",
        "AND",
        "ADVERB",
        "WAS",
        "DETAIL",
        "WITH",
        "OCCASION",
        "TO",
    )
)
"""Parts of speech that may follow a noun which stands for a body."""


@dataclass(frozen=True)
class ShortNames:
    """The bodies by the nouns that may stand for them, and their mentions in reading order."""

    called: Mapping[str, frozenset[str]]
    mentions: Sequence[Named]

    def only(self, words: str) -> str | None:
        """The id of the only body that a cell's words may mean: `Agglomération`."""
        ids = self.called.get(words.strip(" *_.").lower())
        return next(iter(ids)) if ids is not None and len(ids) == 1 else None

    def meant(self, scene: Scene, unit: int, *, articles: str = "definite_articles") -> str | None:
        """The id of the body that a noun at a unit, behind its article, stands for, be it with what it is for (`la chambre d'agriculture`);
        `articles` names the list of articles.
        """
        if unit in scene.taken or scene.words(unit, unit + 1) not in self.called:
            return None
        last = next(
            (last for last in range(unit + MOST_UNITS, unit, -1) if scene.words(unit, last) in self.called and _alone(scene, unit, last, articles)),
            None,
        )
        if last is None:
            return None
        ids = self.called[scene.words(unit, last)]
        if len(ids) == 1:
            return next(iter(ids))
        units, block = scene.statement.units, scene.statement.block
        here = block.source(units.starts[unit], units.ends[unit]).start
        last = bisect_left(self.mentions, here, key=lambda one: one.start)
        before = (one for one in reversed(self.mentions[max(0, last - LONGEST_HEAD**3) : last]) if one.actor in ids and here - one.start < FARTHEST)
        return next((one.actor for one in before), None)


NOBODY_SHORT = ShortNames({}, ())
"""Where no noun stands for a body."""


def short_names(
    organisations: Sequence[Organisation], mentions: Sequence[Named], called: Mapping[str, Sequence[str]], nouns: Sequence[str]
) -> ShortNames:
    """The bodies of a report by the nouns, of those given, that may stand for them."""
    wanted = frozenset(nouns)
    found: dict[str, set[str]] = {}
    for row in organisations:
        for noun in _nouns(row, called):
            if noun.split(" ")[0] in wanted:
                found.setdefault(noun, set()).add(row.organisation_id)
    return ShortNames({noun: frozenset(ids) for noun, ids in found.items()}, mentions)


def _nouns(row: Organisation, called: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What a body may be called: the first words of its names, and what such bodies are called for short."""
    yield from called.get(row.kind, ())
    for name in (row.name, *row.other_names):
        words = name.lower().split(" ")
        for length in range(1, min(LONGEST_HEAD, len(words)) + 1):
            head = " ".join(words[:length])
            yield head
            yield from called.get(head, ())
        if len(words) > 1:
            yield words[-1]


def _alone(scene: Scene, unit: int, last: int, articles: str) -> bool:
    """Whether a noun, up to unit `last`, stands behind a definite article or `par la`, without a further complement."""
    if not (scene.listed(articles, unit - 1) or scene.part(unit - 1) in ("BY", "WITH")):
        return False
    after = scene.statement.units.classes[last : last + 1]
    return scene.part(last) in AFTER or after in ("", ".", ",", ";", ":", "(") or last in scene.dated or last >= scene.statement.last
