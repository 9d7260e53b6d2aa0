"""A stream server that does what a test tells it, for what a real server will not do on demand.

    async def script(peer: Peer) -> None:
        await peer.greet("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")
        await peer.start_tls()

    async with ScriptedServer(tmp_path, script) as server:
        async with witness(server.login(), "secret") as ann: ...

The script runs once per connection; when it returns, the connection is closed. `Peer` is the server's end of it.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import hmac
import re
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from c42desktop.demo.prosody import write_certificate
from c42desktop.xmpp.login import Login, State
from tests.people import Witness, witness

DOMAIN = "scripted.localhost"
JID = f"ann@{DOMAIN}"
SERVICE = f"pubsub.{DOMAIN}"
PASSWORD = "geheim & <ann>"
SALT = b"some salt"

HEADER = (
    "<?xml version='1.0'?><stream:stream from='{domain}' id='1' version='1.0' xml:lang='en' xmlns='jabber:client' "
    "xmlns:stream='http://etherx.jabber.org/streams'>"
)
STARTTLS = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>"
PROCEED = "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"
BIND = "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"
SASL_NS = "urn:ietf:params:xml:ns:xmpp-sasl"


def event(content: str, sender: str = SERVICE, **attributes: str) -> str:
    """A message with a pubsub event."""
    more = "".join(f" {name}='{value}'" for name, value in attributes.items())
    return (
        f"<message from='{sender}' to='{JID}'{more}>"
        f"<event xmlns='http://jabber.org/protocol/pubsub#event'>{content}</event></message>"
    )


Script = Callable[["Peer"], Awaitable[None]]


def mechanisms(*names: str) -> str:
    """The stream feature that offers these SASL mechanisms."""
    offered = "".join(f"<mechanism>{name}</mechanism>" for name in names)
    return f"<mechanisms xmlns='{SASL_NS}'>{offered}</mechanisms>"


def stream_error(condition: str, text: str = "") -> str:
    """A stream error with its condition (RFC 6120 §4.9)."""
    return f"<stream:error><{condition} xmlns='urn:ietf:params:xml:ns:xmpp-streams'>{text}</{condition}></stream:error>"


class Peer:
    """The server's end of one connection. `received` is all the client ever sent here, TLS taken off."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, tls: ssl.SSLContext) -> None:
        self._reader = reader
        self._writer = writer
        self._tls = tls
        self._unread = ""
        self.received = ""

    @property
    def protocol(self) -> str | None:
        """What follows inside TLS, as the client has announced it (ALPN)."""
        chosen: str | None = self._writer.get_extra_info("ssl_object").selected_alpn_protocol()
        return chosen

    @property
    def shown(self) -> bytes | None:
        """The client's own certificate."""
        der: bytes | None = self._writer.get_extra_info("ssl_object").getpeercert(True)
        return der

    async def expect(self, pattern: str) -> re.Match[str]:
        """Read until `pattern` matches; what follows the match stays unread."""
        while True:
            found = re.search(pattern, self._unread, re.DOTALL)
            if found:
                self._unread = self._unread[found.end() :]
                return found
            await self._read()

    async def until_closed(self) -> None:
        """Read until the client has gone, or has said farewell."""
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await self.expect("</stream:stream>")

    async def _read(self) -> None:
        data = await self._reader.read(65536)
        if not data:
            raise ConnectionResetError("the client has gone")
        text = data.decode(errors="replace")
        self._unread += text
        self.received += text

    async def send(self, xml: str) -> None:
        """Send these characters."""
        self._writer.write(xml.encode())
        await self._writer.drain()

    async def greet(self, *features: str) -> None:
        """Answer the client's stream header, and offer `features`."""
        await self.expect(r"<stream:stream [^>]*>")
        await self.send(HEADER.format(domain=DOMAIN) + f"<stream:features>{''.join(features)}</stream:features>")

    async def start_tls(self) -> None:
        """Do as the client asks: TLS."""
        await self.expect("<starttls[^>]*/>")
        await self.send(PROCEED)
        await self._writer.start_tls(self._tls)

    async def secure(self, *features: str) -> None:
        """Offer STARTTLS, do it, and offer `features` inside."""
        await self.greet(STARTTLS)
        await self.start_tls()
        await self.greet(*features)

    async def auth(self) -> tuple[str, bytes]:
        """The mechanism the client chose, and its first message."""
        found = await self.expect(r"<auth [^>]*mechanism=['\"]([^'\"]*)['\"][^>]*>([^<]*)</auth>")
        return found[1], base64.b64decode(found[2])

    async def sign_in(self, *features: str) -> None:
        """Let the client in with PLAIN, offer `features` besides, and bind its resource: a session."""
        await self.secure(mechanisms("PLAIN"))
        assert await self.auth() == ("PLAIN", b"\0ann\0" + PASSWORD.encode())
        await self.send(f"<success xmlns='{SASL_NS}'/>")
        await self.greet(BIND, *features)
        await self.bind()

    async def bind(self) -> None:
        """Bind the resource that the client asks for, and wait for its presence."""
        request = await self.expect(r"<iq [^>]*id=['\"]([^'\"]*)['\"].*?<resource>([^<]*)</resource>.*?</iq>")
        await self.send(
            f"<iq type='result' id='{request[1]}'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
            f"<jid>{JID}/{request[2]}</jid></bind></iq>"
        )
        await self.expect("<presence.*?</presence>")

    async def request(self, content: str = "") -> str:
        """The id of the next request with `content` in it."""
        found = await self.expect(rf"<iq (?:(?!</iq>).)*?id=['\"]([^'\"]*)['\"](?:(?!</iq>).)*?{content}.*?</iq>")
        return found[1]

    async def challenge(self, data: bytes) -> bytes:
        """Send a SASL challenge, and give the client's response."""
        await self.send(f"<challenge xmlns='{SASL_NS}'>{base64.b64encode(data).decode()}</challenge>")
        found = await self.expect(r"<response[^>]*?(?:/>|>([^<]*)</response>)")
        return base64.b64decode(found[1] or "")

    async def succeed(self, data: bytes = b"") -> None:
        """Send SASL success."""
        await self.send(f"<success xmlns='{SASL_NS}'>{base64.b64encode(data).decode()}</success>")


class ScramServer:
    """The server's side of SCRAM (RFC 5802 §5), honest as long as nobody changes what it says."""

    def __init__(
        self, client_first: bytes, password: str = PASSWORD, iterations: int = 4096, algorithm: str = "sha256"
    ) -> None:
        self._algorithm = algorithm
        self.flag = client_first.partition(b",")[0].decode()
        self.bound = b""  # what the client says of the channel
        self._bare = client_first.split(b",", 2)[2]
        self.client_nonce = re.search(rb"r=([^,]*)", self._bare)[1]  # type: ignore[index]
        self.first = b"r=" + self.client_nonce + b"server,s=" + base64.b64encode(SALT) + b",i=%d" % iterations
        self._salted = hashlib.pbkdf2_hmac(algorithm, password.encode(), SALT, min(iterations, 10_000))

    def last(self, client_last: bytes) -> bytes:
        """The server's signature. Checks the client's proof."""
        without_proof, _comma, proof = client_last.rpartition(b",p=")
        header, _commas, self.bound = base64.b64decode(without_proof.split(b",")[0][2:]).partition(b",,")
        assert header.decode() == self.flag
        signed = b",".join((self._bare, self.first, without_proof))
        key = self._hmac(self._salted, b"Client Key")
        signature = self._hmac(hashlib.new(self._algorithm, key).digest(), signed)
        assert bytes(a ^ b for a, b in zip(base64.b64decode(proof), signature, strict=True)) == key
        return b"v=" + base64.b64encode(self._hmac(self._hmac(self._salted, b"Server Key"), signed))

    def _hmac(self, key: bytes, message: bytes) -> bytes:
        return hmac.digest(key, message, self._algorithm)


class ScriptedServer:
    """Runs `script` for each connection on a free loopback port. With `direct_tls`, TLS comes first; `tls` may be
    changed before it starts. The certificate is for `names` and this computer, and valid for `days`.

    A failed assertion in the script fails the test at the end of the `async with`.
    """

    def __init__(
        self,
        folder: Path,
        script: Script,
        *,
        direct_tls: bool = False,
        names: tuple[str, ...] = (DOMAIN,),
        days: int = 2,
    ) -> None:
        write_certificate(folder, names, days=days)
        self.ca_file = folder / "certificate.pem"
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(self.ca_file, folder / "key.pem")
        self._script = script
        self._direct = direct_tls
        self._running: set[asyncio.Task[None]] = set()
        self._writers: list[asyncio.StreamWriter] = []
        self._failures: list[BaseException] = []
        self.peers: list[Peer] = []
        self._arrivals: asyncio.Queue[Peer] = asyncio.Queue()
        self.port = 0

    async def __aenter__(self) -> ScriptedServer:
        self._server = await asyncio.start_server(
            self._connected, "127.0.0.1", 0, ssl=self.tls if self._direct else None
        )
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, kind: type[BaseException] | None, *_error: object) -> None:
        self._server.close()
        await asyncio.sleep(0.01)  # for who was let in at the last moment
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        for writer in self._writers:
            writer.transport.abort()  # also of a script that was cancelled before it began
        await asyncio.sleep(0)
        if self._failures and kind is None:
            raise self._failures[0]

    @property
    def tls_certificate(self) -> bytes:
        """The certificate, as DER."""
        return ssl.PEM_cert_to_DER_cert(self.ca_file.read_text())

    def login(self, **changes: object) -> Login:
        """How to sign in here; `changes` override fields."""
        fields: dict[str, object] = {
            "jid": JID,
            "host": "127.0.0.1",
            "port": self.port,
            "ca_file": str(self.ca_file),
            "resource": "test",
            "allow_plain": True,  # the shortest way to sign in
        }
        return Login(**{**fields, **changes})  # type: ignore[arg-type]

    @asynccontextmanager
    async def online(self) -> AsyncIterator[Witness]:
        """Ann, signed in here; the script has called `sign_in`."""
        async with witness(self.login(), PASSWORD) as ann:
            await ann.until(State.ONLINE)
            yield ann

    async def stays_alone(self) -> bool:
        """Whether nobody connects any more, for longer than a test's client waits between two tries."""
        while not self._arrivals.empty():
            self._arrivals.get_nowait()
        try:
            await asyncio.wait_for(self._arrivals.get(), 0.3)
        except TimeoutError:
            return True
        return False

    async def until_seen(self, seen: Sequence[object]) -> None:
        """Wait until the script has put something there."""
        async with asyncio.timeout(10):
            while not seen:
                await asyncio.sleep(0.01)

    @property
    def received(self) -> str:
        """All that clients sent, over all connections."""
        return "".join(peer.received for peer in self.peers)

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        peer = Peer(reader, writer, self.tls)
        self._writers.append(writer)
        self.peers.append(peer)
        self._arrivals.put_nowait(peer)
        task = asyncio.ensure_future(self._play(peer, writer))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _play(self, peer: Peer, writer: asyncio.StreamWriter) -> None:
        try:
            await self._script(peer)
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError, asyncio.CancelledError):
            pass  # the client may leave whenever it likes
        except BaseException as error:
            self._failures.append(error)
        finally:
            writer.transport.abort()
            await asyncio.sleep(0)
