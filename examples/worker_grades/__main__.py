"""
``python -m worker_grades``: see `worker_grades.cli`.
"""

from __future__ import annotations

import sys

from worker_grades.cli import main

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
