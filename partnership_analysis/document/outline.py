"""The outline of a report: its introduction, its objectives, what goes beyond them.

Objectives are told by their label (`Axe 1 :`), else by their number, else by a heading that names a theme and directly holds deeds
or figures. Sub-headings belong to the part they stand in; lists of contents, thanks, contacts and notes to the part before them.
"""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from partnership_analysis.document.headings import Numbering, every_language, numbering
from partnership_analysis.document.model import Block

PartKind = Literal["axis", "transversal", "introduction"]
WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
MARKS = " \t*_#`\u00a0\u202f"
COLON = re.compile(r"[ \u00a0\u202f]:[ \u00a0\u202f]|: ")
SENTENCE_END = re.compile(r"(?<![^\W\d_]\.[^\W\d_])[.!?](?=[ \u00a0]|$)|[ \u00a0\u202f]?:$")
UNNUMBERED = re.compile(r"([^\W\d_][^:–—-]{1,40}?)[ \u00a0\u202f]?[:–—][ \u00a0\u202f]")
BARE = re.compile(r"(\d{1,2})[ \t\u00a0\u202f]{1,4}(?=[^\W\d_a-zà-ÿ])")
IS_DATELINE = re.compile(
    r"(?:[^\W\d_]+,? )?(?:\d{1,2}(?:st|nd|rd|th|er)? [^\W\d_]{3,9}\.?,? \d{4}|[^\W\d_]{3,9}\.? \d{1,2},? \d{4})(?:,? [^\s:–—]+(?::\d\d\S*)?){0,6}",
    re.IGNORECASE,
)
"""A heading that only says when, where and by whom a text was brought out."""
LABEL_WORDS = 3
FEWEST = 2
"""Numbered chapters that are parts though none of them states an objective: `1. Bilan`, `2. Perspectives`."""
PARAGRAPH = 9
"""Level of a paragraph that opens with a label."""
OPENING_LENGTH = 160
FIRST_LINES = 3
"""Lines at the start among which the first that is no genre names the report."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part: the blocks it runs over, the one that opens it, and what its heading says."""

    kind: PartKind
    number: str | None
    title: str
    opening: int
    """Index of the block that opens it."""
    first: int
    last: int
    """Indices of its first block and one past its last."""
    heading_length: int
    """Characters of the opening block's text that are its heading."""


@dataclass(frozen=True, slots=True)
class _Opener:
    """A block that may open a part."""

    block: int
    numbering: Numbering | None
    words: str
    """Its words without label, number and marks."""
    level: int


def outline(
    blocks: Sequence[Block], texts: Sequence[str], words: Mapping[str, Any], *, holds: Sequence[bool], bodies: AbstractSet[str] = frozenset()
) -> tuple[Part, ...]:
    """The parts of a report, in reading order.

    `texts` are the blocks' words, `words` the language's `headings.toml`, `holds` says which blocks hold a deed or a figure, `bodies`
    are the names of organisations in small letters: a heading that only names one is no theme.
    """
    if not blocks:
        return ()
    openers = _openers(blocks, texts, words)
    title = _title(blocks, texts, openers, words, bodies)
    genres = frozenset(words.get("genres", ()))
    later = [one for one in openers if (title is None or one.block > title) and not is_genre(one.words, genres)]
    axes = _labelled(later, words) or _numbered(later, words, holds) or _themes(later, words, holds, bodies, len(blocks))
    first = min((one.block for one in axes), default=None)
    beyond = _beyond(blocks, texts, later, axes, words, holds) if first is not None else []
    chosen = sorted([(one, "axis") for one in axes if not _is_transversal(one.words, words)] + [(one, "transversal") for one in axes if _is_transversal(one.words, words)]
                    + [(one, "transversal") for one in beyond], key=lambda pair: pair[0].block)  # fmt: skip
    parts: list[Part] = []
    start = chosen[0][0].block if chosen else len(blocks)
    if start > 0:
        opening = title if title is not None and title < start else 0
        named = next((n for n in range(min(FIRST_LINES, start)) if not is_genre(texts[n], genres)), 0)
        name = _heading_words(texts[opening]) if title is not None and title < start else _opening_sentence(texts[named])
        parts.append(Part("introduction", None, name, opening, 0, start, len(texts[opening])))
    for position, (one, kind) in enumerate(chosen):
        end = chosen[position + 1][0].block if position + 1 < len(chosen) else len(blocks)
        number = one.numbering.number if one.numbering else None
        is_heading = blocks[one.block].kind == "heading"
        name = _cut(_after_label(one.words, words)) if is_heading else _opening_sentence(one.words)
        length = len(texts[one.block]) if is_heading else texts[one.block].find(name) + len(name)
        parts.append(Part("axis" if kind == "axis" else "transversal", number, name, one.block, one.block, end, length))
    return tuple(parts)


def is_genre(heading: str, genres: AbstractSet[str]) -> bool:
    """Whether a heading only says what kind of document it is, and of which year: `RAPPORT D'ACTIVITÉ 2021`."""
    words = (word.strip("-–/,.·|") for word in _folded(heading).split())
    return " ".join(word for word in words if not word.isdigit() and word not in every_language("issue_words")).strip(" -–,") in genres


def _openers(blocks: Sequence[Block], texts: Sequence[str], words: Mapping[str, Any]) -> list[_Opener]:
    """The blocks that may open a part: headings, and paragraphs that open with a label and number."""
    found: list[_Opener] = []
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            text = texts[number].strip(MARKS)
            numbered = numbering(text)
            found.append(_Opener(number, numbered, text[numbered.length :].strip(MARKS) if numbered else _without_label(text, words), block.level))
        elif block.kind == "paragraph":
            numbered = numbering(texts[number].lstrip(MARKS))
            if numbered and numbered.style == "label" and len(texts[number]) > numbered.length:
                found.append(_Opener(number, numbered, texts[number].lstrip(MARKS)[numbered.length :].strip(MARKS), 9))
    return _with_bare_numbers(found)


def _with_bare_numbers(openers: Sequence[_Opener]) -> list[_Opener]:
    """The openers, a number without a sign taken for a heading's where such numbers count on: `2 Skills`, `3 Jobs`."""
    bare = {
        number: match for number, one in enumerate(openers) if one.numbering is None and one.level < PARAGRAPH and (match := BARE.match(one.words))
    }
    counted = {number: int(match[1]) for number, match in bare.items()}
    values = set(counted.values())
    found = list(openers)
    for number, value in counted.items():
        if value + 1 in values or value - 1 in values:
            one, match = openers[number], bare[number]
            found[number] = _Opener(one.block, Numbering(match[1], "digit", match.end()), one.words[match.end() :], one.level)
    return found


def _without_label(text: str, words: Mapping[str, Any]) -> str:
    """A heading's words without a label that has no number: `Axe : Emploi`, `Volet – Culture`."""
    match = UNNUMBERED.match(text)
    return text[match.end() :] if match and match[1].lower() in words.get("labels", ()) else text


def _title(
    blocks: Sequence[Block], texts: Sequence[str], openers: Sequence[_Opener], words: Mapping[str, Any], bodies: AbstractSet[str] = frozenset()
) -> int | None:
    """Index of the block that holds the document's title: the first heading that is more than a genre, before any other part opens."""
    genres = frozenset(words.get("genres", ()))
    for one in openers[:4]:
        if (
            blocks[one.block].kind != "heading"
            or one.block > 12
            or (one.numbering and one.numbering.style != "letter" and one.numbering.style != "roman")
        ):
            break
        if is_genre(one.words, genres) and not _opens_a_text(openers, one, blocks, texts):
            continue
        if _folded(one.words) in bodies and one.block == openers[0].block and len(openers) > 1:
            continue
        if _is_introduction(one.words, words) or _is_none(one.words, words):
            break
        if one.block > 0 and any(blocks[n].kind == "paragraph" and len(texts[n]) > OPENING_LENGTH for n in range(one.block)):
            break
        return one.block
    return None


def _opens_a_text(openers: Sequence[_Opener], one: _Opener, blocks: Sequence[Block], texts: Sequence[str]) -> bool:
    """Whether a heading that says only a genre is the title for want of another: the report begins right under it, its parts are of a lower level."""
    position = openers.index(one)
    following = openers[position + 1] if position + 1 < len(openers) else None
    if following is None or blocks[one.block].level >= blocks[following.block].level or blocks[following.block].kind != "heading":
        return False
    return sum(len(texts[n]) for n in range(one.block + 1, following.block) if blocks[n].kind == "paragraph") > OPENING_LENGTH


def _labelled(openers: Sequence[_Opener], words: Mapping[str, Any]) -> list[_Opener]:
    """The openers that carry the label of objectives; of two labels the outer one, and headings only where there are any."""
    labelled = [one for one in openers if one.numbering and one.numbering.style == "label"]
    headings = [one for one in labelled if one.level < 9]
    labelled = headings or (labelled if len(labelled) > 1 else [])
    if not labelled:
        return []
    first = labelled[0].numbering
    assert first is not None
    outer = [one for one in labelled if one.numbering and one.numbering.label == first.label and "." not in one.numbering.number]
    outer = outer or [one for one in labelled if one.numbering and one.numbering.label == first.label]
    seen: set[str] = set()
    kept: list[_Opener] = []
    for one in outer:
        assert one.numbering is not None
        if one.numbering.number not in seen:
            kept.append(one)
        seen.add(one.numbering.number)
    return kept


def _numbered(openers: Sequence[_Opener], words: Mapping[str, Any], holds: Sequence[bool]) -> list[_Opener]:
    """The headings of the outermost numbering, introduction and what is no part left out."""
    numbered = [one for one in openers if one.numbering and one.level < 9]
    styles = [one.numbering.style for one in numbered if one.numbering]
    numbered = [one for one in numbered if one.numbering and not (one.numbering.style == "chapter" and styles.count("chapter") == 1 < len(styles))]
    if not numbered:
        return []
    first = numbered[0].numbering
    assert first is not None
    outer = [one for one in numbered if one.numbering and one.numbering.style == first.style]
    if first.style == "deep":
        outer = numbered
    themes = [one for one in outer if not _is_none(one.words, words)]
    while themes and _is_introduction(themes[0].words, words):
        themes = themes[1:]
    if not [one for one in themes if not _is_transversal(one.words, words)] and len(themes) < FEWEST:
        return []
    blocks_of_outer = {one.block for one in outer}
    inner = [one for one in numbered if one.block not in blocks_of_outer]
    spread = _spread(themes, inner, holds, words)
    return [one for one in spread if not _is_none(one.words, words)]


def _spread(outer: Sequence[_Opener], inner: Sequence[_Opener], holds: Sequence[bool], words: Mapping[str, Any]) -> list[_Opener]:
    """The chapters, or instead of one that itself holds nothing and only says that what was done follows, the numbered parts under it."""
    found: list[_Opener] = []
    position = 0
    for number, one in enumerate(outer):
        end = outer[number + 1].block if number + 1 < len(outer) else len(holds)
        while position < len(inner) and inner[position].block <= one.block:
            position += 1
        children: list[_Opener] = []
        while position < len(inner) and inner[position].block < end:
            children.append(inner[position])
            position += 1
        holder = (len(outer) <= 3 and not _is_transversal(one.words, words)) or _holds_only(_folded(one.words), words.get("holders", ()), words)
        if len(children) > 1 and holder and not any(holds[one.block + 1 : children[0].block]):
            first = children[0].numbering
            found += [child for child in children if child.numbering and first and child.numbering.style == first.style]
        else:
            found.append(one)
    return found


def _themes(openers: Sequence[_Opener], words: Mapping[str, Any], holds: Sequence[bool], bodies: AbstractSet[str], count: int) -> list[_Opener]:
    """The headings without label or number that name a theme and directly hold deeds or figures; sub-headings go with them."""
    found: list[_Opener] = []
    inside: int | None = None
    headings = [one for one in openers if one.level < 9]
    for position, one in enumerate(headings):
        end = headings[position + 1].block if position + 1 < len(headings) else count
        if inside is not None and one.level > inside and not _is_transversal(one.words, words):
            continue
        inside = None
        if _is_none(one.words, words) or _folded(one.words) in bodies or IS_DATELINE.fullmatch(one.words):
            continue
        if not found and _is_introduction(one.words, words):
            continue
        if any(holds[one.block + 1 : end]):
            found.append(one)
            inside = one.level
    return found if any(not _is_transversal(one.words, words) for one in found) else []


def _beyond(
    blocks: Sequence[Block],
    texts: Sequence[str],
    openers: Sequence[_Opener],
    axes: Sequence[_Opener],
    words: Mapping[str, Any],
    holds: Sequence[bool],
) -> list[_Opener]:
    """The parts after the last objective opens that go beyond them: by their heading, or by how a paragraph opens."""
    taken = {one.block for one in axes}
    first, last = min(taken), max(taken)
    level = max(one.level for one in axes)
    by_numbers = any(one.numbering for one in axes)
    before = {one.numbering.style for one in openers if one.numbering and one.block < first}
    counts: dict[str, int] = {}
    for one in openers:
        counts[_folded(one.words)] = counts.get(_folded(one.words), 0) + 1
    found: list[_Opener] = []
    for one in openers:
        if one.block <= last or one.block in taken or one.level >= 9 or _is_none(one.words, words):
            continue
        outer = one.numbering is not None and one.numbering.style in before
        if (
            outer
            or (counts[_folded(one.words)] == 1 and _is_transversal(one.words, words) and not (one.numbering and one.numbering.style == "deep"))
            or (by_numbers and one.numbering is None and one.level <= level and one.block > last + 1)
        ):
            found.append(one)
    if not found:
        many = frozenset(words.get("many_labels", ()))
        starts = tuple(words.get("beyond", ()))
        for number in range(last + 1, len(blocks)):
            if blocks[number].kind == "paragraph" and _opens_beyond(texts[number], starts, many):
                found.append(_Opener(number, None, texts[number], 9))
                break
    return found


def _opens_beyond(text: str, starts: tuple[str, ...], many: AbstractSet[str]) -> bool:
    head = text[:OPENING_LENGTH].lower()
    opening = next((start for start in starts if head.startswith(start + " ") or (head.startswith(start) and start.endswith("'"))), None)
    return opening is not None and any(word in many for word in WORD.findall(head))


def _is_transversal(heading: str, words: Mapping[str, Any]) -> bool:
    folded = _folded(heading)
    if any(word in words.get("cross", ()) for word in WORD.findall(folded)):
        return True
    opening = tuple(start + " " for start in words.get("transversal_starts", ()))
    if f"{folded} ".startswith(opening):
        return True
    return _holds_only(folded, words.get("transversal", ()), words)


def _is_introduction(heading: str, words: Mapping[str, Any]) -> bool:
    folded = _folded(heading)
    return folded.startswith(tuple(words.get("introduction_starts", ()))) or _holds_only(folded, words.get("introduction", ()), words)


def _is_none(heading: str, words: Mapping[str, Any]) -> bool:
    folded = _folded(heading)
    return (
        _holds_only(folded, words.get("none", ()), words)
        or any(folded.startswith(entry + " ") for entry in words.get("none_starts", ()))
        or folded.endswith(tuple(words.get("none_ends", ())))
    )


def _holds_only(folded: str, entries: Sequence[str], words: Mapping[str, Any]) -> bool:
    """Whether a heading is made of entries of a list, and of small words, and of nothing else."""
    filler = words.get("filler", ())
    tokens = _tokens(folded)
    known = _phrases(tuple(entries))
    position, hit = 0, False
    while position < len(tokens):
        for length in (5, 4, 3, 2, 1):
            if tuple(tokens[position : position + length]) in known and len(tokens[position : position + length]) == length:
                position, hit = position + length, True
                break
        else:
            if tokens[position] not in filler:
                return False
            position += 1
    return hit


def _tokens(folded: str) -> list[str]:
    return WORD.findall(folded.replace("d'", "d ").replace("l'", "l "))


@cache
def _phrases(entries: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The words of each entry of a list."""
    return frozenset(tuple(_tokens(entry)) for entry in entries)


def _folded(heading: str) -> str:
    return " ".join(heading.lower().replace("’", "'").strip(" .:!?*_#-–").split())


def _heading_words(text: str) -> str:
    return text.strip(MARKS)


def _after_label(title: str, words: Mapping[str, Any]) -> str:
    """What follows a label with words of its own: `Axe transversal : Communication`."""
    match = COLON.search(title)
    labelled = match is not None and title.split(" ", 1)[0].lower() in words.get("labels", ()) and len(title[: match.start()].split()) <= LABEL_WORDS
    return title[match.end() :] if match is not None and labelled else title


def _cut(title: str) -> str:
    """The title up to the first colon, without closing stop and marks."""
    match = COLON.search(title)
    return (title[: match.start()] if match and match.start() > 2 else title).strip(MARKS + ".:").rstrip()


def _opening_sentence(text: str) -> str:
    match = SENTENCE_END.search(text)
    colon = text.find(" :")
    end = match.start() if match else len(text)
    if 0 < colon < end:
        end = colon
    return text[:end].strip(MARKS)
