"""The first module of the bundled application: what `python -m c42desktop` does."""

import sys

from c42desktop.__main__ import main

sys.exit(main())
