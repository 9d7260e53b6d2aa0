"""Search: the index equals a look through everything, whatever happened to the items; any text can be typed."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.answers import is_asked
from c42desktop.calendar.local import SERVICE, UNFINISHED
from c42desktop.calendar.model import (
    CalendarRef,
    Change,
    ChangeKind,
    Event,
    EventType,
    ItemRef,
    Level,
    Person,
)
from c42desktop.calendar.nearest import fixed_place, nearest
from c42desktop.calendar.wanted import Kind, Wanted, kind_of
from c42desktop.files import importing
from c42desktop.store import listing
from c42desktop.store.schema import MIGRATIONS
from c42desktop.store.search import Search, found_beside, query_of
from c42desktop.store.store import Store, StoredItem

ZONE = ZoneInfo("Europe/Amsterdam")
TODAY = datetime(2026, 11, 22, tzinfo=ZONE)
TEAM = CalendarRef("ann@example.org", "pubsub.example.org", "team")
OTHER = CalendarRef("bram@example.org", "pubsub.example.org", "club")
AWAY = CalendarRef("bram@example.org", "pubsub.example.net", "moved")
HIDDEN = CalendarRef("", UNFINISHED, "import-1")
FILE = CalendarRef("", SERVICE, "import")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "calendars.sqlite")
    opened.add_calendar(TEAM, "Product team")
    opened.add_calendar(OTHER, "Club")
    yield opened
    opened.close()


def put(store: Store, name: str, calendar: CalendarRef = TEAM, start: object = None, **fields: object) -> ItemRef:
    begins = TODAY + timedelta(hours=12) if start is None else start
    end = begins + timedelta(hours=1) if isinstance(begins, datetime) else None
    event = Event(name, name, begins, end, **fields)  # type: ignore[arg-type]
    ref = ItemRef(calendar, name)
    store.put_item(StoredItem(ref, "<x/>", b"", (event,)))
    return ref


def names(store: Store, words: str = "", **fields: object) -> list[str]:
    search = Search(store.db)
    places = search.found(Wanted(words, **fields))  # type: ignore[arg-type]
    return [item.ref.item_id for item in search.items(places)]


def renew(store: Store, today: datetime = TODAY) -> None:
    asyncio.run(listing.renew(store.db, today, ZONE))


@pytest.mark.parametrize(
    "words",
    [
        "design",
        "DESI",
        "rev design",
        "lloydstraat",
        "café",
        "cafe",
        "vera@example.org",
        "bring flows",
        '"two flows"',
        '"design review',
        "desig",
        "urgent",
        "  design   room ",
    ],
)
def test_each_word_may_begin_a_word_in_any_part(store: Store, words: str) -> None:
    put(
        store,
        "Design review",
        location="Café Room 4, Lloydstraat",
        description="Bring the two flows",
        attendees=(Person("Vera Kok", "mailto:vera@example.org"),),
        categories=("Urgent",),
    )
    assert names(store, words) == ["Design review"]


@pytest.mark.parametrize(
    "words", ["esign", "design lunch", '"flows two"', '"bring two"', "-", '"', "c1", "any", "event"]
)
def test_what_is_not_there_is_not_found(store: Store, words: str) -> None:
    put(store, "Design review", description="Bring the two flows")
    assert names(store, words) == []


def test_what_comes_first_comes_first(store: Store) -> None:
    for days in (3, -2, 1, -400, 900):
        put(store, f"stand-up {days}", start=TODAY + timedelta(days=days))
    assert names(store, "stand") == [f"stand-up {days}" for days in (-400, -2, 1, 3, 900)]


def test_a_series_stands_where_it_comes_next_once_the_days_are_known(store: Store) -> None:
    put(store, "weekly", start=TODAY - timedelta(days=69, hours=-9), rrules=("FREQ=WEEKLY",))
    put(store, "tomorrow", start=TODAY + timedelta(days=2))
    put(store, "over", start=TODAY - timedelta(days=40), rrules=("FREQ=DAILY;COUNT=39",))
    put(store, "yesterday", start=TODAY - timedelta(days=1))
    put(store, "holiday", start=date(2026, 11, 22))
    assert len(names(store, invitations=False, kinds=frozenset({Kind.EVENT}))) == 5
    renew(store)
    assert names(store, kinds=frozenset({Kind.EVENT})) == ["over", "yesterday", "holiday", "weekly", "tomorrow"]
    assert listing.outdated(store.db, TODAY) == []
    later = TODAY + timedelta(days=2)
    assert len(listing.outdated(store.db, later)) == 2
    renew(store, later)
    assert names(store, kinds=frozenset({Kind.EVENT})) == ["over", "yesterday", "holiday", "tomorrow", "weekly"]


def test_filters_go_together_with_words_and_alone(store: Store) -> None:
    put(store, "Review", attendees=(Person("Ann", "mailto:ann@example.org", "needs-action"),))
    put(store, "Review the budget", type=EventType.TODO)
    put(store, "Review at the club", OTHER)
    put(store, "Train", type=EventType.ROUTE)
    assert names(store, "review", calendar=OTHER) == ["Review at the club"]
    assert names(store, "review", kinds=frozenset({Kind.TODO})) == ["Review the budget"]
    assert sorted(names(store, kinds=frozenset({Kind.TODO, Kind.TRIP}))) == ["Review the budget", "Train"]
    assert names(store, invitations=True) == ["Review"]
    assert names(store, "budget", invitations=True) == []
    assert names(store, calendar=AWAY) == []


def test_unread_is_what_the_list_of_activity_counts(store: Store) -> None:
    seen, unseen, quiet = put(store, "seen"), put(store, "unseen"), put(store, "quiet", OTHER)
    now = datetime.now(UTC)
    for ref in (seen, unseen, quiet):
        store.put_item(store.item(ref), [Change(ChangeKind.CHANGED, ref.calendar, ref.item_id, "x", now)])  # type: ignore[arg-type]
    store.mark_told([each for each in store.untold() if each.item_id == "seen"], now, read=True)
    calendar = store.calendar(OTHER)
    assert calendar is not None
    store.update_calendar(replace(calendar, level=Level.NOTHING))
    assert names(store, unread=True) == ["unseen"]
    assert names(store, "seen", unread=True) == []


def test_calendars_that_are_not_shown_are_looked_through_only_when_asked_for(store: Store) -> None:
    put(store, "Review")
    put(store, "Review at the club", OTHER)
    calendar = store.calendar(OTHER)
    assert calendar is not None
    store.update_calendar(replace(calendar, visible=False))
    assert names(store, "review") == ["Review"]
    assert names(store, "review", calendar=OTHER) == ["Review at the club"]
    assert names(store, "", kinds=frozenset({Kind.EVENT})) == ["Review"]


def test_an_import_is_found_when_it_is_whole(store: Store) -> None:
    store.add_calendar(HIDDEN, "Imported")
    put(store, "Sports day", HIDDEN)
    renew(store)
    assert names(store, "sports") == []
    store.move_calendar(HIDDEN, FILE)
    renew(store)
    assert names(store, "sports") == ["Sports day"]


def test_what_is_being_thrown_away_is_not_counted(store: Store) -> None:
    put(store, "Design review")
    put(store, "Review of the club", OTHER)
    importing.hide(store, TEAM)
    search = Search(store.db)
    assert len(search.found(Wanted("review"))) == len(names(store, "review")) == 1
    renew(store)
    assert len(search.found(Wanted("review"))) == 1


@given(st.text(max_size=300))
@settings(max_examples=300)
def test_no_text_is_anything_but_text(memory: Store, words: str) -> None:
    Search(memory.db).found(Wanted(words))
    Search(memory.db).found(Wanted(words, kinds=frozenset(Kind), invitations=True))


@given(
    st.lists(st.sampled_from(['"', "*", "AND", "NOT", "(", ")", "^", ":", "NEAR(", "+", "-", "{", "\0", "\ud800", "é"]))
)
def test_no_sign_of_the_query_language_means_anything(memory: Store, signs: list[str]) -> None:
    for joint in ("", " "):
        Search(memory.db).found(Wanted(joint.join(signs)))


def test_what_is_typed_is_looked_for_as_it_is() -> None:
    assert query_of('now OR "big bang" b') == '"now"* AND "OR"* AND "big bang" AND "b"*'
    assert query_of('"big ba') == '"big ba"*'
    assert query_of("- …") == ""


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = Store(tmp_path_factory.mktemp("search") / "calendars.sqlite")
    opened.add_calendar(TEAM, "Product team")
    put(opened, "Design review")
    yield opened
    opened.close()


WORDS = st.sampled_from(["alpha", "alpine", "beta", "gamma"])
PEOPLE = st.sampled_from([(), (Person("Ann", "ann@example.org"),), (Person("Bram", "bram@example.org"),)])
STARTS = st.sampled_from([None, date(2026, 11, 22), TODAY, TODAY - timedelta(days=9), TODAY + timedelta(days=9)])
EVENTS = st.builds(
    lambda summary, location, start, kind, people: Event(
        "x", summary, start, location=location, type=kind, attendees=people
    ),
    WORDS,
    WORDS,
    STARTS,
    st.sampled_from(list(EventType)),
    PEOPLE,
)
CALENDARS = st.sampled_from([TEAM, OTHER, AWAY])
STEPS = st.one_of(
    st.tuples(st.just("put"), CALENDARS, st.sampled_from("123"), st.lists(EVENTS, max_size=2)),
    st.tuples(st.just("remove"), CALENDARS, st.sampled_from("123"), st.just([])),
    st.tuples(
        st.sampled_from(["forget", "add", "account", "hide", "move", "fail"]), CALENDARS, st.just(""), st.just([])
    ),
)


def apply(store: Store, step: tuple[str, CalendarRef, str, list[Event]]) -> None:
    act, calendar, item_id, events = step
    match act:
        case "put":
            store.put_item(StoredItem(ItemRef(calendar, item_id), "<x/>", b"", tuple(events)))
        case "remove":
            store.remove_items(calendar, [item_id])
        case "forget":
            store.remove_calendar(calendar)
        case "account":
            store.remove_account(calendar.account)
        case "add":
            store.add_calendar(calendar, "x")
        case "hide" if (known := store.calendar(calendar)) is not None:
            store.update_calendar(replace(known, visible=not known.visible))
        case "move" if calendar != AWAY and store.calendar(AWAY) is None:
            store.move_calendar(calendar, AWAY)
        case "fail":
            with pytest.raises(RuntimeError), store.transaction():
                store.remove_calendar(calendar)
                raise RuntimeError


def brute_force(store: Store, wanted: Wanted) -> set[ItemRef]:
    """By looking at each item that there is."""
    found = set()
    for calendar in store.calendars():
        for item_id in store.digests(calendar.ref):
            item = store.item(ItemRef(calendar.ref, item_id))
            assert item is not None
            people = " ".join(person.name for event in item.events for person in event.attendees)
            text = " ".join([*(f"{event.summary} {event.location}" for event in item.events), people.lower()]).split()
            if (
                item.events
                and all(any(each.startswith(word) for each in text) for word in wanted.words.split())
                and (wanted.calendar == calendar.ref if wanted.calendar else calendar.visible)
                and (not wanted.kinds or any(kind_of(event) in wanted.kinds for event in item.events))
                and (not wanted.invitations or any(is_asked(event, calendar.ref) for event in item.events))
            ):
                found.add(item.ref)
    return found


@given(
    st.lists(STEPS, max_size=25),
    st.lists(st.sampled_from(["al", "alpha", "b", "gam"]), max_size=2),
    st.one_of(st.none(), CALENDARS),
    st.frozensets(st.sampled_from(Kind)),
    st.booleans(),
)
@settings(max_examples=60)
def test_the_index_equals_a_look_through_everything(
    steps: list[tuple[str, CalendarRef, str, list[Event]]],
    words: list[str],
    calendar: CalendarRef | None,
    kinds: frozenset[Kind],
    invitations: bool,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "calendars.sqlite")
        store.add_calendar(TEAM, "Product team")
        store.add_calendar(OTHER, "Club")
        for step in steps:
            apply(store, step)
        renew(store)
        wanted = Wanted(" ".join(words), calendar, kinds, invitations)
        search = Search(store.db)
        places = search.found(wanted)
        items = search.items(places)
        assert {item.ref for item in items} == brute_force(store, wanted)
        assert len(items) == len(places)
        stands = [nearest(item.events, TODAY, ZONE).at for item in items]
        assert stands == sorted(stands, key=lambda at: (at is None, at or TODAY))
        rows = store.db.rows(tuple, "SELECT (SELECT count(*) FROM search), (SELECT count(place) FROM listed)")
        assert rows[0][0] == rows[0][1]
        store.db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        store.close()


def test_a_store_of_an_older_version_is_filled_in_slices_and_goes_on_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "calendars.sqlite"
    older_store(path, 400)
    store = Store(path)
    assert len(listing.outdated(store.db, TODAY)) == 400
    asyncio.run(interrupted(store))
    left = len(listing.outdated(store.db, TODAY))
    assert 0 < left < 400
    store.close()  # no more than a kill leaves: each slice is written as a whole
    store = Store(path)
    renew(store)
    assert listing.outdated(store.db, TODAY) == []
    assert len(names(store, "review")) == 400
    store.remove_calendar(TEAM)
    assert store.db.rows(tuple, "SELECT (SELECT count(*) FROM search), (SELECT count(*) FROM listed)") == [(0, 0)]
    store.close()


async def interrupted(store: Store) -> None:
    filling = asyncio.ensure_future(listing.renew(store.db, TODAY, ZONE))
    while len(listing.outdated(store.db, TODAY)) == 400:
        await asyncio.sleep(0)
    filling.cancel()
    with pytest.raises(asyncio.CancelledError):
        await filling


def older_store(path: Path, count: int) -> None:
    """As version 3 has written it."""
    db = sqlite3.connect(path)
    for number, script in enumerate(MIGRATIONS[:3], start=1):
        db.executescript(f"{script} PRAGMA user_version = {number};")
    place = (TEAM.account, TEAM.service, TEAM.node)
    db.execute("INSERT INTO calendar (account, service, node, title, color) VALUES (?, ?, ?, 'Team', '#0e7c86')", place)
    events = '[{"uid": "i1", "summary": "Review", "start": ["2026-11-22T13:00:00", "+0"]}]'
    columns = "calendar, item_id, payload, digest, events, first, last"
    row = ("<x/>", b"1", events, 1795352400.0, 1795352400.0)
    for number in range(count):
        db.execute(f"INSERT INTO item ({columns}) VALUES (1, ?, ?, ?, ?, ?, ?)", (f"i{number}", *row))
    db.commit()
    db.close()


def test_what_is_saved_of_a_damaged_store_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "calendars.sqlite"
    store = Store(path)
    store.add_calendar(FILE, "Imported")
    put(store, "Sports day", FILE)
    renew(store)
    store.replace()
    assert names(store, "sports") == []
    renew(store)
    assert names(store, "sports") == ["Sports day"]
    store.close()


def test_a_defect_with_one_item_keeps_no_other_from_its_place(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    put(store, "bad", rrules=("FREQ=DAILY",))
    put(store, "good", rrules=("FREQ=DAILY",))

    def broken(events: list[Event], today: datetime, zone: ZoneInfo) -> object:
        if events[0].uid == "bad":
            raise ZeroDivisionError
        return nearest(events, today, zone)

    monkeypatch.setattr(listing, "nearest", broken)
    renew(store)
    assert caplog.records.pop().message == "Unexpected error while placing an item"
    caplog.clear()
    assert names(store, kinds=frozenset({Kind.EVENT})) == ["good", "bad"]
    assert listing.outdated(store.db, TODAY) == []


def test_a_reader_beside_the_writer_finds_the_same(store: Store) -> None:
    put(store, "Review")
    assert found_beside(store.path, Wanted("review")) == Search(store.db).found(Wanted("review")) != []


@pytest.mark.parametrize(
    ("events", "at"),
    [
        ((Event("x", "x", TODAY + timedelta(hours=9), TODAY + timedelta(hours=10)),), TODAY + timedelta(hours=9)),
        ((Event("x", "x", TODAY + timedelta(hours=22), TODAY + timedelta(hours=26)),), None),
        ((Event("x", "x", date(2026, 11, 22)),), None),
        ((Event("x", "x", datetime(2026, 11, 22, 9)),), None),
        ((Event("x", "x", TODAY, rrules=("FREQ=DAILY",)),), None),
        ((Event("x", "x", TODAY, type=EventType.TODO),), None),
        ((), None),
    ],
)
def test_only_what_no_day_moves_has_a_place_at_once(events: tuple[Event, ...], at: datetime | None) -> None:
    assert fixed_place(events) == at


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("event", "at", "settled"),
    [
        (Event("x", "runs for days", TODAY - DAY, TODAY + 3 * DAY), TODAY, False),
        (Event("x", "is over", TODAY - 2 * DAY, TODAY - DAY), TODAY - 2 * DAY, True),
        (Event("x", "is today", date(2026, 11, 22)), TODAY, False),
        (Event("x", "was yesterday", date(2026, 11, 21)), TODAY - DAY, True),
        (Event("x", "overdue", TODAY - 9 * DAY, type=EventType.TODO), TODAY, False),
        (Event("x", "due", due=TODAY + DAY, type=EventType.TODO), TODAY + DAY, False),
        (Event("x", "overdue, not planned", due=TODAY - DAY, type=EventType.TODO), TODAY, False),
        (Event("x", "some day", type=EventType.TODO), TODAY, False),
        (Event("x", "a way", type=EventType.ROUTE), None, True),
        (Event("x", "arrive by", end=TODAY + DAY, type=EventType.ARRIVE_BY), TODAY + DAY, False),
        (Event("x", "unreadable", problem="It is broken."), None, True),
    ],
)
def test_each_kind_stands_where_the_agenda_has_it(event: Event, at: datetime | None, settled: bool) -> None:
    found = nearest((event,), TODAY, ZONE)
    assert (found.at, found.settled) == (at, settled)


def test_at_another_place_another_reader_may_be_asked(store: Store) -> None:
    put(store, "Review", attendees=(Person("Bram", "mailto:bram@example.org", "needs-action"),))
    assert names(store, invitations=True) == []
    store.move_calendar(TEAM, AWAY)
    renew(store)
    assert names(store, invitations=True) == ["Review"]


@given(st.integers(-100, 100), st.one_of(st.none(), st.integers(-5, 30)))
def test_the_short_way_to_a_single_event_leads_where_the_long_one_does(start: int, hours: int | None) -> None:
    begins = TODAY + timedelta(hours=start)
    event = Event("x", "x", begins, begins + timedelta(hours=hours) if hours is not None else None)
    if fixed_place((event,)) is not None:
        twice = nearest((event, replace(event, uid="y", start=None, end=None)), TODAY, ZONE)
        assert nearest((event,), TODAY, ZONE).occurrence == twice.occurrence
        assert nearest((event,), TODAY, ZONE).at == twice.at
