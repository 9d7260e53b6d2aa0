"""Calendars are looked for, made, shared and deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gallery_agenda import window
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from ui_dutch import said

from c42desktop.ui.access import Access, Role
from c42desktop.ui.add_calendar import AddCalendarDialog
from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.calendar_form import CalendarDraft, CalendarForm, Place, new_calendar_form, settings_form
from c42desktop.ui.delete_calendar import delete_dialog
from c42desktop.ui.offer_pane import Preview
from c42desktop.ui.offer_pane import Upcoming as NextEvent
from c42desktop.ui.offers import CalendarInfo
from c42desktop.ui.share import ShareDialog
from c42desktop.ui.share_rows import SharedWith

ROOMS = "Who has which room, Rotterdam and Utrecht"
YEARS = "The Netherlands, 2026 and 2027"
PLAN = "What the product team does this quarter, and who is away."
LUNCH = "Lunch with the people from Utrecht who visit us for the first time"


def add_calendar() -> AddCalendarDialog:
    made = AddCalendarDialog()
    made.set_services(["calendars.example.org", "pubsub.example.org"])
    infos = [
        CalendarInfo("calendars.example.org", "team", said("Product team"), said("Releases and reviews"), True),
        CalendarInfo("calendars.example.org", "rooms", said("Meeting rooms"), said(ROOMS)),
        CalendarInfo("calendars.example.org", "oncall", said("On call"), ""),
        CalendarInfo("calendars.example.org", "holidays", said("Public holidays"), said(YEARS), True),
        CalendarInfo("calendars.example.org", "urn:x:7f3a", "", "A calendar that has no name"),
    ]
    made.set_calendars("calendars.example.org", infos)
    made.show()
    return made


TEAM_OFFER = CalendarInfo(
    "calendars.example.org",
    "urn:x:plan",
    said("Team plan"),
    said(PLAN),
    access=Access.ASK,
    subscribers=12,
    owner="vera.kok@example.org",
)


NEXT = Preview(
    (
        NextEvent(said("Today 15:00 – 16:00"), said("Release review")),
        NextEvent(said("Tomorrow 09:30 – 09:45"), said("Stand-up")),
        NextEvent(said("Wednesday"), said("Design day")),
        NextEvent(said("Thursday 13:00 – 14:00"), said(LUNCH)),
        NextEvent(said("Mon 30 Nov 10:00 – 11:00"), said("Planning")),
    )
)


def add_calendar_preview() -> AddCalendarDialog:
    made = add_calendar()
    made.set_calendars("calendars.example.org", [*made.offered(), TEAM_OFFER])
    made.show_offer(TEAM_OFFER)
    made.set_preview(TEAM_OFFER, NEXT)
    return made


def add_calendar_phone() -> AddCalendarDialog:
    made = add_calendar()
    made.resize(360, 640)
    return made


def add_calendar_preview_phone() -> QWidget:
    made = add_calendar_phone()
    made.show_offer(TEAM_OFFER)
    made.set_preview(TEAM_OFFER, NEXT)
    return made


def add_calendar_uri() -> QWidget:
    made = add_calendar()
    made.offer("xmpp:calendars.example.org?;node=garden")
    shown = CalendarInfo("calendars.example.org", "garden", "Garden club", access=Access.INVITED)
    made.show_offer(shown)
    made.set_preview(shown, Preview(note=said("Events can be seen once you subscribe.")))
    return made


def add_calendar_pending() -> QWidget:
    made = add_calendar()
    made.show_offer(replace(TEAM_OFFER, subscribed=True, pending=True))
    return made


def new_calendar() -> CalendarForm:
    made = new_calendar_form("#7c5cd6")
    made.set_places(
        [
            Place("ann@example.org", "calendars.example.org", tuple(Access)[:3], "calendars.example.org"),
            Place("ann@example.org", "ann@example.org", (Access.INVITED,), "At my account, ann@example.org"),
        ]
    )
    made.show()
    return made


def new_calendar_refused() -> QWidget:
    made = new_calendar()
    made.show_error("You may not make calendars at calendars.example.org. Choose another place.", "place")
    return made


def calendar_settings() -> QWidget:
    draft = CalendarDraft(said("Team plan"), said(PLAN), Access.ASK)
    made = settings_form(draft, tuple(Access)[:3])
    made.show()
    return made


def share() -> QWidget:
    made = ShareDialog(said("Team plan"), "xmpp:calendars.example.org?;node=plan")
    made.set_access(Access.ASK)
    made.set_people(
        [
            SharedWith("bram.de.vries@example.org", Role.NONE, "Bram de Vries", waits=True),
            SharedWith("ann@example.org", Role.OWNER, is_me=True, fixed=said("A calendar keeps at least one owner.")),
            SharedWith("vera.kok@example.org", Role.EDIT, "Vera Kok"),
            SharedWith("a.very.long.address.of.somebody@subdomain.example.com", Role.SEE),
            SharedWith("noor@example.org", Role.BLOCKED, "Noor"),
        ]
    )
    made.show_refused("noor@example.org", said("You have no access to this calendar. Ask its owner."))
    made.show()
    return made


class NarrowScreen:
    """What a dialog asks of the screen it is on."""

    def availableGeometry(self) -> QRect:  # noqa: N802
        return QRect(0, 0, 360, 640)


def share_phone() -> QWidget:
    made = share()
    made.screen = NarrowScreen  # type: ignore[method-assign, assignment, return-value]
    made.setMinimumSize(0, 0)
    made.resize(360, 640)
    return made


def delete_calendar() -> QWidget:
    made = delete_dialog(said("Team plan"), 42, 3)
    made.show()
    return made


def approval_banner() -> QWidget:
    made = window()
    text = "Vera Kok (vera.kok@example.org) asks to see “Team plan”."
    choices = (("allow-access", said("Allow")), ("deny-access", said("Deny")))
    made.set_banner(BannerText(BannerKind.INFO, text, said("Close"), choices))
    made.show()
    return made


def approval_banner_phone() -> QWidget:
    made = approval_banner()
    made.resize(360, 640)
    return made


SCENES: tuple[Callable[[], QWidget], ...] = (
    add_calendar,
    add_calendar_preview,
    add_calendar_phone,
    add_calendar_preview_phone,
    add_calendar_uri,
    add_calendar_pending,
    new_calendar,
    new_calendar_refused,
    calendar_settings,
    share,
    share_phone,
    delete_calendar,
    approval_banner,
    approval_banner_phone,
)
