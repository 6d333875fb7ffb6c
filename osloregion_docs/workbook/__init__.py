"""The workbook in which results are filled in: from a programme to bytes, and from bytes to proposed changes.

Knows no place on the disk. The only package that imports openpyxl.
"""
