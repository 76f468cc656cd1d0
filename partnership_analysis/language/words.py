"""Words: how a text is split into them, and how they are compared."""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from functools import cache, cached_property
from sys import intern

SEAM = "\0"
"""Between words that are looked up together; no word holds one."""


class Words:
    """The words of a text and where each starts and ends; how vocabularies read them is worked out once."""

    __slots__ = ("__dict__", "ends", "looks", "starts", "text")

    def __init__(self, text: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends
        self.looks: str | None = None
        """The class of each word by its looks, one character a word, once a family has been scanned."""

    def pieces(self, first: int = 0, last: int | None = None) -> list[str]:
        """The words themselves, from one to another, the latter not included."""
        text = self.text
        return [text[start:end] for start, end in zip(self.starts[first:last], self.ends[first:last], strict=True)]

    @cached_property
    def small(self) -> list[str]:
        """The words in small letters (a letter whose small form is longer stays); the same word is one object wherever it stands,
        which is smaller and looked up faster.
        """
        joined = SEAM.join(self.pieces())
        small = joined.lower()
        if len(small) != len(joined):
            small = SEAM.join(word.lower() if len(word.lower()) == len(word) else word for word in joined.split(SEAM))
        return list(map(intern, small.split(SEAM))) if joined else []


@cache
def word_splitter(elisions: tuple[str, ...], never_before: str = "", spelt_with_vowel: str = "") -> re.Pattern[str]:
    """Words as rules see them: an elided article with its apostrophe (`l'`), letters with inner hyphens and apostrophes
    (`vice-présidente`, `Velo'Rives`), capitals around a digit (`CC3V`), an English possessive (`'s`), a run of digits, any other sign by itself.

    Before the letters of `never_before` nothing is elided: the apostrophe belongs to a name (`N'Dour`, `M'saka`); those of `spelt_with_vowel`
    are spoken with a vowel first where they stand in letters (`l'ANCV`, `d'RTVL`).
    """
    letters = r"[^\W\d_]"
    written = dict.fromkeys(form for word in elisions for form in (word, word.capitalize(), word.upper()))
    signs = "".join(form for form in written if len(form) == 1)
    longer = "".join(f"|{form}" for form in written if len(form) > 1)
    sure = never_before + "".join(sign.upper() for sign in never_before if sign not in spelt_with_vowel)
    spelt = rf"|[{spelt_with_vowel.upper()}][^\W\d_A-Z]" if spelt_with_vowel else ""
    inside = f"(?![{sure}]{spelt})" if never_before else ""
    elided = rf"\b(?:[{signs}]{longer})'{inside}(?={letters})|" if signs else ""
    return re.compile(rf"{elided}\b[A-Z]++\d[A-Z]++(?![^\W_])|{letters}++(?:[-'](?!s\b){letters}++)*+|'s\b|\d++|[^\s]")


def split_words(text: str, splitter: re.Pattern[str]) -> Words:
    """The words of a view's text and where each starts and ends."""
    spans = array("I")
    for match in splitter.finditer(text):
        spans.extend(match.span())
    return Words(text, spans[::2], spans[1::2])


@cache
def form_words(form: str, splitter: re.Pattern[str]) -> tuple[str, ...]:
    """The words of an entry: `adjoint`, `au`, `maire`. A last elided word keeps its apostrophe: `de`, `l'`."""
    if form.isalpha():
        return (form,)
    words = split_words(f"{form}x" if form.endswith("'") else form, splitter)
    pieces = [form[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    return tuple(piece for piece in pieces if piece)


@cache
def without_accents(text: str) -> str:
    """The same letters without accents; letters that would change in number stay."""
    if text.isascii():
        return text
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return plain if len(plain) == len(text) else text
