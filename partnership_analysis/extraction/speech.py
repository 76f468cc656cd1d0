"""Who says the words of a pair of quotation marks: a verb of speech before, behind or inside them, a name with a colon, a whole block."""

from collections.abc import Sequence

from partnership_analysis.extraction.signatures import LONGEST_SIGNATURE, announced_speaker, signers_under
from partnership_analysis.extraction.speakers import (
    FAMILY,
    NOBODY,
    Said,
    Speakers,
    person_before,
    sentence_end,
    sentence_start,
    subject_after,
    subject_before,
)
from partnership_analysis.extraction.titles import Stretch
from partnership_analysis.extraction.units import ReadBlock, Units, code

SPEECH = code("SPEECH")
FEWEST_WORDS = 3
"""Fewer words in quotation marks are a term, unless they end a sentence of their own."""

LONG = 12
"""Words in quotation marks that alone are a quotation, whoever says them."""
SENTENCE = 6
"""Words of a sentence that is a quotation where it is a whole paragraph."""


def who_says(blocks: Sequence[ReadBlock], index: int, pair: Stretch, speakers: Speakers) -> tuple[Said, str]:
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
    after = spoken_after(block, units, pair, speakers)
    if after is not None:
        return after, "speech after"
    before = spoken_before(blocks, index, pair, speakers, ends)
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
        said, _ = signers_under(blocks, index + 1, speakers)
        if said is NOBODY:
            said = announced_speaker(blocks, index, speakers)
        words = block.text[pair.start : pair.end].split()
        long = len(words) >= LONG or (len(words) >= SENTENCE and words[-1][-1] in ".!?" and block.block.kind == "paragraph")
        if len(words) < LONG and _spoken_inside(block, block.units(*FAMILY), pair, speakers) is not None:
            return None
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


def spoken_after(block: ReadBlock, units: Units, pair: Stretch, speakers: Speakers) -> Said | None:
    """`« … », explique Jeanne Martin` and `“…,” said Jane Martin` or `Jane Martin said`."""
    end = sentence_end(block, pair.outer_end)
    first = units.at(pair.outer_end)
    position = first
    if units.is_class(position, ",", "–"):
        position += 1
    limit = units.at(end)
    verb = next((n for n in range(position, min(position + 12, limit)) if units.is_class(n, "SPEECH")), None)
    if verb is None and units.is_class(position, "OF") and position == first:
        after = block.source(units.ends[position] - 1, units.ends[position]).end
        named = speakers.people(after, after + 12)
        opens = not block.text[: pair.outer_start].strip()
        return Said((named[0][2],), None) if named and opens else None
    if verb is None:
        if units.is_class(position, "ACCORDING") and position <= first + 1:
            return subject_after(block, units, position + 1, end, speakers)
        return None
    if verb - position > 3 and not _person_between(block, units, position, verb, speakers):
        return None
    between = block.text[units.starts[position] : units.starts[verb]] if verb > position else ""
    if verb - position > 1 and _person_between(block, units, position, verb, speakers):
        return subject_before(block, units.starts[position], units.starts[verb], speakers)
    if any(mark in between for mark in ".;:"):
        return None
    inverted = block.text[: units.ends[verb]].endswith(tuple(block.lexicon.setting("quotations", "pronoun_ends", ("\n",))))
    if inverted or units.is_class(position, "PRONOUN") or units.is_class(verb + 1, "PRONOUN", "-"):
        return person_before(block, pair.outer_start, speakers)
    if between and not any(units.is_class(n, "AUXILIARY") for n in range(position, verb)):
        return subject_before(block, units.starts[position], units.starts[verb], speakers)
    said = subject_after(block, units, verb + 1, end, speakers)
    return said if said is not NOBODY else subject_before(block, units.starts[position], units.starts[verb], speakers)


def _person_between(block: ReadBlock, units: Units, first: int, last: int, speakers: Speakers) -> bool:
    start, end = block.source(units.starts[first], units.starts[first] + 1).start, block.source(units.starts[last], units.starts[last] + 1).start
    return bool(speakers.people(start, end) or speakers.bodies(start, end))


def spoken_before(blocks: Sequence[ReadBlock], index: int, pair: Stretch, speakers: Speakers, ends: bool) -> Said | None:
    """`Jeanne Martin a déclaré : « … »`, `selon Jeanne Martin, « … »`, `Jeanne Martin : « … »`."""
    block, units = blocks[index], blocks[index].units(*FAMILY)
    start = sentence_start(block, pair.outer_start)
    first, mark = units.at(start), units.at(pair.outer_start)
    verb = units.classes.rfind(SPEECH, max(first, mark - 39, 0), max(mark, 0))
    introduced = units.is_class(mark - 1, ":", ",") or _introduced(units, mark)
    judged = verb >= 0 and units.words(verb, verb + 1).lower() in block.lexicon.setting("quotations", "judging", ())
    if judged and block.text[pair.start].isupper():
        return None
    if verb >= 0 and introduced and (mark - verb <= 12 or units.is_class(mark - 1, ":")):
        said = subject_before(block, start, units.starts[verb], speakers)
        if judged and not said.people:
            return None
        if said is NOBODY or (said.speaker is not None and units.is_class(verb - 1, "PRONOUN")):
            return person_before(block, start, speakers, blocks[index - 1] if index else None)
        return said
    according = next((n for n in range(first, min(first + 3, mark)) if units.is_class(n, "ACCORDING", "FOR")), None)
    if according is not None and introduced:
        said = subject_after(block, units, according + 1, pair.outer_start, speakers)
        return said if said.people or units.is_class(according, "ACCORDING") else None
    if units.is_class(mark - 1, ":") and mark - first <= 24:
        named = speakers.people(block.source(start, start + 1).start, block.source(pair.outer_start, pair.outer_start + 1).start)
        if named and named[0][0] - block.source(start, start + 1).start <= 30 and ends:
            return Said(tuple(dict.fromkeys(identity for _, _, identity in named)), None)
    return None


def _introduced(units: Units, mark: int) -> bool:
    """Whether the word before the mark lets a quotation follow: `que`, `that`, or the verb itself."""
    return units.is_class(mark - 1, "SPEECH", "INTRODUCING")


def _spoken_inside(block: ReadBlock, units: Units, pair: Stretch, speakers: Speakers) -> Said | None:
    """`« Nous avançons, explique Jeanne Martin, et nous continuerons. »`"""
    first, last = units.at(pair.start), units.at(pair.end)
    for n in units.of_class("SPEECH"):
        if first < n < last - 1 and units.is_class(n - 1, ","):
            after = block.source(units.ends[n], units.ends[n] + 1).start
            named = speakers.people(after, after + 60)
            if named and named[0][0] - after <= 12:
                return Said((named[0][2],), None)
            if units.is_class(n + 1, "PRONOUN", "-"):
                return person_before(block, pair.outer_start, speakers)
    return None
