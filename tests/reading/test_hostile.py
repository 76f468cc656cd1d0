"""Files made to harm: each ends in one line, soon, without a request and without much memory."""

import json
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from io import BytesIO

import pytest
from reading.builders import NAMES, W, docx_of, odt_of, zipped

from partnership_analysis.reading.formats import read_document


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


LAUGHS = "<!DOCTYPE lolz [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12)) + "]>"
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://a.example/x">]>'
BODY = f"<w:document {W}><w:body>{paragraph('Un texte &m; &x; &y;')}</w:body></w:document>"


def with_document(xml: str | bytes) -> bytes:
    return docx_of("", document=xml)  # type: ignore[arg-type]


def pdf(stream: bytes, pages: int, filters: bytes = b"/FlateDecode") -> bytes:
    kids = b" ".join(b"%d 0 R" % (4 + number) for number in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(stream), filters, stream),
        *[b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>"] * pages,
    ]
    return (
        b"%PDF-1.4\n"
        + b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
        + b"trailer << /Root 1 0 R >>\n%%EOF"
    )


def encrypted_zip() -> bytes:
    data = bytearray(docx_of(paragraph("Un texte.")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(signature, place + 1)
    return bytes(data)


def lying_zip() -> bytes:
    """A part that says it is small and is not."""
    data = bytearray(zipped({"word/document.xml": b"<a>" + b" " * 50_000_000 + b"</a>"}))
    place = data.find(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 1000)
    return bytes(data)


def deep(depth: int) -> str:
    return "<w:sdt><w:sdtContent>" * depth + paragraph("x") + "</w:sdtContent></w:sdt>" * depth


def hostile() -> Iterator[tuple[str, bytes]]:
    yield "zip bomb", zipped({"word/document.xml": b" " * 300_000_000})
    yield "zip bomb in a picture", docx_of(paragraph("Un texte."), settings="x" * 200_000_000)
    yield "zip that lies", lying_zip()
    yield "many members", zipped({f"word/{number}.xml": b"" for number in range(6000)})
    yield "encrypted zip", encrypted_zip()
    yield "zip cut short", docx_of(paragraph("Un texte."))[:-200]
    yield "zip in a zip", zipped({"a.zip": zipped({"b.zip": b"x" * 1000})})
    yield "laughs", with_document(LAUGHS + BODY.replace("&x; &y;", ""))
    yield "laughs in UTF-16", with_document(('<?xml version="1.0" encoding="UTF-16"?>' + LAUGHS + BODY).encode("utf-16"))
    yield "entities from outside", with_document(OUTSIDE + BODY.replace("&m;", ""))
    yield "entities in styles", docx_of(paragraph("Un texte."), styles=f"{OUTSIDE}<w:styles {W}>&x;</w:styles>")
    yield "nested parts", docx_of(deep(20_000))
    yield "nested a little less", docx_of(deep(60))
    yield "no XML", with_document("rien")
    yield "no body", with_document(f"<w:document {W}/>")
    yield "a part that is endless", docx_of(paragraph("Un texte bien long. " * 20) * 40_000)
    yield (
        "laughs in an ODT",
        zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": f"{LAUGHS}<office:document-content {NAMES}>&m;</office:document-content>",
            }
        ),
    )
    yield (
        "encrypted ODT",
        zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": b"\x8f\x01", "META-INF/manifest.xml": "<encryption-data/>"}),
    )
    yield "nested sections", odt_of("<text:section>" * 5000 + "<text:p>x</text:p>" + "</text:section>" * 5000)
    yield "open tags", b"<html>" + b"<div>" * 300_000
    yield "formatting repeated", b"<html><p>" + b"".join(b"<b id=%d>" % number for number in range(400)) + b"<p>x" * 20_000
    yield "PDF of spaces", pdf(zlib.compress(b" " * 200_000_000), 1)
    yield "PDF packed twice", pdf(zlib.compress(zlib.compress(b" " * 200_000_000)), 1, b"[/FlateDecode /FlateDecode]")
    yield "PDF of words", pdf(zlib.compress(b"BT /F1 9 Tf " + b"(Un texte qui se repete sans fin) Tj " * 300_000), 1)
    yield "PDF of lines", pdf(zlib.compress(b"1 1 m 2 2 l S\n" * 2_000_000), 1)
    yield "PDF of pages", pdf(zlib.compress(b"BT ET"), 3000)


FILES = dict(hostile())
READ_ALL = """
import json, resource, socket, sys, time
from pathlib import Path
from partnership_analysis.errors import FormatError
from partnership_analysis.reading.formats import read_document

def refuse(*_, **__):
    raise AssertionError("a request was made")

socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
for path in sorted(Path(sys.argv[1]).iterdir()):
    begun = time.monotonic()
    try:
        read_document(path)
        said = "nothing"
    except FormatError as error:
        said = str(error)
    print(json.dumps([path.name, said, time.monotonic() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024]), flush=True)
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, float, int]]:
    """What each file led to, in a process of its own: what was said, seconds, and megabytes at most so far."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    ran = subprocess.run([sys.executable, "-c", READ_ALL, str(folder)], capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr
    return {name: (said, seconds, megabytes) for name, said, seconds, megabytes in map(json.loads, ran.stdout.splitlines())}


@pytest.mark.parametrize("name", FILES)
def test_ends_in_one_line(outcomes: dict[str, tuple[str, float, int]], name: str) -> None:
    said, seconds, megabytes = outcomes[name]
    assert said.startswith(f"{name}: ")
    assert "\n" not in said
    assert seconds < 10
    assert megabytes < 1000


def test_a_remote_template_is_not_followed() -> None:
    related = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://a.example/x.dotm" TargetMode="External"/></Relationships>'
    )
    picture = '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="r9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></w:drawing></w:r>'
    data = docx_of(paragraph("Un texte.") + f"<w:p>{picture}</w:p>", settings=f"<w:settings {W}/>", **{"_rels/settings.xml.rels": related})
    assert read_document(BytesIO(data)).text == "Un texte."


LINEAR = {
    "brackets": "[",
    "closing brackets": "]",
    "links begun": "[a](",
    "targets begun": '](a "',
    "stars": "*a ",
    "strong": "**a",
    "mixed marks": "*_a_b*",
    "backticks": "`" + "a``",
    "comments begun": "<!-- ",
    "tags begun": "<a ",
    "pictures begun": "![a](b",
    "quotes": "> ",
    "bullets": "- ",
    "pipes": "|a",
    "addresses": "https://a.example/((((",
    "footnotes": "[^1]: a\n",
    "blank lines": "\n \n",
    "spaces": "   \t",
    "form feeds": "\f",
}


@pytest.mark.parametrize("form", ["md", "txt"])
@pytest.mark.parametrize("name", LINEAR)
def test_no_text_takes_more_than_linear_time(name: str, form: str) -> None:
    def spent(length: int) -> float:
        data = BytesIO(("Un début.\n\n" + LINEAR[name] * (length // len(LINEAR[name])) + "\n\nUne fin.").encode())
        data.name = f"a.{form}"
        begun = time.process_time()
        read_document(data)
        return time.process_time() - begun

    spent(2000)
    assert min(spent(80_000) for _ in range(3)) < 24 * spent(10_000) + 0.2  # eight times the length: quadratic would be 64 times
