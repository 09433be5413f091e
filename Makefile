# `make run` and `make test` are all that a new machine needs: Python 3.11 or later, and make.
# `make help` lists the rest.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run demo test prove calibrate cover golden docs check bench bench-import fuzz screenshots torture lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.run ## install, and open the app on your own diary (ARGS="--port 8080" for another port)
	@$(BIN)/underbar serve --browser $(ARGS)

demo: $(VENV)/.run ## the app with a made-up diary, in a folder that goes away again
	@$(BIN)/underbar serve --demo --browser $(ARGS)

test: $(VENV)/.dev ## the whole test suite (ARGS="-k words" for a part)
	@$(BIN)/python -m pytest $(ARGS)

prove: $(VENV)/.dev ## the properties of the method on a million planned days (ARGS="--property 4 --seed 1" for one)
	@$(BIN)/python tools/prove.py --days 1000000 $(ARGS)

calibrate: $(VENV)/.dev ## what the answers to a diary may be trusted with, on made-up diaries (ARGS=--write puts it into docs)
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python calibration/page.py $(ARGS)

cover: $(VENV)/.dev ## every branch of quantities, diary and protocol is tested
	@$(BIN)/python -m pytest tests/diary tests/protocol tests/scenarios tests/diaries tests/test_quantities.py --cov=underbar.quantities \
		--cov=underbar.diary --cov=underbar.protocol --cov-branch --cov-report=term-missing:skip-covered \
		--cov-fail-under=100 $(ARGS)

golden: $(VENV)/.dev ## what changed in the stories of tests/diaries (ARGS=--approve writes them anew)
	@$(BIN)/python tools/golden.py $(ARGS)

docs: $(VENV)/.dev ## the pages that the program writes: parameters, and what each command prints
	@$(BIN)/python tools/parameters_page.py
	@$(BIN)/python tools/recordings.py

check: $(VENV)/.dev ## lint, types and the import contracts
	$(BIN)/ruff check src tests bench tools calibration
	UNDERBAR_HOME=$(CURDIR)/.mypy_cache/home $(BIN)/mypy
	$(BIN)/lint-imports

torture: $(VENV)/.dev ## kill the program over and over while it writes, and look for what is lost
	@UNDERBAR_KILLS=200 $(BIN)/python -m pytest tests/torture $(ARGS)

bench: $(VENV)/.run ## speed of replay, start and the app (ARGS=--write puts the figures into docs/benchmarks.md)
	@$(BIN)/python -m compileall -q src/underbar
	@status=0; $(BIN)/python bench/bench_replay.py $(ARGS) || status=1; \
		$(BIN)/python bench/bench_web.py $(ARGS) || status=1; exit $$status

bench-import: $(VENV)/.dev ## speed of imports, beside other readers (ARGS="--size-mb 1024" for a smaller export)
	@status=0; $(BIN)/python bench/bench_tables.py $(ARGS) || status=1; \
		$(BIN)/python bench/bench_import.py $(ARGS) || status=1; exit $$status

fuzz: $(VENV)/.dev ## damage the exports of every source for ten minutes each (ARGS="--minutes 1 --source strong")
	@$(BIN)/python tools/fuzz.py $(ARGS)

screenshots: $(VENV)/.dev ## the pictures of docs/images, with the sample diary (needs a Chromium)
	@$(BIN)/python tools/screenshots.py $(ARGS)

lock: $(VENV)/.dev ## pin dependencies again, with hashes, for Python 3.11 and later on every platform
	$(PIP) install uv
	$(BIN)/python -m uv --quiet pip compile pyproject.toml --group build $(LOCK) -o requirements.lock
	$(BIN)/python -m uv --quiet pip compile pyproject.toml --group build --group dev $(LOCK) \
		-c requirements.lock -o requirements-dev.lock
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-header --no-annotate $(ARGS)

clean: ## remove what make made (never a diary)
	rm -rf $(VENV) build dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Underbar needs Python 3.11 or later; name one: make run PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Underbar needs Python 3.11 or later, this is " + sys.version.split()[0])'
	@echo "Making $(VENV) (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/.made
	@$(PIP) install --require-hashes --no-deps -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src/underbar
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@$(PIP) install --require-hashes --no-deps -r requirements-dev.lock
	@touch $@
