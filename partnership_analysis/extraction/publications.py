"""Titled works that the report names: studies, guides, articles, podcasts, open letters, press releases, posts.

A work is a title between quotation marks, in emphasis or in a link, whose nearest noun is a kind of work (`le guide « … »`); an entry of a
list that announces works; a kind of work with its subject (`rapport annuel 2022`, `guide sur les haies`); a reproduced post. The words are
in `lexicons/<language>/publications.toml`. Titles of events, groups, schemes and axes are none: their nearest noun is one of `NOT_WORK`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from partnership_analysis.extraction.identity import distinct, folded, slug
from partnership_analysis.extraction.occupied import Occupied
from partnership_analysis.extraction.posts import posts
from partnership_analysis.extraction.records import Organisation, Publication, PublicationKind, TimeExpression
from partnership_analysis.extraction.units import ReadBlock
from partnership_analysis.extraction.unmarked_titles import IN_APPOSITION
from partnership_analysis.extraction.work import Work
from partnership_analysis.extraction.work_rules import list_kind, works, works_of_list_item

ENDING_WITH_KIND = "name that ends with its kind"
"""The rule of works that in the document's title are the document itself."""
TAIL = re.compile(r", | [–-] |: ")
"""What parts a title from what a link adds to it: `Salt and Slate, all episodes`."""
SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")


@dataclass
class _Thing:
    """A publication while its mentions come together."""

    work: Work
    start: int
    end: int
    exact: str
    mentions: list[tuple[int, int]] = field(default_factory=list)


def publications(blocks: Sequence[ReadBlock], organisations: Sequence[Organisation], dates: Sequence[TimeExpression]) -> tuple[Publication, ...]:
    """The publications, one row each, in reading order."""
    occupied = Occupied(organisations)
    dated = {(row.start, row.end) for row in dates}
    things: list[_Thing] = []
    by_title: dict[str, _Thing] = {}
    in_posts: set[int] = set()
    for post in posts(blocks):
        in_posts.update(post.blocks)
        end = SENTENCE_END.search(post.text)
        title = (post.text[: end.start()] if end else post.text).strip()
        exact = blocks[0].document.text[post.words.start : post.words.end]
        things.append(_Thing(Work(0, 0, title, "social_post", "post", year=post.year), post.words.start, post.words.end, exact))
    for block, found in _of_blocks(blocks, in_posts):
        for work in found:
            located = block.located(work.start, work.end)
            span = (located["start"], located["end"])
            apposed = work.rule == IN_APPOSITION
            bodies = occupied.covering(*span)
            if span in dated or any((first <= span[0] and span[1] <= last) or (apposed and span[1] == last) for first, last in bodies):
                continue
            key = folded(work.title)
            thing = by_title.get(key) or (by_title.get(folded(TAIL.split(work.title, maxsplit=1)[0])) if work.url else None)
            if thing is None:
                thing = by_title[key] = _Thing(work, *span, located["exact"])
                things.append(thing)
            thing.mentions.append(span)
            if thing.work.url is None and work.url is not None:
                thing.work = work.with_url(thing.work, work.url)
    return _rows(things)


def _of_blocks(blocks: Sequence[ReadBlock], skipped: set[int]) -> Iterator[tuple[ReadBlock, list[Work]]]:
    """The works of each block, those of a list read with the line that announces it."""
    announced: PublicationKind | None = None
    title = next((index for index, block in enumerate(blocks) if block.block.kind == "heading"), None)
    for index, block in enumerate(blocks):
        if index in skipped:
            continue
        if block.block.kind == "list_item" and announced is not None:
            yield block, works_of_list_item(block, announced)
            continue
        if block.block.kind != "list_item" or block.text.rstrip().endswith(":"):
            announced = list_kind(block)
        found = works(block, blocks[index + 1] if index + 1 < len(blocks) else None)
        yield block, [work for work in found if work.rule != ENDING_WITH_KIND] if index == title else found


def _rows(things: Sequence[_Thing]) -> tuple[Publication, ...]:
    ordered = sorted(things, key=lambda thing: (thing.start, thing.end))
    ids = distinct(f"u-{slug(thing.work.title)}" for thing in ordered)
    return tuple(
        Publication(
            publication_id=identity,
            title=thing.work.title,
            kind=cast("PublicationKind", thing.work.kind),
            url=thing.work.url,
            year=thing.work.year,
            start=thing.start,
            end=thing.end,
            exact=thing.exact,
            rule=thing.work.rule,
            mentions=tuple(sorted({*thing.mentions, (thing.start, thing.end)})),
        )
        for identity, thing in zip(ids, ordered, strict=True)
    )
