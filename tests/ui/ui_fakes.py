"""The data of the drawings: Ann's Sunday, 22 November 2026, 13:35 in Amsterdam."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from ui_dutch import said

from c42desktop.calendar.model import (
    Alarm,
    Calendar,
    CalendarRef,
    Change,
    ChangeKind,
    Event,
    FieldChange,
    ItemRef,
    Moment,
    Occurrence,
    Person,
    Status,
)
from c42desktop.doctor.finding import Finding, Outcome
from c42desktop.presence import Presence, Show
from c42desktop.ui.agenda_rows import Entry
from c42desktop.ui.diagnose import DiagnoseDialog
from c42desktop.ui.pills import Pill, PillKind

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 22, 13, 35, tzinfo=ZONE)


def ref(node: str) -> CalendarRef:
    return CalendarRef("ann@example.org", "calendars.example.org", node)


def at(day: int, hour: int, minute: int = 0, *, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


def item(node: str, item_id: str) -> ItemRef:
    return ItemRef(ref(node), item_id)


def occurrence(event: Event) -> Occurrence:
    assert event.start is not None
    return Occurrence(event, event.start, event.end if event.end is not None else event.start)


def entry(node: str, summary: str, start: Moment, end: Moment, item_id: str = "", **fields: object) -> Entry:
    uid = item_id or summary.lower().replace(" ", "-")
    where = said(str(fields.pop("location", "")))
    event = Event(uid, said(summary), start, end, location=where, **fields)  # type: ignore[arg-type]
    return Entry(item(node, uid), (occurrence(event),))


TEAM, ANN, TRAVEL, HOLIDAYS, FACILITIES = (ref(node) for node in ("team", "ann", "travel", "holidays", "facilities"))

CALENDARS = (
    Calendar(TEAM, said("Product team"), said("Releases and reviews"), "#0e7c86"),
    Calendar(ANN, "Ann", "", "#7c5cd6"),
    Calendar(TRAVEL, said("Travel"), "", "#c2410c"),
    Calendar(HOLIDAYS, said("Public holidays"), "", "#2f7d32"),
    Calendar(FACILITIES, said("Facilities"), "", "#6b7280", visible=False),
)

BRAM = Person("Bram de Vries", "xmpp:bram@example.org", "accepted")
PEOPLE = (BRAM, Person("Ann Jansen", "xmpp:ann@example.org", "accepted"), Person("Vera Kok", "xmpp:vera@example.org"))

PRESENCES = {
    "bram@example.org": Presence(),
    "ann@example.org": Presence(),
    "vera@example.org": Presence(Show.DND, said("In a meeting until 15:00")),
}

DESIGN = Event(
    uid="design",
    summary=said("Design review"),
    start=at(22, 15),
    end=at(22, 16),
    location=said("Room 4, Lloydstraat 138, Rotterdam"),
    description=said(
        "Bring the two candidate flows. We decide which one goes into the freeze.\n\nhttps://example.org/flows"
    ),
    organizer=BRAM,
    attendees=PEOPLE,
    alarms=(Alarm(before=timedelta(minutes=10)),),
    rrules=("FREQ=WEEKLY;INTERVAL=2",),
)
DESIGN_ITEM = item("team", "design")


def entries() -> list[Entry]:
    singapore = ZoneInfo("Asia/Singapore")
    return [
        entry("holidays", "Release freeze", date(2026, 11, 21), date(2026, 11, 25)),
        entry("team", "Stand-up", at(22, 9), at(22, 9, 15), "s1", location="Room 4"),
        entry("ann", "Dentist", at(22, 11), at(22, 12), location="Lloydstraat 138, Rotterdam", status=Status.CANCELLED),
        entry("ann", "Call with Vera", at(22, 14), at(22, 14, 45), location="Video call"),
        Entry(DESIGN_ITEM, (occurrence(DESIGN),)),
        entry(
            "travel",
            "Train to Utrecht",
            at(22, 17, 12),
            at(22, 17, 50),
            location="Rotterdam Centraal → Utrecht Centraal",
        ),
        entry("team", "Stand-up", at(23, 9), at(23, 9, 15), "s2", location="Room 4"),
        entry("team", "Budget 2027", at(23, 10, 30), at(23, 11, 30), location="Room 12", status=Status.TENTATIVE),
        entry("team", "Retro", at(23, 16), at(23, 17, 30), location="Room 4"),
        entry(
            "ann",
            "Breakfast with the board",
            datetime(2026, 11, 25, 15, 30, tzinfo=singapore),
            datetime(2026, 11, 25, 16, tzinfo=singapore),
            timezone="Asia/Singapore",
        ),
    ]


PILLS = {
    DESIGN_ITEM: Pill(PillKind.MOVED, said("Moved from 14:00")),
    item("team", "retro"): Pill(PillKind.NEW, said("New")),
    item("travel", "train-to-utrecht"): Pill(PillKind.CHANGED, said("Changed")),
}

MOVED = Change(
    kind=ChangeKind.CHANGED,
    calendar=TEAM,
    item_id="design",
    summary=said("Design review"),
    at=NOW - timedelta(minutes=2),
    fields=(
        FieldChange("start", "2026-11-22T14:00:00+01:00", "2026-11-22T15:00:00+01:00"),
        FieldChange("end", "2026-11-22T15:00:00+01:00", "2026-11-22T16:00:00+01:00"),
        FieldChange("location", said("Room 12"), said("Room 4")),
    ),
    event=DESIGN,
)


# What Help › Diagnose may find: the titles of the groups with the checks in them, and the findings of each.
CHECKS = [
    ("This computer", ["settings", "tray", "keyring"]),
    ("ann@example.org", ["websocket", "tcp", "certificate", "clock"]),
]
_EXPIRED = "The certificate of example.org is not trusted: it expired on 2026-11-01."
_FINGERPRINT = ":".join(["A9", "F1"] * 16)
FINDINGS = [
    [Finding("settings", Outcome.PASS, "/home/ann/.config/c42desktop/settings.toml has 1 account.")],
    [Finding("tray", Outcome.WARNING, "This desktop has no tray.", "Closing the window minimises it.")],
    [Finding("keyring", Outcome.PASS, "SecretService Keyring keeps passwords and gives them back.")],
    [Finding("websocket", Outcome.WARNING, "wss://example.org/ws is not XMPP.", "Check the URL.")],
    [
        Finding("tcp", Outcome.PASS, "xmpp.example.org port 5222 (STARTTLS) answers and speaks XMPP (TLS 1.3)."),
        Finding("tcp", Outcome.PASS, "xmpp.example.org port 443 (direct TLS) answers and speaks XMPP (TLS 1.3)."),
    ],
    [Finding("certificate", Outcome.FAILURE, _EXPIRED, f"Compare the fingerprint: {_FINGERPRINT}")],
    [Finding("clock", Outcome.SKIPPED, "Not checked: neither the server nor its web pages tell the time.")],
]


def begin_checks(dialog: DiagnoseDialog) -> None:
    """Help › Diagnose as it is when it was just opened."""
    dialog.begin()
    for title, checks in CHECKS:
        dialog.add_group(title, checks)
