"""What a report's introduction announces by name, and whether it comes back."""

import re
from collections.abc import Iterator

from partnership_analysis.assessment.inspection import Inspection, Sentence, content_words
from partnership_analysis.document.model import Span
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Axis
from partnership_analysis.extraction.units import ReadBlock

SIGN = re.compile(r"\s*(?:;|\(?\b[1-9a-h]\)|[1-9]°|\([ivx]{1,4}\))\s*")
COMMA = re.compile(r"\s*,\s*|\s+(?:et|and)\s+")
LEAST_ITEMS = 3
MOST_MISSING = 1
LEAST_SHARED = 0.5
LEAST_WORDS = 2


def announced_axes(inspection: Inspection) -> Iterator[tuple[str, Span]]:
    """Axes that a list of the introduction names and no part, nor any sentence, takes up; all the others must be parts of the report."""
    axes = [axis for axis in inspection.tables.rows.axes if axis.kind == "axis"]
    introduction = next((axis for axis in inspection.tables.rows.axes if axis.kind == "introduction"), None)
    if introduction is None or len(axes) < LEAST_ITEMS - MOST_MISSING:
        return
    small = inspection.words("small")
    titles = [frozenset(content_words(axis.title, besides=small)) for axis in axes]
    after = frozenset(
        word for block in inspection.blocks if block.block.start >= introduction.end for word in content_words(block.text, besides=small)
    )
    for items in _lists(inspection, introduction):
        named = [(frozenset(content_words(words, besides=small)), words, span) for words, span in items]
        missing = [(words, span) for own, words, span in named if own and not any(_alike(own, title) for title in titles)]
        if len(named) < LEAST_ITEMS or len(missing) > MOST_MISSING:
            continue
        for words, span in missing:
            own = frozenset(content_words(words, besides=small))
            if len(own) >= LEAST_WORDS and not own <= after:
                yield words, span


def _alike(own: frozenset[str], title: frozenset[str]) -> bool:
    """Whether an item names an axis: they share half of the words of the shorter."""
    return bool(title) and len(own & title) >= LEAST_SHARED * min(len(own), len(title))


def _lists(inspection: Inspection, introduction: Axis) -> Iterator[list[tuple[str, Span]]]:
    """Lists of the introduction that follow a word for axes: the bullets after a lead-in, the items after a colon."""
    bullets: list[tuple[str, Span]] = []
    led = False
    for block in inspection.blocks:
        if not introduction.start <= block.block.start < introduction.end:
            continue
        if block.block.kind == "list_item" and led:
            bullets.append((block.text.strip(" .;,"), Span(block.block.start, block.block.end)))
            continue
        if bullets:
            yield bullets
        bullets = []
        lead, colon, rest = block.text.rpartition(":")
        led = bool(colon) and not rest.strip() and inspection.says(lead, "axis")
        if colon and rest.strip() and inspection.says(lead, "axis"):
            yield _items(block, len(lead) + 1)
    if bullets:
        yield bullets


def _items(block: ReadBlock, start: int) -> list[tuple[str, Span]]:
    """The items of a list inside a paragraph, from a place of its view on: cut at semicolons and numbers where it has some, else at commas."""
    items = []
    position = start
    end = block.text.find(". ", start)
    last = end if end >= 0 else len(block.text.rstrip(" ."))
    sign = SIGN if SIGN.search(block.text, start, last) else COMMA
    for match in (*sign.finditer(block.text, start, last), None):
        stop = match.start() if match else last
        words = block.text[position:stop]
        if words.strip(" ,."):
            first = position + len(words) - len(words.lstrip(" ,"))
            items.append((words.strip(" ,."), block.source(first, first + len(words.strip(" ,.")))))
        position = match.end() if match else last
    return items


def announced_works(inspection: Inspection) -> Iterator[tuple[str, Span]]:
    """Works and events between quotation marks that the introduction announces and that are never named again."""
    rows = inspection.tables.rows
    introduction = next((axis for axis in rows.axes if axis.kind == "introduction"), None)
    if introduction is None or len(rows.axes) < LEAST_ITEMS - 1:
        return
    later = f" {folded(inspection.tables.document.text[introduction.end :])} "
    for work in rows.publications:
        sentence = inspection.sentence_at(work.start)
        if sentence is None or not introduction.start <= work.start < introduction.end or not inspection.says(sentence.text, "announced"):
            continue
        title = folded(work.title)
        words = list(content_words(work.title, besides=inspection.words("small")))
        if len(words) >= LEAST_WORDS and f" {title} " not in later and not _told(words, later):
            yield work.title, Span(work.start, work.end)


def announced_contents(inspection: Inspection) -> Iterator[tuple[str, Span]]:
    """What a sentence of the introduction lists as told in the report, or as promised by the agreement, and no later sentence takes up; all the
    others must be told.
    """
    introduction = next((axis for axis in inspection.tables.rows.axes if axis.kind == "introduction"), None)
    if introduction is None or len(inspection.tables.rows.axes) < LEAST_ITEMS - 1:
        return
    small = inspection.words("small")
    later: list[frozenset[str]] = []
    for sentence in inspection.sentences:
        lead = _end_of_lead(inspection, sentence) if introduction.start <= sentence.start < introduction.end else -1
        if lead < 0:
            continue
        later = later or [frozenset(content_words(one.text, besides=small)) for one in inspection.sentences if one.start >= introduction.end]
        block = inspection.blocks[sentence.block]
        named = [
            (frozenset(content_words(words, besides=small)), words, span)
            for words, span in _items(block, sentence.offset + lead)
            if span.start < sentence.end
        ]
        named = [one for one in named if one[0]]
        missing = [one for one in named if not any(len(one[0] & words) > LEAST_SHARED * len(one[0]) for words in later)]
        if len(named) >= LEAST_ITEMS and len(missing) == MOST_MISSING and len(missing[0][0]) >= LEAST_WORDS:
            yield missing[0][1], missing[0][2]


def _end_of_lead(inspection: Inspection, sentence: Sentence) -> int:
    """Where in a sentence the words end that lead in a list of what is announced; -1 where there are none."""
    small = sentence.text.lower().replace("’", "'")
    ends = [at + len(lead) for lead in inspection.lexicon.setting("checks", "contents_lead", ()) if (at := small.find(lead)) >= 0]
    return max(ends, default=-1)


def _told(words: list[str], later: str) -> bool:
    """Whether most of the words of a title come back somewhere: then it may be told in other words."""
    return sum(f" {word}" in later for word in words) > LEAST_SHARED * len(words)
