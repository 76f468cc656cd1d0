"""Whatever the text, blocks stay inside it and apart from each other, links and emphasis too."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnership_analysis.errors import PartnershipError
from partnership_analysis.reading.formats import read_document

SIGNS = [
    "**",
    "*",
    "[",
    "](",
    "](#)",
    "]",
    "`",
    "|",
    "#",
    ">",
    "-",
    "\r",
    "\x00",
    "\x0b",
    "\x0c",
    "<b>",
    "<!--",
    "-->",
    "[^1]:",
    "https://a.example/",
    "\u2028",
    "\x85",
    "&nbsp;",
    "\\",
    "_",
    '"',
    "![",
    "```",
    "1.",
    "\t",
    "\ufeff",
    "é",
    "\xad",
    "\u202e",
    "😀",
    "mot",
    "Deux.",
    "\n",
    "\n\n",
    " ",
    "- ",
    "# ",
    "> ",
    "| a | b |\n|---|---|\n",
    "---\n",
    "12 mars 2022",
    "<a href=x>",
    "</a>",
]


@pytest.mark.parametrize("form", ["txt", "md", "html"])
@settings(max_examples=60, deadline=None, derandomize=True)
@given(parts=st.lists(st.sampled_from(SIGNS), max_size=80))
def test_places(form: str, parts: list[str]) -> None:
    data = BytesIO("".join(parts).encode())
    data.name = f"a.{form}"
    try:
        document = read_document(data)
    except PartnershipError:
        return
    taken = [False] * len(document.text)
    for block in document.blocks:
        assert block.spans
        for start, end in block.spans:
            assert 0 <= start < end <= len(document.text)
            assert not any(taken[start:end])
            taken[start:end] = [True] * (end - start)
    for link in document.links:
        assert link.span.start <= link.words.start < link.words.end <= link.span.end <= len(document.text)
    assert [link.span for link in document.links] == sorted(link.span for link in document.links)
    assert all(start < end <= len(document.text) for start, end in document.emphasis)
