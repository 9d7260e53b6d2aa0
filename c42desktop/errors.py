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
