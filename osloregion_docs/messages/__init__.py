"""The wording of diagnostics: catalogues of messages and hints per language, filled in with facts."""
