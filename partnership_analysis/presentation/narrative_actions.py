"""One action in words: a clause of ours made from the report's words, or the report's words quoted after kind, date and actors.

Four ways, the first that works: the report's own clause, trimmed; its noun phrase with a verb; our own clause about the kind with the
report's words in quotation marks. Nothing that does not parse is forced.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from partnership_analysis.assessment.summaries import own_date
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Action, Indicator
from partnership_analysis.presentation.grammar import Clause
from partnership_analysis.presentation.grammar.model import balanced, bare, capital_first, lower_first
from partnership_analysis.presentation.narrative_quantities import quantities
from partnership_analysis.presentation.narrative_story import Story
from partnership_analysis.presentation.sentences import Span, quoted

DOERS = ("organiser", "author", "signatory", "speaker", "funder")
LONGEST_QUOTE = 30
SHORT = 16
"""Words: a clause no longer than this can take its date or place at its end."""


@dataclass(frozen=True)
class Told:
    """An action in words."""

    action: Action
    text: str
    """A clause in small letters, without full stop, with its date where there is one."""
    opens: str
    evidence: tuple[Span, ...]
    follows: bool = False
    quoted: bool = False
    figures: str = ""
    """What the report counts for it that the clause does not say, as a clause of its own."""
    lead: str = ""
    """The date in front, where the clause may be said without it."""


def overdue(story: Story, action: Action) -> bool:
    """Whether a planned action's time has passed by the report's own date."""
    now = own_date(story.tables)
    return action.status == "planned" and action.date_end is not None and now is not None and now.stated and action.date_end < now.first


def doers(story: Story, action: Action) -> list[str]:
    """The actors by whom an action is done, partners first, in the order of the table; ids."""
    parts = story.parts_taken.get(action.action_id, ())
    for role in DOERS:
        found = [part.actor_id for part in parts if part.role == role and story.names.actor(part.actor_id)]
        if found:
            return sorted(found, key=lambda actor: actor not in story.tables.report.partners)
    return []


def told(story: Story, action: Action) -> Told:
    """An action in words; always something, quoted where nothing else works."""
    made = _woven(story, action) if story.same_language else None
    return made or _quoted(story, action)


def own_words(story: Story, action: Action) -> str:
    """The first sentence of an action's words, dates made absolute, a date or label in front of it taken off."""
    words = story.absolute(story.words(action.start, action.end), action.start, action.end)
    words = story.sentences(words)[0] if words else ""
    lead, colon, rest = words.partition(" : ") if story.tables.report.language == "fr" else words.partition(": ")
    if colon and rest and balanced(lead) and len(lead.split()) <= 7 and (_is_time(story, action, lead) or (rest[:1].isupper() and story.grammar.clause(lead, status="done", subject="", subjects=0, overdue=False) is None)):
        return rest
    return words


def _is_time(story: Story, action: Action, lead: str) -> bool:
    left = folded(lead)
    for row in story.dates(action.start - 4, action.end):
        left = left.replace(folded(row.exact), " ")
    return all(word in ("le", "les", "du", "des", "en", "on", "in", "from", "de", "au", "a", "to", "the", "et", "and", "depuis", "since") or word.isdigit() for word in left.split())


def _woven(story: Story, action: Action) -> Told | None:
    names = [name for name in (story.names.short(actor) for actor in doers(story, action)) if name]
    subject = story.grammar.listed(names)
    late = overdue(story, action)
    report = story.tables.document.text
    words = own_words(story, action)
    title = story.absolute(action.title, action.start, action.end)
    clause: Clause | None = None
    for candidate in dict.fromkeys((words, title)):
        clause = story.grammar.clause(candidate, status=action.status, subject=subject, subjects=len(names), overdue=late)
        if clause:
            break
    if clause is None:
        for candidate in dict.fromkeys((words, title)):
            clause = story.grammar.told(_with_article_of(candidate, words), report, status=action.status, kind=action.kind, overdue=late)
            if clause:
                break
    if clause is None or len(clause.text.split()) < 3:
        return None
    return _completed(story, action, clause, own_clause=True)


def _with_article_of(title: str, words: str) -> str:
    """A title with the article that stands before it in the report's words."""
    if title == words:
        return title
    start = folded(title)[:18]
    found = re.search(r"(?<!\w)(?:une|un|la|le|les|des|a|an|the|l['’]|The|Une|Un|La|Le|Les|A|An) ?" + re.escape(title[:12]), words)
    return found.group()[: -len(title[:12])] + title if found and start else title


def _completed(story: Story, action: Action, clause: Clause, *, own_clause: bool) -> Told:
    """A clause with its date, place and actors where it does not have them yet, and its figures."""
    text = clause.text
    opens = clause.opens
    lead = ""
    length = len(text.split())
    when = None if story.has_date(text, action) else story.when(action)
    where = story.where(action) if action.place and folded(action.place) not in folded(text) else None
    by = _by(story, action, text)
    if when and length <= SHORT and not by and not clause.follows and action.status != "planned":
        text = f"{text} {where or ''}".rstrip()
        lead = when
        opens = "free"
    elif when:
        text = f"{text}{' ' + where if where else ''} {when}" if length <= SHORT else _in_front(when, where, text)
        opens = "subject" if length <= SHORT else "date"
    elif where:
        text = f"{text} {where}" if length <= SHORT else f"{where}, {text}"
    if by and not clause.follows:
        text += by
    evidence = ((action.start, action.end),)
    figures, spans = quantities(story, action, text)
    return Told(action, text, opens, evidence + spans, clause.follows, False, figures, lead)


def _in_front(when: str, where: str | None, text: str) -> str:
    return f"{when}, {where}, {text}" if where else f"{when}, {text}"


def _by(story: Story, action: Action, text: str) -> str:
    """Who is named for an action and not in its words: `, à l'initiative de …`, `, avec …`."""
    plain = bare(text)
    roles: dict[str, list[str]] = {}
    partners = set(story.tables.report.partners)
    for part in story.parts_taken.get(action.action_id, ()):
        if not story.names.named_in(part.actor_id, plain):
            roles.setdefault(part.role, []).append(part.actor_id)
    organisers = roles.get("organiser", [])
    wanted: Sequence[str] = organisers if organisers and set(organisers) != partners else ()
    key = "by"
    if not wanted:
        wanted = roles.get("partner", []) + roles.get("speaker", []) + roles.get("author", []) if len(plain.split()) <= SHORT else []
        wanted = [actor for actor in wanted if actor not in partners]
        key = "with"
    names = [name for name in (story.names.actor(actor) for actor in wanted) if name]
    if not names or len(names) > 4:
        return ""
    said = story.wording.fill(f"actions.{key}", {"names": names})
    return said[0] if said else ""


def _quoted(story: Story, action: Action) -> Told:
    """Kind, date, place and actors in our words, then the report's words in quotation marks."""
    kind = story.wording.kind(action.kind)
    names = [name for name in (story.names.short(actor) for actor in doers(story, action)) if name]
    slots = {
        "kind": kind,
        "feminine": kind.get("gender") == "f",
        "names": names if 0 < len(names) <= 4 else None,
        "many": len(names) > 1,
        "when": story.when(action),
        "where": story.where(action),
        "quote": quote(story, action),
        "status": action.status,
        "late": overdue(story, action),
    }
    key = {"done": "done", "ongoing": "ongoing", "planned": "planned", "other": "abandoned"}[action.status]
    filled = story.wording.fill(f"actions.{key}", slots)
    assert filled is not None  # the last template of each asks only for kind and quote
    text, opens = filled
    return Told(action, lower_first(text) if opens != "actor" else text, opens, ((action.start, action.end),), quoted=True)


def quote(story: Story, action: Action) -> str:
    """The report's words for an action, to stand between quotation marks: its title, without what would not be balanced."""
    title = story.absolute(action.title, action.start, action.end) if False else " ".join(action.title.split())
    title = title.strip(" .;:,")
    if not balanced(title):
        title = re.sub(r"[«»“”\"()\[\]]", "", title)
    words = title.split()
    if len(words) > LONGEST_QUOTE:
        title = " ".join(words[:LONGEST_QUOTE]) + "…"
    return quoted(title)


def with_lead(one: Told, avoid: Sequence[str]) -> Told:
    """A told action with its date before or after its clause, whichever opens otherwise than the sentences before."""
    if not one.lead:
        return one
    if "subject" in avoid and "date" not in avoid:
        return replace(one, text=f"{one.lead}, {one.text}", opens="date", lead="")
    return replace(one, text=f"{one.text} {one.lead}", opens="subject", lead="")


def same_figure(one: Indicator, other: Indicator) -> bool:
    """Whether two rows give the same value of the same thing."""
    return one.value == other.value and folded(one.unit or "")[:6] == folded(other.unit or "")[:6]


__all__ = ["Told", "capital_first", "doers", "overdue", "quote", "same_figure", "told", "with_lead"]
