"""The catalogues of resources/translations: python packaging/translations.py [--check]

Qt's lupdate finds the texts in the sources and merges them into c42desktop_LANGUAGE.ts, which Qt Linguist edits; Qt's
lrelease checks them. What the program reads is made of that: a gettext catalogue, as the commands speak the same
language without Qt. With --check nothing is written: what is missing, unfinished or outdated is named, and the exit
code is 1.
"""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("nl", "de")
TOOLS = Path(PySide6.__file__).parent
PLURALS = "nplurals=2; plural=(n != 1);"  # of Dutch and German
_PLACE = re.compile(r"\{(\w*)[^}]*\}")

Message = tuple[str, str, list[str]]
"""Source, its plural ("" where there is none), its translations."""


def update(language: str, file: Path) -> None:
    """Merge the texts of the sources into a .ts file; what is gone from them goes."""
    # ngettext's second text takes the place of Qt's comment: so one alias serves both.
    aliases = [part for name in ("_", "ngettext", "marked") for part in ("-tr-function-alias", f"tr+={name}")]
    options = ["-silent", "-no-obsolete", "-locations", "none", "-sort-messages", "-extensions", "py"]
    languages = ["-source-language", "en", "-target-language", language]
    heuristics = ["-disable-heuristic", "sametext", "-disable-heuristic", "similartext"]
    argv = [*aliases, *options, *languages, *heuristics, str(ROOT / "c42desktop"), "-ts", str(file)]
    subprocess.run([TOOLS / "lupdate", *argv], check=True)


def messages(file: Path) -> Iterator[Message]:
    """All texts of a .ts file."""
    for each in ET.parse(file).iter("message"):
        found = each.find("translation")
        assert found is not None
        forms = [form.text or "" for form in found.iter("numerusform")] or [found.text or ""]
        plural = each.findtext("comment", "") if each.get("numerus") else ""
        yield each.findtext("source", ""), plural, forms


def problems(found: list[Message]) -> Iterator[str]:
    """What a reader would stumble over: texts without translation, place markers that are not those of the source."""
    for source, plural, forms in found:
        if not all(forms) or (plural and len(forms) != 2):
            yield f"not translated: {source!r}"
            continue
        allowed = _places(source) | _places(plural)
        for form in forms:
            if not _places(form) <= allowed or (not plural and _places(form) != allowed):
                yield f"other place markers: {source!r} -> {form!r}"


def _places(text: str) -> set[str]:
    return set(_PLACE.findall(text))


def catalogue(language: str, found: list[Message]) -> bytes:
    """A gettext catalogue (.mo) of all that is translated."""
    head = f"Content-Type: text/plain; charset=UTF-8\nLanguage: {language}\nPlural-Forms: {PLURALS}\n"
    texts = {"": head}
    for source, plural, forms in found:
        if all(forms):
            texts[f"{source}\0{plural}" if plural else source] = "\0".join(forms)
    pairs = [(key.encode(), value.encode()) for key, value in texts.items()]
    pairs.sort()
    return _packed([key for key, _ in pairs], [value for _, value in pairs])


def _packed(keys: list[bytes], values: list[bytes]) -> bytes:
    """Magic number, version, count, where the two tables are, no hash table; then both, then the texts."""
    count = len(keys)
    start = 7 * 4
    text = start + 16 * count
    tables, data = b"", b""
    for each in (*keys, *values):
        tables += struct.pack("<II", len(each), text + len(data))
        data += each + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, count, start, start + 8 * count, 0, text) + tables + data


def release_check(file: Path) -> None:
    """What Qt's own tool has to say about a file."""
    with tempfile.TemporaryDirectory() as scratch:
        argv = [TOOLS / "lrelease", "-silent", file, "-qm", Path(scratch) / "checked.qm"]
        subprocess.run(argv, check=True)


def made(language: str, *, check: bool) -> list[str]:
    """Bring one language up to date, or say what is not."""
    file = FOLDER / f"c42desktop_{language}.ts"
    target = FOLDER / language / "LC_MESSAGES" / "c42desktop.mo"
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / file.name
        if file.exists():
            fresh.write_bytes(file.read_bytes())
        update(language, fresh)
        release_check(fresh)
        found = list(messages(fresh))
        packed = catalogue(language, found)
        said = list(problems(found))
        if not check:
            target.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(fresh.read_bytes())
            target.write_bytes(packed)
        elif file.read_bytes() != fresh.read_bytes() or target.read_bytes() != packed:
            said.append("not up to date: run make translations")
    return [f"{file.name}: {each}" for each in said]


def main() -> int:
    """Both languages. Gives the exit code."""
    check = "--check" in sys.argv[1:]
    said = [each for language in LANGUAGES for each in made(language, check=check)]
    print("\n".join(said) or "All texts are translated.")
    return 1 if check and said else 0


if __name__ == "__main__":
    sys.exit(main())
