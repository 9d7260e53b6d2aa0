"""What a person enters to sign in, and what can be checked of it before a server is asked."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from c42desktop.i18n import gettext as _

WEB = {"websocket": "wss", "bosh": "https"}
"""The ways that need a URL, and how it begins."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """What was entered. Texts are empty and `port` is 0 where the defaults will do.

    `way`, `url`, `proxy`, `pin`, `certificate`, `proof` and `allow_plain` are as in Login. `password` and
    `proxy_password` are empty where those that are known stay. `colour` marks the account among several.
    """

    jid: str
    password: str
    host: str = ""
    port: int = 0
    ca_file: str = ""
    resource: str = ""
    way: str = "automatic"
    url: str = ""
    proxy: str = ""
    proxy_password: str = ""
    pin: str = ""
    certificate: str = ""
    proof: str = "password"
    allow_plain: bool = False
    colour: str = ""

    def __repr__(self) -> str:
        """Without the passwords: this ends up in logs."""
        return f"SignIn(jid={self.jid!r}, host={self.host!r}, port={self.port!r})"


def jid_fault(jid: str) -> str:
    """One sentence on what is wrong with an address, empty where nothing is."""
    local, at, domain = jid.partition("@")
    if not jid:
        return _("Enter your XMPP address, like ann@example.org.")
    if not at or not local or not domain.strip("."):
        return _("An XMPP address looks like ann@example.org.")
    if "/" in jid:
        return _("Leave out what follows the slash; the resource has its place in the server settings.")
    if any(sign.isspace() or sign in "\"&':<>@" for sign in local + domain):
        return _("An XMPP address has no spaces and no special characters.")
    return ""


def port_fault(text: str) -> str:
    """One sentence on what is wrong with a port, empty where nothing is."""
    if not text or (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        return ""
    return _("A port is a number from 1 to 65535.")


def url_fault(way: str, url: str) -> str:
    """One sentence on what is wrong with the URL for a way, empty where nothing is. Without one, it is looked up."""
    scheme = WEB.get(way)
    if scheme is None or not url:
        return ""
    if url.lower().startswith((f"{scheme}://", "ws://", "http://")) and _host(url):
        return ""  # without TLS it may be this computer; whether that is allowed is said by who connects
    return _("Enter an address that begins with {scheme}://").format(scheme=scheme)


def proxy_fault(address: str) -> str:
    """One sentence on what is wrong with the address of a proxy, empty where nothing is."""
    host, colon, port = address.rpartition(":")
    if host and colon and port and not port_fault(port) and not any(sign in "/@ " for sign in host):
        return ""
    return _("The address of a proxy is its name and port: proxy.example.org:8080")


def proxy_url(scheme: str, address: str, user: str) -> str:
    """A proxy as Login has it."""
    return f"{scheme}://{quote(user, safe='') + '@' if user else ''}{address}"


def proxy_parts(url: str) -> tuple[str, str, str]:
    """Scheme, address and user of a proxy as Login has it."""
    scheme, _colon, rest = url.partition("://")
    user, _at, address = rest.rpartition("@")
    return scheme.lower(), address.rstrip("/"), unquote(user.partition(":")[0])


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
