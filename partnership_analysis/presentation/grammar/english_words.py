"""English words: finite verbs, what opens a phrase, and the editing of a report's words. What is known is in `wording/en-grammar.toml`."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from partnership_analysis.presentation.grammar.cutting import (
    balanced,
    bare,
    lower_first,
    word_pattern,
)
from partnership_analysis.presentation.grammar.editing import Editing
from partnership_analysis.presentation.wording import Wording

LONGEST, LONGEST_KEPT = 34, 46
"""Words of a clause: above the first it is cut where that does no harm, above the second it is not used."""
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
REGULAR_PAST = re.compile(r"(?<![\w-])[a-z]{2,}(?:ed)(?![\w-])")
OBJECT_AFTER = re.compile(
    r" (?:a|an|the|its|their|his|her|all|some|more|about|nearly|over|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|[£$€]?\d|(?:[A-Z][a-z]+ )?[A-Z])"
)
SUBJECT_BEFORE = re.compile(
    r"(?:[A-Z][\w&'’.-]*\)?|\b(?:partners|parties|board|members|council|university|college|authority|group|team|committee|union|city|who|and \w+)),?\s*(?:jointly |together |also |both |then |since |later )?$"
)
RELATIVE = re.compile(r"(?<![\w-])(?:who|which|that|whose|where|when|whom) ", re.IGNORECASE)
DEED = re.compile(
    r"(\w+) (?:out |up |off |down |on )?(?:a|an|the(?! same)|its|their|some|several|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|more than|over|nearly|about|\d[\d,]*(?! (?:January|February|March|April|May|June|July|August|September|October|November|December)))\s",
    re.IGNORECASE,
)
"""A verb and what was done: `installed 14 cameras`, `carried out four walkabouts`."""
DETERMINER = re.compile(r"(a|an|the|this|these|its|their|some|several|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)\s+", re.IGNORECASE)


class EnglishWords:
    """Words of English."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        clauses: Mapping[str, Any] = wording.grammar["clauses"]
        self._editing: Mapping[str, Any] = wording.grammar["editing"]
        self._phrases: Mapping[str, Any] = wording.grammar["phrases"]
        self._participle = re.compile(r",? (?=(?:" + "|".join(self._phrases["participles"]) + r")\b)")
        self._finite = word_pattern([*clauses["auxiliaries"], *clauses["past"], *clauses["present"]])
        self._irregular = word_pattern([word for word in self._phrases["participles"] if not word.endswith("ed")])
        self._certain = word_pattern([*clauses["auxiliaries"], *clauses["past"]])
        self._banned = word_pattern(self._editing["banned"])
        self._editor = Editing(self._editing)
        self._cut = re.compile(
            r" ?(?:" + "|".join(sorted(map(re.escape, self._editing["cut_before"]), key=lambda w: (-len(w), w))) + r")(?![\w-])", re.IGNORECASE
        )

    def listed(self, items: Sequence[str]) -> str:
        """`A`, `A and B`, `A, B and C`; `as well as` before a last member that has its own `and`."""
        if len(items) < 2:
            return "".join(items)
        own = [" and " in bare(item) for item in items]
        if own[-1] and len(items) == 2:
            return f"{items[0]}{',' if own[0] else ''} as well as {items[1]}"
        return ", ".join(items[:-1]) + (", and " if own[-2] and len(items) == 2 else " and ") + items[-1]

    def edited(self, words: str) -> str:
        """See `Grammar.edited`."""
        return self._editor.edited(words)

    def finite(self, words: str) -> re.Match[str] | None:
        """The first finite verb outside quotation marks and relative clauses."""
        found = [
            *self._finite.finditer(words),
            *(m for m in self._irregular.finditer(words) if OBJECT_AFTER.match(words, m.end())),
            *(m for m in REGULAR_PAST.finditer(words) if SUBJECT_BEFORE.search(words[: m.start()][-60:]) or OBJECT_AFTER.match(words, m.end())),
        ]
        for verb in sorted(found, key=lambda m: m.start()):
            before = words[: verb.start()]
            if before.endswith(", ") and verb.group().endswith("ed") and not OBJECT_AFTER.match(words, verb.end()):
                continue
            if (
                not balanced(before)
                or not before.strip()
                or re.search(r"(?:\bto|\bthe|\ba|\ban|\bof|\bits|\btheir|\bfor|\bno) $", before, re.IGNORECASE)
            ):
                continue
            if (
                not self._certain.fullmatch(verb.group())
                and verb.group().lower() in self.wording.grammar["clauses"]["present"]
                and not SUBJECT_BEFORE.search(before[-60:])
            ):
                continue
            after_relative = RELATIVE.split(before)[-1] if RELATIVE.search(before) else None
            if after_relative is not None and "," not in after_relative and not self._certain.search(after_relative):
                continue
            return verb
        return None

    def is_determiner(self, word: str) -> bool:
        """See `Grammar.is_determiner`."""
        return (DETERMINER.match(f"{word} ") is not None and not word[:1].isdigit()) or word.lower() in ("our", "his", "her", "another")

    def goes_on(self, words: str) -> bool:
        """See `Grammar.goes_on`."""
        first = re.split(r"[\s'’,]", bare(words).lower().strip(), maxsplit=1)[0]
        return first in self._editing["pronouns"] or first in self._editing["possessives"]

    def attributed(self, words: str) -> bool:
        """See `Grammar.attributed`."""
        return bare(words).lower().startswith(tuple(self._editing["attributions"]))

    def unfinished(self, words: str) -> bool:
        """See `Grammar.unfinished`."""
        return words.strip().lower().split(" ")[-1] in (*self._phrases["small_starts"], "of", "or")

    def lower_start(self, text: str) -> str:
        """A clause with a small first letter where its first word is no name."""
        found = WORD.match(bare(text))
        return lower_first(text) if found and found.group().lower() in (*self._phrases["small_starts"], *self._phrases["lower_starts"]) else text

    def begins_with_verb(self, words: str) -> bool:
        """See `Grammar.begins_with_verb`."""
        first = words.split(" ")[0].lower()
        return first.endswith("ed") or first in (*self.wording.grammar["clauses"]["past"], *self.wording.grammar["clauses"]["auxiliaries"])

    def begins_with_deed(self, words: str) -> bool:
        """See `Grammar.begins_with_deed`."""
        found = DEED.match(bare(words))
        first = found.group(1).lower() if found else ""
        clauses = self.wording.grammar["clauses"]
        return bool(first) and (first.endswith("ed") or first in clauses["past"]) and first not in clauses["auxiliaries"]

    def begins_with_noun(self, words: str) -> bool:
        """See `Grammar.begins_with_noun`."""
        found = WORD.match(words)
        meanings = self.wording.grammar["meanings"]
        return bool(found) and found.group().lower() in (*meanings["works"], *meanings["events"])  # type: ignore[union-attr]

    def indefinite(self, noun: str) -> str:
        """A noun with `a` or `an`."""
        return f"an {noun}" if bare(noun)[:1].lower() in "aeiou" and not re.match(r"(?:uni|eu|one|use)", noun, re.IGNORECASE) else f"a {noun}"
