"""
The four systems: each a package with the same rooms, none knows another.

So far `guangxi`, the collection of information on professional and technical
personnel of Guangxi.
"""
