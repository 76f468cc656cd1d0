"""English: the report's own clause, kept and trimmed, with a subject that stands by itself and in our tense."""

import re

from partnership_analysis.presentation.grammar.cutting import (
    balanced,
    bare,
    holds,
    lower_first,
    outside_quotes,
    pieces,
    until,
)
from partnership_analysis.presentation.grammar.editing import without_examples
from partnership_analysis.presentation.grammar.english_words import LONGEST, LONGEST_KEPT, WORD, EnglishWords
from partnership_analysis.presentation.grammar.model import Clause

TIME_FIRST = re.compile(
    r"^(?:in|on|by|from|at|during) [^,]{0,40}?(?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December) (?=\w)",
    re.IGNORECASE,
)
PAST = re.compile(r"(?:was|were)(?! (?:to|planned|due|expected)\b)|\w+ed\b|(?:held|met|ran|made|took|gave|led|began|built|sent|went|won|wrote)\b")


class EnglishClauses(EnglishWords):
    """Clauses of English reports."""

    def clause(self, words: str, *, status: str, subject: str, subjects: int, overdue: bool) -> Clause | None:
        """The main clause of the report's words, trimmed; see `Grammar.clause`."""
        text = self.edited(without_examples(until(words.strip(" .;:,"), ";:.!?"), tuple(self._editing["examples"])))
        if (
            subject
            and text.lower().startswith("we ")
            and not re.match(r"we (?:will|are|were|have|has|do|intend|plan|hope|believe|think)\b", text, re.IGNORECASE)
        ):
            text = subject + text[2:]
        verb = self.finite(text)
        alone = WORD.match(text)
        bare_verb = bool(alone) and alone.group().lower() in (*self.wording.grammar["clauses"]["past"], *self._phrases["verbs_alone"])  # type: ignore[union-attr]
        if (verb is None and not bare_verb) or not balanced(text):
            return None
        text = self._trimmed(text, alone.end() if alone and bare_verb else verb.end() if verb else 0)
        if not text or len(text.split()) > LONGEST_KEPT:
            return None
        lowered = text.lower()
        follows = False
        first = WORD.match(text)
        if (
            first
            and first.group().lower() in (*self.wording.grammar["clauses"]["past"], *self._phrases["verbs_alone"])
            and first.group().lower() not in ("set", "cut", "put", "read", "let")
        ):
            if not subject:
                return None
            text = f"{subject} {lower_first(text)}"
        elif re.match(r"(?:" + "|".join([*self._editing["pronouns"], *self._editing["possessives"]]) + r")\b", lowered):
            follows = True
        verb = self.finite(text)
        if verb is not None and re.search(r"\b(?:it|they|he|she) (?:\w+ )?$", text[: verb.start()], re.IGNORECASE):
            follows = True
        plain = bare(text).lstrip(' “"(')
        start = WORD.match(plain)
        if not (plain[:1].isdigit() or plain[:1].isupper() or (start and start.group().lower() in self._phrases["small_starts"])) or self.unfinished(
            text
        ):
            return None
        if holds(text, self._banned):
            return None
        if status == "planned" and verb is not None and PAST.match(text, verb.start()):
            return None
        if status in ("planned", "ongoing"):
            text = self._announced(text, overdue)
        return Clause(self.lower_start(text), follows) if text else None

    def _trimmed(self, text: str, verb_end: int) -> str:
        kept: list[str] = []
        length = 0
        for number, piece in enumerate(pieces(text)):
            if holds(piece, self._banned):
                if length < verb_end:
                    return ""
                break
            if number and length >= verb_end and self._cut.match(piece) and sum(len(k.split()) for k in kept) + len(piece.split()) > LONGEST:
                break
            kept.append(piece)
            length += len(piece) + 1
        if len(kept) == 2 and re.match(r" ?(?:and|but|or) ", kept[1]) and not self._finite.search(kept[1]) and len(kept[0]) >= verb_end:
            kept.pop()
        return ",".join(kept).strip(" ,") if length >= verb_end else ""

    def _announced(self, text: str, overdue: bool) -> str:
        """`will be opened` → `is to be opened`; `was to be` where its time has passed."""
        found = re.search(r"(?<![\w-])will (not )?", outside_quotes(text))
        if not found:
            return re.sub(r"\bis to\b", "was to", re.sub(r"\bare to\b", "were to", text)) if overdue else text
        at = text.find(found.group())
        if found.group(1) or at < 0:
            return ""
        plural = self._plural_subject(text[:at].strip())
        verb = ("were to" if plural else "was to") if overdue else ("are to" if plural else "is to")
        return f"{text[:at]}{verb} {text[at + len(found.group()) :]}"

    def _plural_subject(self, subject: str) -> bool:
        subject = TIME_FIRST.sub("", subject)
        subject = re.split(r",\s", subject)[-1] if re.match(r"(?:in|on|by|from|at|during)\b", subject, re.IGNORECASE) else subject
        head = re.split(r" (?:of|for|to|with|in|on|at|from|between|by|under|against|about) |, ", bare(subject))[0]
        last = head.split(" ")[-1].lower() if head else ""
        if re.search(r"(?:^| )and ", head):
            return True
        if re.match(r"(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|several|some|these|those|they|all|\d)", head, re.IGNORECASE):
            return True
        return last.endswith("s") and not last.endswith(("ss", "us", "is")) and last not in self._phrases["singular_in_s"] and last.islower()
