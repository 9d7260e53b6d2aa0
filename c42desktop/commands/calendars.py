"""`calendars`, `subscribe`, `unsubscribe`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from c42desktop.calendar.local import SERVICE
from c42desktop.calendar.model import Calendar, CalendarRef
from c42desktop.commands.context import Context, uri_of
from c42desktop.commands.output import print_json, say, shown
from c42desktop.errors import UserError
from c42desktop.files import importing
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.store.store import Store

if TYPE_CHECKING:  # the network's library is slow to load, and listing calendars does without
    from c42desktop.link import Link
    from c42desktop.xmpp.address import NodeAddress

Work = Callable[["Store", "Link", "NodeAddress"], Awaitable[str]]
"""What is done with a calendar, and the sentence that says so."""

WIDEST = 40  # characters of the column of titles; a longer title moves only its own line


async def show(context: Context, *, as_json: bool) -> None:
    """The subscribed calendars, as known here."""
    with context.reading() as store:
        known = store.calendars() if store else []
    if as_json:
        print_json([_as_json(calendar) for calendar in known])
    elif not known:
        say(_("No calendars yet. Add one with: c42desktop subscribe URI, or c42desktop import FILE"))
    else:
        width = min(WIDEST, max(len(shown(calendar.title)) for calendar in known))
        for calendar in known:
            problem = f"  – {shown(calendar.problem)}" if calendar.problem else ""
            say(f"{shown(calendar.title):{width}}  {uri_of(calendar.ref)}{problem}")


async def subscribe(context: Context, uri: str, account: str) -> None:
    """Subscribe to a calendar and fetch it. Raises UserError."""
    done = await context.asked("subscribe", uri=uri, account=account)
    say(done if done is not None else await _alone(context, subscribed, uri, account))


async def unsubscribe(context: Context, uri: str, account: str) -> None:
    """End a subscription, or remove a calendar that came from a file. Raises UserError where there is none."""
    done = await context.asked("unsubscribe", uri=uri, account=account)
    if done is None and is_of_file(uri):
        with context.writing() as store:
            calendar = local_at(store, uri)
            importing.hide(store, calendar.ref)
            await importing.sweep(store)
        done = removed_words(calendar)
    say(done if done is not None else await _alone(context, unsubscribed, uri, account))


async def _alone(context: Context, work: Work, uri: str, account: str) -> str:
    """Do it with a connection of our own. Raises UserError."""
    from c42desktop.commands.online import online
    from c42desktop.xmpp.address import parse_uri

    address = parse_uri(uri)
    with context.writing() as store:
        chosen = context.account(account)
        memory = context.settings().memory(chosen)
        async with online(chosen.login, await context.password(chosen), store, memory) as link:
            return await work(store, link, address)


async def subscribed(store: Store, link: Link, address: NodeAddress) -> str:
    """Subscribe, and say it. Raises UserError."""
    ref = await link.sync.subscribe(address)
    calendar = store.calendar(ref)
    count = len(store.digests(ref))
    title = shown(calendar.title if calendar else address.node)
    if calendar and calendar.problem:
        return _("Subscribed to {title}. {problem}").format(title=title, problem=calendar.problem)
    sentence = ngettext("Subscribed to {title}: {count} event.", "Subscribed to {title}: {count} events.", count)
    return sentence.format(title=title, count=count)


async def unsubscribed(store: Store, link: Link, address: NodeAddress) -> str:
    """Leave a calendar, and say it. Raises UserError."""
    calendar = store.calendar(CalendarRef(link.jid, address.service, address.node))
    if calendar is None:
        raise UserError(_("You are not subscribed to {uri}.").format(uri=address.uri), field="uri")
    await link.sync.unsubscribe(calendar.ref)
    return _("Unsubscribed from {title}.").format(title=shown(calendar.title))


def is_of_file(uri: str) -> bool:
    """Whether it is the address of a calendar that came from a file."""
    return uri.startswith(f"{SERVICE}:")


def local_at(store: Store, uri: str) -> Calendar:
    """The calendar from a file at this address. Raises UserError."""
    calendar = next((each for each in store.calendars() if uri_of(each.ref) == uri), None)
    if calendar is None:
        raise UserError(_("There is no calendar {text} here. “c42desktop calendars” lists them.").format(text=uri))
    return calendar


def removed_words(calendar: Calendar) -> str:
    """That it is gone."""
    return _("Removed {title}.").format(title=shown(calendar.title))


def _as_json(calendar: Calendar) -> dict[str, object]:
    return {
        "calendar": uri_of(calendar.ref),
        "account": calendar.ref.account,
        "title": calendar.title,
        "description": calendar.description,
        "color": calendar.color,
        "visible": calendar.visible,
        "state": str(calendar.state),
        "problem": calendar.problem,
    }
