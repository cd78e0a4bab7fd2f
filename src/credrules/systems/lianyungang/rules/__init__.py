"""
Rules of a worker, one file a form table; `system` lists them.
"""
