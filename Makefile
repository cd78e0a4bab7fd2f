# Everything a fresh machine needs: Python 3.11 or later and make. The first call sets up .venv and takes a
# minute; later calls only do what changed. Tests and demo use the built wheel, never the source tree.

PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	"$$p" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo "$$p" && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
WHEEL = $(firstword $(wildcard build/wheel/credrules-*.whl))
SOURCES := pyproject.toml README.md LICENSE $(shell find src -type f -not -path '*/__pycache__/*')
SAMPLE := examples/roster_audit/sample/roster.xlsx
PYTEST_ARGS ?= -n auto -q

# A path from outside would put another credrules before the installed one.
unexport PYTHONPATH
unexport PYTHONHOME
export PIP_NO_INPUT := 1

.PHONY: help demo test coverage campaign soak compare lint format types generate docs check-generated changelog dist clean
.NOTPARALLEL:
.DELETE_ON_ERROR:

help: ## what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

demo: $(VENV)/.demo ## audit the shipped roster of invented people: summary, report, repaired copy in out/
	@rm -rf out/demo && mkdir -p out
	PYTHONPATH=examples $(BIN)/python -m roster_audit $(SAMPLE) --out out/demo

test: $(VENV)/.test ## run the tests against the built wheel
	CREDRULES_INSTALLED=1 $(BIN)/python -m pytest $(PYTEST_ARGS)

coverage: ## the tests, with branch coverage of the library; 100 % or it fails
	@$(MAKE) --no-print-directory test PYTEST_ARGS="$(PYTEST_ARGS) --cov --cov-branch --cov-report=term"

CAMPAIGN_CALLS ?= 5000000
CAMPAIGN_SEED ?= 1

campaign: $(VENV)/.test ## millions of seeded calls through every entrance: nothing escapes, nothing is shown whole
	$(BIN)/python -m tools.campaign --calls $(CAMPAIGN_CALLS) --seed $(CAMPAIGN_SEED)

soak: $(VENV)/.test ## the property tests with thousands of examples
	CREDRULES_INSTALLED=1 HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest $(PYTEST_ARGS)

compare: $(VENV)/.test ## what differs in the answers since a commit: make compare BASE=main (four minutes)
	@test -n "$(BASE)" || { echo 'which commit? make compare BASE=main' >&2; exit 2; }
	$(BIN)/python tools/compare_findings.py $(COMPARE_ARGS) "$(BASE)"

lint: $(VENV)/.lint ## ruff: every rule, and the form
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.lint ## bring the code into form
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

types: $(VENV)/.lint ## mypy --strict and pyright
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python

generate: $(VENV)/.test ## write what is generated: code tables, catalogue, documents
	$(BIN)/python tools/generate_codetables.py
	$(BIN)/python tools/generate_relations.py
	$(BIN)/python tools/generate_pinyin.py
	$(BIN)/python tools/generate_hours.py
	$(BIN)/python tools/generate_headings.py
	$(BIN)/python tools/generate_data_version.py
	$(BIN)/python tools/generate_eligibility.py
	$(BIN)/python tools/generate_catalogue.py
	$(BIN)/python -m tools.generate_docs
	$(BIN)/python -m tools.generate_notebooks

docs: $(VENV)/.test ## write the generated documents
	$(BIN)/python -m tools.generate_docs

check-generated: $(VENV)/.test ## is everything generated in step with data/?
	$(BIN)/python tools/generate_codetables.py --check
	$(BIN)/python tools/generate_relations.py --check
	$(BIN)/python tools/generate_pinyin.py --check
	$(BIN)/python tools/generate_hours.py --check
	$(BIN)/python tools/generate_headings.py --check
	$(BIN)/python tools/generate_data_version.py --check
	$(BIN)/python tools/generate_eligibility.py --check
	$(BIN)/python tools/generate_catalogue.py --check
	$(BIN)/python -m tools.generate_docs --check
	$(BIN)/python -m tools.generate_notebooks --check

changelog: $(VENV)/.lint ## are the changelog fragments sound? (shows what the next release would say)
	$(BIN)/python -m tools.check_fragments
	$(BIN)/towncrier build --draft --version next

dist: build/.wheel ## the wheel, in build/wheel
	@echo $(WHEEL)

clean: ## remove what make made
	rm -rf $(VENV) build out .coverage .coverage.* .hypothesis .pytest_cache .mypy_cache .ruff_cache

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed (PYTHON=/path/to/python make ...)" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --upgrade 'pip>=25.1'
	@touch $@

build/.wheel: $(SOURCES) | $(VENV)/.made
	rm -rf build/wheel
	$(PIP) wheel --no-deps --wheel-dir build/wheel .
	@touch $@

# Dependencies first, then the wheel itself anew: its version does not change with every edit.
$(VENV)/.demo: build/.wheel $(VENV)/.made
	$(PIP) install "$(WHEEL)[audit]"
	$(PIP) install --no-deps --force-reinstall "$(WHEEL)"
	@touch $@

$(VENV)/.test: $(VENV)/.demo
	$(PIP) install --group test "$(WHEEL)[testing,audit,frames]"
	@touch $@

$(VENV)/.lint: $(VENV)/.test
	$(PIP) install --group lint --group release
	@touch $@
