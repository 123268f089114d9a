"""Start Randnote from a checkout."""

import sys

from reader.cli import main

if __name__ == "__main__":
    sys.exit(main())
