"""
Strategies and laws for property-based tests; needs Hypothesis.
"""
