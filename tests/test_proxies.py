"""Which proxies lead to a server: entered, the system's, the environment's; and where their passwords come from."""

from __future__ import annotations

import asyncio

import pytest

from c42desktop import credentials, proxies
from c42desktop.errors import UserError
from c42desktop.proxies import environment, find_proxies, key, parse
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.proxy import Proxies, Proxy

ANN = "ann@example.org"
HTTP, SOCKS = Proxy("http", "web.example", 3128), Proxy("socks5", "tcp.example", 1080)


async def system(_host: str) -> tuple[str, str]:
    return HTTP.url, SOCKS.url


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The passwords in the keyring, by name."""
    passwords: dict[str, str] = {}

    async def load(name: str) -> str | None:
        return passwords.get(name)

    monkeypatch.setattr(credentials, "load_proxy", load)
    return passwords


@pytest.mark.parametrize(
    ("url", "proxy"),
    [
        ("http://web.example:3128", HTTP),
        ("http://web.example", Proxy("http", "web.example", 8080)),
        ("socks5://tcp.example", SOCKS),
        ("socks5h://tcp.example:1080", SOCKS),
        ("http://[::1]:3128", Proxy("http", "::1", 3128)),
        ("http://bob@web.example:3128", Proxy("http", "web.example", 3128, "bob")),
        ("http://b%40b:s%2Fcret@web.example:3128", Proxy("http", "web.example", 3128, "b@b", "s/cret")),
    ],
)
def test_a_proxy_is_a_url(url: str, proxy: Proxy) -> None:
    assert parse(url) == proxy


def test_a_value_is_the_url_it_was_made_of() -> None:
    proxy = Proxy("http", "::1", 3128, "b@b", "s/cret")
    assert parse(proxy.url) == proxy
    assert "s/cret" not in repr(proxy)
    assert key(proxy) == "b@b@[::1]:3128"


@pytest.mark.parametrize(
    "url", ["web.example:3128", "https://web.example", "http://", "http://x:99999", "ftp://x", "http://bob:s3cret@:80"]
)
def test_what_is_no_proxy_is_named_without_its_password(url: str) -> None:
    with pytest.raises(UserError, match="is no proxy") as caught:
        parse(url)
    assert caught.value.field == "proxy"
    assert "s3cret" not in str(caught.value)


async def test_what_the_person_entered_counts_before_the_system() -> None:
    async def find(entered: str, host: str = "example.org") -> Proxies:
        return await find_proxies(Login(ANN, proxy=entered), system)(host)

    assert await find("") == Proxies(HTTP, SOCKS)
    assert await find("none") == Proxies()
    assert await find("socks5://tcp.example") == Proxies(SOCKS, SOCKS)
    assert await find("socks5://tcp.example", "127.0.0.1") == Proxies(SOCKS, SOCKS)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost", "demo.localhost"])
async def test_this_computer_is_never_behind_a_proxy_of_the_system(host: str) -> None:
    assert await find_proxies(Login(ANN), system)(host) == Proxies()


async def test_the_password_comes_from_the_keyring(keyring: dict[str, str]) -> None:
    find = find_proxies(Login(ANN, proxy="http://bob@web.example:3128"), system)
    with pytest.raises(UserError, match="no password for the proxy") as caught:
        await find("example.org")
    assert caught.value.field == "proxy"
    keyring["bob@web.example:3128"] = "s3cret"
    assert (await find("example.org")).tcp == Proxy("http", "web.example", 3128, "bob", "s3cret")


async def test_a_keyring_that_does_not_work_is_named_beside_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    async def locked(_name: str) -> str | None:
        raise credentials.NoKeyringError("The keyring does not answer.")

    monkeypatch.setattr(credentials, "load_proxy", locked)
    with pytest.raises(UserError, match="keyring does not answer") as caught:
        await find_proxies(Login(ANN, proxy="http://bob@web.example"), system)("example.org")
    assert caught.value.field == "proxy"


async def test_a_system_that_thinks_for_too_long_names_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proxies, "SYSTEM_TIMEOUT", 0.01)

    async def forever(_host: str) -> tuple[str, str]:
        await asyncio.Event().wait()
        return "", ""

    assert await find_proxies(Login(ANN), forever)("example.org") == Proxies()


async def test_what_nobody_here_can_correct_is_passed_over() -> None:
    async def odd(_host: str) -> tuple[str, str]:
        return "https://web.example:443", "tcp.example:3128"

    assert await find_proxies(Login(ANN), odd)("example.org") == Proxies(None, Proxy("http", "tcp.example", 3128))


@pytest.mark.parametrize(
    ("variables", "found"),
    [
        ({}, ("", "")),
        ({"https_proxy": "http://a:1"}, ("http://a:1", "http://a:1")),
        ({"https_proxy": "http://a:1", "all_proxy": "socks5://b:2"}, ("http://a:1", "socks5://b:2")),
        ({"all_proxy": "socks5://b:2"}, ("socks5://b:2", "socks5://b:2")),
        ({"https_proxy": "http://a:1", "no_proxy": "example.com,.example.org"}, ("", "")),
    ],
)
async def test_the_environment_is_read_as_others_read_it(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], found: tuple[str, str]
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert await environment("xmpp.example.org") == found
