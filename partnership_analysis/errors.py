"""The errors a user may meet: one line each, with the place, the problem and the way out.

Every public function raises `PartnershipError` or one of its kinds and nothing else. The command line is the only place
that turns one into a message and an exit status.
"""


class PartnershipError(Exception):
    """What went wrong, where, and what to do about it."""

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(place, problem, remedy)
        self.place = place
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        line = f"{self.place}: {self.problem}; {self.remedy}"
        return " ".join(line.split())

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows when a cell ends in it: the one line, no traceback."""
        return [f"{type(self).__name__}: {self}"]


class SourceError(PartnershipError):
    """A source that cannot be read at all: missing, a folder, empty, too large."""


class FormatError(PartnershipError):
    """A file of a kind that is not read, or broken: binary, scanned, encrypted, a bomb."""


class EncodingError(PartnershipError):
    """The bytes of a source are text in an encoding that is not read. `found` is None where none fits."""

    def __init__(self, place: str, found: str | None) -> None:
        problem = f"encoded as {found}" if found else "not text in any known encoding"
        super().__init__(place, problem, "save it as UTF-8")


class LexiconError(PartnershipError):
    """A lexicon file that breaks a rule of the loader."""


class RuleError(PartnershipError):
    """A rule whose pattern is not bounded or names an unknown class."""


class ParameterError(PartnershipError):
    """A parameter of a notebook or a function with a value that is not allowed."""


class OutputError(PartnershipError):
    """An output that cannot be written or made."""


class GoldError(PartnershipError):
    """A gold file or folder that cannot be used."""
