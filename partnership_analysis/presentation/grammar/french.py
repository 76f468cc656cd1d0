"""French: articles, elision, contraction, agreement, lists and places. What a report's words become is in `french_clauses`, `french_phrases` and `french_verbs`.

Words are in `wording/fr-grammar.toml`: genders, aspirated h, heads of names, verbs.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from partnership_analysis.presentation.grammar.cutting import bare, capital_first, lower_first
from partnership_analysis.presentation.grammar.french_verbs import FrenchVerbs
from partnership_analysis.presentation.grammar.model import Gender
from partnership_analysis.presentation.wording import Wording

FIRST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ELIDED = re.compile(r"(?<![\w'’-])(de|que|ne|se|le|la|De|Que|Le|La) (?=[^\W\d_])")
BEFORE_NAME = re.compile(r"(?:^|[^\w])(du|de la|de l['’]|d['’]|des|de|au|à la|à l['’]|aux|le|la|l['’]|les|par|et)[\s«\"“]*$", re.IGNORECASE)
ARTICLES = {
    "du": "le", "au": "le", "le": "le", "de la": "la", "à la": "la", "la": "la", "de l'": "l'", "à l'": "l'", "l'": "l'", "des": "les", "aux": "les", "les": "les",
}  # fmt: skip
BEFORE_PLACE = re.compile(r"(?:^|[^\w])(à la|à l['’]|au|aux|à|en|dans le|dans la|dans l['’]|dans les)\s*$", re.IGNORECASE)
GIVEN_NAME_Y = re.compile(r"y[^aeiouy]", re.IGNORECASE)


NO_ELISION = "\u2060"
"""Before a name of another language: an article in front of it is not elided; taken out again where spaces are set."""


def head_of_foreign(name: str) -> str:
    """The head noun of an English name in small letters: the last word before `of` or `for`, else the last word."""
    words = re.split(r",| (?:of|for|on|in|at) ", re.sub(r" \([^()]*\)", "", name))[0].split()
    return words[-1].lower() if words else ""


class French(FrenchVerbs):
    """The grammar of French."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording)
        self._aspirated = frozenset(wording.grammar["aspirated_h"])
        self._no_elision = frozenset(wording.grammar["no_elision"])

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """`de`, `to`, `cap`, `low`, `listed`."""
        return {"de": self.de, "to": self.to, "cap": capital_first, "low": lower_first, "listed": self.listed, "listed_de": self.listed_de}

    def elides(self, text: str) -> bool:
        """Whether `le`, `de`, `que` lose their vowel before a text."""
        found = FIRST_WORD.search(bare(text)[:60])
        if not found or not bare(text)[:1].isalpha():
            return False
        word = found.group().lower()
        first = word.split("-")[0]
        if first in self._no_elision or word in self._no_elision:
            return False
        if found.group().isupper() and len(word) > 1:
            return self._acronym_elides(found.group())
        letter = unicodedata.normalize("NFD", word)[0]
        if letter == "h":
            return first not in self._aspirated and word not in self._aspirated
        if letter == "y":
            return GIVEN_NAME_Y.match(word) is not None
        return letter in "aeiouœæ"

    def _acronym_elides(self, word: str) -> bool:
        """Acronyms that can be said as a word follow it; others are spelt, and F, L, M, N, R, S begin with a vowel then: a report's own article decides, this only guesses."""
        return unicodedata.normalize("NFD", word)[0].lower() in "aeio"

    def de(self, text: str) -> str:
        """`de` before a name or phrase: `du RTO`, `des Landes`, `d'Inès`, `de La Brume`."""
        for article, contracted in (("le ", "du "), ("les ", "des ")):
            if text.startswith(article):
                return contracted + text[len(article) :]
        if text.startswith("des "):
            return self.de(text[4:])
        return f"d'{text}" if self.elides(text) else f"de {text}"

    def to(self, text: str) -> str:
        """`à` before a name or phrase: `au ministère`, `aux communes`, `à l'université`."""
        for article, contracted in (("le ", "au "), ("les ", "aux ")):
            if text.startswith(article):
                return contracted + text[len(article) :]
        return f"à {text}"

    def listed(self, items: Sequence[str]) -> str:
        """`A`, `A et B`, `A, B et C`; `ainsi que` before a last member that has its own `et`."""
        if len(items) < 2:
            return "".join(items)
        own = [" et " in bare(item) for item in items]
        if own[-1] and len(items) == 2:
            return f"{items[0]}{',' if own[0] else ''} ainsi que {items[1]}"
        return ", ".join(items[:-1]) + (", et " if own[-2] and len(items) == 2 else " et ") + items[-1]

    def listed_de(self, items: Sequence[str]) -> str:
        """A list with `de` before each: `de Claire Dubois, d'Hugo Petit et d'Anne Roux`."""
        return self.listed([self.de(item) for item in items])

    def tidied(self, text: str) -> str:
        """A sentence with `de`, `que`, `le` elided where the next word asks for it."""

        def repaired(match: re.Match[str]) -> str:
            rest = text[match.end() : match.end() + 60]
            return match.group(1)[:-1] + "'" if self.elides(rest) and not rest[:2].isupper() else match.group()

        return ELIDED.sub(repaired, text)

    def article_before(self, before: str) -> str | None:
        """The article a name has in the report: `le`, `la`, `l'`, `les`, or none (empty); None where the words before do not tell."""
        found = BEFORE_NAME.search(before[-24:])
        if not found:
            return None
        words = found.group(1).lower().replace("’", "'")
        return ARTICLES.get(words, "" if words in ("de", "d'", "par") else None)

    def with_article(self, name: str, article: str) -> str:
        """A name with its article: `le REV`, `l'Amarre`."""
        if not article:
            return name
        return f"l'{name}" if article == "l'" or (article in ("le", "la") and self.elides(name)) else f"{article} {name}"

    def head_article(self, name: str) -> str:
        """The article of a name whose first word is a common noun; empty for a name of its own."""
        first = name.split(" ")[0].split("'")[0].lower()
        gender = self.listed_gender(first)
        if gender:
            return self.with_article("", "le" if gender == "m" else "la").strip() if not self.elides(name) else "l'"
        if first.endswith("s") and self.listed_gender(first[:-1]) and name[:1].islower():
            return "les"
        return ""

    def foreign_article(self, name: str, language: str) -> str:
        """See `Grammar.foreign_article`: `l'University of Ashby`, `la Bexley Port Company`, `le Joint Board`; elided before any vowel letter."""
        heads: Mapping[str, str] = self.wording.grammar["foreign_heads"].get(language, {})
        article = {"m": "le", "f": "la", "p": "les"}.get(heads.get(head_of_foreign(name), ""), "")
        return "l'" if article in ("le", "la") and unicodedata.normalize("NFD", name[:1].lower())[:1] in tuple("aeiou") else article

    def with_foreign_article(self, name: str, article: str) -> str:
        """A name in another language with an article; nothing elides before an h or a semivowel."""
        return f"{article}{name}" if article.endswith("'") else f"{article} {NO_ELISION}{name}" if article else name

    def placed(self, name: str, before: str) -> str:
        """A place with its preposition, as the report has it, else by kind: `à Lille`, `au Havre`, `en Bretagne`, `dans le Gers`."""
        found = BEFORE_PLACE.search(before[-12:])
        if found and not re.match(r"(?:Le|Les) ", name):
            words = found.group(1).lower().replace("’", "'")
            return words + name if words.endswith("'") else f"{words} {name}"
        for listed, preposition in (("feminine_places", "en"), ("masculine_places", "au"), ("plural_places", "aux")):
            if name in self._places[listed]:
                return f"{preposition} {name}"
        if name.startswith("Le "):
            return f"au {name[3:]}"
        if name.startswith("Les "):
            return f"aux {name[4:]}"
        return self.to(name)

    @cached_property
    def _places(self) -> Mapping[str, frozenset[str]]:
        return {key: frozenset(self.wording.grammar[key]) for key in ("feminine_places", "masculine_places", "plural_places")}

    def agree(self, participle: str, gender: Gender | None, plural: bool) -> str:
        """A participle in its form: `signé`, `signée`, `mis en place` → `mises en place`."""
        return self.agreed(participle, gender, plural)
