"""`c42desktop` and `python -m c42desktop`."""

import sys

from c42desktop.cli import run


def main() -> None:
    """Run the command line of this process and exit with its code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
