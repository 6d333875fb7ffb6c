"""The traceability matrix: from focus area to result (sporbarhet)."""
