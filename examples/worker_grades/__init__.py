"""
A unit's workers and their skill grades: who may be declared for what, who is short of what, what is printed together.
"""
