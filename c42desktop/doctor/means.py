"""What an examination reaches out with. Beside the checks: those bring an HTTP library, which whoever only may examine
something does without."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from c42desktop import clock
from c42desktop.settings import Account
from c42desktop.xmpp.endpoints import Lookup, look_up
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.proxy import FindProxies


@dataclass(frozen=True, slots=True)
class Means:
    """`secret` gives the password of an account, None where there is none; it raises UserError.

    `find_proxies` gives how the proxies of a login are found. `now` is the instant (aware).
    """

    secret: Callable[[Account], Awaitable[str | None]]
    find_proxies: Callable[[Login], FindProxies]
    now: Callable[[], datetime] = clock.now
    lookup: Lookup = look_up
