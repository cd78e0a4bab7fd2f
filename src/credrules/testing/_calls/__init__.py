"""
What the examples of the catalogue call: a file an area, each with a table from the name in `call` to a maker.
"""
