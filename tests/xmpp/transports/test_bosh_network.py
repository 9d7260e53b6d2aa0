"""Whatever a network does to the requests and answers of a BOSH session, each element arrives once and in order."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.xmpp.transports.bosh_body import Body
from c42desktop.xmpp.transports.bosh_session import BoshSession
from c42desktop.xmpp.transports.bosh_terms import Terms, Timing

FIRST = 1000
REQUESTS = st.integers(2, 4)


@dataclass(eq=False)
class Attempt:
    """One sending of one request."""

    rid: int
    data: bytes


class Manager:
    """A connection manager after the book: it takes requests in order, and repeats answers it gave."""

    def __init__(self, requests: int) -> None:
        self._requests = requests
        self._data: dict[int, bytes] = {}
        self._early: dict[int, Attempt] = {}
        self._held: dict[int, Attempt] = {}
        self._given: dict[int, Body] = {}
        self._queue: list[ET.Element] = []
        self._taken = FIRST
        self._pushed = 0
        self.received: list[str] = []
        self.answers: list[tuple[Attempt, Body]] = []

    def push(self) -> None:
        """There is something to say."""
        self._pushed += 1
        self._queue.append(ET.Element("push", n=str(self._pushed)))
        self._give()

    @property
    def pushed(self) -> list[str]:
        """All that was ever to be said."""
        return [str(number) for number in range(1, self._pushed + 1)]

    def take(self, attempt: Attempt) -> None:
        """A request arrives, for the first time or again."""
        rid = attempt.rid
        assert self._data.setdefault(rid, attempt.data) == attempt.data, "byte for byte"
        assert rid <= self._taken + self._requests
        if rid in self._given:
            if rid > self._taken - self._requests:
                self.answers.append((attempt, self._given[rid]))
            return
        if rid in self._held:
            self.answers.append((self._held[rid], Body({"type": "error"})))
            self._held[rid] = attempt
            return
        self._early[rid] = attempt
        while (early := self._early.pop(self._taken + 1, None)) is not None:
            self._taken += 1
            self._held[self._taken] = early
            self.received += [each.get("n", "") for each in ET.fromstring(early.data)]
        self._give()

    def _give(self) -> None:
        while self._held and (self._queue or len(self._held) > 1):
            rid = min(self._held)
            body = Body({"n": str(rid)}, tuple(self._queue))
            self._queue = []
            self._given[rid] = body
            self.answers.append((self._held.pop(rid), body))


class World:
    """A session, a manager, and the network between them."""

    def __init__(self, requests: int) -> None:
        terms = Terms("S", 60, 1, requests, polling=1, inactivity=1e12, maxpause=0, legacy=False)
        self.session = BoshSession(terms, FIRST, domain="d", lang="en", timing=Timing())
        self.manager = Manager(requests)
        self.now = 0.0
        self.under_way: list[Attempt] = []
        self.latest: dict[int, Attempt] = {}  # of each request; nobody listens to earlier ones any more
        self.put: list[str] = []
        self.heard: list[str] = []

    def send(self) -> None:
        """All that the session has to send is on its way."""
        while (request := self.session.next(self.now)) is not None:
            self.latest[request.rid] = Attempt(request.rid, request.data)
            self.under_way.append(self.latest[request.rid])

    def lose(self, attempt: Attempt) -> None:
        """The connection breaks."""
        if self.latest[attempt.rid] is attempt:
            self.session.failed(attempt.rid, self.now)

    def hear(self, attempt: Attempt, body: Body) -> None:
        """An answer arrives."""
        if self.latest[attempt.rid] is not attempt:
            return
        self.session.answered(attempt.rid, body, self.now)
        for each in self.session.ready(self.now):
            self.heard += [element.get("n", "") for element in each.elements]

    def do(self, action: str, which: int) -> None:
        """Let one thing happen."""
        requests, answers = self.under_way, self.manager.answers
        match action:
            case "put":
                self.put.append(str(len(self.put)))
                self.session.put(f"<a n='{self.put[-1]}'/>")
            case "push":
                self.manager.push()
            case "arrive" if requests:
                self.manager.take(requests.pop(which % len(requests)))
            case "arrive twice" if requests:
                self.manager.take(requests[which % len(requests)])
            case "lose" if requests:
                self.lose(requests.pop(which % len(requests)))
            case "answer" if answers:
                self.hear(*answers.pop(which % len(answers)))
            case "answer twice" if answers:
                self.hear(*answers[which % len(answers)])
            case "lose answer" if answers:
                self.lose(answers.pop(which % len(answers))[0])
            case "wait":
                self.now = max(self.now, self.session.due or 0) + which / 100
        self.send()

    def heal(self) -> None:
        """The network works from now on."""
        for _turn in range(1000):
            self.send()
            if self.under_way:
                self.do("arrive", 0)
            elif self.manager.answers:
                self.do("answer", 0)
            elif (due := self.session.due) is not None:
                self.now = max(self.now + 0.001, due)
            else:
                return
        raise AssertionError("it never comes to rest")


ACTIONS = ("put", "push", "arrive", "arrive twice", "lose", "answer", "answer twice", "lose answer", "wait")


@settings(max_examples=300, deadline=None)
@given(REQUESTS, st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 200)), max_size=80))
def test_c_bosh_07_each_element_arrives_once_and_in_order(requests: int, actions: list[tuple[str, int]]) -> None:
    world = World(requests)
    world.send()
    for action, which in actions:
        world.do(action, which)
    world.heal()
    assert not world.session.lost
    assert world.manager.received == world.put
    assert world.heard == world.manager.pushed
