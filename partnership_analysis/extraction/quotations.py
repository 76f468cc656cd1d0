"""Words quoted from somebody, and who says them.

Four kinds: words in quotation marks beside a verb of speech or a speaker's name; a pull quote or block quote, with names under it;
a block that is nothing but words in quotation marks and their speaker; a reproduced post. The words that say so are in
`lexicons/<language>/quotations.toml`. Titles, terms and names in quotation marks are none.
"""

from collections.abc import Sequence

from partnership_analysis.document.model import Span
from partnership_analysis.extraction.posts import posts
from partnership_analysis.extraction.records import Organisation, Person, Publication, Quotation
from partnership_analysis.extraction.signatures import (
    LONGEST_SIGNATURE,
    announced_speaker,
    names_a_signer,
    signature_in,
    signer_behind,
    signers_under,
)
from partnership_analysis.extraction.speakers import FAMILY, NOBODY, Said, Speakers, sentence_ends
from partnership_analysis.extraction.speech import FEWEST_WORDS, spoken_after, spoken_before, who_says
from partnership_analysis.extraction.titles import Stretch, quoted
from partnership_analysis.extraction.units import ReadBlock

MOST_PARAGRAPHS = 6
"""Paragraphs that one quotation may run over."""


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
        known, rule = who_says(blocks, index, pair, speakers)
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
        if names_a_signer(blocks[last + 1], speakers):
            break
        last += 1
    block = blocks[index]
    pairs = [p for n in range(index, last + 1) for p in quoted(blocks[n])[0] if p.depth == 0]
    signature_at = signature_in(blocks[last], speakers)
    if signature_at is not None and (last > index or signature_at[0] > 0):
        said = signer_behind(blocks[last], speakers, signature_at[1])
        end_block, end = (blocks[last], signature_at[0]) if signature_at[0] else (blocks[last - 1], len(blocks[last - 1].text))
        following = last + 1
    else:
        said, following = signers_under(blocks, last + 1, speakers)
        end_block, end = blocks[last], len(blocks[last].text)
        if said is NOBODY:
            said = announced_speaker(blocks, index, speakers)
    start, end = _unmarked(block.text, end_block.text, end)
    if pairs and last == index and pairs[0].outer_start <= 1 and 0 < len(block.text) - pairs[-1].outer_end <= LONGEST_SIGNATURE:
        start, end = pairs[0].start, pairs[-1].end
        said = signer_behind(block, speakers, pairs[-1].outer_end)
    if not pairs and said is NOBODY and block.document.text[max(0, block.block.start - 5) : block.block.start].rstrip()[-1:] not in tuple('“«„"'):
        return [], last + 1
    span = Span(block.source(start, start + 1).start, end_block.source(max(0, end - 1), end).end)
    text = " ".join(
        b.text[start if b is block else 0 : end if b is end_block else None]
        for b in blocks[index : last + 1]
        if b.block.start <= end_block.block.start
    )
    return [_row(block, span, text, said, "block quote")], following


def _unmarked(first: str, last: str, end: int) -> tuple[int, int]:
    """Where the words of a quotation start and end without the marks around them."""
    start = 0
    while start < len(first) and (first[start].isspace() or first[start] in '"«“„'):
        start += 1
    while end > 0 and (last[end - 1].isspace() or last[end - 1] in '"»”–'):
        end -= 1
    return start, end


def _goes_on(block: ReadBlock, previous_end: int, pair: Stretch) -> bool:
    """Whether a quotation continues the one before: no more than one sentence stands between them."""
    between = block.text[previous_end : pair.outer_start]
    ends = sentence_ends(block.lexicon).findall(between.rstrip())
    return len(between) <= 160 and len(ends) <= 1 and len(block.text[pair.start : pair.end].split()) >= FEWEST_WORDS


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
        said, following = signers_under(blocks, last + 1, speakers) if closed >= len(blocks[last].text.rstrip()) - 2 else (NOBODY, last + 1)
        start, _ = _unmarked(block.text[opening:], "", 0)
        if said is NOBODY:
            head = Stretch("quoted", opening + start, len(block.text), opening, len(block.text))
            said = spoken_before(blocks, index, head, speakers, True) or NOBODY
        if said is NOBODY:
            tail = Stretch("quoted", 0, closed, 0, closed + 1)
            said = spoken_after(blocks[last], blocks[last].units(*FAMILY), tail, speakers) or NOBODY
        if said is NOBODY and opening > 2:
            return None
        span = Span(block.source(opening + start, opening + start + 1).start, blocks[last].source(max(0, closed - 1), max(1, closed)).end)
        text = " ".join(b.text for b in blocks[index : last + 1])[opening + start :].rstrip(' "»”')
        return _row(block, span, text, said, "quotation over paragraphs"), max(following, last + 1)
    return None
