"""
The documents written from data and from the library: each module gives one page as text.
"""
