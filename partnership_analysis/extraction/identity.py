"""Stable ids, made from content, never from offsets or order."""

import hashlib
import unicodedata
from base64 import b32encode
from collections.abc import Iterable

WRITTEN_OUT = {"œ": "oe", "æ": "ae", "ß": "ss"}
"""Letters that stand for two."""


class _Folded(dict[int, str]):
    """How each character is folded: its small letters and digits, a space for any other sign, nothing for a mark on a letter."""

    def __missing__(self, character: int) -> str:
        plain = (c for c in unicodedata.normalize("NFKD", chr(character)).lower() if not unicodedata.combining(c))
        kept = "".join(c if c.isascii() and c.isalnum() else WRITTEN_OUT.get(c, " ") for c in plain)
        self[character] = kept
        return kept


FOLDED = _Folded()


def folded(text: str) -> str:
    """Lower case, without accents or punctuation, single spaces: how two spellings are compared."""
    return " ".join(text.translate(FOLDED).split())


def slug(text: str, *, longest: int = 60) -> str:
    """Words joined by hyphens, cut at a word's end where longer than `longest`; a digest where no letter or digit is left."""
    words = folded(text).split()
    if not words:
        return digest(text)
    kept = words[0][:longest]
    for word in words[1:]:
        if len(kept) + 1 + len(word) > longest:
            break
        kept += f"-{word}"
    return kept


def digest(text: str) -> str:
    """Eight letters and digits that stand for a text (blake2b, 5 bytes, base32)."""
    plain = folded(text) or text
    return b32encode(hashlib.blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=5).digest()).decode("ascii").lower()


def distinct(ids: Iterable[str]) -> list[str]:
    """The same ids in the same order; the second of two equal ones gets `-2`, the third `-3`."""
    seen: dict[str, int] = {}
    result = []
    for one in ids:
        seen[one] = seen.get(one, 0) + 1
        result.append(one if seen[one] == 1 else f"{one}-{seen[one]}")
    return result
