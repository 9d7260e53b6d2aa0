"""One target under the fuzzer, in this process: `python -m tests.fuzz` starts it."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["c42desktop", "icalendar"]):
    from tests.fuzz.targets import TARGETS, RejectedError


def main() -> None:
    """The target's name, and then libFuzzer's own arguments."""
    name = sys.argv.pop(1)

    def try_one(data: bytes) -> int:
        try:
            TARGETS[name](data)
        except RejectedError:
            return -1  # not worth keeping
        return 0

    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
