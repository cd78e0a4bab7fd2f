"""
Audit a personnel roster: every problem with its reason, and a repaired copy.

``python -m roster_audit PATH`` reads a CSV file or a workbook, writes a report for people (HTML), the
findings for programs (CSV) and a copy of the roster in which only safe repairs were made, each of them
listed. The rules are those of `credrules`; everything that touches files, the clock and the screen is here.
"""
