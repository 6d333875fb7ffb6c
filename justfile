# Common commands of development; CI runs the same. Needs just (https://just.systems) and, in an active virtual
# environment, "pip install -e .[dev]".

# list the commands
default:
    @just --list --unsorted

# style, types, import contracts, sizes, vocabulary, and whether the generated files are fresh
check:
    ruff check
    ruff format --check
    mypy
    lint-imports
    python tools/docs.py --check
    python tools/sizes.py
    python tools/words.py README.md CONTRIBUTING.md CHANGELOG.md docs/README.md docs/adr docs/analysis docs/architecture.md examples tests/web tools benchmarks

# all tests, or those given: just test tests/rules
test *args:
    python -m pytest {{ args }}

# rewrite the golden files; review the diff before committing it
golden *args:
    python -m pytest --update-golden {{ args }}

# write the generated files: docs/rules.md, docs/cli.md, and programme/schema/ of each workspace here
docs:
    python tools/docs.py

# compare the speed of commands with other tools; just bench --large grows to 10 000 measures
bench *args:
    python benchmarks/run.py {{ args }}
