"""JSON with values that are missing, doubled, of another type, and nested."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from tests.calendar.strategies.values import VALUES

OTHERS = st.one_of(
    VALUES, st.none(), st.booleans(), st.integers(), st.floats(), st.just([]), st.just({}), st.just([[["x"]]])
)


def mutated_json(text: str) -> st.SearchStrategy[str]:
    """The text after a few mistakes in its values; now and then also in its letters."""
    data = json.loads(text)
    mistakes = st.lists(
        st.tuples(st.integers(0, 10_000), OTHERS, st.sampled_from(["put", "drop", "double"])), max_size=6
    )
    changed = mistakes.map(lambda found: json.dumps(_after(json.loads(text), found)))
    return changed | st.integers(0, len(text)).map(lambda end: json.dumps(data)[:end])


def _after(data: Any, mistakes: list[tuple[int, Any, str]]) -> Any:
    for place, value, kind in mistakes:
        places = list(_places(data))
        if places:
            holder, key = places[place % len(places)]
            _change(holder, key, value, kind)
    return data


def _change(holder: Any, key: Any, value: Any, kind: str) -> None:
    if kind == "drop":
        del holder[key]
    elif kind == "double" and isinstance(holder, list):
        holder.extend(deepcopy(holder[key]) for _time in range(2))
    else:
        holder[key] = deepcopy(value)  # the same list at two places, one within the other, would have no end


def _places(data: Any) -> Any:
    """Each list or object with each index or key in it."""
    if isinstance(data, list | dict):
        keys = list(data) if isinstance(data, dict) else list(range(len(data)))
        for key in keys:
            yield data, key
            yield from _places(data[key])
