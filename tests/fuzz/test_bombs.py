"""What is made to take for ever or to fill the memory is answered in a sentence, and hides nothing: C-SEC-09, C-PAY-15.

How long each takes, `python -m tests.fuzz.bombs` prints: a test cannot know what else the machine is doing.
"""

from __future__ import annotations

import sys

import pytest

from tests.fuzz.bombs import GOOD_AFTER, costs

# The worst of each kind; the script tries all.
NAMES = (
    "ics: 10 MB of folds",
    "ics: 10 MB of attendees",
    "ics: 100 000 deep",
    "ics: SECONDLY without end",
    "ics: SECONDLY that never comes",
    "ics: all at all times",
    "xml: a text of 10 MB",
    "xml: 10 MB of attributes",
    "xml: 100 000 deep",
    "xml: billion laughs",
    "xml: quadratic blow-up",
    "xCal: a text of 10 MB",
    "jCal: a text of 10 MB",
    "JSON: 100 000 objects deep",
    "JSON: 10 MB of arrays",
    "Atom: tags without an end",
)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted as Linux does")
@pytest.mark.parametrize("name", NAMES)
def test_c_pay_15_a_bomb_costs_little_memory_and_hides_nothing(name: str) -> None:
    for cost in costs(name, bound=True):
        assert cost.code in (0, 1)
        said = "\n".join(cost.said)
        assert said
        assert "Traceback" not in said
        if cost.command == "decode" and cost.code == 0 and name in GOOD_AFTER:
            assert "Lunch" in said
        if cost.code == 1:
            assert said.startswith("c42desktop: bomb.")
            assert len(cost.said) == 1
