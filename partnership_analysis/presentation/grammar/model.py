"""What the grammars of all languages have in common: the shapes they make of a report's words, and what each must know."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

Gender = Literal["m", "f"]


@dataclass(frozen=True)
class Nominal:
    """A noun phrase with its article: `une` + `deuxième rencontre à Montclar`."""

    determiner: str
    text: str
    head: str
    gender: Gender | None
    plural: bool

    @property
    def words(self) -> str:
        """The phrase with its article, in small letters at its beginning unless it is a name."""
        if not self.determiner:
            return self.text
        return self.determiner + self.text if self.determiner.endswith("'") else f"{self.determiner} {self.text}"


@dataclass(frozen=True)
class Clause:
    """A clause that can stand in a sentence: its words, without capital or full stop."""

    text: str
    follows: bool = False
    """Its subject is a pronoun: it can only stand right after the clause that it goes on about."""
    opens: str = "subject"
    active: str = ""
    """The same in the active voice, without its subject: `co-organisé un webinaire`."""
    pronoun: str = ""
    """The pronoun for its subject: `elle`, `ils`; empty where it is not known."""
    stem: str = ""
    """Subject and verb where they say no more than that one of its kind took place: `une présentation a eu lieu`."""
    noun: str = ""
    """The subject alone where the clause only says that it took place, so that another verb can stand for that."""


class Grammar(Protocol):
    """The grammar of one language."""

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """The filters that templates may use."""
        ...

    def listed(self, items: Sequence[str]) -> str:
        """`A`, `A et B`, `A, B et C`."""
        ...

    def tidied(self, text: str) -> str:
        """A whole sentence with what only shows once its words are together, such as elision."""
        ...

    def article_before(self, before: str) -> str | None:
        """The article with which a name follows the words before it, in its plain form; empty where it follows none."""
        ...

    def with_article(self, name: str, article: str) -> str:
        """A name with an article of its own language."""
        ...

    def head_article(self, name: str) -> str:
        """The article that the head noun of a name asks for; empty where none is known."""
        ...

    def foreign_article(self, name: str, language: str) -> str:
        """The article of a body's name in another language, by the counterpart of its head noun; empty where none is known."""
        ...

    def with_foreign_article(self, name: str, article: str) -> str:
        """A name in another language with the article that `foreign_article` gave."""
        ...

    def placed(self, name: str, before: str) -> str:
        """A place with its preposition: `à Lille`, `en Bretagne`; `before` is what stands before it in the report."""
        ...

    def edited(self, words: str) -> str:
        """The report's words without links to the sentence before, praise and empty quantities."""
        ...

    def clause(self, words: str, *, status: str, subject: str, subjects: int, overdue: bool) -> Clause | None:
        """The main clause of the report's words where they are a whole one; None where it cannot stand in a sentence of ours."""
        ...

    def nominal(self, words: str, report: str) -> Nominal | None:
        """The report's words as a noun phrase with article; None where they are none or its gender is not known."""
        ...

    def subject(self, words: str, report: str) -> Nominal | None:
        """A row's label as the subject of a sentence, with the definite article; None where its gender is not known."""
        ...

    def unfinished(self, words: str) -> bool:
        """Whether words stop at an article or preposition."""
        ...

    def finite(self, words: str) -> re.Match[str] | None:
        """The first finite verb outside quotation marks and relative clauses."""
        ...

    def is_determiner(self, word: str) -> bool:
        """Whether a word can open a noun phrase: an article, a possessive, a number in words."""
        ...

    def goes_on(self, words: str) -> bool:
        """Whether words begin with a pronoun or possessive, so that they only make sense after others."""
        ...

    def attributed(self, words: str) -> bool:
        """Whether a clause begins by saying whose view it is: `selon l'évaluation`."""
        ...

    def begins_with_verb(self, words: str) -> bool:
        """Whether words begin with a participle or past tense, their subject left out."""
        ...

    def begins_with_deed(self, words: str) -> bool:
        """Whether words begin with a verb of the past without its subject, and what was done: `ouvert deux ateliers`, `installed 14 cameras`."""
        ...

    def begins_with_noun(self, words: str) -> bool:
        """Whether words begin with a common noun that the lists know: `Étude sur …` is no title of its own."""
        ...

    def dangling(self, words: str) -> int | None:
        """Where a head that asks for a complement ends (`deuxième édition|`), if it has none; None where there is no such head."""
        ...

    def named_subject(self, sentence: str) -> str | None:
        """The subject of a sentence where it is a scheme by name: `l'appel à projets « Grand large »`."""
        ...

    def bare_work(self, words: str) -> tuple[int, str] | None:
        """Where a work's noun ends that is the whole subject of a clause (`la tribune| avait été présentée`), and its kind; None where none is."""
        ...

    def complement(self, name: str) -> str:
        """A name as the complement of the noun before it: ` de l'appel à projets …`."""
        ...

    def unsaid(self, text: str, pronoun: str) -> str:
        """What an overdue clause is followed by: the report does not say whether it was done."""
        ...

    def associated(self, words: str, report: str, names: Sequence[str], *, ongoing: bool) -> str:
        """A clause about a group and its members; empty where the words are no group."""
        ...

    def letter(self, words: str, report: str) -> str:
        """An open letter as the subject of a clause about its signatures; empty where the words say more."""
        ...

    def definite_time(self, words: str) -> str:
        """A period without preposition as the object of one: `the first half of 2023`, `le premier semestre 2023`, `2023`."""
        ...

    def another(self, stem: str) -> str:
        """What stands for a stem said just before: `une présentation a eu lieu` → `une autre`; empty where nothing does."""
        ...

    def acted(self, subject: str, subjects: int, active: str) -> str:
        """A subject with a verb phrase of the past: `le REV et Rives unies ont` + `co-organisé un webinaire`."""
        ...

    def told(self, words: str, report: str, *, status: str, kind: str, overdue: bool) -> Clause | None:
        """A clause made of a noun phrase: `ouverture du guichet X` → `le guichet X a ouvert`; None where no verb fits."""
        ...
