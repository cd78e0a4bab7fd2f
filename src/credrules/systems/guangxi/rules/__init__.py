"""
Rules of the record, one file a form table; `system` lists them.
"""
