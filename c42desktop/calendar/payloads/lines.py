"""Content lines of iCalendar (RFC 5545 §3.1) from and to jCal: components [name, properties, components]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

MAX_DEPTH = 10
MULTI = ("categories", "resources", "exdate", "rdate", "freebusy")
"""The properties that may have several values in one line."""

ENDS = re.compile(r"\r\n|\r|\n")
"""What ends a line; `str.splitlines` knows more, which may stand within one."""

_NAME = re.compile(r"[A-Za-z0-9-]{1,100}", re.ASCII)
_BREAKS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\u0085\u2028\u2029]+")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)', re.ASCII)
_PART = re.compile(r'"([^"]*)"|([^",]+)')
_COMMA = re.compile(r"(?:\\.|[^,\\])+")
_CARETS = {"^^": "^", "^'": '"', "^n": "\n"}
# Types that are what their property has anyway (§3.8), and those that must be named all the same.
_NAMED = ("date", "period")
_NAMED_THERE = {"trigger": "date-time", "conference": "uri", "image": "uri", "attach": "binary"}
_LINE_OCTETS = 75


def is_component(data: object) -> bool:
    """Whether this may be a jCal component: a list that begins with a name."""
    return isinstance(data, list) and bool(data) and isinstance(data[0], str) and bool(_NAME.fullmatch(data[0]))


def component_lines(data: list[Any], depth: int = 0) -> Iterator[str]:
    """The content lines, not folded, of a jCal component (RFC 7265 §3.3); what is none in it is left out."""
    name = data[0].upper()
    properties, children = ([*data[1:3], [], []])[:2]
    yield f"BEGIN:{name}"
    for entry in properties if isinstance(properties, list) else ():
        yield from property_lines(entry)
    for child in children if isinstance(children, list) and depth < MAX_DEPTH else ():
        if is_component(child):
            yield from component_lines(child, depth + 1)
    yield f"END:{name}"


def property_lines(data: object) -> Iterator[str]:
    """The content line of a jCal property [name, parameters, type, value…] (§3.4); nothing for anything else."""
    if not isinstance(data, list) or len(data) < 4 or not all(isinstance(data[place], str) for place in (0, 2)):
        return
    name, params, kind, values = data[0].lower(), data[1], data[2].lower(), data[3:]
    if not _NAME.fullmatch(name) or name in ("begin", "end"):
        return
    head = name.upper() + "".join(_parameters(params if isinstance(params, dict) else {}))
    if kind in _NAMED or _NAMED_THERE.get(name) == kind:
        head += f";VALUE={kind.upper()}"
    written = [_value(kind, value) for value in values]
    yield f"{head}:{','.join(written if name in MULTI else written[:1])}"


def read_line(line: str) -> list[Any] | None:
    """A content line as a jCal property whose values are as they were written; None for what is no content line."""
    match = _NAME.match(line)
    if match is None:
        return None
    params: dict[str, str | list[str]] = {}
    place = match.end()
    while (found := _PARAMETER.match(line, place)) is not None:
        texts = [_uncaret(part[1] or part[2] or "") for part in _PART.finditer(found[2])]
        params[found[1].lower()] = texts[0] if len(texts) == 1 else texts
        place = found.end()
    if line[place : place + 1] != ":":
        return None
    name, value = match[0].lower(), line[place + 1 :]
    values = _COMMA.findall(value) if name in MULTI else [value]
    return [name, params, str(params.pop("value", "unknown")).lower(), *values]


def unfolded(text: str) -> list[str]:
    """The content lines of folded text."""
    found: list[str] = []
    for line in ENDS.split(text):
        if line[:1] in (" ", "\t") and found:
            found[-1] += line[1:]
        elif line.strip():
            found.append(line)
    return found


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets, none of which ends within a character (§3.1)."""
    pieces, piece, octets = [], "", 0
    for char in line:
        size = len(char.encode("utf-8", "replace"))
        if octets + size > _LINE_OCTETS:
            pieces.append(piece)
            piece, octets = " ", 1
        piece += char
        octets += size
    return "\r\n".join([*pieces, piece])


def _parameters(params: dict[str, Any]) -> Iterator[str]:
    """The parameters (RFC 7265 §3.5.1), quoted where they must be and escaped (RFC 6868)."""
    for name, value in params.items():
        if _NAME.fullmatch(name) and name.lower() != "value":
            texts = [_plain(part) for part in (value if isinstance(value, list) else [value])]
            yield f";{name.upper()}=" + ",".join(map(_quoted, texts))


def _quoted(text: str) -> str:
    text = text.replace("^", "^^").replace('"', "^'")
    return text if text and not set(text) & set(":;, \\") else f'"{text}"'


def _uncaret(text: str) -> str:
    return re.sub(r"\^[\^'n]", lambda match: _CARETS[match[0]], text)


def _value(kind: str, value: object) -> str:
    """One value as RFC 5545 writes it (RFC 7265 §3.6)."""
    if kind == "recur" and isinstance(value, dict):
        return ";".join(f"{_plain(key).upper()}={_joined(part, key)}" for key, part in value.items())
    if kind == "period":
        ends = value if isinstance(value, list) else _plain(value).split("/")
        return "/".join(_compact(_plain(end)) for end in ends)
    if kind in ("date", "date-time", "time"):
        return _compact(_plain(value))
    if kind == "utc-offset":
        return _plain(value).replace(":", "")
    if isinstance(value, list):
        return ";".join(_value(kind, part) for part in value if not isinstance(part, list))
    return _escaped(str(value)) if kind == "text" else _plain(value)


def _joined(part: object, key: str) -> str:
    texts = [_plain(value) for value in (part if isinstance(part, list) else [part])]
    return ",".join(_compact(text) if key.lower() == "until" else text for text in texts)


def _compact(text: str) -> str:
    """2026-03-27T10:00:00Z as 20260327T100000Z; a duration, which may be negative, stays as it is."""
    return text if "P" in text else text.replace("-", "").replace(":", "")


def _plain(value: object) -> str:
    return _BREAKS.sub(" ", str(value))


def _escaped(text: str) -> str:
    for char, written in (
        ("\\", "\\\\"),
        (";", "\\;"),
        (",", "\\,"),
        ("\r\n", "\\n"),
        ("\r", "\\n"),
        ("\n", "\\n"),
    ):
        text = text.replace(char, written)
    return _plain(text)
