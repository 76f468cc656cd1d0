"""French: what the report's own words can become. A whole clause is kept and trimmed; a noun phrase gets its article and a verb.

Nothing is guessed: where the gender of a noun or the verb of a clause is not known, the answer is None and the sentence is another's.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from partnership_analysis.presentation.grammar.model import (
    Clause,
    Gender,
    Nominal,
    ADDRESS,
    ASIDE,
    balanced,
    bare,
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

LONGEST, LONGEST_KEPT = 32, 42
"""Words of a clause: above the first it is cut where that does no harm, above the second it is not used."""

DETERMINER = re.compile(r"(?:(une|un|des|les|le|la|cette|cet|ces|ce|son|sa|ses|leurs|leur|plusieurs|quelques) |(l)['’])(?=\S)", re.IGNORECASE)
COUNT = re.compile(r"(?:\d[\d\s\u202f\u00a0]*|une? \w+aine d['’e]|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent)(?= )) ?", re.IGNORECASE)
ORDINAL = re.compile(r"(première|premier|premiers|premières|seconde|second|\w+ième|dernière|dernier|prochaine|prochain|nouvelle|nouveau|nouvel|grande|grand|petite|petit|autre|ancienne|ancien|double) ", re.IGNORECASE)
DEFINITE_ORDINALS = ("première", "premier", "premiers", "premières", "seconde", "second", "dernière", "dernier", "prochaine", "prochain")
FEMININE_ORDINALS = ("première", "premières", "seconde", "dernière", "prochaine", "nouvelle", "grande", "petite", "ancienne")
MASCULINE_ORDINALS = ("premier", "premiers", "second", "dernier", "prochain", "nouveau", "nouvel", "grand", "petit", "ancien")
COMPLEMENT = re.compile(r"(d['’]une(?= )|d['’]un(?= )|du(?= )|de la(?= )|de l['’]|des(?= )|d['’]|de(?= )) ?(?=\S)", re.IGNORECASE)
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
DATED = rf"le \d+|les \d+|du \d+|des \d+|en (?:\d{{4}}|{MONTHS})|(?:début|fin) (?:\d{{4}}|{MONTHS})|au (?:premier|deuxième|troisième|quatrième|second|printemps)"
INVERTED = re.compile(rf"((?:(?:au|aux|à) [^,]{{3,90}}?)|(?:le \d{{1,2}}(?:er)? (?:{MONTHS}) \d{{4}}|en (?:{MONTHS}) \d{{4}}|en \d{{4}})) (?=d['’]une? )")
CIRCUMSTANCE = re.compile(rf",? (?=(?:{DATED}|(?:au|aux|à|dans)(?: la| les| l['’])? ?[A-ZÉÀ]\w*|lors|pendant|durant|avec|dans le cadre|en présence|en partenariat|en lien)\b)")
"""What can stand behind the verb of what takes place: dates, places by name, occasions; not what the event is about."""
NO_NAME_AFTER = ("réunion", "rencontre", "échange", "visite", "atelier", "webinaire", "entretien", "audience", "séance")
"""Heads that a name cannot follow without a preposition: `audition Assemblée nationale` is a note, no phrase."""
ASSURED = ("monitoring", "information_sharing", "training")
ORGANISED = ("webinar", "workshop", "conference", "meeting")
AFTER_COMPLEMENT = re.compile(r",? (?=(?:en partenariat|en lien|en présence|le \d+|les \d+|du \d+|des \d+|en (?:\d{4}|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|(?:début|fin) \d{4}|au|aux|à(?! (?:projets|projet|manifestation|candidatures|idées|contributions|disposition|jour|distance|domicile|vélo|deux|trois))|lors|pendant|durant|auprès|avec|par|pour|dans|chez|sous)\b)")
FUTURE = re.compile(r"(?<![\w'’-])(ne |n['’])?(se |s['’])?([a-zà-ÿœ]+r)(a|ont)(?![\w'’-])")
PERMITTED = re.compile(r"(?:a|ont) permis\b")
FOLLOWING_CLAUSE = re.compile(r", (?:leur|lui|se|s['’]|en|y|nous|vous|ne|n['’]|il|elle|ils|elles) ?\w")
"""Where a clause of its own begins after a participle's words: `ouvert à Dinan, leur offre …`."""
NOUN_BEFORE = re.compile(r"(?:\b(?:de|du|la|le|une|un|cette|ce|les|des|à|en|au|par|sans|sa|son|leur|première|deuxième|et|ou|nouvelle) |['’])$", re.IGNORECASE)
PREPOSITIONS = ("en", "au", "aux", "à", "dans", "de", "du", "depuis", "pour", "par", "avec", "sous", "sur", "dès", "durant", "pendant", "entre", "après", "avant", "lors", "chez", "selon", "grâce", "et", "mais", "ou", "il", "elle", "ils", "elles")
ORDINAL_PRONOUNS = ("le premier", "la première", "la seconde", "le second", "l'une", "l'un", "d'autres")
DANGLING = re.compile(r"\b(?:première|deuxième|seconde|troisième|quatrième|cinquième|nouvelle|prochaine|dernière) (?:édition|séance|session|tranche|phase|promotion|vague)(?![\w-])")
NAMED_SUBJECT = re.compile(r"(?:L['’]|Le |La |Les )[^,.;:«»]{3,60}«[^«»]{2,60}»")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
RELATIVE = re.compile(r"(?<![\w-])(?:qui|que|qu['’]|dont|où|lequel|laquelle|lesquels|lesquelles|auquel|à laquelle|si|lorsque|quand) ", re.IGNORECASE)
AFTER_PARTICIPLE = ("par", "avec", "à", "au", "aux", "en", "auprès", "dans", "lors", "sur", "pour", "de", "du", "fin", "début", "le", "chez", "sous", "entre", "depuis", "jusqu'à", "jusqu’à", "d'", "d’")
SUBJECT_STARTS = re.compile(r"(?:le|la|les|l['’]|un|une|des|ce|cet|cette|ces|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|chaque|quelques|certains|certaines|\d|[A-ZÀ-ÝŒ«\"“\ue002])", re.IGNORECASE)


class FrenchClauses:
    """Clauses and noun phrases of French reports."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        data = wording.grammar
        self._clauses: Mapping[str, Any] = data["clauses"]
        self._editing: Mapping[str, Any] = data["editing"]
        self._finite = word_pattern([*self._clauses["auxiliaries"], *self._clauses["present"]])
        self._examples = tuple(self._editing["examples"])
        self._present = frozenset(self._clauses["present"])
        self._banned = word_pattern([*self._editing["banned"], *self._editing["anaphors"]])
        self._dropped = dropped_pattern(self._editing)
        self._cut = re.compile(r" ?(?:" + "|".join(sorted(map(re.escape, self._editing["cut_before"]), key=lambda w: (-len(w), w))) + r")(?![\w-])", re.IGNORECASE)

    # --- words -----------------------------------------------------------------------------------------------------------------

    @cached_property
    def _genders(self) -> dict[str, Gender]:
        genders: dict[str, Gender] = {}
        for listed, gender in (("masculine", "m"), ("feminine", "f")):
            genders.update(dict.fromkeys(self.wording.grammar[listed], gender))
        for head in (*self.wording.grammar["deverbal"], *self.wording.grammar["intransitive"]):
            genders.setdefault(head, "f" if head.endswith("tion") or head.startswith("mise ") else "m")
        for head in ("ouverture", "remise", "embauche", "tenue", "pose", "collecte", "refonte", "signature", "réouverture", "fermeture"):
            genders[head] = "f"
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

    # --- whole clauses ---------------------------------------------------------------------------------------------------------

    def edited(self, words: str) -> str:
        """The words without links to the sentence before, praise and empty quantities, outside quotation marks."""
        words = ASIDE.sub("", words)
        lead, comma, rest = words.partition(", ")
        if comma and lead in self._editing["leads"]:
            words = rest[:1].upper() + rest[1:]
        for old, new in self._editing["replaced"]:
            words = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, words)
        parts = re.split("(«[^»]*»|\"[^\"]*\"|“[^”]*”|\ue002[^\ue003]*\ue003)", words)
        kept = [part if number % 2 else self._dropped.sub(dropped, part) for number, part in enumerate(parts)]
        return re.sub(r"\s+([,.])", r"\1", " ".join("".join(kept).split())).strip(" ,")

    def finite(self, words: str) -> re.Match[str] | None:
        """The first finite verb outside quotation marks and relative clauses."""
        plain = words
        for found in self._verbs(plain):
            before = plain[: found.start()]
            if not balanced(before) or (found.group().lower() in self._present and (not before or NOUN_BEFORE.search(before))):
                continue
            relative = None
            for relative in RELATIVE.finditer(before):
                pass
            if relative and "," not in before[relative.end() :] and not self._verb_between(before[relative.end() :]):
                continue
            return found
        return None

    def _verbs(self, words: str) -> Sequence[re.Match[str]]:
        futures = [m for m in FUTURE.finditer(words) if m.group(3) + m.group(4) not in self._clauses["not_future"]]
        return sorted([*self._finite.finditer(words), *futures], key=lambda m: m.start())

    def _verb_between(self, words: str) -> bool:
        return self._finite.search(words) is not None

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
        if not starts_well(text) or self.unfinished(text):
            return None
        if status == "planned":
            text = self._announced(text, overdue)
        elif self._future(text):
            text = self._announced(text, overdue) if status == "ongoing" else ""
        return Clause(lower_start(text), follows, "subject") if text else None

    def _trimmed(self, text: str, verb_end: int) -> str:
        """The clause without pieces that we do not say; empty where the piece with the verb is one."""
        kept: list[str] = []
        length = 0
        for number, piece in enumerate(pieces(text)):
            if holds(piece, self._banned):
                if length < verb_end and not kept:
                    return ""
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
        while len(kept) > 1 and sum(len(k.split()) for k in kept) > LONGEST and self._may_cut(kept[-1]) and sum(len(k) + 1 for k in kept[:-1]) >= verb_end:
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
        if subject and text.lower().startswith("nous avons "):
            return f"{subject} {'ont' if subjects > 1 else 'a'}{text[len('nous avons'):]}"
        return text

    def _with_subject(self, text: str, subject: str, subjects: int) -> tuple[str, bool]:
        """The clause with a subject that stands by itself; whether it can only follow another clause."""
        lowered = text.lower().replace("’", "'")
        for pronoun in self._editing["pronouns"]:
            if pronoun in ORDINAL_PRONOUNS and not re.match(rf"{pronoun}(?:,| (?:a|ont|est|sont|s'est|se) )", lowered):
                continue
            if lowered.startswith((pronoun + " ", pronoun + ",")) or (pronoun.endswith("'") and lowered.startswith(pronoun)):
                rest = text[len(pronoun) :]
                if pronoun in ("ils", "elles") and subject and subjects > 1:
                    return subject + rest, False
                if pronoun in ("il", "elle") and subjects == 1 and subject:
                    return subject + rest, False
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
            return f"{subject} {form}{text[verb.end():]}", False
        return text, False

    def definite(self, noun: str, gender: Gender) -> str:
        """A singular noun phrase with the definite article."""
        return f"l'{noun}" if self.elides(noun) else f"{'la' if gender == 'f' else 'le'} {noun}"

    def elides(self, text: str) -> bool:
        """Whether articles lose their vowel before a text; the language's own module knows."""
        raise NotImplementedError

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

    # --- noun phrases ----------------------------------------------------------------------------------------------------------

    def nominal(self, words: str, report: str) -> Nominal | None:
        """The words as a noun phrase with its article; see `Grammar.nominal`."""
        text = self.edited(without_examples(until(words.strip(" .;:,"), ";:.!?"), self._examples))
        first = WORD.match(bare(text))
        if first and first.group().lower() in PREPOSITIONS:
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
        if not head:
            return None
        named = noun[len(head) :].startswith(" ") and noun[len(head) + 1 : len(head) + 2].isupper()
        if named and determiner != "l'" and (head.lower().endswith("tion") or head.lower() in NO_NAME_AFTER):
            return None
        proper = head[0].isupper() and not self._common(head.lower(), report)
        if proper and not determiner:
            return None
        if not proper:
            text = lower_first(text)
        plural = bool(count) or determiner in ("des", "les", "ces", "ses", "leurs", "plusieurs", "quelques") or (not determiner and self.plural(head.lower()))
        gender = self._gender(determiner, ordinal.group(1).lower() if ordinal else "", head, report)
        if count:
            return Nominal(determiner if determiner in ("les", "ces") else "", lower_first(text), head.lower(), gender, True)
        if gender is None and not (plural or determiner in ("l'",)):
            return None
        return Nominal(self._article(determiner, text, noun, head, ordinal.group(1).lower() if ordinal else "", gender, plural), text, head.lower(), gender, plural)

    def _common(self, noun: str, report: str) -> bool:
        return noun in self._genders or self.singular(noun) in self._genders or re.search(rf"\b{re.escape(noun)}\b", report) is not None or self._by_ending(noun)

    def _by_ending(self, noun: str) -> bool:
        return noun.endswith(("tion", "tions", "ment", "ments", "age", "ages"))

    def _head(self, text: str) -> str:
        """The head of a noun phrase: its first word, or the compound of the lists that it begins with."""
        lowered = text.lower().replace("’", "'")
        for compound in ("mise à disposition", "mise à jour", "mise en ligne", "mise en place", "mise en service", "mise en œuvre", "table ronde", "feuille de route", "compte rendu", "lettre ouverte", "tableau de bord", "court métrage", "petit déjeuner"):
            if lowered.startswith(compound):
                return text[: len(compound)]
        found = WORD.match(text)
        return found.group() if found else ""

    def plural(self, noun: str) -> bool:
        """Whether a noun in small letters is a plural."""
        return noun.endswith(("s", "x")) and self.singular(noun) != noun

    def _gender(self, determiner: str, ordinal: str, head: str, report: str) -> Gender | None:
        if determiner in ("un", "le", "ce", "cet", "son") and not (determiner == "son" and self.elides(head)):
            return "m"
        if determiner in ("une", "la", "cette", "sa"):
            return "f"
        if ordinal in FEMININE_ORDINALS or ordinal in MASCULINE_ORDINALS:
            return "f" if ordinal in FEMININE_ORDINALS else "m"
        return self.gender(head, report)

    def _article(self, determiner: str, text: str, noun: str, head: str, ordinal: str, gender: Gender | None, plural: bool) -> str:
        if determiner in ("un", "une", "des", "le", "la", "les", "l'", "plusieurs", "quelques"):
            return determiner
        after = noun[len(head) :].lstrip()
        named = bool(re.match(r"[«\"“\ue002]|[A-ZÀ-Ý][\w'’]+", after)) or after.startswith(("de la ", "du ", "de l'", "de l’"))
        definite = bool(determiner) or ordinal in DEFINITE_ORDINALS or named
        if plural:
            return "les" if definite else "des"
        if definite:
            return "l'" if self.elides(text) else ("la" if gender == "f" else "le")
        return "une" if gender == "f" else "un"

    # --- a verb for a noun phrase ----------------------------------------------------------------------------------------------

    def told(self, words: str, report: str, *, status: str, kind: str, overdue: bool) -> Clause | None:
        """A clause made of a noun phrase; see `Grammar.told`."""
        nominal = self.nominal(words, report)
        if nominal is None:
            return None
        if status == "other":
            nominal = self.made_definite(nominal)
        made = self._deverbal(nominal, report, status, overdue)
        if made:
            return made
        for way in (self._with_participle, self._to_appear):
            passive = way(nominal, report, status, overdue)
            if passive:
                return Clause(passive, pronoun=pronoun_of(nominal))
        return self._by_meaning(nominal, status, kind, overdue)

    def made_definite(self, nominal: Nominal) -> Nominal:
        """A noun phrase with the definite article in the place of the indefinite one."""
        if nominal.determiner not in ("un", "une", "des"):
            return nominal
        determiner = "les" if nominal.plural else "l'" if self.elides(nominal.text) else "la" if nominal.gender == "f" else "le"
        return Nominal(determiner, nominal.text, nominal.head, nominal.gender, nominal.plural)

    def unsaid(self, text: str, pronoun: str) -> str:
        """` ; le rapport ne dit pas si elle l'a été`: what an overdue clause is followed by."""
        if not pronoun or " être " not in text:
            return " ; le rapport ne dit pas si c'est fait"
        has = "l'ont été" if pronoun.endswith("s") else "l'a été"
        return f" ; le rapport ne dit pas s'{pronoun} {has}" if pronoun.startswith("il") else f" ; le rapport ne dit pas si {pronoun} {has}"

    def associated(self, words: str, report: str, names: Sequence[str], *, ongoing: bool) -> str:
        """`un groupe de travail associe A et B`; empty where the words are no group."""
        nominal = self.nominal(words, report)
        if nominal is None or self.singular(nominal.head) not in ("groupe", "comité", "commission", "collectif", "réseau", "cellule", "instance", "conseil", "équipe") or len(nominal.text.split()) > 14:
            return ""
        verb = ("associent" if nominal.plural else "associe") if ongoing else ("ont associé" if nominal.plural else "a associé")
        return f"{nominal.words} {verb} {self.listed(names)}"

    def letter(self, words: str, report: str) -> str:
        """An open letter as the subject of `porte les signatures`; empty where the words say more than its name."""
        nominal = self.nominal(words, report)
        if nominal is None or nominal.head not in ("tribune", "lettre", "lettre ouverte", "appel", "motion", "pétition", "manifeste") or len(nominal.text.split()) > 6:
            return ""
        return self.made_definite(nominal).words

    def listed(self, items: Sequence[str]) -> str:
        """A list; the language's own module knows."""
        raise NotImplementedError

    def subject(self, words: str, report: str) -> Nominal | None:
        """See `Grammar.subject`: `Délais de versement` → `les délais de versement`."""
        nominal = self.nominal(words, report)
        return self.made_definite(nominal) if nominal and nominal.gender else None

    def unfinished(self, words: str) -> bool:
        """See `Grammar.unfinished`."""
        return re.split(r"[\s'’]", words.strip().lower())[-1] in SMALL_STARTS or words.rstrip().endswith(("'", "’"))

    def begins_with_verb(self, words: str) -> bool:
        """See `Grammar.begins_with_verb`."""
        found = WORD.match(words)
        return bool(found) and (found.group().lower() in self._participles or found.group().lower().endswith("é"))  # type: ignore[union-attr]

    def begins_with_noun(self, words: str) -> bool:
        """See `Grammar.begins_with_noun`."""
        found = WORD.match(words)
        return bool(found) and found.group().lower() in self._genders  # type: ignore[union-attr]

    def dangling(self, words: str) -> int | None:
        """See `Grammar.dangling`: `lancement de la première édition| par la Métropole`."""
        found = DANGLING.search(words)
        return found.end() if found and not re.match(r" (?:de|du|des|d['’])", words[found.end() :]) and found.start() < 40 else None

    def named_subject(self, sentence: str) -> str | None:
        """See `Grammar.named_subject`."""
        found = NAMED_SUBJECT.match(sentence)
        return lower_first(found.group()) if found else None

    def complement(self, name: str) -> str:
        """` de l'appel à projets « Premiers pas »`, ` du guichet « Amorce »`."""
        for article, contracted in (("le ", "du "), ("les ", "des ")):
            if name.startswith(article):
                return f" {contracted}{name[len(article):]}"
        return f" de {name}"

    def acted(self, subject: str, subjects: int, active: str) -> str:
        """`le RTES et France urbaine ont co-organisé un webinaire`."""
        return f"{subject} {'ont' if subjects > 1 else 'a'} {active}"

    def _auxiliary(self, status: str, overdue: bool, plural: bool) -> str:
        if status == "planned":
            return ("devaient être" if plural else "devait être") if overdue else ("doivent être" if plural else "doit être")
        return ("sont" if plural else "est") if status == "ongoing" else ("ont été" if plural else "a été")

    def _deverbal(self, nominal: Nominal, report: str, status: str, overdue: bool) -> Clause | None:
        """`ouverture du guichet X` → `le guichet X a ouvert`; `envoi au ministère d'une lettre` → `une lettre a été envoyée au ministère`."""
        participle = self.wording.grammar["deverbal"].get(nominal.head)
        intransitive = self.wording.grammar["intransitive"].get(nominal.head)
        if not (participle or intransitive) or not lower_first(nominal.text).startswith(nominal.head):
            return None
        rest = nominal.text[len(nominal.head) :].strip()
        rest = rest[11:] if rest.lower().startswith("officielle ") else rest
        inverted = INVERTED.match(rest)
        if inverted:
            what, comma, after = rest[inverted.end(1) + 1 :].partition(", ")
            rest, tail = what, f" {inverted.group(1)}{comma}{after}"
        else:
            tail = ""
        of = COMPLEMENT.match(rest)
        if not of:
            return None
        article = {"du": "le", "de la": "la", "de l'": "l'", "des": "les", "d'un": "un", "d'une": "une"}.get(of.group(1).lower().replace("’", "'"), "")
        what, after = self._split(rest[of.end() :], AFTER_COMPLEMENT)
        inner = self._with_determiner(article, what, report) if article or COUNT.match(what) else None
        if inner is None or not (inner.gender or intransitive):
            return None
        tail = after + tail
        if intransitive:
            if status == "planned":
                infinitive = {"ouvert": "ouvrir", "rouvert": "rouvrir", "paru": "paraître", "démarré": "démarrer", "fermé": "fermer"}[intransitive]
                must = ("devaient" if inner.plural else "devait") if overdue else ("doivent" if inner.plural else "doit")
                return Clause(f"{inner.words} {must} {infinitive}{tail}")
            active = f"{intransitive} {inner.words}{tail}" if intransitive in ("ouvert", "rouvert", "fermé") else ""
            return Clause(f"{inner.words} {'ont' if inner.plural else 'a'} {intransitive}{tail}", opens="self", active=active, pronoun=pronoun_of(inner))
        passive = f"{inner.words} {self._auxiliary(status, overdue, inner.plural)} {self.agreed(participle, inner.gender, inner.plural)}{tail}"
        return Clause(passive, pronoun=pronoun_of(inner), active=f"{participle} {inner.words}{tail}" if status == "done" and " par " not in tail else "")

    def _with_participle(self, nominal: Nominal, report: str, status: str, overdue: bool) -> str:
        """`étude publiée fin 2021` → `une étude a été publiée fin 2021`: the participle must agree with the head."""
        text = nominal.text
        for found in WORD.finditer(text, len(nominal.head)):
            form = self._participles.get(found.group().lower().replace("’", "'"))
            if form is None or not balanced(text[: found.start()]):
                continue
            lemma, gender, plural = form
            if plural != nominal.plural or (nominal.gender and gender != nominal.gender and not (gender == "m" and lemma.endswith("s") and nominal.gender == "m")):
                continue
            before = text[: found.start()].rstrip()
            after = text[found.end() :].strip()
            tail = lemma.split(" ")[1:]
            if tail and not after.startswith(" ".join(tail)):
                continue
            if not before.endswith(",") and after and not after.lower().startswith(AFTER_PARTICIPLE):
                continue
            if RELATIVE.search(before) or before.endswith((" de", " d'", " et")):
                continue
            subject = Nominal(nominal.determiner, before.rstrip(" ,"), nominal.head, nominal.gender, nominal.plural)
            own = text[found.start() :]
            clause = FOLLOWING_CLAUSE.search(own)
            return f"{subject.words} {self._auxiliary(status, overdue, plural)} {own[: clause.start()] if clause else own}"
        return ""

    def _to_appear(self, nominal: Nominal, report: str, status: str, overdue: bool) -> str:
        found = re.search(r",? à (paraître|venir|signer|publier|mener|lancer|réaliser|organiser|ouvrir)\b", nominal.text)
        if not found or status != "planned":
            return ""
        subject = Nominal(nominal.determiner, nominal.text[: found.start()], nominal.head, nominal.gender, nominal.plural)
        must = ("devaient" if nominal.plural else "devait") if overdue else ("doivent" if nominal.plural else "doit")
        verb = found.group(1)
        if verb == "venir":
            verb = "avoir lieu"
        elif verb not in ("paraître", "ouvrir"):
            participle = {"signer": "signé", "publier": "publié", "mener": "mené", "lancer": "lancé", "réaliser": "réalisé", "organiser": "organisé"}[verb]
            verb = f"être {self.agreed(participle, nominal.gender, nominal.plural)}"
        return f"{subject.words} {must} {verb}{nominal.text[found.end():]}"

    def _by_meaning(self, nominal: Nominal, status: str, kind: str, overdue: bool) -> Clause | None:
        """A verb by what the head noun is: what takes place, what is published; the verb stands before dates, places and circumstances."""
        singular = self.singular(nominal.head)
        meaning = next((name for name in ("events", "works") if nominal.head in self.wording.grammar[name] or singular in self.wording.grammar[name]), "")
        verb = self._verb_for(meaning, nominal, status, kind, overdue)
        active = ""
        if status == "done" and kind in ASSURED:
            active = f"assuré {nominal.words}"
        elif status == "done" and meaning == "events" and kind in ORGANISED:
            active = f"organisé {nominal.words}"
        elif status == "done" and kind in ("study", "survey") and nominal.gender:
            active = f"mené {nominal.words}"
        if not verb:
            return Clause("", active=active) if active else None
        core, tail = self._split(nominal.text, CIRCUMSTANCE) if meaning else (nominal.text, "")
        if re.search(r"(?:^|\W)par \S", tail):
            return Clause("", active=active) if active else None
        short = Nominal(nominal.determiner, core, nominal.head, nominal.gender, nominal.plural)
        noun = f"{short.words}{tail}" if meaning == "events" and status == "done" and not tail else ""
        return Clause(f"{short.words} {verb}{tail}", active=active, pronoun=pronoun_of(nominal), noun=noun)

    def _split(self, text: str, at: re.Pattern[str]) -> tuple[str, str]:
        """A noun phrase without its circumstances, and these: `l'étude` and ` au Salon des maires en mai 2021`. What follows a participle is its own."""
        for found in at.finditer(outside_tail(text)):
            before = WORD.findall(text[: found.start()])
            if before and before[-1].lower() not in self._participles:
                tail = text[found.start() :]
                return text[: found.start()], tail[1:] if re.match(rf", (?:{DATED})\b", tail) else tail
        return text, ""

    def _verb_for(self, meaning: str, nominal: Nominal, status: str, kind: str, overdue: bool) -> str:
        plural = nominal.plural
        must = ("devaient" if plural else "devait") if overdue else ("doivent" if plural else "doit")
        have, be = ("ont", "sont") if plural else ("a", "est")
        if status == "expected":
            return f"{be} {self.agreed('attendu', nominal.gender, plural)}" if nominal.gender else f"{be} en cours"
        if status == "ongoing":
            return f"{be} en cours"
        if meaning == "events" and status == "planned" and nominal.gender:
            was = ("étaient" if plural else "était") if overdue else be
            return f"{was} {self.agreed('prévu', nominal.gender, plural)}"
        if meaning:
            verb, infinitive = ("eu lieu", "avoir lieu") if meaning == "events" else ("paru", "paraître")
            if status == "planned":
                return f"{must} {infinitive}"
            return f"n'{have} pas {verb}" if status == "other" else f"{have} {verb}"
        if nominal.gender and status == "planned":
            was = ("étaient" if plural else "était") if overdue else be
            return f"{was} {self.agreed('prévu', nominal.gender, plural)}"
        if nominal.gender and status == "done" and kind in ("study", "survey"):
            return f"{have} été {self.agreed('mené', nominal.gender, plural)}"
        if nominal.gender and status == "done" and kind == "pilot":
            return f"{have} été {self.agreed('mis en place', nominal.gender, plural)}"
        return ""


def pronoun_of(nominal: Nominal) -> str:
    """`il`, `elle`, `ils`, `elles`; empty where the gender is not known."""
    return "" if nominal.gender is None else ("elle" if nominal.gender == "f" else "il") + ("s" if nominal.plural else "")


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


SMALL_STARTS = frozenset(
    ["le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "plusieurs", "chaque", "quelques", "certains", "certaines", "en", "au", "aux", "à", "dans", "lors", "pour", "par", "avec", "sous", "sur", "depuis", "durant", "pendant", "entre", "après", "avant", "il", "elle", "ils", "elles", "cela", "ceci", "fin", "début", "mi", "dès", "cours", "courant", "tout", "toute", "tous", "toutes", "aucune", "aucun", "auprès", "chez", "vers"]
)


def starts_well(text: str) -> bool:
    """Whether a clause begins with a name, a number or a word that can begin one: not with a noun that lacks its article."""
    plain = bare(text).lstrip(" «“\"(")
    found = WORD.match(plain)
    return plain[:1].isdigit() or plain[:1].isupper() or bool(found and re.split("['’]", found.group().lower())[0] in SMALL_STARTS)


def lower_start(text: str) -> str:
    """A clause with a small first letter where its first word is no name."""
    found = WORD.match(bare(text))
    if found and re.split("['’]", found.group().lower())[0] in SMALL_STARTS:
        return lower_first(text)
    return text
