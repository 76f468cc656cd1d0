"""The gazetteer: which places bear a name, in which country, where.

`lexicons/all/places.csv` (GeoNames) and `places_communes.csv` (further French communes) are sorted by folded name. They are
searched by halves as they lie in memory, so nothing is parsed beforehand: the first look-up costs the reading of two files
(a few ms), each further one some microseconds. `data/sources/build_places.py` makes the files; their README names the sources.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from partnership_analysis.extraction.identity import folded
from partnership_analysis.language.lexicon import FOLDER, SHARED

FILES = ("places.csv", "places_communes.csv")
SAINT = re.compile(r"\b(?:st|ste|sts|stes)\b")
SAINTS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
DOMINANT = 5.0
"""How many times the weight of the next candidate the best one must have to be meant."""
AT_HOME, COUNTRY_NAMED, REGION_NAMED, DEPARTMENT_NAMED = 50.0, 20.0, 50.0, 1000.0
LEAST_POPULATION = 200


class Entry(NamedTuple):
    """A place of the gazetteer. `region` and `department` are ISO 3166-2 codes, empty where unknown; population 0 likewise."""

    name: str
    country: str
    region: str
    department: str
    latitude: float
    longitude: float
    population: int


@lru_cache(maxsize=10_000)
def key_of(name: str) -> str:
    """How a name is looked up: folded, `St` and `Ste` written out."""
    return SAINT.sub(lambda match: SAINTS[match.group()], folded(name))


@lru_cache(maxsize=10_000)
def entries(key: str) -> tuple[Entry, ...]:
    """The places whose folded name is `key` (see `key_of`), the largest first."""
    rows = [line for text in _texts() for line in _lines(text, key)]
    return tuple(
        Entry(name, country, region, department, float(latitude), float(longitude), int(population))
        for _, name, country, region, department, latitude, longitude, population in csv.reader(rows)
    )


def resolve_place(name: str, named: Mapping[str, int], home: tuple[str, ...]) -> Entry | None:
    """The place that a name means in a report, None where no one is clearly meant.

    `named` holds the ISO codes of the countries, regions and departments that the report names; `home` the countries that its
    language takes as given. A department named decides, then a region, then a country, then size.
    """
    weighed = sorted(((_weight(entry, named, home), entry) for entry in entries(key_of(name))), key=lambda pair: -pair[0])
    if not weighed:
        return None
    if len(weighed) > 1 and weighed[0][0] < DOMINANT * weighed[1][0]:
        return None
    return weighed[0][1]


def _weight(entry: Entry, named: Mapping[str, int], home: tuple[str, ...]) -> float:
    weight = float(max(entry.population, LEAST_POPULATION))
    if entry.country in home:
        weight *= AT_HOME
    if entry.country in named:
        weight *= COUNTRY_NAMED
    if entry.department in named:
        weight *= DEPARTMENT_NAMED
    elif entry.region in named:
        weight *= REGION_NAMED
    return weight


@cache
def _texts() -> tuple[str, ...]:
    return tuple((FOLDER / SHARED / name).read_text(encoding="utf-8") for name in FILES)


def _lines(text: str, key: str) -> list[str]:
    """The lines of a sorted text whose first field is `key`. The header line is left out of the search."""
    low, high = text.find("\n") + 1, len(text)
    while low < high:
        middle = text.rfind("\n", low, (low + high) // 2) + 1 or low
        end = text.find("\n", middle, high)
        end = high if end < 0 else end + 1
        if text[middle:end].split(",", 1)[0] < key:
            low = end
        else:
            high = middle
    found = []
    while key and text.startswith(f"{key},", low):
        end = text.find("\n", low)
        found.append(text[low:end])
        low = end + 1
    return found
