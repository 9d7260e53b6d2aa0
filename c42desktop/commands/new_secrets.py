"""The secrets that `account add` and `account edit` are given, and where they stay."""

from __future__ import annotations

from c42desktop import credentials
from c42desktop.commands.context import Context, ask_password, checked, has_terminal, password_from_stdin
from c42desktop.commands.output import complain
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.proxies import key_in
from c42desktop.settings import Account
from c42desktop.xmpp.login import Proof


def new_password(context: Context, account: Account) -> tuple[str, bool]:
    """The secret to try, and whether it stays in its guarded file instead of the keyring."""
    if context.password_stdin:
        return password_from_stdin(), False
    in_file = credentials.from_file()
    if in_file is not None:
        return checked(in_file), True
    if account.login.proof is Proof.CERTIFICATE:
        return "", False  # most files with a key have none
    if not has_terminal():
        raise UserError(_("There is no terminal to ask for the password. Use --password-stdin."))
    return ask_password(account.jid), False


async def keep_proxy_password(context: Context, proxy: str) -> None:
    """Ask for it where there is somebody to ask, or take the second line of standard input. Raises UserError."""
    key = key_in(proxy)
    if not key or not (context.password_stdin or has_terminal()):
        return  # what is in the keyring stays
    password = password_from_stdin() if context.password_stdin else ask_password(key)
    try:
        await credentials.save_proxy(key, password)
    except credentials.NoKeyringError as error:
        raise UserError(
            _("The password of the proxy cannot be kept: {why}").format(why=error), field="proxy"
        ) from error


async def keep(jid: str, password: str) -> bool:
    """Put the secret of an account into the keyring; False where that cannot be, which is said."""
    try:
        await credentials.save(jid, password)
    except credentials.NoKeyringError as error:
        sentence = _("The password is not kept: {why} Give it again with {variable} or --password-stdin.")
        complain(sentence.format(why=error, variable=credentials.FILE_VARIABLE))
        return False
    return True
