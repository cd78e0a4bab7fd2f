"""
Generated requirements and conversions, decoded when first asked for.
"""
