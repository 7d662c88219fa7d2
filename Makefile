# Needed: git, make, Python >= 3.11. Everything else is installed into .venv.
#
#   make demo     install what the tool needs, then scan accounts on the embedded simulator
#   make test     install everything, then run the whole test suite
#
# PYTHON=/path/to/python chooses the interpreter. PYTEST_ARGS, BENCH_ARGS, MUTANTS_ARGS and LOCK_ARGS
# are handed on.

VENV := .venv
VERSIONS := locked
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
# What a run compiles, programs that its tests start need not compile again.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 3 --dist=worksteal

# Stamps: a step runs again only when what it read has changed.
VENV_STAMP := $(VENV)/.stamp-venv
TOOL_STAMP := $(VENV)/.stamp-tool
DEV_STAMP := $(VENV)/.stamp-dev

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install demo test bench matrix mutants fuzz proof wheel-test sbom messages lock clean
.PHONY: check check-style check-types check-imports check-words

help:
	@echo 'make demo      scan accounts on the embedded exchange simulator: no key, no network'
	@echo 'make install   the tool and everything to develop it; leaves .venv/bin/readiness'
	@echo 'make test      the whole test suite'
	@echo 'make check     linters, formatter, type checkers, import contracts, spelling'
	@echo 'make matrix    the exhaustive matrices, every cell'
	@echo 'make fuzz      very many new examples of rubbish and of bad timing; takes an hour or more'
	@echo 'make proof     that it only reads: the wheel from outside, and every way around the gate'
	@echo 'make mutants   change the code in small ways; which changes does no test notice?'
	@echo 'make wheel-test  the suite against the installed wheel (VERSIONS=lowest, newest or locked)'
	@echo 'make bench     the benchmarks'
	@echo 'make sbom      dist/readiness.cdx.json (CycloneDX), and the licences in docs/licences.md'
	@echo 'make messages  bring the catalogues of translations up to date'
	@echo 'make lock      resolve the dependencies anew (LOCK_ARGS=--upgrade for newer ones)'
	@echo 'make clean     remove .venv and everything generated'

install: $(TOOL_STAMP) $(DEV_STAMP)

demo: $(TOOL_STAMP)
	@$(BIN)/readiness demo

test: install
	$(PYTEST) $(PYTEST_ARGS)

# "make -k check" goes on after the first that finds something.
check: check-style check-types check-imports check-words

check-style: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

check-types: install
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python

check-imports: install
	$(BIN)/lint-imports --no-logo

check-words: install
	$(BIN)/codespell
	$(BIN)/interrogate src

bench: install
	$(BIN)/python -m benchmarks $(BENCH_ARGS)

matrix: install
	READINESS_MATRIX=full $(PYTEST) -m "matrix or sampled" $(PYTEST_ARGS)

fuzz: install
	HYPOTHESIS_PROFILE=fuzz READINESS_MATRIX=full $(PYTEST) -o faulthandler_timeout=0 -m fuzz $(PYTEST_ARGS)

proof: install
	READINESS_MATRIX=full $(PYTEST) tests/outside tests/gate tests/security $(PYTEST_ARGS)

mutants: install
	$(BIN)/python -m scripts.mutants $(MUTANTS_ARGS)

wheel-test: install
	$(BIN)/python -m scripts.installed $(VERSIONS) $(PYTEST_ARGS)

sbom: install
	$(BIN)/python -m scripts.sbom

messages: install
	$(BIN)/python -m scripts.messages

lock: install
	scripts/lock $(LOCK_ARGS)

clean:
	rm -rf $(VENV) build dist htmlcov .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .mutants
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

$(VENV_STAMP): scripts/find-python
	@python=$$(PYTHON='$(PYTHON)' scripts/find-python) && \
	    echo "creating $(VENV) with $$python" && \
	    "$$python" -m venv --clear $(VENV)
	@touch $@

# The build backend is locked too, so installing the package itself asks no index.
$(TOOL_STAMP): $(VENV_STAMP) pyproject.toml requirements/build.txt requirements/runtime.txt src/readiness/__init__.py
	@echo 'installing the tool'
	@$(PIP) --require-hashes -r requirements/build.txt
	@$(PIP) --require-hashes -r requirements/runtime.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV_STAMP): $(TOOL_STAMP) requirements/dev.txt
	@echo 'installing what tests and checks need'
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@
