"""What comes from another process is looked at before it is believed."""

from __future__ import annotations

import json
import os

import pytest

from c42desktop.errors import UserError
from c42desktop.instance import protocol
from c42desktop.instance.protocol import ProtocolError, Request, decoded, encoded, parsed_request


def test_a_request_comes_out_as_it_went_in() -> None:
    line = protocol.request("open", {"targets": ["a", "“é”\n\u2028"], "hidden": False})
    assert line.count(b"\n") == 1
    found = parsed_request(line)
    assert (found.do, found.texts("targets"), found.flag("hidden")) == ("open", ("a", "“é”\n\u2028"), False)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"\xff\xfe\n",
        b"GET / HTTP/1.1\n",
        b"[]\n",
        b'"open"\n',
        b"[" * 100_000 + b"\n",
        b'{"a":' * 100_000 + b"\n",
        b'{"c42desktop": 1, "do": ' + b"9" * 10_000 + b"}\n",
        b'{"c42desktop": 1, "do": ["open"]}\n',
        b'{"c42desktop": 1}\n',
        b'{"c42desktop": 1, "do": "open", "targets": ["\\ud800"]}\n',
    ],
)
def test_what_is_no_request_is_refused_in_a_sentence(line: bytes) -> None:
    with pytest.raises(ProtocolError, match="Quit it, and start it again"):
        parsed_request(line)


@pytest.mark.parametrize("version", [0, 2, "1", None, [1]])
def test_another_version_is_named_as_that(version: object) -> None:
    line = json.dumps({"c42desktop": version, "do": "open"}).encode()
    with pytest.raises(ProtocolError, match="another version"):
        parsed_request(line)


@pytest.mark.parametrize("value", [None, 1, "yes", [1], ["a", 1], {"a": "b"}])
def test_a_value_of_another_type_is_refused(value: object) -> None:
    asked = Request("x", {"name": value})
    readers = {str: asked.text, bool: asked.flag, list: asked.texts, dict: asked.table}
    for kind, read in readers.items():
        if not isinstance(value, kind) or (kind is list and value in ([1], ["a", 1])):
            with pytest.raises(ProtocolError):
                read("name")


def test_the_name_of_a_file_need_not_be_text() -> None:
    name = os.fsdecode(b"/home/ann/caf\xe9.ics")
    assert parsed_request(protocol.request("open", {"targets": [name]})).texts("targets") == (name,)


def test_a_request_has_an_end() -> None:
    with pytest.raises(UserError, match="too large"):
        protocol.request("publish", {"payload": "x" * protocol.LONGEST_REQUEST})


def test_a_message_is_one_line_whatever_is_in_it() -> None:
    message = {"say": "a\nb\r\u2028\x00é", "progress": [1, 2]}
    assert encoded(message).count(b"\n") == 1
    assert decoded(encoded(message)) == message
