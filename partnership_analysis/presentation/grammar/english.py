"""English: articles, lists, and the report's own words made into clauses. Words are in `wording/en-grammar.toml`."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from partnership_analysis.presentation.grammar.model import (
    ASIDE,
    Clause,
    Nominal,
    balanced,
    bare,
    capital_first,
    dropped,
    dropped_pattern,
    holds,
    lower_first,
    outside_quotes,
    pieces,
    until,
    without_examples,
    word_pattern,
)  # fmt: skip
from partnership_analysis.presentation.wording import Wording

LONGEST, LONGEST_KEPT = 34, 46
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
REGULAR_PAST = re.compile(r"(?<![\w-])[a-z]{2,}(?:ed)(?![\w-])")
OBJECT_AFTER = re.compile(
    r" (?:a|an|the|its|their|his|her|all|some|more|about|nearly|over|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|[£$€]?\d|(?:[A-Z][a-z]+ )?[A-Z])"
)
SUBJECT_BEFORE = re.compile(
    r"(?:[A-Z][\w&'’.-]*\)?|\b(?:partners|parties|board|members|council|university|college|authority|group|team|committee|union|city|who|and \w+)),?\s*(?:jointly |together |also |both |then |since |later )?$"
)
RELATIVE = re.compile(r"(?<![\w-])(?:who|which|that|whose|where|when|whom) ", re.IGNORECASE)
DETERMINER = re.compile(r"(a|an|the|this|these|its|their|some|several|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)\s+", re.IGNORECASE)
BEFORE_NAME = re.compile(r"(?:^|[^\w])(the|a|an|of|by|with|and|between|to|at|from)[\s“\"]*$", re.IGNORECASE)
LINK_WORD = re.compile(r"^(?:And|But|Yet|So|Then) (\w)")
TIME_FIRST = re.compile(
    r"^(?:in|on|by|from|at|during) [^,]{0,40}?(?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December) (?=\w)",
    re.IGNORECASE,
)
BEFORE_PLACE = re.compile(r"(?:^|[^\w])(in|at|near|on)\s*$", re.IGNORECASE)
VERB_FIRST = re.compile(r"\w+ (?:the|a|an|its|their|his|her|all|by|until|since) ", re.IGNORECASE)
PAST = re.compile(r"(?:was|were)(?! (?:to|planned|due|expected)\b)|\w+ed\b|(?:held|met|ran|made|took|gave|led|began|built|sent|went|won|wrote)\b")
BARE_WORK = re.compile(r"(?:The|This) (\w+)(?= (?:was|has|had|is|will) )")
OF = re.compile(r"of (the |a |an )?", re.IGNORECASE)
AFTER_COMPLEMENT = re.compile(r" (?=(?:at|in|to|with|for|by|on|during|from|near)\b)")


class English:
    """The grammar of English."""

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
        self._dropped = dropped_pattern(self._editing)
        self._cut = re.compile(
            r" ?(?:" + "|".join(sorted(map(re.escape, self._editing["cut_before"]), key=lambda w: (-len(w), w))) + r")(?![\w-])", re.IGNORECASE
        )

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """`cap`, `low`, `listed`, `a`."""
        return {"cap": capital_first, "low": lower_first, "listed": self.listed, "a": self.indefinite, "de": str, "to": str, "listed_de": self.listed}

    def listed(self, items: Sequence[str]) -> str:
        """`A`, `A and B`, `A, B and C`; `as well as` before a last member that has its own `and`."""
        if len(items) < 2:
            return "".join(items)
        own = [" and " in bare(item) for item in items]
        if own[-1] and len(items) == 2:
            return f"{items[0]}{',' if own[0] else ''} as well as {items[1]}"
        return ", ".join(items[:-1]) + (", and " if own[-2] and len(items) == 2 else " and ") + items[-1]

    def indefinite(self, noun: str) -> str:
        """A noun with `a` or `an`."""
        return f"an {noun}" if bare(noun)[:1].lower() in "aeiou" and not re.match(r"(?:uni|eu|one|use)", noun, re.IGNORECASE) else f"a {noun}"

    def tidied(self, text: str) -> str:
        """A sentence in which what has a beginning `has been` under way."""
        return re.sub(r"\b(is|are) under way since\b", lambda match: f"{'has' if match.group(1) == 'is' else 'have'} been under way since", text)

    def article_before(self, before: str) -> str | None:
        """`the` where the name follows it, empty where it follows a preposition, None where the words before do not tell."""
        found = BEFORE_NAME.search(before[-16:])
        if not found:
            return None
        return "the" if found.group(1).lower() == "the" else ""

    def with_article(self, name: str, article: str) -> str:
        """A name with its article."""
        return f"{article} {name}" if article and not name.lower().startswith("the ") else name

    def head_article(self, name: str) -> str:
        """`the` before a name that begins with a small letter, else none."""
        return "the" if name[:1].islower() and not name.lower().startswith("the ") else ""

    def foreign_article(self, name: str, language: str) -> str:
        """See `Grammar.foreign_article`: `the` before a name that begins with a common noun (`the Agence de l'eau`), none before others."""
        heads = self._phrases["foreign_heads"].get(language, ())
        return "the" if re.split(r"[ '’-]", name.lower())[0] in heads else ""

    def with_foreign_article(self, name: str, article: str) -> str:
        """See `Grammar.with_foreign_article`."""
        return f"{article} {name}".lstrip()

    def placed(self, name: str, before: str) -> str:
        """A place with its preposition, as the report has it, else `in`."""
        found = BEFORE_PLACE.search(before[-6:])
        return f"{found.group(1).lower() if found else 'in'} {name}"

    def edited(self, words: str) -> str:
        """The words without links to the sentence before and praise, outside quotation marks."""
        words = LINK_WORD.sub(lambda found: found.group(1).upper(), ASIDE.sub("", words))
        lead, comma, rest = words.partition(", ")
        if comma and lead in self._editing["leads"]:
            words = rest[:1].upper() + rest[1:]
        for old, new in self._editing["replaced"]:
            words = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, words)
        parts = re.split('(“[^”]*”|"[^"]*"|«[^»]*»|\ue002[^\ue003]*\ue003)', words)
        kept = [part if number % 2 else self._dropped.sub(dropped, part) for number, part in enumerate(parts)]
        return re.sub(r"\s+([,.])", r"\1", " ".join("".join(kept).split())).strip(" ,")

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

    def nominal(self, words: str, report: str) -> Nominal | None:
        """The words as a noun phrase with its article; see `Grammar.nominal`."""
        text = self.edited(until(words.strip(" .;:,"), ";:.!?"))
        if not text or not balanced(text) or len(text.split()) > LONGEST or holds(text, self._banned) or self.finite(text) is not None:
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
        """The words up to the first preposition, comma or quotation mark: their last one is the head."""
        stop = re.search(r",| (?:of|for|on|in|at|to|with|by|from|between|about|held|that|which|led|against)\b| [“\"«\ue002]", text)
        return text[: stop.start()] if stop else text

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
        nominal = self.nominal(words, report)
        return Nominal("the", nominal.text, nominal.head, None, nominal.plural) if nominal else None

    def unfinished(self, words: str) -> bool:
        """See `Grammar.unfinished`."""
        return words.strip().lower().split(" ")[-1] in (*self._phrases["small_starts"], "of", "or")

    def lower_start(self, text: str) -> str:
        """A clause with a small first letter where its first word is no name."""
        found = WORD.match(bare(text))
        return lower_first(text) if found and found.group().lower() in self._phrases["small_starts"] else text

    def begins_with_verb(self, words: str) -> bool:
        """See `Grammar.begins_with_verb`."""
        first = words.split(" ")[0].lower()
        return first.endswith("ed") or first in (*self.wording.grammar["clauses"]["past"], *self.wording.grammar["clauses"]["auxiliaries"])

    def begins_with_noun(self, words: str) -> bool:
        """See `Grammar.begins_with_noun`."""
        found = WORD.match(words)
        meanings = self.wording.grammar["meanings"]
        return bool(found) and found.group().lower() in (*meanings["works"], *meanings["events"])  # type: ignore[union-attr]

    def dangling(self, words: str) -> int | None:
        """English reviews name the scheme: none is looked for."""
        return None

    def named_subject(self, sentence: str) -> str | None:
        """See `Grammar.named_subject`."""
        return None

    def bare_work(self, words: str) -> tuple[int, str] | None:
        """See `Grammar.bare_work`."""
        found = BARE_WORK.match(words)
        kind = self.wording.grammar["kinds_of_work"].get(found.group(1).lower()) if found else None
        return (found.end(1), kind) if found and kind else None

    def complement(self, name: str) -> str:
        """` of the scheme`."""
        return f" of {name}"

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

    def definite_time(self, words: str) -> str:
        """See `Grammar.definite_time`."""
        return f"the {words}" if words.split(" ")[0] in self.wording.words("quarter_ordinals") else words

    def another(self, stem: str) -> str:
        """See `Grammar.another`."""
        return "another" if stem.startswith(("a ", "an ")) else ""

    def acted(self, subject: str, subjects: int, active: str) -> str:
        """`REV and Open Rivers held a webinar`."""
        return f"{subject} {active}"

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
        subject = Nominal(nominal.determiner, nominal.text[: found.start()], nominal.head, None, nominal.plural)
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
