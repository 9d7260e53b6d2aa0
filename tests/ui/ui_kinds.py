"""One of each kind of entry, on Ann's Sunday (see ui_fakes)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from ui_dutch import said
from ui_fakes import BRAM, NOW, at, entry, item, occurrence

from c42desktop.calendar.model import (
    Attachment,
    Details,
    Event,
    EventType,
    Invitation,
    Leg,
    Meeting,
    Moment,
    Person,
    Personal,
    Place,
    Question,
    Reference,
    Status,
    Trip,
)
from c42desktop.ui.agenda_rows import Entry

HOME = Place(said("Home"), 51.9161, 4.4637)
ROTTERDAM = Place("Rotterdam Centraal", 51.9244, 4.4699)
UTRECHT = Place("Utrecht Centraal", 52.0893, 5.1101)
OFFICE = Place(said("Office, Croeselaan 18"), 52.0866, 5.1063)
LATE = timedelta(minutes=8)


def todo(summary: str, due: Moment | None = None, **fields: object) -> Entry:
    """A to-do without a start."""
    uid = summary.lower().replace(" ", "-")
    event = Event(uid, said(summary), type=EventType.TODO, due=due, busy=False, **fields)  # type: ignore[arg-type]
    return Entry(item("ann", uid), (), (event,))


TRAIN_LEGS = (
    Leg("walk", at(22, 16, 52), at(22, 17, 4), HOME, ROTTERDAM, length=900),
    Leg("transit", at(22, 17, 12), at(22, 17, 50), ROTTERDAM, UTRECHT, LATE, LATE, True, "IC 2241", 57_300),
    Leg("bicycle", at(22, 17, 56), at(22, 18, 3), UTRECHT, OFFICE, length=1_600),
)
TRAIN = Event(
    uid="train",
    summary=said("Train to Utrecht"),
    start=at(22, 16, 52),
    end=at(22, 18, 3),
    location="Rotterdam Centraal",
    type=EventType.DEPART_FROM,
    trip=Trip(UTRECHT, TRAIN_LEGS, "success", 59_800),
    related=("workshop",),
    buffer=timedelta(minutes=15),
)
DRIVE = Event(
    uid="drive",
    summary=said("Drive to the airport"),
    start=at(23, 6, 40),
    end=at(23, 7, 20),
    location=said("Home"),
    type=EventType.ARRIVE_BY,
    trip=Trip(
        Place("Schiphol"),
        (Leg("car", at(23, 6, 40), at(23, 7, 20), HOME, Place("Schiphol"), -timedelta(minutes=8), real_time=True),),
        "success",
        62_000,
    ),
)
ROUTE = Event(
    uid="route",
    summary=said("Round the lake"),
    location="Kralingse Plas",
    type=EventType.ROUTE,
    trip=Trip(Place("Rotterdam Centraal"), (), "success", 7_400),
)
BUDGET = Event(
    uid="budget",
    summary=said("Budget 2027"),
    start=at(23, 10, 30),
    end=at(23, 11, 30),
    location=said("Room 12"),
    organizer=BRAM,
    attendees=(BRAM, Person("Ann Jansen", "xmpp:ann@example.org", "needs-action"), Person("Vera Kok")),
    personal=Personal(
        "needs-action",
        "invited_write",
        Invitation(BRAM, "Could you bring last year's figures?", NOW.astimezone(UTC) - timedelta(hours=2)),
    ),
)
WORKSHOP = Event(
    uid="workshop",
    summary=said("Workshop on calendars"),
    start=at(24, 13),
    end=at(24, 17),
    location="De Kuip, Van Zandvlietplein 1, Rotterdam",
    description="We try what people understand at first sight.",
    url="https://example.org/workshop",
    organizer=Person("Vera Kok", "xmpp:vera@example.org", "accepted"),
    attendees=(Person("Ann Jansen", "xmpp:ann@example.org", "accepted"), BRAM),
    categories=("Design", "Research"),
    personal=Personal("accepted", "subscribed_write"),
    details=Details(
        places=(
            Place("De Kuip, Van Zandvlietplein 1, Rotterdam", 51.8939, 4.5231),
            Place("Restaurant De Lunchroom", 51.9, 4.52),
        ),
        meetings=(
            Meeting("https://meet.example.org/workshop", said("Video call"), "The code is 4711."),
            Meeting("xmpp:workshop@rooms.example.org?join", "Chat room"),
        ),
        attachments=(
            Attachment("https://files.example.org/plan.pdf", "Plan of the day.pdf", "application/pdf", 1_240_000),
            Attachment("https://files.example.org/room.jpg", "", "image/jpeg", 86_000),
            Attachment("file:///etc/passwd", "Local notes.txt", "text/plain"),
        ),
        picture="https://files.example.org/poster.png",
        questions=(
            Question("menu", "What do you eat?", "list-single", (("v", "Vegetarian"), ("f", "Fish")), True),
            Question("bike", "Do you come by bicycle?", "boolean"),
        ),
        references=(
            Reference("comments", "pubsub.example.org", "workshop/comments"),
            Reference("invitees", "pubsub.example.org", "workshop/invitees"),
        ),
        languages=("nl", "en"),
        wheelchair="partial",
    ),
)
REPORT = todo(
    "Send the report",
    at(22, 17),
    description=said("To Vera and the board."),
    details=Details(priority=1, progress=40),
)
MAYBE = Person("Ann Jansen", "xmpp:ann@example.org", "tentative")


MISSED = replace(
    TRAIN,
    trip=replace(
        TRAIN.trip or Trip(),
        legs=(
            TRAIN_LEGS[0],
            replace(TRAIN_LEGS[1], end=at(22, 18, 2), arrival_delay=timedelta(minutes=20)),
            replace(TRAIN_LEGS[2], mode="transit", line="Bus 12", real_time=True),
        ),
    ),
)
NO_WAY = replace(TRAIN, trip=Trip(UTRECHT, (), "error"))
BLOCK = Event(
    "block",
    said("Deep work"),
    at(22, 14),
    at(22, 16),
    type=EventType.TIME_BLOCK,
    busy=False,
    personal=Personal("", "subscribed_read"),
)
SUGGESTION = Event(
    "dinner",
    said("Dinner with Sam"),
    at(22, 19),
    at(22, 21),
    location="Café Noord",
    suggested=True,
    busy=False,
    personal=Personal("tentative"),
    timezone="Asia/Tokyo",
    description="You have not seen each other for a while.",
)
VERA = entry(
    "ann",
    "Call with Vera",
    at(22, 14),
    at(22, 14, 45),
    details=Details(meetings=(Meeting("https://meet.example.org/vera", said("Video call")),)),
)


def kinds() -> list[Entry]:
    """Every kind of row."""
    return [
        entry("holidays", "Sinterklaas", date(2026, 11, 22), date(2026, 11, 23), busy=False),
        entry("team", "Focus week", date(2026, 11, 22), date(2026, 11, 24), type=EventType.TIME_BLOCK, busy=False),
        todo("Call the dentist", at(20, 12)),
        todo("Water the plants", date(2026, 11, 22)),
        todo("Pay the rent", at(22, 11), status=Status.COMPLETED),
        REPORT,
        todo("Renew the passport", details=Details(priority=1)),
        todo("Read the book Vera lent"),
        todo("Buy a lamp", status=Status.COMPLETED, modified=datetime(2026, 11, 22, 9, tzinfo=UTC)),
        entry("team", "Stand-up", at(22, 9), at(22, 9, 15), "s1", location="Room 4"),
        VERA,
        entry("ann", "Deep work", at(22, 14), at(22, 16), type=EventType.TIME_BLOCK, busy=False),
        entry("team", "Design review", at(22, 15), at(22, 16), "design", location="Room 4"),
        Entry(item("travel", "train"), (occurrence(TRAIN),)),
        entry("ann", "Dinner with Sam", at(22, 19), at(22, 21), suggested=True, location="Café Noord"),
        Entry(item("travel", "drive"), (occurrence(DRIVE),)),
        Entry(item("team", "budget"), (occurrence(BUDGET),)),
        entry("team", "All hands", at(23, 13), at(23, 14), location="Hall", personal=Personal("declined")),
        entry("team", "Drinks", at(23, 17), at(23, 19), personal=Personal("tentative"), attendees=(MAYBE,)),
        entry(
            "travel",
            "Bus home",
            at(23, 19, 12),
            at(23, 19, 40),
            type=EventType.DEPART_FROM,
            status=Status.CANCELLED,
            location="Utrecht",
            trip=Trip(HOME),
        ),
        Entry(item("team", "workshop"), (occurrence(WORKSHOP),)),
        Entry(item("travel", "route"), (), (ROUTE,)),
        Entry(item("team", "broken"), (), (Event("x", "Sommerfest", problem="Its start is not a date."),)),
    ]
