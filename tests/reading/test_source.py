"""What may be handed over, and what is refused in one line."""

import io
from pathlib import Path

import pytest

from partnership_analysis.errors import EncodingError, FormatError, PartnershipError, SourceError
from partnership_analysis.reading.formats import read_document
from partnership_analysis.reading.source import MAX_BYTES, open_source

TEXT = "Bilan de la convention\n\nUn atelier a eu lieu à Lyon le 12 mars 2022.\n"


def test_a_path_a_string_and_a_file_object(tmp_path: Path) -> None:
    path = tmp_path / "bilan.txt"
    path.write_bytes(TEXT.encode())
    with path.open("rb") as in_bytes, path.open(encoding="utf-8") as in_text:
        read = [read_document(one) for one in (path, str(path), in_bytes, in_text)]
    assert {one.text for one in read} == {TEXT}
    assert {one.name for one in read} == {"bilan.txt"}
    assert len({one.sha256 for one in read}) == 1
    own = read_document(TEXT)
    assert (own.text, own.name, own.sha256) == (TEXT, "report", read[0].sha256)


NO_PATHS = [
    "Réunion le 12/03/2022 à Lyon.",
    "Sous-préfecture, A.N.C.T., le 10/01/2022 ; art. L.2113-12",
    "Un texte qui parle de rapport.txt et d'autre chose.",
    "Deux lignes\ndata/bilan.txt",
    "d" * 1200 + "/bilan.txt",
]


@pytest.mark.parametrize("text", NO_PATHS)
def test_a_string_that_is_the_text_itself(text: str) -> None:
    assert read_document(text).text == text


PATHS = ["data/absent.txt", "absent.pdf", "./absent", "C:\\bilans\\absent.docx", "/nulle/part", "mon rapport 2022.odt"]


@pytest.mark.parametrize("path", PATHS)
def test_a_string_that_looks_like_a_path(path: str) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_document(path)


def test_refused_in_one_line(tmp_path: Path) -> None:
    def file(name: str, data: bytes) -> Path:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    closed = io.StringIO("x")
    closed.close()
    cases: list[tuple[object, type[PartnershipError], str]] = [
        (tmp_path, SourceError, "a folder"),
        (file("vide.txt", b""), SourceError, "empty"),
        (file("blanc.txt", b" \n\t \n"), SourceError, "empty"),
        (file("blanc.md", "\ufeff \n".encode()), SourceError, "empty"),
        ("", SourceError, "empty"),
        ("https://www.example.org/bilan.pdf", SourceError, "nothing is fetched"),
        (42, SourceError, "not a report"),
        (closed, SourceError, "cannot be read"),
        (file("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(200)), FormatError, "OCR"),
        (file("ancien.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), FormatError, "docx"),
        (file("note.rtf", rb"{\rtf1\ansi Bonjour}"), FormatError, "RTF"),
        (file("bilan.docx", b"Bonjour, ceci n'est pas un fichier Word."), FormatError, "DOCX"),
        (file("bruit.txt", bytes(range(256)) * 20), FormatError, "binary"),
        (file("mac.txt", "Été à Orléans, déjà".encode("mac_roman")), EncodingError, "Mac Roman"),
    ]
    for source, kind, words in cases:
        with pytest.raises(kind) as caught:
            read_document(source)  # type: ignore[arg-type]
        assert words in str(caught.value), source
        assert "\n" not in str(caught.value)


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "grand.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(SourceError, match="larger than"):
        read_document(path)


def test_half_characters_never_reach_the_text() -> None:
    assert open_source("un \ud83d\ude80 deux \ud800 trois\n").text == "un 🚀 deux \ufffd trois\n"


def test_control_characters_stay() -> None:
    text = "Un atelier\x0ba réuni 40\x16 000 élus\x00 à Lyon.\n"
    assert read_document(text).text == text
    assert read_document(io.BytesIO(text.encode())).text == text
