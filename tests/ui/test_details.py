"""The details tell everything about one event and trust nothing of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import BRAM, CALENDARS, DESIGN, DESIGN_ITEM, MOVED, NOW, at, occurrence

from c42desktop.calendar.model import Alarm, ChangeKind, Defaults, Event, FieldChange, Level, Person, Status
from c42desktop.calendar.people_words import BY
from c42desktop.ui import links, phrases, theme, tokens
from c42desktop.ui.details import Details, Shown
from c42desktop.ui.people import display_name, initials, people_of
from c42desktop.ui.prose import Prose

SHOWN = Shown(DESIGN_ITEM, DESIGN, occurrence(DESIGN), CALENDARS[0], MOVED)


@pytest.fixture
def details(qtbot: QtBot) -> Details:
    made = Details(NOW)
    qtbot.addWidget(made)
    made.resize(316, 740)
    made.show()
    return made


def text(details: Details, name: str) -> str:
    found = details.findChild(QLabel, name)
    return found.text() if found else ""


def texts(details: Details, name: str) -> list[str]:
    return [each.text() for each in details.findChildren(QLabel, name)]


@pytest.mark.parametrize(("day", "words"), [(22, ""), (23, "in 1 day"), (26, "in 4 days")])
def test_days_are_counted_to_what_lasts_all_day(details: Details, day: int, words: str) -> None:
    whole = Event("fair", "Book fair", date(2026, 11, day), date(2026, 11, day + 1))
    details.show_event(Shown(DESIGN_ITEM, whole, occurrence(whole)))
    assert text(details, "details-relative") == words


def test_nothing_selected_says_how_to_select(details: Details) -> None:
    assert text(details, "details-empty") == "Select an event to see its details."


def test_the_drawing_from_top_to_bottom(details: Details) -> None:
    details.show_event(SHOWN)
    names = ("calendar", "title", "when", "relative", "place", "reminders", "repeats")
    assert [text(details, f"details-{name}") for name in names] == [
        "Product team",
        "Design review",
        "Today 15:00 – 16:00",
        "in 1 h 25 min",
        "Room 4, Lloydstraat 138, Rotterdam",
        "10 minutes before",
        "Every second Sunday",
    ]
    people = [each.accessibleName() for each in details.findChildren(QWidget, "person")]
    assert people == ["Bram de Vries, Organiser", "You, Accepted", "Vera Kok, No answer"]
    assert "two candidate flows" in details.findChild(Prose).toPlainText()


def test_a_change_is_shown_before_and_after(details: Details) -> None:
    details.show_event(SHOWN)
    assert text(details, "change-when") == "Changed 2 minutes ago"
    start, place = texts(details, "change-line")
    assert "<s>14:00</s>" in start and "<b>15:00</b>" in start
    assert "<s>Room 12</s>" in place and "<b>Room 4</b>" in place


def test_values_of_a_change_are_no_markup(details: Details) -> None:
    change = replace(MOVED, fields=(FieldChange("location", "<img src=x>", "<h1>Room</h1>"),))
    details.show_event(replace(SHOWN, change=change))
    (line,) = texts(details, "change-line")
    assert "&lt;img" in line and "<img" not in line and "<h1>" not in line


def test_without_a_change_there_is_no_card(details: Details) -> None:
    details.show_event(replace(SHOWN, change=None))
    assert texts(details, "change-line") == []


def test_a_cancellation_is_not_told_by_a_line_of_its_own(details: Details) -> None:
    fields = (FieldChange("status", "confirmed", "cancelled"), FieldChange("location", "Room 12", "Room 4"))
    details.show_event(replace(SHOWN, change=replace(MOVED, kind=ChangeKind.CANCELLED, fields=fields)))
    assert text(details, "change-when") == "Cancelled 2 minutes ago"
    (line,) = texts(details, "change-line")
    assert line.startswith("Place")


def test_the_words_about_time_follow_the_clock(details: Details) -> None:
    details.show_event(SHOWN)
    details.set_now(NOW + timedelta(minutes=85))
    assert text(details, "details-relative") == "now"
    details.set_now(NOW + timedelta(days=1))
    assert text(details, "details-when") == "Yesterday 15:00 – 16:00"


def test_what_is_tomorrow_is_never_in_two_days(details: Details) -> None:
    morning = NOW.replace(hour=3, minute=37)
    gym = Event("gym", "Gym", morning.replace(day=23, hour=18, minute=0), morning.replace(day=23, hour=19, minute=0))
    details.set_now(morning)
    details.show_event(Shown(DESIGN_ITEM, gym, occurrence(gym)))
    assert text(details, "details-when") == "Tomorrow 18:00 – 19:00"
    assert text(details, "details-relative") == "in 1 day"


def test_when_one_is_reminded_of_what_says_nothing_about_it(details: Details) -> None:
    details.set_defaults(Defaults())
    plain = replace(DESIGN, alarms=())
    details.show_event(replace(SHOWN, event=plain))
    assert text(details, "details-reminders") == "10 minutes before"
    own = replace(SHOWN, event=plain, calendar=replace(CALENDARS[0], reminders=Defaults((timedelta(hours=1),))))
    details.show_event(own)
    assert text(details, "details-reminders") == "1 hour before"
    details.show_event(replace(own, calendar=replace(CALENDARS[0], level=Level.NOTHING)))
    assert texts(details, "details-reminders") == []
    details.show_event(replace(SHOWN, event=replace(plain, status=Status.CANCELLED)))
    assert texts(details, "details-reminders") == []
    whole = Event("fair", "Book fair", date(2026, 11, 23), date(2026, 11, 24))
    details.show_event(Shown(DESIGN_ITEM, whole, occurrence(whole)))
    assert text(details, "details-reminders") == "The day before at 18:00"


def test_a_cancelled_event_says_so(details: Details) -> None:
    details.show_event(replace(SHOWN, event=replace(DESIGN, status=Status.CANCELLED)))
    assert text(details, "details-cancelled") == "This event is cancelled."
    assert text(details, "details-relative") == ""


def test_an_unreadable_event_says_why(details: Details) -> None:
    broken = Event("x", "", problem="Its start is not a date.")
    details.show_event(Shown(DESIGN_ITEM, broken))
    assert text(details, "details-title") == "Untitled event"
    assert text(details, "details-problem") == "Its start is not a date."


def test_another_zone_has_its_own_line(details: Details) -> None:
    start = at(25, 8, 30).astimezone(ZoneInfo("Asia/Singapore"))
    event = Event("b", "Breakfast", start, start + timedelta(minutes=30), timezone="Asia/Singapore")
    details.show_event(Shown(DESIGN_ITEM, event, occurrence(event)))
    assert text(details, "details-zone") == "15:30 in Singapore"


def test_the_card_says_who_changed_it_where_that_is_known() -> None:
    by = (FieldChange(BY, None, "Bram de Vries"),)
    assert phrases.changed(replace(MOVED, fields=(*MOVED.fields, *by)), NOW) == "Bram changed this 2 minutes ago"
    added = replace(MOVED, kind=ChangeKind.ADDED, fields=by, at=NOW)
    assert phrases.changed(added, NOW) == "Bram added this just now"


def test_reminders_in_words(details: Details) -> None:
    alarms = (
        Alarm(before=timedelta(0)),
        Alarm(before=timedelta(days=1)),
        Alarm(before=-timedelta(minutes=5)),
        Alarm(at=at(22, 9)),
    )
    details.show_event(replace(SHOWN, event=replace(DESIGN, alarms=alarms)))
    assert text(details, "details-reminders") == "At the start, 1 day before, 5 minutes after the start, Today 09:00"


def test_very_long_words_do_not_widen_the_panel(details: Details, qtbot: QtBot) -> None:
    event = replace(
        DESIGN, summary="T" * 400, location="L" * 400, description="D" * 4000, url="https://example.org/" + "u" * 500
    )
    details.show_event(replace(SHOWN, event=event))
    qtbot.wait(10)
    page = details.findChild(QWidget, "details-page")
    assert page.width() <= details.width()
    assert page.minimumSizeHint().width() <= details.width()


def test_the_card_follows_the_theme(details: Details, qapp: QApplication, qtbot: QtBot) -> None:
    details.show_event(SHOWN)
    theme.apply(qapp, tokens.DARK)
    qtbot.wait(10)
    assert tokens.DARK.secondary in texts(details, "change-line")[0]


def test_the_way_back_is_there_only_over_the_list(details: Details, qtbot: QtBot) -> None:
    back = details.findChild(QWidget, "details-back")
    assert not back.isVisible()
    details.set_covering(True)
    with qtbot.waitSignal(details.closed):
        back.click()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("mailto:ann@example.org", True),
        ("xmpp:room@muc.example.org?join", True),
        ("geo:51.9,4.5", True),
        ("tel:+31101234567", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("smb://host/share", False),
        ("https://", False),
        ("", False),
        ("HTTPS://EXAMPLE.ORG/", True),
        ("https://xn--mnchen-3ya.de/", True),
        ("https://münchen.de/", True),
        ("https://[::1]/", True),
        ("https://example.org@evil.org/", False),
        ("https://example.org:pass@evil.org/", False),
        ("https://@evil.org/", False),
        ("https://evil.org\\@example.org/", False),
        ("https://example.org/\u202e", False),
        ("https://example\u200b.org/", False),
        ("https://example.org/a b", False),
        ("https://example.org/\n", False),
        ("https:example.org", False),
        ("https:///etc/passwd", False),
        ("//example.org", False),
        ("mailto:ann@example.org?subject=Hi&body=There", True),
        ("mailto:ann@example.org?attach=/etc/passwd", False),
        ("mailto:ann@example.org?Attachment=/etc/passwd", False),
        ("mailto:", False),
        ("geo:52.1,5.1;u=35", True),
        ("geo:52.1,5.1?q=;rm", True),
        ("geo:--help", False),
        ("tel:--help", False),
        ("tel:call me", False),
        ("xmpp:", False),
        ("vbscript:x", False),
        ("view-source:https://example.org", False),
        ("JavaScript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        ("ms-msdt:/id", False),
        ("steam://run/1", False),
        ("/etc/passwd", False),
    ],
)
def test_c_sec_12_only_these_schemes_are_opened(address: str, safe: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    assert links.is_safe(address) is safe
    assert links.open_link(address) is safe
    assert len(opened) == safe


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("See https://example.org/a.", "https://example.org/a"),
        ("(https://example.org/a_(b))", "https://example.org/a_(b)"),
        ("<https://example.org/?a=1&b=2>", "https://example.org/?a=1&amp;b=2"),
        ("Mail mailto:ann@example.org, please", "mailto:ann@example.org"),
    ],
)
def test_addresses_in_text_become_links_without_the_punctuation_around_them(written: str, address: str) -> None:
    assert f'href="{address}"' in links.linked(written, "#000000")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("https://münchen.de/a?b", "https://xn--mnchen-3ya.de/a?b"),
        ("https://ехаmple.org/x", "https://xn--mple-43d3a6i.org/x"),
        ("https://example.org/ехаmple", "https://example.org/ехаmple"),
    ],
)
def test_c_sec_12_a_host_is_shown_as_what_it_is(written: str, shown: str) -> None:
    assert f">{shown}</a>" in links.linked(written, "#000000")


@pytest.mark.parametrize(
    "written",
    ["https://example.org@evil.org/", "javascript:alert(1)", "file:///etc/passwd", "data:text/html;base64,PHN2Zz4="],
)
def test_c_sec_12_what_misleads_is_text(written: str) -> None:
    assert "<a " not in links.linked(f"see {written} here", "#000000")


def test_c_sec_12_foreign_text_is_shown_as_it_was_written(qtbot: QtBot) -> None:
    written = '<img src="http://example.org/spy.png"><script>x</script> & "quotes"\nfile:///etc/passwd'
    prose = Prose(written, "prose")
    qtbot.addWidget(prose)
    assert prose.toPlainText().replace("\u2028", "\n") == written
    assert "<a " not in links.linked(written.replace("http://example.org/spy.png", ""), "#000000")


def test_c_sec_12_a_link_is_opened_only_when_clicked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    prose = Prose("https://example.org/flows", "prose")
    qtbot.addWidget(prose)
    assert opened == []
    prose.anchorClicked.emit(QUrl("https://example.org/flows"))
    assert opened == [QUrl("https://example.org/flows")]
    assert isinstance(prose, QTextBrowser) and not prose.openLinks()


def test_everybody_is_listed_once_and_the_organiser_first() -> None:
    again = replace(BRAM, name="Bram")
    assert [part for _person, part in people_of(replace(DESIGN, attendees=(again, Person("Vera Kok"))))] == [
        "Organiser",
        "No answer",
    ]


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Bram de Vries", "BV"), ("Ann", "A"), ("ann@example.org", "AO"), ("", "?"), ("🎉", "?"), ("محمد علي", "مع")],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_who_has_no_name_goes_by_the_address() -> None:
    assert display_name(Person("", "mailto:ann@example.org")) == "ann@example.org"
