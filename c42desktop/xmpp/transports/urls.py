"""Which URLs a stream may go to."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from c42desktop.xmpp.login import Way

_SECURE = {Way.WEBSOCKET: "wss", Way.BOSH: "https"}
_CLEAR = {Way.WEBSOCKET: "ws", Way.BOSH: "http"}


def is_secure(url: str) -> bool:
    """Whether TLS protects what is sent to `url`."""
    return urlsplit(url).scheme in _SECURE.values()


def is_allowed(way: Way, url: str, *, unencrypted: bool) -> bool:
    """Whether `url` may be used for `way`: with TLS, or, where `unencrypted` is allowed, on this computer."""
    return is_protected(url, _SECURE.get(way), _CLEAR.get(way), unencrypted=unencrypted)


def is_protected(url: str, secure: str | None, clear: str | None, *, unencrypted: bool) -> bool:
    """The same for any two schemes, of which the first has TLS."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return False
    if not host or parts.username is not None:
        return False
    return parts.scheme == secure or (unencrypted and parts.scheme == clear and is_loopback(host))


def is_loopback(host: str) -> bool:
    """Whether a name or address is this computer, whatever any resolver says."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
