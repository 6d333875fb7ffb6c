"""The reports on what came of a programme: annual report and status report. Opens no file."""
