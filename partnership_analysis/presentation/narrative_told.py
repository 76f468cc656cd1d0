"""An action in words, as every way of telling it gives it."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnership_analysis.extraction.records import Action
from partnership_analysis.presentation.sentences import Span


@dataclass(frozen=True)
class Told:
    """An action in words."""

    action: Action
    variants: tuple[tuple[str, str], ...]
    """How it opens (`subject`, `actor`, `date` …) and a clause in small letters, without full stop, with its date where there is one; best first."""
    evidence: tuple[Span, ...]
    follows: bool = False
    quoted: bool = False
    figures: str = ""
    """What the report counts for it that the clause does not say, as a clause of its own."""
    aside: str = ""
    """The same in brackets."""
    stem: str = ""
    """Subject and verb that another of its kind may share: see `Clause.stem`."""
    joined: bool = False
    """It goes on the sentence before after a comma: `, une autre lors d'un atelier`."""

    def text(self, avoid: Sequence[str] = ()) -> tuple[str, str]:
        """How it opens and its clause: the first variant that opens otherwise than `avoid` asks."""
        return next((variant for variant in self.variants if variant[0] not in avoid), self.variants[0])
