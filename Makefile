# Everything runs in .venv, which is made on first use; Python 3.11 or later, git and make are all it needs.

PYTHON ?= python3
SIZE ?= small
BEFORE ?=
TESTS ?=
OWNER ?=
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := build/pyodide-314.0.7.tgz
COMPILED := $(wildcard revtrack/claims/tagger/*.c)
QUICK := -m "not browser and not kill and not installed and not large" --hypothesis-profile quick
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# What is compiled is kept: the tests start hundreds of Python processes.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo test test-all coverage fuzz lint format bench screenshots page docs docs-page dist owner clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile

demo: $(VENV)/.installed ## add a sample article's six revisions, print what changed, write build/demo/report.html
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh seeds/demo.sh

test: $(VENV)/.developing ## run the tests that need no browser, kill nothing, install nothing (TESTS=tests/gate)
	$(PYTEST) $(QUICK) $(TESTS)

test-all: $(VENV)/.developing ## run every test
	$(PYTEST) $(TESTS)

coverage: $(VENV)/.developing ## run the tests of `make test`, and say which lines none of them runs
	$(PYTEST) $(QUICK) --cov revtrack --cov-report term:skip-covered $(TESTS)

fuzz: $(VENV)/.developing ## fuzz for an hour, or FUZZ_SECONDS; what fails is kept in build/fuzz/findings
	@$(BIN)/python -m pip install --quiet --editable '.[fuzz]' || echo "make: Atheris does not install here; Hypothesis is used" >&2
	$(BIN)/python -m fuzz

lint: $(VENV)/.developing ## check style, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.developing ## format the code
	$(BIN)/ruff format .

bench: $(VENV)/.measuring ## measure, and fill the README's tables (SIZE=small or full; BEFORE=.venv of an earlier revtrack)
	$(BIN)/python -m bench --size $(SIZE) $(if $(BEFORE),--before $(BEFORE))

screenshots: $(VENV)/.developing ## make the pictures of docs/reports.md
	$(BIN)/python docs/screenshots.py

page: $(VENV)/.installed $(RUNTIME) ## write the page that compares two versions in the browser: build/page/index.html
	$(BIN)/revtrack page build/page --runtime $(RUNTIME)

$(RUNTIME):
	@command -v npm >/dev/null || { echo "make: npm is not installed; install it, or put $(@F) from the npm" \
		"registry into build/ yourself" >&2; exit 1; }
	@mkdir -p $(@D)
	npm pack --silent --pack-destination $(@D) $(subst .tgz,,$(subst pyodide-,pyodide@,$(@F)))

docs: $(VENV)/.developing ## build the documentation site: build/docs/index.html
	$(BIN)/python -m sphinx -q -W --keep-going docs build/docs

docs-page: docs page ## the same with the page for browsers as build/docs/try
	rm -rf build/docs/try
	cp -R build/page build/docs/try

dist: $(VENV)/.developing ## build the wheel and the source distribution in build/dist, and check them
	rm -rf build/dist
	$(BIN)/python -m build --quiet --outdir build/dist .
	$(BIN)/twine check --strict build/dist/*

owner: ## name who publishes this revtrack, in every link (OWNER=name of the account)
	@$(PYTHON) .github/owner.py "$(OWNER)"

clean: ## remove what was built, .venv included
	rm -rf $(VENV) build dist *.egg-info $(COMPILED:.c=.*.so) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.made:
	@command -v git >/dev/null || { echo "make: git is not installed; install git 2.36 or later" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "make: revtrack needs Python 3.11 or later; name one: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) || \
		{ rm -rf $(VENV); echo "make: no venv module; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=23.3'
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml $(COMPILED)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.measuring: $(VENV)/.made pyproject.toml $(COMPILED)
	$(BIN)/python -m pip install --quiet --editable '.[dev,bench]'
	@touch $@ $(VENV)/.developing $(VENV)/.installed

$(VENV)/.developing: $(VENV)/.made pyproject.toml $(COMPILED)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.installed
