# Two commands for a new user: `make demo`, then `make test`.
# They need Python 3.11, 3.12 or 3.13 with pip, git and make; nothing else.

# The first interpreter that runs and is new enough; a name on the path may be a mere shim.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check --quiet
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.PHONY: demo test setup setup-dev lock clean

demo: setup ## build the shipped examples into out/demo
	$(BIN)/sourcebook examples out/examples
	$(BIN)/sourcebook build out/examples -o out/demo
	@echo "Open out/demo/index.html in a browser."

test: setup-dev ## everything that must hold before a change lands
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

setup: .venv/.run
setup-dev: .venv/.dev

# --without-pip: Debian ships venv without ensurepip; the pip that is there serves.
.venv/.run: requirements/run.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "no Python 3.11 to 3.13 was found; name one: make PYTHON=/path/to/python3 $(MAKECMDGOALS)"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv --without-pip .venv
	$(PIP) install --require-hashes --requirement requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	$(BIN)/sourcebook gazetteer
	touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	$(PIP) install --require-hashes --requirement requirements/dev.txt
	touch $@

lock: ## recompile the pinned requirements
	$(COMPILE) --build-deps-for=editable --output-file requirements/run.txt pyproject.toml
	$(COMPILE) --output-file requirements/dev.txt requirements/dev.in

clean:
	rm -rf .venv out build dist
