"""Checks that read the words: quotations, links, announced works and axes, repeated sentences, traces of a wrong encoding."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from partnership_analysis.assessment.alarms import Alarm
from partnership_analysis.assessment.announcements import announced_axes, announced_contents, announced_works
from partnership_analysis.assessment.inspection import Inspection, Sentence
from partnership_analysis.document.model import Span
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Quotation

MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â(?:€[\u0080-\u00bf™œ“”˜š¢¦]|„¢|‚¬)|Å[“’\u0093]|ï»¿|ï¿½|\ufffd")
"""UTF-8 read as Windows-1252 or Latin-1 (`Ã©`, `â€™`, `Â°`), a byte order mark so read, and the sign for a character that was lost."""
MOST_SHOWN = 20
LEAST_WORDS = 8
FEW_WORDS = 1
SHORTEST_VERB = 4
SIGNED = re.compile(r"[\s.!?»”\"']*[(–—-]\s?[A-ZÀ-ÖØ-Þ]")
"""After a quotation: a bracket or a dash and a name."""
NAME_LINE = 120
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
TOLD = ("paragraph", "list_item", "quotation", "footnote", "call_out")


def quotation_without_speaker(inspection: Inspection) -> Iterator[Alarm]:
    """Words are quoted and nobody is given as saying them (a given name, a described person or a body is a speaker)."""
    for row in inspection.tables.rows.quotations:
        if not row.people and not row.speaker and not _given(inspection, row):
            yield Alarm(((row.start, row.end),), inspection.axis_at(row.start), {"words": row.text})


def _given(inspection: Inspection, row: Quotation) -> bool:
    """Whether the words around a quotation may name who says it.

    Beside a quotation inside a paragraph that is a word of saying or a name in the paragraph; beside one that stands alone a short
    line before or after it, or a lead-in that ends with a colon.
    """
    number = inspection.block_number(row.start)
    blocks = inspection.blocks
    if number < 0:
        return True
    own = blocks[number].text
    rest = own.replace(" ".join(row.text.split()), " ", 1)
    if len(WORD.findall(rest)) > FEW_WORDS and len(own) > len(row.text):
        lead, _, tail = own.partition(" ".join(row.text.split()))
        introduced = lead.rstrip(" «\"'“").endswith(":")
        return introduced or SIGNED.match(tail) is not None or _names_somebody(inspection, rest)
    if number and _goes_on_speaking(inspection, number, row):
        return True
    before = blocks[number - 1].text if number else ""
    after = blocks[number + 1].text if number + 1 < len(blocks) else ""
    if blocks[number - 1].block.kind != "heading" and before and (before.rstrip().endswith(":") or "@" in before):
        return True
    lead = before if len(before) < NAME_LINE and not before.rstrip().endswith((".", "!", "?")) else ""
    line = after if len(after) < NAME_LINE and not after.rstrip().endswith((":", ".", "!", "?", ";")) else ""
    return bool(line) or _names_somebody(inspection, lead) or rest.strip(" »”\"'«“")[:1] in tuple("–—-(")


def _goes_on_speaking(inspection: Inspection, number: int, row: Quotation) -> bool:
    """Whether the paragraph right before holds a quotation too, whose speaker goes on: press texts name him once and open each paragraph anew."""
    before = inspection.blocks[number - 1].block
    spoken = [one for one in inspection.tables.rows.quotations if before.start <= one.start < before.end]
    return before.kind == "paragraph" and any(one.people or one.speaker or _given(inspection, one) for one in spoken)


def _names_somebody(inspection: Inspection, words: str) -> bool:
    return inspection.says(words, "saying") or "@" in words or bool(inspection.name_words & set(folded(words).split()))


def dead_links(inspection: Inspection) -> Iterator[Alarm]:
    """Links lead nowhere (empty or `#`): how many, which; relative addresses are none."""
    links = inspection.tables.rows.links
    dead = [row for row in links if row.url is None or row.url.strip() in ("", "#")]
    if dead:
        yield Alarm(tuple((row.start, row.end) for row in dead), None, {"count": len(dead), "total": len(links), "words": [row.text for row in dead]})


def publication_overdue(inspection: Inspection) -> Iterator[Alarm]:
    """A work is announced for a time that has passed by the report's own date."""
    own = inspection.own_date
    if own is None:
        return
    planned = sorted(
        (row for row in inspection.tables.rows.actions if row.status == "planned" and row.date_end and row.date_end < own.first),
        key=lambda row: row.start,
    )
    starts = [row.start for row in planned]
    works = [row.start for row in inspection.tables.rows.publications]
    for row in planned:
        sentence = inspection.sentence_at(row.start)
        first = min(row.start, sentence.start) if sentence else row.start
        if row.kind == "publication" and bisect_left(works, first) == bisect_left(works, max(row.end, sentence.end if sentence else 0)):
            yield Alarm(((row.start, row.end),), row.axis_id, {"title": inspection.title(row), "day": row.date_end, "own": own.first})
    for work in inspection.tables.rows.publications:
        number = bisect_right(starts, work.start) - 1
        if number >= 0 and work.end <= planned[number].end:
            yield Alarm(
                ((work.start, work.end),), inspection.axis_at(work.start), {"title": work.title, "day": planned[number].date_end, "own": own.first}
            )
            continue
        sentence = inspection.sentence_at(work.start)
        if sentence is None or not sentence.start <= work.start < sentence.end or not inspection.says(sentence.text, "announced"):
            continue
        ends = [row.date_end for row in inspection.dates_within(sentence.start, sentence.end) if row.date_end]
        if ends and max(ends) < own.first:
            yield Alarm(((work.start, work.end),), inspection.axis_at(work.start), {"title": work.title, "day": max(ends), "own": own.first})


def repeated_sentence(inspection: Inspection) -> Iterator[Alarm]:
    """A sentence of eight words or more with a verb stands twice (headings, captions, running headers, titles, markup are none)."""
    seen: dict[str, Sentence] = {}
    raised: set[str] = set()
    for sentence in inspection.sentences:
        if inspection.blocks[sentence.block].block.kind not in TOLD:
            continue
        words = WORD.findall(sentence.text)
        if len(words) < LEAST_WORDS or sentence.text[-1:] not in ".!?…" or not _has_verb(inspection, words):
            continue
        key = folded(sentence.text)
        first = seen.setdefault(key, sentence)
        if first is not sentence and key not in raised:
            raised.add(key)
            yield Alarm((first.span, sentence.span), inspection.axis_at(sentence.start), {"words": sentence.text})


def _has_verb(inspection: Inspection, words: list[str]) -> bool:
    verbs, ends = inspection.words("verb"), tuple(inspection.lexicon.setting("checks", "verb_ends", ()))
    return any(part in verbs or (len(part) > SHORTEST_VERB and part.endswith(ends)) for word in words for part in folded(word).split())


def announced_not_told(inspection: Inspection) -> Iterator[Alarm]:
    """What the introduction announces by name (a deliverable, an axis) never comes back."""
    for name, span in (*announced_axes(inspection), *announced_works(inspection), *announced_contents(inspection)):
        yield Alarm((span,), inspection.axis_at(span.start), {"name": name})


def wrongly_decoded(inspection: Inspection) -> Iterator[Alarm]:
    """The text shows the traces of a wrong encoding."""
    text = inspection.tables.document.text
    spans: list[Span] = []
    count = 0
    for match in MOJIBAKE.finditer(text):
        count += 1
        if len(spans) < MOST_SHOWN:
            spans.append(Span(*match.span()))
    if spans:
        first = spans[0]
        yield Alarm(tuple(spans), None, {"count": count, "words": text[first.start : first.end], "around": _word_around(text, first)})


def _word_around(text: str, span: Span) -> str:
    """The word that holds a trace."""
    start, end = span
    while start > 0 and span.start - start < MOST_SHOWN and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and end - span.end < MOST_SHOWN and not text[end].isspace():
        end += 1
    return text[start:end]
