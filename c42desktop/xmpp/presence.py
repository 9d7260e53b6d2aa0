"""Who is there: what we say of ourselves, and what those say who share their presence with us (RFC 6121 §4).

Kept in memory only, as long as a session lasts. Nobody is asked for their presence, let in or turned away: requests
leave no trace here, and wait for a program that manages contacts (C-SES-05).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import NamedTuple

from slixmpp.jid import JID, InvalidJID

from c42desktop.plain import one_line
from c42desktop.presence import Presence, Show

MOST_PEOPLE = 2_000
MOST_RESOURCES = 20  # of one person
MOST_STATUS = 120  # characters
_C = "{jabber:client}"
_ROOMS = ("{http://jabber.org/protocol/muc#user}x", "{http://jabber.org/protocol/muc}x")
_SHOWS = {show.value: show for show in Show}
_BEST = (Show.CHAT, Show.ONLINE, Show.DND, Show.AWAY, Show.XA)  # of two with the same priority: who is most there


class _Resource(NamedTuple):
    priority: int
    presence: Presence


class Presences:
    """Those of the people whose account `own` is, over all streams of a session.

    `ours` gives what is true of ourselves now. `on_changed` is called with the bare address of whoever's presence is
    another one, and with "" where everybody's may be.
    """

    def __init__(self, own: str, ours: Callable[[], Presence] = Presence) -> None:
        self._own = own
        self._ours = ours
        self._people: dict[str, dict[str, _Resource]] = {}
        self._told = Presence()
        self._has_changed = False  # since this session began
        self.on_changed: Callable[[str], None] = _nobody

    def begin(self) -> Presence:
        """A new session begins: nobody is known to be there. Gives what to say of ourselves."""
        self._people.clear()
        self._told, self._has_changed = self._ours(), False
        self.on_changed("")
        return self._told

    def news(self) -> Presence | None:
        """What to say of ourselves now, None where it has been said."""
        ours = self._ours()
        if ours == self._told:
            return None
        self._told, self._has_changed = ours, True
        return ours

    def resumed(self) -> Presence | None:
        """The same after a stream was taken up again: what was said last may have been lost with the old one."""
        return self.news() or (self._told if self._has_changed else None)

    def of(self, address: str) -> Presence | None:
        """The presence of a bare address; None where nobody is there, or they do not share it with us."""
        resources = self._people.get(address.casefold())
        if not resources:
            return None
        return max(resources.values(), key=lambda each: (each.priority, -_BEST.index(each.presence.show))).presence

    def is_elsewhere(self, resource: str) -> bool:
        """Whether another device than the one of `resource` is signed in to our own account."""
        return any(each != resource for each in self._people.get(self._own.casefold(), ()))

    def take(self, stanza: ET.Element) -> None:
        """A presence that the server sent."""
        sender = _sender(stanza, self._own)
        if sender is None or any(stanza.find(room) is not None for room in _ROOMS):
            return
        address, before = sender.bare.casefold(), self.of(sender.bare)
        match stanza.get("type", ""):
            case "":
                self._put(address, sender.resource, _read(stanza))
            case "unavailable" if sender.resource:
                self._people.get(address, {}).pop(sender.resource, None)
            case "unavailable" | "error":
                self._people.pop(address, None)
        if not self._people.get(address, True):
            del self._people[address]
        if self.of(address) != before:
            self.on_changed(address)

    def _put(self, address: str, resource: str, read: _Resource) -> None:
        """Whoever sends more than anybody has is not listened to."""
        known = self._people.get(address, {})
        room = known or address == self._own.casefold() or len(self._people) < MOST_PEOPLE
        if room and (len(known) < MOST_RESOURCES or resource in known):
            self._people.setdefault(address, known)[resource] = read


def _sender(stanza: ET.Element, own: str) -> JID | None:
    try:
        return JID(stanza.get("from") or own)
    except InvalidJID:
        return None


def _read(stanza: ET.Element) -> _Resource:
    show = _SHOWS.get((stanza.findtext(f"{_C}show") or "").strip(), Show.ONLINE)
    status = one_line((stanza.findtext(f"{_C}status") or "")[: 4 * MOST_STATUS], MOST_STATUS)
    return _Resource(_priority(stanza.findtext(f"{_C}priority") or ""), Presence(show, status))


def _priority(text: str) -> int:
    """From -128 to 127 (RFC 6121 §4.7.2.3); 0 for anything else."""
    try:
        found = int(text) if len(text) < 10 else 0
    except ValueError:
        return 0
    return found if -128 <= found <= 127 else 0


def _nobody(_address: str) -> None:
    """Until somebody listens."""
