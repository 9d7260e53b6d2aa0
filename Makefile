# Everything a person or a machine does with a checkout. Each target does its own set-up and is safe to repeat.
# Options for the command behind a target: make run ARGS="--every 5", make test ARGS="-k recurrence".
# Tests run two at a time, each with servers and a desktop of its own: make test ARGS="-n 0 --pdb" runs one at a time.

.POSIX:
# bootstrap.sh fills one .venv: two of them at once would be in each other's way.
.NOTPARALLEL:
.PHONY: help run test conformance lint lock translations package try-install screenshots bench faults load fuzz clean

ARGS =
SECONDS = 600
PYTHON_ENV = .venv/bin/python
# What is packaged comes from here: see packaging/bootstrap.sh.
PACKAGE_ENV = build/venv/bin/python

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: ## Start the demo: a private XMPP server, the tray application, and calendars that change
	@sh packaging/bootstrap.sh run
	@$(PYTHON_ENV) -m c42desktop demo $(ARGS)

test: ## Run all tests, against real servers and a private desktop
	@sh packaging/bootstrap.sh test
	@$(PYTHON_ENV) -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

conformance: ## Run the tests of what the protocol asks for, and show what is proved with which server
	@sh packaging/bootstrap.sh test
	@$(PYTHON_ENV) -m tests.conformance $(ARGS)

lint: ## Check style, types, the directions of imports, and whether anything in the lock has a known weakness
	@sh packaging/bootstrap.sh lint
	$(PYTHON_ENV) -m ruff check
	$(PYTHON_ENV) -m ruff format --check
	$(PYTHON_ENV) -m mypy
	.venv/bin/lint-imports
	$(PYTHON_ENV) packaging/audit.py
	@sh packaging/linux/check.sh

lock: ## Lock what the package is built from, by version and hash; ARGS=--upgrade takes the newest of everything
	@sh packaging/bootstrap.sh lock
	@.venv/bin/uv pip compile pyproject.toml --extra package --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command "make lock" --quiet --output-file packaging/requirements.lock $(ARGS)

translations: ## Bring the catalogues up to date with the texts in the sources, and say what is not translated
	@sh packaging/bootstrap.sh test
	@$(PYTHON_ENV) packaging/translations.py $(ARGS)

# PyInstaller warns of each library that is missing here, most of them for what is left out. What is missing for what is
# kept, the bare system shows.
package: ## Build the packages of this platform into dist/, and try them in a bare system without Python
	@sh packaging/bootstrap.sh package
	@PYINSTALLER_CONFIG_DIR=build/cache PYI_LOG_LEVEL=ERROR $(PACKAGE_ENV) -m PyInstaller --noconfirm \
		--distpath dist --workpath build packaging/c42desktop.spec $(ARGS)
	@$(PACKAGE_ENV) packaging/licences.py
	@$(PACKAGE_ENV) packaging/smoke.py
	@[ "$$(uname -s)" != Linux ] || PYTHON=$(PACKAGE_ENV) sh packaging/linux/build.sh
	@for built in dist/*.deb dist/*.tar.gz; do \
		[ ! -e "$$built" ] || sh packaging/try_package.sh "$$built" || [ $$? -eq 77 ] || exit 1; \
	done
	@$(PACKAGE_ENV) packaging/sbom.py

try-install: ## Install the packages in dist/ in a bare system, use and remove them; takes root
	@sh packaging/linux/try_install.sh $(ARGS)

screenshots: ## Render the window in 16 states, light and dark, in English and Dutch; ARGS=FOLDER is where to
	@sh packaging/bootstrap.sh test
	@$(PYTHON_ENV) -m tests.screenshots $(ARGS)

bench: ## Measure the time from a pushed change to the printed line and the notification, and what listing 10 000 events and searching 100 000 costs
	@sh packaging/bootstrap.sh test
	@$(PYTHON_ENV) -m tests.bench $(ARGS)
	@$(PYTHON_ENV) -m tests.bench_notify
	@$(PYTHON_ENV) -m tests.benchmarks.agenda
	@$(PYTHON_ENV) -m tests.benchmarks.search

faults: ## Change calendars while network, server and application fail: is everything told exactly once?
	@sh packaging/bootstrap.sh test
	@$(PYTHON_ENV) -m tests.faults --server both --seeds 3 $(ARGS)
	@$(PYTHON_ENV) -m tests.faults --server both --no-looks --changes 600 --minutes 1 $(ARGS)

load: ## Measure how long the event loop is kept busy: 100 calendars, 10 000 events, 1 000 changes at once
	@sh packaging/bootstrap.sh test
	@$(PYTHON_ENV) -m tests.load $(ARGS)

fuzz: ## Look for input that a decoder cannot bear, ten minutes for each; SECONDS=10 is shorter
	@sh packaging/bootstrap.sh fuzz
	@$(PYTHON_ENV) -m tests.fuzz --seconds $(SECONDS) $(ARGS)

# What sudo made is removed by sudo.
clean: ## Remove what was built or installed here, .venv included
	@[ ! -e build/try ] || [ -O build/try ] || sudo rm -rf build/try
	rm -rf .venv .build build dist artefacts .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
