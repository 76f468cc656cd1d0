"""Text to HTML: the only place where words of a report become part of a page.

Everything goes through `shown` and markupsafe's escaping; templates escape by themselves. Control characters are drawn as their
picture (U+2400 block), signs that turn the direction of writing are left out, and only links over http, https and mailto are live.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from markupsafe import Markup, escape

CONTROLS = {code: 0x2400 + code for code in range(32) if code not in (9, 10, 13)} | {0x7F: 0x2421} | dict.fromkeys(range(128, 160), 65533)
DIRECTION = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
"""To None: what overrides or embeds a direction could turn the words of the page that follow it."""
UNSHOWN = CONTROLS | DIRECTION | dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], 0xFFFD)
LIVE = frozenset({"http", "https", "mailto"})


def shown(text: str) -> str:
    """The text as a page shows it: no control characters, no signs of direction, nothing that XML refuses."""
    return text.translate(UNSHOWN)


def escaped(text: str) -> Markup:
    """The text as HTML that shows exactly its characters."""
    return escape(shown(text))


def one_line(text: str) -> str:
    """The text on one line: each run of white space is a space."""
    return " ".join(shown(text).split())


def named(text: str) -> str:
    """A name or title on one line as the page writes it: with the typographic apostrophe. For words quoted use `one_line`."""
    return one_line(text).replace("'", "’")


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def live_address(url: str | None) -> str | None:
    """The address if a reader may follow it from the page, else None: http, https and mailto only, without control characters."""
    if url is None or any(ord(sign) < 33 or ord(sign) == 127 for sign in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in LIVE or (parts.scheme.lower() != "mailto" and not parts.netloc):
        return None
    return url


def joined(pieces: Iterable[str], by: str = "") -> Markup:
    """Pieces of HTML in a row; what is not HTML yet is escaped."""
    return Markup(by).join(pieces)
