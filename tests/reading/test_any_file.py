"""A file cut short, or with a few bytes changed, is read or refused in one line."""

import random
from io import BytesIO

import pytest
from reading.builders import WRITERS

from partnership_analysis.errors import PartnershipError
from partnership_analysis.reading.formats import read_document


def damaged(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    if seed % 2:
        return data[: chance.randrange(1, len(data))]
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 12)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


@pytest.mark.parametrize("form", WRITERS)
def test_damaged_files(form: str) -> None:
    whole = WRITERS[form]()
    for seed in range(30):
        data = BytesIO(damaged(whole, seed))
        data.name = f"bilan.{form}"
        try:
            read_document(data)
        except PartnershipError as error:
            assert "\n" not in str(error)
