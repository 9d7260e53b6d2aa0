"""The command line. Without a command it is the tray application; everything else works without a screen.

Exit codes: 0 done, 1 an error with its sentence on standard error, 2 a command line that makes no sense.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import gettext
import locale
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from c42desktop import __version__, assets, i18n
from c42desktop.calendar import names
from c42desktop.commands import output
from c42desktop.errors import C42Error, UserError
from c42desktop.i18n import gettext as _

if TYPE_CHECKING:
    from c42desktop.commands.context import Context
    from c42desktop.profile import Profile

EVERY = 10.0  # seconds between two changes of the demo


def run(arguments: Sequence[str]) -> int:
    """Run one command. Gives the exit code; an error becomes one sentence, never a traceback."""
    output.prepare()
    _speak_the_readers_language()
    options = parser().parse_args(arguments)
    try:
        return _dispatch(options)
    except C42Error as error:
        output.complain(f"c42desktop: {error}")
        if getattr(error, "field", "") == "output":
            output.hush()
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader (head, less) has left: not an error, and nothing more can be said to it
        output.hush()
        return 0
    except OSError as error:  # what no part foresaw: a full disk, a file taken away meanwhile
        output.complain(
            "c42desktop: " + ": ".join(str(part) for part in (error.filename, error.strerror or error) if part)
        )
        return 1


def _speak_the_readers_language() -> None:
    with contextlib.suppress(locale.Error):  # a locale that is not installed: English
        locale.setlocale(locale.LC_ALL, "")
    names.use(_conventions())
    gettext.bindtextdomain("c42desktop", assets.path("translations"))  # for the words of argparse
    gettext.textdomain("c42desktop")


def _conventions() -> names.Conventions:
    """How times are written here, where the system's library says so; the window asks Qt instead."""
    if sys.platform == "win32" or locale.setlocale(locale.LC_TIME).partition(".")[0] in ("C", "POSIX"):
        return names.Conventions()
    hours, date = locale.nl_langinfo(locale.T_FMT), locale.nl_langinfo(locale.D_FMT)
    twelve_hours = any(code in hours for code in ("%r", "%I", "%p"))
    return names.Conventions(twelve_hours=twelve_hours, month_first=date.startswith("%m"))


def _dispatch(options: argparse.Namespace) -> int:
    """Imports are late here and below: `--help` and `decode` need neither the network's library nor Qt."""
    import asyncio

    from c42desktop import log
    from c42desktop.commands.context import Context

    context = Context(
        _profile(options.profile),
        "c42desktop " + (options.command or "").strip(),
        password_stdin=getattr(options, "password_stdin", False),
    )
    if options.command is None:
        _speak_as_chosen(context.profile)
        from c42desktop.app import run_app

        return run_app(context.profile, verbose=options.verbose)
    if options.command == "demo":
        return _demo(every=options.every, terminal=options.terminal, verbose=options.verbose)
    log.to_terminal(verbose=options.verbose)
    if options.command == "doctor":
        from c42desktop.commands import doctor

        return asyncio.run(doctor.examine(context, as_json=options.json))
    command = _command(context, options)
    gc.freeze()  # what was imported stays: it need not be looked at for garbage
    asyncio.run(command)
    return 0


def _speak_as_chosen(profile: Profile) -> None:
    """The window speaks the language of the preferences. Commands, which scripts read, that of their environment."""
    from c42desktop.preference_file import chosen_language
    from c42desktop.settings import Settings

    with contextlib.suppress(UserError):  # settings that cannot be read: the application says so
        i18n.use(chosen_language(Settings(profile.settings)))


def _profile(folder: str) -> Profile:
    from c42desktop.profile import find_profile

    try:
        return find_profile(folder)
    except RuntimeError as error:  # a home folder (~name) of nobody
        sentence = _("The profile {folder} cannot be found: there is no such home folder.")
        raise UserError(sentence.format(folder=folder or os.environ.get("C42DESKTOP_PROFILE", ""))) from error


def _demo(*, every: float, terminal: bool, verbose: bool) -> int:
    """The demo on the screen, or in the terminal where there is none."""
    from c42desktop import log
    from c42desktop.demo.run import run_in_terminal, staged
    from c42desktop.screen import has_screen

    log.to_terminal(verbose=verbose)
    if not terminal and has_screen():
        from c42desktop.app import run_demo_app

        return run_demo_app(lambda: staged(every))
    if not terminal:
        output.say(_("There is no screen here, so the demo runs in this terminal. Ctrl-C ends it."))
    return run_in_terminal(every)


def _command(context: Context, options: argparse.Namespace) -> Coroutine[Any, Any, None]:
    if options.command in ("agenda", "decode", "calendars", "import", "export"):
        return _offline_command(context, options)
    from c42desktop.commands import calendars, publish, watch

    match options.command, getattr(options, "action", None):
        case "account", _any:
            return _account_command(context, options)
        case "subscribe", _any:
            return calendars.subscribe(context, options.uri, options.account)
        case "unsubscribe", _any:
            return calendars.unsubscribe(context, options.uri, options.account)
        case "publish", _any:
            return publish.publish(context, options.uri, options.file, options.id, options.account)
        case "retract", _any:
            return publish.retract(context, options.uri, options.id, options.account)
    return watch.watch(context, options.account, as_json=options.json)


def _account_command(context: Context, options: argparse.Namespace) -> Coroutine[Any, Any, None]:
    from c42desktop.commands import account
    from c42desktop.commands.account_options import given_in

    match options.action:
        case "add":
            return account.add(context, options.jid, given_in(options))
        case "edit":
            how = {"untried": options.untried, "accept_weaker": options.accept_weaker}
            return account.edit(context, options.jid, given_in(options), **how)
        case "enable" | "disable":
            return account.set_enabled(context, options.jid, enabled=options.action == "enable")
        case "remove":
            return account.remove(context, options.jid, keep_calendars=options.keep_calendars)
    return account.show(context)


def _offline_command(context: Context, options: argparse.Namespace) -> Coroutine[Any, Any, None]:
    from c42desktop.commands import agenda, calendars, export, import_

    match options.command:
        case "import":
            return import_.import_file(
                context, options.file, options.into, options.name, options.account, as_json=options.json
            )
        case "export":
            return export.export(context, options.calendar, options.event, options.output)
        case "agenda":
            return agenda.show(context, options.begin, options.end, options.file or "", as_json=options.json)
        case "decode":
            return agenda.decode(options.file, as_json=options.json)
    return calendars.show(context, as_json=options.json)


def parser() -> argparse.ArgumentParser:
    """The grammar of the command line."""
    top = argparse.ArgumentParser(
        prog="c42desktop",
        description=_("Calendars that tell you when they change. Without a command: the tray application."),
        epilog=_environment(),
        parents=[_common(default=True)],
    )
    top.add_argument("--version", action="version", version=f"c42desktop {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    def add(name: str, text: str, *also: argparse.ArgumentParser) -> argparse.ArgumentParser:
        parents = [_common(), *also]
        return commands.add_parser(name, help=text, description=text, epilog=_environment(), parents=parents)

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
    remove.add_argument("--keep-calendars", action="store_true", help=_("keep its calendars as they are, to look at"))


def _common(*, default: bool = False) -> argparse.ArgumentParser:
    """Options of every command, before or after its name; only the outermost parser sets defaults."""
    common = argparse.ArgumentParser(add_help=False)
    absent: Any = "" if default else argparse.SUPPRESS
    common.add_argument("--profile", metavar="DIR", default=absent, help=_("keep settings, calendars and logs there"))
    common.add_argument(
        "-v", "--verbose", action="store_true", default=False if default else argparse.SUPPRESS, help=_("log more")
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
