"""Which URLs a stream may go to."""

from __future__ import annotations

import pytest

from c42desktop.xmpp.login import Way
from c42desktop.xmpp.transports.web import is_allowed


@pytest.mark.parametrize(
    ("way", "url", "unencrypted", "allowed"),
    [
        (Way.WEBSOCKET, "wss://example.org/ws", False, True),
        (Way.BOSH, "https://example.org:5443/bosh", False, True),
        (Way.BOSH, "wss://example.org/ws", False, False),
        (Way.WEBSOCKET, "ws://example.org/ws", True, False),
        (Way.BOSH, "http://127.0.0.1:5280/bosh", False, False),
        (Way.BOSH, "http://127.0.0.1:5280/bosh", True, True),
        (Way.BOSH, "http://[::1]:5280/bosh", True, True),
        (Way.BOSH, "http://127.0.0.1.example.org/bosh", True, False),
        (Way.BOSH, "https://ann:secret@example.org/bosh", False, False),
        (Way.BOSH, "https://example.org:99999/bosh", False, False),
        (Way.BOSH, "https:///bosh", False, False),
        (Way.BOSH, "javascript:alert(1)", True, False),
    ],
)
def test_only_tls_or_this_computer_is_trusted_with_a_stream(
    way: Way, url: str, unencrypted: bool, allowed: bool
) -> None:
    assert is_allowed(way, url, unencrypted=unencrypted) is allowed
