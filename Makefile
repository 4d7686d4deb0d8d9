# Everything that is done with the project. `make help` lists it.

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
DEVELOPMENT := $(VENV)/.development
SAMPLES := data-samples
SAMPLES_ELASTIC := data-samples-elastic
BASE_SOURCES := $(shell find kb scrapers indexes examples/pages -type f ! -name '*.pyc')
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install run run-elastic test check bench relevance lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

install: $(DEVELOPMENT) ## makes .venv with all that running, testing and checking need

$(BIN)/python:
	@tools/make-environment $(VENV)

# The project goes in without build isolation, so that no build dependency is fetched unpinned.
$(RUNTIME): requirements/build.txt requirements/runtime.txt pyproject.toml | $(BIN)/python
	@echo "Installing what Anyq runs on …"
	@$(PIP) install --require-hashes -r requirements/build.txt -r requirements/runtime.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEVELOPMENT): requirements/dev.txt $(RUNTIME)
	@echo "Installing what tests and checks need …"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

# A base of one's own (KB_HOME) is served as it is: samples are never mixed into it.
ifdef KB_HOME
run: $(RUNTIME) ## serves the samples, or the base in KB_HOME, on 127.0.0.1:$KB_PORT (8000)
	@$(BIN)/python -m tools.serve

run-elastic: $(RUNTIME) ## the same on Elasticsearch: KB_SEARCH_URL, or a server started here
	@[ -n "$$KB_SEARCH_URL" ] || tools/system-packages engine
	@$(BIN)/python -m tools.serve --elastic
else
run: $(SAMPLES)/.built
	@KB_HOME=$(SAMPLES) KB_SEARCH_URL= KB_DATABASE_URL= $(BIN)/python -m tools.serve --samples

run-elastic: $(RUNTIME)
	@[ -n "$$KB_SEARCH_URL" ] || tools/system-packages engine
	@KB_HOME=$(SAMPLES_ELASTIC) KB_DATABASE_URL= $(BIN)/python -m tools.serve --samples --elastic
endif

$(SAMPLES)/.built: $(RUNTIME) $(BASE_SOURCES)
	@echo "Building the samples …"
	@KB_HOME=$(SAMPLES) KB_SEARCH_URL= KB_DATABASE_URL= $(BIN)/kb import --sample examples/pages
	@KB_HOME=$(SAMPLES) KB_SEARCH_URL= KB_DATABASE_URL= $(BIN)/kb build
	@touch $@

test: $(DEVELOPMENT) ## runs every test; installs what they need where it can
	@tools/system-packages
	@$(BIN)/python -m pytest

check: $(DEVELOPMENT) ## style, types, layers, dependencies, known vulnerabilities
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/deptry kb scrapers indexes
	@$(BIN)/python -m tools.audit requirements/dev.txt

bench: $(DEVELOPMENT) ## measures; docs/benchmarks.md says what
	@tools/system-packages engine
	@$(BIN)/python -m bench

# A base of one's own in KB_HOME is measured as it is; without one the seed documents are built into a folder that goes.
SHARED := $(if $(KB_SHARED),$(KB_SHARED),../shared)
relevance: $(RUNTIME) ## measures the search against its floors: the base in KB_HOME, or the real documents
ifdef KB_HOME
	@$(BIN)/kb relevance --shared $(SHARED)
else
	@home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT && export KB_HOME="$$home" KB_SEARCH_URL= KB_DATABASE_URL= && \
	  $(BIN)/kb import $(SHARED)/seeds && $(BIN)/kb build && $(BIN)/kb relevance --shared $(SHARED)
endif

# The files name no package index: where packages come from is the machine's own setting.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header
lock: $(DEVELOPMENT) ## pins the dependencies anew; UPGRADE=1 takes newer versions
	@cd requirements && PATH="../$(BIN):$$PATH" && \
	  $(LOCK) $(if $(UPGRADE),--upgrade) dev.in --output-file dev.txt >/dev/null && \
	  $(LOCK) --constraints dev.txt runtime.in --output-file runtime.txt >/dev/null && \
	  $(LOCK) --constraints dev.txt build.in --output-file build.txt >/dev/null

clean: ## removes what can be made again; a base of one's own stays
	@rm -rf $(VENV) $(SAMPLES) $(SAMPLES_ELASTIC) .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
