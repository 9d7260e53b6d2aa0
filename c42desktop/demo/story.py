"""What happens in the demo: three calendars around now, and the changes a colleague makes. Pure: now is a parameter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from c42desktop.demo.plan import ANN, TEAM, TRAVEL, Plan, Publish, Retract, Step, after


def beginning(now: datetime) -> list[Plan]:
    """The events that are there when the demo begins. `now` is aware, in the reader's zone."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    zone, today = now.tzinfo, now.date()

    def at(days: int, hours: int, minutes: int = 0) -> datetime:
        return datetime.combine(today + timedelta(days=days), time(hours, minutes), zone)

    def later(hours: int, minutes: int = 0) -> date:
        return after(hour, timedelta(hours=hours, minutes=minutes))

    monday = today - timedelta(days=today.weekday())
    stand_up = datetime.combine(monday - timedelta(days=14), time(9), ZoneInfo("Europe/Amsterdam"))
    singapore = datetime.combine(today + timedelta(days=3), time(16, 30), ZoneInfo("Asia/Singapore"))
    new_york = datetime.combine(today + timedelta(days=2), time(9), ZoneInfo("America/New_York"))
    minutes = timedelta(minutes=1)
    call = _call(now)
    return [
        Plan(TEAM, "freeze", "Release freeze", today, today + timedelta(days=3)),
        Plan(TEAM, "stand-up", "Stand-up", stand_up, stand_up + 15 * minutes, "Room 4", rule=_WEEKDAYS),
        Plan(
            TEAM,
            "review",
            "Design review",
            later(1),
            later(2),
            "Room 12",
            "Bring the two candidate flows. We decide which one goes into the freeze.",
            people=("Bram de Vries", "Ann Jansen", "Vera Kok"),
            coming=("Ann Jansen",),
        ),
        Plan(
            TEAM,
            "budget",
            "Budget 2027",
            at(1, 10, 30),
            at(1, 11, 30),
            "Room 12",
            people=("Bram de Vries", "Ann Jansen"),
        ),
        Plan(TEAM, "board", "Breakfast with the board", singapore, singapore + 30 * minutes, "Marina Bay", _LONG_TEXT),
        Plan(TEAM, "sync", "Sync with New York", new_york, new_york + 45 * minutes, f"{MEETINGS}new-york"),
        Plan(
            ANN,
            "vera",
            "Call with Vera",
            call,
            after(call, 45 * minutes),
            "Video call",
            f"{MEETINGS}vera",
        ),
        Plan(ANN, "dentist", "Dentist", later(3), later(4), "Lloydstraat 138, Rotterdam"),
        Plan(ANN, "gym", "Gym 🏋️", at(1, 18), at(1, 19), "Blijdorp", rule="FREQ=WEEKLY;INTERVAL=2"),
        Plan(ANN, "cinema", "Cinema", at(2, 20), at(2, 22, 30), "Lantaren Venster", cancelled=True),
        Plan(ANN, "birthday", "Birthday of María José 🎂", today + timedelta(days=4), today + timedelta(days=5)),
        Plan(
            TRAVEL,
            "utrecht",
            "Train to Utrecht",
            later(4, 12),
            later(4, 50),
            "Rotterdam Centraal",
            kind="depart_from",
            destination="Utrecht Centraal",
        ),
        Plan(TRAVEL, "tickets", "Buy the tickets to London", today, today + timedelta(days=1), kind="todo"),
        Plan(
            TRAVEL, "dinner", "Dinner in London", at(5, 19), at(5, 21), "Bedford Place", kind="normal", inviter="Bram"
        ),
        Plan(TRAVEL, "flight", "Flight KL 1023 to London", at(5, 7, 5), at(5, 7, 25), "Schiphol, gate D 14"),
        Plan(
            TRAVEL, "hotel", "Hotel in London", today + timedelta(days=5), today + timedelta(days=7), "14 Bedford Place"
        ),
    ]


MEETINGS = "https://meet.example.org/"  # how the addresses of their video calls begin
_WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
_LONG_TEXT = (
    "Agenda: the year so far, what we learned, and what comes next. "
    "Please read the paper beforehand: https://example.org/board-paper\n\n"
) + "It is long, and so is this description, so that one can see how the program shows long texts. " * 6


def changes(plans: list[Plan]) -> Iterator[Step]:
    """What the colleague does, step by step and without end. Each is a change that a person would be told of; several
    at once are told in one notification."""
    now = {plan.item_id: plan for plan in plans}

    def change(item_id: str, **fields: object) -> Step:
        now[item_id] = replace(now[item_id], token=now[item_id].token + 1, **fields)  # type: ignore[arg-type]
        return (Publish(now[item_id]),)

    def moved(item_id: str, by: timedelta) -> Step:
        plan = now[item_id]
        return change(item_id, start=after(plan.start, by), end=after(plan.end, by))

    hour = timedelta(hours=1)
    for number in count(1):
        yield moved("review", hour)
        lunch = replace(
            now["review"],
            item_id=f"lunch-{number}",
            title="Lunch with the new colleagues",
            start=now["budget"].start + 2 * hour,
            end=now["budget"].end + 2 * hour,
            place="Canteen",
            text="",
            coming=(),
        )
        yield (Publish(lunch),)
        yield change("utrecht", delay=timedelta(minutes=8))
        yield change("review", place="Room 4" if now["review"].place == "Room 12" else "Room 12")
        yield change("dentist", cancelled=True)
        weekend = _weekend(now["dinner"], number)
        yield tuple(map(Publish, weekend))
        yield moved("budget", timedelta(days=1))
        visit = replace(
            now["dinner"], item_id=f"visit-{number}", title="Visit to the harbour", place="Maashaven", token=1
        )
        yield (Publish(visit),)
        yield change("utrecht", delay=timedelta(0))
        yield change("tickets", end=now["tickets"].end + timedelta(days=1))
        yield change("dentist", cancelled=False)
        yield (Retract(visit),)
        yield change("tickets", end=now["tickets"].end - timedelta(days=1))
        yield moved("budget", -timedelta(days=1))
        yield tuple(map(Retract, weekend))
        yield (Retract(lunch),)
        yield moved("review", -hour)


def _call(now: datetime) -> date:
    """The start of the call that one is reminded of, ten minutes before it, within the first minute and a half."""
    soon = (now + timedelta(seconds=30)).replace(second=0, microsecond=0)
    return after(soon, timedelta(minutes=11))


def _weekend(dinner: Plan, number: int) -> list[Plan]:
    """What else there is to do, the day after dinner."""
    made = []
    for place, (title, hours) in enumerate(_WEEKEND):
        start = after(after(dinner.start, timedelta(days=1)), timedelta(hours=hours))
        plan = Plan(dinner.calendar, f"weekend-{number}-{place}", title, start, after(start, timedelta(hours=1)))
        made.append(plan)
    return made


# Hours after seven in the evening, as dinner begins.
_WEEKEND = (
    ("Walk along the river", -9),
    ("British Museum", -7),
    ("Lunch at the market", -6),
    ("Tea with Vera", -3),
    ("Theatre", 0),
)
