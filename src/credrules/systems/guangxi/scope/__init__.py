"""
Who and what is collected: decisions with their reasons.
"""
