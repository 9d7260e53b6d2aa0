"""What one check found out: one line, with what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line

LONGEST = 300  # characters of what a server says of itself, among our own words


class Outcome(StrEnum):
    """How a check went. SKIPPED is neither good nor bad: it could not be looked at, or needs not be."""

    PASS = "pass"  # noqa: S105  # no password
    WARNING = "warning"
    FAILURE = "failure"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Finding:
    """`check` is one of those that `title_of` knows; `advice` is what to do, where there is something. `seconds` is
    how long it took."""

    check: str
    outcome: Outcome
    text: str
    advice: str = ""
    seconds: float | None = None


def passed(check: str, text: str) -> Finding:
    """All is well."""
    return Finding(check, Outcome.PASS, text)


def warned(check: str, text: str, advice: str = "") -> Finding:
    """It works, but not as it should."""
    return Finding(check, Outcome.WARNING, text, advice)


def failed(check: str, text: str, advice: str = "") -> Finding:
    """It does not work."""
    return Finding(check, Outcome.FAILURE, text, advice)


def skipped(check: str, text: str) -> Finding:
    """It was not looked at."""
    return Finding(check, Outcome.SKIPPED, text)


def title_of(check: str) -> str:
    """What a check is called."""
    return {
        "settings": _("Settings"),
        "store": _("Calendars"),
        "disk": _("Disk"),
        "log": _("Log"),
        "zone": _("Time zone"),
        "keyring": _("Keyring"),
        "screen": _("Screen"),
        "tray": _("Tray"),
        "notifications": _("Notifications"),
        "account": _("Account"),
        "proxy": _("Proxy"),
        "dns": _("DNS"),
        "tcp": _("TCP"),
        "websocket": _("WebSocket"),
        "bosh": _("BOSH"),
        "certificate": _("Certificate"),
        "mechanisms": _("Mechanisms"),
        "sign-in": _("Sign-in"),
        "pubsub": _("Calendar service"),
        "round-trip": _("Round trip"),
        "clock": _("Clock"),
    }[check]


def word_of(outcome: Outcome) -> str:
    """The mark in front of a finding, as a word."""
    return {
        Outcome.PASS: _("ok"),
        Outcome.WARNING: _("warning"),
        Outcome.FAILURE: _("failure"),
        Outcome.SKIPPED: _("skipped"),
    }[outcome]


def said(text: str) -> str:
    """What a server says, to stand among our own words."""
    return one_line(text, LONGEST)
