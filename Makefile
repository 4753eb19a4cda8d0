# Everything a newcomer needs: `make demo` (the main job), `make test` (what CI runs).
VENV := .venv
PY := $(VENV)/bin/python
CORE := $(VENV)/.core
DEV := $(VENV)/.dev

.PHONY: demo test check bench crash docs lowest clean

demo: $(CORE)  ## serve the fixture sites on loopback, crawl them, write out/demo/
	$(PY) -m crawler.cli demo --out out/demo

test: check  ## lint, types, all tests
	$(PY) -m pytest -n 2 --dist loadfile

check: $(DEV)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

bench: $(DEV)  ## quality and speed beside trafilatura, against the floors (CORPUS=folder for more)
	$(PY) -m benchmarks.gate $(CORPUS)

crash: $(DEV)  ## kill crawls at random moments and count what was lost
	$(PY) -m benchmarks.crash

docs: $(DEV)  ## the documentation as a site in out/site/
	$(VENV)/bin/mkdocs build --strict

lowest:  ## the library with the oldest versions that pyproject.toml allows, installed by the oldest pip
	python3 -m venv --clear out/lowest
	out/lowest/bin/pip install --quiet $$(python3 -m tests.packaging.lowest) pytest hypothesis
	out/lowest/bin/python -m pytest -p no:cacheprovider tests/cleaners tests/schemas

$(CORE): pyproject.toml constraints.txt
	python3 -m venv $(VENV)
	$(PY) -m pip install --quiet --upgrade pip
	$(PY) -m pip install --quiet -c constraints.txt -e .
	touch $@

$(DEV): $(CORE)
	$(PY) -m pip install --quiet -c constraints.txt -e '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) out dist build
