"""Names in lexicons come whole from public lists: each list has its source, and no report's own names stand in words, code or comments."""

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.instrument_runs import fits
from partnership_analysis.language.lexicon import FOLDER, load_lexicon

PACKAGE = FOLDER.parent
REPORTS = Path(__file__).parents[1] / "golden" / "reports"
NAMED = ("named_bodies", "named_instruments")
LISTS = (*NAMED, "countries", "regions")
"""Files that hold names, each from a list that the README names."""
SOURCE = re.compile(r"# Source: .{10,} Licence: .{5,}\.")
OFFICIAL = FOLDER.parents[1] / "data" / "sources" / "official_lists.toml"


def word_files() -> list[Path]:
    """The files of words: those of the lexicons but for the lists of names."""
    return [path for path in sorted(FOLDER.glob("*/*.toml")) if path.stem not in LISTS]


def entries(value: object) -> Iterator[str]:
    """Every string of a file: keys of tables and items of lists."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from entries(inner)
    elif isinstance(value, list):
        for item in value:
            yield from entries(item)
    elif isinstance(value, str):
        yield value


@cache
def listed() -> frozenset[str]:
    """The names of the lists, folded."""
    names = (name for path in FOLDER.glob("*/named_*.toml") for name in entries(tomllib.loads(path.read_text(encoding="utf-8"))))
    return frozenset(folded(name) for name in names)


@cache
def of_reports() -> dict[str, str]:
    """The names of people and organisations and the titles of publications in the gold reports, with their report: those that are
    proper names of several words, or letters; without those that a public list has, and sorts of bodies (`the Steering Group`).
    """
    found: dict[str, str] = {}
    sorts = {folded(entry.form) for language in ("fr", "en") for entry in load_lexicon(language).vocabulary("organisations").by_class["BODY"]}
    for path in sorted(REPORTS.glob("*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        rows = [*gold["people"], *gold["organisations"]]
        names = [name for row in rows for name in (row["name"], row.get("acronym"), *row.get("other_names", ())) if name]
        names += [row["title"] for row in gold["publications"]]
        for name in names:
            several = " " in name and name[0].isupper() and name[1].islower()
            letters = name.isupper() and len(name) > 2
            if (several or letters) and folded(name) not in listed() | sorts:
                found[name] = path.parent.name
    return found


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/named_*.toml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_name_stands_under_its_source(path: Path) -> None:
    source = names = 0
    for line in path.read_text(encoding="utf-8").split("[KNOWN]\n")[1].splitlines():
        if line.startswith("#"):
            assert SOURCE.fullmatch(line), line
            source += 1
        else:
            assert source, f"{line} stands before any source"
            names += 1
    assert names > 50


@pytest.mark.parametrize(
    "section", (FOLDER / "all" / "regions.toml").read_text(encoding="utf-8").split("\n[")[1:], ids=lambda text: text.split("]")[0]
)
def test_every_region_stands_under_its_source(section: str) -> None:
    lines = section.splitlines()[1:]
    assert lines[0].startswith("# Source: ")
    assert all(line.startswith(('"', "# Source: ")) or not line for line in lines)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_names_stand_in_the_lists_alone(language: str) -> None:
    holders = {name for name, file in load_lexicon(language).files.items() if "KNOWN" in file}
    assert holders == set(NAMED)


def test_every_official_list_names_its_document_and_its_licence() -> None:
    lists = tomllib.loads(OFFICIAL.read_text(encoding="utf-8"))["list"]
    assert all(one["family"] in ("bodies", "instruments") and one["document"] and one["licence"] and {"fr", "en"} & set(one) for one in lists)


def test_the_readme_names_every_list() -> None:
    readme = (FOLDER / "all" / "README.md").read_text(encoding="utf-8")
    lists = [path.name for path in (*FOLDER.glob("*/*.csv"), *FOLDER.glob("*/named_*.toml"), *FOLDER.glob("all/*.toml"))]
    assert [name for name in lists if name not in readme] == []


def test_letters_of_instruments_are_those_of_a_kind() -> None:
    forms = [entry.form for entry in load_lexicon("fr").vocabulary("instruments").by_class["GENERIC"]]
    letters = [form for form in forms if " " not in form and sum(c.isupper() for c in form) > 1]
    assert [form for form in letters if not any(fits(form, name) for name in forms if " " in name)] == []


def test_no_name_of_a_report_is_an_entry() -> None:
    forbidden = {folded(name): name for name in of_reports()}
    stands = [
        (path.parent.name, path.name, entry)
        for path in word_files()
        for entry in entries(tomllib.loads(path.read_text(encoding="utf-8")))
        if folded(entry) in forbidden
    ]
    assert stands == []


def test_no_name_of_a_report_stands_in_code_or_comments() -> None:
    longer = sorted((name for name in of_reports() if " " in name), key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name.replace("’", "'")) for name in longer) + r")(?!\w)")
    stands = []
    for path in (*sorted(PACKAGE.rglob("*.py")), *word_files(), *sorted((PACKAGE / "presentation").rglob("*.toml"))):
        text = path.read_text(encoding="utf-8").replace("’", "'")
        stands += [(path.name, match.group()) for match in pattern.finditer(text)]
    assert stands == []
