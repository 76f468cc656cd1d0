"""Words quoted from somebody, and who says them.

Four kinds: words in quotation marks beside a verb of speech or a speaker's name; a pull quote or block quote, with names under it;
a block that is nothing but words in quotation marks and their speaker; a reproduced post. The words that say so are in
`lexicons/<language>/quotations.toml`. Titles, terms and names in quotation marks are none.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from partnership_analysis.document.model import Span
from partnership_analysis.extraction.posts import posts
from partnership_analysis.extraction.records import Organisation, Person, Publication, Quotation
from partnership_analysis.extraction.titles import Stretch, quoted
from partnership_analysis.extraction.units import ReadBlock, Units

FAMILY = ("connectors", "quotations")
FEWEST_WORDS = 3
"""Fewer words in quotation marks are a term, unless they end a sentence of their own."""
SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
SIGNATURE = re.compile(r"\s*[–—-]?\s*")
LONGEST_SIGNATURE = 160
MOST_SIGNERS = 6
MOST_PARAGRAPHS = 6
"""Paragraphs that one quotation may run over."""


class Speakers:
    """Looks up the people and bodies named in a stretch of the text."""

    def __init__(self, people: Sequence[Person], organisations: Sequence[Organisation]) -> None:
        self._people = sorted((start, end, person.person_id) for person in people for start, end in person.mentions or ((person.start, person.end),))
        self._bodies = sorted(
            (start, end, body.name) for body in organisations for start, end in body.mentions or ((body.start, body.end),)
        )  # fmt: skip

    def people(self, first: int, last: int) -> list[tuple[int, int, str]]:
        """Mentions of people that lie in a stretch: start, end, person_id."""
        return self._people[bisect_left(self._people, (first,)) : bisect_left(self._people, (last,))]

    def bodies(self, first: int, last: int) -> list[tuple[int, int, str]]:
        """Mentions of bodies that lie in a stretch: start, end, name."""
        return self._bodies[bisect_left(self._bodies, (first,)) : bisect_left(self._bodies, (last,))]


class Said(NamedTuple):
    """Who says something: people by id, else the words for who it is."""

    people: tuple[str, ...]
    speaker: str | None


NOBODY = Said((), None)


def quotations(
    blocks: Sequence[ReadBlock], people: Sequence[Person], organisations: Sequence[Organisation], publications: Sequence[Publication]
) -> tuple[Quotation, ...]:
    """The quotations, in reading order."""
    speakers = Speakers(people, organisations)
    found: list[Quotation] = []
    titles = {span for work in publications if work.kind != "social_post" for span in work.mentions}
    in_posts: set[int] = set()
    for post in posts(blocks):
        in_posts.update(post.blocks)
        said = Said(tuple(dict.fromkeys(identity for _, _, identity in speakers.people(*post.author))), None)
        if not said.people:
            bodies = speakers.bodies(*post.author)
            said = Said((), bodies[0][2] if bodies else None)
        found.append(_row(blocks[post.blocks[0]], post.words, post.text, said, "post"))
    index = 0
    while index < len(blocks):
        if index in in_posts:
            index += 1
            continue
        rows, following = _of_block(blocks, index, speakers)
        found.extend(row for row in rows if (row.start, row.end) not in titles)
        index = following
    return tuple(sorted(found, key=lambda row: (row.start, row.end)))


def _row(block: ReadBlock, span: Span, text: str, said: Said, rule: str) -> Quotation:
    exact = block.document.text[span.start : span.end]
    return Quotation(text=text, people=said.people, speaker=said.speaker, start=span.start, end=span.end, exact=exact, rule=rule)


def _of_block(blocks: Sequence[ReadBlock], index: int, speakers: Speakers) -> tuple[list[Quotation], int]:
    """The quotations that start in a block, and the index of the block to read next."""
    block = blocks[index]
    if block.block.kind == "quotation":
        return _pull_quote(blocks, index, speakers)
    pairs, opening, _ = quoted(block)
    rows: list[Quotation] = []
    said = NOBODY
    previous_end = 0
    for pair in (p for p in pairs if p.depth == 0):
        known, rule = _said(blocks, index, pair, speakers)
        if known is NOBODY and said is not NOBODY and _goes_on(block, previous_end, pair):
            known, rule = said, "quotation that goes on"
        if rule:
            rows.append(_row(block, block.source(pair.start, pair.end), block.text[pair.start : pair.end], known, rule))
            said, previous_end = known, pair.outer_end
    if opening and not any(p.outer_start > opening[-1] for p in pairs):
        longer = _over_paragraphs(blocks, index, opening[-1], speakers)
        if longer is not None:
            return [*rows, longer[0]], longer[1]
    return rows, index + 1


def _pull_quote(blocks: Sequence[ReadBlock], index: int, speakers: Speakers) -> tuple[list[Quotation], int]:
    """A block quote or pull quote: its words, and who stands behind a dash in it or on the lines under it."""
    last = index
    while last + 1 < len(blocks) and last - index < MOST_PARAGRAPHS and blocks[last + 1].block.kind == "quotation":
        if _names_a_signer(blocks[last + 1], speakers):
            break
        last += 1
    block = blocks[index]
    pairs = [p for n in range(index, last + 1) for p in quoted(blocks[n])[0] if p.depth == 0]
    signature_at = _signature(blocks[last], speakers)
    if signature_at is not None and (last > index or signature_at[0] > 0):
        said = _signed(blocks[last], speakers, signature_at[1])
        end_block, end = (blocks[last], signature_at[0]) if signature_at[0] else (blocks[last - 1], len(blocks[last - 1].text))
        following = last + 1
    else:
        said, following = _signers(blocks, last + 1, speakers)
        end_block, end = blocks[last], len(blocks[last].text)
        if said is NOBODY:
            said = _announced(blocks, index, speakers)
    start, end = _unmarked(block.text, end_block.text, end)
    if pairs and last == index and pairs[0].outer_start <= 1 and 0 < len(block.text) - pairs[-1].outer_end <= LONGEST_SIGNATURE:
        start, end = pairs[0].start, pairs[-1].end
        said = _signed(block, speakers, pairs[-1].outer_end)
    if not pairs and said is NOBODY and block.document.text[max(0, block.block.start - 5) : block.block.start].rstrip()[-1:] not in tuple('“«„"'):
        return [], last + 1
    span = Span(block.source(start, start + 1).start, end_block.source(max(0, end - 1), end).end)
    text = " ".join(
        b.text[start if b is block else 0 : end if b is end_block else None]
        for b in blocks[index : last + 1]
        if b.block.start <= end_block.block.start
    )
    return [_row(block, span, text, said, "block quote")], following


def _names_a_signer(block: ReadBlock, speakers: Speakers) -> bool:
    """Whether a block is a line that begins with a person's name."""
    here = speakers.people(block.block.start, block.block.end)
    return bool(here) and len(block.text) <= LONGEST_SIGNATURE and here[0][0] - block.block.start <= 12 and block.text.rstrip()[-1:] not in '.!?:"»”'


def _unmarked(first: str, last: str, end: int) -> tuple[int, int]:
    """Where the words of a quotation start and end without the marks around them."""
    start = 0
    while start < len(first) and (first[start].isspace() or first[start] in '"«“„'):
        start += 1
    while end > 0 and (last[end - 1].isspace() or last[end - 1] in '"»”–'):
        end -= 1
    return start, end


def _signature(block: ReadBlock, speakers: Speakers) -> tuple[int, int] | None:
    """Where in a block the quoted words end and where their speaker's name begins: behind a dash after closing punctuation."""
    text = block.text
    if text.lstrip()[:1] in ("–", "-", "—"):
        return 0, 0
    for match in re.finditer(r"[.!?…\"»”]\s+[–-]\s*(?=\w)", text):
        first = block.source(match.end(), match.end() + 1).start
        if len(text) - match.end() <= LONGEST_SIGNATURE and (
            speakers.people(first, block.block.end) or not SENTENCE_END.search(text, match.end(), len(text) - 1)
        ):
            return match.start() + 1, match.end()
    return None


def _signed(block: ReadBlock, speakers: Speakers, start: int) -> Said:
    first = block.source(start, start + 1).start
    named = tuple(dict.fromkeys(identity for _, _, identity in speakers.people(first, block.block.end)))
    if named:
        return Said(named, None)
    words = block.text[start:].strip(' –-—."»”')
    return Said((), words or None)


def _signers(blocks: Sequence[ReadBlock], first: int, speakers: Speakers) -> tuple[Said, int]:
    """The people on the lines under a quotation: each line begins with a name, after a dash or not."""
    named: list[str] = []
    index = first
    while index < len(blocks) and index - first < MOST_SIGNERS:
        block = blocks[index]
        if (block.block.kind == "list_item" and not _behind_dash(block)) or block.block.kind == "table_cell" or len(block.text) > LONGEST_SIGNATURE:
            break
        lead = SIGNATURE.match(block.text)
        begins = block.source(lead.end() if lead else 0, len(block.text)).start
        here = speakers.people(block.block.start, block.block.end)
        if here and here[0][0] - begins <= 12 and not block.text.rstrip().endswith((":", ".")):
            named.extend(identity for _, _, identity in here)
        elif not named and block.text.lstrip()[:1] in ("–", "—", "-"):
            return _signed(block, speakers, 0), index + 1
        else:
            break
        index += 1
    return (Said(tuple(dict.fromkeys(named)), None), index) if named else (NOBODY, first)


def _behind_dash(block: ReadBlock) -> bool:
    """Whether a block that was read as a list item is a signature behind a dash."""
    return block.document.text[max(0, block.block.start - 3) : block.block.start].strip() in ("—", "–")


def _announced(blocks: Sequence[ReadBlock], index: int, speakers: Speakers) -> Said:
    """Who the paragraph before announces: it ends with a colon and has a verb of speech or names somebody."""
    if not index or not blocks[index - 1].text.rstrip().endswith(":"):
        return NOBODY
    block = blocks[index - 1]
    start = _sentence_start(block.text, len(block.text) - 1)
    return _subject_before(block, start, len(block.text.rstrip()) - 1, speakers)


def _said(blocks: Sequence[ReadBlock], index: int, pair: Stretch, speakers: Speakers) -> tuple[Said, str]:
    """Who says the words of a pair of quotation marks, and the rule that tells; an empty rule where they are no quotation."""
    block = blocks[index]
    text = block.text
    words = text[pair.start : pair.end]
    count = len(words.split())
    ends = words.rstrip()[-1:] in ".!?…" or text[pair.outer_end : pair.outer_end + 1] in (".", "!", "?")
    if count < FEWEST_WORDS and not (count == FEWEST_WORDS - 1 and words[-1:] in ".!?"):
        return NOBODY, ""
    units = block.units(*FAMILY)
    if not text[: pair.outer_start].strip(" –-•"):
        whole = _whole_block(blocks, index, pair, speakers)
        if whole is not None:
            return whole, "block in quotation marks"
    after = _spoken_after(block, units, pair, speakers)
    if after is not None:
        return after, "speech after"
    before = _spoken_before(blocks, index, pair, speakers, ends)
    if before is not None:
        return before, "speech before"
    inside = _spoken_inside(block, units, pair, speakers)
    return (inside, "speech inside") if inside is not None else (NOBODY, "")


def _whole_block(blocks: Sequence[ReadBlock], index: int, pair: Stretch, speakers: Speakers) -> Said | None:
    """A block that is nothing but quoted words, with who says them behind them in it, or on the lines under it."""
    block = blocks[index]
    if block.block.kind in ("heading", "table_cell"):
        return None
    rest = block.text[pair.outer_end :].strip(" .")
    if not rest:
        said, _ = _signers(blocks, index + 1, speakers)
        if said is NOBODY:
            said = _announced(blocks, index, speakers)
        long = len(block.text[pair.start : pair.end].split()) >= 12
        return said if said is not NOBODY or (long and block.block.kind != "list_item") else None
    if rest[0] in "–—-(," and len(rest) <= LONGEST_SIGNATURE and not _has_speech(block, pair.outer_end):
        first = block.source(pair.outer_end, pair.outer_end + 1).start
        named = speakers.people(first, block.block.end)
        if named:
            return Said(tuple(dict.fromkeys(identity for _, _, identity in named)), None)
        if rest[0] in "–—-" or (rest[0] == "(" and block.text[pair.end - 1] in ".!?"):
            return Said((), rest.strip(" –—-.()") or None)
    return None


def _has_speech(block: ReadBlock, start: int) -> bool:
    units = block.units(*FAMILY)
    return any(units.is_class(n, "SPEECH") for n in range(units.at(start), len(units)))


def _sentence_start(text: str, offset: int) -> int:
    """Where the sentence that holds an offset starts."""
    start = 0
    for match in SENTENCE_END.finditer(text, max(0, offset - 600), offset):
        start = match.end()
    return start if start else max(0, offset - 600)


def _sentence_end(text: str, offset: int) -> int:
    match = SENTENCE_END.search(text, offset, min(len(text), offset + 600))
    return match.start() if match else min(len(text), offset + 600)


def _spoken_after(block: ReadBlock, units: Units, pair: Stretch, speakers: Speakers) -> Said | None:
    """`« … », explique Jeanne Martin` and `“…,” said Jane Martin` or `Jane Martin said`."""
    end = _sentence_end(block.text, pair.outer_end)
    first = units.at(pair.outer_end)
    position = first
    if units.is_class(position, ",", "–"):
        position += 1
    limit = units.at(end)
    verb = next((n for n in range(position, min(position + 12, limit)) if units.is_class(n, "SPEECH")), None)
    if verb is None:
        if units.is_class(position, "ACCORDING") and position <= first + 1:
            return _subject_after(block, units, position + 1, end, speakers)
        return None
    if verb - position > 3 and not _person_between(block, units, position, verb, speakers):
        return None
    between = block.text[units.starts[position] : units.starts[verb]] if verb > position else ""
    if verb - position > 1 and _person_between(block, units, position, verb, speakers):
        return _subject_before(block, units.starts[position], units.starts[verb], speakers)
    if any(mark in between for mark in ".;:"):
        return None
    if units.is_class(position, "PRONOUN") or units.is_class(verb + 1, "PRONOUN", "-"):
        return _earlier(block, pair.outer_start, speakers)
    if between and not any(units.is_class(n, "AUXILIARY") for n in range(position, verb)):
        return _subject_before(block, units.starts[position], units.starts[verb], speakers)
    said = _subject_after(block, units, verb + 1, end, speakers)
    return said if said is not NOBODY else _subject_before(block, units.starts[position], units.starts[verb], speakers)


def _person_between(block: ReadBlock, units: Units, first: int, last: int, speakers: Speakers) -> bool:
    start, end = block.source(units.starts[first], units.starts[first] + 1).start, block.source(units.starts[last], units.starts[last] + 1).start
    return bool(speakers.people(start, end) or speakers.bodies(start, end))


def _spoken_before(blocks: Sequence[ReadBlock], index: int, pair: Stretch, speakers: Speakers, ends: bool) -> Said | None:
    """`Jeanne Martin a déclaré : « … »`, `selon Jeanne Martin, « … »`, `Jeanne Martin : « … »`."""
    block, units = blocks[index], blocks[index].units(*FAMILY)
    start = _sentence_start(block.text, pair.outer_start)
    first, mark = units.at(start), units.at(pair.outer_start)
    verb = next((n for n in range(mark - 1, max(first - 1, mark - 40), -1) if units.is_class(n, "SPEECH")), None)
    introduced = units.is_class(mark - 1, ":", ",") or _introduced(units, mark)
    if verb is not None and introduced and (mark - verb <= 12 or units.is_class(mark - 1, ":")):
        said = _subject_before(block, start, units.starts[verb], speakers)
        if said is NOBODY or (said.speaker is not None and units.is_class(verb - 1, "PRONOUN")):
            return _earlier(block, start, speakers, blocks[index - 1] if index else None)
        return said
    according = next((n for n in range(first, min(first + 3, mark)) if units.is_class(n, "ACCORDING", "FOR")), None)
    if according is not None and introduced:
        said = _subject_after(block, units, according + 1, pair.outer_start, speakers)
        return said if said.people or units.is_class(according, "ACCORDING") else None
    if units.is_class(mark - 1, ":") and mark - first <= 24:
        named = speakers.people(block.source(start, start + 1).start, block.source(pair.outer_start, pair.outer_start + 1).start)
        if named and named[0][0] - block.source(start, start + 1).start <= 30 and ends:
            return Said(tuple(dict.fromkeys(identity for _, _, identity in named)), None)
    return None


def _introduced(units: Units, mark: int) -> bool:
    """Whether the word before the mark lets a quotation follow: `que`, `that`, or the verb itself."""
    word = units.words(mark - 1, mark).lower() if mark else ""
    return word in ("que", "qu'", "that", "combien", "how") or units.is_class(mark - 1, "SPEECH")


def _spoken_inside(block: ReadBlock, units: Units, pair: Stretch, speakers: Speakers) -> Said | None:
    """`« Nous avançons, explique Jeanne Martin, et nous continuerons. »`"""
    first, last = units.at(pair.start), units.at(pair.end)
    for n in range(first + 1, last - 1):
        if units.is_class(n, "SPEECH") and units.is_class(n - 1, ","):
            after = block.source(units.ends[n], units.ends[n] + 1).start
            named = speakers.people(after, after + 60)
            if named and named[0][0] - after <= 12:
                return Said((named[0][2],), None)
            if units.is_class(n + 1, "PRONOUN", "-"):
                return _earlier(block, pair.outer_start, speakers)
    return None


def _subject_after(block: ReadBlock, units: Units, unit: int, end: int, speakers: Speakers) -> Said:
    """The people right after a verb of speech, else the words that say who it is."""
    if unit >= len(units) or units.starts[unit] >= end:
        return NOBODY
    start = units.starts[unit]
    first, last = block.source(start, start + 1).start, block.source(max(start, end - 1), end).end
    named = speakers.people(first, last)
    if named:
        kept = [named[0]]
        for one in named[1:]:
            gap = block.document.text[kept[-1][1] : one[0]].strip()
            if gap.lower() not in (",", "et", "and", "&", ", et", ", and") and len(gap) > 90:
                break
            if gap.lower() in (",", "et", "and", "&", ", et", ", and") or gap.lower().endswith((" et", " and")):
                kept.append(one)
            else:
                break
        return Said(tuple(dict.fromkeys(identity for _, _, identity in kept)), None)
    stop = re.search(r"[,.;:«»\"()]", block.text[start:end])
    words = block.text[start : start + stop.start() if stop else end].strip()
    return Said((), words) if 0 < len(words.split()) <= 12 else NOBODY


def _subject_before(block: ReadBlock, start: int, end: int, speakers: Speakers) -> Said:
    """The people named between the start of a sentence and its verb, else the words that stand there."""
    if end <= start:
        return NOBODY
    first, last = block.source(start, start + 1).start, block.source(end - 1, end).end
    named = speakers.people(first, last)
    if named:
        return Said(tuple(dict.fromkeys(identity for _, _, identity in named)), None)
    bodies = speakers.bodies(first, last)
    if bodies:
        return Said((), bodies[-1][2])
    words = re.split(r"[\"»”]", block.text[start:end])[-1].strip(" ,:–-")
    return Said((), words) if 0 < len(words.split()) <= 12 else NOBODY


def _earlier(block: ReadBlock, offset: int, speakers: Speakers, before: ReadBlock | None = None) -> Said:
    """The person named last before an offset of the block, else the only one that the block before names."""
    named = speakers.people(block.block.start, block.source(offset, offset + 1).start)
    if named:
        return Said((named[-1][2],), None)
    others = {identity for _, _, identity in speakers.people(before.block.start, before.block.end)} if before is not None else set()
    return Said(tuple(others), None) if len(others) == 1 else NOBODY


def _goes_on(block: ReadBlock, previous_end: int, pair: Stretch) -> bool:
    """Whether a quotation continues the one before: no more than one sentence stands between them."""
    between = block.text[previous_end : pair.outer_start]
    return len(between) <= 160 and len(SENTENCE_END.findall(between.rstrip())) <= 1 and len(block.text[pair.start : pair.end].split()) >= FEWEST_WORDS


def _over_paragraphs(blocks: Sequence[ReadBlock], index: int, opening: int, speakers: Speakers) -> tuple[Quotation, int] | None:
    """A quotation that opens in one paragraph and closes in a later one."""
    block = blocks[index]
    for last in range(index + 1, min(len(blocks), index + 1 + MOST_PARAGRAPHS)):
        if blocks[last].block.kind in ("heading", "table_cell"):
            return None
        pairs, _, closing = quoted(blocks[last])
        closing = [c for c in closing if not any(p.outer_start <= c < p.outer_end for p in pairs)]
        closed = closing[0] if closing else next((p.outer_end - 1 for p in pairs if p.outer_start == 0 and blocks[last].text[:1] in '"«'), None)
        if closed is None:
            continue
        said, following = _signers(blocks, last + 1, speakers) if closed >= len(blocks[last].text.rstrip()) - 2 else (NOBODY, last + 1)
        start, _ = _unmarked(block.text[opening:], "", 0)
        if said is NOBODY:
            head = Stretch("quoted", opening + start, len(block.text), opening, len(block.text))
            said = _spoken_before(blocks, index, head, speakers, True) or NOBODY
        if said is NOBODY:
            tail = Stretch("quoted", 0, closed, 0, closed + 1)
            said = _spoken_after(blocks[last], blocks[last].units(*FAMILY), tail, speakers) or NOBODY
        if said is NOBODY and opening > 2:
            return None
        span = Span(block.source(opening + start, opening + start + 1).start, blocks[last].source(max(0, closed - 1), max(1, closed)).end)
        text = " ".join(b.text for b in blocks[index : last + 1])[opening + start :].rstrip(' "»”')
        return _row(block, span, text, said, "quotation over paragraphs"), max(following, last + 1)
    return None
