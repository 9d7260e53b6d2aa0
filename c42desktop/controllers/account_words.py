"""What is said of an account: in the sidebar, the tray and the banner. Pure."""

from __future__ import annotations

from math import ceil

from c42desktop.controllers.countdown import MINUTES_FROM
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.ui.account_line import AccountState
from c42desktop.ui.tray import TrayState
from c42desktop.xmpp.login import State, Status

ATTENTION = (State.REFUSED, State.WAITING, State.OFFLINE, State.CONNECTING, State.ONLINE)
"""Who needs it most comes first."""


def words_for(status: Status) -> str:
    """A status in the few words of the account line."""
    match status.state:
        case State.ONLINE if status.via:
            return _("Online over {way}").format(way=status.via)
        case State.ONLINE:
            return _("Online")
        case State.CONNECTING:
            return _("Connecting…")
        case State.WAITING if status.retry_in > MINUTES_FROM:
            minutes = ceil(status.retry_in / 60)
            words = ngettext("Offline · next try in {minutes} min", "Offline · next try in {minutes} min", minutes)
            return words.format(minutes=minutes)
        case State.WAITING:
            return _("Offline · next try in {seconds} s").format(seconds=max(1, round(status.retry_in)))
        case State.REFUSED:
            return _("Not signed in")
    return _("Offline")


def has_certificate(status: Status) -> bool:
    """Whether a certificate was refused that the person may look at."""
    return bool(status.fingerprint and status.pin)


def reason_for(status: Status) -> str:
    """Why: the fingerprint is left out where a dialog shows it better."""
    return status.reason if has_certificate(status) else status.sentence


def remedy_for(status: Status) -> str:
    """The words for what would help, "" where nothing is to be done."""
    if status.state is State.ONLINE or status.state is State.CONNECTING:
        return ""
    if status.state is not State.REFUSED:
        return _("Connect now")
    if has_certificate(status):
        return _("Show certificate…")
    known = {"": _("Connect again"), "password": _("Enter password…"), "mechanism": _("Accept the weaker way…")}
    return known.get(status.field, _("Server settings…"))


def state_of(status: Status) -> AccountState:
    """The dot in the sidebar."""
    known = {
        State.ONLINE: AccountState.ONLINE,
        State.CONNECTING: AccountState.CONNECTING,
        State.REFUSED: AccountState.REFUSED,
    }
    return known.get(status.state, AccountState.OFFLINE)


def tray_state_of(status: Status) -> TrayState:
    """The icon in the tray."""
    if status.state is State.ONLINE:
        return TrayState.ONLINE
    return TrayState.CONNECTING if status.state is State.CONNECTING else TrayState.OFFLINE


def named(jid: str, sentence: str, *, several: bool) -> str:
    """A sentence about an account, with its address where it could be another one's."""
    return sentence if not several or jid in sentence else f"{jid}: {sentence}"
