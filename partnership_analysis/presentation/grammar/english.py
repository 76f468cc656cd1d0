"""English: articles, lists and places. What a report's words become is in `english_clauses` and `english_phrases`; words are in `wording/en-grammar.toml`."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from partnership_analysis.presentation.grammar.cutting import (
    capital_first,
    lower_first,
)
from partnership_analysis.presentation.grammar.english_clauses import EnglishClauses
from partnership_analysis.presentation.grammar.english_phrases import EnglishPhrases

BEFORE_NAME = re.compile(r"(?:^|[^\w])(the|a|an|of|by|with|and|between|to|at|from)[\s“\"]*$", re.IGNORECASE)
BEFORE_PLACE = re.compile(r"(?:^|[^\w])(in|at|near|on)\s*$", re.IGNORECASE)


class English(EnglishClauses, EnglishPhrases):
    """The grammar of English."""

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """`cap`, `low`, `listed`, `a`."""
        return {"cap": capital_first, "low": lower_first, "listed": self.listed, "a": self.indefinite, "de": str, "to": str, "listed_de": self.listed}

    def tidied(self, text: str) -> str:
        """A sentence in which what has a beginning `has been` under way."""
        return re.sub(r"\b(is|are) under way since\b", lambda match: f"{'has' if match.group(1) == 'is' else 'have'} been under way since", text)

    def article_before(self, before: str) -> str | None:
        """`the` where the name follows it, empty where it follows a preposition, None where the words before do not tell."""
        found = BEFORE_NAME.search(before[-16:])
        if not found:
            return None
        return "the" if found.group(1).lower() == "the" else ""

    def with_article(self, name: str, article: str) -> str:
        """A name with its article."""
        return f"{article} {name}" if article and not name.lower().startswith("the ") else name

    def head_article(self, name: str) -> str:
        """`the` before a name that begins with a small letter, else none."""
        return "the" if name[:1].islower() and not name.lower().startswith("the ") else ""

    def foreign_article(self, name: str, language: str) -> str:
        """See `Grammar.foreign_article`: `the` before a name that begins with a common noun (`the Agence de l'eau`), none before others."""
        heads = self._phrases["foreign_heads"].get(language, ())
        return "the" if re.split(r"[ '’-]", name.lower())[0] in heads else ""

    def with_foreign_article(self, name: str, article: str) -> str:
        """See `Grammar.with_foreign_article`."""
        return f"{article} {name}".lstrip()

    def placed(self, name: str, before: str) -> str:
        """A place with its preposition, as the report has it, else `in`."""
        found = BEFORE_PLACE.search(before[-6:])
        return f"{found.group(1).lower() if found else 'in'} {name}"
