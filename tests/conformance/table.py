"""The table of statements: what each needs, what there is, and what is missing (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.conformance.proofs import SCRIPTED, Proof
from tests.conformance.statements import Statement
from tests.servers import SERVERS

COLUMNS = (*SERVERS, SCRIPTED)
MISSING = "missing"
FAILED = "FAILED"
_INTRODUCTION = """\
# What is proved about the protocol

Written by `python -m tests.conformance --write` from [statements.toml](statements.toml) and the names of the tests;
`make conformance` runs them. A number is how many tests there are (T: with a scripted server, U: without any, P: with
each of the real ones).
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A statement with its tests."""

    statement: Statement
    proofs: tuple[Proof, ...]

    @property
    def is_proved(self) -> bool:
        """Whether nothing failed, and it was shown with every server that it needs."""
        passed = {proof.server for proof in self.proofs if proof.outcome == "passed"}
        failed = any(proof.outcome == "failed" for proof in self.proofs)
        excused = set(self.statement.limits) >= set(SERVERS)
        return not failed and passed >= set(self.statement.servers) and (bool(passed) or excused)

    def cell(self, column: str) -> str:
        """How many tests there are with one server, and what became of them if they were run."""
        outcomes = [proof.outcome for proof in self.proofs if proof.server == column]
        if not outcomes:
            nowhere = column == SCRIPTED and "P" not in self.statement.kinds and not self.proofs
            return MISSING if nowhere or column in self.statement.servers else ""
        said = next((word for word in ("failed", "passed", "skipped") if word in outcomes), "")
        return f"{len(outcomes)} {FAILED if said == 'failed' else said}".strip()


def rows(statements: Iterable[Statement], proofs: Sequence[Proof]) -> list[Row]:
    """One for each statement."""
    return [Row(each, tuple(proof for proof in proofs if each.number in proof.numbers)) for each in statements]


def unknown(statements: Iterable[Statement], proofs: Iterable[Proof]) -> list[str]:
    """Numbers that tests carry and no statement has."""
    return sorted({number for proof in proofs for number in proof.numbers} - {each.number for each in statements})


def as_text(table: Sequence[Row]) -> str:
    """For a terminal."""
    cells, notes = _cells(table)
    lines = [("", *COLUMNS, ""), *((row.statement.number, *line, row.statement.says) for row, line in cells)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(COLUMNS) + 1)]
    padded = ("  ".join(map(str.ljust, line, [*widths, 0])).rstrip() for line in lines)
    return "\n".join([*padded, "", *notes])


def as_markdown(table: Sequence[Row]) -> str:
    """For CONFORMANCE.md."""
    cells, notes = _cells(table)
    head = ("number", "statement", "shown", *COLUMNS, "tests in")
    lines = [head, tuple("---" for _column in head)]
    for row, line in cells:
        files = ", ".join(f"[{file}]({file})" for file in sorted({proof.file for proof in row.proofs}))
        lines.append((row.statement.number, row.statement.says, ", ".join(row.statement.kinds), *line, files))
    body = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    return "\n".join([_INTRODUCTION, body, "", *(f"{note}  " for note in notes)]).rstrip() + "\n"


def _cells(table: Sequence[Row]) -> tuple[list[tuple[Row, list[str]]], list[str]]:
    """The cells of each row, and the notes that some of them point to."""
    cells: list[tuple[Row, list[str]]] = []
    notes: list[str] = []
    for row in table:
        line = []
        for column in COLUMNS:
            cell = row.cell(column)
            if column in row.statement.notes:
                notes.append(f"({len(notes) + 1}) {column}: {row.statement.notes[column]}")
                cell = f"{cell} ({len(notes)})".strip()
            line.append(cell)
        cells.append((row, line))
    return cells, notes
