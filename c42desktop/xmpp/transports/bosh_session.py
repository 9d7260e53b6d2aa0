"""One BOSH session (XEP-0124) as a state machine: what to send when, and in which order answers count.

Without input and output, clock or chance: `now` is any clock in seconds. Requests are numbered by rid. No more of them
than the server allows lie between the oldest without an answer and the newest, so that the server still has the answer
of each that must be repeated.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from enum import Enum

from c42desktop.xmpp.transports.bosh_body import Body, write_body
from c42desktop.xmpp.transports.bosh_keys import KeySequence
from c42desktop.xmpp.transports.bosh_terms import Terms, Timing

MAX_ELEMENTS = 64 * 1024  # characters in one body; servers limit what they take at once
LONGEST_PAUSE = 5.0  # seconds between two repetitions
FAREWELL = "<presence xmlns='jabber:client' type='unavailable'/>"


class _Step(Enum):
    """What goes out in a body of its own."""

    RESTART = "restart"
    TERMINATE = "terminate"


@dataclass(slots=True)
class Request:
    """One request until it is answered. `data` never changes. `due` is when to send it, None while it is on its way."""

    rid: int = field(repr=False)
    data: bytes = field(repr=False)
    empty: bool = False
    due: float | None = None
    tries: int = 0
    answer: Body | None = None


class BoshSession:
    """A session that exists: `rid` was its creation's.

    Ask `next` for requests until it gives None, then again at `due` and after anything else happened; tell `answered`
    or `failed` of each; take what can be handed on from `ready`. `lost`: the server has surely forgotten the session.
    """

    def __init__(
        self, terms: Terms, rid: int, *, domain: str, lang: str, timing: Timing, keys: KeySequence | None = None
    ) -> None:
        self._terms = terms
        self._rid = rid
        self._domain, self._lang = domain, lang
        self._timing = timing
        self._keys = keys
        self._waiting: deque[str | _Step] = deque()
        self._pause: int | None = None  # seconds, to be said
        self._outstanding: dict[int, Request] = {}  # oldest first
        self._failing_since: float | None = None
        self._poll_at = 0.0  # no empty request before
        self._last_empty: float | None = None  # when the last request was sent, if that was an empty one
        self._stirred = 0.0  # when something was sent or came last
        self._grace_until: float | None = None  # the session is over, but for answers that are still on their way
        self._leaving = False
        self._over = False
        self.lost = False

    # -- what to send ---------------------------------------------------------------------------------------------

    def put(self, element: str) -> None:
        """Send this element, with others in one body where there are some."""
        self._waiting.append(element)

    def restart(self) -> None:
        """Begin the stream anew (XEP-0206 §5)."""
        self._waiting.append(_Step.RESTART)

    def terminate(self) -> None:
        """Say farewell once all else is sent (XEP-0124 §13)."""
        self._waiting.append(_Step.TERMINATE)

    def pause(self, seconds: int) -> bool:
        """Ask the server to be patient while nothing comes (XEP-0124 §10). Gives whether it can be."""
        if not 0 < seconds <= self._terms.maxpause:
            return False
        self._pause = seconds
        return True

    def next(self, now: float) -> Request | None:
        """What to send now, for the first time or again."""
        if self._over or self._grace_until is not None or self.lost:
            return None
        if (stuck_at := self._stuck_at()) is not None and stuck_at <= now:
            self._repeat_all(now)
        request = self._due_now(now)
        if request is not None:
            self._stirred = now
        return request

    def _due_now(self, now: float) -> Request | None:
        if (repeated := self._to_repeat()) is not None:
            if repeated.due is None or repeated.due > now:
                return None  # what is new would come before its turn
            repeated.due = None
            return repeated
        if self._leaving:
            return None
        return self._new(now)

    def _to_repeat(self) -> Request | None:
        return next((each for each in self._outstanding.values() if each.due is not None and not each.answer), None)

    def _unanswered(self) -> list[Request]:
        return [each for each in self._outstanding.values() if each.answer is None]

    def _stuck_at(self) -> float | None:
        """When so many requests are lost, if nothing comes: the server must answer all but those it may keep.

        There are some that never answer what arrived in another order than it was sent (ejabberd 23.01).
        """
        unanswered = self._unanswered()
        if len(unanswered) <= self._terms.hold or any(each.due is not None for each in unanswered):
            return None
        return self._stirred + self._timing.stuck * 2.0 ** min(max(each.tries for each in unanswered), 16)

    def _repeat_all(self, now: float) -> None:
        for each in self._unanswered():
            each.tries += 1
            each.due = now

    def _new(self, now: float) -> Request | None:
        room = self._terms.requests - len(self._outstanding)
        if self._waiting and self._waiting[0] is _Step.TERMINATE and room >= 0:
            return self._farewell()  # one more than is allowed otherwise, as below (XEP-0124 §11)
        if self._waiting and room > 0:
            return self._filled()
        if self._waiting:
            return None
        if self._pause is not None and room >= 0:
            return self._paused(now)
        if room > 0 and len(self._unanswered()) < max(self._terms.parked, 1) and self._poll_at <= now:
            self._last_empty = now
            return self._request({}, empty=True)
        return None

    def _filled(self) -> Request:
        if self._waiting[0] is _Step.RESTART:
            self._waiting.popleft()
            return self._request({"to": self._domain, "xml:lang": self._lang, "xmpp:restart": "true"})
        elements: list[str] = []
        size = 0
        while self._waiting and isinstance(element := self._waiting[0], str):
            size += len(element)
            if elements and size > MAX_ELEMENTS:
                break
            elements.append(element)
            self._waiting.popleft()
        self._poll_at = 0.0  # a pause ends here, and two empty requests do not follow each other
        if self._waiting and self._waiting[0] is _Step.TERMINATE:
            return self._farewell(*elements)
        return self._request({}, *elements)

    def _farewell(self, *elements: str) -> Request:
        self._leaving = True
        return self._request({"type": "terminate"}, *elements, FAREWELL)

    def _paused(self, now: float) -> Request:
        seconds, self._pause = self._pause or 0, None
        self._poll_at = now + seconds / 2  # well before the server gives up
        return self._request({"pause": str(seconds)})

    def _request(self, more: dict[str, str], *elements: str, empty: bool = False) -> Request:
        heard = min(self._outstanding, default=self._rid + 1) - 1
        self._rid += 1
        attributes = {"rid": str(self._rid), "sid": self._terms.sid} | more
        if heard < self._rid - 1:
            attributes["ack"] = str(heard)
        if self._keys is not None:
            attributes |= self._keys.next()
        if not empty:
            self._last_empty = None
        request = Request(self._rid, write_body(attributes, elements), empty)
        self._outstanding[self._rid] = request
        return request

    @property
    def due(self) -> float | None:
        """When `next` or `ready` may give something though nothing happened meanwhile."""
        if self._over or self.lost:
            return None
        if self._grace_until is not None:
            return self._grace_until
        if (repeated := self._to_repeat()) is not None:
            return repeated.due
        if self._unanswered() or self._leaving:
            return self._stuck_at()
        return self._poll_at

    def time_limit(self) -> float:
        """Seconds for one answer."""
        return self._terms.wait + self._timing.margin

    # -- what came ------------------------------------------------------------------------------------------------

    def stirred(self, now: float) -> None:
        """Something of an answer came."""
        self._stirred = now

    def expects_reply(self, now: float) -> None:
        """What came is most likely to be answered, in a request that may then wait at the server instead of an empty
        one: two that follow each other that closely may arrive in another order."""
        self._poll_at = max(self._poll_at, now + self._timing.reply)

    def answered(self, rid: int, body: Body, now: float) -> None:
        """The answer to a request came, whichever time it was sent."""
        request = self._outstanding.get(rid)
        if request is None or request.answer is not None:
            return  # it came twice
        if body.failed:
            for each in list(self._outstanding.values()):
                if each.rid <= rid:
                    self._repeat(each, now)
            return
        request.answer = body
        if body.ends and self._grace_until is None:
            self._grace_until = now + self._timing.grace
        self._mind_report(body.attributes.get("report", ""), now)

    def _mind_report(self, report: str, now: float) -> None:
        """The server believes that an answer was lost (XEP-0124 §9.2)."""
        missing = self._outstanding.get(int(report)) if report.isascii() and report.isdigit() else None
        if missing is not None and missing.answer is None and missing.due is None:
            missing.due = now

    def failed(self, rid: int, now: float) -> None:
        """A request was sent, and no answer to it will come."""
        request = self._outstanding.get(rid)
        if request is not None:
            self._repeat(request, now)

    def _repeat(self, request: Request, now: float) -> None:
        """Send it again, byte for byte: at once, then after pauses that grow, until the server must have given up."""
        if request.answer is not None or request.due is not None:
            return
        if self._grace_until is not None:
            request.answer = Body()
            return
        if self._failing_since is None:
            self._failing_since = now
        pause = self._timing.first_pause * 2 ** min(request.tries - 1, 16) if request.tries else 0.0
        request.tries += 1
        request.due = now + min(pause, LONGEST_PAUSE)
        self.lost = request.due - self._failing_since > self._terms.inactivity

    def refused(self, status: int) -> str:
        """The condition that an HTTP status stands for (XEP-0124 §17.1), "" where it says nothing about the session."""
        conditions = {400: "bad-request", 403: "policy-violation", 404: "item-not-found"}
        return conditions.get(status, "") if self._terms.legacy else ""

    def ready(self, now: float) -> list[Body]:
        """The answers that can be handed on now: in the order of their requests, each once."""
        found: list[Body] = []
        while self._outstanding and not self._over:
            request = next(iter(self._outstanding.values()))
            body = request.answer
            if body is None and self._grace_until is not None and now >= self._grace_until:
                body = Body()  # it will not come any more
            if body is None:
                break
            del self._outstanding[request.rid]
            self._failing_since = None
            self._mind_polling(request, body)
            if body.ends and self._leaving and self._outstanding:
                body = Body(elements=body.elements)  # more may be in the answer to our farewell
            self._over = body.ends
            found.append(body)
        return self._and_farewell(found)

    def _mind_polling(self, request: Request, body: Body) -> None:
        """Nothing was asked and nothing answered: not again before the time that the server wants (XEP-0124 §12)."""
        if request.empty and self._last_empty is not None and not body.elements:
            self._poll_at = self._last_empty + min(self._terms.polling, self._terms.inactivity / 2)

    def _and_farewell(self, found: list[Body]) -> list[Body]:
        """A server that answers our farewell with nothing means the same."""
        if self._leaving and not self._outstanding and not self._over:
            self._over = True
            found.append(Body({"type": "terminate"}))
        return found

    @property
    def leaving(self) -> bool:
        """Whether it is us who end the session."""
        return self._leaving
