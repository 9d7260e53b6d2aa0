"""What is made to take for ever or to fill the memory is answered in a sentence, and hides nothing: C-SEC-09, C-PAY-15.

How long each takes, `python -m tests.fuzz.bombs` prints: a test cannot know what else the machine is doing.
"""

from __future__ import annotations

import sys

import pytest

from tests.fuzz.bombs import BOMBS, GOOD_AFTER, costs

WHOLE = "This event is too large to be read whole: a part of it is left out."


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted as Linux does")
@pytest.mark.parametrize("name", BOMBS)
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
