"""
The rules of an applicant's file, one file a subject.
"""
