"""
Accounts of people and units, and the written requests about them.
"""
