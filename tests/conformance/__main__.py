"""python -m tests.conformance [ARGUMENTS OF PYTEST]   run the numbered tests, and print what is proved
python -m tests.conformance --write                  write tests/CONFORMANCE.md
python -m tests.conformance --check                  say whether it is up to date, and every number known
"""

from __future__ import annotations

import sys

from tests.conformance import proofs, table
from tests.conformance.statements import statements

DOCUMENT = proofs.TESTS / "CONFORMANCE.md"


def run(arguments: list[str]) -> int:
    """0 where every statement is proved."""
    found, code = proofs.run(arguments)
    made = table.rows(statements(), found)
    print(f"\n{table.as_text(made)}")
    proved = sum(row.is_proved for row in made)
    print(f"\n{proved} of {len(made)} statements are proved.")
    return int(code != 0 or proved < len(made))


def write(*, only_check: bool) -> int:
    """0 where the document says what is so (now)."""
    known, found = statements(), proofs.collect()
    if strangers := table.unknown(known, found):
        print(f"Tests carry numbers that no statement has: {', '.join(strangers)}.")
        return 1
    text = table.as_markdown(table.rows(known, found))
    if only_check and (not DOCUMENT.exists() or DOCUMENT.read_text(encoding="utf-8") != text):
        print(f"{DOCUMENT.name} is out of date; this writes it: python -m tests.conformance --write")
        return 1
    if not only_check:
        DOCUMENT.write_text(text, encoding="utf-8")
    return 0


def main(arguments: list[str]) -> int:
    """Give the exit code."""
    if arguments in (["--write"], ["--check"]):
        return write(only_check=arguments == ["--check"])
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
