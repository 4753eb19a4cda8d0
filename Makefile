# Everything a newcomer needs: `make demo` (the main job), `make test` (what CI runs).
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready

.PHONY: demo test check bench crash docs clean

demo: $(READY)  ## serve the fixture sites on loopback, crawl them, write out/demo/
	$(PY) -m crawler.cli demo --out out/demo

test: check  ## lint, types, all tests
	$(PY) -m pytest -n 2 --dist loadfile

check: $(READY)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

bench: $(READY)  ## quality and speed beside trafilatura, against the floors (CORPUS=folder for more)
	$(PY) -m benchmarks.gate $(CORPUS)

crash: $(READY)  ## kill crawls at random moments and count what was lost
	$(PY) -m benchmarks.crash

$(READY): pyproject.toml constraints.txt
	python3 -m venv $(VENV)
	$(PY) -m pip install --quiet --upgrade pip
	$(PY) -m pip install --quiet -c constraints.txt -e '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) out dist build
