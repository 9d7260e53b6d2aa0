"""Texts that a payload has in several languages, marked with xml:lang."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from c42desktop.calendar.payloads.common import clean_line

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def best(elements: Sequence[Element], languages: Sequence[str]) -> Element | None:
    """The element in the reader's language, else the one without a language, else the first.

    `languages` are the reader's, best first: "nl-BE" is content with "nl", and "nl" with "nl-NL".
    """
    tagged = [(element.get(LANG, "").lower(), element) for element in elements]
    wanted = [language.lower().replace("_", "-") for language in languages]
    for language in (*(form for full in wanted for form in (full, full.partition("-")[0])), ""):
        for tag, element in tagged:
            if tag == language or (language and tag.partition("-")[0] == language):
                return element
    return elements[0] if elements else None


def words(element: Element | None) -> str:
    """All text in an element, as it is."""
    return "" if element is None else "".join(element.itertext())


def line_in(parent: Element, tag: str, languages: Sequence[str]) -> str:
    """The text of the children of that name, in the reader's language, as one line."""
    return clean_line(words(best(parent.findall(tag), languages)))


def set_in(parent: Element, tag: str, text: str, languages: Sequence[str]) -> None:
    """The text that `line_in` gives; those in other languages stay as they are."""
    elements = parent.findall(tag)
    chosen = best(elements, languages)
    if chosen is None:
        if text:
            SubElement(parent, tag).text = text
    elif text or len(elements) > 1:  # an empty one keeps another language from being shown instead
        replace_words(chosen, text)
    else:
        parent.remove(chosen)


def replace_words(element: Element, text: str) -> None:
    """The text instead of all that is in the element."""
    element[:] = []
    element.text = text
