"""French: a verb for a noun phrase, by its head (`ouverture de X` → `X a ouvert`), its participle or what it means."""

import re
from collections.abc import Sequence
from dataclasses import replace

from partnership_analysis.presentation.grammar.cutting import balanced, lower_first, pieces, until
from partnership_analysis.presentation.grammar.french_clauses import FrenchClauses
from partnership_analysis.presentation.grammar.french_phrases import FrenchPhrases
from partnership_analysis.presentation.grammar.french_words import COUNT, MONTHS, RELATIVE, WORD, outside_tail
from partnership_analysis.presentation.grammar.model import Clause, Nominal

COMPLEMENT = re.compile(r"(d['’]une(?= )|d['’]un(?= )|du(?= )|de la(?= )|de l['’]|des(?= )|d['’]|de(?= )) ?(?=\S)", re.IGNORECASE)
WEEKDAY = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) "
DATED = rf"le (?:{WEEKDAY})?\d+|les \d+|du \d+|des \d+|en (?:\d{{4}}|{MONTHS})|(?:début|fin) (?:\d{{4}}|{MONTHS})|au (?:premier|deuxième|troisième|quatrième|second|printemps)"
INVERTED = re.compile(
    rf"((?:(?:au|aux|à) [^,]{{3,90}}?)|(?:le \d{{1,2}}(?:er)? (?:{MONTHS}) \d{{4}}|en (?:{MONTHS}) \d{{4}}|en \d{{4}})) (?=d['’]une? )"
)
CIRCUMSTANCE = re.compile(
    rf",? (?=(?:{DATED}|(?:au|aux|à|dans)(?: la| les| l['’])? ?[A-ZÉÀ]\w*|lors|pendant|durant|avec|dans le cadre|en présence|en partenariat|en lien)\b)"
)
"""What can stand behind the verb of what takes place: dates, places by name, occasions; not what the event is about."""
AFTER_COMPLEMENT = re.compile(
    r",? (?=(?:en partenariat|en lien|en présence|le \d+|les \d+|du \d+|des \d+|en (?:\d{4}|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|(?:début|fin) \d{4}|au|aux|à(?! (?:projets|projet|manifestation|candidatures|idées|contributions|disposition|jour|distance|domicile|vélo|deux|trois))|lors|pendant|durant|auprès|avec|par|pour|dans|chez|sous)\b)"
)
OF_A_PLACE = re.compile(r", (?:qui|que|qu['’]|dont|où) ?")
"""What is said of the words right before it: a place that it follows may not be parted from them."""
OTHER_NOUN = re.compile(r"(?:sur|dans|via|chez|sous|pour|avec) (?:un|une|des|le|la|les|l['’]) ?\w", re.IGNORECASE)
"""A complement behind a comma: a participle right behind its noun is that noun's own, `sur un espace tenu par …`."""
PERMITTED_TO = re.compile(r"(?<!\w)(?:a|ont) permis (?:de |d['’])(\w+(?:er|ir|re)) (?=\S)")
DATE_BETWEEN = re.compile(
    rf",? ?((?:le (?:{WEEKDAY})?\d{{1,2}}(?:er)? (?:{MONTHS})|en (?:{MONTHS})|(?:début|fin) (?:{MONTHS})|(?:en|début|fin))(?: \d{{4}})|(?<=, )(?:avec|en lien avec|en partenariat avec) [^,]{{2,80}}(?=,)),? (?=d(?:e|u|es|['’]))"
)
"""A date or companion between a deverbal noun and its complement: `signature, le 3 mars 2021, de la charte`, `création, avec la Ville, d'un fonds`."""
AWAITED = re.compile(
    r"(?<= )(?:prévue?s?|attendue?s?|programmée?s?|envisagée?s?|planifiée?s?|annoncée?s?) (?=(?:au|le|en|pour|à|d['’]ici|fin|début|avant|courant)\b)"
)
ONE_OF = re.compile(r"(?:^|, |et |\()(?:l['’]une?|l['’]autre|l[ea] (?:premi|deuxi|secon|troisi|derni)\w+|les? deux|les autres)$", re.IGNORECASE)
"""What a place or date behind it is of: `deux voyages, l'un à Dinan, l'autre à Bruz`."""
APPEARED = re.compile(r",? parue?s?(?= |$)")
"""Behind a work's words, before where and when: our verb says it."""
FOLLOWING_CLAUSE = re.compile(r", (?:leur|lui|se|s['’]|en|y|nous|vous|ne|n['’]|il|elle|ils|elles) ?\w")
"""Where a clause of its own begins after a participle's words: `ouvert à Dinan, leur offre …`."""


class FrenchVerbs(FrenchClauses, FrenchPhrases):
    """Clauses made of noun phrases."""

    def clause(self, words: str, *, status: str, subject: str, subjects: int, overdue: bool) -> Clause | None:
        """See `Grammar.clause`; what something `a permis de développer` has been developed."""
        found = super().clause(words, status=status, subject=subject, subjects=subjects, overdue=overdue)
        if found or status != "done":
            return found
        permitted = PERMITTED_TO.search(until(words, ";:"))
        infinitive = permitted.group(1) if permitted else ""
        participle = self.wording.grammar["participle_of"].get(infinitive) or (f"{infinitive[:-2]}é" if infinitive.endswith("er") else "")
        if permitted is None or not participle:
            return None
        kept = list(pieces(until(words, ";:")[permitted.end() :]))
        nominal = self.nominal(kept[0], "") if len(kept) == 1 or self._may_cut(kept[1]) else None
        if nominal is None or not nominal.gender or not nominal.determiner:
            return None
        core, tail = self._split(nominal.text, AFTER_COMPLEMENT)
        what = replace(nominal, text=core)
        return Clause(f"{what.words} {self._auxiliary(status, overdue, what.plural)} {self.agreed(participle, what.gender, what.plural)}{tail}")

    def told(self, words: str, report: str, *, status: str, kind: str, overdue: bool) -> Clause | None:
        """A clause made of a noun phrase; see `Grammar.told`."""
        nominal = self.nominal(words, report)
        if nominal is None:
            return None
        if status == "other":
            cancelled = self._with_participle(nominal, report, status, overdue)
            if cancelled:
                return Clause(cancelled, pronoun=pronoun_of(nominal))
            definite = self.made_definite(nominal)
            nominal = replace(definite, text=next(pieces(definite.text)))
        made = self._deverbal(nominal, report, status, overdue)
        if made:
            return made
        for way in (self._with_participle, self._to_appear):
            passive = way(nominal, report, status, overdue)
            if passive:
                return Clause(passive, pronoun=pronoun_of(nominal))
        return self._by_meaning(nominal, status, kind, overdue)

    def unsaid(self, text: str, pronoun: str) -> str:
        """` ; le rapport ne dit pas si elle l'a été`: what an overdue clause is followed by."""
        if not pronoun or " être " not in text:
            return " ; le rapport ne dit pas si c'est fait"
        has = "l'ont été" if pronoun.endswith("s") else "l'a été"
        return f" ; le rapport ne dit pas s'{pronoun} {has}" if pronoun.startswith("il") else f" ; le rapport ne dit pas si {pronoun} {has}"

    def associated(self, words: str, report: str, names: Sequence[str], *, ongoing: bool) -> str:
        """`un groupe de travail associe A et B`; empty where the words are no group."""
        nominal = self.nominal(words, report)
        if nominal is None or self.singular(nominal.head) not in self._phrases["groups"] or len(nominal.text.split()) > 14:
            return ""
        verb = ("associent" if nominal.plural else "associe") if ongoing else ("ont associé" if nominal.plural else "a associé")
        return f"{nominal.words} {verb} {self.listed(names)}"

    def letter(self, words: str, report: str) -> str:
        """An open letter as the subject of `porte les signatures`; empty where the words say more than its name."""
        nominal = self.nominal(words, report)
        if nominal is None or nominal.head not in self._phrases["letters"] or len(nominal.text.split()) > 6:
            return ""
        return self.made_definite(nominal).words

    def listed(self, items: Sequence[str]) -> str:
        """A list; the language's own module knows."""
        raise NotImplementedError

    def definite_time(self, words: str) -> str:
        """See `Grammar.definite_time`."""
        first = words.split(" ")[0]
        return (
            self.definite(words, "m")
            if (words[:1].isdigit() and " " in words)
            or first in (*self.wording.words("quarter_ordinals"), *self.wording.words("semester_ordinals"), *self.wording.words("seasons_bare"))
            else words
        )

    def another(self, stem: str) -> str:
        """See `Grammar.another`."""
        return f"{stem.split(' ')[0]} autre" if stem.startswith(("un ", "une ")) else ""

    def acted(self, subject: str, subjects: int, active: str) -> str:
        """`le REV et Rives unies ont co-organisé un webinaire`."""
        return f"{subject} {'ont' if subjects > 1 else 'a'} {active}"

    def _auxiliary(self, status: str, overdue: bool, plural: bool) -> str:
        if status == "planned":
            return ("devaient être" if plural else "devait être") if overdue else ("doivent être" if plural else "doit être")
        if status == "other":
            return "n'ont pas été" if plural else "n'a pas été"
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
        dated = DATE_BETWEEN.match(rest)
        if dated:
            rest, tail = rest[dated.end() :], f" {dated.group(1)}"
        elif inverted:
            what, comma, after = rest[inverted.end(1) + 1 :].partition(", ")
            rest, tail = what, f" {inverted.group(1)}{comma}{after}"
        else:
            tail = ""
        of = COMPLEMENT.match(rest)
        if not of:
            return None
        article = {"du": "le", "de la": "la", "de l'": "l'", "des": "les", "d'un": "un", "d'une": "une"}.get(
            of.group(1).lower().replace("’", "'"), ""
        )
        what, after = self._split(rest[of.end() :], AFTER_COMPLEMENT)
        inner = self._with_determiner(article, what, report) if article or COUNT.match(what) else None
        if inner is None or not (inner.gender or intransitive):
            return None
        tail = AWAITED.sub("", tail + after if dated and "," in after else after + tail)
        if intransitive:
            if status == "planned":
                infinitive = self.wording.grammar["infinitive_of"][intransitive]
                must = ("devaient" if inner.plural else "devait") if overdue else ("doivent" if inner.plural else "doit")
                return Clause(f"{inner.words} {must} {infinitive}{tail}")
            have = ("n'ont pas" if inner.plural else "n'a pas") if status == "other" else "ont" if inner.plural else "a"
            active = f"{intransitive} {inner.words}{tail}" if status == "done" and intransitive in ("ouvert", "rouvert", "fermé") else ""
            return Clause(
                f"{self.closed(inner.words)} {have} {intransitive}{tail}",
                opens="self",
                active=active,
                pronoun=pronoun_of(inner),
            )
        passive = (
            f"{self.closed(inner.words)} {self._auxiliary(status, overdue, inner.plural)} {self.agreed(participle, inner.gender, inner.plural)}{tail}"
        )
        return Clause(
            passive, pronoun=pronoun_of(inner), active=f"{participle} {inner.words}{tail}" if status == "done" and " par " not in tail else ""
        )

    def _with_participle(self, nominal: Nominal, report: str, status: str, overdue: bool) -> str:
        """`étude publiée fin 2021` → `une étude a été publiée fin 2021`: the participle must agree with the head."""
        text = nominal.text
        for found in WORD.finditer(text, len(nominal.head)):
            form = self._participles.get(found.group().lower().replace("’", "'"))
            if form is None or not balanced(text[: found.start()]):
                continue
            lemma, gender, plural = form
            if status == "other" and lemma not in self._phrases["abandoned"]:
                continue
            if lemma in self._phrases["of_bodies"] and text[: found.start()].rstrip().endswith(","):
                continue
            if plural != nominal.plural or (
                nominal.gender and gender != nominal.gender and not (gender == "m" and lemma.endswith("s") and nominal.gender == "m")
            ):
                continue
            before = text[: found.start()].rstrip()
            after = text[found.end() :].strip()
            tail = lemma.split(" ")[1:]
            if tail and not after.startswith(" ".join(tail)):
                continue
            if not before.endswith(",") and after and not after.lower().startswith(tuple(self._phrases["after_participle"])):
                continue
            if RELATIVE.search(before) or before.endswith((" de", " d'", " et")) or OTHER_NOUN.match(before.rpartition(", ")[2]):
                continue
            subject = Nominal(nominal.determiner, before.rstrip(" ,"), nominal.head, nominal.gender, nominal.plural)
            own = text[found.start() :]
            if status == "planned" and lemma in self._phrases["awaited"]:
                return f"{subject.words} {self._be(overdue, plural)} {own}"
            awaited = self._awaited(own, subject, overdue) if status == "planned" else ""
            if awaited:
                return awaited
            clause = FOLLOWING_CLAUSE.search(own)
            auxiliary = self._auxiliary("done" if status == "other" else status, overdue, plural)
            return f"{subject.words} {auxiliary} {own[: clause.start()] if clause else own}"
        return ""

    def _awaited(self, own: str, subject: Nominal, overdue: bool) -> str:
        """`confiée au cabinet X, attendue fin 2023` → `une étude, confiée au cabinet X, est attendue fin 2023`; empty where nothing is awaited."""
        kept = list(pieces(own))
        for number, piece in enumerate(kept[1:], start=1):
            first = WORD.match(piece.strip())
            form = self._participles.get(first.group().lower()) if first else None
            if form and form[0] in self._phrases["awaited"]:
                return f"{subject.words}, {','.join(kept[:number]).strip()}, {self._be(overdue, subject.plural)} {','.join(kept[number:]).strip()}"
        return ""

    def _be(self, overdue: bool, plural: bool) -> str:
        return ("étaient" if overdue else "sont") if plural else ("était" if overdue else "est")

    def closed(self, words: str) -> str:
        """A subject whose last piece stands beside it after a comma, with the comma that ends it; an enumeration stays as it is."""
        kept = list(pieces(words))
        if len(kept) < 2:
            return words
        last = kept[-1].strip()
        first = WORD.match(last)
        beside = RELATIVE.match(last) or (first and first.group().lower() in self._participles) or not re.search(r"\b(?:et|ou|ainsi que) ", last)
        return f"{words}," if beside else words

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
            participle = self.wording.grammar["participle_of"][verb]
            verb = f"être {self.agreed(participle, nominal.gender, nominal.plural)}"
        return f"{subject.words} {must} {verb}{nominal.text[found.end() :]}"

    def _by_meaning(self, nominal: Nominal, status: str, kind: str, overdue: bool) -> Clause | None:
        """A verb by what the head noun is: what takes place, what is published; the verb stands before dates, places and circumstances."""
        singular = self.singular(nominal.head)
        meaning = next(
            (name for name in ("events", "works") if nominal.head in self.wording.grammar[name] or singular in self.wording.grammar[name]), ""
        )
        verb = self._verb_for(meaning, nominal, status, kind, overdue)
        active = ""
        if status == "done" and kind in self._phrases["assured"]:
            active = f"assuré {nominal.words}"
        elif status == "done" and meaning == "events" and kind in self._phrases["organised"]:
            active = f"organisé {nominal.words}"
        elif status == "done" and kind in self._phrases["led"] and nominal.gender:
            active = f"mené {nominal.words}"
        if not verb:
            return Clause("", active=active) if active else None
        core, tail = self._split(nominal.text, CIRCUMSTANCE) if meaning else (nominal.text, "")
        appeared = APPEARED.search(outside_tail(nominal.text)) if meaning == "works" and status == "done" else None
        if appeared:
            core, tail = nominal.text[: appeared.start()], nominal.text[appeared.end() :]
        if re.search(r"(?:^|\W)par \S", tail):
            return Clause("", active=active) if active else None
        tail = tail[1:] if tail.startswith(", ") else tail
        short = Nominal(nominal.determiner, core, nominal.head, nominal.gender, nominal.plural)
        noun = f"{short.words}{tail}" if meaning == "events" and status == "done" and not tail else ""
        return Clause(
            f"{self.closed(short.words)} {verb}{tail}",
            active=active,
            pronoun=pronoun_of(nominal),
            noun=noun,
            stem=f"{short.words} {verb}" if tail else "",
        )

    def _split(self, text: str, at: re.Pattern[str]) -> tuple[str, str]:
        """A noun phrase without its circumstances, and these: `l'étude` and ` au Salon des maires en mai 2021`. What follows a participle is its own."""
        if OF_A_PLACE.search(outside_tail(text)):
            return text, ""
        for found in at.finditer(outside_tail(text)):
            before = WORD.findall(text[: found.start()])
            if (
                before
                and not ONE_OF.search(text[: found.start()])
                and before[-1].lower() not in self._participles
                and not (before[-1].lower() in self._phrases["takes_a"] and re.match(r" ?(?:à|au|aux)\b", text[found.start() :]))
            ):
                tail = text[found.start() :]
                return text[: found.start()], tail[1:] if re.match(rf", (?:{DATED}|à l['’]intention|à destination|pour|lors)\b", tail) else tail
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
        if nominal.gender and status == "done" and kind in self._phrases["led"]:
            return f"{have} été {self.agreed('mené', nominal.gender, plural)}"
        if nominal.gender and status == "done" and kind == "pilot":
            return f"{have} été {self.agreed('mis en place', nominal.gender, plural)}"
        return ""


def pronoun_of(nominal: Nominal) -> str:
    """`il`, `elle`, `ils`, `elles`; empty where the gender is not known."""
    return "" if nominal.gender is None else ("elle" if nominal.gender == "f" else "il") + ("s" if nominal.plural else "")
