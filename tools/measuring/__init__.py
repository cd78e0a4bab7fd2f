"""
Fresh rosters for measuring the reader: offices, invented people, mistakes on purpose, and what was found of them.
"""
