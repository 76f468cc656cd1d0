"""French: the report's own clause, kept and trimmed, with a subject that stands by itself and in our tense.

Nothing is guessed: where a clause cannot stand alone the answer is None and the sentence is another's.
"""

import re
from collections.abc import Mapping

from partnership_analysis.presentation.grammar.cutting import balanced, holds, lower_first, outside_quotes, pieces, until
from partnership_analysis.presentation.grammar.editing import without_examples
from partnership_analysis.presentation.grammar.french_words import DETERMINER, FUTURE, LONGEST, LONGEST_KEPT, WORD, FrenchWords
from partnership_analysis.presentation.grammar.model import Clause, Gender

COUNTED_ALONE = re.compile(
    r"(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|certaines?|certains) (?:d['’]entre (?:eux|elles) )?(?:ont|sont|se sont) ",
    re.IGNORECASE,
)
"""A number that stands for what was counted before: `quatre ont signé un contrat`."""
PASSIVE = re.compile(
    r",? ?(?:n['’e] ?)?(?:(?:a|ont|avait|avaient|aura|auront) (?:\w+ment |aussi |ainsi |déjà )?été\b|(?:est|sont|était|étaient|sera|seront|fut|furent) (\w+))",
    re.IGNORECASE,
)
PERMITTED = re.compile(r"(?:a|ont) permis\b")


class FrenchClauses(FrenchWords):
    """Clauses of French reports."""

    def clause(self, words: str, *, status: str, subject: str, subjects: int, overdue: bool) -> Clause | None:
        """The main clause of the report's words, trimmed; see `Grammar.clause`."""
        text = self.edited(without_examples(until(words.strip(" .;:,"), ";:.!?"), self._examples))
        text = self._with_name_for_us(text, subject, subjects)
        verb = self.finite(text)
        if verb is None or not balanced(text):
            return None
        turned = self._turned(text, verb.start()) if status == "done" else ""
        if turned:
            return Clause(turned)
        text = self._trimmed(text, verb.end())
        if not text or len(text.split()) > LONGEST_KEPT:
            return None
        text, follows = self._with_subject(text, subject, subjects)
        if not text or holds(text, self._banned):
            return None
        if not self.starts_well(text) or self.unfinished(text):
            return None
        if status == "planned" and self._past(text):
            return None
        if status == "planned":
            text = self._announced(text, overdue)
        elif self._future(text):
            text = self._announced(text, overdue) if status == "ongoing" else ""
        return Clause(self.lower_start(text), follows, "subject") if text else None

    def _past(self, text: str) -> bool:
        """Whether the verb of a clause is in the past: it cannot tell of what is planned."""
        verb = self.finite(text)
        return verb is not None and verb.group().lower() in self._clauses["past"]

    def _trimmed(self, text: str, verb_end: int) -> str:
        """The clause without pieces that we do not say; empty where the piece with the verb is one."""
        kept: list[str] = []
        length = 0
        for number, piece in enumerate(pieces(text)):
            if holds(piece, self._banned):
                if length < verb_end:
                    return ""
                break
            if number and length >= verb_end and self._may_cut(piece) and sum(len(k.split()) for k in kept) + len(piece.split()) > LONGEST:
                break
            kept.append(piece)
            length += len(piece) + 1
        if length < verb_end:
            return ""
        if len(kept) == 2 and re.match(r" ?(?:et|mais|ou) ", kept[1]) and not self._finite.search(kept[1]) and len(kept[0]) >= verb_end:
            kept.pop()
        while (
            len(kept) > 1
            and sum(len(k.split()) for k in kept) > LONGEST
            and self._may_cut(kept[-1])
            and sum(len(k) + 1 for k in kept[:-1]) >= verb_end
        ):
            kept.pop()
        return ",".join(kept).strip(" ,")

    def _turned(self, text: str, verb: int) -> str:
        """`Conduits par la Ville en 2021, les travaux ont permis …` → `les travaux ont été conduits par la Ville en 2021`; else empty."""
        first = WORD.match(text)
        form = self._participles.get(first.group().lower()) if first else None
        front, comma, subject = text[:verb].rpartition(", ")
        if form is None or not comma or not DETERMINER.match(subject) or not balanced(front) or not PERMITTED.match(text, verb):
            return ""
        made = f"{lower_first(subject.strip())} {'ont été' if form[2] else 'a été'} {lower_first(front)}"
        return "" if holds(made, self._banned) or len(made.split()) > LONGEST_KEPT else made

    def _may_cut(self, piece: str) -> bool:
        """Whether a piece after a comma can go without harm to the rest: it begins with a word of the list or a participle."""
        first = WORD.search(piece)
        return bool(self._cut.match(piece)) or bool(first and first.group().lower() in self._participles)

    def _with_name_for_us(self, text: str, subject: str, subjects: int) -> str:
        """`Nous avons ouvert …` with the actors' names in the place of `nous`, where they are known."""
        if subject and text.lower().startswith("nous avons ") and not text.lower().startswith("nous avons été "):
            return f"{subject} {'ont' if subjects > 1 else 'a'}{text[len('nous avons') :]}"
        return text

    def _with_subject(self, text: str, subject: str, subjects: int) -> tuple[str, bool]:
        """The clause with a subject that stands by itself; whether it can only follow another clause."""
        lowered = text.lower().replace("’", "'")
        for pronoun in self._editing["pronouns"]:
            if pronoun in self._phrases["ordinal_pronouns"] and not re.match(rf"{pronoun}(?:,| (?:a|ont|est|sont|s'est|se) )", lowered):
                continue
            if lowered.startswith((pronoun + " ", pronoun + ",")) or (pronoun.endswith("'") and lowered.startswith(pronoun)):
                rest = text[len(pronoun) :]
                if self._suffers(rest):
                    return text, True
                if pronoun in ("ils", "elles") and subject and subjects > 1:
                    return subject + rest, False
                if pronoun in ("il", "elle") and subjects == 1 and subject:
                    return subject + rest, False
                return text, True
        if COUNTED_ALONE.match(text):
            return text, True
        first = DETERMINER.match(text)
        if first:
            article = (first.group(1) or "").lower()
            rest = text[first.end() :]
            if article in ("cette", "ce", "cet"):
                return self.definite(rest, "f" if article == "cette" else "m"), False
            if article == "ces":
                return f"les {rest}", False
            if article in ("son", "sa", "ses", "leur", "leurs"):
                return text, True
        verb = self.finite(text)
        if verb is not None and re.search(r"\b(?:il|elle|ils|elles|cela) (?:ne |n['’]|se |s['’])?$", text[: verb.start()], re.IGNORECASE):
            return text, True
        if verb is not None and verb.start() == 0:
            if not subject:
                return "", False
            plural = {"a": "ont", "a été": "ont été", "est": "sont", "s'est": "se sont"}
            singular = {value: key for key, value in plural.items()}
            form = (plural if subjects > 1 else singular).get(verb.group(), verb.group())
            return f"{subject} {form}{text[verb.end() :]}", False
        return text, False

    def _suffers(self, verb: str) -> bool:
        """Whether the verb behind a pronoun is in the passive: its subject is what was done, not who did it."""
        found = PASSIVE.match(verb)
        return bool(found) and (not found.group(1) or found.group(1).lower() in self._participles)  # type: ignore[union-attr]

    def definite(self, noun: str, gender: Gender) -> str:
        """A singular noun phrase with the definite article."""
        return f"l'{noun}" if self.elides(noun) else f"{'la' if gender == 'f' else 'le'} {noun}"

    def _future(self, text: str) -> re.Match[str] | None:
        return next((m for m in FUTURE.finditer(outside_quotes(text)) if m.group(3) + m.group(4) not in self._clauses["not_future"]), None)

    def _announced(self, text: str, overdue: bool) -> str:
        """A clause in the future as what is to be done: `sera signé` → `doit être signé`; `devait` where its time has passed."""
        found = self._future(text)
        must = ("devait", "devaient") if overdue else ("doit", "doivent")
        if found is None:
            return re.sub(r"\bdoit\b", must[0], re.sub(r"\bdoivent\b", must[1], text)) if overdue else text
        at = text.find(found.group())
        if found.group(1) or at < 0:
            return ""
        reflexive = found.group(2) or ""
        infinitive = self.infinitive(found.group(3))
        if not infinitive or FUTURE.search(text[at + len(found.group()) :]):
            return ""
        if reflexive:
            reflexive = "s'" if self.elides(infinitive) else "se "
        return f"{text[:at]}{must[found.group(4) == 'ont']} {reflexive}{infinitive}{text[at + len(found.group()) :]}"

    def infinitive(self, stem: str) -> str:
        """The infinitive of a future stem: `paraîtr` → `paraître`, `formeR` as it stands, `ser` → `être`."""
        known: Mapping[str, str] = self._clauses["infinitives"]
        for length in range(len(stem)):
            if stem[length:] in known and (length == 0 or stem[:length] in ("re", "ré", "co", "pré")):
                return stem[:length] + known[stem[length:]]
        return stem if stem.endswith(("er", "ir", "oir")) else f"{stem}e"
