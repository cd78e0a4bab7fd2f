"""
One invented person, unit and request of each system, complete and without an error: examples lay cells over them.
"""
