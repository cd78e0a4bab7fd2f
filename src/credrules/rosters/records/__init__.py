"""
What a row of a roster may hold: the flat record, one file a subject.
"""
