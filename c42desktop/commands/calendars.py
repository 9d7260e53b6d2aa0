"""`calendars`, `subscribe`, `unsubscribe`."""

from __future__ import annotations

from c42desktop.calendar.local import SERVICE
from c42desktop.calendar.model import Calendar, CalendarRef
from c42desktop.commands.context import Context, uri_of
from c42desktop.commands.output import print_json, say, shown
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext

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
    from c42desktop.commands.online import online
    from c42desktop.xmpp.address import parse_uri

    address = parse_uri(uri)
    with context.writing() as store:
        chosen = context.account(account)
        memory = context.settings().memory(chosen)
        async with online(chosen.login, await context.password(chosen), store, memory) as link:
            ref = await link.sync.subscribe(address)
            calendar = store.calendar(ref)
            count = len(store.digests(ref))
    title = shown(calendar.title if calendar else address.node)
    if calendar and calendar.problem:
        say(_("Subscribed to {title}. {problem}").format(title=title, problem=calendar.problem))
        return
    sentence = ngettext("Subscribed to {title}: {count} event.", "Subscribed to {title}: {count} events.", count)
    say(sentence.format(title=title, count=count))


async def unsubscribe(context: Context, uri: str, account: str) -> None:
    """End a subscription, or remove a calendar that came from a file. Raises UserError where there is none."""
    if uri.startswith(f"{SERVICE}:"):
        await _remove(context, uri)
        return
    from c42desktop.commands.online import online
    from c42desktop.xmpp.address import parse_uri

    address = parse_uri(uri)
    with context.writing() as store:
        chosen = context.account(account)
        memory = context.settings().memory(chosen)
        async with online(chosen.login, await context.password(chosen), store, memory) as link:
            calendar = store.calendar(CalendarRef(link.jid, address.service, address.node))
            if calendar is None:
                raise UserError(_("You are not subscribed to {uri}.").format(uri=address.uri), field="uri")
            await link.sync.unsubscribe(calendar.ref)
    say(_("Unsubscribed from {title}.").format(title=shown(calendar.title)))


async def _remove(context: Context, uri: str) -> None:
    from c42desktop.files import importing

    with context.writing() as store:
        calendar = next((each for each in store.calendars() if uri_of(each.ref) == uri), None)
        if calendar is None:
            raise UserError(_("There is no calendar {text} here. “c42desktop calendars” lists them.").format(text=uri))
        importing.hide(store, calendar.ref)
        await importing.sweep(store)
    say(_("Removed {title}.").format(title=shown(calendar.title)))


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
