"""French words: genders, participles, finite verbs, and the editing of a report's words. What is known is in `wording/fr-grammar.toml`."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from partnership_analysis.presentation.grammar.cutting import balanced, bare, lower_first, word_pattern
from partnership_analysis.presentation.grammar.editing import Editing
from partnership_analysis.presentation.grammar.model import Gender
from partnership_analysis.presentation.wording import Wording

LONGEST, LONGEST_KEPT = 32, 42
"""Words of a clause: above the first it is cut where that does no harm, above the second it is not used."""
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
DETERMINER = re.compile(r"(?:(une|un|des|les|le|la|cette|cet|ces|ce|son|sa|ses|leurs|leur|plusieurs|quelques) |(l)['’])(?=\S)", re.IGNORECASE)
COUNT = re.compile(
    r"(?:\d[\d\s\u202f\u00a0]*|une? \w+aine d['’e]|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent)(?= )) ?",
    re.IGNORECASE,
)
FUTURE = re.compile(r"(?<![\w'’-])(ne |n['’])?(se |s['’])?([a-zà-ÿœ]+r)(a|ont)(?![\w'’-])")
PARTICIPLE_FIRST = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]+ée?s? (?:par|en|dans|avec|à|au|aux|lors|sous|depuis|chez|pour) ")
"""A clause that opens with a participle: `Dépouillées par l'institut, les réponses …`."""
IMPERFECT = re.compile(r"(?<![\w'’-])[a-zà-ÿ]{2,}ai(?:t|ent)(?![\w'’-])")
NO_OBJECT = re.compile(
    rf"(?:(?:le|les|l['’]) ?)?(?:\d{{4}}\b|\d{{1,2}}(?:er)? (?:{MONTHS}|et|au)|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|an\b|année|mois|jour|même|l['’]an)|la (?:même|veille)|une fois|plusieurs fois|(?:le|la|les) (?:sien|leur|nôtre)",
    re.IGNORECASE,
)
"""A time or a pronoun, not what a verb was done to: `publié le 3 mars`, `signé la même année`, `voté le sien`."""
NOUN_BEFORE = re.compile(
    r"(?:\b(?:de|du|la|le|une|un|cette|ce|les|des|à|en|au|par|sans|sa|son|leur|première|deuxième|et|ou|nouvelle) |['’])$", re.IGNORECASE
)
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
RELATIVE = re.compile(r"(?<![\w-])(?:qui|que|qu['’]|dont|où|lequel|laquelle|lesquels|lesquelles|auquel|à laquelle|si|lorsque|quand) ", re.IGNORECASE)


class FrenchWords:
    """Words of French and how they change."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        data = wording.grammar
        self._clauses: Mapping[str, Any] = data["clauses"]
        self._editing: Mapping[str, Any] = data["editing"]
        self._phrases: Mapping[str, Any] = data["phrases"]
        self._small_starts = frozenset(self._phrases["small_starts"])
        self._lower_starts = self._small_starts | frozenset(self._phrases["lower_starts"])
        self._finite = word_pattern([*self._clauses["auxiliaries"], *self._clauses["present"]])
        self._examples = tuple(self._editing["examples"])
        self._present = frozenset(self._clauses["present"])
        self._banned = word_pattern([*self._editing["banned"], *self._editing["anaphors"]])
        self._editor = Editing(self._editing)
        self._cut = re.compile(
            r" ?(?:" + "|".join(sorted(map(re.escape, self._editing["cut_before"]), key=lambda w: (-len(w), w))) + r")(?![\w-])", re.IGNORECASE
        )

    @cached_property
    def _genders(self) -> dict[str, Gender]:
        genders: dict[str, Gender] = {}
        for listed, gender in (("masculine", "m"), ("feminine", "f")):
            genders.update(dict.fromkeys(self.wording.grammar[listed], gender))
        for head in (*self.wording.grammar["deverbal"], *self.wording.grammar["intransitive"]):
            genders.setdefault(head, "f" if head.endswith("tion") or head.startswith("mise ") else "m")
        return genders

    def listed_gender(self, noun: str) -> Gender | None:
        """The gender of a noun of the lists."""
        return self._genders.get(noun)

    def gender(self, head: str, report: str) -> Gender | None:
        """The gender of a noun: from the lists, the articles it has in the report, or its ending."""
        noun = head.lower()
        singular = self.singular(noun)
        listed = self._genders.get(noun) or self._genders.get(singular)
        if listed:
            return listed
        masculine = len(re.findall(rf"\b(?:le|du|au|un|ce)\s+{re.escape(singular)}\b", report, re.IGNORECASE))
        feminine = len(re.findall(rf"\b(?:la|une|cette)\s+{re.escape(singular)}\b", report, re.IGNORECASE))
        if masculine != feminine:
            return "m" if masculine > feminine else "f"
        endings: Mapping[str, Gender] = self.wording.grammar["gender_endings"]
        for length in range(min(6, len(singular) - 1), 1, -1):
            found = endings.get(singular[-length:])
            if found:
                return found
        return None

    def singular(self, noun: str) -> str:
        """The singular of a noun in small letters."""
        if noun in self.wording.grammar["singular_in_s"] or noun in self._genders:
            return noun
        if noun.endswith("aux") and noun[:-3] + "al" in self._genders:
            return noun[:-3] + "al"
        return noun[:-1] if noun.endswith(("s", "x")) and len(noun) > 3 else noun

    def plural(self, noun: str) -> bool:
        """Whether a noun in small letters is a plural."""
        return noun.endswith(("s", "x")) and self.singular(noun) != noun

    @cached_property
    def _participles(self) -> dict[str, tuple[str, Gender, bool]]:
        """Each form of a participle to its lemma, gender and number; words after the first left out."""
        forms: dict[str, tuple[str, Gender, bool]] = {}
        for lemma in (*self.wording.grammar["participles"]["transitive"], *self.wording.grammar["deverbal"].values()):
            first = lemma.split(" ")[0]
            for gender, plural in (("m", False), ("f", False), ("m", True), ("f", True)):
                forms.setdefault(self.agreed(first, gender, plural), (lemma, gender, plural))  # type: ignore[arg-type]
        return forms

    def agreed(self, participle: str, gender: Gender | None, plural: bool) -> str:
        """A participle in its form: `signé`, `signées`, `mises en place`."""
        first, _, rest = participle.partition(" ")
        form = first + ("e" if gender == "f" else "")
        form += "s" if plural and not form.endswith("s") else ""
        return f"{form} {rest}".rstrip()

    def elides(self, text: str) -> bool:
        """Whether articles lose their vowel before a text; the language's own module knows."""
        raise NotImplementedError

    def edited(self, words: str) -> str:
        """See `Grammar.edited`."""
        return self._editor.edited(words)

    def finite(self, words: str) -> re.Match[str] | None:
        """The first finite verb outside quotation marks and relative clauses."""
        plain = words
        for found in self._verbs(plain):
            before = plain[: found.start()]
            may_be_noun = found.group().lower() in self._present or IMPERFECT.fullmatch(found.group()) is not None
            if not balanced(before) or (may_be_noun and (not before or NOUN_BEFORE.search(before))):
                continue
            after_relative = RELATIVE.split(before)[-1] if RELATIVE.search(before) else None
            if after_relative is not None and "," not in after_relative and not self._finite.search(after_relative):
                continue
            return found
        return None

    def _verbs(self, words: str) -> Sequence[re.Match[str]]:
        futures = [m for m in FUTURE.finditer(words) if m.group(3) + m.group(4) not in self._clauses["not_future"]]
        imperfects = [m for m in IMPERFECT.finditer(words) if m.group() not in self._clauses["not_imperfect"]]
        return sorted([*self._finite.finditer(words), *futures, *imperfects], key=lambda m: m.start())

    def unfinished(self, words: str) -> bool:
        """See `Grammar.unfinished`."""
        return re.split(r"[\s'’]", words.strip().lower())[-1] in self._small_starts or words.rstrip().endswith(("'", "’"))

    def is_determiner(self, word: str) -> bool:
        """See `Grammar.is_determiner`."""
        return DETERMINER.match(f"{word} x") is not None or (COUNT.fullmatch(f"{word} ") is not None and not word[:1].isdigit())

    def goes_on(self, words: str) -> bool:
        """See `Grammar.goes_on`."""
        first = re.split(r"[\s'’,]", bare(words).lower().strip(), maxsplit=1)[0]
        return first in self._editing["pronouns"] or first in self._editing["possessives"] or first == "c"

    def attributed(self, words: str) -> bool:
        """See `Grammar.attributed`."""
        return bare(words).lower().startswith(tuple(self._editing["attributions"]))

    def starts_well(self, text: str) -> bool:
        """Whether a clause begins with a name, a number or a word that can begin one: not with a noun that lacks its article."""
        plain = bare(text).lstrip(' «“"(')
        return plain[:1].isdigit() or plain[:1].isupper() or self._starts_small(plain)

    def lower_start(self, text: str) -> str:
        """A clause with a small first letter where its first word is no name."""
        return lower_first(text) if self._starts_small(bare(text)) else text

    def _starts_small(self, text: str) -> bool:
        found = WORD.match(text)
        if found is None:
            return False
        return re.split("['’]", found.group().lower())[0] in self._lower_starts or PARTICIPLE_FIRST.match(text) is not None

    def begins_with_verb(self, words: str) -> bool:
        """See `Grammar.begins_with_verb`."""
        found = WORD.match(words)
        return bool(found) and (found.group().lower() in self._participles or found.group().lower().endswith("é"))  # type: ignore[union-attr]

    def begins_with_deed(self, words: str) -> bool:
        """See `Grammar.begins_with_deed`."""
        first, _, rest = bare(words).partition(" ")
        form = self._participles.get(first.lower())
        return form is not None and form[1:] == ("m", False) and self.is_object(rest)

    def is_object(self, words: str) -> bool:
        """Whether words begin with a determiner or a number, and no date: what a verb was done to."""
        return (DETERMINER.match(words) is not None or COUNT.match(words) is not None) and NO_OBJECT.match(words) is None

    def begins_with_noun(self, words: str) -> bool:
        """See `Grammar.begins_with_noun`."""
        found = WORD.match(words)
        return bool(found) and found.group().lower() in self._genders  # type: ignore[union-attr]


def outside_tail(text: str) -> str:
    """The text with what stands between quotation marks blanked, positions kept."""
    blanked = []
    depth = 0
    straight = False
    for sign in text:
        if sign == '"':
            straight = not straight
        if sign in "«“\ue000\ue002":
            depth += 1
        blanked.append("_" if depth or straight else sign)
        if sign in "»”\ue001\ue003":
            depth = max(0, depth - 1)
    return "".join(blanked)
