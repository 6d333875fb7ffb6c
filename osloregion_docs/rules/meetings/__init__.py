"""The rules on meetings and their cases."""
