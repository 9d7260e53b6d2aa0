"""The grammar of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from c42desktop import __version__
from c42desktop.i18n import gettext as _
from c42desktop.startup import LOG_LEVELS

EVERY = 10.0  # seconds between two changes of the demo


def parser() -> argparse.ArgumentParser:
    """Everything that may be said there."""
    top = argparse.ArgumentParser(
        prog="c42desktop",
        description=_("Calendars that tell you when they change. Without a command: the tray application."),
        epilog=_environment(),
        parents=[_common(default=True)],
    )
    top.add_argument("--version", action="version", version=f"c42desktop {__version__}")
    hidden = _("start without the window, as at the beginning of a session")
    top.add_argument("--hidden", action="store_true", help=hidden)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    def add(name: str, text: str, *also: argparse.ArgumentParser) -> argparse.ArgumentParser:
        parents = [_common(), *also]
        return commands.add_parser(
            name, help=_first_sentence(text), description=text, epilog=_environment(), parents=parents
        )

    opened = add("open", _("Open addresses and files in the window, which asks what to do with each."))
    opened.add_argument("targets", nargs="*", metavar="TARGET", help=_("xmpp:SERVICE?;node=NODE, or a calendar file"))
    _add_account(add("account", _("Add, list, change or remove accounts.")))
    add("calendars", _("List the subscribed calendars."), _json())
    add("subscribe", _("Subscribe to a calendar."), _uri(), _credentials())
    add("unsubscribe", _("End a subscription."), _uri(), _credentials())
    agenda = add("agenda", _("Show what is on: the next 30 days, or another time."), _json())
    agenda.add_argument("--from", dest="begin", metavar="ISO", default="", help=_("a date or time; default: today"))
    agenda.add_argument(
        "--to",
        dest="end",
        metavar="ISO",
        default="",
        help=_("a time, or a date: up to the end of that day; default: 30 days later"),
    )
    agenda.add_argument(
        "--file", type=_file, metavar="FILE", help=_("an .ics, .xml or .json file instead of the store")
    )
    decode = add("decode", _("Show the events of a calendar file."), _json())
    decode.add_argument("file", type=_file, metavar="FILE", help=_("an .ics, .xml or .json file"))
    publish = add(
        "publish", _("Publish a calendar file as one item of a calendar on a server."), _uri(), _credentials()
    )
    publish.add_argument("file", type=_file, metavar="FILE", help=_("an .ics, .xml or .json file"))
    publish.add_argument("--id", metavar="ID", default="", help=_("the item's id; default: the event's UID"))
    retract = add("retract", _("Take an item of a calendar back."), _uri(), _credentials())
    retract.add_argument("id", metavar="ID", help=_("the item's id, as “agenda --json” prints it"))
    _add_files(add)
    _add_care(add)
    add("watch", _("Print a line for each change, as it is pushed."), _json(), _credentials())
    add("doctor", _doctor_words(), _json(), _credentials(choose=False))
    demo = add("demo", _("Try it: a private server, three calendars, and a colleague who keeps changing them."))
    every = _("time between two changes, from 0.05 to 3600; default: {seconds}").format(seconds=f"{EVERY:g}")
    demo.add_argument("--every", type=_seconds, default=EVERY, metavar="SECONDS", help=every)
    demo.add_argument("--terminal", action="store_true", help=_("in the terminal, even where there is a screen"))
    return top


def _add_files(add: Callable[..., argparse.ArgumentParser]) -> None:
    import_ = add("import", _("Import a calendar file."), _json(), _credentials())
    import_.add_argument("file", type=_file, metavar="FILE", help=_("an .ics, .xml or .json file"))
    where = import_.add_mutually_exclusive_group()
    where.add_argument("--into", metavar="URI", default="", help=_("publish its events in this calendar on a server"))
    where.add_argument("--name", metavar="NAME", default="", help=_("what to call the calendar that is made of it"))
    export = add("export", _("Write a calendar, or one event of it, as an .ics file."))
    export.add_argument("calendar", metavar="CALENDAR", help=_("its address or title, as “calendars” prints them"))
    export.add_argument("--event", metavar="ID", default="", help=_("this event only, by its UID or its item's id"))
    export.add_argument(
        "-o", "--output", type=_file, metavar="FILE", default="-", help=_("default: “-”, standard output")
    )


def _add_care(add: Callable[..., argparse.ArgumentParser]) -> None:
    backup = add(
        "backup",
        _(
            "Write settings and calendars into one file, also while the application runs. No password is in it; who "
            "can read it can read your calendars."
        ),
    )
    backup.add_argument("file", type=_file, metavar="FILE", help=_("“-”: standard output"))
    restore = add(
        "restore",
        _("Put settings and calendars back as they are in a backup. What is here now is kept beside them."),
    )
    restore.add_argument("file", type=_file, metavar="FILE", help=_("“-”: standard input"))


def _doctor_words() -> str:
    return _(
        "Check everything that is needed, and say what to do: files, desktop, and for each account the way to its "
        "server, certificate, signing in, calendar services and clock. No secret is printed. Exit code 1: something "
        "does not work. With --json: a list of objects with check, account (empty for this computer), outcome (pass, "
        "warning, failure or skipped), text, advice and milliseconds."
    )


def _environment() -> str:
    return _(
        "Environment: C42DESKTOP_PROFILE names a folder as --profile does. C42DESKTOP_PASSWORD_FILE names a file with "
        "the password in its first line, which only you may read."
    )


def _add_account(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str, text: str, *also: argparse.ArgumentParser) -> argparse.ArgumentParser:
        parents = [_common(), *also]
        return actions.add_parser(name, help=text, description=text, epilog=_environment(), parents=parents)

    from c42desktop.commands.account_options import edit_options, login_options

    jid, secret = argparse.ArgumentParser(add_help=False), _credentials(choose=False)
    jid.add_argument("jid", metavar="JID", help=_("the account's XMPP address: name@example.org"))
    action("add", _("Sign in, fetch the calendars, and keep the account."), jid, secret, login_options())
    action("list", _("List the accounts, with what is not as usual."))
    change = _("Change an account: only what is given changes.")
    action("edit", change, jid, secret, login_options(), edit_options())
    action("enable", _("Sign in again to an account that is signed out."), jid)
    action("disable", _("Sign out of an account; it stays here, with its calendars as last known."), jid)
    remove = action("remove", _("Forget an account and its calendars."), jid)
    what = remove.add_mutually_exclusive_group()
    what.add_argument("--keep-calendars", action="store_true", help=_("keep its calendars as they are, to look at"))
    purge = _("erase every trace of it here: password, calendars, what waits to be sent, logs and older copies")
    what.add_argument("--purge", action="store_true", help=purge)
    remove.add_argument(
        "--yes", action="store_true", help=_("do not ask, also where changes that were not sent are lost")
    )


def _common(*, default: bool = False) -> argparse.ArgumentParser:
    """Options of every command, before or after its name; only the outermost parser sets defaults."""
    common = argparse.ArgumentParser(add_help=False)
    absent: Any = "" if default else argparse.SUPPRESS
    common.add_argument("--profile", metavar="DIR", default=absent, help=_("keep settings, calendars and logs there"))
    common.add_argument(
        "-v", "--verbose", action="store_true", default=False if default else argparse.SUPPRESS, help=_("log more")
    )
    common.add_argument(
        "--log-level",
        choices=LOG_LEVELS,
        metavar="LEVEL",
        default=absent,
        help=_("what to log: {levels}; default: info for the window, warning for commands").format(
            levels=", ".join(LOG_LEVELS)
        ),
    )
    return common


def _json() -> argparse.ArgumentParser:
    option = argparse.ArgumentParser(add_help=False)
    option.add_argument("--json", action="store_true", help=_("print JSON"))
    return option


def _uri() -> argparse.ArgumentParser:
    argument = argparse.ArgumentParser(add_help=False)
    argument.add_argument(
        "uri", metavar="URI", help=_("xmpp:SERVICE?;node=NODE, in quotes: a shell ends a command at “;”")
    )
    return argument


def _credentials(*, choose: bool = True) -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--password-stdin", action="store_true", help=_("read the password from standard input"))
    if choose:
        options.add_argument("--account", default="", metavar="JID", help=_("which account, where there are several"))
    return options


def _first_sentence(text: str) -> str:
    """As much as has its place in a list of commands; `COMMAND --help` says the rest."""
    first, _mark, rest = text.partition(". ")
    return f"{first}." if rest else text


def _file(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError(_("the name of a file is missing"))
    return text


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.05 <= seconds <= 3600:
        raise argparse.ArgumentTypeError(_("a number of seconds from 0.05 to 3600"))
    return seconds
