"""A place for a file: who gives one, what is asked, what is refused, and which answers are not good enough."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from c42desktop.errors import UserError
from c42desktop.xmpp.session import Session
from c42desktop.xmpp.upload_slot import NS, Slot, UploadService, ask_slot, find_service, is_safe
from tests.xmpp.scripted import DOMAIN, ScriptedServer
from tests.xmpp.service import Answer, info, service

FILES = UploadService(f"upload.{DOMAIN}", 1000)
PUT = "https://files.example.org/put/secret?v=1"
GET = "https://files.example.org/get/plan.pdf"


def slot(put: str = PUT, get: str = GET, headers: str = "") -> str:
    return f"<slot xmlns='{NS}'><put url='{put}'>{headers}</put><get url='{get}'/></slot>"


def refused(condition: str, kind: str, more: str = "", text: str = "") -> str:
    stanzas = "urn:ietf:params:xml:ns:xmpp-stanzas"
    words = f"<text xmlns='{stanzas}'>{text}</text>" if text else ""
    return f"<error type='{kind}'><{condition} xmlns='{stanzas}'/>{words}{more}</error>"


def too_large(most: str) -> str:
    return f"<file-too-large xmlns='{NS}'><max-file-size>{most}</max-file-size></file-too-large>"


async def asked(folder: Path, *answers: str | Answer, size: int = 999) -> Slot:
    async with service(folder, *answers) as (pubsub, _server):
        return await ask_slot(_session(pubsub), FILES, "plan & more.pdf", size, "application/pdf")


def _session(pubsub: object) -> Session:
    return pubsub._session  # type: ignore[attr-defined, no-any-return]


def listing(*jids: str) -> str:
    inside = "".join(f"<item jid='{jid}'/>" for jid in jids)
    return f"<query xmlns='http://jabber.org/protocol/disco#items'>{inside}</query>"


def described(request: str) -> str:
    """The second of three takes files of up to 1000 bytes."""
    if f"to='upload.{DOMAIN}'" not in request and f'to="upload.{DOMAIN}"' not in request:
        return info("<identity category='server' type='im'/>")
    form = (
        f"<x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE'><value>{NS}</value></field>"
        "<field var='max-file-size'><value>1000</value></field></x>"
    )
    return info(f"<identity category='store' type='file'/><feature var='{NS}'/>{form}")


async def test_the_service_of_our_domain_is_found_with_its_limit(tmp_path: Path) -> None:
    items = listing(f"pubsub.{DOMAIN}", f"upload.{DOMAIN}")
    async with service(tmp_path, items, described, described, described) as (pubsub, _server):
        assert await find_service(_session(pubsub)) == FILES


async def test_a_domain_without_one_has_none(tmp_path: Path) -> None:
    async with service(tmp_path, listing(), info("")) as (pubsub, _server):
        assert await find_service(_session(pubsub)) is None


async def test_a_place_is_asked_for_by_name_size_and_type(tmp_path: Path) -> None:
    requests: list[str] = []

    def answer(request: str) -> str:
        requests.append(request)
        return slot()

    found = await asked(tmp_path, answer)
    assert (found.put, found.get, found.host, dict(found.headers)) == (PUT, GET, "files.example.org", {})
    attributes = dict(re.findall(r"(filename|size|content-type)=['\"]([^'\"]*)['\"]", requests[0]))
    assert attributes == {"filename": "plan &amp; more.pdf", "size": "999", "content-type": "application/pdf"}


async def test_only_three_headers_are_sent_each_once_and_on_one_line(tmp_path: Path) -> None:
    headers = (
        "<header name='authorization'>Basic&#10; Zm9v&#13;</header><header name='Authorization'>other</header>"
        "<header name='Cookie'>a=1</header><header name='Expires'>7</header><header name='Host'>evil.example</header>"
        "<header name='X-Any'>1</header><header name='Expires&#10;Host'>x</header>"
    )
    found = await asked(tmp_path, slot(headers=headers))
    assert dict(found.headers) == {"Authorization": "Basic Zm9v", "Cookie": "a=1", "Expires": "7"}


async def test_what_is_too_large_is_refused_before_anybody_is_asked(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"too large: upload.scripted.localhost takes files of up to 1\.0 kB"):
        await asked(tmp_path, size=1001)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (
            refused("not-acceptable", "modify", too_large("20")),
            "“plan & more.pdf” is too large: upload.scripted.localhost takes files of up to 20 B.",
        ),
        (
            refused("not-acceptable", "modify", too_large("many")),
            "“plan & more.pdf” is too large for upload.scripted.localhost.",
        ),
        (
            refused("resource-constraint", "wait", text="Daily quota\nreached."),
            "upload.scripted.localhost does not take “plan & more.pdf”: Daily quota reached.",
        ),
        (refused("forbidden", "auth"), "upload.scripted.localhost does not take “plan & more.pdf”: forbidden."),
        (slot(put="http://files.example.org/put"), "upload.scripted.localhost names no safe place for the file."),
        (slot(get="ftp://files.example.org/get"), "upload.scripted.localhost names no safe place for the file."),
        (slot(put="https://a@files.example.org/put"), "upload.scripted.localhost names no safe place for the file."),
        ("<slot xmlns='urn:other'/>", "upload.scripted.localhost names no safe place for the file."),
        (f"<slot xmlns='{NS}'/>", "upload.scripted.localhost names no safe place for the file."),
    ],
)
async def test_a_refusal_is_one_sentence(tmp_path: Path, answer: str, sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        await asked(tmp_path, answer)
    assert str(caught.value) == sentence


async def test_when_to_try_again_is_told_in_the_time_of_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    try:
        retry = f"<retry xmlns='{NS}' stamp='2026-11-26T11:30:00Z'/>"
        with pytest.raises(UserError, match=r"takes more files from Thu 12:30 on. Try again then"):
            await asked(tmp_path, refused("resource-constraint", "wait", retry))
        broken = f"<retry xmlns='{NS}' stamp='soon'/>"
        with pytest.raises(UserError, match=r"does not take “plan & more.pdf”: resource-constraint"):
            await asked(tmp_path, refused("resource-constraint", "wait", broken))
    finally:
        monkeypatch.undo()
        time.tzset()


def test_only_this_computer_may_do_without_tls_and_only_where_that_was_allowed(tmp_path: Path) -> None:
    server = ScriptedServer(tmp_path, _nothing)
    usual, allowed = server.login(), server.login(allow_unencrypted=True)
    assert is_safe(PUT, usual) and is_safe(PUT, allowed)
    assert is_safe("http://127.0.0.1:5280/put", allowed) and not is_safe("http://127.0.0.1:5280/put", usual)
    for url in (
        "http://files.example.org/",
        "https:///put",
        "https://x:99999/",
        "https://a b/",
        "https://é.example/",
        "",
    ):
        assert not is_safe(url, allowed)


def test_the_place_is_not_in_its_text() -> None:
    assert "secret" not in repr(Slot(PUT, GET, {"Authorization": "secret"}))


async def _nothing(_peer: object) -> None:
    """A script for nobody."""
