"""RRULE as jCal and xCal have it: a part for each name (RFC 7265 §3.6.10, RFC 6321 §3.6.10)."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[+-]?\d{1,12}", re.ASCII)
_UNTIL = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?", re.ASCII)

RecurPart = str | int | list[str | int]


def recur_parts(rule: str) -> dict[str, RecurPart]:
    """The parts of a RECUR text in their order, such as {"freq": "WEEKLY", "byday": ["MO", "FR"]}."""
    pairs = (part.partition("=") for part in rule.split(";") if part)
    return {name.lower(): _part(name.upper(), value) for name, _equals, value in pairs}


def _part(name: str, value: str) -> RecurPart:
    if name == "UNTIL":
        return _until(value)
    values: list[str | int] = [int(each) if _NUMBER.fullmatch(each) else each for each in value.split(",")]
    return values[0] if len(values) == 1 else values


def _until(text: str) -> str:
    """20260501T100000Z as 2026-05-01T10:00:00Z."""
    match = _UNTIL.fullmatch(text.strip().upper())
    if match is None:
        return text
    day = f"{match[1]}-{match[2]}-{match[3]}"
    return day if match[4] is None else f"{day}T{match[4]}:{match[5]}:{match[6]}{match[7]}"
