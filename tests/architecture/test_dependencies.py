"""The three places that name dependencies say the same: pyproject.toml, environment.yml, requirements.lock."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WANTED = {*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]}
CONDA_NAMES = {"matplotlib-base": "matplotlib"}
"""What conda-forge calls otherwise."""


def test_environment_has_the_same_dependencies() -> None:
    lines = re.findall(r"^ +- +([A-Za-z0-9_.-]+>=\S+)$", (ROOT / "environment.yml").read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = {f"{CONDA_NAMES.get(name, name)}>={version}" for name, version in (line.split(">=") for line in lines)}
    assert found - {f"python{PROJECT['requires-python']}"} == WANTED


def test_lock_has_every_dependency_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([a-z0-9_.-]+)==(\S+)", lock, flags=re.MULTILINE))
    missing = {name for wanted in WANTED if (name := wanted.split(">=")[0].lower().replace("_", "-")) not in locked}
    assert missing == set()
    entries = re.findall(r"^[a-z0-9_.-]+==.*?(?=^[a-z0-9_.-]+==|\Z)", lock, flags=re.MULTILINE | re.DOTALL)
    assert [entry.split("\n")[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_lock_names_no_index() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"https?://|--[a-z-]*(index|links)", lock)
