# Two commands do everything, set-up included: `make assess` and `make test`.

REPORT ?= data/france-urbaine-rtes-2020-2023.txt
LANGUAGE ?= fr
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: help assess test check lock notebook

help:
	@echo "make assess [REPORT=data/….txt] [LANGUAGE=fr|en]   the assessment of a report, in outputs/"
	@echo "make test                                          style, types, layers and every test"
	@echo "make notebook                                      JupyterLab on the notebooks"
	@echo "make lock                                          resolve requirements.lock anew"

assess: $(READY)
	@$(BIN)/partnership-analysis assess "$(REPORT)" --language "$(LANGUAGE)"

test: check
	@bash tests/browser.sh
	@$(BIN)/python -m pytest

check: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

notebook: $(READY)
	@$(BIN)/jupyter lab notebooks

# The environment is made from the lock alone and made again when the lock or the project file changes.
$(READY): requirements.lock pyproject.toml
	@echo "Setting up .venv (once; a few minutes) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed: make PYTHON=python3.11 …"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

lock:
	@$(PYTHON) -m venv .venv-lock && .venv-lock/bin/python -m pip install --quiet uv
	@.venv-lock/bin/uv pip compile pyproject.toml --extra dev --extra build --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet --output-file requirements.lock
	@rm -rf .venv-lock
