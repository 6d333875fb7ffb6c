"""The documents of meetings: agenda, case paper, minutes, extract and meeting pack. Opens no file."""
