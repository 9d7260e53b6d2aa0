"""What the formats in XML need of ElementTree: copies, children put in place of others, elements paired with values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar
from xml.etree.ElementTree import Element, SubElement

Holder = TypeVar("Holder")
Value = TypeVar("Value")


def copied(root: Element) -> Element:
    """A copy of the whole tree. `copy.deepcopy` crashes the program where it is nested deeply enough."""
    copy = _bare(root)
    stack = [(root, copy)]
    while stack:
        old, new = stack.pop()
        for child in old:
            bare = _bare(child)
            new.append(bare)
            stack.append((child, bare))
    return copy


def _bare(element: Element) -> Element:
    new = Element("", dict(element.attrib))
    new.tag, new.text, new.tail = element.tag, element.text, element.tail
    return new


def name_of(element: Element) -> tuple[str, str]:
    """Namespace and local name; comments and processing instructions have no name of their own."""
    tag = element.tag if isinstance(element.tag, str) else ""
    namespace, _, name = tag.rpartition("}")
    return namespace.removeprefix("{"), name


def space_of(element: Element) -> str:
    """The namespace of an element as tags begin with it: "{urn:x}", or nothing."""
    return element.tag[: element.tag.rindex("}") + 1] if "}" in element.tag else ""


def child(parent: Element, tag: str) -> Element:
    """The first child of that name; where there is none, a new one at the end."""
    found = parent.find(tag)
    return SubElement(parent, tag) if found is None else found


def put(parent: Element, old: Sequence[Element], new: Sequence[Element]) -> None:
    """The children `new` instead of `old`: where the first of these was, else at the end."""
    leaving = {id(each) for each in old}
    children = list(parent)
    place = next((place for place, each in enumerate(children) if id(each) in leaving), len(children))
    parent[:] = [*children[:place], *new, *(each for each in children[place:] if id(each) not in leaving)]


def drop(parent: Element, tags: Iterable[str]) -> None:
    """Remove all children of these names."""
    for tag in tags:
        put(parent, parent.findall(tag), ())


def set_text(parent: Element, tag: str, text: str) -> None:
    """The child's text, once; without text no child."""
    if text:
        child(parent, tag).text = text
    else:
        drop(parent, [tag])


def set_attribute(element: Element, name: str, value: str) -> None:
    """The attribute's value; without one no attribute."""
    if value:
        element.set(name, value)
    else:
        element.attrib.pop(name, None)


def pair(
    found: Sequence[tuple[Holder, Value]], wanted: Sequence[Value], *keys: Callable[[Value], Any]
) -> list[Holder | None]:
    """For each wanted value what is there to hold it: what holds an equal one, else one with an equal key, else None.

    Keys are tried in turn; an empty one is none. Nothing is chosen twice.
    """
    left = list(found)
    chosen: list[Holder | None] = [None] * len(wanted)
    for key in (_itself, *keys):
        for place, value in enumerate(wanted):
            if chosen[place] is None and key(value):
                match = next((n for n, (_, held) in enumerate(left) if key(held) == key(value)), None)
                chosen[place] = None if match is None else left.pop(match)[0]
    return chosen


def _itself(value: Any) -> Any:
    return value
