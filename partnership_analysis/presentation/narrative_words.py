"""An action's words as the report has them: its first sentence for a clause of ours, its title for a quotation.

Titles are few words of the report, sometimes cut short: they are gone on with to the end of their phrase, or left.
"""

import re

from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Action
from partnership_analysis.presentation.grammar.cutting import balanced, bare, pieces, until
from partnership_analysis.presentation.narrative_doers import doers
from partnership_analysis.presentation.narrative_story import Story
from partnership_analysis.presentation.sentences import quoted, without_marks

ARTICLES = ("un", "une", "des", "le", "la", "les", "a", "an", "the", ":", "–")
BEFORE_TITLE = {
    "fr": "une|un|la|le|les|des|certaines|certains|plusieurs|cette|l['’]",
    "en": "a|an|the|this|some|several",
}
"""Words that a title may lack and the report has before it, by the report's language."""
LOOSE_END = re.compile(r",?\s+(?:and|et|but|mais|ou|or|puis|then)$", re.IGNORECASE)
INFINITIVE_MARK = re.compile(r"(?:d['’]|de |à |to )", re.IGNORECASE)
LONGEST_CELL = 3
INFINITIVE = "DO_"
"""How the classes of infinitives begin in `lexicons/<language>/actions.toml`."""
LONGEST_QUOTE = 30
LONGEST_TITLE = 16
MOST_BEFORE = 4
"""Words that may stand between the beginning of a phrase and the title that stands in it."""


def own_words(story: Story, action: Action, end: int) -> str:
    """The first sentence of an action's words up to `end`, dates made absolute, a date or label in front of it taken off."""
    start = story.begin_of(action)
    words = story.absolute(story.words(start, end), start, end)
    words = LOOSE_END.sub("", story.sentences(words)[0]) if words else ""
    lead, colon, rest = words.partition(" : ") if story.tables.report.language == "fr" else words.partition(": ")
    if (
        colon
        and rest
        and balanced(lead)
        and len(lead.split()) <= 7
        and (
            _is_time(story, action, lead)
            or (
                story.grammar.clause(lead, status="done", subject="", subjects=0, overdue=False) is None
                and (rest[:1].isupper() or _is_clause(story, rest))
            )
        )
    ):
        return rest
    return words


def _is_clause(story: Story, words: str) -> bool:
    found = story.grammar.clause(words, status="done", subject="", subjects=0, overdue=False)
    return found is not None and not found.follows


def of_what(story: Story, action: Action, words: str) -> str:
    """Words whose head (`édition`, `séance`) only makes sense with the scheme that opens the paragraph before, with that scheme named."""
    found = story.grammar.dangling(words)
    if found is None:
        return words
    before = [
        block
        for span, block in story.blocks(max(0, action.start - 2500), action.start)
        if block.kind in ("paragraph", "list_item") and not block.end > action.start
    ]
    for block in reversed(before):
        if block.kind == "paragraph":
            for sentence in reversed(story.sentences(story.words(block.start, block.end))):
                scheme = story.grammar.named_subject(sentence)
                if scheme:
                    return words[:found] + story.grammar.complement(scheme) + words[found:]
            return words
    return words


def begins_with_infinitive(story: Story, words: str) -> bool:
    """Whether words begin with a verb of doing in the infinitive and what is done: `recruter un médiateur`, `recruit a mediator`."""
    first, _, rest = INFINITIVE_MARK.sub("", words, count=1).partition(" ")
    entry = story.lexicon.vocabulary("actions").find(first.lower()) if rest else None
    return entry is not None and entry.word_class.startswith(INFINITIVE) and story.source_grammar.is_determiner(rest.split(" ")[0].lower())


def whole_sentence(story: Story, action: Action) -> bool:
    """Whether an action's words are a sentence of a paragraph from its determiner to its full stop: it has a verb, be it one we do not know."""
    text = story.tables.document.text
    before, after = text[: action.start].rstrip(" "), text[action.end : action.end + 1]
    words = story.words(action.start, action.end)
    return (
        (after in ".!?" or text[action.end - 1 : action.end] in ".!?")
        and (not before or before[-1] in ".!?\n")
        and words[:1].isupper()
        and story.source_grammar.is_determiner(words.split(" ")[0].lower())
        and all(block.kind == "paragraph" for _, block in story.blocks(action.start, action.end))
    )


def short_cell(story: Story, action: Action) -> bool:
    """Whether an action is a cell of few words: a name (`Mois sans tabac`), to which no article is put."""
    return len(action.title.split()) <= LONGEST_CELL and all(block.kind == "table_cell" for _, block in story.blocks(action.start, action.end))


def with_name(story: Story, action: Action, words: str) -> str:
    """A clause of which `le réseau`, `l'association` is the subject with the name of the one actor that the noun stands for."""
    actors = doers(story, action)
    if len(actors) != 1:
        return words
    nouns = {form.split(" ")[0].lower() for form in story.names.forms(actors[0]) if " " in form and form[:1].islower()}
    found = re.search(r"(?:^|, )((?:[Ll]e|[Ll]a) (\w+)|[Ll]['’](\w+)) (?=a |has )", words)
    name = story.names.short(actors[0])
    if not found or not name or (found.group(2) or found.group(3)).lower() not in nouns:
        return words
    return words[: found.start(1)] + name + words[found.end(1) :]


def with_work(story: Story, action: Action, words: str) -> str:
    """A clause of which `la tribune`, `the guide` alone is the subject with the title of the last such work that the part names before it."""
    found = story.grammar.bare_work(words)
    if found is None or not story.same_language:
        return words
    noun, kind = found
    part = story.part_of(action.start)
    before = [row for row in story.tables.rows.publications if row.kind == kind and row.start < action.start and story.part_of(row.start) == part]
    title = " ".join(without_marks(before[-1].title).split()) if before else ""
    if not title[:1].isupper() or not 1 < len(title.split()) <= LONGEST_TITLE or folded(title) in folded(words):
        return words
    return words[:noun] + f" « {nested(title)} »" + words[noun:]


def _is_time(story: Story, action: Action, lead: str) -> bool:
    left = folded(lead)
    for row in story.dates(action.start - 4, action.end):
        left = left.replace(folded(row.exact), " ")
    return all(
        word in ("le", "les", "du", "des", "en", "on", "in", "from", "de", "au", "a", "to", "the", "et", "and", "depuis", "since") or word.isdigit()
        for word in left.split()
    )


def is_noun_phrase_of(title: str, words: str) -> bool:
    """Whether a title stands at the head of the words, or after an article inside them: else it may be a piece of a phrase."""
    at = bare(words).lower().find(bare(title).lower())
    before = bare(words)[:at].rstrip().lower().split(" ")[-1] if at > 0 else ""
    return at <= 0 or before in ARTICLES or before.endswith(("l'", "l’"))


def with_article_of(title: str, words: str, language: str) -> str:
    """A title with the article that stands before it in the report's words."""
    if title == words:
        return title
    start = folded(title)[:18]
    articles = BEFORE_TITLE.get(language, BEFORE_TITLE["fr"])
    found = re.search(rf"(?<!\w)(?:{articles}) ?" + re.escape(title[:12]), words, re.IGNORECASE)
    return found.group()[: -len(title[:12])] + title if found and start else title


def work_of(story: Story, action: Action) -> str:
    """The work that an action's words name and nothing else: a podcast by its title; empty where there is none."""
    words = folded(story.words(action.start, action.end))
    for title in (folded(action.title), *(title for title in story.work_titles if words.startswith(title))):
        named = story.work_titles.get(title)
        if named and not story.grammar.begins_with_noun(named) and len(title.split()) > 2:
            return named
    return ""


def quote(story: Story, action: Action) -> str:
    """The report's words for an action, to stand between quotation marks: its title, to the end of the phrase where it was cut short."""
    work = work_of(story, action)
    if work:
        return quoted(" ".join(work.split()))
    words = story.sentences(story.words(story.begin_of(action), story.end_of(action)))[0]
    whole = bare(words).strip(" .;:,")
    if action.status == "other" and len(whole.split()) <= LONGEST_QUOTE:
        return quoted(nested(whole))
    title = bare(whole_title(story, action, words, verbatim=True) or words).strip(" .;:,")
    title = _before_date(story, action, _from_its_head(story, title, bare(words)))
    if not balanced(title):
        title = re.sub(r"[«»“”\"()\[\]]", "", title).strip(" .;:,")
    found = title.split()
    if len(found) > LONGEST_QUOTE:
        title = " ".join(found[:LONGEST_QUOTE]).rstrip(" ,;:") + "…"
    return quoted(title)


def nested(words: str) -> str:
    """Words to stand between quotation marks: quotation marks of their own become the inner ones."""
    return words.replace("« ", "“").replace("«", "“").replace(" »", "”").replace("»", "”")


def _from_its_head(story: Story, title: str, words: str) -> str:
    """A title that begins inside its phrase, from the beginning of its sentence or from the determiner that opens the phrase: `A second study, …`."""
    at = words.find(title)
    lead = words[:at].rpartition(": ")[2] if at > 0 else ""
    before = lead.split()
    if not before or story.source_grammar.begins_with_verb(title):
        return title
    if len(before) <= MOST_BEFORE and story.source_grammar.finite(lead) is None and balanced(lead):
        return lead + title
    for count in range(1, min(MOST_BEFORE, len(before)) + 1):
        if story.source_grammar.is_determiner(before[-count]):
            return f"{' '.join(before[-count:])} {title}"
    verb = story.source_grammar.finite(lead)
    if (
        verb
        and not story.source_grammar.goes_on(lead)
        and len(lead[verb.end() :].split()) <= 1
        and len(f"{lead}{title}".split()) <= LONGEST_QUOTE
        and balanced(lead)
    ):
        return lead + title  # what the verb right before it was done to
    return with_article_of(title, words, story.tables.report.language)


def _before_date(story: Story, action: Action, title: str) -> str:
    """A title up to its own date where that ends it, since our words give it: where four words or more stand before it."""
    for row in story.dates(action.start, action.end):
        said = " ".join(row.exact.split())
        at = title.replace("’", "'").find(said.replace("’", "'"))
        if at > 0 and len(title[:at].split()) > 3 and len(title[at + len(said) :].split()) < 2:
            cut = title[:at].split()
            while cut and story.source_grammar.unfinished(cut[-1]):
                cut.pop()
            return " ".join(cut).rstrip(" ,;:(") if len(cut) > 3 else title
    return title


def at_start(title: str, words: str) -> bool:
    """Whether a title is the head of the words, not a piece from inside their sentence: that one's verb would be lost."""
    at = bare(words).lower().find(bare(title).lower())
    return at < 0 or len(bare(words)[:at].split()) <= 1


def whole_title(story: Story, action: Action, words: str, *, verbatim: bool = False) -> str:
    """An action's title, gone on with to the next comma where it stops inside a phrase of the words; empty where that is too long.

    Its dates are made absolute, unless it is to stand between quotation marks: then it must be the report's to the letter.
    """
    title = without_marks(action.title) if verbatim else story.absolute(action.title, action.start, action.end)
    title = " ".join(title.split()).strip(" .;:,")
    plain = bare(words)
    at = plain.lower().replace("’", "'").find(bare(title).lower().replace("’", "'"))
    if at < 0:
        return title if not verbatim and not story.grammar.unfinished(title) else ""
    title = plain[at : at + len(bare(title))] if verbatim else title
    if story.source_grammar.begins_with_verb(title) and at > 0 and not doers(story, action):
        whole = until(plain, ";:")
        pieced = list(pieces(whole))
        while len(pieced) > 1 and len(",".join(pieced).split()) > LONGEST_QUOTE:
            pieced.pop()
        return ",".join(pieced) if len(",".join(pieced).split()) <= LONGEST_QUOTE else title
    rest = plain[at + len(bare(title)) :]
    if not balanced(title):
        closing = re.search(r"[»”\"]", rest)
        if closing:
            title, rest = title + rest[: closing.end()], rest[closing.end() :]
    if not rest or rest[0] in ',.;:!?)]»”"' or rest.startswith(" ("):
        return title
    more = until(rest, ",;:.")
    whole = plain[at : at + len(bare(title)) + len(more)]
    return whole if len(whole.split()) <= LONGEST_QUOTE and balanced(whole) else ""
