# What people type: `make deck` and `make test`. Each sets up .venv first from the lock, and anew when that changes.

PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
LOCK := requirements.lock
DECK := build/advanced-module-6-session-2.pptx

# -qq: what a person's pip configuration makes pip warn of is none of ours. Wheels only, so that nothing is built
# with tools that the lock doesn't name; deckbuild itself is built by the hatchling of the lock.
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input

# On all cores (ARGS=-n0: in one process); tests that share something costly are a group, in one of the processes.
PYTEST := -m pytest -n auto --dist loadgroup

VERSION = $(PYTHON) -c 'import platform; print(platform.python_version())'

# A Python that is named (`make test PYTHON=python3.12`) is the one that .venv gets; unnamed, .venv stays as it is.
ifneq ($(origin PYTHON),file)
NAMED := -$(shell $(VERSION) 2>/dev/null)
endif
READY := .venv/.installed$(NAMED)

.DEFAULT_GOAL := help
.PHONY: help deck test test-all test-latest test-lowest fuzz check lint lock contact-sheet gallery measure bench clean

help:
	@echo "make deck           write $(DECK)"
	@echo "make test           the tests, but for slow ones; ARGS=… goes to pytest, e.g. ARGS='-k title -x'"
	@echo "make test-all       all tests, as CI runs them"
	@echo "make test-latest    all tests, with the newest versions of all dependencies"
	@echo "make test-lowest    all tests, with the oldest versions that pyproject.toml allows"
	@echo "make fuzz           10,000 mutants of decks, themes, pictures …; ARGS='--seed 7 --count 1' tries one again"
	@echo "make check          hold the deck against the quality checklist"
	@echo "make lint           ruff and mypy"
	@echo "make lock           $(LOCK) from pyproject.toml; ARGS=--upgrade takes the newest versions"
	@echo "make contact-sheet  all slides on build/contact-sheet.png (needs LibreOffice and poppler)"
	@echo "make gallery        all slides of all decks on build/gallery/index.html, with findings (needs LibreOffice)"
	@echo "make measure        measure $(DECK) on LibreOffice's PDF: words torn, lost, over each other, off the page"
	@echo "make bench          what rendering and checking cost"
	@echo "PYTHON=python3.12   which Python to use, with any of these"
	@echo "make clean          remove build/ and the caches (the set-up in .venv stays)"

deck: $(READY)
	@$(BIN)/deckbuild render

test: $(READY)
	@$(BIN)/python $(PYTEST) -m "not slow" $(ARGS)

test-all: $(READY)
	@$(BIN)/python $(PYTEST) $(ARGS)

test-latest: VERSIONS := highest
test-lowest: VERSIONS := lowest-direct
test-latest test-lowest: test-%: | $(UV)
	@$(SUPPORTED)
	@echo "Setting up .venv-$* ($$($(PYTHON) --version)) …"
	@rm -rf .venv-$*
	@$(PYTHON) -m venv .venv-$*
	@$(UV) pip install --quiet --python .venv-$* --no-build --resolution $(VERSIONS) -r pyproject.toml --group dev
	@$(UV) pip install --quiet --python .venv-$* --no-deps --no-build-isolation --editable .
	@VERSIONS=$* .venv-$*/bin/python $(PYTEST) $(ARGS)

fuzz: $(READY)
	@$(BIN)/python -m tools.fuzz $(ARGS)

check: $(READY)
	@$(BIN)/deckbuild check

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo "not formatted; run: $(BIN)/ruff format ."; exit 1; }
	@$(BIN)/mypy

lock: | $(UV)
	@$(UV) pip compile --quiet --universal --python-version 3.11 --no-build --generate-hashes \
	  --custom-compile-command "make lock" --output-file $(LOCK) pyproject.toml --group dev $(ARGS)

contact-sheet: deck
	@$(BIN)/python tools/contact_sheet.py $(DECK)

gallery: $(READY)
	@$(BIN)/python -m tools.gallery $(ARGS)

measure: deck
	@$(BIN)/python -m tools.measure $(or $(ARGS),$(DECK))

bench: $(READY)
	@$(BIN)/python bench/render.py
	@$(BIN)/python bench/check.py

clean:
	@rm -rf build dist .venv-latest .venv-lowest .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

define SUPPORTED
$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
  { echo "deckbuild needs Python 3.11 or later, which $(PYTHON) isn't. Try: make PYTHON=python3.12 …"; exit 1; }
endef

$(READY): pyproject.toml $(LOCK)
	@$(SUPPORTED)
	@echo "Setting up .venv (once) …"
	@rm -rf .venv
	@$(PYTHON) -m venv .venv || { echo "Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@$(INSTALL) --require-hashes --only-binary :all: --requirement $(LOCK)
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch .venv/.installed .venv/.installed-$$($(VERSION))

$(UV):
	@$(MAKE) --no-print-directory $(READY)
