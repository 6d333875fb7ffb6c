# What one types while developing; CI runs the same words. Needs just (https://just.systems) and, in an active virtual
# environment, "pip install -e .[dev]".

# list the words
default:
    @just --list --unsorted

# style, types, import contracts, sizes, and whether the generated files are fresh
check:
    ruff check
    ruff format --check
    mypy
    lint-imports
    python tools/docs.py --check
    python tools/sizes.py

# all tests, or those that are named: just test tests/rules
test *args:
    python -m pytest {{ args }}

# write the golden files anew; read the diff before you commit it
golden *args:
    python -m pytest --update-golden {{ args }}

# write the generated files: docs/rules.md, docs/cli.md, and programme/schema/ of each workspace here
docs:
    python tools/docs.py

# measure whole commands against their peers; just bench --large grows to 10 000 measures
bench *args:
    python benchmarks/run.py {{ args }}
