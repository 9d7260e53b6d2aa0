"""A file into a calendar on a server: one item for each UID, published for all who read that calendar."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from itertools import islice
from xml.etree.ElementTree import Element, tostring

from c42desktop.calendar.model import Calendar, CalendarState
from c42desktop.files.items import Item, OnProgress, Outcome, decoded
from c42desktop.files.split import Piece
from c42desktop.i18n import gettext as _
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import PubSub
from c42desktop.xmpp.refusals import Cause, RefusalError, when_writing
from c42desktop.xmpp.request import OfflineError

AT_ONCE = 4  # items on their way: the line is used well, and the service has its turn between
LARGEST = 60_000  # bytes of a payload: what is larger, some servers answer by ending the stream
OnItem = Callable[[str, Element], None]
_WRITING = frozenset({"owner", "publisher", "publish-only"})
_LASTING = frozenset({Cause.GONE, Cause.NOT_ALLOWED, Cause.UNSUPPORTED, Cause.UNREACHABLE, Cause.PENDING})


class Right(StrEnum):
    """Whether we may write to a calendar, by what its service tells."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


async def publish(
    pubsub: PubSub,
    address: NodeAddress,
    pieces: Sequence[Piece],
    on_progress: OnProgress,
    on_item: OnItem = lambda _id, _payload: None,
    outcome: Outcome | None = None,
) -> Outcome:
    """Publish each piece that can be read; `on_item` hears of each, its id and payload, before it is sent.

    What comes of it is written into `outcome`, for whoever cancels it.

    A refusal of one item is noted, one that would meet all of them ends it. Raises RefusalError where not even
    the first was taken, OfflineError where we are not connected then.
    """
    outcome = outcome if outcome is not None else Outcome()
    rest = iter(pieces)
    tried = 0
    while not outcome.stopped and (group := list(islice(rest, AT_ONCE if tried else 1))):
        items = [decoded(piece) for piece in group]
        results = await asyncio.gather(
            *(_publish(pubsub, address, item, on_item, outcome) for item in items), return_exceptions=True
        )
        for item, result in zip(items, results, strict=True):
            _note(outcome, item, result)
        tried += len(group)
        on_progress(tried, len(pieces))
    return outcome


async def right_to_write(pubsub: PubSub, calendar: Calendar, known: dict[str, str] | None) -> Right:
    """Whether we may publish to a calendar. `known` are our affiliations at its service, None where it tells none.

    Raises OfflineError.
    """
    if calendar.state is not CalendarState.ACTIVE:
        return Right.NO
    if calendar.ref.service == calendar.ref.account or (known or {}).get(calendar.ref.node) in _WRITING:
        return Right.YES
    try:
        model = (await pubsub.metadata(NodeAddress(calendar.ref.service, calendar.ref.node))).publish_model
    except RefusalError:
        return Right.UNKNOWN
    if model in ("open", "subscribers"):
        return Right.YES
    return Right.UNKNOWN if known is None else Right.NO


async def affiliations(pubsub: PubSub, services: Iterable[str]) -> dict[str, dict[str, str] | None]:
    """Our affiliations by service; None for one that does not tell them. Raises OfflineError."""
    wanted = list(dict.fromkeys(services))
    answers = await asyncio.gather(*(pubsub.affiliations(each) for each in wanted), return_exceptions=True)
    found: dict[str, dict[str, str] | None] = {}
    for service, answer in zip(wanted, answers, strict=True):
        if isinstance(answer, BaseException) and not isinstance(answer, RefusalError):
            raise answer
        found[service] = None if isinstance(answer, BaseException) else answer
    return found


async def _publish(pubsub: PubSub, address: NodeAddress, item: Item, on_item: OnItem, outcome: Outcome) -> None:
    if item.problem:
        raise RefusalError(item.problem, Cause.OTHER)
    if len(tostring(item.piece.payload)) > LARGEST:
        raise RefusalError(_("It is too large for the server."), Cause.OTHER)
    on_item(item.id, item.piece.payload)
    await pubsub.publish(address, item.id, item.piece.payload)
    outcome.done += 1


def _note(outcome: Outcome, item: Item, result: BaseException | None) -> None:
    if result is None:
        return
    if not isinstance(result, RefusalError | OfflineError):
        raise result
    error = when_writing(result) if isinstance(result, RefusalError) else result
    if isinstance(result, RefusalError) and result.cause not in _LASTING:
        outcome.refused |= not item.problem
        outcome.fail(item, str(error))
    elif outcome.done or outcome.failed:
        outcome.stopped = outcome.stopped or str(error)
    else:
        raise error
