"""What a BOSH session is agreed to be: what we ask for, and what the connection manager grants (XEP-0124 §7)."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from c42desktop.xmpp.transports.bosh_body import Body, NoBodyError, write_body
from c42desktop.xmpp.transports.bosh_keys import KeySequence

VERSION = "1.11"
WAIT, HOLD = 60, 1
MAX_RID = 2**53 - 1  # XEP-0124 §14.1
_ROOM = 2**32  # requests that can be counted from any first one
_MOST = 24 * 3600  # seconds, and requests: whatever a server grants beyond that is as good as no limit


@dataclass(frozen=True, slots=True)
class Timing:
    """Time limits of ours, in seconds.

    `creation`: for the answer to the first request. `margin`: for any later answer, beyond what the server said it
    may wait. `patience`: how long requests are repeated in vain where the server names no limit. `first_pause`: before
    the second repetition; each pause is twice as long as the one before. `polling`: between two empty requests that are
    answered at once with nothing, where the server names no limit. `grace`: for answers that should have come before
    the one that ends the session.
    """

    creation: float = 10.0
    margin: float = 10.0
    patience: float = 60.0
    first_pause: float = 0.5
    polling: float = 1.0
    grace: float = 1.0
    reply: float = 0.01
    stuck: float = 2.0


@dataclass(frozen=True, slots=True)
class Terms:
    """What the server granted. `requests` is how many may be on their way at once, `hold` how many it keeps waiting.

    `legacy`: it is so old that it says by HTTP what is wrong (XEP-0124 §17.1).
    """

    sid: str = field(repr=False)
    wait: float
    hold: int
    requests: int
    polling: float
    inactivity: float
    maxpause: float
    legacy: bool

    @property
    def parked(self) -> int:
        """How many requests wait at the server while nothing happens: one way must stay free for what we send."""
        return min(self.hold, max(self.requests - 1, 1))


def first_rid() -> int:
    """A number that cannot be guessed, with room to count on."""
    return 1 + secrets.randbelow(MAX_RID - _ROOM)


def creation(rid: int, domain: str, lang: str, keys: KeySequence | None) -> bytes:
    """The request that makes a session (XEP-0124 §7.1, XEP-0206 §3). Who we are is not in it: that is said later."""
    attributes = {
        "rid": str(rid),
        "to": domain,
        "xml:lang": lang,
        "ver": VERSION,
        "wait": str(WAIT),
        "hold": str(HOLD),
        "content": "text/xml; charset=utf-8",
        "ack": "1",
        "xmpp:version": "1.0",
    }
    return write_body(attributes | (keys.first() if keys else {}))


def agreed(answer: Body, timing: Timing) -> Terms:
    """What the answer to `creation` grants. Raises NoBodyError where it is none."""
    said = answer.attributes
    if not said.get("sid"):
        raise NoBodyError("no BOSH session")
    hold = int(_number(said, "hold", HOLD))
    return Terms(
        sid=said["sid"],
        wait=min(_number(said, "wait", WAIT), WAIT),
        hold=min(hold, HOLD),
        requests=max(int(_number(said, "requests", hold + 1)), 1),
        polling=max(_number(said, "polling", 0), timing.polling),
        inactivity=_number(said, "inactivity", timing.patience),
        maxpause=_number(said, "maxpause", 0),
        legacy="ver" not in said,
    )


def _number(said: Mapping[str, str], name: str, default: float) -> float:
    text = said.get(name, "").strip()
    if not (text.isascii() and text.isdigit()):
        return default
    return float(min(int(text[:9]), _MOST))
