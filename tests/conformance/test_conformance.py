"""The table of statements, and that what is written of it is so."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conformance import table
from tests.conformance.proofs import TESTS, Proof
from tests.conformance.statements import Statement, numbers_in, statements


def proof(server: str, outcome: str = "passed", number: str = "C-SUB-01") -> Proof:
    return Proof([number], "test_sync.py", server, outcome)


def row(kinds: str, *proofs: Proof, limits: dict[str, str] | None = None) -> table.Row:
    statement = Statement("C-SUB-01", "It works.", tuple(kinds.split(",")), {}, limits or {})
    return table.rows([statement], proofs)[0]


def test_the_written_table_is_up_to_date_and_no_test_proves_what_nobody_stated() -> None:
    command = [sys.executable, "-m", "tests.conformance", "--check"]
    done = subprocess.run(command, check=False, cwd=TESTS.parent, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_statement_has_a_number_a_sentence_and_a_kind() -> None:
    found = statements()
    assert len({each.number for each in found}) == len(found) == 109
    assert all(each.says.endswith(".") and set(each.kinds) <= {"T", "P", "U"} for each in found)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("test_c_sub_06_a_listed_one", ["C-SUB-06"]),
        ("test_c_sub_02_and_03_a_waiting_one[ejabberd-1]", ["C-SUB-02", "C-SUB-03"]),
        ("test_c_sub_6_a_listed_one", ["C-SUB-6"]),  # which no statement has
        ("test_c_bosh_04_a_poll", ["C-BOSH-04"]),
        ("test_comes_back", []),
        ("test_a_calendar_c_sub_06", []),
    ],
)
def test_names_carry_numbers(name: str, numbers: list[str]) -> None:
    assert numbers_in(name) == numbers


def test_numbers_that_no_statement_has_are_found() -> None:
    known = statements()
    assert table.unknown(known, [proof("scripted", number="C-SUB-99"), proof("scripted")]) == ["C-SUB-99"]


@pytest.mark.parametrize("kinds", ["P", "T,P"])
def test_what_holds_for_servers_is_proved_with_both_of_them(kinds: str) -> None:
    assert row(kinds, proof("prosody"), proof("ejabberd")).is_proved
    assert not row(kinds, proof("prosody"), proof("scripted")).is_proved
    assert not row(kinds, proof("prosody"), proof("ejabberd", "skipped")).is_proved
    assert row(kinds, proof("prosody"), limits={"ejabberd": "has no such thing"}).is_proved


def test_what_is_shown_without_servers_is_proved_by_any_test() -> None:
    assert row("T", proof("scripted")).is_proved
    assert row("T", proof("prosody"), proof("ejabberd", "skipped")).is_proved
    assert not row("U").is_proved
    assert not row("T", proof("scripted", "skipped")).is_proved


def test_one_failure_is_enough() -> None:
    assert not row("T,P", proof("prosody"), proof("ejabberd"), proof("ejabberd", "failed")).is_proved
    assert not row("T", proof("scripted"), proof("scripted", "failed")).is_proved


def test_cells_say_how_many_and_how_it_went() -> None:
    both = row("T,P", proof("prosody"), proof("prosody", "failed"), proof("scripted", ""))
    assert [both.cell(column) for column in table.COLUMNS] == ["2 FAILED", "missing", "1"]
    assert [row("T").cell(column) for column in table.COLUMNS] == ["", "", "missing"]
    assert [row("P", limits={"ejabberd": "no"}).cell(column) for column in table.COLUMNS] == ["missing", "", ""]


def test_what_a_server_does_differently_stands_below() -> None:
    limited = row("P", proof("prosody"), limits={"ejabberd": "has no such thing"})
    assert table.as_text([limited]).splitlines()[1:] == [
        "C-SUB-01  1 passed  (1)                 It works.",
        "",
        "(1) ejabberd: has no such thing",
    ]
    assert "| C-SUB-01 | It works. | P | 1 passed | (1) |  | [test_sync.py](test_sync.py) |" in table.as_markdown(
        [limited]
    )
