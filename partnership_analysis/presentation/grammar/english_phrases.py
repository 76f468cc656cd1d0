"""English noun phrases, and a verb for them: by their head (`opening of X`), their participle or what they mean."""

import re
from collections.abc import Sequence
from dataclasses import replace

from partnership_analysis.presentation.grammar.cutting import (
    balanced,
    holds,
    lower_first,
    pieces,
    until,
)
from partnership_analysis.presentation.grammar.english_words import DETERMINER, LONGEST, OBJECT_AFTER, WORD, EnglishWords
from partnership_analysis.presentation.grammar.model import Clause, Nominal

VERB_FIRST = re.compile(r"\w+ (?:the|a|an|its|their|his|her|all|by|until|since) ", re.IGNORECASE)
PAST_FIRST = re.compile(r"(?!\w*eed\b)\w{3,}ed (?:on|in|into|to|at|by|with|for|from|up|out|off|the|an?|their|its)\b", re.IGNORECASE)
"""What people did, no noun: `Moved on into work`."""
BARE_WORK = re.compile(r"(?:The|This) (\w+)(?= (?:was|has|had|is|will) )")
DONE_BEHIND = re.compile(r"(?<=s) [a-z]+ed$")
"""What was done to the noun before it: `businesses accredited`."""
OF = re.compile(r"of (the |a |an )?", re.IGNORECASE)
AFTER_COMPLEMENT = re.compile(r" (?=(?:at|in|to|with|for|by|on|during|from|near)\b)")


class EnglishPhrases(EnglishWords):
    """Noun phrases of English reports, and the clauses made of them."""

    def nominal(self, words: str, report: str) -> Nominal | None:
        """The words as a noun phrase with its article; see `Grammar.nominal`."""
        text = self.edited(until(words.strip(" .;:,"), ";:.!?"))
        if not text or not balanced(text) or len(text.split()) > LONGEST or holds(text, self._banned) or self.finite(text) is not None:
            return None
        if self.begins_with_deed(text):
            return None
        found = DETERMINER.match(text)
        determiner = found.group(1).lower() if found else ""
        if found:
            text = text[found.end() :]
        return self._with_determiner(determiner, text)

    def _with_determiner(self, determiner: str, text: str) -> Nominal | None:
        head = self._head(text)
        if text.split(" ")[0].lower() in self._phrases["no_noun_first"]:
            return None
        if not head or VERB_FIRST.match(text) or WORD.match(text) is None or text.split(" ")[0].lower() in self.wording.grammar["clauses"]["past"]:
            return None
        number = bool(re.match(r"\d", determiner)) or determiner in (
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "several",
            "some",
            "these",
        )
        last = head.split(" ")[-1].lower()
        plural = number or (last.endswith("s") and not last.endswith(("ss", "us", "is")) and last not in self._phrases["singular_in_s"])
        if determiner in ("its", "their", "this", "these"):
            determiner = "the"
        if not determiner and not plural:
            if text[:1].isupper() and text[1:2].islower() and len(text.split()) > 1 and text.split()[1][:1].isupper():
                return Nominal("", text, head, None, False)
            determiner = (
                "the" if re.match(r"(?:first|second|third|last|next|final)\b", text, re.IGNORECASE) or OF.match(text[len(head) :].strip()) else ""
            )
            text = lower_first(text) if not text[1:2].isupper() else text
            determiner = determiner or ("an" if self.indefinite(text).startswith("an ") else "a")
        elif not determiner:
            text = lower_first(text) if not text[1:2].isupper() else text
        return Nominal(determiner, text, last, None, plural)

    def _head(self, text: str) -> str:
        """The words up to the first preposition, comma or quotation mark, without a participle behind them: their last one is the head."""
        stop = re.search(r",| (?:of|for|on|in|at|to|with|by|from|between|about|held|that|which|led|against)\b| [“\"«\ue002]", text)
        head = text[: stop.start()] if stop else text
        return DONE_BEHIND.sub("", head) or head

    def told(self, words: str, report: str, *, status: str, kind: str, overdue: bool) -> Clause | None:
        """A clause made of a noun phrase; see `Grammar.told`."""
        nominal = self.nominal(words, report)
        if nominal is None:
            return None
        made = self._deverbal(nominal, status, overdue)
        if made:
            return made
        passive = self._with_participle(nominal, status, overdue)
        if passive:
            return Clause(passive)
        said = self._by_meaning(nominal, status, overdue)
        active = ""
        if status == "done" and kind in self.wording.grammar["active"]:
            active = f"{self.wording.grammar['active'][kind]} {nominal.words}"
        return Clause(said, active=active) if said or active else None

    def subject(self, words: str, report: str) -> Nominal | None:
        """See `Grammar.subject`: `Share of graduates` → `the share of graduates`."""
        if PAST_FIRST.match(words):
            return None
        nominal = self.nominal(words, report)
        return Nominal("the", nominal.text, nominal.head, None, nominal.plural) if nominal else None

    def bare_work(self, words: str) -> tuple[int, str] | None:
        """See `Grammar.bare_work`."""
        found = BARE_WORK.match(words)
        kind = self.wording.grammar["kinds_of_work"].get(found.group(1).lower()) if found else None
        return (found.end(1), kind) if found and kind else None

    def unsaid(self, text: str, pronoun: str) -> str:
        """What an overdue clause is followed by."""
        return "; the report does not say whether it was"

    def associated(self, words: str, report: str, names: Sequence[str], *, ongoing: bool) -> str:
        """`a working group brings together A and B`; empty where the words are no group."""
        nominal = self.nominal(words, report)
        if nominal is None or nominal.head not in self._phrases["groups"] or len(nominal.text.split()) > 14:
            return ""
        return f"{nominal.words} {'brings' if ongoing else 'brought'} together {self.listed(names)}"

    def letter(self, words: str, report: str) -> str:
        """An open letter as the subject of `carries the signatures`."""
        nominal = self.nominal(words, report)
        return f"the {nominal.text}" if nominal and nominal.head in self._phrases["letters"] and len(nominal.text.split()) < 7 else ""

    def _be(self, status: str, overdue: bool, plural: bool) -> str:
        if status == "planned":
            return ("were to be" if plural else "was to be") if overdue else ("are to be" if plural else "is to be")
        if status in ("ongoing", "expected"):
            return "are" if plural else "is"
        return "were" if plural else "was"

    def _deverbal(self, nominal: Nominal, status: str, overdue: bool) -> Clause | None:
        participle = self.wording.grammar["heads"].get(nominal.head)
        first = nominal.text.split(" ")[0].lower()
        if not participle or first != nominal.head:
            return None
        rest = nominal.text[len(nominal.head) :].strip()
        of = OF.match(rest)
        if not of:
            return None
        what, tail = re.split(r", | \(", rest[of.end() :], maxsplit=1)[0], ""
        split = AFTER_COMPLEMENT.search(what)
        if split:
            what, tail = what[: split.start()], what[split.start() :]
        article = (of.group(1) or "").strip()
        head = self._head(what).split(" ")[-1].lower()
        plural = head.endswith("s") and not head.endswith(("ss", "us", "is")) and head not in self._phrases["singular_in_s"] and what[:1].islower()
        if not what or (not article and not plural and what[:1].islower()):
            return None
        passive = f"{article} {what} {self._be(status, overdue, plural)} {participle}{tail}".strip()
        return Clause(passive, active=f"{participle} {article} {what}{tail}".replace("  ", " ") if status == "done" else "")

    def _with_participle(self, nominal: Nominal, status: str, overdue: bool) -> str:
        found = self._participle.search(nominal.text)
        if not found or OBJECT_AFTER.match(nominal.text, WORD.match(nominal.text, found.end()).end()):  # type: ignore[union-attr]
            return ""
        subject = Nominal(nominal.determiner, nominal.text[: found.start()].rstrip(" ,"), nominal.head, None, nominal.plural)
        return f"{subject.words} {self._be(status, overdue, nominal.plural)} {nominal.text[found.end() :]}"

    def _by_meaning(self, nominal: Nominal, status: str, overdue: bool) -> str:
        meanings = self.wording.grammar["meanings"]
        plural = nominal.plural
        if len(list(pieces(nominal.text))) > 1 and " and " not in list(pieces(nominal.text))[-1]:
            nominal = replace(nominal, text=f"{nominal.text},")
        if nominal.head in meanings["works"]:
            verb = {"done": "published", "planned": "published"}.get(status)
            if verb:
                return f"{nominal.words} {self._be(status, overdue, plural)} {verb}"
        if nominal.head in meanings["events"]:
            if status == "done":
                return f"{nominal.words} took place"
            if status == "planned":
                return f"{nominal.words} {self._be(status, overdue, plural)} held"
        if status == "planned":
            return f"{nominal.words} {('were' if plural else 'was') if overdue else ('are' if plural else 'is')} planned"
        if status == "expected":
            return f"{nominal.words} {'are' if plural else 'is'} expected"
        if status == "ongoing":
            return f"{nominal.words} {'are' if plural else 'is'} under way"
        return f"{nominal.words} did not take place" if status == "other" else ""

    def another(self, stem: str) -> str:
        """See `Grammar.another`."""
        return "another" if stem.startswith(("a ", "an ")) else ""

    def definite_time(self, words: str) -> str:
        """See `Grammar.definite_time`."""
        return f"the {words}" if words.split(" ")[0] in self.wording.words("quarter_ordinals") else words

    def acted(self, subject: str, subjects: int, active: str) -> str:
        """`REV and Open Rivers held a webinar`."""
        return f"{subject} {active}"

    def dangling(self, words: str) -> int | None:
        """English reviews name the scheme: none is looked for."""
        return None

    def named_subject(self, sentence: str) -> str | None:
        """See `Grammar.named_subject`."""
        return None

    def complement(self, name: str) -> str:
        """` of the scheme`."""
        return f" of {name}"
