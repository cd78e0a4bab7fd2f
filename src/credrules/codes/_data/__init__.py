"""
Generated tables, decoded when first asked for.
"""
