"""
Generated rules of eligibility, decoded when first asked for.
"""
