"""Where a body's name goes on in small letters: `Lectures en partage`, `Paroles de femmes`.

One mention cannot tell the end of such a name from what is said of the body (`Rivage en partenariat avec`). A report can: where its every mention
of the last word is followed by the same two words, they belong to the name.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from partnership_analysis.extraction.brackets import BodyMention
from partnership_analysis.extraction.tokens import AT, FOR, NUMBER, OF, Tokens

LEAST = 2
"""Mentions that go on alike."""
LONGER = 2
"""Words by which a name goes on: a small word and a noun."""


def gone_on(read: Sequence[Tokens], found: Sequence[list[BodyMention]]) -> list[list[BodyMention]]:
    """The mentions of each block, those that go on in small letters to their end."""
    wanted = {t.texts[mention.last - 1] for t, mentions in zip(read, found, strict=True) for mention in mentions if _may_go_on(t, mention.last)}
    if not wanted:
        return list(found)
    tails: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for t in read:
        for unit, text in enumerate(t.texts[: t.size]):
            if text in wanted:
                tails[text][tuple(t.texts[unit + 1 : unit + 1 + LONGER])] += 1
    sure = {word for word, counts in tails.items() if len(counts) == 1 and counts.total() >= LEAST}
    return [
        [_longer(t, mention) if t.texts[mention.last - 1] in sure and _may_go_on(t, mention.last) else mention for mention in mentions]
        for t, mentions in zip(read, found, strict=True)
    ]


def _may_go_on(t: Tokens, last: int) -> bool:
    """Whether a small word and a word in small letters stand behind a name's last word, which has a capital."""
    if last + LONGER > t.size or not t.capital[last - 1] or t.shouting:
        return False
    noun = t.texts[last + 1]
    return t.classes[last] in OF + AT + FOR and not t.capital[last] and noun.isalpha() and noun.islower() and t.classes[last + 1] not in NUMBER


def _longer(t: Tokens, mention: BodyMention) -> BodyMention:
    last = mention.last + LONGER
    more = f" {t.words(mention.last, last)}"
    return replace(
        mention, last=last, name=mention.name + more, bare=mention.bare and mention.bare + more, other=tuple(form + more for form in mention.other)
    )
