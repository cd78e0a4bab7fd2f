"""
Helpers of the tests: nothing here is part of the library.
"""
