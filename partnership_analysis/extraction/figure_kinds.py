"""What kind a figure is (output, outcome, input, context), and whether it is still to come, by the words of `kinds.toml` around it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from partnership_analysis.extraction.comparisons import Figure
from partnership_analysis.extraction.records import IndicatorKind
from partnership_analysis.extraction.units import ReadBlock, code
from partnership_analysis.language.lexicon import Lexicon
from partnership_analysis.language.words import split_words

FAMILY = "kinds"
KINDS: dict[str, IndicatorKind] = {"OUTCOME": "outcome", "INPUT": "input", "CONTEXT": "context", "WAIT_CUE": "outcome"}
CUES = (
    "OUTCOME",
    "OUTCOME_CUE",
    "INPUT_CUE",
    "SAVING",
    "FUTURE",
    "STAFF_CUE",
    "HOURS_CUE",
    "HELD_CUE",
    "DONE_AFTER",
    "TAKEN_UP",
    "PAST",
    "WAIT_CUE",
    "THERE_BEFORE",
)
NAMES = {code(name): name for name in CUES}
CHANGED = frozenset(("from one to another", "part of a whole", "mark"))
"""Rules of figures that tell what became of something: outcomes, where the unit does not say otherwise."""
PER_CENT = frozenset(("%", "percentage points", "points de pourcentage"))
SENTENCE_ENDS = (". ", "! ", "? ", "; ")
CLAUSE_ENDS = (*SENTENCE_ENDS, ", ", ": ", " (", " – ")
NEAR = 160
"""How far from a figure, in characters, words of its sentence tell its kind."""
BESIDE = 3
"""Characters after a figure within which the verb begins that says what became of those it counts."""
BEFORE = 24
"""Characters before a figure within which words such as `taken up by` begin."""
HEAD = 60
"""Characters of a sentence in which its main verb stands, if it is in the future."""
VERB_AFTER = 3
"""Words after a figure among which its verb is looked for."""


class KindWords:
    """The words of a block that tell kinds, and where they stand."""

    def __init__(self, block: ReadBlock) -> None:
        self.text, self.lexicon = block.text, block.lexicon
        self.table = block.block.kind == "table_cell"
        units = block.units(FAMILY)
        found = list(units.of_class(*CUES))
        self._starts = [units.starts[unit] for unit in found]
        self._names = [NAMES[units.classes[unit]] for unit in found]

    def names(self, start: int, end: int) -> Iterator[str]:
        """The classes of the words that begin in a stretch."""
        return iter(self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def kind(self, figure: Figure) -> IndicatorKind:
        """What a figure is, by its unit first, then by the words of its sentence."""
        unit = figure.unit or ""
        compared = figure.baseline is not None and " " not in unit and _is_duration(self.lexicon, unit)
        told = self.kind_of(figure.unit, *self.sentence(figure), changed=compared or figure.rule in CHANGED)
        if told == "output" and "THERE_BEFORE" in self.names(max(0, figure.start - BEFORE), figure.start):
            return "context"
        return "outcome" if told == "output" and self._took_up(figure) else told

    def _took_up(self, figure: Figure) -> bool:
        """Whether the words beside a figure say what became of those it counts, or who took a thing up: `eleven passed`, `adopted by six schools`."""
        after, before = self.names(figure.end, figure.end + BESIDE), self.names(max(0, figure.start - BEFORE), figure.start)
        return "DONE_AFTER" in after or "TAKEN_UP" in before

    def kind_of(self, unit: str | None, first: int, last: int, *, changed: bool) -> IndicatorKind:
        """What a figure with a unit is; the words from `first` to `last` tell it where the unit does not."""
        by_unit = _kind_of_unit(self.lexicon, unit or "", changed)
        cues = frozenset(self.names(first, last))
        if cues & {"HELD_CUE", "OUTCOME_CUE"} and unit in self.lexicon.setting(FAMILY, "how_often", ()):
            return "output" if "HELD_CUE" in cues else "outcome"
        if by_unit == "input" and "WAIT_CUE" in cues and _is_duration(self.lexicon, unit or ""):
            return "outcome"
        if by_unit is not None:
            return by_unit
        if "HOURS_CUE" in cues and not changed and _names_people(self.lexicon, unit or ""):
            return "input"
        if cues & {"STAFF_CUE", "HOURS_CUE"} and not changed and _is_staff(self.lexicon, unit or ""):
            return "input"
        if unit in PER_CENT:
            return "input" if "INPUT_CUE" in cues and not cues & {"OUTCOME_CUE", "OUTCOME"} else "outcome"
        if unit is not None and _is_money(self.lexicon, unit):
            return "outcome" if "SAVING" in cues else "input"
        return "outcome" if changed or (self.table and cues & {"OUTCOME", "WAIT_CUE"}) else "output"

    def changes(self, figure: Figure) -> bool:
        """Whether the sentence of a figure tells a change."""
        return "OUTCOME_CUE" in self.names(*self.sentence(figure))

    def future(self, figure: Figure) -> bool:
        """Whether words before a figure in its clause, or the verb right after it, put it in the future."""
        text = self.text
        first = max(figure.start - NEAR, max(text.rfind(end, max(0, figure.start - NEAR), figure.start) for end in CLAUSE_ENDS) + 1, 0)
        ends = [at for end in CLAUSE_ENDS if (at := text.find(end, figure.end, figure.end + NEAR)) >= 0]
        last = min(ends, default=min(len(text), figure.end + NEAR))
        for _ in range(VERB_AFTER + 1):
            if (space := text.rfind(" ", figure.end, last)) >= 0 and text.count(" ", figure.end, last) > VERB_AFTER:
                last = space
        verbs = _future_verbs(self.lexicon)
        for start, end in ((first, figure.start), (figure.end, last)):
            if "FUTURE" in self.names(start, end) or (verbs is not None and verbs.search(text, start, end)):
                return True
        return self._main_verb_in_the_future(figure)

    def _main_verb_in_the_future(self, figure: Figure) -> bool:
        """Whether the sentence begins in the future and nothing past follows before the figure: `It would need a home, and a grant of £30,000`."""
        first, _ = self.sentence(figure)
        head = min(first + HEAD, figure.start)
        comma = self.text.find(", ", first, head)
        head = head if comma < 0 else comma
        return "FUTURE" in self.names(first, head) and "PAST" not in self.names(first, figure.start)

    def sentence(self, figure: Figure) -> tuple[int, int]:
        """The sentence of a figure, as far as it is near."""
        text = self.text
        first = max(text.rfind(end, max(0, figure.start - NEAR), figure.start) for end in SENTENCE_ENDS)
        lasts = [at for end in SENTENCE_ENDS if (at := text.find(end, figure.end, figure.end + NEAR)) >= 0]
        return max(first + 1, figure.start - NEAR, 0), min(lasts, default=figure.end + NEAR)


@lru_cache(maxsize=4096)
def _kind_of_unit(lexicon: Lexicon, unit: str, changed: bool) -> IndicatorKind | None:
    """What its unit makes a figure; a change of what was put in is no input."""
    for hit in lexicon.vocabulary(FAMILY).search(split_words(unit, lexicon.splitter)):
        kind = KINDS.get(hit.entry.word_class)
        if kind == "outcome" and (
            _only_describes(lexicon, unit, hit.entry.form) or (hit.first and hit.entry.form in lexicon.setting(FAMILY, "alone", ()))
        ):
            continue
        if kind is not None and (kind == "outcome" or (not changed and not hit.first)):
            return kind
    return None


def _only_describes(lexicon: Lexicon, unit: str, word: str) -> bool:
    """Whether a word in the singular only says what sort a plural noun behind it is: `job seekers`, not `jobs created`."""
    ends = tuple(lexicon.setting("figures", "plural_ends", ("s",)))
    last = unit.lower().rsplit(" ", 1)[-1]
    singular = not word.lower().endswith(ends) and last.endswith(ends) and not unit.lower().endswith(word.lower())
    return singular and bool(lexicon.setting("figures", "adjectives_first", False))


@lru_cache(maxsize=512)
def _is_duration(lexicon: Lexicon, unit: str) -> bool:
    entry = lexicon.vocabulary("figures").find(unit.split(" ")[0]) if unit else None
    return entry is not None and entry.word_class == "DURATION"


@lru_cache(maxsize=512)
def _is_staff(lexicon: Lexicon, unit: str) -> bool:
    return any(hit.entry.word_class == "STAFF" and hit.first <= 1 for hit in lexicon.vocabulary(FAMILY).search(split_words(unit, lexicon.splitter)))


@lru_cache(maxsize=512)
def _names_people(lexicon: Lexicon, unit: str) -> bool:
    return unit.split(" ")[0].lower() in lexicon.setting(FAMILY, "people", ())


@lru_cache(maxsize=512)
def _is_money(lexicon: Lexicon, unit: str) -> bool:
    entry = lexicon.vocabulary("numbers").find(unit)
    return entry is not None and entry.word_class == "CURRENCY"


@cache
def _future_verbs(lexicon: Lexicon) -> re.Pattern[str] | None:
    """Verbs in the future by their ends, in small letters; None where the language has no such ends."""
    ends = lexicon.setting(FAMILY, "future_ends", ())
    return re.compile(rf"\b[^\W\d_A-Z]{{2,20}}(?:{'|'.join(ends)})\b") if ends else None
