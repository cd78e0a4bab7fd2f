"""
Rules about one row, one file a subject.
"""
