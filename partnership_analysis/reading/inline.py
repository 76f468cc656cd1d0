"""Marks inside running text: links, emphasis, footnote references, and the signs a reader does not see.

One pass from left to right over one block. Brackets are matched on a stack, so a link's words may hold quotes and brackets;
every pattern takes its run whole, so the pass is linear. What markdown-it reads inside a line has no positions; ours has.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from partnership_analysis.document.model import Link, Span

SCHEMES = ("https", "http", "ftp")
ADDRESS_REST = re.compile(r"[^\s<>\[\]|`\\{}^\"“”«»]*+")
# Each alternative begins with one sign, so that the search leaps from sign to sign.
COMMON = r"!\[|\[|\]|\*\**+|__*+|://"
PLAIN_TOKEN = re.compile(rf"\n|{COMMON}")
MARKDOWN_TOKEN = re.compile(
    rf"\\[!-/:-@\[-`{{-~]|``*+|<!--|</?[A-Za-z][^<>]*+>|<[A-Za-z][A-Za-z0-9+.-]++:[^\s<>]*+>|<[^\s<>@]++@[^\s<>@]++>"
    rf"|&(?:amp|nbsp|NBSP|#160|#xa0|#xA0);|{COMMON}"
)
TARGET = re.compile(
    r"\(\s*+(?:<(?P<angle>[^<>\n]*+)>|(?P<bare>[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)*+))(?:\s++(?:\"[^\"\n]*+\"|'[^'\n]*+'|\([^()\n]*+\)))?+\s*+\)"
)
ADDRESS_LIKE = re.compile(r"(?:\Z|#|[^./:@]*+[./:@])")
"""In a plain text `[sic](note)` is no link."""
LONGEST_LABEL = 200
LABEL = re.compile(r"\[([^\[\]\n]{1,200})\]")
HREF = re.compile(r"\bhref\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))", re.IGNORECASE)
TRAILING = ".,;:!?'’*_…"


@dataclass
class Marks:
    """What one pass found, in reading order once `sorted_marks` has put it so."""

    links: list[Link] = field(default_factory=list)
    emphasis: list[Span] = field(default_factory=list)
    strong: list[Span] = field(default_factory=list)
    cuts: list[Span] = field(default_factory=list)
    """Signs that a reader does not see; none overlap."""

    def sort(self) -> None:
        """Put everything in reading order, and what is emphasised twice once."""
        self.links.sort(key=lambda link: link.span)
        self.emphasis = sorted(set(self.emphasis))
        self.strong = sorted(set(self.strong))
        self.cuts.sort()


def leads_to(address: str) -> str | None:
    """Where a link's address leads: None for an empty one or `#`."""
    address = address.strip()
    return None if address in {"", "#"} else address


def read_marks(text: str, start: int, end: int, marks: Marks, *, markdown: bool = False, references: Mapping[str, str] | None = None) -> None:
    """Add the marks of one block, `text[start:end]`, to `marks`.

    A plain text knows links, emphasis within a line and bare addresses; Markdown also escapes, code, tags, footnote
    references and links by reference, whose addresses `references` gives by label in small letters.
    """
    _Pass(text, start, end, marks, markdown, references or {}).run()


def address_at(text: str, colon: int, start: int, end: int) -> Span | None:
    """The bare address of `text[start:end]` whose `://` stands at `colon`, without the signs of the sentence that end it."""
    before = text[max(start, colon - 6) : colon].lower()
    scheme = next((scheme for scheme in SCHEMES if before.endswith(scheme)), None)
    if scheme is None or before[: -len(scheme)][-1:].isalnum():
        return None
    rest = ADDRESS_REST.match(text, colon + 3, end)
    words = rest.group() if rest else ""
    open_brackets = words.count("(") - words.count(")")
    length = len(words)
    while length and (words[length - 1] in TRAILING or (words[length - 1] == ")" and open_brackets < 0)):
        open_brackets += words[length - 1] == ")"
        length -= 1
    return Span(colon - len(scheme), colon + 3 + length) if length else None


def bare_addresses(text: str) -> Iterator[Link]:
    """The addresses that stand in a text as such, in reading order."""
    position = text.find("://")
    while position >= 0:
        span = address_at(text, position, 0, len(text))
        if span is not None:
            yield Link(span, span, text[span.start : span.end])
        position = text.find("://", span.end if span else position + 3)


class _Pass:
    """One pass over one block."""

    def __init__(self, text: str, start: int, end: int, marks: Marks, markdown: bool, references: Mapping[str, str]) -> None:
        self.text, self.start, self.end = text, start, end
        self.marks, self.markdown, self.references = marks, markdown, references
        self.openers: list[tuple[int, bool, int]] = []  # of a bracket: position, whether of a picture, bare addresses seen before
        self.runs: dict[str, list[list[int]]] = {"*": [], "_": []}  # open emphasis: position of the first unused sign, how many
        self.anchors: list[tuple[Span, str]] = []
        self.bare: list[Link] = []
        self.found: list[Link] = []
        self.code: dict[int, list[int]] | None = None
        self.comments = True

    def run(self) -> None:
        """Read the block."""
        token = MARKDOWN_TOKEN if self.markdown else PLAIN_TOKEN
        position = self.start
        while match := token.search(self.text, position, self.end):
            position = self._read(match)
        self.marks.links.extend(self.found)
        self.marks.links.extend(self.bare)

    def _cut(self, start: int, end: int) -> None:
        self.marks.cuts.append(Span(start, end))

    def _read(self, match: re.Match[str]) -> int:
        sign, first = match.group()[0], match.start()
        if sign in "*_":
            self._emphasis(match)
        elif sign == "[" or (sign == "!" and len(match.group()) == 2):
            self.openers.append((first, sign == "!", len(self.bare)))
        elif sign == "]":
            return self._close(first)
        elif sign == "\n":
            if not self.markdown:
                self.runs = {"*": [], "_": []}
        elif sign == "\\":
            self._cut(first, first + 1)
        elif sign == "`":
            return self._code(match)
        elif sign == "<":
            return self._tag(match)
        elif sign == "&":
            self._cut(first + (match.group().lower() == "&amp;"), match.end())
        else:
            return self._address(first)
        return match.end()

    def _address(self, colon: int) -> int:
        span = address_at(self.text, colon, self.start, self.end)
        if span is None:
            return colon + 3
        self.bare.append(Link(span, span, self.text[span.start : span.end]))
        return span.end

    def _close(self, position: int) -> int:
        """A closing bracket: the end of a link's words, of a picture's, of a footnote reference, or only a bracket."""
        if not self.openers:
            return position + 1
        opened, picture, bare_before = self.openers.pop()
        inner = self.text[opened + 1 + picture : min(position, opened + LONGEST_LABEL)]
        if inner.startswith("^") and not picture and position - opened < LONGEST_LABEL:
            self._cut(opened, position + 1)
            return position + 1
        target = TARGET.match(self.text, position + 1, self.end)
        if target:
            address = target["angle"] if target["angle"] is not None else target["bare"]
            if self.markdown or ADDRESS_LIKE.match(address):
                return self._link(opened, picture, bare_before, position, target.end(), address)
        if self.references:
            label = LABEL.match(self.text, position + 1, self.end)
            known = self.references.get((label[1] if label else inner).strip().lower()) if label or position - opened < LONGEST_LABEL else None
            if known is not None:
                end = label.end() if label else position + 1 + 2 * self.text.startswith("[]", position + 1)
                return self._link(opened, picture, bare_before, position, end, known)
        return position + 1

    def _link(self, opened: int, picture: bool, bare_before: int, closed: int, end: int, address: str) -> int:
        words = Span(opened + 1 + picture, closed)
        del self.bare[bare_before:]
        if picture:
            while self.marks.cuts and self.marks.cuts[-1].start >= opened:
                self.marks.cuts.pop()
            self._cut(opened, end)
            return end
        self._cut(opened, opened + 1)
        self._cut(closed, end)
        self.found.append(Link(Span(opened, end), self._visible(words), leads_to(address)))
        self.openers.clear()  # no link stands in another
        return end

    def _visible(self, words: Span) -> Span:
        """The words of a link without the white space and the signs of emphasis at their edges."""
        stretch = self.text[words.start : words.end]
        left = len(stretch) - len(stretch.lstrip(" \t\n*_`"))
        right = len(stretch.rstrip(" \t\n*_`"))
        return Span(words.start + left, words.start + right) if left < right else words

    def _emphasis(self, match: re.Match[str]) -> None:
        sign, first, last = match.group()[0], match.start(), match.end()
        before = self.text[first - 1] if first > self.start else " "
        after = self.text[last] if last < self.end else " "
        left = not after.isspace() and (_wordlike(after) or before.isspace() or not _wordlike(before))
        right = not before.isspace() and (_wordlike(before) or after.isspace() or not _wordlike(after))
        opens = left and (sign == "*" or not right or not _wordlike(before))
        closes = right and (sign == "*" or not left or not _wordlike(after))
        stack, other = self.runs[sign], self.runs["_" if sign == "*" else "*"]
        while closes and first < last and stack and stack[-1][0] + stack[-1][1] < first:
            opener = stack[-1]
            used = min(2, opener[1], last - first)
            signs = opener[0] + opener[1] - used
            words = self._visible(Span(signs + used, first))
            self._cut(signs, signs + used)
            self._cut(first, first + used)
            self.marks.emphasis.append(words)
            if used == 2:
                self.marks.strong.append(words)
            opener[1] -= used
            first += used
            if not opener[1]:
                stack.pop()
            while other and other[-1][0] > signs:
                other.pop()
        if opens and first < last:
            stack.append([first, last - first])

    def _code(self, match: re.Match[str]) -> int:
        """Words between two equal runs of backticks are as they stand."""
        if self.code is None:
            self.code = {}
            for run in re.finditer("`+", self.text[self.start : self.end]):
                self.code.setdefault(len(run.group()), []).append(self.start + run.start())
            for places in self.code.values():
                places.reverse()
        width = len(match.group())
        places = self.code.get(width, [])
        while places and places[-1] <= match.start():
            places.pop()
        if not places:
            return match.end()
        close = places.pop()
        self._cut(match.start(), match.end())
        self._cut(close, close + width)
        return close + width

    def _tag(self, match: re.Match[str]) -> int:
        """HTML inside Markdown: the tags go, an anchor is a link, an address in angle brackets is a bare one."""
        first, last, tag = match.start(), match.end(), match.group()
        if tag == "<!--":
            close = self.text.find("-->", last, self.end) if self.comments else -1
            self.comments = close >= 0
            if close < 0:
                return last
            self._cut(first, close + 3)
            return close + 3
        name = tag[1:].lstrip("/")
        if "@" in name.split(None, 1)[0] or re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", name):
            self._cut(first, first + 1)
            if "://" in tag:
                span = Span(first + 1, last - 1)
                self.bare.append(Link(span, span, tag[1:-1]))
            self._cut(last - 1, last)
            return last
        self._cut(first, last)
        if name[:1].lower() == "a" and not name[1:2].isalnum():
            if tag[1] != "/":
                target = HREF.search(tag)
                self.anchors = [(Span(first, last), next((part for part in target.groups() if part is not None), ""))] if target else []
            elif self.anchors:
                opened, address = self.anchors.pop()
                if opened.end < first:
                    self.found.append(Link(Span(opened.start, last), self._visible(Span(opened.end, first)), leads_to(address)))
        return last


def _wordlike(character: str) -> bool:
    return character.isalnum() or character == "_"
