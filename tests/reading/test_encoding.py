"""Encodings: four are read, others named."""

import pytest

from partnership_analysis.errors import EncodingError, FormatError
from partnership_analysis.reading.encoding import decode

TEXTS = [
    "Réunion à Orléans.",
    "L'été",
    "La société a créé un cœur d’activité — 12 élus réunis à Besançon, « prêts » à agir pour 5 000 €.",
    "LE CONSEIL GÉNÉRAL ÉVALUE L'ÉTÉ DERNIER",
    "Plain English, no accents at all.",
    "120 m², n° 12, 1 ½ and a naïve façade",
    "Étude : coûts réels (à l'échelle de l'agglomération)",
]
READ = ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"]


@pytest.mark.parametrize("encoding", READ)
@pytest.mark.parametrize("text", TEXTS)
def test_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "bilan.txt") == text


NAMED = [
    ("Réunion à Orléans, été 2022", "mac_roman", "Mac Roman"),
    ("Réunion à Orléans, été 2022", "cp850", "cp850"),
    ("Привет, это отчёт о сотрудничестве между городами и регионами", "cp1251", "1251"),
    ("協定の報告書です。都市と地域の協力について述べています。", "shift_jis", "932"),
    ("Žluťoučký kůň úpěl ďábelské ódy o spolupráci měst", "cp1250", "encoded as"),
]


@pytest.mark.parametrize(("text", "encoding", "name"), NAMED)
def test_named(text: str, encoding: str, name: str) -> None:
    with pytest.raises(EncodingError, match=name):
        decode(text.encode(encoding), "bilan.txt")


def test_one_broken_character_in_utf8() -> None:
    with pytest.raises(EncodingError, match="UTF-8 with broken characters"):
        decode("Élus réunis à Orléans".encode() + b"\xff" + "déjà".encode(), "bilan.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-32"])
def test_a_file_cut_inside_a_character(encoding: str) -> None:
    text = "Réunion à Orléans : été"
    whole = text.encode(encoding)
    assert decode(whole[:-1], "bilan.txt") == text[:-1]


def test_windows_text_that_ends_with_an_accent() -> None:
    assert decode("Le projet est terminé".encode("cp1252"), "bilan.txt") == "Le projet est terminé"


def test_no_text() -> None:
    with pytest.raises(FormatError):
        decode(bytes(range(256)) * 8, "bruit")
