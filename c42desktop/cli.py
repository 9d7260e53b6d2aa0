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
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from c42desktop import assets, i18n
from c42desktop.calendar import names
from c42desktop.commands import output
from c42desktop.errors import C42Error, UserError, words_of
from c42desktop.grammar import parser
from c42desktop.i18n import gettext as _
from c42desktop.startup import Startup

if TYPE_CHECKING:
    from c42desktop.commands.context import Context
    from c42desktop.profile import Profile


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
    except OSError as error:
        output.complain(f"c42desktop: {words_of(error)}")
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
    profile = _profile(options.profile)
    if options.command in (None, "open"):
        return _open(profile, _startup(options))
    if options.command == "demo":
        return _demo(every=options.every, terminal=options.terminal, log_level=_log_level(options))
    import asyncio

    from c42desktop import log
    from c42desktop.commands.context import Context

    context = Context(
        profile, f"c42desktop {options.command}", password_stdin=getattr(options, "password_stdin", False)
    )
    log.to_terminal(_log_level(options))
    if options.command == "doctor":
        from c42desktop.commands import doctor

        return asyncio.run(doctor.examine(context, as_json=options.json))
    command = _command(context, options)
    gc.freeze()  # what was imported stays: it need not be looked at for garbage
    asyncio.run(command)
    return 0


def _open(profile: Profile, startup: Startup) -> int:
    """The tray application; where it runs already, that one is handed what this one was started for."""
    from c42desktop.controllers.start_failure import said_in_a_window
    from c42desktop.instance.finding import start

    def run() -> int:
        _speak_as_chosen(profile)
        from c42desktop.running import run_app

        return run_app(profile, startup)

    with said_in_a_window(profile.log):
        return start(profile, startup, run)


def _startup(options: argparse.Namespace) -> Startup:
    targets = tuple(_absolute(target) for target in getattr(options, "targets", ()))
    return Startup(getattr(options, "hidden", False), targets, _log_level(options, usual="info", more="debug"))


def _log_level(options: argparse.Namespace, *, usual: str = "warning", more: str = "info") -> str:
    """A level that is named counts more than -v, which is `more` than the `usual` one."""
    return str(options.log_level) or (more if options.verbose else usual)


def _absolute(target: str) -> str:
    """A path from here: the application that is to open it may be elsewhere."""
    from c42desktop.targets import is_uri

    return target if is_uri(target) else str(Path(target).absolute())


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


def _demo(*, every: float, terminal: bool, log_level: str) -> int:
    """The demo on the screen, or in the terminal where there is none."""
    from c42desktop import log
    from c42desktop.demo.run import run_in_terminal, staged
    from c42desktop.screen import has_screen

    log.to_terminal(log_level)
    if not terminal and has_screen():
        from c42desktop.running import run_demo_app

        return run_demo_app(lambda: staged(every))
    if not terminal:
        output.say(_("There is no screen here, so the demo runs in this terminal. Ctrl-C ends it."))
    return run_in_terminal(every)


def _command(context: Context, options: argparse.Namespace) -> Coroutine[Any, Any, None]:
    if options.command in ("agenda", "decode", "calendars", "import", "export"):
        return _offline_command(context, options)
    if options.command in ("backup", "restore"):
        from c42desktop.commands import backup

        return (backup.backup if options.command == "backup" else backup.restore)(context, options.file)
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
        case "remove" if options.purge:
            from c42desktop.commands import purging

            return purging.purge(context, options.jid, agreed=options.yes)
        case "remove":
            return account.remove(context, options.jid, keep_calendars=options.keep_calendars, agreed=options.yes)
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
