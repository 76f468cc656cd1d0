"""One action in words: a clause of ours made from the report's words, or the report's words quoted after kind, date and actors.

Four ways, the first that works: the report's own clause, trimmed; its noun phrase with a verb; our own clause about the kind with the
report's words in quotation marks. Nothing that does not parse is forced.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import BASE_FORM, Action
from partnership_analysis.presentation.grammar import Clause
from partnership_analysis.presentation.grammar.cutting import bare, lower_first, pieces
from partnership_analysis.presentation.narrative_company import company, joined
from partnership_analysis.presentation.narrative_doers import SUBJECTS, doers, ended, overdue
from partnership_analysis.presentation.narrative_quantities import gathering, quantities
from partnership_analysis.presentation.narrative_quoted import told_in_quotes
from partnership_analysis.presentation.narrative_story import Story
from partnership_analysis.presentation.narrative_told import Told
from partnership_analysis.presentation.narrative_words import (
    INFINITIVE_MARK,
    at_start,
    begins_with_infinitive,
    is_noun_phrase_of,
    of_what,
    own_words,
    short_cell,
    whole_sentence,
    whole_title,
    with_article_of,
    with_name,
    with_work,
    work_of,
)

FIRST_PERSON = re.compile(r"(?:Nous|We) ")
OVERDUE = re.compile(r"\b(?:devai(?:t|ent)|étai(?:t|ent) prévu\w*|(?:was|were) (?:to|planned))\b")
"""Our words for what was to be done: only then is it said that the report does not tell whether it was."""
WITH = re.compile(r"\b(?:avec|with)\b")
SIGNING_ROLES = ("signatory", "organiser", "partner")
SHORTEST_PIECE = 2
"""Words behind a comma: with more, what follows takes a comma as well."""
LONGEST_DEED = 30
MOST_NAMED = 4
"""Actors named as the subject of a clause."""
SHORT = 16
"""Words: a clause no longer than this can take its date or place at its end."""


def told(story: Story, action: Action) -> Told:
    """An action in words; always something, quoted where nothing else works."""
    made = _woven(story, action) if story.same_language else None
    return made if made and not _some_left_out(story, action, made) else told_in_quotes(story, action)


def _some_left_out(story: Story, action: Action, made: Told) -> bool:
    """Whether a sentence about the signing of the agreement was cut inside the list of those who signed: some are named in it, some are not."""
    if action.kind != "signing" or action.date_start is None or action.date_start != story.tables.report.signed_on:
        return False
    signers = [
        part.actor_id for part in story.parts_taken.get(action.action_id, ()) if part.role in SIGNING_ROLES and story.names.is_person(part.actor_id)
    ]
    named = [story.names.named_in(signer, made.variants[0][1]) for signer in signers]
    return any(named) and not all(named)


def _woven(story: Story, action: Action) -> Told | None:
    if work_of(story, action) or (action.rule == BASE_FORM and action.status != "planned"):
        return None
    said = story.words(action.start, action.end)
    names = [name for actor in doers(story, action, SUBJECTS) if not story.names.named_in(actor, said) and (name := story.names.short(actor))]
    subject = story.grammar.listed(names)
    together = story.wording.word("partners") if FIRST_PERSON.match(story.words(action.start, action.end)) else ""
    late = overdue(story, action)
    report = story.text
    end = story.end_of(action)
    words = of_what(story, action, own_words(story, action, end))
    longer = of_what(story, action, own_words(story, action, story.reach(action))) if story.reach(action) > end else ""
    title = of_what(story, action, whole_title(story, action, words))
    words = with_work(story, action, with_name(story, action, words))
    candidates = [candidate for candidate in dict.fromkeys((words, longer, title if at_start(title, longer or words) else "")) if candidate]
    clause: Clause | None = None
    own_clause = True
    status = "expected" if action.status == "ongoing" and action.date_end is not None and not ended(story, action) else action.status
    for candidate in candidates:
        clause = story.grammar.clause(
            with_article_of(candidate, words, story.tables.report.language),
            status=action.status,
            subject=subject or together,
            subjects=len(names) if subject else 2,
            overdue=late,
        )
        if clause:
            break
    if clause is None and action.status == "ongoing" and (whole_sentence(story, action) or short_cell(story, action)):
        return None
    if clause is None:
        own_clause = False
        made = (
            _to_be_done(story, action, candidates)
            or _did(story, action, [*candidates, title])
            or _heard(story, action)
            or _grouped(story, action, words)
            or _lettered(story, action, words)
        )
        if made:
            return made
        for candidate in candidates:
            clause = story.grammar.told(
                with_article_of(candidate, words, story.tables.report.language), report, status=status, kind=action.kind, overdue=late
            )
            if clause:
                break
    made = _completed(story, action, clause, own_clause=own_clause) if clause and len((clause.text or clause.active).split()) > 2 else None
    return made or _presented(story, action, words, [candidate for candidate in dict.fromkeys((words, title)) if candidate])


def _to_be_done(story: Story, action: Action, candidates: Sequence[str]) -> Told | None:
    """What the report only gives an infinitive for: `recruter un médiateur` → `il est prévu de recruter un médiateur`, `la Ville doit recruter un médiateur`."""
    words = next((words for words in candidates if begins_with_infinitive(story, words)), candidates[-1] if action.rule == BASE_FORM else "")
    if action.status != "planned" or not words or story.grammar.unfinished(words):
        return None
    mark = INFINITIVE_MARK.match(words)
    actors = [actor for actor in doers(story, action) if not story.names.named_in(actor, words)]
    names = [name for name in (story.names.short(actor) for actor in actors) if name]
    slots = {
        "words": lower_first(words[mark.end() :] if mark else words).strip(" .;,"),
        "late": overdue(story, action),
        "names": names if 0 < len(names) <= MOST_NAMED else None,
        "many": len(names) > 1,
    }
    stem, filled = story.wording.fill("actions.to_do_stem", slots), story.wording.fill("actions.to_do", slots)
    if filled is None or stem is None:
        return None
    text, opens = filled
    return _completed(story, action, Clause(text, opens=opens, stem=stem[0] if opens == "subject" else ""), own_clause=True)


def _did(story: Story, action: Action, candidates: Sequence[str]) -> Told | None:
    """What the report gives a verb without subject for, of an action whose actors are known: `ouvert deux ateliers` → `le club a ouvert …`."""
    words = next((words for words in candidates if story.grammar.begins_with_deed(words)), "")
    if action.status not in ("done", "ongoing") or not words or story.grammar.unfinished(words):
        return None
    kept = next(pieces(words)) if len(words.split()) > LONGEST_DEED else words
    return _completed(story, action, Clause("", active=lower_first(kept).strip(" .;,")), own_clause=True)


def _presented(story: Story, action: Action, words: str, candidates: Sequence[str]) -> Told | None:
    """A noun phrase for which no verb is known: the report tells of it."""
    for candidate in candidates:
        if not is_noun_phrase_of(candidate, words):
            continue
        nominal = story.grammar.nominal(with_article_of(candidate, words, story.tables.report.language), story.text)
        if nominal is None or len(nominal.text.split()) < 2:
            continue
        key = {"done": "tells", "planned": "announces", "ongoing": "ongoing_noun"}.get(action.status, "")
        filled = story.wording.fill(f"actions.{key}", {"what": nominal.words}) if key else None
        if filled:
            return _completed(story, action, Clause(filled[0], opens="report"), own_clause=True)
    return None


def _heard(story: Story, action: Action) -> Told | None:
    """A hearing of which only the noun is given: who heard whom, from the participations."""
    parts = story.parts_taken.get(action.action_id, ())
    hosts = [name for name in (story.names.actor(part.actor_id) for part in parts if part.role == "host") if name]
    heard = [name for name in (story.names.actor(part.actor_id) for part in parts if part.role == "speaker") if name]
    if action.kind != "hearing" or action.status != "done":
        return None
    if not hosts:
        words = story.words(action.start, action.end)
        named = [
            row.organisation_id
            for row in story.tables.rows.organisations
            if row.start < action.end and story.names.named_in(row.organisation_id, words)
        ]
        hosts = [name for name in (story.names.actor(body) for body in named) if name] if len(named) == 1 and len(words.split()) < 7 else []
    filled = story.wording.fill("actions.heard", {"hosts": hosts or None, "many": len(hosts) > 1, "heard": heard or None, "when": story.when(action)})
    return Told(action, (("actor", filled[0]),), ((action.start, action.end),)) if filled else None


def _grouped(story: Story, action: Action, words: str) -> Told | None:
    """A standing group of which only the noun is given: whom it brings together."""
    parts = story.parts_taken.get(action.action_id, ())
    names = [name for name in (story.names.actor(part.actor_id) for part in parts if part.role in ("partner", "organiser", "attendee")) if name]
    if action.kind != "working_group" or action.status not in ("done", "ongoing") or not 1 < len(names) < 6:
        return None
    clause = story.grammar.associated(words, story.text, names, ongoing=action.status == "ongoing")
    if not clause:
        return None
    dated = [
        ("date" if opens == "subject" and action.status == "ongoing" else opens, text) for opens, text in _dated(story, action, clause, follows=False)
    ]
    return Told(
        action, tuple(sorted(dated, key=lambda variant: not variant[1].startswith(story.when(action) or "\0"))), ((action.start, action.end),)
    )


def _lettered(story: Story, action: Action, words: str) -> Told | None:
    """An open letter of which only the name is given: who signed it."""
    parts = story.parts_taken.get(action.action_id, ())
    names = [name for name in (story.names.actor(part.actor_id) for part in parts if part.role == "signatory") if name]
    if action.kind != "open_letter" or action.status != "done" or not names or len(names) > 6:
        return None
    letter = story.grammar.letter(words, story.text)
    filled = story.wording.fill("actions.letter", {"letter": letter or None, "names": names, "many": len(names) > 1})
    return Told(action, tuple(_dated(story, action, filled[0], follows=False)), ((action.start, action.end),)) if filled else None


def _completed(story: Story, action: Action, clause: Clause, *, own_clause: bool) -> Told | None:
    """A clause with its date, place and actors where it does not have them yet, and its figures."""
    actors = doers(story, action)
    names = [name for name in (story.names.short(actor) for actor in actors) if name]
    gathered, gathered_spans = gathering(story, action, clause) if not (names and clause.active) else ("", ())
    if gathered:
        clause = replace(clause, text=gathered, active="")
    if overdue(story, action) and clause.text and OVERDUE.search(clause.text):
        clause = replace(clause, text=_in_time(story, action, clause.text) + story.grammar.unsaid(clause.text, clause.pronoun))
    variants: list[tuple[str, str]] = []
    if clause.text:
        by = "" if clause.follows or action.status == "other" else _by(story, action, clause.text, own_clause=own_clause)
        if clause.opens == "report":
            variants.append(("report", _behind(story, action, clause.text) + by))
        else:
            variants += [(opens, text + by) for opens, text in _dated(story, action, clause.text, follows=clause.follows or bool(by))]
    if clause.active and 0 < len(names) <= 4 and not any(story.names.named_in(actor, bare(clause.active)) for actor in actors):
        active = story.grammar.acted(story.grammar.listed(names), len(names), clause.active)
        dated = _dated(story, action, active, follows=False, said=clause.active)
        acted = [("actor" if opens == "subject" else opens, text) for opens, text in dated]
        variants = variants + acted if clause.opens == "self" else acted + variants
        together = story.wording.fill("actions.together", {"count": len(actors)}) if set(actors) == set(story.tables.report.partners) else None
        if together:
            variants += [
                ("partners" if opens == "subject" else opens, text)
                for opens, text in _dated(
                    story, action, story.grammar.acted(together[0], len(actors), clause.active), follows=False, said=clause.active
                )
            ]
    if not variants:
        return None
    others, report_speaks = company(story, action, " ".join(text for _, text in variants))
    figures, aside, spans = quantities(story, action, variants[0][1], report_speaks=report_speaks)
    figures = joined(others, figures)
    stem = clause.stem if clause.stem and variants[0][1].startswith(clause.stem) else ""
    return Told(action, tuple(variants), ((action.start, action.end), *spans, *gathered_spans), clause.follows, False, figures, aside, stem)


def _in_time(story: Story, action: Action, text: str) -> str:
    """A clause with its date behind it, where it has none yet."""
    when = None if story.has_date(text, action) else story.when(action)
    return f"{text} {when}" if when else text


def _behind(story: Story, action: Action, text: str) -> str:
    """A clause about the report with the action's place and date behind it: in front they would date the report."""
    when = None if story.has_date(text, action) else story.when(action)
    where = story.where(action) if action.place and folded(action.place) not in folded(text) else None
    said = " ".join(piece for piece in (where, when) if piece)
    return text if not said else f"{text}{',' if len(text.split()) > 8 else ''} {said}"


def _dated(story: Story, action: Action, text: str, *, follows: bool, said: str = "") -> list[tuple[str, str]]:
    """A clause with date and place at its end, in front, or both ways; as it is where it gives them already. `said` is it without its subject."""
    said = said or text
    when = None if story.has_date(said, action) else story.when(action)
    where = story.where(action) if action.place and folded(action.place) not in folded(said) else None
    short = len(text.split()) <= SHORT
    if not when:
        return [("subject", f"{text} {where}" if where and short else f"{where}, {text}" if where else text)]
    front = ("date", _in_front(when, where, text) if not short else f"{when}, {text}{' ' + where if where else ''}")
    if not short and not follows:
        return [front]
    place_first = action.status == "planned" or story.wording.word("place_first") == "yes"
    behind = [piece for piece in ((where, when) if place_first else (when, where)) if piece]
    last = [*pieces(text)][-1]
    apart = "," if last != text and len(last.split()) > SHORTEST_PIECE and story.grammar.finite(last) is None else ""
    back = ("subject", f"{text}{apart} {' '.join(behind)}")
    if follows or action.status == "planned":
        return [back]
    lasts = action.date_end is not None and action.date_start is not None and (action.date_end - action.date_start).days > 31
    return [front, back] if "," in said or lasts else [back, front]


def _in_front(when: str, where: str | None, text: str) -> str:
    return f"{when}, {where}, {text}" if where else f"{when}, {text}"


def _by(story: Story, action: Action, text: str, *, own_clause: bool) -> str:
    """Who is named for an action and not in its words: `, à l'initiative de …`, `, avec …`."""
    plain = bare(text)
    roles: dict[str, list[str]] = {}
    partners = set(story.tables.report.partners)
    for part in story.parts_taken.get(action.action_id, ()):
        if not story.names.named_in(part.actor_id, plain):
            roles.setdefault(part.role, []).append(part.actor_id)
    whole = {part.actor_id for part in story.parts_taken.get(action.action_id, ()) if part.role == "organiser"}
    organisers = [actor for actor in roles.get("organiser", ()) if not story.names.is_person(actor)]
    wanted: Sequence[str] = organisers if organisers and whole != partners and not own_clause else ()
    key = "by"
    if not wanted and not WITH.search(plain):
        wanted = roles.get("partner", []) + roles.get("speaker", []) + roles.get("author", []) if len(plain.split()) <= SHORT else []
        wanted = [actor for actor in wanted if actor not in partners]
        key = "with"
    names = [name for name in (story.names.actor(actor) for actor in wanted) if name]
    if not names or len(names) > 4:
        return ""
    said = story.wording.fill(f"actions.{key}", {"names": names})
    return said[0] if said else ""
