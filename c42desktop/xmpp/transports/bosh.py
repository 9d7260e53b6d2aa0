"""BOSH (XEP-0124, XEP-0206): XMPP where only HTTP passes.

bosh_session.py decides what is sent when; here it is done. sid and rid are as good as a password: no log has them.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import ssl
import xml.etree.ElementTree as ET
from collections import deque

from c42desktop.i18n import gettext as _
from c42desktop.tasks import Tasks
from c42desktop.xmpp.ending import EndedError, Ending, SomethingElseError, bosh_ending, refused_xml, stream_error_ending
from c42desktop.xmpp.login import Way
from c42desktop.xmpp.proxy import Proxy
from c42desktop.xmpp.stream_parser import HEADER, RefusedError
from c42desktop.xmpp.transports.bosh_body import Body, NoBodyError, ended
from c42desktop.xmpp.transports.bosh_http import Manager, StatusError
from c42desktop.xmpp.transports.bosh_keys import KeySequence
from c42desktop.xmpp.transports.bosh_session import BoshSession, Request
from c42desktop.xmpp.transports.bosh_terms import Timing, agreed, creation, first_rid
from c42desktop.xmpp.transports.framed import STREAMS_NS, FramedTransport, Stream
from c42desktop.xmpp.transports.urls import is_allowed, is_secure

log = logging.getLogger(__name__)

MOST_HOPS = 3  # to where else a manager sends us
AT_ONCE = 50  # elements that are handed on in one turn of the event loop
_MESSAGE = "{jabber:client}message"
_STREAM_ERROR = f"{{{STREAMS_NS}}}error"


async def connect(
    url: str,
    domain: str,
    stream: Stream,
    context: ssl.SSLContext,
    proxy: Proxy | None,
    *,
    lang: str = "en",
    keys: bool = False,
    timing: Timing | None = None,
) -> FramedTransport:
    """Make a session at `url` for the XMPP service of `domain`; the caller starts it. `keys` adds a key sequence.

    Raises OSError: EndedError where the manager says why not, SomethingElseError where there is none.
    """
    timing = timing or Timing()
    if not is_allowed(Way.BOSH, url, unencrypted=True):
        raise EndedError(Ending(_("BOSH needs an address that begins with https://."), final=True, field="url"))
    for _hop in range(MOST_HOPS + 1):
        found = await _at(url, domain, stream, context, proxy, lang, KeySequence() if keys else None, timing)
        if isinstance(found, FramedTransport):
            return found
        url = found
        if not is_allowed(Way.BOSH, url, unencrypted=False):
            log.info("The server sends us to where we may not go")
            break
    raise EndedError(bosh_ending("see-other-uri"))


async def _at(
    url: str,
    domain: str,
    stream: Stream,
    context: ssl.SSLContext,
    proxy: Proxy | None,
    lang: str,
    keys: KeySequence | None,
    timing: Timing,
) -> FramedTransport | str:
    """A session, or the URL where to go instead."""
    manager = Manager(url, context, proxy)
    made = None
    try:
        rid = first_rid()
        try:
            answer = await manager.post(creation(rid, domain, lang, keys), timing.creation, stream.note_heard)
        except RefusedError as error:
            raise EndedError(refused_xml(error.condition)) from None
        except NoBodyError as error:
            status = error.status if isinstance(error, StatusError) else 0
            raise SomethingElseError(f"no BOSH: {error}", status) from None
        if answer.ends:
            return _elsewhere(answer)
        session = BoshSession(agreed(answer, timing), rid, domain=domain, lang=lang, timing=timing, keys=keys)
        made = BoshTransport(stream, manager, session, answer, domain, secure=is_secure(url))
        return made
    finally:
        if made is None:
            await manager.close()


def _elsewhere(answer: Body) -> str:
    """Where else the manager sends us. Raises EndedError where it just refuses."""
    if answer.condition == "see-other-uri":
        return answer.uri
    for element in answer.elements:
        if element.tag == _STREAM_ERROR:
            raise EndedError(stream_error_ending(element))
    raise EndedError(bosh_ending(answer.condition))


class BoshTransport(FramedTransport):
    """A session at `manager`, made with `answer`."""

    way = Way.BOSH

    def __init__(
        self, stream: Stream, manager: Manager, session: BoshSession, answer: Body, domain: str, *, secure: bool
    ) -> None:
        super().__init__(stream, secure=secure)
        self._manager = manager
        self._session = session
        self._answer: Body | None = answer
        self._domain = domain
        self._tasks = Tasks()
        self._posts: dict[int, asyncio.Task[None]] = {}  # the latest of each rid
        self._bodies: deque[Body] = deque()
        self._elements: deque[ET.Element] = deque()  # of the first body
        self._turn: asyncio.Handle | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._leaving: asyncio.Task[None] | None = None
        self._within = False

    @property
    def within(self) -> bool:
        """Whether an answer is coming in that is not complete yet."""
        return self._within

    # -- what the stream wants ------------------------------------------------------------------------------------

    def open_stream(self) -> None:
        """The first stream came with the session; later it begins anew, whether the server says that it can or not."""
        if self._answer is not None:
            self._bodies.append(self._answer)
            self._answer = None
        else:
            self._session.restart()
        asyncio.get_running_loop().call_soon(self._opened)
        self._soon()

    def _opened(self) -> None:
        """BOSH has no header. The id of the session would be one for the stream, but it is a secret."""
        if not self._over:
            attributes = {"id": secrets.token_hex(8), "from": self._domain, "version": "1.0"}
            self._stream.stream_opened(ET.Element(HEADER, attributes))

    def send_element(self, element: str) -> None:
        """Send it with all others that are written in this turn of the loop."""
        self._session.put(element)
        self._soon()

    def close_stream(self) -> None:
        """Say farewell; the answer, and what is in it, ends the stream."""
        self._session.terminate()
        self._soon()

    def pause(self, seconds: int) -> bool:
        """Ask the server to be patient for so long. Gives whether it can be."""
        self._soon()
        return self._session.pause(seconds)

    # -- what is sent ---------------------------------------------------------------------------------------------

    def _soon(self) -> None:
        if self._turn is None and not self._over:
            self._turn = asyncio.get_running_loop().call_soon(self._go_on)

    def _go_on(self) -> None:
        """Hand on what came; then send what is to be sent, and see when something is due again."""
        self._turn = None
        if self._timer is not None:
            self._timer.cancel()
        loop = asyncio.get_running_loop()
        self._bodies.extend(self._session.ready(loop.time()))
        if self._hand_on():
            self._soon()
            return
        while not self._over and (request := self._session.next(loop.time())) is not None:
            self._post(request)
        due = self._session.due
        if due is not None and not self._over:
            self._timer = loop.call_at(due, self._go_on)

    def _post(self, request: Request) -> None:
        if (earlier := self._posts.pop(request.rid, None)) is not None:
            earlier.cancel()
        self._posts[request.rid] = self._tasks.spawn(self._exchange(request))

    async def _exchange(self, request: Request) -> None:
        clock = asyncio.get_running_loop().time
        try:
            body = await self._manager.post(request.data, self._session.time_limit(), self._comes)
        except RefusedError as error:
            log.info("The stream cannot go on: %s", error.condition)
            self._stream.give_up(refused_xml(error.condition), error.condition)
            self.lose(None)
            return
        except ssl.SSLCertVerificationError as error:
            self.lose(error)  # somebody else is there: nothing more is sent
            return
        except OSError as error:
            if self._over:
                return
            self._failed(request, error, clock())
        else:
            self._heard()
            self._session.answered(request.rid, body, clock())
        self._posts.pop(request.rid, None)
        self._within = False
        self._next_now()

    def _comes(self) -> None:
        self._within = True
        self._heard()

    def _heard(self) -> None:
        self._stream.note_heard()
        self._session.stirred(asyncio.get_running_loop().time())

    def _failed(self, request: Request, error: OSError, now: float) -> None:
        log.info("A request failed: %s", type(error).__name__)
        condition = self._session.refused(error.status) if isinstance(error, StatusError) else ""
        if condition:
            self._session.answered(request.rid, ended(condition), now)
        else:
            self._session.failed(request.rid, now)
        if self._session.lost:
            self.lose(error)

    def _next_now(self) -> None:
        """Hand on what came in this very turn; what is written in answer goes out in the next."""
        if self._over or self._turn is not None:
            return
        self._bodies.extend(self._session.ready(asyncio.get_running_loop().time()))
        self._hand_on()
        self._soon()

    # -- what came ------------------------------------------------------------------------------------------------

    def _hand_on(self) -> bool:
        """Hand on some of what waits. Gives whether more of it does."""
        for _element in range(AT_ONCE):
            if not self._elements:
                if not self._bodies:
                    return False
                self._elements.extend(self._bodies[0].elements)
            if self._elements:
                self._stream.element_received(self._elements.popleft())
            if self._over:
                return False
            if not self._elements:
                self._end_with(self._bodies.popleft())
        return bool(self._bodies) and not self._over

    def _end_with(self, body: Body) -> None:
        """All of this answer is handed on: was it the last?"""
        if not all(element.tag == _MESSAGE for element in body.elements):
            self._session.expects_reply(asyncio.get_running_loop().time())
        if not body.ends or self._over:
            return
        if body.condition and not self._session.leaving:
            log.info("The session ended: %s", body.condition)
            self._stream.give_up(bosh_ending(body.condition))
        else:
            self._stream.stream_closed()
        self.lose(None)

    # -- the end --------------------------------------------------------------------------------------------------

    def lose(self, exception: BaseException | None) -> None:
        """The connection is gone. Closing what it holds takes a few turns; then the stream is told."""
        if not self._over:
            self._over = True
            self.shut()
            self._leaving = asyncio.ensure_future(self._leave(exception))

    def shut(self) -> None:
        """Plan nothing more."""
        for handle in (self._turn, self._timer):
            if handle is not None:
                handle.cancel()

    async def closed(self) -> None:
        """Until nothing of it runs any more."""
        if self._leaving is not None:
            await self._leaving

    async def _leave(self, exception: BaseException | None) -> None:
        await self._manager.close()  # first: a request that is cancelled would leave its connection half closed
        await self._tasks.cancel()
        self._stream.connection_lost(exception)
