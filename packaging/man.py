"""The manual page c42desktop(1), made of the grammar of the command line: python packaging/man.py [--check]

Without --check it is written to packaging/linux/c42desktop.1; with it, fails where that is not up to date.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(_name, None)  # in English, whoever makes it
sys.path.insert(0, str(Path(__file__).parent.parent))

from c42desktop import __version__  # noqa: E402
from c42desktop.grammar import parser  # noqa: E402

CHANGES = Path(__file__).parent.parent / "CHANGELOG.md"
PAGE = Path(__file__).parent / "linux/c42desktop.1"

HEAD = r""".SH NAME
c42desktop \- calendars that tell you when they change
.SH SYNOPSIS
.B c42desktop
.RI [ OPTIONS ]
.RI [ COMMAND
.IR \&... ]
.SH DESCRIPTION
Follows calendars on XMPP servers by publish/subscribe (XEP\-0060).
What changes there is pushed, and a notification says what happened.
.PP
Without a command it is the application, with its window and its icon in the
tray.
Commands need no screen."""

COMMON = r""".PP
These options may stand before a command or after its name, except for
.B \-\-version
and
.BR \-\-hidden ,
which stand alone."""

FOOT = r""".SH ENVIRONMENT
.TP
.B C42DESKTOP_PROFILE
A folder, as with
.BR \-\-profile .
.TP
.B C42DESKTOP_PASSWORD_FILE
A file with the password in its first line, which only you may read.
.TP
.BR LANGUAGE ", " LC_ALL ", " LC_MESSAGES ", " LANG
The language of the commands.
The window has the one of its preferences.
.TP
.BR https_proxy ", " all_proxy ", " no_proxy
The proxies for commands, where the account names none.
.SH FILES
With
.BR \-\-profile ,
all of them are in that folder.
Otherwise they are where
.BR XDG_CONFIG_HOME ,
.B XDG_DATA_HOME
and
.B XDG_STATE_HOME
say, which usually is:
.TP
.I \(ti/.config/c42desktop/settings.toml
Accounts and preferences.
Passwords are in the keyring.
.TP
.I \(ti/.local/share/c42desktop/calendars.sqlite
The calendars as last known, and what was told.
.TP
.I \(ti/.local/state/c42desktop/log/c42desktop.log
What happened, in three files of a megabyte at most.
No passwords, and nothing of what is in events.
.TP
.I \(ti/.local/state/c42desktop/log/crash\-reports
What is known of runs that ended unexpectedly.
The next start offers to show it; nothing is sent anywhere.
.SH EXIT STATUS
.TP
.B 0
It is done.
.TP
.B 1
It is not; a sentence on standard error says why.
.TP
.B 2
The command line makes no sense.
.TP
.B 130
Ended by Ctrl\-C.
.SH EXAMPLES
.TP
.B c42desktop account add ann@example.org
Sign in, and keep the account.
.TP
.B c42desktop subscribe \(dqxmpp:pubsub.example.org?;node=team\(dq
Follow a calendar.
The quotes are for the shell.
.TP
.B c42desktop agenda \-\-from 2026\-12\-01 \-\-to 2026\-12\-31
Show what is on in December.
.TP
.B c42desktop watch \-\-json
A line for each change, as it is pushed, for other programs.
.TP
.B c42desktop export Team \-o team.ics
Write a calendar as a file.
.TP
.B c42desktop \-\-log\-level debug
Start the window, and log all there is to say.
.TP
.B c42desktop doctor
Say what does not work, and what to do about it."""


def page() -> str:
    """The whole page, in the macros of man(7)."""
    top = parser()
    parts = [f'.TH C42DESKTOP 1 "{_released()}" "c42desktop {__version__}" "User Commands"', HEAD]
    parts += [".SH OPTIONS", *_options(top), COMMON, ".SH COMMANDS"]
    for words, command in _commands(top, ()):
        parts += [f".SS {_plain(_usage(words, command))}", *_filled(command.description or ""), *_options(command, top)]
    return "\n".join([*parts, FOOT]) + "\n"


def _released() -> str:
    """The day of this version, once it has one."""
    found = re.search(rf"^## {re.escape(__version__)} – (\d{{4}}-\d\d-\d\d)$", CHANGES.read_text("utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _commands(
    of: argparse.ArgumentParser, words: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    """Each command that does something, with the words that lead to it."""
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                inner = list(_commands(command, (*words, name)))
                yield from inner or [((*words, name), command)]


def _usage(words: Iterable[str], command: argparse.ArgumentParser) -> str:
    named = [each for each in command._actions if not each.option_strings]
    return " ".join([*words, *(f"[{each.metavar}...]" if each.nargs == "*" else str(each.metavar) for each in named)])


def _options(of: argparse.ArgumentParser, known: argparse.ArgumentParser | None = None) -> Iterator[str]:
    """What can be given to it, but for what every command takes."""
    common = {option for action in known._actions for option in action.option_strings} if known else set()
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction) or not action.help or common & set(action.option_strings):
            continue
        value = str(action.metavar or "/".join(action.choices or ())) if action.nargs != 0 else ""
        names = ", ".join(action.option_strings) or str(action.metavar)
        yield ".TP"
        yield f".B {_plain(names)}" + (f" \\fI{_plain(value)}\\fP" if value and action.option_strings else "")
        yield from _filled(action.help.replace("%%", "%").replace("%(prog)s", of.prog))


def _filled(text: str) -> Iterator[str]:
    """Each sentence on lines of its own, as roff likes it: then it knows where one ends."""
    for sentence in re.split(r"(?<=[.!?]) (?=[A-Z])", text):
        yield from (
            _plain(line) for line in textwrap.wrap(sentence, 70, break_long_words=False, break_on_hyphens=False)
        )


def _plain(text: str) -> str:
    """As roff takes it: what it would read as its own is escaped."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = (
        re.sub(r"[“”]", "\\(dq", text)
        .replace("’", "\\(cq")
        .replace("…", "...")
        .replace("–", "\\(en")
        .replace("→", "\\(->")
    )
    return re.sub(r"^([.'])", r"\\&\1", text)


def main() -> int:
    """Write the page, or say that it is not up to date."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true")
    if options.parse_args().check:
        if PAGE.read_text(encoding="utf-8") == page():
            return 0
        print("packaging/linux/c42desktop.1 is not up to date: run python packaging/man.py")
        return 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
