"""`calendars`, `subscribe`, `unsubscribe`."""

from __future__ import annotations

from gettext import gettext as _

from c42desktop.calendar.model import Calendar
from c42desktop.commands.context import Context, print_json, uri_of
from c42desktop.errors import UserError
from c42desktop.xmpp.address import NodeAddress, parse_uri


async def show(context: Context, *, as_json: bool) -> None:
    """The subscribed calendars, as known here."""
    with context.reading() as store:
        known = store.calendars() if store else []
    if as_json:
        print_json([_as_json(calendar) for calendar in known])
    elif not known:
        print(_("No calendars yet. Add one with: c42desktop subscribe URI"))
    else:
        width = max(len(calendar.title) for calendar in known)
        for calendar in known:
            problem = f"  – {calendar.problem}" if calendar.problem else ""
            print(f"{calendar.title:{width}}  {uri_of(calendar.ref)}{problem}")


async def subscribe(context: Context, uri: str, account: str) -> None:
    """Subscribe to a calendar and fetch it. Raises UserError."""
    address = parse_uri(uri)
    with context.writing() as store:
        async with context.online(store, context.account(account)) as link:
            ref = await link.sync.subscribe(address)
            calendar = store.calendar(ref)
            count = len(store.digests(ref))
    title = calendar.title if calendar else address.node
    problem = f" {calendar.problem}" if calendar and calendar.problem else ""
    print(_("Subscribed to {title}: {count} events.").format(title=title, count=count) + problem)


async def unsubscribe(context: Context, uri: str, account: str) -> None:
    """End a subscription. Raises UserError where there is none."""
    address = parse_uri(uri)
    with context.writing() as store:
        async with context.online(store, context.account(account)) as link:
            found = [c for c in store.calendars(link.jid) if NodeAddress(c.ref.service, c.ref.node) == address]
            if not found:
                raise UserError(_("You are not subscribed to {uri}.").format(uri=address.uri), field="uri")
            await link.sync.unsubscribe(found[0].ref)
    print(_("Unsubscribed from {title}.").format(title=found[0].title))


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
