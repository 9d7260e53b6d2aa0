"""Runs first in the bundled application: what it imports later on is read from the program that was started.

PyInstaller reads each module at its place in the file of that name. An update puts another file there while the program
runs, perhaps for weeks; the one that was started stays within reach on Linux, as /proc/self/exe.
"""

import sys
from pathlib import Path

import pyimod02_importers

STARTED = Path("/proc/self/exe")

if STARTED.exists() and STARTED.samefile(sys.executable):
    pyimod02_importers.pyz_archive._filename = str(STARTED)
