"""Grammar, one module a language: articles, elision, agreement, lists, and the report's own words made into clauses.

The rules are here, the words they need in `wording/<language>-grammar.toml`. `grammar(language)` gives a language's rules.
"""

from functools import cache

from partnership_analysis.presentation.grammar.model import Clause, Grammar, Nominal
from partnership_analysis.presentation.wording import wording

__all__ = ["Clause", "Grammar", "Nominal", "grammar"]


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language. Raises: LexiconError: the assessment is not written in that language."""
    from partnership_analysis.presentation.grammar.english import English
    from partnership_analysis.presentation.grammar.french import French

    rules: dict[str, type[French | English]] = {"fr": French, "en": English}
    return rules[wording(language).language](wording(language))
