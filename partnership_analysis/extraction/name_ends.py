"""Where a body's name goes on behind what one mention shows of it: `Livres en partage`, `Paroles de femmes`, `Mutuelle Plaine et Rivage`.

One mention cannot tell the end of such a name from what is said of the body (`Rivage en partenariat avec`). A report can: where its every mention
of the last word is followed by the same two words, they belong to the name; and
where it has the whole name elsewhere, that is the name.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from partnership_analysis.extraction.brackets import BodyMention
from partnership_analysis.extraction.tokens import AND, AT, FOR, NUMBER, OF, Tokens

LEAST = 2
"""Mentions that go on alike."""
LONGEST_TAIL = 5
"""Words by which a name that stands whole elsewhere may go on."""
LONGER = 2
"""Words by which a name goes on: a small word and a noun."""


def gone_on(read: Sequence[Tokens], found: Sequence[list[BodyMention]]) -> list[list[BodyMention]]:
    """The mentions of each block, those that go on to the end of their name."""
    whole = {mention.name for mentions in found for mention in mentions if " " in mention.name}
    pairs = {pair for t, mentions in zip(read, found, strict=True) for mention in mentions if (pair := _opening_pair(t, mention))}
    known = [
        _alone([_of_two_places(t, _as_elsewhere(t, mention, whole), pairs) for mention in mentions]) for t, mentions in zip(read, found, strict=True)
    ]
    wanted = {t.texts[mention.last - 1] for t, mentions in zip(read, known, strict=True) for mention in mentions if _may_go_on(t, mention.last)}
    if not wanted:
        return known
    tails: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for t in read:
        for unit, text in enumerate(t.texts[: t.size]):
            if text in wanted:
                tails[text][tuple(t.texts[unit + 1 : unit + 1 + LONGER])] += 1
    sure = {word for word, counts in tails.items() if len(counts) == 1 and counts.total() >= LEAST}
    return [
        _alone(
            [_longer(t, mention, LONGER) if t.texts[mention.last - 1] in sure and _may_go_on(t, mention.last) else mention for mention in mentions]
        )
        for t, mentions in zip(read, known, strict=True)
    ]


def _alone(mentions: list[BodyMention]) -> list[BodyMention]:
    """The mentions that begin in no other before them."""
    kept: list[BodyMention] = []
    for mention in mentions:
        if not kept or mention.first >= kept[-1].last:
            kept.append(mention)
    return kept


def _as_elsewhere(t: Tokens, mention: BodyMention, whole: Collection[str]) -> BodyMention:
    """A mention that stops inside a name that the report has whole elsewhere: `Mutuelle Plaine| et Rivage`."""
    if t.classes[mention.last] not in AND + OF + AT + FOR:
        return mention
    for words in range(LONGEST_TAIL, 1, -1):
        last = mention.last + words
        if last <= t.size and f"{mention.name} {t.words(mention.last, last)}" in whole:
            return _longer(t, mention, words)
    return mention


def _opening_pair(t: Tokens, mention: BodyMention) -> tuple[str, ...]:
    """The two places that a name begins with: `Arle and Brome` in `Arle and Brome Water Board`; none where it does not begin so."""
    first, joint = mention.first, mention.first + 1
    pair = mention.last > joint + 2 and t.classes[joint] in AND and t.capital[first] and t.capital[joint + 1]
    return tuple(t.texts[first : joint + 2]) if pair else ()


def _of_two_places(t: Tokens, mention: BodyMention, pairs: Collection[tuple[str, ...]]) -> BodyMention:
    """A mention that stops after the first of two places which another name has together: `Carers Arle| and Brome`."""
    last = mention.last
    if not pairs or last - mention.first < LONGER or t.classes[last] not in AND or t.capital[last + LONGER]:
        return mention
    return _longer(t, mention, LONGER) if tuple(t.texts[last - 1 : last + LONGER]) in pairs else mention


def _may_go_on(t: Tokens, last: int) -> bool:
    """Whether a small word and a word in small letters stand behind a name's last word, which has a capital."""
    if last + LONGER > t.size or not t.capital[last - 1] or t.shouting:
        return False
    noun = t.texts[last + 1]
    if t.capital[last] or not noun.isalpha() or t.classes[last + 1] in NUMBER:
        return False
    return t.classes[last] in OF + AT + FOR and (noun.islower() or t.texts[last] in t.lists.place_links)


def _longer(t: Tokens, mention: BodyMention, words: int) -> BodyMention:
    last = mention.last + words
    more = f" {t.words(mention.last, last)}"
    return replace(
        mention, last=last, name=mention.name + more, bare=mention.bare and mention.bare + more, other=tuple(form + more for form in mention.other)
    )
