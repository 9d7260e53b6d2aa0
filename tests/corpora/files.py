"""Reads every calendar file of the source packages as an import would."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from c42desktop.calendar.payloads import PayloadError, read_file
from tests.corpora import packages

SUFFIXES = (".ics", ".ical", ".ifb", ".jcal", ".json", ".xml")


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one file: how many events, or the sentence that says why not; CPU seconds."""

    package: str
    name: str
    events: int
    sentence: str
    seconds: float


def readings() -> Iterator[Reading]:
    """Every calendar file, in order. Whatever else than a PayloadError comes out of one is not caught."""
    for package in sorted(packages.folder().glob("*-*")):
        for path in sorted(package.rglob("*")):
            if path.suffix in SUFFIXES and path.is_file() and path.name != "funding.json":
                yield _read(package.name, path)


def _read(package: str, path: Path) -> Reading:
    data, events, sentence = path.read_bytes(), 0, ""
    began = time.process_time()
    try:
        events = len(read_file(data, path.name))
    except PayloadError as error:
        sentence = str(error)
    return Reading(package, path.name, events, sentence, time.process_time() - began)
