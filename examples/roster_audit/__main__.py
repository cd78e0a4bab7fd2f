"""
``python -m roster_audit``.
"""

import sys

from roster_audit.cli import main

if __name__ == "__main__":
    sys.exit(main())
