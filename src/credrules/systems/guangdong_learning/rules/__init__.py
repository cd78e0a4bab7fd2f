"""
Rules of the file, one file a form; `system` lists them.
"""
