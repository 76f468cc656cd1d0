"""Lines of a list that hold a result and no deed: a label, a colon, and what was reached of a target, or that nobody counted it."""

from partnership_analysis.language.lexicon import Lexicon
from partnership_analysis.language.words import split_words

FILE = "results"
LONGEST_LABEL, LONGEST_VALUE = 9, 8
"""Words: a longer line tells what was done, and what was reached besides."""


def is_result_line(line: str, lexicon: Lexicon) -> bool:
    """Whether a line says what was reached of a target (`Emplois durables : 61 (objectif 60)`) or that it was not counted (`… : non suivi`)."""
    label, colon, value = line.rpartition(":")
    value = value.strip(" .*_")
    if not colon or not 0 < len(label.split()) <= LONGEST_LABEL or not 0 < len(value.split()) <= LONGEST_VALUE:
        return False
    vocabulary = lexicon.vocabulary(FILE)
    entry = vocabulary.find(value)
    if entry is not None:
        return entry.word_class == "NOT_GIVEN"
    return value[0].isdigit() and any(hit.entry.word_class == "TARGET" for hit in vocabulary.search(split_words(value, lexicon.splitter)))
