"""
What the example programs share: reading a CSV file that people made, and refusing in words what is none.
"""
