"""The XML of a stream, within bounds whatever comes: C-SEC-08 and C-SEC-09 without a network."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.sync.items import digest_of
from c42desktop.xmpp import stream_parser
from c42desktop.xmpp.stream_parser import (
    MAX_DEPTH,
    MAX_ITEM,
    MAX_ITEM_PARTS,
    MAX_NAMES,
    MAX_OPEN,
    MAX_PARTS,
    MAX_PROLOG,
    MAX_STANZA,
    MAX_TAG,
    TOO_LARGE,
    RefusedError,
    StreamParser,
    WholeTags,
)

HEADER = b"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
SAFE = [
    HEADER,
    b"<?xml version='1.0'?>" + HEADER,
    b"<?xml version='1.0' encoding='UTF-8'?>\n  " + HEADER,
    b"\xef\xbb\xbf" + HEADER,
    b"<s:stream xmlns:s='http://etherx.jabber.org/streams' xmlns='jabber:client'>",
]
BOMB = b"<!DOCTYPE s [<!ENTITY a0 'lol'>" + b"".join(
    b"<!ENTITY a%d '%s'>" % (number, b"&a%d;" % (number - 1) * 10) for number in range(1, 20)
)
UNSAFE = [
    b"<!DOCTYPE stream [<!ENTITY a 'lol'>]>" + HEADER,
    b"<?xml version='1.0'?><!DOCTYPE stream SYSTEM 'http://evil.example/'>" + HEADER,
    b"<?xml version='1.0'?><?pi <stream:stream ?><!DOCTYPE stream [<!ENTITY a 'lol'>]>" + HEADER,
    BOMB + b"]>" + HEADER + b"<message>&a19;</message>",
    b"<!-- <stream:stream -->" + HEADER,
    b"<?xml version='1.0'?><?pi?>" + HEADER,
    "<!DOCTYPE stream [<!ENTITY a 'lol'>]>".encode("utf-16"),
    b"<?xml version='1.0' encoding='utf-7'?>+ADw-!DOCTYPE x+AD4-",
    "<stream:stream xmlns:stream='http://etherx.jabber.org/streams'>".encode("utf-16-le"),
    b"not xml>",
    b"<html><body/></html>",
    b" " * (MAX_PROLOG + 1) + HEADER,
    b"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' a='" + b"a" * MAX_TAG,
]
WITHIN = [
    b"<!-- a comment -->",
    b"<?pi?>",
    b"<?xml version='1.0'?>",
    b"<!DOCTYPE stream [<!ENTITY a 'lol'>]>",
    b"<message><body>&a;</body></message>",
    b"<message><!-- --></message>",
    b"<message><body>a<?pi?></body></message>",
    b"<message><event xmlns='http://jabber.org/protocol/pubsub#event'><items><item><!--",
]


def in_pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[begin : begin + size] for begin in range(0, len(data), size))


def read(*chunks: bytes, header: bytes = HEADER, size: int = 32 * 1024) -> list[ET.Element]:
    """The stanzas in these chunks, which come in pieces."""
    parser = StreamParser()
    found = [element for piece in in_pieces(header + b"".join(chunks), size) for element in parser.feed(piece)]
    return found[1:]


def refused(*chunks: bytes, header: bytes = HEADER, size: int = 32 * 1024) -> str:
    """The condition with which the stream ends."""
    with pytest.raises(RefusedError) as caught:
        read(*chunks, header=header, size=size)
    return caught.value.condition


@pytest.mark.parametrize("header", SAFE)
def test_c_sec_08_a_stream_header_passes_whole_and_byte_by_byte(header: bytes) -> None:
    assert len(read(b"<features/>" * 1000, header=header)) == 1000
    assert len(read(b"<a/>", header=header, size=1)) == 1


@pytest.mark.parametrize("data", UNSAFE)
def test_c_sec_08_nothing_else_may_begin_a_stream(data: bytes) -> None:
    whole = refused(header=data)
    assert whole in ("restricted-xml", "not-well-formed", "invalid-namespace", "policy-violation")
    assert refused(header=data, size=1) == whole


@given(st.sampled_from(UNSAFE[:8]), st.lists(st.integers(0, 200), max_size=5))
def test_c_sec_08_no_split_hides_a_document_type(data: bytes, cuts: list[int]) -> None:
    ends = sorted({0, len(data), *(min(cut, len(data)) for cut in cuts)})
    parser = StreamParser()
    with pytest.raises(RefusedError):
        for begin, end in itertools.pairwise(ends):
            list(parser.feed(data[begin:end]))


@pytest.mark.parametrize("data", WITHIN)
@pytest.mark.parametrize("size", [1, 1_000_000])
def test_c_sec_08_restricted_xml_ends_a_stream_at_any_place_and_what_came_before_counts(data: bytes, size: int) -> None:
    parser = StreamParser()
    found: list[ET.Element] = []
    with pytest.raises(RefusedError) as caught:
        for piece in in_pieces(HEADER + b"<presence/>" + data + b"-->", size):
            found.extend(parser.feed(piece))
    assert caught.value.condition in ("restricted-xml", "not-well-formed")
    assert [element.tag for element in found[1:]] == ["{jabber:client}presence"]


def test_c_sec_08_what_is_not_xml_ends_a_stream() -> None:
    for data in (b"<a></b>", b"<a b=1/>", b"<a>\xff</a>", b"<a>\x00</a>", b"<x:a/>", b"<a b='' b=''/>"):
        assert refused(data) == "not-well-formed"


def test_elements_are_as_the_standard_library_reads_them() -> None:
    stanza = (
        b"<message xml:lang='nl' a='1' xmlns:x='urn:x' x:b='2'>one<body>t&amp;w&#111; <![CDATA[<&>]]></body>three\n"
        b"<x:y xmlns='urn:y'><z/>four</x:y></message>"
    )
    expected = ET.tostring(ET.fromstring(HEADER + stanza + b"</stream:stream>")[0])
    assert [ET.tostring(each) for each in read(stanza)] == [expected]
    assert [ET.tostring(each) for each in read(stanza, size=1)] == [expected]


def test_a_stanza_in_two_packets_is_read_when_its_last_byte_comes() -> None:
    """Newer versions of expat hold an unfinished token back until much more has come."""
    for stanza in (b"<message id='" + b"x" * 5000 + b"'/>", b"<a>" + b"x" * 5000 + b"&#x1F600;\xc3\xa9</a>"):
        for cut in (1, 2, 4, 5, 7, 8, 10, 20):
            parser = StreamParser()
            list(parser.feed(HEADER + stanza[:-cut]))
            assert parser.within is stanza.startswith(b"<a>")
            assert len(list(parser.feed(stanza[-cut:]))) == 1
            assert not parser.within


@given(st.binary(max_size=60) | st.text("<>&;a'é", max_size=60).map(str.encode), st.lists(st.integers(0, 60)))
def test_whole_tags_lose_nothing(data: bytes, cuts: list[int]) -> None:
    whole = WholeTags()
    ends = sorted({0, len(data), *(min(cut, len(data)) for cut in cuts)})
    taken = b"".join(whole.take(data[begin:end]) for begin, end in itertools.pairwise(ends))
    rest = data[len(taken) :]
    assert data.startswith(taken)
    assert not rest or rest[:1] in (b"<", b"&")


def test_the_end_of_a_stream_is_noticed() -> None:
    parser = StreamParser()
    list(parser.feed(HEADER + b"<a/>"))
    assert not parser.closed
    list(parser.feed(b"</stream:stream>"))
    assert parser.closed


# -- too much ---------------------------------------------------------------------------------------------------

EVENT = (
    "<message><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='team'>{}</items></event></message>"
)
ANSWER = (
    "<iq type='result'><pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='team'>{}</items></pubsub></iq>"
)
GOOD = "<item id='good'><event xmlns='urn:xmpp:calendar-events:0'><name>Lunch</name></event></item>"
DEEP = "<d>" * 10_000 + "</d>" * 10_000
TOO_MUCH = {
    "a text of 10 MB": "<d>" + "x" * 10_000_000 + "</d>",
    "a text of 10 MB, reference by reference": "<d>" + "&lt;" * 2_500_000 + "</d>",
    "10 MB of line ends": "<d>" + "\n" * 10_000_000 + "</d>",
    "text outside of any element": "x" * 10_000_000,
    "many elements": "<d/>" * 2_500_000,
    "elements with other names each": "<d>" + "".join(f"<d{number}/>" for number in range(100_000)) + "</d>",
    "many attributes": "<d>" + "<a b='c' d='e'/>" * 600_000 + "</d>",
    "huge attributes": f"<d>{'<a b={!r}/>'.format('x' * 100_000) * 100}</d>",
    "deep beyond reason": "<d>" * 300_000 + "</d>" * 300_000,
    "deep, and then long": f"<d>{DEEP}{'x' * 2_000_000}</d>",
}


@pytest.mark.parametrize("frame", [EVENT, ANSWER])
@pytest.mark.parametrize("content", TOO_MUCH.values(), ids=TOO_MUCH.keys())
def test_c_sec_09_an_item_that_is_too_large_costs_that_item_only(content: str, frame: str) -> None:
    bad = f"<item id='bad'>{content}</item>"
    data = [frame.format(GOOD + bad + GOOD).encode(), b"<presence/>"]
    stanza, after = read(*data)
    before, large, behind = stanza[0][0]
    assert (large.get("id"), large.text, [each.tag for each in large]) == ("bad", None, [TOO_LARGE])
    assert ET.tostring(before) == ET.tostring(behind) == ET.tostring(read(frame.format(GOOD).encode())[0][0][0][0])
    assert after.tag == "{jabber:client}presence"


def item_of(size: int) -> str:
    return f"<item id='x'>{'x' * (size - len('<item id=>x</item>') - 2)}</item>"


@pytest.mark.parametrize("packet", [1000, 10_000_000])
def test_c_sec_09_what_an_honest_server_sends_is_not_too_large(packet: int) -> None:
    large, attendees = item_of(MAX_ITEM), "<a/>" * (MAX_ITEM_PARTS - 1)
    (stanza,) = read(EVENT.format(f"{large}<item>{attendees}</item>{large}").encode(), size=packet)
    assert [len(item) for item in stanza[0][0]] == [0, MAX_ITEM_PARTS - 1, 0]
    (stanza,) = read(EVENT.format(f"{item_of(MAX_ITEM + 40)}<item>{attendees}<a/><b/></item>").encode(), size=packet)
    assert [item[0].tag for item in stanza[0][0]] == [TOO_LARGE] * 2


def test_c_sec_09_ten_thousand_items_come_in_one_answer() -> None:
    item = f"<item id='a'><event xmlns='urn:xmpp:calendar-events:0'>{'<name>x</name>' * 30}</event></item>"
    (stanza,) = read(ANSWER.format(item * 10_000).encode())
    assert len(stanza[0][0]) == 10_000
    assert stanza.find(f".//{TOO_LARGE}") is None


def test_c_sec_09_large_items_do_not_add_up_to_too_large_a_stanza() -> None:
    bad = f"<item>{'x' * (MAX_ITEM * 2)}</item>"
    (stanza,) = read(ANSWER.format(bad * 40).encode())
    assert 40 * MAX_ITEM * 2 > MAX_STANZA
    assert len(stanza[0][0]) == 40


def pieces_of_a_stanza_without_end() -> Iterator[tuple[str, Sequence[bytes]]]:
    start = [HEADER, EVENT.partition("{}")[0].encode()]
    yield "too many bytes", [*start, b"</items></event><body>", *[b"x" * 100_000] * (MAX_STANZA // 100_000 + 1)]
    yield "too many elements", [*start, b"</items></event>", *[b"<a/>" * 10_000] * (MAX_PARTS // 10_000)]
    yield "too many attributes", [*start, b"</items></event>", *[b"<a b=''/>" * 10_000] * (MAX_PARTS // 20_000)]
    yield "too many items", [*start, *[b"<item id=''/>" * 10_000] * (MAX_PARTS // 20_000 + 1)]
    yield "too many full items", [*start, *[f"<item>{'<a/>' * 15_000}</item>".encode()] * (MAX_PARTS // 15_000 + 1)]
    yield "nested without end", [*start, b"<item>", *[b"<a>" * 10_000] * (MAX_OPEN // 10_000)]
    yield "names without end", [*start, b"<item>", *(b"<a%d/>" % number for number in range(MAX_NAMES))]
    yield "a tag without end", [*start, b"<a b='", *[b"x" * 10_000] * (MAX_TAG // 10_000 + 1)]
    yield "attributes without end", [*start, b"<a ", *[b"b='' " * 10_000] * (MAX_TAG // 50_000 + 1)]
    yield "a reference without end", [*start, b"<a>&", *[b"#" * 10_000] * (MAX_TAG // 10_000 + 1)]


WITHOUT_END = dict(pieces_of_a_stanza_without_end())


@pytest.mark.parametrize("pieces", WITHOUT_END.values(), ids=WITHOUT_END.keys())
def test_c_sec_09_what_has_no_end_ends_the_stream(pieces: Sequence[bytes]) -> None:
    parser, found = StreamParser(), []
    with pytest.raises(RefusedError) as caught:
        for piece in pieces:
            found.extend(parser.feed(piece))
    assert caught.value.condition == "policy-violation"
    assert len(found) == 1


@pytest.mark.parametrize("packet", [100, 10_000_000])
def test_c_sec_09_what_is_nested_beyond_reason_is_left_out(packet: int) -> None:
    """It would end the recursion of whoever walks through it, and with it the look at everything."""
    deep = f"<message><a b='c'>{DEEP.replace('<d>', '<d>text')}</a><e/>tail</message>"
    (stanza,) = read(deep.encode(), size=packet)
    assert [child.tag.rpartition("}")[2] for child in stanza] == ["a", "e"]
    assert stanza[1].tail == "tail"
    assert len(digest_of(stanza)) > 0
    assert sum(1 for _element in stanza.iter("{jabber:client}d")) == MAX_DEPTH - len(("stream", "message", "a"))


def test_c_sec_09_names_of_earlier_stanzas_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser would remember each as long as the stream lives."""
    monkeypatch.setattr(stream_parser, "MANY_NAMES", 100)
    monkeypatch.setattr(stream_parser, "MAX_NAMES", 500)
    parser = StreamParser()
    list(parser.feed(HEADER))
    for number in range(100):
        names = "".join(f"<a{number}-{each} b{each}='&amp;'/>" for each in range(50))
        (stanza,) = parser.feed(f"<message><x xmlns='urn:x'>{names}</x></message>".encode())
        assert stanza[0].tag == "{urn:x}x"
        assert stanza[0][7].tag == f"{{urn:x}}a{number}-7"
        assert len(parser._names) <= 400
    list(parser.feed(b"</stream:stream>"))
    assert parser.closed


def test_a_stanza_in_very_many_packets_is_read() -> None:
    parser = StreamParser()
    list(parser.feed(HEADER + b"<a>"))
    for _byte in range(20_000):
        list(parser.feed(b"x"))
    (stanza,) = parser.feed(b"</a>")
    assert stanza.text == "x" * 20_000
