"""Names in sentences: which form, with which article.

The report's own use decides: `le REV` and `l'Amarre` have an article because the report writes one before them, `Rives claires` has none.
Where the report does not tell, the head noun does (`le ministère …`). Names are never translated.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from partnership_analysis.extraction.records import Organisation, Person
from partnership_analysis.presentation.grammar import Grammar
from partnership_analysis.presentation.sentences import without_marks
from partnership_analysis.tables.model import Tables

MOST_MENTIONS = 60


@dataclass
class Names:
    """The names of one section. A body with an acronym is named in full once, then by its acronym."""

    tables: Tables
    grammar: Grammar
    same_language: bool
    text: str
    known: set[str] = field(default_factory=set)
    """organisation_ids named already in full."""

    def __post_init__(self) -> None:
        self.organisations = {row.organisation_id: row for row in self.tables.rows.organisations}
        self.plain = plain_signs(self.text)
        self.people = {row.person_id: row for row in self.tables.rows.people}

    def section(self, *, known: Iterable[str] = ()) -> "Names":
        """The names of a new section, in which only `known` bodies need no full name."""
        return Names(self.tables, self.grammar, self.same_language, self.text, set(known))

    def is_person(self, actor_id: str) -> bool:
        """Whether an actor is a person."""
        return actor_id in self.people

    def actor(self, actor_id: str) -> str | None:
        """A person's or body's name as a sentence has it; None for an id that no table holds."""
        person = self.people.get(actor_id)
        if person:
            return without_marks(person.name)
        body = self.organisations.get(actor_id)
        return self.body(body) if body else None

    def body(self, body: Organisation) -> str:
        """A body's name with its article, in full with its acronym the first time, then its acronym."""
        if body.organisation_id in self.known:
            short = self._short(body)
            if short:
                return short
        full = self.articled(body.name)
        if not body.acronym:
            return full
        self.known.add(body.organisation_id)
        return f"{full} ({without_marks(body.acronym)})"

    def short(self, actor_id: str) -> str | None:
        """A partner's short form, another body's name in full: it may stand nowhere else in the section."""
        body = self.organisations.get(actor_id)
        if body is None:
            return self.actor(actor_id)
        if actor_id in self.known or actor_id in self.tables.report.partners:
            return self._short(body) or self.articled(body.name)
        return self.articled(body.name)

    def _short(self, body: Organisation) -> str | None:
        """A body's short form: its acronym, else the one word with a capital by which the report goes on to call it (`la Métropole`)."""
        if body.acronym:
            return self.articled(body.acronym)
        if not self.same_language or body.organisation_id not in self.tables.report.partners:
            return None
        for name in body.other_names:
            if name[:1].isupper() and name.isalpha() and name in body.name.split(" "):
                said = self.articled(name)
                return said if said != name else None
        return None

    def articled(self, name: str) -> str:
        """A name with the article that the report gives it, else that of its head noun."""
        name = without_marks(name)
        if not self.same_language:
            if name[:1].islower():
                return self.grammar.with_article(name, self.grammar.head_article(name))
            return self.grammar.with_foreign_article(name, self._foreign_article(name))
        counts: dict[str, int] = {}
        for start in self._starts(name):
            article = self.grammar.article_before(self.plain[max(0, start - 24) : start])
            if article is not None:
                counts[article] = counts.get(article, 0) + 1
        if counts:
            best = max(sorted(counts), key=lambda article: (counts[article], article != ""))
            if best or name[:1].isupper() or counts[""] > 1:
                return self.grammar.with_article(name, best)
        return self.grammar.with_article(name, self.grammar.head_article(name) or self._article_in_full(name))

    def _article_in_full(self, name: str) -> str:
        """The article of an acronym: that of the full name."""
        full = next((body.name for body in self.organisations.values() if name == body.acronym and name != body.name), "")
        said = self.articled(full) if full else ""
        article = said.removesuffix(full).strip()
        return "" if article == "l'" or not said.endswith(full) else article

    def _foreign_article(self, name: str) -> str:
        """The article of a name in another language: that of its head noun's counterpart; an acronym has that of its full name."""
        for body in self.organisations.values():
            if name in (body.name, body.acronym):
                return self.grammar.foreign_article(name[:1] + body.name[1:], self.tables.report.language)
        return ""

    def _starts(self, name: str) -> Iterator[int]:
        """Where the first mentions of a name begin in the text."""
        if re.search('[«»“”"]', name):
            yield from (found.start() for found in islice(re.finditer(rf"(?<!\w){_loose(name)}(?!\w)", self.plain), MOST_MENTIONS))
            return
        wanted = plain_signs(name)
        if not wanted.strip():
            return
        at = self.plain.find(wanted)
        seen = 0
        while at >= 0 and seen < MOST_MENTIONS:
            end = at + len(wanted)
            if not (self.plain[at - 1 : at].isalnum() or self.plain[end : end + 1].isalnum()):
                seen += 1
                yield at
            at = self.plain.find(wanted, end)

    def forms(self, actor_id: str) -> tuple[str, ...]:
        """Every form of an actor's name, longest first, to see whether words name it already."""
        row: Organisation | Person | None = self.people.get(actor_id) or self.organisations.get(actor_id)
        if row is None:
            return ()
        forms = [row.name, *row.other_names]
        if isinstance(row, Organisation) and row.acronym:
            forms.append(row.acronym)
        if isinstance(row, Person):
            forms.append(row.name.split(" ")[-1])
        return tuple(sorted(set(forms), key=lambda form: (-len(form), form)))

    def named_in(self, actor_id: str, words: str) -> bool:
        """Whether words name an actor."""
        return any(re.search(rf"(?<!\w){_loose(form)}(?!\w)", words) for form in self.forms(actor_id) if len(form) > 1)


def plain_signs(text: str) -> str:
    """A text with plain apostrophes and spaces in the place of typographic ones and line ends, as long as before."""
    return text.replace("’", "'").replace("\n", " ").replace("\u00a0", " ").replace("\u202f", " ")


def _loose(name: str) -> str:
    """An expression for a name in which quotation marks, apostrophes and spaces may differ."""
    pieces = {
        "'": "['’]",
        "’": "['’]",
        '"': '\\s*[«»“”"]\\s*',
        "«": '[«“"]\\s*',
        "“": '[«“"]\\s*',
        "»": '\\s*[»”"]',
        "”": '\\s*[»”"]',
        " ": "\\s*" if re.search("[«»]", name) else "\\s+",
    }
    return "".join(pieces.get(sign) or re.escape(sign) for sign in name)
