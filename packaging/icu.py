"""ICU's data, without what this application never asks for: 32 MB become 2.

Qt on Linux is linked to ICU and uses it to put names in order. Nearly all of its data is about what Qt knows by itself
or nobody asks: names of languages, currencies, units and zones, line breaks, old encodings, writing in other scripts.
ICU reads its data as one table with names, out of a library with nothing else in it; this writes such a library with a
shorter table. The tools are those that PyInstaller wants already (binutils).
"""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path

# How to put in order, what characters are, what languages fall back to. Among the orders are some of all characters of
# East Asia, a hundred times as large as others; without them, these are in the order of Unicode.
_WANTED = re.compile(r".*/(coll/.*|.*\.(icu|nrm)|(root|pool|res_index|supplementalData|keyTypeData)\.res)")
_COMMON = re.compile(r"[^/]*/(coll/(root\.res|ucadata\.icu)|[^/]*)")
_LARGE = 50_000  # bytes, of the order of one language

_SOURCE = """\
.section .note.GNU-stack,"",%progbits
.section .rodata
.balign 4096
.globl {symbol}
.type {symbol}, %object
{symbol}: .incbin "{data}"
.size {symbol}, . - {symbol}
"""


def smaller(library: Path, folder: Path) -> Path:
    """A library in `folder` to take the place of `library` (libicudata.so.VERSION)."""
    folder.mkdir(parents=True, exist_ok=True)
    version = library.name.rpartition(".")[2]
    data, source, made = folder / "icu.dat", folder / "icu.s", folder / library.name
    _run("objcopy", "-O", "binary", "--only-section=.rodata", str(library), str(data))
    data.write_bytes(without_unused(data.read_bytes()))
    source.write_text(_SOURCE.format(symbol=f"icudt{version}_dat", data=data), encoding="utf-8")
    _run("as", "-o", str(folder / "icu.o"), str(source))
    _run("ld", "-shared", "-soname", library.name, "-o", str(made), str(folder / "icu.o"))
    return made


def without_unused(data: bytes) -> bytes:
    """The table with the wanted items only. Raises ValueError if this is not a table of ICU."""
    header, magic = struct.unpack_from("<H2s", data)
    if magic != b"\xda\x27" or data[12:16] != b"CmnD":
        raise ValueError("not the data of ICU")
    return data[:header] + _table(
        {name: item for name, item in _items(data[header:]).items() if _is_wanted(name, item)}
    )


def _is_wanted(name: str, item: bytes) -> bool:
    return bool(_WANTED.fullmatch(name)) and (len(item) < _LARGE or bool(_COMMON.fullmatch(name)))


def _items(table: bytes) -> dict[str, bytes]:
    """Its items by name, in the table's order: sorted. First a count, then where each name and each item begins."""
    (count,) = struct.unpack_from("<I", table)
    places = [struct.unpack_from("<II", table, 4 + 8 * index) for index in range(count)]
    ends = [begin for _name, begin in places[1:]] + [len(table)]
    names = [table[name : table.index(b"\0", name)].decode("ascii") for name, _begin in places]
    return {name: table[begin:end] for name, (_name, begin), end in zip(names, places, ends, strict=True)}


def _table(items: dict[str, bytes]) -> bytes:
    """The opposite of _items."""
    names = b"".join(name.encode("ascii") + b"\0" for name in items)
    name_at = 4 + 8 * len(items)
    item_at = _aligned(name_at + len(names))
    head, body = struct.pack("<I", len(items)), b""
    for name, item in items.items():
        head += struct.pack("<II", name_at, item_at + len(body))
        name_at += len(name) + 1
        body += item.ljust(_aligned(len(item)), b"\0")
    return (head + names).ljust(item_at, b"\0") + body


def _aligned(length: int) -> int:
    return -(-length // 16) * 16


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
