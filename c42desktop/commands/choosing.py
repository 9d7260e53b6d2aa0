"""Which account a command is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.settings import Account


def enabled(accounts: Sequence[Account], jid: str, complain: Callable[[str], None]) -> list[Account]:
    """All that are not signed out, or only `jid`; `complain` gets which are left out. Raises UserError."""
    if not accounts:
        raise UserError(_("There is no account yet. Add one with: c42desktop account add JID"))
    chosen = [account for account in accounts if jid.casefold() in ("", account.jid.casefold())]
    if not chosen:
        raise UserError(_("There is no account {jid} here.").format(jid=jid))
    found = [account for account in chosen if account.enabled]
    signed_out = ", ".join(account.jid for account in chosen if not account.enabled)
    if not found:
        hint = _("Signed out: {accounts}. Sign in again with: c42desktop account enable {jid}")
        raise UserError(hint.format(accounts=signed_out, jid=chosen[0].jid))
    if signed_out:
        complain(_("Signed out, and left out here: {accounts}.").format(accounts=signed_out))
    return found


def one(accounts: Sequence[Account], jid: str, complain: Callable[[str], None]) -> Account:
    """The account `jid`, or the only one there is. Raises UserError."""
    chosen = enabled(accounts, jid, complain)
    if len(chosen) > 1:
        names = ", ".join(account.jid for account in chosen)
        raise UserError(_("There are several accounts ({names}). Choose one with --account.").format(names=names))
    return chosen[0]
