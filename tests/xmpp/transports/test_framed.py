"""What the library writes, as elements that stand on their own."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET

import pytest

from c42desktop.xmpp.ending import Ending
from c42desktop.xmpp.login import Way
from c42desktop.xmpp.transports.framed import FramedTransport, complete


class Recorder:
    """A stream that only notes what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.told.append("made")

    def note_heard(self) -> None:
        self.told.append("heard")

    def stream_opened(self, header: ET.Element) -> None:
        self.told.append(header)

    def element_received(self, element: ET.Element) -> None:
        self.told.append(element)

    def stream_closed(self) -> None:
        self.told.append("closed")

    def give_up(self, ending: Ending, condition: str = "") -> None:
        self.told.append(ending)

    def connection_lost(self, exception: BaseException | None) -> None:
        self.told.append(("lost", exception))


class Sent(FramedTransport):
    """Keeps what it is to send."""

    way = Way.WEBSOCKET

    def __init__(self, stream: Recorder) -> None:
        super().__init__(stream, secure=True)
        self.units: list[str] = []

    def open_stream(self) -> None:
        self.units.append("open")

    def send_element(self, element: str) -> None:
        self.units.append(element)

    def close_stream(self) -> None:
        self.units.append("close")

    def shut(self) -> None:
        self.units.append("shut")


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("<iq id='1'/>", "<iq xmlns='jabber:client' id='1'/>"),
        ("<presence/>", "<presence xmlns='jabber:client'/>"),
        ("<iq id=\"a xmlns='b'>\"><x/></iq>", "<iq xmlns='jabber:client' id=\"a xmlns='b'>\"><x/></iq>"),
        ('<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl">eA==</auth>',) * 2,
        ("<message xmlns='jabber:client'/>",) * 2,
        (
            "<stream:error><x/></stream:error>",
            "<stream:error xmlns:stream='http://etherx.jabber.org/streams'><x/></stream:error>",
        ),
    ],
)
def test_an_element_gets_the_namespaces_that_the_header_declares(written: str, sent: str) -> None:
    assert complete(written) == sent
    ET.fromstring(sent)


async def test_headers_footers_and_white_space_are_no_elements() -> None:
    transport = Sent(Recorder())
    for unit in (b"<stream:stream to='x'>", b" ", b"<presence/>", b"</stream:stream>"):
        transport.write(unit)
    assert transport.units == ["open", "<presence xmlns='jabber:client'/>", "close"]


async def test_the_end_is_told_once_and_nothing_is_sent_behind_it() -> None:
    stream = Recorder()
    transport = Sent(stream)
    transport.start()
    transport.abort()
    transport.close()
    transport.write(b"<presence/>")
    assert stream.told == ["made"]
    await asyncio.sleep(0)
    assert (stream.told, transport.units) == (["made", ("lost", None)], ["shut"])
