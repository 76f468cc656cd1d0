"""Who stands under or behind a quotation: names on lines of their own, behind a dash, or announced by the paragraph before."""

import re
from collections.abc import Sequence

from partnership_analysis.extraction.speakers import NOBODY, Said, Speakers, sentence_ends, sentence_start, subject_before
from partnership_analysis.extraction.units import ReadBlock

SIGNATURE = re.compile(r"\s*[–—-]?\s*")
LONGEST_SIGNATURE = 160
MOST_SIGNERS = 6


def names_a_signer(block: ReadBlock, speakers: Speakers) -> bool:
    """Whether a block is a line that begins with a person's name."""
    here = speakers.people(block.block.start, block.block.end)
    return bool(here) and len(block.text) <= LONGEST_SIGNATURE and here[0][0] - block.block.start <= 12 and block.text.rstrip()[-1:] not in '.!?:"»”'


def signature_in(block: ReadBlock, speakers: Speakers) -> tuple[int, int] | None:
    """Where in a block the quoted words end and where their speaker's name begins: behind a dash after closing punctuation."""
    text = block.text
    if text.lstrip()[:1] in ("–", "-", "—"):
        return 0, 0
    for match in re.finditer(r"[.!?…\"»”]\s+[–-]\s*(?=\w)", text):
        first = block.source(match.end(), match.end() + 1).start
        if len(text) - match.end() <= LONGEST_SIGNATURE and (
            speakers.people(first, block.block.end) or not sentence_ends(block.lexicon).search(text, match.end(), len(text) - 1)
        ):
            return match.start() + 1, match.end()
    return None


def signer_behind(block: ReadBlock, speakers: Speakers, start: int) -> Said:
    """Who stands behind an offset of a block: people, else the words."""
    first = block.source(start, start + 1).start
    named = tuple(dict.fromkeys(identity for _, _, identity in speakers.people(first, block.block.end)))
    if named:
        return Said(named, None)
    words = block.text[start:].strip(' –-—."»”')
    return Said((), words or None)


def signers_under(blocks: Sequence[ReadBlock], first: int, speakers: Speakers) -> tuple[Said, int]:
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
        elif not named and (block.text.lstrip()[:1] in ("–", "—", "-") or _behind_dash(block)):
            return signer_behind(block, speakers, 0), index + 1
        else:
            break
        index += 1
    return (Said(tuple(dict.fromkeys(named)), None), index) if named else (NOBODY, first)


def _behind_dash(block: ReadBlock) -> bool:
    """Whether a block that was read as a list item is a signature behind a dash."""
    return block.document.text[max(0, block.block.start - 3) : block.block.start].strip() in ("—", "–")


def announced_speaker(blocks: Sequence[ReadBlock], index: int, speakers: Speakers) -> Said:
    """Who the paragraph before announces: it ends with a colon and has a verb of speech or names somebody."""
    if not index or not blocks[index - 1].text.rstrip().endswith(":"):
        return NOBODY
    block = blocks[index - 1]
    start = sentence_start(block, len(block.text) - 1)
    return subject_before(block, start, len(block.text.rstrip()) - 1, speakers)
