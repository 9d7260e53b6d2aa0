"""Who and what is trusted: senders of events, XML before a stream, TLS."""

from __future__ import annotations

import itertools
import ssl
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slixmpp.jid import JID

from c42desktop.errors import UserError
from c42desktop.sync.items import digest_of
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.trust import (
    MAX_DEPTH,
    MAX_PROLOG,
    MECHANISMS,
    PrologGuard,
    StreamParser,
    WholeTags,
    accepts_event,
    tls_context,
)

OWN = JID("ann@example.org/desk")
SERVICE = "pubsub.example.org"
FOLLOWED = {NodeAddress(SERVICE, "team"), NodeAddress("bea@example.org", "team"), NodeAddress(OWN.bare, "mine")}


def accepts(**changes: str) -> bool:
    given = {"sender": SERVICE, "recipient": OWN.bare, "kind": "headline", "node": "team", **changes}
    return accepts_event(**given, own=OWN, followed=FOLLOWED)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["normal", "headline", "chat"])
def test_c_pubsub_15_events_count_in_any_message_but_an_error(kind: str) -> None:
    assert accepts(kind=kind)
    assert not accepts(kind="error")


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"recipient": OWN.full},
        {"recipient": ""},
        {"sender": "PubSub.Example.ORG"},
        {"recipient": "Ann@EXAMPLE.org"},
        {"sender": "bea@example.org"},
        {"sender": "Bea@Example.org"},
        {"sender": OWN.bare, "node": "mine"},
        {"sender": "", "node": "mine"},
    ],
)
def test_c_sec_01_events_of_followed_calendars_count(changes: dict[str, str]) -> None:
    assert accepts(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"sender": "mallory@evil.example"},
        {"sender": "pubsub.evil.example"},
        {"sender": f"{SERVICE}/resource"},
        {"sender": "bea@example.org/phone"},
        {"sender": "carl@example.org"},
        {"sender": ""},
        {"sender": OWN.bare},
        {"sender": OWN.full, "node": "mine"},
        {"sender": "example.org"},
        {"sender": "not a jid@@"},
        {"recipient": "not a jid@@"},
        {"recipient": "bob@example.org"},
        {"recipient": "ann@example.org/phone"},
        {"node": "other"},
        {"node": "Team"},
        {"node": ""},
        {"sender": "bea@example.org", "node": "mine"},
    ],
)
def test_c_sec_01_anybody_elses_events_do_not(changes: dict[str, str]) -> None:
    assert not accepts(**changes)


HEADER = b"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
SAFE = [
    HEADER,
    b"<?xml version='1.0'?>" + HEADER,
    b"<?xml version='1.0' encoding='UTF-8'?>\n  " + HEADER,
    b"<s:stream xmlns:s='http://etherx.jabber.org/streams' xmlns='jabber:client'>",
]
UNSAFE = [
    b"<!DOCTYPE stream [<!ENTITY a 'lol'>]>" + HEADER,
    b"<?xml version='1.0'?><!DOCTYPE stream SYSTEM 'http://evil.example/'>" + HEADER,
    b"<?xml version='1.0'?><?pi <stream:stream ?><!DOCTYPE stream [<!ENTITY a 'lol'>]>" + HEADER,
    b"<!-- <stream:stream -->" + HEADER,
    b"<?xml version='1.0'?><?pi?>" + HEADER,
    "<!DOCTYPE stream [<!ENTITY a 'lol'>]>".encode("utf-16"),
    b"<?xml version='1.0' encoding='utf-7'?>+ADw-!DOCTYPE x+AD4-",
    b"not xml",
]


def accepted(chunks: list[bytes]) -> bool:
    guard, whole = PrologGuard(), WholeTags()
    return all(guard.accepts(data) for chunk in [*chunks, HEADER] if (data := whole.take(chunk)))


@pytest.mark.parametrize("data", SAFE)
def test_c_sec_08_a_stream_header_passes_whole_and_byte_by_byte(data: bytes) -> None:
    assert accepted([data])
    assert accepted([bytes([byte]) for byte in data])
    assert accepted([data + b"<features/>" * 1000])


@pytest.mark.parametrize("data", UNSAFE)
def test_c_sec_08_a_document_type_is_found_whole_and_byte_by_byte(data: bytes) -> None:
    assert not accepted([data])
    assert not accepted([bytes([byte]) for byte in data])


@given(st.sampled_from(UNSAFE), st.lists(st.integers(0, 200), max_size=5))
def test_c_sec_08_no_split_hides_a_document_type(data: bytes, cuts: list[int]) -> None:
    ends = sorted({0, len(data), *(min(cut, len(data)) for cut in cuts)})
    assert not accepted([data[begin:end] for begin, end in itertools.pairwise(ends)])


def test_c_sec_08_entities_are_not_expanded_later_either() -> None:
    parser = StreamParser()
    parser.feed(HEADER)
    with pytest.raises(SyntaxError):
        parser.feed(b"<message><body>&a;</body></message>")
        list(parser.read_events())


def test_a_stanza_in_two_packets_is_read_when_its_last_byte_comes() -> None:
    """Newer versions of expat hold an unfinished token back until much more has come."""
    parser, whole = StreamParser(), WholeTags()
    stanza = b"<message id='" + b"x" * 5000 + b"'/>"
    parser.feed(whole.take(HEADER))
    list(parser.read_events())
    parser.feed(whole.take(stanza[:-1]))
    assert list(parser.read_events()) == []
    parser.feed(whole.take(stanza[-1:]))
    assert [event for event, _element in parser.read_events()] == ["start", "end"]


def test_c_sec_08_a_prolog_without_end_is_noticed() -> None:
    whole = WholeTags()
    assert whole.take(b" " * MAX_PROLOG) == b""
    assert whole.may_begin_a_stream()
    assert whole.take(b" ") == b""
    assert not whole.may_begin_a_stream()


def test_what_cannot_become_a_stream_is_noticed_at_its_first_byte() -> None:
    for begin, possible in ((b"", True), (b" <", True), (b"\xef\xbb\xbf<", True), (b"HTTP/1.1 400", False)):
        whole = WholeTags()
        whole.take(begin)
        assert whole.may_begin_a_stream() is possible


@given(st.binary(max_size=60), st.lists(st.integers(0, 60), max_size=6))
def test_whole_tags_lose_nothing_and_end_with_a_tag(data: bytes, cuts: list[int]) -> None:
    whole = WholeTags()
    ends = sorted({0, len(data), *(min(cut, len(data)) for cut in cuts)})
    taken = [whole.take(data[begin:end]) for begin, end in itertools.pairwise(ends)]
    assert b"".join(taken) == data[: data.rfind(b">") + 1]
    assert all(part.endswith(b">") for part in taken if part)


@pytest.mark.parametrize("packet", [100, 10_000_000])
def test_what_is_nested_beyond_reason_is_left_out(packet: int) -> None:
    """It would end the recursion of whoever walks through it, and with it the look at everything."""
    parser, whole, stanza = StreamParser(), WholeTags(), None
    parser.feed(whole.take(HEADER))
    deep = b"<message><a b='c'>" + b"<d>text" * 20_000 + b"</d>" * 20_000 + b"</a><e/></message>"
    for begin in range(0, len(deep), packet):
        parser.feed(whole.take(deep[begin : begin + packet]))
        for event, element in parser.read_events():
            stanza = element if event == "end" else stanza
    assert stanza is not None
    assert [child.tag.rpartition("}")[2] for child in stanza] == ["a", "e"]
    assert len(digest_of(stanza)) > 0
    assert sum(1 for _element in stanza.iter("{jabber:client}d")) == MAX_DEPTH - len(("stream", "message", "a"))


def test_a_stanza_in_very_many_packets_takes_no_time() -> None:
    parser = StreamParser()
    parser.feed(HEADER)
    began = time.perf_counter()
    for _byte in range(20_000):
        parser.feed(b"x")
    assert time.perf_counter() - began < 5


def test_only_safe_mechanisms_are_known() -> None:
    assert {"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-1"} <= MECHANISMS
    assert not MECHANISMS & {"LOGIN", "DIGEST-MD5", "CRAM-MD5", "ANONYMOUS", "EXTERNAL", "X-OAUTH2"}


def test_tls_checks_certificate_and_name() -> None:
    context = tls_context()
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_a_ca_file_replaces_the_systems_authorities(tmp_path: Path) -> None:
    from c42desktop.demo.prosody import write_certificate

    write_certificate(tmp_path, ("example.org",))
    assert len(tls_context(str(tmp_path / "certificate.pem")).get_ca_certs()) == 1
    with pytest.raises(UserError, match="holds no certificate") as caught:
        tls_context(str(tmp_path / "missing.pem"))
    assert caught.value.field == "ca_file"
