"""The reports: budget, status report, annual report and traceability report."""
