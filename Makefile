# `make` alone lists the targets. GNU make 3.81 will do: it is what macOS has.

PORT ?= 8000
export PORT
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Material's notice of its end of life, at every build; decisions/ says what a move would touch.
export NO_MKDOCS_2_WARNING := 1

# Makes what is missing and says in one sentence what it could not make; see the steps in that file.
SETUP := sh tools/setup.sh

# Python started as a module finds quiz/ and site_src/, and goes on working when the folder is moved.
PYTHON := .venv/bin/python

# WeasyPrint must find Homebrew's Pango. macOS takes this variable away from /bin/sh, so it is set in front of Python itself.
PDF_PYTHON := DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib:/usr/lib $(PYTHON)

.PHONY: help serve site offline test test-fast test-browsers test-screen-reader shots check review reprint mutants fuzz bench audit lock clean

help:
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-18s  %s\n", $$1, $$2 }' Makefile

serve: ## set up what is missing, serve at http://127.0.0.1:8000 (PORT=8001 for another port), rebuild on save; no PDFs
	@$(SETUP) venv npm packages port
	@echo "Building the site. It will be at http://127.0.0.1:$(PORT)/ (Ctrl-C stops it)."
	@export SITE_URL=; exec $(PYTHON) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

site: ## set up what is missing, build the whole site with its PDFs into site/
	@$(SETUP) venv npm packages pango
	@PDF=1 OFFLINE=worker $(PDF_PYTHON) -m mkdocs build --strict

offline: ## the same as one zip file that opens without a server: build/is-this-normal-offline.zip
	@$(SETUP) venv npm packages pango
	@PDF=1 $(PDF_PYTHON) -m mkdocs build --strict --config-file mkdocs.offline.yml

test: check ## set up what is missing, run every check and every test
	@$(SETUP) npm-dev pango browser hosts
	@$(PDF_PYTHON) -m pytest --numprocesses auto --dist worksteal --durations 10

test-fast: ## the quiz and plain functions alone: no browser, no built site, no PDF (under a minute)
	@$(SETUP) venv npm packages-dev pango
	@$(PDF_PYTHON) -m pytest --quiet --numprocesses auto --dist worksteal -m "not whole" tests/quiz tests/site

test-browsers: ## the quiz in Firefox and WebKit (Debian's), with Python and without scripts (some minutes)
	@$(SETUP) venv npm packages-dev engines
	@$(PYTHON) -m pytest tests/engines/check_quiz.py

test-screen-reader: ## what Orca says by keyboard in Chromium and Firefox (Debian's, some seven minutes)
	@$(SETUP) venv npm packages-dev screen-reader
	@$(PYTHON) -m pytest tests/engines/check_screen_reader.py

shots: ## pictures of every page and state into build/shots/, and the one in the README (some minutes)
	@$(SETUP) venv npm packages-dev npm-dev browser
	@mkdir -p build/shots
	@SHOTS=1 $(PYTHON) -m pytest --numprocesses auto --dist worksteal tests/browser/test_views.py
	@$(PYTHON) -m tools.shots

check: ## lint, format and types only, of Python, scripts and shell
	@$(SETUP) venv npm-dev packages-dev
	@$(PYTHON) -m ruff check --quiet
	@$(PYTHON) -m ruff format --check --quiet
	@$(PYTHON) -m mypy
	@node_modules/.bin/tsc --project tools/tsconfig.json
	@node_modules/.bin/tsc --project tools/tsconfig.workers.json
	@node_modules/.bin/eslint --config tools/eslint.config.mjs --max-warnings 0 site_src tests tools
	@.venv/bin/shellcheck --shell sh tools/setup.sh
	@.venv/bin/shellcheck .ci/run

review: ## list the rules and pages that nobody has signed, and write a sheet to print into build/review/
	@$(SETUP) venv npm packages pango
	@$(PDF_PYTHON) -m tools.review_sheet

reprint: ## show, word by word, what the handouts say that the last version did not
	@$(SETUP) venv npm packages pango
	@$(PDF_PYTHON) -m tools.reprint

mutants: ## change rules and engine in small ways and list the changes that no test notices (some minutes)
	@$(SETUP) venv packages-dev
	@$(PYTHON) -m tests.mutants

fuzz: ## try a million texts, most of them broken, on the one door to the quiz, and ask 8,000 random people (some minutes)
	@$(SETUP) venv packages-dev
	@FUZZ=1000000 PEOPLE=2000 $(PYTHON) -m pytest -q -s tests/quiz/test_fuzz.py tests/quiz/test_interview.py

bench: ## measure bytes and times against Pyodide as published, write build/bench.json and its chart (some 20 minutes)
	@$(SETUP) venv npm npm-bench packages-dev pango browser
	@$(PDF_PYTHON) -m tests.bench

audit: ## ask for known vulnerabilities, check licences, write build/sbom.json
	@$(SETUP) venv npm-dev packages-dev packages-audit
	@$(PYTHON) -m tools.audit

# The small file takes its versions from the large one, so that an environment made for `make test` also serves.
# Versions stay as they are unless pyproject.toml asks for others; delete both files first to move them all.
LOCK := $(PYTHON) -m uv pip compile --quiet --universal --python-version 3.13 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header

lock: ## rewrite requirements/site.txt, -dev.txt and -audit.txt from pyproject.toml
	@$(SETUP) venv
	@$(PYTHON) -m pip install --quiet uv==0.13.9
	@$(LOCK) --group dev --output-file requirements/dev.txt
	@$(LOCK) --group site --constraint requirements/dev.txt --output-file requirements/site.txt
	@$(LOCK) --group audit --constraint requirements/dev.txt --output-file requirements/audit.txt

clean: ## remove what the build made (build/ and site/)
	@rm -rf build site
