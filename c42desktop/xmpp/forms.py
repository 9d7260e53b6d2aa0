"""Data forms, read and filled in (XEP-0004, XEP-0068). Pure."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence

_DATA = "{jabber:x:data}"

Fields = Mapping[str, Sequence[str]]
"""The values of a form by the names of its fields; without FORM_TYPE, which says what the form is about."""


def find_form(parent: ET.Element, kind: str) -> dict[str, list[str]] | None:
    """The fields of the form of a kind among the children of `parent`; a form of another kind is none of ours."""
    for form in parent.iterfind(f"{_DATA}x"):
        fields = {
            field.get("var", ""): [(value.text or "").strip() for value in field.iterfind(f"{_DATA}value")]
            for field in form.iterfind(f"{_DATA}field")
            if field.get("var")  # text for people has none
        }
        if fields.pop("FORM_TYPE", [""]) == [kind]:
            return fields
    return None


def submission(kind: str, fields: Fields) -> ET.Element:
    """The form, filled in. What is left out keeps its default."""
    form = ET.Element(f"{_DATA}x", type="submit")
    for var, values in {"FORM_TYPE": [kind], **fields}.items():
        field = ET.SubElement(form, f"{_DATA}field", var=var)
        for value in values:
            ET.SubElement(field, f"{_DATA}value").text = value
    return form
