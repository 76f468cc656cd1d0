"""Nouns of bodies: what the lexicon says of them besides the kind of body that each makes.

Read once a language from `lexicons/<language>/organisations.toml`; `bodies` and `organisations` decide by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.tokens import words_of
from partnership_analysis.language.lexicon import Lexicon


@dataclass(frozen=True)
class Nouns:
    """What the lexicon says of bodies' nouns, besides their kind."""

    noun_first: bool
    town_nouns: frozenset[str]
    left_out: frozenset[str]
    sorts: frozenset[str]
    within_another: frozenset[str]
    after_name: frozenset[str]
    may_be_events: frozenset[str]
    in_small_letters: frozenset[str]
    fields: frozenset[str]
    with_fields: frozenset[str]
    never_short: frozenset[str]
    never_alone: frozenset[str]
    bare_links: frozenset[str]
    """Small words without an article: a noun with a capital right behind one begins a proper name."""
    letters: frozenset[str]
    """Nouns that are letters, in small letters: `caf`, `drac`."""
    plurals: frozenset[str]
    same_as: tuple[tuple[str, str], ...]
    """Folded nouns and letters that stand for the same sort of body as another noun, the longest first: `chu`, `centre hospitalier universitaire`."""
    links: frozenset[str]
    """Folded small words that two spellings of a name may differ by."""
    adjective_endings: tuple[str, ...]
    need_article: frozenset[str]
    """Nouns that name a body only behind an article or a small word."""
    whole_within: frozenset[str]
    """Commissions whose name is whole before the body that they belong to."""
    places_of_bodies: frozenset[str]
    """Nouns of houses and parts of a body: in small letters bodies only with a name of their own."""
    parts: frozenset[str]
    """Nouns of a body's shops and branches: no bodies."""
    services: frozenset[str]
    """Nouns of a body's services: inside the role of who is in charge of one they are no bodies."""
    associative: frozenset[str]
    territories: frozenset[str]
    town_alone: frozenset[str]
    """Nouns that alone, with a capital and an article, stand for a town's authority: `the City`."""
    never_whole: frozenset[str]
    """Nouns of what belongs to a body and bears its name: `the Marlow Library Board`."""
    several: Mapping[str, str]
    """From the plural to the singular of nouns that name several bodies at once."""


def _singulars(word: str) -> set[str]:
    """What a word may be the plural of, in either language: `villes`, `réseaux`, `libraries`."""
    found = {word[:-1]} if word[-1] in "sx" else set()
    return found | ({f"{word[:-3]}y"} if word.endswith("ies") else set())


@cache
def nouns_of(lexicon: Lexicon) -> Nouns:
    """The lexicon's lists on bodies' nouns."""
    written = {entry.form for entry in lexicon.vocabulary("organisations").by_class.get("BODY", ())}
    forms = {form.lower() for form in written}
    firsts = {form.split(" ")[0] for form in forms}
    lasts = set() if lexicon.setting("organisations", "noun_first", False) else {form.split(" ")[-1] for form in forms}
    same_as = lexicon.setting("organisations", "same_as", {})

    def words(key: str) -> frozenset[str]:
        return words_of(lexicon, "organisations", key)

    return Nouns(
        noun_first=bool(lexicon.setting("organisations", "noun_first", False)),
        town_nouns=words("town_nouns"),
        left_out=words("left_out"),
        sorts=words("sorts"),
        within_another=words("within_another") | words("whole_within"),
        after_name=words("after_name"),
        may_be_events=words("may_be_events"),
        in_small_letters=words("named_in_small_letters"),
        fields=words("fields"),
        with_fields=words("with_fields"),
        never_short=words("never_short"),
        bare_links=words("bare_links"),
        never_alone=words("never_alone"),
        need_article=words("need_article"),
        whole_within=words("whole_within"),
        places_of_bodies=words("places_of_bodies"),
        parts=words("parts"),
        services=words("services"),
        associative=words("associative"),
        territories=words("territories"),
        town_alone=words("town_alone"),
        never_whole=words("never_whole"),
        letters=frozenset(form.lower() for form in written if form.isupper()),
        plurals=frozenset(form for form in forms if _singulars(form.split(" ")[0]) & firsts or _singulars(form.split(" ")[-1]) & lasts),
        same_as=tuple(sorted(((folded(a), folded(b)) for a, b in same_as.items()), key=lambda pair: -len(pair[0]))),
        links=frozenset(folded(word) for word in lexicon.setting("organisations", "links", ())),
        adjective_endings=tuple(lexicon.setting("organisations", "adjective_endings", ())),
        several=lexicon.setting("organisations", "several", {}),
    )
