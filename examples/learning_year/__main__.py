"""
``python -m learning_year``: see `learning_year.cli`.
"""

from __future__ import annotations

import sys

from learning_year.cli import main

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
