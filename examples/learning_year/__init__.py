"""
A unit's year of continuing education: who is short of what, as text and as one HTML page.
"""
