"""What every sentence about one report starts from: its rows by action, its words read plainly, its dates in words.

A `Story` is made once a section and changes only in the names it has already used; the tables and findings stay as they are.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from partnership_analysis.document.model import Block, Span
from partnership_analysis.document.view import View
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Action, Axis, Finding, Indicator, Participation, TimeExpression
from partnership_analysis.language.lexicon import Lexicon, languages, load_lexicon
from partnership_analysis.presentation.formats import date_phrase, date_words, day, set_spaces, until_phrase
from partnership_analysis.presentation.grammar import Grammar, grammar
from partnership_analysis.presentation.grammar.cutting import ABBREVIATION, bare, capital_first
from partnership_analysis.presentation.narrative_names import Names
from partnership_analysis.presentation.periods import names_month_or_season
from partnership_analysis.presentation.sentences import Sentence, sentence, without_marks
from partnership_analysis.presentation.sentences import Span as Evidence
from partnership_analysis.presentation.wording import Wording, wording, wording_languages
from partnership_analysis.tables.model import Tables

SEASON_WITH_YEAR = re.compile(r"(?<=\bin )the (?=(?:spring|summer|autumn|winter) \d{4})")
COLON = re.compile(r" ?: (?=[^\W\d_])")
LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
EMPHASIS = re.compile(r"(?<![*\w])\*([^*\n]{2,200})\*(?![*\w])")
VERBATIM = re.compile("\ue000[^\ue001]*\ue001|\ue002[^\ue003]*\ue003")
"""The report's words and titles of works, with their marks."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
ABBREVIATED = re.compile(r"\b[QTHS] ?[1-4]\b")
FIGURES_ONLY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)(?!\d)")
ORDINAL_DAY = re.compile(r"(?<=\b)(\d{1,2})(?:st|nd|rd|th)\b")
LOOKED_UP = 200_000
LONGEST_REST = 400
LONGEST_LEAD = 60
ENDED = re.compile(r"\s*(?:[.;:!?)|\]]|,? *$|\n\s*\n|\n\s*[-*•|])")
CLAUSE_END = re.compile(r"[.;!?](?=\s|$)|\n\s*\n|\n\s*[-*•|]| \| ")
SENTENCE_BEFORE = re.compile(r"[.!?…]\s+(?=[A-ZÀ-ÝŒ])|\n\s*(?:[-*•]\s)?")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-ÝŒ«“\"\ue002])")


@dataclass(frozen=True)
class Story:
    """One report, seen by the sentences of one section."""

    tables: Tables
    findings: tuple[Finding, ...]
    language: str
    names: Names

    @property
    def wording(self) -> Wording:
        """The words of the assessment's language."""
        return wording(self.language)

    @property
    def grammar(self) -> Grammar:
        """The grammar of the assessment's language."""
        return grammar(self.language)

    @property
    def same_language(self) -> bool:
        """Whether the report is in the assessment's language, so that its words can be woven in."""
        return self.tables.report.language == self.language

    @property
    def text(self) -> str:
        """The report's text as far as sentences look words up in it: the articles of names and nouns show early."""
        return self.tables.document.text[:LOOKED_UP]

    @property
    def foreign(self) -> str | None:
        """The report's language where it is another."""
        return None if self.same_language else self.tables.report.language

    def say(self, marked: str, *, evidence: tuple[Evidence, ...] = (), anchors: tuple[str, ...] = ()) -> Sentence:
        """A sentence from marked words: capital, full stop, elision and spaces set."""
        return sentence(self.typeset(marked), evidence=evidence, anchors=anchors, foreign=self.foreign)

    def typeset(self, marked: str) -> str:
        """Marked words as a sentence; words of a report in another language keep that language's typography and are not elided."""
        verbatim = VERBATIM.findall(marked) if self.foreign else []
        text = VERBATIM.sub(lambda found: f"{found.group()[0]}x{found.group()[-1]}", marked) if verbatim else marked
        text = capital_first(self.grammar.tidied(text.strip()))
        if not marked.translate(_ENDS).endswith((".", "!", "?", "…")):
            text += "."
        text = set_spaces(text, self.language)
        kept = iter(verbatim)
        return VERBATIM.sub(lambda _: self._own_typography(next(kept)), text) if verbatim else text

    def _own_typography(self, words: str) -> str:
        language = self.tables.report.language
        return words[0] + (set_spaces(words[1:-1], language) if language in wording_languages() else words[1:-1]) + words[-1]

    @cached_property
    def work_titles(self) -> dict[str, str]:
        """The titles of the works that the report names, folded, to the titles themselves; works known by kind and subject left out."""
        return {folded(row.title): without_marks(row.title) for row in self.tables.rows.publications if row.title[:1].isupper()}

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon of the report's own language where there is one, else that of the assessment's."""
        return load_lexicon(self.tables.report.language if self.tables.report.language in languages() else self.language)

    @property
    def source_grammar(self) -> Grammar:
        """The grammar of the report's own language where there is one, else the assessment's."""
        return grammar(self.tables.report.language if self.tables.report.language in wording_languages() else self.language)

    @cached_property
    def axes(self) -> dict[str, Axis]:
        """The parts by id."""
        return {axis.axis_id: axis for axis in self.tables.rows.axes}

    @cached_property
    def figures(self) -> dict[str, tuple[Indicator, ...]]:
        """The figures of each action."""
        found: dict[str, list[Indicator]] = {}
        for row in self.tables.rows.indicators:
            if row.action_id:
                found.setdefault(row.action_id, []).append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    @cached_property
    def parts_taken(self) -> dict[str, tuple[Participation, ...]]:
        """Who takes part in each action."""
        found: dict[str, list[Participation]] = {}
        for row in self.tables.rows.participations:
            found.setdefault(row.action_id, []).append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    @cached_property
    def _pieces(self) -> tuple[list[int], list[tuple[Span, Block]]]:
        pieces = sorted(
            ((span, block) for block in self.tables.document.blocks if block.kind != "furniture" for span in block.spans), key=lambda piece: piece[0]
        )
        return [span.end for span, _ in pieces], pieces

    def blocks(self, start: int, end: int) -> list[tuple[Span, Block]]:
        """The stretches of blocks that a span touches, cut to it."""
        ends, pieces = self._pieces
        found = []
        for number in range(bisect_left(ends, start + 1), len(pieces)):
            span, block = pieces[number]
            if span.start >= end:
                break
            cut = Span(max(span.start, start), min(span.end, end))
            if cut.start < cut.end:
                found.append((cut, block))
        return found

    def words(self, start: int, end: int) -> str:
        """The report's words of a span on one line, without mark-up; of a table's row, its first cell. Titles in italics are marked."""
        found = self.blocks(start, end) or [(Span(start, end), Block("paragraph", (Span(start, end),)))]
        first = found[0][1]
        if first.kind == "table_cell":
            found = [piece for piece in found if piece[1] == first]
        text = without_marks(View(self.tables.document.text, [span for span, _ in found]).text)
        text = LINK.sub(r"\1", text).replace("**", "")
        text = EMPHASIS.sub("\ue002\\1\ue003", text)
        return " ".join(text.split(" | ")[0].split()).strip("*_|• ")

    def part_of(self, position: int) -> str | None:
        """The part whose stretch of the text is the smallest that holds a position, its heading counted."""
        holding = [axis for axis in self.tables.rows.axes if min(axis.start, axis.heading_start) <= position < axis.end]
        return min(holding, key=lambda axis: (axis.end - axis.start, axis.start)).axis_id if holding else None

    @cached_property
    def _action_starts(self) -> list[int]:
        return sorted(action.start for action in self.tables.rows.actions)

    def begin_of(self, action: Action) -> int:
        """Where an action's words begin: its row's start, or up to three words before it where these only open its sentence: `La seconde, …`."""
        text = self.tables.document.text
        if not text[action.start : action.start + 1].islower():
            return action.start
        block_start = next((span.start for span, _ in self._pieces_at(action.start)), action.start)
        before = text[max(block_start, action.start - LONGEST_LEAD) : action.start]
        ends = [found.end() for found in SENTENCE_BEFORE.finditer(before)]
        lead = before[ends[-1] if ends else 0 :]
        if (not ends and action.start - LONGEST_LEAD > block_start) or not lead[:1].isupper() or len(lead.split()) > 3 or set(lead) & set(":*|[(«“"):
            return action.start
        return action.start - len(lead)

    def end_of(self, action: Action) -> int:
        """Where an action's words end: its row's end, or the end of the clause where that is inside a word or after an article."""
        text = self.tables.document.text
        inside = text[action.end - 1 : action.end].isalnum() and text[action.end : action.end + 1].isalnum()
        return self.reach(action) if inside or self.source_grammar.unfinished(text[max(0, action.end - 30) : action.end]) else action.end

    def reach(self, action: Action) -> int:
        """The end of the clause in which an action's row stops, before the next action and inside its block."""
        text = self.tables.document.text
        after = text[action.end : action.end + LONGEST_REST]
        if not after.strip() or ENDED.match(after):
            return action.end
        following = bisect_left(self._action_starts, action.end)
        limit = self._action_starts[following] if following < len(self._action_starts) else len(text)
        block_end = next((span.end for span, _ in self._pieces_at(action.end - 1)), action.end)
        stop = CLAUSE_END.search(after)
        end = min(action.end + (stop.start() if stop else 0), limit, block_end)
        return max(end, action.end)

    def _pieces_at(self, position: int) -> list[tuple[Span, Block]]:
        """The stretch of a block that holds a position, whole."""
        ends, pieces = self._pieces
        number = bisect_left(ends, position + 1)
        return [pieces[number]] if number < len(pieces) and pieces[number][0].start <= position else []

    def clause_about(self, sentence: str, block: Block, figure: str) -> str:
        """A sentence's own clause that gives a figure (its words folded), or that of what follows its colon; empty where neither stands by itself."""
        for words in dict.fromkeys((sentence, COLON.split(sentence, maxsplit=1)[-1])):
            clause = self.grammar.clause(self.absolute(words, block.start, block.end), status="done", subject="", subjects=0, overdue=False)
            if clause and not clause.follows and figure in folded(bare(clause.text)):
                return clause.text
        return ""

    def sentences(self, text: str) -> list[str]:
        """A text's sentences; an abbreviation ends none."""
        found: list[str] = []
        begun = 0
        for match in SENTENCE_END.finditer(text):
            if not ABBREVIATION.search(text[begun : match.start()].removesuffix(".")[-8:]):
                found.append(text[begun : match.start()])
                begun = match.end()
        return [*found, text[begun:]]

    @cached_property
    def _date_starts(self) -> list[int]:
        return [row.start for row in self.tables.rows.dates]

    def dates(self, start: int, end: int) -> list[TimeExpression]:
        """The expressions of time that begin in a span."""
        rows = self.tables.rows.dates
        return list(rows[bisect_left(self._date_starts, start) : bisect_left(self._date_starts, end)])

    def source_of(self, action: Action) -> str:
        """The report's own expression for an action's time, where it stands in the action's words or just before them."""
        for row in self.dates(action.start - 200, action.end):
            if (row.date_start, row.date_end) == (action.date_start, action.date_end):
                return row.exact
        return ""

    def when(self, action: Action) -> str | None:
        """An action's time with its preposition; None without one."""
        if action.date_start is None and action.date_end and action.status in ("done", "ongoing"):
            return until_phrase(action.date_end, self.language)
        phrase = date_phrase(
            action.date_start, action.date_end, action.edtf, self.language, ongoing=action.status == "ongoing", source=self.source_of(action)
        )
        return phrase or None

    def where(self, action: Action) -> str | None:
        """An action's place with its preposition; None without one."""
        if not action.place:
            return None
        at = self.tables.document.text.find(action.place, action.start, action.end)
        before = self.tables.document.text[max(0, at - 14) : at] if at >= 0 and self.same_language else ""
        return self.grammar.placed(without_marks(action.place), before)

    def absolute(self, text: str, start: int, end: int) -> str:
        """The words of a span with their dates made to stand alone: a year where one is missing, our words for `le mois suivant`."""
        for row in self.dates(start, end):
            said = " ".join(View(self.tables.document.text, [Span(row.start, row.end)]).text.split())
            if not said or (row.date_start is None and row.date_end is None):
                continue
            if YEAR.search(said) and not ABBREVIATED.search(said):
                if row.precision == "day" and row.date_start and FIGURES_ONLY.search(said):
                    text = text.replace(said, FIGURES_ONLY.sub(day(row.date_start, self.language), said), 1)
                elif ORDINAL_DAY.search(said):
                    text = text.replace(said, ORDINAL_DAY.sub(r"\1", said), 1)
                continue
            last = row.date_end or row.date_start
            if row.precision in ("month", "day", "season", "range") and last and self._names_time(said):
                text = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)(?! \d{{4}})", f"{said} {last.year}", text, count=1)
                text = SEASON_WITH_YEAR.sub("", text)
                continue
            phrase = date_phrase(row.date_start, row.date_end, row.edtf, self.language)
            governed = re.search(rf"(?<!\w)(?:for|by|of|until|through|pour|avant|après|before|after) {re.escape(said)}(?!\w)", text)
            if governed:
                bare_words = date_words(row.date_start, row.date_end, row.edtf, self.language)
                text = text[: governed.end() - len(said)] + self.grammar.definite_time(bare_words) + text[governed.end() :]
                continue
            lead = r"(?:(?:en|le|la|les|au|aux|à|du|in|on|over|during|at|the) |l')?"
            text = re.sub(rf"(?<!\w){lead}(?:(?:le|la|the) )?{re.escape(said)}(?!\w)", phrase, text, count=1, flags=re.IGNORECASE)
        return text

    def _names_time(self, said: str) -> bool:
        return names_month_or_season(said, self.language)

    def has_date(self, text: str, action: Action) -> bool:
        """Whether words already give an action's date."""
        if action.date_start is None and action.date_end is None:
            return True
        years = {day.year for day in (action.date_start, action.date_end) if day}
        for row in self.dates(action.start, self.reach(action)):
            same = row.date_start == action.date_start or row.date_end == action.date_end
            inside = row.date_start and action.date_start and action.date_end and action.date_start <= row.date_start <= action.date_end
            said = ORDINAL_DAY.sub(r"\1", row.exact)
            if row.date_start:
                said = FIGURES_ONLY.sub(day(row.date_start, self.language), said)
            if (same or inside) and folded(said) in folded(text):
                return True
        phrase = date_words(action.date_start, action.date_end, action.edtf, self.language, self.source_of(action))
        return folded(phrase) in folded(text) and any(str(year) in text for year in years)


_ENDS = str.maketrans("", "", "\ue000\ue001\ue002\ue003»”’\u202f\u00a0 ")


def story(tables: Tables, findings: tuple[Finding, ...], language: str, *, partners_known: bool = True) -> Story:
    """The story of a report, for one section; `partners_known` where the partners need no full name."""
    rules = grammar(language)
    names = Names(tables, rules, tables.report.language == language, tables.document.text[:LOOKED_UP])
    return Story(tables, findings, language, names.section(known=tables.report.partners if partners_known else ()))
