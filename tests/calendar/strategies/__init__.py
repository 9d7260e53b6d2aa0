"""Payloads for property tests: good ones of each format, and what mistakes and malice make of them.

They begin with the seeds of `tests.fuzz`: a format that has those has its strategies.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from hypothesis import strategies as st

from tests.calendar.strategies.json_values import mutated_json
from tests.calendar.strategies.lines import mutated_lines
from tests.calendar.strategies.trees import mutated_tree
from tests.fuzz.seeds import SEEDS
from tests.fuzz.targets import payload_from


def payloads_of(name: str) -> st.SearchStrategy[Element]:
    """Payloads of a format, some of them broken."""
    return st.sampled_from(SEEDS[name].texts).flatmap(lambda text: _of_text(name, text))


def _of_text(name: str, text: str) -> st.SearchStrategy[Element]:
    if not SEEDS[name].tag:
        return mutated_tree(text)
    mutated = mutated_json(text) if text[:1] in "[{" else mutated_lines(text)
    return mutated.map(lambda changed: payload_from(name, changed.encode("utf-8", "replace")))
