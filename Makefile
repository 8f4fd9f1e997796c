# Every task of the project. `make` alone lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
RUN := build/run
DATA ?= tests/data
MAIL := build/mail

.DEFAULT_GOAL := help
.PHONY: help run test check format golden docs bench eval faults check-mail clean

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(STAMP) ## write a digest of the sample feeds, in a fresh folder under build/
	@rm -rf $(RUN) && mkdir -p $(RUN) && cp -R feeds.yaml samples $(RUN)/
	@cd $(RUN) && ../../$(BIN)/digest run -f md -f html

test: $(STAMP) ## run all tests
	@$(BIN)/pytest -n auto

check: $(STAMP) ## linters, types, import contracts, generated documents: what CI runs beside the tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/generate.py --check

format: $(STAMP) ## format the code and sort its imports
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

golden: $(STAMP) ## write the golden files of the tests again; read the difference before you commit it
	$(BIN)/pytest -n 0 --golden

docs: $(STAMP) ## write docs/cli.md again from the program
	$(BIN)/python docs/generate.py

bench: $(STAMP) ## time the program against sumy's LexRank on the same sentences
	$(BIN)/python benchmarks/speed.py

eval: $(STAMP) ## measure summaries and claims on labelled data: make eval DATA=folder
	$(BIN)/python benchmarks/evaluate.py $(DATA)
	@if [ -e $(DATA)/attribution/polnear.jsonl.gz ]; then $(BIN)/python benchmarks/evaluate_claims.py $(DATA); fi

faults: $(STAMP) ## the long harness: hundreds of kills, full disks, hostile servers
	$(BIN)/pytest -n 0 tests/faults --faults

check-mail: $(STAMP) ## look at mails as browsers, validators and spam filters do; INJECTION=FILE adds hostile texts
	@for tool in node npm spamassassin; do command -v $$tool >/dev/null || { echo "make check-mail needs $$tool: \
	apt-get install nodejs npm chromium spamassassin" >&2; exit 1; }; done
	@rm -rf $(MAIL) $(MAIL)-naive
	$(BIN)/python -m tests.mail.injection tests/mail/cases.json $(INJECTION)
	$(BIN)/pytest -n 0 tests/test_outputs_mail.py tests/test_outputs_hostile.py
	$(BIN)/python -m tests.mail.write_samples $(MAIL) $(INJECTION)
	$(BIN)/python -m tests.mail.write_samples $(MAIL)-naive --naive $(INJECTION)
	npm install --prefix tests/mail --no-audit --no-fund --no-package-lock --silent
	node tests/mail/check.mjs $(MAIL)
	! node tests/mail/check.mjs $(MAIL)-naive --naive >/dev/null  # a renderer that escapes nothing must not pass

clean: ## remove what was built
	rm -rf build $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "digest needs Python 3.11 or later; try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --editable '.[dev]'
	@touch $@
