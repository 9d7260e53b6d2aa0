"""What Windows shows about the program's files, in the form in which PyInstaller takes it."""

from __future__ import annotations

import re
from pathlib import Path

TEMPLATE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "The c42desktop authors"),
      StringStruct("FileDescription", "c42desktop"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "c42desktop"),
      StringStruct("LegalCopyright", "MIT licence"),
      StringStruct("ProductName", "c42desktop"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 0x04B0])]),
  ],
)
"""


def write(version: str, file: Path) -> Path:
    """The resource of `version`, of which Windows wants four numbers."""
    numbers = [int(each) for each in re.findall(r"\d+", version)[:3]]
    four = tuple((numbers + [0] * 4)[:4])
    file.write_text(TEMPLATE.format(numbers=four, version=version), encoding="utf-8")
    return file
