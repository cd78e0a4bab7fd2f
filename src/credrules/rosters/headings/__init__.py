"""
Reading headings: what one says taken apart, what its neighbours and the values below it add.
"""
