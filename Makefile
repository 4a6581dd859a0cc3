# What people type: `make deck` and `make test`. Each sets up .venv first, and again when pyproject.toml changes.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.installed
DECK := build/advanced-module-6-session-2.pptx

.DEFAULT_GOAL := help
.PHONY: help deck test check lint contact-sheet bench clean

help:
	@echo "make deck           write $(DECK)"
	@echo "make test           run the tests; ARGS=… goes to pytest, e.g. make test ARGS='-k title -x'"
	@echo "make check          hold the deck against the quality checklist"
	@echo "make lint           ruff and mypy"
	@echo "make contact-sheet  all slides on build/contact-sheet.png (needs LibreOffice and poppler)"
	@echo "make bench          what rendering and checking cost"
	@echo "make clean          remove build/ and the caches (the set-up in .venv stays)"

deck: $(READY)
	@$(BIN)/deckbuild render

test: $(READY)
	@$(BIN)/python -m pytest $(ARGS)

check: $(READY)
	@$(BIN)/deckbuild check

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo "not formatted; run: $(BIN)/ruff format ."; exit 1; }
	@$(BIN)/mypy

contact-sheet: deck
	@$(BIN)/python tools/contact_sheet.py $(DECK)

bench: $(READY)
	@$(BIN)/python bench/render.py
	@$(BIN)/python bench/check.py

clean:
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "deckbuild needs Python 3.11 or later, which $(PYTHON) isn't. Try: make PYTHON=python3.12 …"; exit 1; }
	@echo "Setting up .venv (once) …"
	@$(PYTHON) -m venv .venv || { echo "Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'  # knows --group
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@
