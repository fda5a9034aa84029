"""`python -m temaplan` does what the command `temaplan` does."""

import sys

from temaplan.cli import main

if __name__ == "__main__":
    sys.exit(main())
