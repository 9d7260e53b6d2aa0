"""XML payloads with elements that are missing, doubled, renamed, moved into each other, and with other texts."""

from __future__ import annotations

import copy
from xml.etree.ElementTree import Element

from hypothesis import strategies as st

from c42desktop.calendar.payloads import parse
from tests.calendar.strategies.values import VALUES
from tests.fuzz.targets import NOT_XML

KINDS = st.sampled_from(["text", "drop", "double", "rename", "attribute", "nest", "tail", "bare"])
TEXTS = VALUES.map(lambda text: NOT_XML.sub("", text))


def mutated_tree(text: str) -> st.SearchStrategy[Element]:
    """The payload after a few mistakes; its own name stays."""
    mistakes = st.lists(st.tuples(KINDS, st.integers(0, 10_000), TEXTS), max_size=6)
    return mistakes.map(lambda found: _after(parse(text), found))


def _after(root: Element, mistakes: list[tuple[str, int, str]]) -> Element:
    for kind, place, value in mistakes:
        pairs = [(parent, child) for parent in root.iter() for child in parent]
        if pairs:
            parent, child = pairs[place % len(pairs)]
            _change(parent, child, kind, value, pairs[place * 7 % len(pairs)][1])
    return root


def _change(parent: Element, child: Element, kind: str, value: str, other: Element) -> None:
    match kind:
        case "text":
            child.text = value
        case "drop":
            parent.remove(child)
        case "double":
            parent.extend(copy.deepcopy(child) for _copy in range(3))
        case "rename":
            child.tag = other.tag
        case "attribute":
            child.set(next(iter(child.attrib), "id"), value)
        case "nest":
            child.append(copy.deepcopy(other))
        case "tail":
            child.tail = value
        case "bare":
            child.tag = child.tag.rpartition("}")[2]
