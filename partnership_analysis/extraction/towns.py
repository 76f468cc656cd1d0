"""Towns: whether a name is that of a town in the countries where a language is at home, as far as the gazetteer knows."""

from functools import lru_cache

from partnership_analysis.extraction.gazetteer import entries, key_of
from partnership_analysis.language.lexicon import Lexicon

SMALLEST = 2000
"""Inhabitants from which a name is first of all that of a town."""


@lru_cache(maxsize=4096)
def is_town(lexicon: Lexicon, name: str) -> bool:
    """Whether a name is that of a town at home."""
    home = lexicon.setting("places", "home", ())
    return any(entry.country in home and entry.population >= SMALLEST for entry in entries(key_of(name)))
