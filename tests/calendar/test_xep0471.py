"""Events of XEP-0471: names, times, texts."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from c42desktop.calendar.changes import compare
from c42desktop.calendar.model import CalendarRef, ChangeKind, Event, Moment, Status
from c42desktop.calendar.payloads.xep0082 import parse_moment
from c42desktop.calendar.payloads.xep0471 import NAMESPACES
from tests.calendar.xep0471_examples import START, TIMES, event, form, geoloc

CET = timezone(timedelta(hours=1))
NO_START = "This event has no start time."
BAD_START = "The time of this event cannot be read."


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_c_pay_01_a_minimal_event_in_both_namespaces(namespace: str) -> None:
    found = event(f"<name>Stand-up</name>{TIMES}", namespace)
    assert found == Event(
        uid="standup-7f3",
        summary="Stand-up",
        start=datetime(2026, 11, 24, 9, tzinfo=CET),
        end=datetime(2026, 11, 24, 9, 15, tzinfo=CET),
    )


def test_c_pay_01_a_full_event() -> None:
    found = event(
        f"<name>Review</name>{TIMES}<head-picture/><description type='text'>Bring\n it</description>"
        "<category term='work' wd='Q1'/><category term='team'/><category/>"
        f"<location id='other'>{geoloc(text='Elsewhere')}</location>"
        f"<location id='main'>{geoloc(text='Room 4', street='Lloydstraat 138', locality='Rotterdam')}</location>"
        "<rsvp/><invitees jid='a' node='b'/>" + form(status="tentative", website="https://example.org/review")
    )
    assert found.categories == ("work", "team")
    assert found.location == "Room 4, Lloydstraat 138, Rotterdam"
    assert (found.status, found.url) == (Status.TENTATIVE, "https://example.org/review")
    assert (found.description, found.problem) == ("Bring\n it", "")


@pytest.mark.parametrize(
    ("languages", "name"),
    [
        (("nl",), "Dagstart"),
        (("nl-BE", "en"), "Dagstart"),
        (("de", "en_GB"), "Stand-up"),
        (("de",), "Plain"),
        ((), "Plain"),
    ],
)
def test_c_pay_01_the_name_in_the_language_of_the_reader(languages: tuple[str, ...], name: str) -> None:
    names = "<name xml:lang='en'>Stand-up</name><name xml:lang='nl'>Dagstart</name><name>Plain</name>"
    assert event(names + TIMES, languages=languages).summary == name


def test_c_pay_01_without_a_better_one_the_first_name_is_taken() -> None:
    names = "<name xml:lang='en'>Stand-up</name><name xml:lang='nl'>Dagstart</name>"
    assert event(names + TIMES, languages=("fr",)).summary == "Stand-up"


@pytest.mark.parametrize(
    ("inner", "problem"),
    [
        ("", NO_START),
        ("<start/>", NO_START),
        ("<start>soon</start>", BAD_START),
        ("<start>9999-12-31T23:59:59Z</start>", BAD_START),
    ],
)
def test_c_pay_02_an_unreadable_start_is_told_and_the_rest_is_kept(inner: str, problem: str) -> None:
    found = event(f"<name>Party</name>{inner}<end>2026-11-24T09:15:00Z</end>")
    assert (found.summary, found.start, found.end, found.problem) == ("Party", None, None, problem)


def test_c_pay_02_a_missing_end_is_no_length() -> None:
    assert (event(START).end, event(START).problem) == (None, "")


def test_c_pay_02_an_end_before_the_start_is_no_length() -> None:
    assert event(f"{START}<end>2026-11-24T07:00:00Z</end>").end is None


def test_c_pay_02_an_unreadable_end_is_told() -> None:
    assert event(f"{START}<end>late</end>").problem == "The end of this event cannot be read."


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-24T09:00:00Z", datetime(2026, 11, 24, 9, tzinfo=UTC)),
        ("2026-11-24t09:00:00z", datetime(2026, 11, 24, 9, tzinfo=UTC)),
        ("2026-11-24T09:00:00+01:00", datetime(2026, 11, 24, 9, tzinfo=CET)),
        ("2026-11-24T09:00:00-05:30", datetime(2026, 11, 24, 14, 30, tzinfo=UTC)),
        ("2026-11-24T09:00:00.5Z", datetime(2026, 11, 24, 9, 0, 0, 500_000, tzinfo=UTC)),
        ("2026-11-24T09:00:00.1234567890123Z", datetime(2026, 11, 24, 9, 0, 0, 123_456, tzinfo=UTC)),
        ("2026-11-24T24:00:00Z", datetime(2026, 11, 25, tzinfo=UTC)),
        ("2026-12-31T23:59:60Z", datetime(2027, 1, 1, tzinfo=UTC)),
        ("20261124T09:00:00", datetime(2026, 11, 24, 9, tzinfo=UTC)),
        ("2026-11-24T09:00:00", datetime(2026, 11, 24, 9)),
        (" 2026-11-24 ", date(2026, 11, 24)),
        ("2026-11-24T24:00:01Z", None),
        ("2026-11-24T09:60:00Z", None),
        ("2026-02-30", None),
        ("2026-11-24T09:00:00+25:00", None),
        ("٢٠٢٦-11-24", None),
        ("0000-01-01", None),
        ("12026-01-01T00:00:00Z", None),
        (None, None),
    ],
)
def test_c_pay_03_every_form_of_date_and_time(text: str | None, moment: Moment | None) -> None:
    found = parse_moment(text)
    assert found == moment
    assert type(found) is type(moment)


def test_c_pay_03_a_time_without_zone_floats_and_is_flagged() -> None:
    found = event("<start>2026-11-24T09:00:00</start>")
    assert (found.start, found.problem) == (
        datetime(2026, 11, 24, 9),
        "This event does not say in which time zone its time is.",
    )


def test_c_pay_03_a_date_alone_is_an_all_day_event() -> None:
    found = event("<start>2026-11-24</start>")
    assert (found.start, found.end, found.all_day) == (date(2026, 11, 24), date(2026, 11, 25), True)


def test_c_pay_04_the_extra_form_cancels() -> None:
    assert event(TIMES + form(status="cancelled")).status is Status.CANCELLED


def test_c_pay_04_what_the_extra_form_cancels_is_told_as_cancelled() -> None:
    before, after = event(TIMES), event(TIMES + form(status="cancelled"))
    (change,) = compare(CalendarRef("a", "s", "n"), "item", [before], [after], datetime(2026, 11, 1, tzinfo=UTC))
    assert change.kind is ChangeKind.CANCELLED


def test_c_pay_05_xhtml_becomes_plain_text() -> None:
    rich = (
        "<description type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><script>steal()</script>"
        "<p>Bring <b>two</b>\n   flows.</p><p>We <a href='javascript:x'>decide</a>.<br/>Soon"
        "<img src='http://tracker/'/></p><style>p{}</style></div></description>"
    )
    assert event(TIMES + rich).description == "Bring two flows.\n\nWe decide.\nSoon"


def test_c_pay_05_text_is_preferred_to_xhtml_of_the_same_language() -> None:
    both = "<description type='xhtml'><div>rich</div></description><description type='text'>plain</description>"
    assert event(TIMES + both).description == "plain"


def test_c_pay_05_xhtml_nested_beyond_reason_is_still_read() -> None:
    deep = "deep" + "<b>" * 5_000 + "far too deep" + "</b>" * 5_000
    assert event(f"{TIMES}<description type='xhtml'><div>{deep}</div></description>").description == "deep"


def test_control_characters_and_endless_names_do_not_get_in() -> None:
    found = event(f"<name>\u0085Ev\u009bil\n {'x' * 9_000}</name>{TIMES}")
    assert found.summary.startswith("Evil x") and len(found.summary) == 500
