# Everything a newcomer needs: `make demo` (the main job), `make test` (what CI runs).
VENV := .venv
PY := $(VENV)/bin/python
CORE := $(VENV)/.core
DEV := $(VENV)/.dev
CI := $(VENV)/.ci
LOWEST := out/lowest
# One process more than the two cores of a small machine: many tests wait, for a crawl or a browser.
DIVIDED := -n 3 --dist loadfile --no-loadscope-reorder
TESTS := $(PY) -m pytest $(DIVIDED)
# Some containers set it; hundreds of processes would each compile the package anew.
export PYTHONDONTWRITEBYTECODE =

.PHONY: demo quick test check bench crash mutants docs lowest clean

demo: $(CORE)  ## serve the fixture sites on loopback, crawl them, write out/demo/
	$(PY) -m crawler.cli demo --out out/demo

quick: $(DEV)  ## lint, and the tests that need no more than the extra dev, without the slow ones
	$(VENV)/bin/ruff check .
	$(TESTS) -m 'not slow'

test: check lowest  ## lint, types, the wheel with the oldest libraries, all tests
	$(TESTS)

check: $(CI)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

bench: $(CI)  ## quality and speed beside trafilatura, against the floors (CORPUS=folder for more)
	$(PY) -m benchmarks.gate $(CORPUS)

crash: $(CI)  ## kill crawls at random moments and count what was lost
	$(PY) -m benchmarks.crash

mutants: $(CI)  ## small changes to the code, and whether the tests notice
	$(PY) -m benchmarks.mutants

docs: $(DEV)  ## the documentation as a site in out/site/
	$(VENV)/bin/mkdocs build --strict

lowest: $(LOWEST)/.made  ## the wheel alone, with the oldest versions that pyproject.toml allows: demo, tests of the library
	rm -rf $(LOWEST)/dist
	$(PY) -m build --wheel --no-isolation --outdir $(LOWEST)/dist . >/dev/null
	$(LOWEST)/bin/pip install --quiet --no-deps --force-reinstall $(LOWEST)/dist/*.whl
	python3 -m tests.packaging.lowest > $(LOWEST)/lowest.txt
	$(LOWEST)/bin/pip install --quiet -c $(LOWEST)/lowest.txt "$$(echo $(LOWEST)/dist/*.whl)[dedup]"
	cd $(LOWEST) && bin/qingwen demo --quiet
	$(LOWEST)/bin/python -m pytest -p no:cacheprovider $(DIVIDED) -k 'not cost' tests/cleaners tests/schemas

$(LOWEST)/.made: $(CI)  # an empty environment and the pip that Python brings, as a user has them
	rm -rf $(LOWEST)
	python3 -m venv $(LOWEST)
	$(LOWEST)/bin/pip install --quiet pytest pytest-xdist hypothesis mdit-py-plugins
	touch $@

$(CORE): pyproject.toml constraints.txt hatch_build.py $(wildcard crawler/words/locale/*/LC_MESSAGES/*.po)
	python3 -m venv $(VENV)
	$(PY) -m pip install --quiet --upgrade pip
	$(PY) -m pip install --quiet -c constraints.txt -e .
	touch $@

$(DEV): $(CORE)
	$(PY) -m pip install --quiet -c constraints.txt -e '.[dev]'
	touch $@

$(CI): $(CORE)
	$(PY) -m pip install --quiet -c constraints.txt -e '.[ci]'
	$(PY) -m pip install --quiet -c constraints.txt kenlm || echo "kenlm needs a C++ compiler: tests of perplexity are skipped"
	touch $(DEV) $@

clean:
	rm -rf $(VENV) out dist build
