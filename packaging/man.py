"""The manual page c42desktop(1), made of the grammar of the command line: python packaging/man.py [--check]

Without --check it is written to packaging/linux/c42desktop.1; with it, fails where that is not up to date.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(_name, None)  # in English, whoever makes it
sys.path.insert(0, str(Path(__file__).parent.parent))

from c42desktop import __version__  # noqa: E402
from c42desktop.grammar import parser  # noqa: E402

PAGE = Path(__file__).parent / "linux/c42desktop.1"

HEAD = """.SH NAME
c42desktop \\- calendars that tell you when they change
.SH SYNOPSIS
.B c42desktop
.RI [ OPTIONS ]
.RI [ COMMAND
.IR \\&... ]
.SH DESCRIPTION
Calendars on XMPP servers, kept up to date by publish/subscribe (XEP-0060): what changes is pushed, and a notification
says what happened. Without a command it is the tray application. Commands work without a screen, beside it where they
only read."""

FOOT = """.SH ENVIRONMENT
.TP
.B C42DESKTOP_PROFILE
A folder, as with
.BR \\-\\-profile .
.TP
.B C42DESKTOP_PASSWORD_FILE
A file with the password in its first line, which only you may read.
.SH FILES
With
.BR \\-\\-profile ,
all of them are in that folder.
.TP
.I ~/.config/c42desktop/settings.toml
Accounts and preferences; no passwords: those are in the keyring.
.TP
.I ~/.local/share/c42desktop/calendars.sqlite
The calendars as last known, and what was told.
.TP
.I ~/.local/state/c42desktop/log/c42desktop.log
What happened, in three files of a megabyte at most; no secrets.
.SH EXIT STATUS
0 where it was done, 1 with one sentence on standard error where it was not, 2 for a command line that makes no sense,
130 after Ctrl\\-C.
.SH EXAMPLES
.TP
.B c42desktop account add ann@example.org
Sign in, and keep the account.
.TP
.B c42desktop subscribe \\(dqxmpp:pubsub.example.org?;node=team\\(dq
Follow a calendar. The quotes are for the shell.
.TP
.B c42desktop watch \\-\\-json
A line for each change, as it is pushed, for other programs."""


def page() -> str:
    """The whole page, in the macros of man(7)."""
    top = parser()
    parts = [f'.TH C42DESKTOP 1 "" "c42desktop {__version__}" "User Commands"', HEAD, ".SH OPTIONS", *_options(top)]
    parts.append(".SH COMMANDS")
    for words, command in _commands(top, ()):
        parts += [f".SS {_plain(_usage(words, command))}", _plain(command.description or ""), *_options(command, top)]
    return "\n".join([*parts, FOOT]) + "\n"


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
        yield f".B {_plain(names)} {_plain(value) if action.option_strings else ''}".rstrip()
        yield _plain(action.help.replace("%%", "%").replace("%(prog)s", of.prog))


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
