"""Lexicons: what the loader takes, what it refuses, how entries match."""

from pathlib import Path

import pytest

from partnership_analysis.errors import LexiconError
from partnership_analysis.language.lexicon import FOLDER, Lexicon, languages, load_lexicon
from partnership_analysis.language.words import split_words

FRENCH = 'name = "français"\nelisions = ["l", "d", "qu"]\n'


def lexicon(folder: Path, **files: str) -> Lexicon:
    own = folder / "xx"
    own.mkdir(parents=True, exist_ok=True)
    (own / "language.toml").write_text(FRENCH, encoding="utf-8")
    for name, content in files.items():
        (own / f"{name}.toml").write_text(content, encoding="utf-8")
    load_lexicon.cache_clear()
    return load_lexicon("xx", folder)


def hits(vocabulary: Lexicon, text: str) -> list[tuple[str, str]]:
    words = split_words(text, vocabulary.splitter)
    return [(text[words.starts[h.first] : words.ends[h.last - 1]], h.entry.word_class) for h in vocabulary.vocabulary("words").search(words)]


@pytest.mark.parametrize(
    ("entries", "text", "found"),
    [
        ('A = ["maire", "adjoint au maire"]', "l'adjoint au maire et le maire", ["adjoint au maire", "maire"]),
        ('A = ["conseil régional"]', "le conseil régionalisé, le Conseil Régional", ["Conseil Régional"]),
        ('A = ["économie"]', "Economie, ECONOMIE, économie, economie", ["Economie", "ECONOMIE", "économie"]),
        ('A = ["marché"]', "il marche, le marché, MARCHE", ["marché", "MARCHE"]),
        ('A = ["ONU"]', "onu ONU Onu", ["ONU"]),
        ('A = ["vice-présidente"]', "la vice-présidente, la présidente", ["vice-présidente"]),
        ('A = ["l\'avis"]', "l'avis, lavis", ["l'avis"]),
        ('A = ["a"]', "", []),
    ],
)
def test_how_entries_match(tmp_path: Path, entries: str, text: str, found: list[str]) -> None:
    assert [words for words, _ in hits(lexicon(tmp_path, words=entries), text)] == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l'eau d'ANVIL n'a", ["l'", "eau", "d'", "ANVIL", "n'", "a"]),
        ("N'Goma M'saka N'DOUA", ["N'Goma", "M'saka", "N'DOUA"]),
        ("d'RTVL l'SNV L'Haÿ D'Almira", ["d'", "RTVL", "l'", "SNV", "L'", "Haÿ", "D'", "Almira"]),
    ],
)
def test_where_french_elides(text: str, words: list[str]) -> None:
    found = split_words(text, load_lexicon("fr").splitter)
    assert found.pieces() == words


def test_values_and_classes(tmp_path: Path) -> None:
    vocabulary = lexicon(tmp_path, words='[MONTH]\n"mars" = 3\n"avril" = 4\n').vocabulary("words")
    assert [(entry.form, entry.value) for entry in vocabulary.by_class["MONTH"]] == [("mars", 3), ("avril", 4)]
    assert vocabulary.find("Mars").value == 3  # type: ignore[union-attr]
    assert vocabulary.find("mars 2021") is None


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"words": 'A = ["maire"]\nB = ["maire"]'}, "'maire' stands already in xx/words.toml A"),
        ({"words": 'A = ["  "]'}, "holds no word"),
        ({"words": "A = ["}, "xx/words.toml: not TOML"),
    ],
)
def test_what_the_loader_refuses(tmp_path: Path, files: dict[str, str], message: str) -> None:
    with pytest.raises(LexiconError, match=message.replace("(", r"\(")):
        lexicon(tmp_path, **files).vocabulary("words").search(split_words("x", load_lexicon("xx", tmp_path).splitter))


@pytest.mark.parametrize("language", ["zz", "../fr", "FR", ""])
def test_an_unknown_language_names_those_there_are(language: str) -> None:
    with pytest.raises(LexiconError, match="use one of en"):
        load_lexicon(language)


def test_every_language_loads_whole() -> None:
    assert {"fr", "en"} <= set(languages())
    for language in languages():
        files = load_lexicon(language, FOLDER).files
        assert files["language"]["known_by"]
