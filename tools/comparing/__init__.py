"""
Two states of the library asked the same questions: what `tools/compare_findings.py` is made of.
"""
