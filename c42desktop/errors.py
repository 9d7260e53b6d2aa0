"""The errors of this program.

Every sentence in a `UserError` is read by a person: it says what happened and what to do about it.
"""


class C42Error(Exception):
    """The root of every error this program raises on purpose."""


class UserError(C42Error):
    """An error whose message is the sentence the person reads.

    `field` names the input the sentence belongs to ("address", "password", "host", "ca_file", "uri"), so that
    a form can show it beside that field; it is empty where no single input is at fault.
    """

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


def words_of(error: OSError) -> str:
    """What no part foresaw – a full disk, a file taken away meanwhile – in the system's words."""
    return ": ".join(str(part) for part in (error.filename, error.strerror or error) if part)
