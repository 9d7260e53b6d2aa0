"""iCalendar text taken apart without a parser."""

from __future__ import annotations

from c42desktop.files.text import Component, components, title_in, zones_in
from tests.files.samples import calendar, event, zone


def parts(text: str) -> list[tuple[str, str, bool]]:
    return [(each.kind, each.id, each.complete) for each in components(text)]


def test_events_tasks_and_zones_come_in_their_order_and_others_are_left_out() -> None:
    todo = "BEGIN:VTODO\nUID:b\nEND:VTODO"
    text = calendar(zone("Here"), event("a"), todo, "BEGIN:VJOURNAL\nUID:j\nEND:VJOURNAL", "BEGIN:X-OWN\nEND:X-OWN")
    assert parts(text) == [("VTIMEZONE", "Here", True), ("VEVENT", "a", True), ("VTODO", "b", True)]


def test_a_component_is_as_it_was_written() -> None:
    written = event("a", "Review", "DTSTART:20261122T140000Z", "DESCRIPTION:one\n  two", "X-OWN;A=b:c")
    found = next(iter(components(calendar(written))))
    assert found.text.replace("\r\n", "\n") == written


def test_the_uid_of_an_alarm_is_not_that_of_its_event() -> None:
    text = calendar("BEGIN:VEVENT\nBEGIN:VALARM\nUID:alarm\nEND:VALARM\nUID:event\nEND:VEVENT")
    assert parts(text) == [("VEVENT", "event", True)]


def test_names_are_read_across_folds_and_behind_parameters() -> None:
    text = calendar(
        "BEGIN:VEVENT\nUID;X-OWN=1:long\n -name\nEND:VEVENT", "BEGIN:VTIMEZONE\nTZID:Some\n where\nEND:VTIMEZONE"
    )
    assert [each.id for each in components(text)] == ["long-name", "Somewhere"]


def test_words_within_a_text_are_no_fences() -> None:
    text = calendar(
        event("a", "A", "DTSTART:20261122T140000Z", "DESCRIPTION:x\n BEGIN:VEVENT\n END:VEVENT"), event("b")
    )
    assert [each[1] for each in parts(text)] == ["a", "b"]


def test_what_has_no_end_is_not_complete() -> None:
    cut = calendar(event("a"), event("b"))[: -len("END:VEVENT\r\nEND:VCALENDAR\r\n")]
    assert parts(cut) == [("VEVENT", "a", True), ("VEVENT", "b", False)]
    nested = calendar("BEGIN:VEVENT\nUID:a", event("b"))
    assert parts(nested) == [("VEVENT", "a", False), ("VEVENT", "b", True)]
    left_open = calendar("BEGIN:VEVENT\nUID:a")
    assert parts(left_open + calendar(event("b"))) == [("VEVENT", "a", False), ("VEVENT", "b", True)]


def test_each_calendar_of_a_file_has_its_own_head() -> None:
    text = calendar(event("a"), head="METHOD:REQUEST") + calendar(event("b"), head="METHOD:CANCEL")
    found = list(components(text))
    assert [each.calendar for each in found] == [1, 2]
    assert [each.head.split()[-1] for each in found] == ["METHOD:REQUEST", "METHOD:CANCEL"]


def test_events_without_a_calendar_around_them_are_found() -> None:
    assert list(components(event("a"))) == [Component("VEVENT", "a", event("a"))]


def test_ends_without_beginnings_are_passed_over() -> None:
    assert parts("END:VEVENT\n" + event("a") + "\nEND:VCALENDAR\n") == [("VEVENT", "a", True)]


def test_the_zones_of_a_component_are_named() -> None:
    text = event("a", "A", 'DTSTART;TZID="Some: where":20261122T140000', "DTEND;VALUE=DATE-TIME;TZID=El\n sewhere:2")
    assert zones_in(text) == {"Some: where", "Elsewhere"}


def test_the_title_of_a_calendar_is_read() -> None:
    assert title_in("VERSION:2.0\r\nX-WR-CALNAME:Team\\, north\r\n") == "Team, north"
    assert title_in("NAME;LANGUAGE=en:Team\n north\n") == "Teamnorth"
    assert title_in("VERSION:2.0") == ""
