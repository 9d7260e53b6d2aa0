"""iCalendar text (RFC 5545), also inside <ical xmlns='http://jabber.org/protocol/gw/ical'/> (XEP-0097)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads.common import Hours, PayloadError, xml_text
from c42desktop.calendar.payloads.component import MAX_EVENTS, events_in
from c42desktop.calendar.payloads.lines import ENDS, component_lines, folded
from c42desktop.calendar.payloads.sieve import ENTRIES, NO_END, sifted
from c42desktop.calendar.payloads.whole import calendar_component
from c42desktop.i18n import gettext as _

if TYPE_CHECKING:
    from icalendar import Component

NAMESPACE = "http://jabber.org/protocol/gw/ical"
MAX_FILE_EVENTS = 200_000  # of a file that a person opens; MAX_EVENTS is for what others publish

_DAYS = re.compile("[DW]", re.IGNORECASE)
_BEGIN = re.compile(r"^([ \t]*)BEGIN:(?:VCALENDAR|VEVENT|VTODO)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


def decode_ical(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """The events of an <ical/> element. Raises PayloadError."""
    return events_from_text("".join(payload.itertext()), item_id)


def events_from_text(text: str, item_id: str, limit: int = MAX_EVENTS) -> tuple[Event, ...]:
    """The first `limit` events of iCalendar text, folded or indented, LF or CRLF. Raises PayloadError without any."""
    return events_in(parse_components(dedent(sifted(text, limit + 1))), item_id, limit)


def calendar_text(events: Sequence[Event], *, name: str, stamp: datetime) -> str:
    """A whole .ics of the events: CRLF, folded. `stamp` (aware) is for events that do not say when they changed."""
    lines = component_lines(calendar_component(events, name=name, stamp=stamp))
    return "".join(f"{folded(line)}\r\n" for line in lines)


def check_size(text: str) -> None:
    """Raises PayloadError where a file holds more events than anybody can look at: half of it would take minutes."""
    if text.count("BEGIN:VEVENT") + text.count("BEGIN:VTODO") > MAX_FILE_EVENTS:
        raise PayloadError(_("This file holds more than {limit} events. Split it.").format(limit=MAX_FILE_EVENTS))


def is_ical(text: str) -> bool:
    """True where the text begins, but for space, like iCalendar."""
    text = text.removeprefix("\ufeff")
    match = _BEGIN.search(text)
    return match is not None and not text[: match.start()].strip()


def dedent(text: str) -> str:
    """The text without the indent of its BEGIN line on every line (XEP-0097 §3 indents its example).

    Only that much is taken: a further leading space is RFC 5545 folding. Raises PayloadError without a BEGIN line.
    """
    text = text.removeprefix("\ufeff")
    match = _BEGIN.search(text)
    if match is None:
        raise PayloadError(_("This is not calendar text: BEGIN:VCALENDAR is missing."))
    indent, lines = match[1], ENDS.split(text[match.start() :])
    return "\r\n".join(line.removeprefix(indent) for line in lines) + "\r\n"


def ical_element(text: str) -> Element:
    """The text in an <ical/> element, fit for XML. Raises PayloadError where it is not calendar text."""
    if not is_ical(text):
        raise PayloadError(_("This is not calendar text: it does not begin with BEGIN:VCALENDAR."))
    element = Element(f"{{{NAMESPACE}}}ical")
    element.text = xml_text(text.removeprefix("\ufeff")).replace("\r\n", "\n").replace("\r", "\n")
    return element


def parse_components(text: str) -> list[Component]:
    """The outermost components of iCalendar text; those without an END have NO_END. Raises PayloadError for text that
    is none."""
    try:
        # Bytes, as the library takes a string without line breaks for the path of a file to open.
        components: list[Component] = _parser()(text.encode("utf-8", "replace"))
    except (ValueError, LookupError, ArithmeticError) as error:
        raise PayloadError(_("The calendar text is damaged.")) from error
    return components


def _measure_in_hours(value: Any) -> None:
    """PT24H is not P1D when the clocks change; the library has one value for both, and a list of several."""
    from icalendar.prop import vDDDTypes, vDuration

    last = value[-1] if isinstance(value, list) else value
    if isinstance(last, vDuration):
        last.td = Hours(last.td.days, last.td.seconds)
    elif isinstance(last, vDDDTypes) and isinstance(last.dt, timedelta):
        last.dt = Hours(last.dt.days, last.dt.seconds)


def _name(component: Component) -> str:
    """As in BEGIN, but in capitals: the library leaves names that it does not know as they are."""
    return str(component.name).strip().upper()


@cache
def _parser() -> Any:
    """A function from iCalendar bytes to components. Built late: importing icalendar takes over 0.1 s."""
    from icalendar.cal import ComponentFactory
    from icalendar.parser.ical.component import ComponentIcalParser
    from icalendar.prop import TypesFactory

    class Parser(ComponentIcalParser):
        """The library's parser without its two process-wide effects, and forgiving everywhere."""

        # Times stay as written: `zones` places them, without looking TZIDs up as files.
        datetime_names = ()

        def handle_begin_component(self, vals: str) -> None:
            if vals.strip().upper() in ENTRIES | {"VCALENDAR"}:
                while any(_name(each) in ENTRIES for each in self._stack):
                    self._close(NO_END)
            super().handle_begin_component(vals)
            # Read through the instance, so this makes one component forgiving, not its class.
            vars(self._stack[-1])["ignore_exceptions"] = True

        def handle_end_component(self, vals: str) -> None:
            """What is of that name, and what is open in it: the library closes whatever came last.

            VTIMEZONEs do not go into its table for all calendars.
            """
            name = vals.strip().upper()
            places = [place for place, each in enumerate(self._stack) if _name(each) == name]
            if not places:
                return  # one END too many
            while len(self._stack) > places[-1] + 1:
                self._close(NO_END)
            self._close()

        def finish(self) -> None:
            """Nothing comes any more."""
            while self._stack:
                self._close(NO_END)

        def _close(self, mark: str = "") -> None:
            component = self._stack.pop()
            if mark:
                component[mark] = "1"
            if self._stack:
                self._stack[-1].add_component(component)
            else:
                self._components.append(component)

        def handle_property(self, name: str, params: Any, vals: str, line: Any) -> None:
            if not self._stack or ":" not in line:
                return  # between components there is nothing to read, and without a colon it is no property
            try:
                super().handle_property(name, params, vals, line)
            except Exception as error:
                # A duration of 10^12 weeks overflows, for one, and the library fails in more ways than it says: that
                # value is broken, not the calendar.
                self.handle_property_parse_error(ValueError(str(error)), name, params, vals, line)
            if name == "DURATION" and not _DAYS.search(vals):
                _measure_in_hours(self._stack[-1][name])

    def parse(data: bytes) -> list[Component]:
        parser = Parser(data, ComponentFactory(), TypesFactory.instance())
        parser.parse()
        parser.finish()
        return list(parser._components)

    return parse
