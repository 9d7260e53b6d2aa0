"""What is told, and what is not, when an item changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.calendar.changes import compare, emptied_calendar, removed_calendar
from c42desktop.calendar.model import (
    Alarm,
    Attachment,
    CalendarRef,
    Change,
    ChangeKind,
    Details,
    Event,
    EventType,
    FieldChange,
    Invitation,
    Leg,
    Meeting,
    Person,
    Personal,
    Place,
    Status,
    Trip,
)
from c42desktop.calendar.words import sentence, tell

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CALENDAR = CalendarRef("ann@example.org", "pubsub.example.org", "team")
NOW = datetime(2026, 11, 22, 12, 33, tzinfo=UTC)


def at(day: int, hour: int, *, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=AMSTERDAM)


REVIEW = Event("u1", "Design review", start=at(22, 14), end=at(22, 15), location="Room 12")
STANDUP = Event("u2", "Stand-up", start=at(2, 9), end=at(2, 10), rrules=("FREQ=DAILY",))


def told(before: list[Event], after: list[Event]) -> tuple[Change, ...]:
    return compare(CALENDAR, "item", before, after, NOW)


def only(before: Event, after: Event) -> Change:
    (change,) = told([before], [after])
    return change


def override(day: int, **changed: object) -> Event:
    """The occurrence of STANDUP on that day, changed."""
    usual = replace(STANDUP, rrules=(), start=at(day, 9), end=at(day, 10), recurrence_id=at(day, 9))
    return replace(usual, **changed)  # type: ignore[arg-type]


def test_a_new_item_is_one_addition() -> None:
    (change,) = told([], [STANDUP, override(9, location="Roof"), override(10, location="Roof")])
    assert change == Change(ChangeKind.ADDED, CALENDAR, "item", "Stand-up", NOW, (), STANDUP)


def test_two_events_in_a_new_item_are_two_additions() -> None:
    assert [change.summary for change in told([], [REVIEW, STANDUP])] == ["Design review", "Stand-up"]


def test_an_item_that_is_gone_is_removed_with_the_event_as_it_was() -> None:
    (change,) = told([REVIEW], [])
    assert (change.kind, change.event) == (ChangeKind.REMOVED, REVIEW)


def test_c_pubsub_03_nothing_different_is_nothing_told() -> None:
    assert told([REVIEW, STANDUP], [STANDUP, REVIEW]) == ()


def test_a_move_names_both_times_with_their_offsets() -> None:
    change = only(REVIEW, replace(REVIEW, start=at(22, 15), end=at(22, 16), location="Room 4"))
    assert change.kind is ChangeKind.CHANGED
    assert change.fields == (
        FieldChange("start", "2026-11-22T14:00:00+01:00", "2026-11-22T15:00:00+01:00"),
        FieldChange("end", "2026-11-22T15:00:00+01:00", "2026-11-22T16:00:00+01:00"),
        FieldChange("location", "Room 12", "Room 4"),
    )


def test_the_same_instant_in_another_zone_is_no_move() -> None:
    other = replace(REVIEW, start=at(22, 14).astimezone(UTC), end=at(22, 15).astimezone(UTC))
    assert told([REVIEW], [other]) == ()


def test_an_instant_in_the_hour_that_comes_twice_is_no_move() -> None:
    twice = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=AMSTERDAM)
    event = replace(REVIEW, start=twice, end=None)
    assert told([event], [replace(event, start=twice.astimezone(UTC))]) == ()


def test_an_event_made_all_day_is_moved() -> None:
    midnight = replace(REVIEW, start=datetime(2026, 11, 22, tzinfo=UTC), end=None)
    change = only(midnight, replace(midnight, start=date(2026, 11, 22), end=date(2026, 11, 23)))
    assert change.fields[0] == FieldChange("start", "2026-11-22T00:00:00+00:00", "2026-11-22")


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("summary", "Review", "Review"),
        ("description", "Bring it", "Bring it"),
        ("url", "https://example.org", "https://example.org"),
        ("timezone", "Europe/Paris", "Europe/Paris"),
        ("organizer", Person("Bram", "b@example.org"), "Bram <b@example.org>"),
        ("attendees", (Person("Vera", "", "accepted"), Person("", "a@example.org")), "Vera accepted\na@example.org"),
        ("categories", ("work",), "work"),
        ("alarms", (Alarm(before=timedelta(minutes=10)),), "-PT600S"),
        ("status", Status.TENTATIVE, "tentative"),
        ("due", at(24, 9), "2026-11-24T09:00:00+01:00"),
        ("type", EventType.TODO, "todo"),
        ("busy", False, "no"),
        ("suggested", True, "yes"),
    ],
)
def test_every_field_a_person_sees_is_compared(name: str, value: object, text: str) -> None:
    change = only(REVIEW, replace(REVIEW, **{name: value}))  # type: ignore[arg-type]
    assert [(field.name, field.after) for field in change.fields] == [(name, text)]


@pytest.mark.parametrize(
    ("fields", "name", "text"),
    [
        (
            {"details": Details(meetings=(Meeting("https://x.example", "Video"),))},
            "meetings",
            "Video https://x.example",
        ),
        ({"details": Details(attachments=(Attachment("https://x.example/a", "Plan"),))}, "attachments", "Plan"),
        ({"details": Details(progress=40)}, "progress", "40 %"),
        ({"trip": Trip(Place("Utrecht"))}, "destination", "Utrecht"),
        ({"trip": Trip(legs=(Leg("walk"), Leg("transit", line="IC 2241")))}, "route", "walk\nIC 2241"),
        ({"trip": Trip(legs=(Leg(""), Leg("", at(22, 16), at(22, 17))))}, "arrival", "2026-11-22T17:00:00+01:00"),
        ({"trip": Trip(state="error")}, "trip", "error"),
        ({"personal": Personal(answer="accepted")}, "answer", "accepted"),
        ({"personal": Personal(permission="subscribed_read")}, "permission", "subscribed_read"),
        ({"personal": Personal(invitation=Invitation(Person("Bram"), "Please"))}, "invitation", "Bram\nPlease"),
    ],
)
def test_what_calendar42_knows_is_compared(fields: dict[str, object], name: str, text: str) -> None:
    found = {field.name: field.after for field in only(REVIEW, replace(REVIEW, **fields)).fields}  # type: ignore[arg-type]
    assert found.pop(name) == text
    assert set(found) <= {"route", "departure"}


@pytest.mark.parametrize(
    "fields",
    [
        {"color": "#112233"},
        {"sync_token": 9, "sequence": 3, "modified": NOW},
        {"related": ("u9",), "buffer": timedelta(minutes=5)},
        {"trip": Trip(state="loading", length=900)},
        {"details": Details(picture="https://x.example/p.png", places=(Place("Room 12", 51.9, 4.4),))},
    ],
)
def test_what_only_a_program_needs_is_no_news(fields: dict[str, object]) -> None:
    assert told([REVIEW], [replace(REVIEW, **fields)]) == ()  # type: ignore[arg-type]


def test_a_time_that_moves_along_with_another_is_told_once() -> None:
    def trip(minutes: int, walk: int = 0) -> Event:
        late = timedelta(minutes=minutes)
        legs = (Leg("walk", at(22, 13) + timedelta(minutes=walk)), Leg("transit", at(22, 14) + late, at(22, 15) + late))
        return replace(REVIEW, trip=Trip(legs=legs))

    assert [field.name for field in only(trip(0), trip(8)).fields] == ["ride", "arrival"]
    assert [field.name for field in only(trip(0), trip(8, 8)).fields] == ["departure", "ride", "arrival"]
    both = replace(trip(8), start=at(22, 14) + timedelta(minutes=8), end=at(22, 15) + timedelta(minutes=8))
    assert [field.name for field in only(trip(0), both).fields] == ["start", "end"]


def test_the_order_of_people_means_nothing() -> None:
    people = (Person("Ann"), Person("Vera"))
    assert told([replace(REVIEW, attendees=people)], [replace(REVIEW, attendees=people[::-1])]) == ()


def test_c_pay_04_a_status_turned_cancelled_is_a_cancellation() -> None:
    change = only(REVIEW, replace(REVIEW, status=Status.CANCELLED))
    assert change.kind is ChangeKind.CANCELLED
    assert told([replace(REVIEW, status=Status.CANCELLED)], [REVIEW])[0].kind is ChangeKind.CHANGED


def test_c_pay_02_an_unreadable_event_that_can_be_read_again_is_changed() -> None:
    broken = Event("u1", "Design review", problem="The time of this event cannot be read.")
    change = only(broken, REVIEW)
    assert {field.name for field in change.fields} == {"start", "end", "location", "problem"}
    assert told([broken], [replace(broken)]) == ()


def test_a_changed_rule_is_told_once() -> None:
    change = only(STANDUP, replace(STANDUP, rrules=("FREQ=WEEKLY",)))
    assert change.fields == (FieldChange("recurrence", "FREQ=DAILY", "FREQ=WEEKLY"),)


def test_c_pay_12_a_moved_occurrence_is_measured_against_the_usual_one() -> None:
    moved = override(9, start=at(9, 11), end=at(9, 12))
    (change,) = told([STANDUP], [STANDUP, moved])
    assert change.kind is ChangeKind.CHANGED and change.event is not None
    assert change.event.start == at(9, 11)
    assert change.fields[0] == FieldChange("start", "2026-11-09T09:00:00+01:00", "2026-11-09T11:00:00+01:00")


def test_c_pay_12_an_override_like_the_usual_occurrence_tells_nothing() -> None:
    assert told([STANDUP], [STANDUP, override(9)]) == ()


def test_c_pay_12_an_override_taken_back_is_told_as_the_usual_one_again() -> None:
    (change,) = told([STANDUP, override(9, location="Roof")], [STANDUP])
    assert change.fields == (FieldChange("location", "Roof", None),)


def test_c_pay_12_a_cancelled_occurrence_is_cancelled_at_its_own_time() -> None:
    (change,) = told([STANDUP], [STANDUP, override(9, status=Status.CANCELLED)])
    assert change.kind is ChangeKind.CANCELLED
    assert change.event is not None and change.event.start == at(9, 9)


def test_c_pay_12_a_date_taken_out_is_one_cancellation() -> None:
    (change,) = told([STANDUP], [replace(STANDUP, exdates=(at(9, 9),))])
    assert change.kind is ChangeKind.CANCELLED and change.event is not None
    assert (change.event.start, change.event.end, change.event.recurring) == (at(9, 9), at(9, 10), False)


def test_c_pay_12_a_cancelled_occurrence_later_taken_out_is_told_once() -> None:
    cancelled = [STANDUP, override(9, status=Status.CANCELLED)]
    assert told(cancelled, [replace(STANDUP, exdates=(at(9, 9),))]) == ()


def test_c_pay_12_many_dates_at_once_are_one_change() -> None:
    dates = tuple(at(day, 9) for day in range(9, 13))
    (change,) = told([STANDUP], [replace(STANDUP, exdates=dates)])
    assert (change.kind, change.fields[0].name) == (ChangeKind.CHANGED, "dates")
    assert change.fields[0].after is not None and len(change.fields[0].after.split("\n")) == 4


def test_c_pay_12_a_date_that_never_was_one_tells_nothing() -> None:
    assert told([STANDUP], [replace(STANDUP, exdates=(at(9, 17),))]) == ()


def test_c_pay_12_a_date_put_back_is_told() -> None:
    (change,) = told([replace(STANDUP, exdates=(at(9, 9),))], [STANDUP])
    assert change.fields[0].name == "dates"


def test_c_pay_12_a_moved_series_does_not_tell_its_exceptions_again() -> None:
    before = [replace(STANDUP, exdates=(at(9, 9),)), override(10, location="Roof")]
    later = replace(STANDUP, start=at(2, 10), end=at(2, 11), exdates=(at(9, 10),))
    roof = override(10, location="Roof", recurrence_id=at(10, 10), start=at(10, 9), end=at(10, 10))
    (change,) = told(before, [later, roof])
    assert {field.name for field in change.fields} == {"start", "end"}


def test_c_pay_12_a_cancelled_series_tells_nothing_about_its_dates() -> None:
    off = replace(STANDUP, status=Status.CANCELLED, exdates=(at(9, 9),))
    assert [change.kind for change in told([STANDUP], [off])] == [ChangeKind.CANCELLED]


def test_c_pay_15_many_exceptions_of_a_rule_bomb_are_compared_in_few_walks(steps: list[int]) -> None:
    bomb = replace(STANDUP, start=datetime(1970, 1, 1, tzinfo=UTC), end=None, rrules=("FREQ=DAILY;COUNT=1000000000",))
    days = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=number) for number in range(300)]
    overrides = [replace(bomb, rrules=(), start=day, recurrence_id=day) for day in days]
    assert told([bomb], [bomb, *overrides]) == ()
    assert 0 < sum(steps) <= 3 * len(days)


def test_occurrences_without_their_series_come_and_go() -> None:
    first, second = override(9), override(10)
    assert [change.kind for change in told([first], [first, second])] == [ChangeKind.ADDED]
    assert [change.kind for change in told([first, second], [first])] == [ChangeKind.REMOVED]


def test_calendars_that_are_gone_or_empty_are_told_by_their_title() -> None:
    gone, empty = removed_calendar(CALENDAR, "Team", NOW), emptied_calendar(CALENDAR, "Team", NOW)
    assert (gone.kind, gone.summary, gone.event) == (ChangeKind.CALENDAR_REMOVED, "Team", None)
    assert empty.kind is ChangeKind.CALENDAR_EMPTIED


MOMENTS = st.one_of(
    st.none(),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.sampled_from([None, UTC, AMSTERDAM])),
)
SOME = st.lists(MOMENTS.filter(lambda moment: moment is not None), max_size=3).map(tuple)
EVENTS = st.builds(
    Event,
    uid=st.sampled_from(["a", "b"]),
    summary=st.text(max_size=5),
    start=MOMENTS,
    end=MOMENTS,
    status=st.sampled_from(Status),
    rrules=st.sampled_from([(), ("FREQ=DAILY;COUNT=5",), ("FREQ=MONTHLY;BYDAY=1MO",), ("nonsense",)]),
    rdates=SOME,
    exdates=SOME,
    recurrence_id=MOMENTS,
)


@given(st.lists(EVENTS, max_size=5))
def test_the_same_is_never_a_change(events: list[Event]) -> None:
    assert told(events, [replace(event) for event in events]) == ()


@given(st.lists(EVENTS, max_size=4), st.lists(EVENTS, max_size=4))
def test_any_two_versions_can_be_compared(before: list[Event], after: list[Event]) -> None:
    for change in told(before, after):
        assert change.event is not None
        assert change.kind is not ChangeKind.CHANGED or change.fields


# -- changes of one occurrence and all later ones (RANGE=THISANDFUTURE) -----------------------------------------------


def words(before: list[Event], after: list[Event]) -> list[str]:
    return [sentence(tell(change, NOW, AMSTERDAM)) for change in told(before, after)]


def turn(day: int, hour: int, **changed: object) -> Event:
    """STANDUP from that day on at another hour."""
    return override(day, start=at(day, hour), end=at(day, hour + 1), and_future=True, **changed)


def test_c_pay_12_a_change_of_all_later_ones_says_so() -> None:
    assert words([STANDUP], [STANDUP, turn(30, 10)]) == [
        "Stand-up moved — from Mon 30 Nov on: 10:00 – 11:00, was 09:00"
    ]


@pytest.mark.parametrize(
    ("changed", "sentence_"),
    [
        ({"location": "Roof"}, "Stand-up changed — from Tuesday on: Roof"),
        ({"end": at(24, 11)}, "Stand-up changed — from Tuesday on: 09:00 – 11:00, was until 10:00"),
        ({"status": Status.CANCELLED}, "Stand-up cancelled — was Tuesday 09:00 – 10:00 and all later ones"),
        (
            {"start": at(25, 8), "end": at(25, 9)},
            "Stand-up moved — from Tuesday on: Wednesday 08:00 – 09:00, was Tuesday 09:00",
        ),
        (
            {"start": at(1, 9, month=12), "end": at(1, 10, month=12)},
            "Stand-up moved — from Tuesday on: Tue 1 Dec 09:00 – 10:00, was Tuesday 09:00",
        ),
    ],
)
def test_c_pay_12_whatever_changes_with_all_later_ones_is_told_with_the_day(
    changed: dict[str, object], sentence_: str
) -> None:
    assert words([STANDUP], [STANDUP, override(24, and_future=True, **changed)]) == [sentence_]


def test_c_pay_12_a_change_of_all_later_ones_taken_back_is_told_with_the_day() -> None:
    assert words([STANDUP, turn(24, 10)], [STANDUP]) == ["Stand-up moved — from Tuesday on: 09:00 – 10:00, was 10:00"]


def test_c_pay_12_one_change_after_such_a_turn_is_measured_against_what_it_made() -> None:
    later = override(26, start=at(26, 12), end=at(26, 13))
    assert words([STANDUP, turn(24, 10)], [STANDUP, turn(24, 10), later]) == [
        "Stand-up moved — Thursday 12:00 – 13:00, was 10:00"
    ]
    assert words([STANDUP, turn(24, 10), later], [STANDUP, turn(24, 10)]) == [
        "Stand-up moved — Thursday 10:00 – 11:00, was 12:00"
    ]


def test_c_pay_12_a_date_left_out_after_such_a_turn_is_cancelled_at_its_new_hour() -> None:
    (change,) = told([STANDUP, turn(24, 10)], [replace(STANDUP, exdates=(at(26, 9),)), turn(24, 10)])
    assert change.kind is ChangeKind.CANCELLED and change.event is not None
    assert (change.event.start, change.event.and_future) == (at(26, 10), False)


def test_c_pay_12_a_changed_occurrence_of_a_to_do_is_measured_against_its_own_due() -> None:
    plants = replace(STANDUP, type=EventType.TODO, end=None, due=at(2, 9))
    moved = replace(plants, rrules=(), start=at(24, 12), due=at(24, 12), recurrence_id=at(24, 9))
    assert words([plants], [plants, moved]) == ["Stand-up moved — Tuesday 12:00, was 09:00"]
