"""
Where and through whom: the system of a committee (GD-D1), the unit of a person (GD-D2).
"""
