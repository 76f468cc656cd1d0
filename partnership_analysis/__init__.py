"""Partnership reports into tables, tables into an assessment.

from partnership_analysis import parse
tables = parse("data/report.txt")
tables.actions
"""

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from partnership_analysis.errors import PartnershipError

if TYPE_CHECKING:
    from partnership_analysis.document.model import Document
    from partnership_analysis.parsing import parse
    from partnership_analysis.tables.model import Tables

__version__ = version("partnership-analysis")
__all__ = ["Document", "PartnershipError", "Tables", "__version__", "parse"]

_HOMES = {"Document": "document.model", "Tables": "tables.model", "parse": "parsing"}


def __getattr__(name: str) -> Any:
    """Load the public names when first asked for: a command that only prints its help needs no pandas."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
