"""python -m tests.load"""

import sys

from tests.load.run import main

sys.exit(main(sys.argv[1:]))
