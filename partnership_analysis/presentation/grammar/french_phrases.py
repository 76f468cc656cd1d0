"""French noun phrases: head, gender, number, article. Where the gender is not known the answer is None."""

import re

from partnership_analysis.presentation.grammar.cutting import ADDRESS, balanced, bare, holds, lower_first, until
from partnership_analysis.presentation.grammar.editing import without_examples
from partnership_analysis.presentation.grammar.french_words import COUNT, DETERMINER, LONGEST, MONTHS, WORD, FrenchWords
from partnership_analysis.presentation.grammar.model import Gender, Nominal

ORDINAL = re.compile(
    r"(première|premier|premiers|premières|seconde|second|\w+ième|dernière|dernier|prochaine|prochain|nouvelle|nouveau|nouvel|grande|grand|petite|petit|autre|ancienne|ancien|double) ",
    re.IGNORECASE,
)
WE_SHALL = re.compile(r"[a-zà-ÿ]{2,}[aeiouylnrt]rons")
"""A verb without its subject: `publierons un carnet`."""
DANGLING = re.compile(
    r"\b(?:première|deuxième|seconde|troisième|quatrième|cinquième|nouvelle|prochaine|dernière) (?:édition|séance|session|tranche|phase|promotion|vague)(?![\w-])"
)
BARE_WORK = re.compile(r"(?:L[ae] |L['’]|Cette |Ce )(\w+)(?= (?:a|avait|est|sera|n['’]a) )")
NAMED_SUBJECT = re.compile(r"(?:L['’]|Le |La |Les )[^,.;:«»]{3,60}«[^«»]{2,60}»")


class FrenchPhrases(FrenchWords):
    """Noun phrases of French reports."""

    def nominal(self, words: str, report: str) -> Nominal | None:
        """The words as a noun phrase with its article; see `Grammar.nominal`."""
        text = self.edited(without_examples(until(words.strip(" .;:,"), ";:.!?"), self._examples))
        first = WORD.match(bare(text))
        if first and (first.group().lower() in self._phrases["no_noun_first"] or WE_SHALL.fullmatch(first.group().lower())):
            return None
        if first and first.group().lower() in self._participles and self._head(text).lower() not in self._genders:
            return None
        if not text or not balanced(text) or len(text.split()) > LONGEST or holds(text, self._banned):
            return None
        if self.finite(text) is not None or self.unfinished(text) or ADDRESS.search(text):
            return None
        determiner = ""
        found = DETERMINER.match(text)
        if found:
            determiner = (found.group(1) or "l'").lower()
            text = text[found.end() :]
        return self._with_determiner(determiner, text, report)

    def _with_determiner(self, determiner: str, text: str, report: str) -> Nominal | None:
        count = COUNT.match(text)
        rest = text[count.end() :] if count else text
        ordinal = ORDINAL.match(rest)
        noun = rest[ordinal.end() :] if ordinal else rest
        head = self._head(noun)
        if not head or (count and head.lower() in MONTHS.split("|")):
            return None
        named = noun[len(head) :].startswith(" ") and noun[len(head) + 1 : len(head) + 2].isupper()
        if named and determiner != "l'" and (head.lower().endswith("tion") or head.lower() in self._phrases["no_name_after"]):
            return None
        proper = head[0].isupper() and not self._common(head.lower(), report)
        if proper and not determiner:
            return None
        if not proper:
            text = lower_first(text)
        plural = (
            bool(count)
            or determiner in ("des", "les", "ces", "ses", "leurs", "plusieurs", "quelques")
            or (not determiner and self.plural(head.lower()))
        )
        gender = self._gender(determiner, ordinal.group(1).lower() if ordinal else "", head, report)
        if count:
            return Nominal(determiner if determiner in ("les", "ces") else "", lower_first(text), head.lower(), gender, True)
        if gender is None and not (plural or determiner in ("l'",)):
            return None
        return Nominal(
            self._article(determiner, text, noun, head, ordinal.group(1).lower() if ordinal else "", gender, plural),
            text,
            head.lower(),
            gender,
            plural,
        )

    def _common(self, noun: str, report: str) -> bool:
        return (
            noun in self._genders
            or self.singular(noun) in self._genders
            or re.search(rf"\b{re.escape(noun)}\b", report) is not None
            or self._by_ending(noun)
        )

    def _by_ending(self, noun: str) -> bool:
        return noun.endswith(("tion", "tions", "ment", "ments", "age", "ages"))

    def _head(self, text: str) -> str:
        """The head of a noun phrase: its first word, or the compound of the lists that it begins with."""
        lowered = text.lower().replace("’", "'")
        for compound in self._phrases["compounds"]:
            if lowered.startswith(compound):
                return text[: len(compound)]
        found = WORD.match(text)
        return found.group() if found else ""

    def _gender(self, determiner: str, ordinal: str, head: str, report: str) -> Gender | None:
        if determiner in ("un", "le", "ce", "cet", "son") and not (determiner == "son" and self.elides(head)):
            return "m"
        if determiner in ("une", "la", "cette", "sa"):
            return "f"
        if ordinal in self._phrases["feminine_ordinals"] or ordinal in self._phrases["masculine_ordinals"]:
            return "f" if ordinal in self._phrases["feminine_ordinals"] else "m"
        return self.gender(head, report)

    def _article(self, determiner: str, text: str, noun: str, head: str, ordinal: str, gender: Gender | None, plural: bool) -> str:
        if determiner in ("un", "une", "des", "le", "la", "les", "l'", "plusieurs", "quelques"):
            return determiner
        after = noun[len(head) :].lstrip()
        named = bool(re.match(r"[«\"“\ue002]|[A-ZÀ-Ý][\w'’]+", after)) or after.startswith(("de la ", "du ", "de l'", "de l’"))
        definite = bool(determiner) or ordinal in self._phrases["definite_ordinals"] or named
        if plural:
            return "les" if definite else "des"
        if definite:
            return "l'" if self.elides(text) else ("la" if gender == "f" else "le")
        return "une" if gender == "f" else "un"

    def made_definite(self, nominal: Nominal) -> Nominal:
        """A noun phrase with the definite article in the place of the indefinite one."""
        if nominal.determiner not in ("un", "une", "des"):
            return nominal
        determiner = "les" if nominal.plural else "l'" if self.elides(nominal.text) else "la" if nominal.gender == "f" else "le"
        return Nominal(determiner, nominal.text, nominal.head, nominal.gender, nominal.plural)

    def subject(self, words: str, report: str) -> Nominal | None:
        """See `Grammar.subject`: `Durées de séjour` → `les durées de séjour`."""
        nominal = self.nominal(words, report)
        return self.made_definite(nominal) if nominal and nominal.gender else None

    def dangling(self, words: str) -> int | None:
        """See `Grammar.dangling`: `lancement de la première édition| par la Métropole`."""
        found = DANGLING.search(words)
        return found.end() if found and not re.match(r" (?:de|du|des|d['’])", words[found.end() :]) and found.start() < 40 else None

    def named_subject(self, sentence: str) -> str | None:
        """See `Grammar.named_subject`."""
        found = NAMED_SUBJECT.match(sentence)
        return lower_first(found.group()) if found else None

    def bare_work(self, words: str) -> tuple[int, str] | None:
        """See `Grammar.bare_work`."""
        found = BARE_WORK.match(words)
        kind = self.wording.grammar["kinds_of_work"].get(found.group(1).lower()) if found else None
        return (found.end(1), kind) if found and kind else None

    def complement(self, name: str) -> str:
        """` de l'appel à projets « Grand large »`, ` du guichet « Amorce »`."""
        for article, contracted in (("le ", "du "), ("les ", "des ")):
            if name.startswith(article):
                return f" {contracted}{name[len(article) :]}"
        return f" de {name}"
