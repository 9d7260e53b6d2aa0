"""The facts about one event, one line each; what is not known has no line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from operator import itemgetter

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from c42desktop.calendar.dates import length
from c42desktop.calendar.maps import map_of
from c42desktop.calendar.model import Event, EventType, Meeting, Occurrence, Place, Reference
from c42desktop.calendar.tasks import due_of, is_done, is_task
from c42desktop.calendar.trip_times import TRIPS
from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import Act
from c42desktop.notify.labels import label_of
from c42desktop.plain import one_line
from c42desktop.ui import entry_words, phrases
from c42desktop.ui.fact import MOST, fact, lines, linked_fact
from c42desktop.ui.links import is_safe
from c42desktop.ui.long_text import beginning
from c42desktop.ui.outside import OutsideLink, leads_to, node_address
from c42desktop.ui.trip_steps import distance
from c42desktop.ui.trip_view import trip_state
from c42desktop.ui.widgets import label

_LONGEST = 500
_HIGH, _NORMAL = 4, 5  # RFC 5545 §3.8.1.9


def facts(event: Event, occurrence: Occurrence | None, now: datetime, reminds: str = "") -> Iterator[QWidget]:
    """From what is needed to get there to what is good to know. `reminds`: when, where it does not say itself."""
    yield from _places(event)
    yield from lines(event.details.meetings, _meeting)
    for icon, text, name in _simple(event, occurrence, now, reminds):
        if text:
            yield fact(icon, text, f"details-{name}")
    if event.url and event.url not in (meeting.link for meeting in event.details.meetings):
        yield linked_fact("link", event.url, "details-url")
    yield from lines(list(_references(event.details.references)), _reference)
    if allowed := permission(event):
        yield fact("pencil", allowed, "details-permission")


def named_places(event: Event) -> list[tuple[str, Place]]:
    """Every place once, in words, that of the event first. A place without a name is where the event's own is, and ways
    to take part from elsewhere are none."""
    places, meetings = event.details.places, event.details.meetings
    online = {one_line(text) for each in meetings for text in (each.name, each.instructions, each.link)}
    location = "" if one_line(event.location) in online else event.location.strip()
    name = one_line(location)
    same = [place for place in places if one_line(place.text) == name] or [place for place in places if not place.text]
    own = [(location, same[0] if same else Place())] if location else []
    others = [(entry_words.place_in_words(place), place) for place in places if not own or place is not own[0][1]]
    found: dict[str, tuple[str, Place]] = {}
    for text, place in filter(itemgetter(0), [*own, *others]):
        found.setdefault(one_line(text), (text, place))
    return list(found.values())


def permission(event: Event) -> str:
    """What the reader may do with it, where the service says so. That one may not is no news below each event."""
    return _("You can change this event") if event.personal.permission.endswith("_write") else ""


def languages(codes: tuple[str, ...]) -> str:
    """ "Dutch, English"; a code that nobody knows stays a code."""
    return ", ".join(dict.fromkeys(_language(code) for code in codes[:MOST]))


def _simple(event: Event, occurrence: Occurrence | None, now: datetime, reminds: str) -> list[tuple[str, str, str]]:
    """(icon, text, name) of all that is nothing but text."""
    details = event.details
    return [
        ("clock", _due(event, occurrence, now), "due"),
        ("flag", _progress(event), "progress"),
        ("bell", phrases.reminders(event, now) or reminds, "reminders"),
        ("repeat", phrases.repeats(event), "repeats"),
        ("clock", _buffer(event.buffer), "buffer"),
        ("free", _free(event), "free"),
        ("suggestion", _("Suggested by the system") if event.suggested else "", "suggested"),
        ("language", languages(details.languages), "languages"),
        ("wheelchair", _wheelchair(details.wheelchair), "wheelchair"),
        ("tag", ", ".join(filter(None, map(one_line, event.categories[:MOST]))), "categories"),
    ]


def _places(event: Event) -> Iterator[QWidget]:
    if event.type in TRIPS:
        yield from _way(event)
        return
    yield from lines(named_places(event), lambda named: _place(*named))


def _way(event: Event) -> Iterator[QWidget]:
    """A trip whose legs are known is drawn; of another one, from where to where and how far."""
    trip = event.trip
    if trip is not None and trip.legs:
        return
    far = distance(trip.length) if trip is not None else ""
    below: list[QWidget] = [label(far, "secondary", "details-distance")] if far else []
    if trip is not None and map_of(trip.destination):
        below.append(_map_link(trip.destination))
    if words := entry_words.where(event):
        yield fact("route", words, "details-way", *below)
    if trip is not None and not event.problem and (state := trip_state(trip)):
        yield fact("warning" if trip.state == "error" else "clock", state, "details-trip-state")


def _place(text: str, place: Place) -> QWidget:
    """Many programs write the way into a meeting where the place would be."""
    if is_safe(text):
        return linked_fact("link", text, "details-place")
    return fact("place", text, "details-place", *([_map_link(place)] if map_of(place) else []))


def _map_link(place: Place) -> QWidget:
    spoken = _("Show {place} on a map").format(place=one_line(place.text))
    return OutsideLink(label_of(Act.MAP), map_of(place), "details-map", spoken)


def _meeting(meeting: Meeting) -> QWidget:
    """Its name, the way in, and what to know for it."""
    name = one_line(meeting.name) or _("Online")
    below: list[QWidget] = []
    if is_safe(meeting.link):
        words = _("Join at {place}").format(place=leads_to(meeting.link))
        below.append(OutsideLink(words, meeting.link, "details-join", f"{name}: {words}"))
    elif meeting.link:
        below.append(label(meeting.link, "secondary", "details-meeting-address"))
    if meeting.instructions.strip():
        text = beginning(meeting.instructions.strip(), _LONGEST)
        below.append(label(text, "secondary", "details-instructions"))
    return fact("video", name, "details-meeting", *below)


def _references(references: tuple[Reference, ...]) -> Iterator[tuple[str, str, str]]:
    """(name, words of the link, address) of where others talk about it, and where it comes from. What only programs
    read is not shown."""
    words = {"comments": _("Comments"), "blog": _("Blog"), "schedule": _("Schedule"), "external": _("Its source")}
    for reference in references:
        address = node_address(reference.service, reference.node, reference.item)
        if (name := words.get(reference.role)) and is_safe(address):
            text = _("Open at {place}").format(place=one_line(reference.service))
            yield name, text, address


def _reference(known: tuple[str, str, str]) -> QWidget:
    name, text, address = known
    link = OutsideLink(text, address, "details-reference-link", f"{name}: {text}")
    return fact("speech", name, "details-reference", link)


def _due(event: Event, occurrence: Occurrence | None, now: datetime) -> str:
    """Where the time above does not say it already."""
    if occurrence is None or occurrence.start == due_of(event, occurrence):
        return ""
    return entry_words.due(event, occurrence, now, now.date())


def _progress(event: Event) -> str:
    parts: list[str] = []
    priority, progress = event.details.priority, event.details.progress
    if is_task(event) and progress > 0 and not is_done(event):
        parts.append(_("{percent} % done").format(percent=progress))
    if priority and priority != _NORMAL:
        parts.insert(0, _("High priority") if priority <= _HIGH else _("Low priority"))
    return " · ".join(parts)


def _buffer(buffer: timedelta | None) -> str:
    return _("{time} to spare").format(time=length(buffer)) if buffer is not None and buffer > timedelta(0) else ""


def _free(event: Event) -> str:
    if event.type is EventType.TIME_BLOCK:
        return _("Some time within these hours; you are free until it is planned")
    return "" if event.busy or is_task(event) or event.type in TRIPS else _("You are free during this")


def _wheelchair(access: str) -> str:
    return {
        "full": _("Accessible by wheelchair"),
        "partial": _("Partly accessible by wheelchair"),
        "no": _("Not accessible by wheelchair"),
    }.get(access, "")


def _language(code: str) -> str:
    known = QLocale(code.replace("-", "_")).language()
    return one_line(code) if known is QLocale.Language.C else QLocale.languageToString(known)
