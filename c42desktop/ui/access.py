"""Who may see a calendar, and who may do what with it, in words."""

from __future__ import annotations

from enum import StrEnum

from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext


class Access(StrEnum):
    """Who may see a calendar. Values are those of XEP-0060 §4.5."""

    OPEN = "open"
    ASK = "authorize"
    INVITED = "whitelist"
    CONTACTS = "presence"
    SOME_CONTACTS = "roster"
    UNKNOWN = ""

    @classmethod
    def _missing_(cls, value: object) -> Access:
        return cls.UNKNOWN

    @property
    def words(self) -> str:
        """For somebody who looks at it; "" where nobody knows."""
        return {
            Access.OPEN: _("Anyone can subscribe"),
            Access.ASK: _("You need to be let in by the owner"),
            Access.INVITED: _("Only people the owner has invited"),
            Access.CONTACTS: _("Only contacts of the owner"),
            Access.SOME_CONTACTS: _("Only some contacts of the owner"),
            Access.UNKNOWN: "",
        }[self]

    @property
    def choice(self) -> str:
        """For its owner, who chooses."""
        return {
            Access.OPEN: _("Anyone"),
            Access.ASK: _("People ask me first"),
            Access.INVITED: _("Only people I invite"),
            Access.CONTACTS: _("My contacts"),
            Access.SOME_CONTACTS: _("Some of my contacts"),
            Access.UNKNOWN: _("As it is now"),
        }[self]

    @property
    def consequence(self) -> str:
        """What comes of that choice."""
        return {
            Access.OPEN: _("Whoever knows or finds its address can see it."),
            Access.ASK: _("You allow or deny each person who wants to see it."),
            Access.INVITED: _("You say who can see it under “Share…”."),
            Access.CONTACTS: _("Everyone who may see when you are online can see it."),
            Access.SOME_CONTACTS: _("Those in the groups that are set at the server can see it."),
            Access.UNKNOWN: "",
        }[self]


class Role(StrEnum):
    """What somebody may do with a calendar. Values are those of XEP-0060 §4.1."""

    OWNER = "owner"
    EDIT = "publisher"
    ADD = "publish-only"
    SEE = "member"
    BLOCKED = "outcast"
    NONE = "none"

    @classmethod
    def _missing_(cls, value: object) -> Role:
        return cls.NONE

    @property
    def words(self) -> str:
        """In a list of roles."""
        return {
            Role.OWNER: _("Owner"),
            Role.EDIT: _("Can edit"),
            Role.ADD: _("Can only add"),
            Role.SEE: _("Can see"),
            Role.BLOCKED: _("Blocked"),
            Role.NONE: _("Remove"),
        }[self]


def subscribers_words(count: int) -> str:
    """How many read a calendar."""
    if not count:
        return _("No subscribers yet")
    return ngettext("{count} subscriber", "{count} subscribers", count).format(count=count)
