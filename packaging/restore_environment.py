"""Runs first in the bundled application: gives back the library path that the bundle's loader has replaced.

The loader has read it by now; what it would still reach are the programs that the application starts (Prosody, the
browser), which would then load the bundle's libraries instead of their own.
"""

import os

for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    original = os.environ.pop(f"{name}_ORIG", None)
    if original is not None:
        os.environ[name] = original
    else:
        os.environ.pop(name, None)
