"""Who asks to be let in: what strangers say keeps nobody out who asks for a calendar of ours."""

from __future__ import annotations

from typing import Any

from c42desktop.calendar.model import CalendarRef
from c42desktop.controllers.access_requests import MOST_WAITING, AccessRequests
from c42desktop.tasks import Tasks
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.approvals import AccessRequest

ANN, VERA = "ann@example.org", "vera@example.org"
OURS = NodeAddress("pubsub.example.org", "team")
REF = CalendarRef(ANN, OURS.service, OURS.node)


class Owned:
    def is_owner(self, ref: CalendarRef) -> bool:
        return ref == REF


async def test_requests_for_calendars_that_are_not_ours_make_way(monkeypatch: Any) -> None:
    unused: Any = None
    tasks = Tasks()
    requests = AccessRequests(unused, unused, tasks, Owned(), list)  # type: ignore[arg-type]
    monkeypatch.setattr(requests, "_show_next", lambda: None)
    for number in range(MOST_WAITING + 5):
        requests.received(ANN, AccessRequest(NodeAddress("evil.example.net", str(number)), VERA))
    requests.received(ANN, AccessRequest(OURS, VERA))
    assert requests.waiting(REF) == [VERA]
    for number in range(MOST_WAITING + 5):
        requests.received(ANN, AccessRequest(OURS, f"{number}@example.net"))
    requests.received(ANN, AccessRequest(NodeAddress("evil.example.net", "one more"), VERA))
    assert (len(requests.waiting(REF)), requests.waiting(REF)[0]) == (MOST_WAITING, VERA)
    await tasks.cancel()
