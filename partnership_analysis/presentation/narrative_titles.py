"""What tables and figures call an action: its title where that reads as one, else a clause that has its subject.

The titles of the tables are words of the report, often without the article or subject before them (`étude a été publiée`, `signé la
charte`). A reader sees the noun phrase as it stands, a whole clause in its place where the title is a piece of one, the work's own title
where the action is a work; of a report in another language the phrase from its determiner on.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from partnership_analysis.extraction.records import Action
from partnership_analysis.language.lexicon import load_lexicon
from partnership_analysis.presentation.formats import set_spaces
from partnership_analysis.presentation.grammar.cutting import balanced, bare, capital_first, pieces
from partnership_analysis.presentation.narrative_actions import told
from partnership_analysis.presentation.narrative_story import Story, story
from partnership_analysis.presentation.narrative_words import is_noun_phrase_of, own_words, quote, whole_title, with_article_of, work_of
from partnership_analysis.presentation.wording import wording_languages
from partnership_analysis.tables.model import Tables

LONGEST = 28
"""Words."""
CLAUSES = re.compile(r" ?; ")
"""Between what is told and what our own clause says of it."""
LONGEST_LIST = 5
"""Words of the end of a list: `solidaire et responsable`."""
MOST = 400
"""Actions whose titles are looked into; of more, the others keep the words of the table."""


def reader_titles(tables: Tables, language: str) -> Mapping[str, str]:
    """Each action's title by its id, in the typography of the report's language, for the first actions of a report."""
    one, typography = story(tables, (), language), tables.report.language
    titles = {action.action_id: " ".join(_reader_title(one, action).split()) for action in tables.rows.actions[:MOST]}
    return {key: set_spaces(title, typography) for key, title in titles.items()} if typography in wording_languages() else titles


def _reader_title(one: Story, action: Action) -> str:
    """An action's title as a reader sees it; the table's words where nothing better can be made of them."""
    plain = " ".join(bare(action.title).split())
    work = work_of(one, action)
    if work:
        return work
    if not one.same_language:
        better = _whole(one, bare(quote(one, action)))
        return better if len(better.split()) <= LONGEST else plain
    if not balanced(plain):
        plain = whole_title(one, action, own_words(one, action, one.end_of(action))) or plain
    if _reads_as_title(one, action, plain):
        return plain
    found = told(one, action)
    articled = with_article_of(plain, own_words(one, action, one.end_of(action)), one.tables.report.language)
    if found.follows or found.quoted:
        return (_with_its_subject(one, action, plain) if one.grammar.begins_with_verb(plain) else "") or articled
    clause = next((text for opens, text in found.variants if opens in ("subject", "actor", "partners", "self")), found.variants[0][1])
    short = _shortened(one, bare(CLAUSES.split(clause)[0]))
    return capital_first(one.grammar.tidied(short)) if short and one.grammar.finite(short) else articled


def _with_its_subject(one: Story, action: Action, title: str) -> str:
    """The report's sentence of a title that begins with its verb, cut behind it; empty where that is too long or has no subject before it."""
    block = next((block for _, block in one.blocks(action.start, action.end)), None)
    if block is None:
        return ""
    sentence = next((bare(text) for text in one.sentences(one.words(block.start, block.end)) if title in bare(text)), "")
    short = _shortened(one, sentence.strip(" .;:"))
    return short if title in short and not short.startswith(title) and not one.grammar.goes_on(short) else ""


def _reads_as_title(one: Story, action: Action, title: str) -> bool:
    """Whether a title is a noun phrase that is whole: no verb of its own, and its phrase begins where it does."""
    grammar = one.grammar
    if grammar.finite(title) is not None or grammar.begins_with_verb(title) or grammar.unfinished(title):
        return False
    return is_noun_phrase_of(title, own_words(one, action, one.end_of(action)))


def _whole(one: Story, words: str) -> str:
    """Words without an article, preposition or conjunction at their end."""
    kept = words.split()
    while len(kept) > 1 and (one.source_grammar.unfinished(kept[-1]) or kept[-1] in ("and", "et")):
        kept.pop()
    return " ".join(kept).rstrip(" ,;:")


def _shortened(one: Story, clause: str) -> str:
    """A clause up to its last comma within the longest title, never cut inside a list; what stands between commas behind its subject is left
    out first. Empty where its first piece is longer.
    """
    kept = list(pieces(clause))
    verb, found = next(((number, found) for number, piece in enumerate(kept) if (found := one.grammar.finite(piece))), (0, None))
    if found and verb > 1 and not kept[verb][: found.start()].strip() and _words(kept) > LONGEST:
        kept[: verb + 1] = [kept[0] + kept[verb]]
    dropped = ""
    while len(kept) > 1 and (_words(kept) > LONGEST or _ends_list(one, dropped)):
        dropped = kept.pop()
    return ",".join(kept).strip() if _words(kept) <= LONGEST else ""


def _words(kept: Sequence[str]) -> int:
    return len(",".join(kept).split())


def _ends_list(one: Story, piece: str) -> bool:
    """Whether a piece between commas is the end of a list of words: `solidaire et responsable`."""
    words = piece.split()
    joined = len(words) <= LONGEST_LIST and any(word in _conjunctions(one.language) for word in words[1:-1])
    return joined and words[0].islower() and not one.grammar.finite(piece)


@cache
def _conjunctions(language: str) -> frozenset[str]:
    return frozenset(entry.form for entry in load_lexicon(language).vocabulary("connectors").by_class.get("AND", ()))
