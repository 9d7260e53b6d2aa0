"""The agenda of a file, looked at or imported: the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from c42desktop.commands import agenda
from c42desktop.commands.context import Context
from c42desktop.files import importing
from c42desktop.files.split import Document, take_apart
from c42desktop.profile import find_profile
from tests.benchmarks.bigfile import calendar as big
from tests.files.samples import calendar, event, many

TASKS = (
    "UID:due\nSUMMARY:Due\nDUE:20261125T120000Z",
    "UID:day\nSUMMARY:Due on a day\nDUE;VALUE=DATE:20261125",
    "UID:begun\nSUMMARY:Begun\nDTSTART:20261120T120000Z\nDUE:20261125T120000Z",
    "UID:late\nSUMMARY:Late\nDTSTART:20261101T120000Z\nDUE:20261110T120000Z",
    "UID:once\nSUMMARY:At any time",
    "UID:done\nSUMMARY:Done\nDUE:20261125T120000Z\nSTATUS:COMPLETED",
    "UID:daily\nSUMMARY:Each day\nDTSTART:20261120T120000Z\nDUE:20261120T130000Z\nRRULE:FREQ=DAILY;COUNT=10",
)
ODD = calendar(
    *(f"BEGIN:VTODO\n{task}\nEND:VTODO" for task in TASKS),
    event("", "Nameless"),
    event("", "Nameless, too", "DTSTART:20261122T160000Z"),
    event("", "Nameless each week", "DTSTART:20261122T170000Z", "RRULE:FREQ=WEEKLY"),
    event("broken", "Broken", "DTSTART:never"),
    event("broken", "Another version", "DTSTART:20261123T140000Z", "SEQUENCE:2"),
)


TRIPS = json.dumps(
    [
        {"id": 1, "title": "Stays", "start": "2026-11-24T09:30:00.000000Z", "end": "2026-11-24T10:30:00.000000Z"},
        {"id": 2, "title": "Gone", "start": "2026-11-24T09:30:00.000000Z", "permission": "removed", "sync_token": 3},
        {"id": 3, "event_type": "todo", "title": "Paint"},
    ]
)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    yield Context(find_profile(str(tmp_path / "profile")), "test")


async def said(context: Context, file: str, span: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines for people, without the name of the calendar."""
    await agenda.show(context, *span, file, as_json=False)
    return [
        line.removesuffix(" · Imported").removesuffix("  Imported") for line in capsys.readouterr().out.splitlines()
    ]


@pytest.mark.parametrize("text", [big(200), many(40), ODD, TRIPS], ids=["big", "many", "odd", "trips"])
@pytest.mark.parametrize("span", [("2026-11-22", "2026-12-22"), ("2026-12-08", "2026-12-09"), ("2020-01-01", "2027")])
async def test_a_file_says_the_same_before_and_after_its_import(
    text: str, span: tuple[str, str], context: Context, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    span = (span[0], span[1] if "-" in span[1] else f"{span[1]}-01-01")
    file = tmp_path / "file"
    file.write_text(text, encoding="utf-8", newline="")
    document = Document()
    for document in take_apart(file.read_bytes(), file.name):  # noqa: B007  # the last one is complete
        pass
    with context.writing() as store:
        await importing.into_store(store, importing.ref_of(file), "Imported", document.pieces, lambda _done, _all: None)

    looked_at = await said(context, str(file), span, capsys)

    assert len(looked_at) > 1 or text not in (ODD, TRIPS)
    assert not any("Gone" in line for line in looked_at)
    assert await said(context, "", span, capsys) == looked_at


async def test_a_to_do_that_was_begun_stays_until_it_is_done(
    context: Context, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file.ics"
    file.write_text(ODD, encoding="utf-8", newline="")
    lines = await said(context, str(file), ("2026-11-22", "2026-12-22"), capsys)
    to_do = lines[lines.index("To do") + 1 :]
    named = [line for line in to_do if "Begun" in line or "Late" in line]
    assert [line.split()[-1] for line in named] == ["Late", "Begun"]
    assert not any("Done" in line for line in lines)


ENDLESS, NEVER = "RRULE:FREQ=SECONDLY", "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"


def bad(number: int, rule: str) -> list[str]:
    return [event(f"bad-{each}", f"Bad {each}", "DTSTART:20261120T090000Z", rule) for each in range(number)]


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (1, "1 repeating event could not be worked out: Bad 0."),
        (3, "3 repeating events could not be worked out: Bad 0, Bad 1, Bad 2."),
        (17, "17 repeating events could not be worked out: Bad 0, Bad 1, Bad 2 and 14 more."),
    ],
)
async def test_c_pay_15_what_is_given_up_is_told_in_one_sentence_and_hides_nothing(
    context: Context, tmp_path: Path, capsys: pytest.CaptureFixture[str], number: int, sentence: str, as_json: bool
) -> None:
    file = tmp_path / "file.ics"
    good = event("good", "Board", "DTSTART:20200101T090000Z", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TU")
    file.write_text(calendar(*bad(number, NEVER), good), encoding="utf-8", newline="")
    with context.writing() as store:
        pieces = [document.pieces for document in take_apart(file.read_bytes(), file.name)][-1]
        await importing.into_store(store, importing.ref_of(file), "Imported", pieces, lambda _done, _all: None)
    for name in (str(file), ""):
        await agenda.show(context, "2026-11-22", "2026-11-30", name, as_json=as_json)
        printed = capsys.readouterr()
        assert "Board" in printed.out
        assert printed.err == f"{sentence}\n"


async def test_a_list_that_is_cut_is_told_from_the_store_too(
    context: Context, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file.ics"
    file.write_text(calendar(*bad(1, ENDLESS)), encoding="utf-8", newline="")
    with context.writing() as store:
        pieces = [document.pieces for document in take_apart(file.read_bytes(), file.name)][-1]
        await importing.into_store(store, importing.ref_of(file), "Imported", pieces, lambda _done, _all: None)
    for name in (str(file), ""):
        await agenda.show(context, "2026-11-22", "2026-11-30", name, as_json=True)
        assert capsys.readouterr().err == "Only 2000 lines are listed: ask for fewer days.\n"
