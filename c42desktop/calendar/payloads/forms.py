"""Data forms (XEP-0004): values that a form holds, and questions that it asks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from xml.etree.ElementTree import Element, SubElement

from c42desktop.calendar.model import Question
from c42desktop.calendar.payloads.common import MAX_VALUES, clean_id, clean_line
from c42desktop.calendar.payloads.elements import child, drop, pair, put, set_attribute

DATA = "{jabber:x:data}"
FORM = f"{DATA}x"

_FIELD, _OPTION, _REQUIRED, _VALUE = (f"{DATA}{name}" for name in ("field", "option", "required", "value"))
_SILENT = ("hidden", "fixed")  # what nobody answers


def values(form: Element | None, name: str) -> tuple[str, ...]:
    """The values of a field that are not empty."""
    field = _field(form, name)
    texts = (clean_id(value.text) for value in islice(() if field is None else field.iterfind(_VALUE), MAX_VALUES))
    return tuple(text for text in texts if text)


def set_values(form: Element, name: str, wanted: Sequence[str], kind: str = "") -> None:
    """Give a field these values; without any the field goes."""
    field = _field(form, name)
    if not wanted:
        put(form, [] if field is None else [field], ())
        return
    if field is None:
        field = SubElement(form, _FIELD, {"var": name, **({"type": kind} if kind else {})})
    put(field, field.findall(_VALUE), [_with_text(_VALUE, text) for text in wanted])


def form_in(parent: Element, kind: str, purpose: str) -> Element:
    """The form in an element; where there is none, a new one with this FORM_TYPE (XEP-0068)."""
    form = parent.find(FORM)
    if form is None:
        form = SubElement(parent, FORM, {"type": kind})
        set_values(form, "FORM_TYPE", [purpose], "hidden")
    return form


def questions(form: Element | None) -> tuple[Question, ...]:
    """What the form asks; fields that nobody answers are none."""
    return tuple(question for _, question in _asked(form))


def write_questions(form: Element, wanted: Sequence[Question]) -> None:
    """Make the form ask this; what it says besides stays, such as proposed answers."""
    asked = _asked(form)
    held = pair(asked, wanted, lambda question: question.name)
    new = [_with_question(SubElement(form, _FIELD) if field is None else field, question)
           for field, question in zip(held, wanted, strict=True)]  # fmt: skip
    put(form, [*(field for field, _ in asked), *new], new)


def _asked(form: Element | None) -> list[tuple[Element, Question]]:
    fields = [] if form is None else list(islice(form.iterfind(_FIELD), MAX_VALUES))
    return [(field, _question(field)) for field in fields if field.get("var") and field.get("type") not in _SILENT]


def _question(field: Element) -> Question:
    return Question(
        name=clean_id(field.get("var")),
        label=clean_line(field.get("label")),
        kind=clean_line(field.get("type")) or "text-single",
        options=tuple(_option(option) for option in islice(field.iterfind(_OPTION), MAX_VALUES)),
        required=field.find(_REQUIRED) is not None,
    )


def _option(option: Element) -> tuple[str, str]:
    value = clean_id(option.findtext(_VALUE))
    return value, clean_line(option.get("label")) or clean_line(value)


def _with_question(field: Element, question: Question) -> Element:
    """The field, made to ask this."""
    now = _question(field)
    if now.name != question.name:
        field.set("var", question.name)
    if now.label != question.label:
        set_attribute(field, "label", question.label)
    if now.kind != question.kind or not field.get("type"):
        field.set("type", question.kind)
    if now.options != question.options:
        put(field, field.findall(_OPTION), [_new_option(value, label) for value, label in question.options])
    if question.required:
        child(field, _REQUIRED)
    else:
        drop(field, [_REQUIRED])
    return field


def _new_option(value: str, label: str) -> Element:
    option = Element(_OPTION, {"label": label} if label else {})
    option.append(_with_text(_VALUE, value))
    return option


def _field(form: Element | None, name: str) -> Element | None:
    return next((field for field in (() if form is None else form.iterfind(_FIELD)) if field.get("var") == name), None)


def _with_text(tag: str, text: str) -> Element:
    element = Element(tag)
    element.text = text
    return element
