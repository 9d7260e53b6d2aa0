"""Where an event of XEP-0471 takes place, and how to take part from elsewhere (§6.4)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element, SubElement

from c42desktop.calendar.model import Meeting, Place
from c42desktop.calendar.payloads.common import MAX_VALUES, clean_id, clean_line, clean_text
from c42desktop.calendar.payloads.elements import child, drop, pair, put, space_of
from c42desktop.calendar.payloads.file_sharing import URL_DATA
from c42desktop.calendar.payloads.geoloc import GEOLOC, line, place_of, write_place
from c42desktop.calendar.payloads.language import best, line_in, set_in, words

MAIN = "main"

_GEOLOC = f"{GEOLOC}geoloc"
_ROOM = "{jabber:x:conference}x"


def places(payload: Element, languages: Sequence[str]) -> tuple[Place, ...]:
    """The places of all locations, in words or in degrees; a location that is only online has none."""
    return tuple(place for _, place in _placed(payload, languages) if line(place))


def meetings(payload: Element, languages: Sequence[str]) -> tuple[Meeting, ...]:
    """The ways to take part online, of all locations."""
    return tuple(meeting for _, meeting in _met(payload, languages))


def where(found: Sequence[Place], online: Sequence[Meeting]) -> str:
    """The event's location in one line: the place "main", else the first one, else where to meet online."""
    if found:
        return line(found[_main(found)])
    return next((each.name or clean_line(each.instructions) or each.link for each in online), "")


def renamed(found: Sequence[Place], text: str, *, moved: bool) -> tuple[Place, ...]:
    """The places, the main one called so. Where that is another place (`moved`), it is not where the old one was."""
    if not found:
        return (Place(text),) if text else ()
    number = _main(found)
    main = found[number]
    new = Place(text, id=main.id) if moved else Place(text, main.latitude, main.longitude, main.id)
    return (*found[:number], *([new] if line(new) else ()), *found[number + 1 :])


def write_places(payload: Element, wanted: Sequence[Place], languages: Sequence[str]) -> None:
    """Make `places` give these; a location without a place any more stays where it has more to say."""
    placed = _placed(payload, languages)
    held = pair(placed, wanted, lambda place: (place.id,))
    new = [_new_location(payload, wanted, n) if location is None else location for n, location in enumerate(held)]
    for location, place in zip(new, wanted, strict=True):
        _set_place(location, place, languages)
    for location, place in placed:
        if line(place) and location not in new:
            put(location, location.findall(_GEOLOC), ())
    empty = [location for location, place in placed if line(place) and location not in new and not len(location)]
    put(payload, [*new, *empty], new)


def write_meetings(payload: Element, wanted: Sequence[Meeting], languages: Sequence[str]) -> None:
    """Make `meetings` give these, each in the location where it was; a new one is in the main location."""
    met = _met(payload, languages)
    held = pair(met, wanted, lambda meeting: meeting.link, lambda meeting: meeting.name)
    tag = f"{space_of(payload)}online"
    for online, _ in met:
        if online not in held:
            _location_of(payload, online).remove(online)
    new = [SubElement(_home(payload), tag) if online is None else online for online in held]
    for online, meeting in zip(new, wanted, strict=True):
        _set_meeting(online, meeting, languages)
    if [online for online, _ in _met(payload, languages)] != new:
        for online in new:
            _location_of(payload, online).remove(online)
        _home(payload).extend(new)


def _placed(payload: Element, languages: Sequence[str]) -> list[tuple[Element, Place]]:
    """Every location with its place, which may be none that can be shown."""
    return [(location, _place(location, languages)) for location in _locations(payload)]


def _place(location: Element, languages: Sequence[str]) -> Place:
    geoloc = best(location.findall(_GEOLOC), languages)
    name = clean_id(location.get("id"))
    return Place(id=name) if geoloc is None else place_of(geoloc, name)


def _new_location(payload: Element, wanted: Sequence[Place], number: int) -> Element:
    """Of several locations each must have an id, and one should be "main"."""
    ids = [place.id for place in wanted]
    made_up = MAIN if MAIN not in ids and number == ids.index("") else f"place-{number + 1}"
    chosen = ids[number] or (made_up if len(wanted) > 1 else "")
    return Element(f"{space_of(payload)}location", {"id": chosen} if chosen else {})


def _set_place(location: Element, place: Place, languages: Sequence[str]) -> None:
    geoloc = best(location.findall(_GEOLOC), languages)
    if geoloc is None:
        geoloc = Element(_GEOLOC)
        location.insert(0, geoloc)
    write_place(geoloc, place)


def _main(found: Sequence[Place]) -> int:
    return next((number for number, place in enumerate(found) if place.id == MAIN), 0)


def _met(payload: Element, languages: Sequence[str]) -> list[tuple[Element, Meeting]]:
    tag = f"{space_of(payload)}online"
    onlines = [online for location in _locations(payload) for online in islice(location.iterfind(tag), MAX_VALUES)]
    found = [(online, _meeting(online, languages)) for online in onlines[:MAX_VALUES]]
    return [(online, meeting) for online, meeting in found if meeting != Meeting("")]


def _meeting(online: Element, languages: Sequence[str]) -> Meeting:
    space = space_of(online)
    software = next((element.get("name") for element in online.iterfind(f"{space}software")), "")
    return Meeting(
        link=_link(online),
        name=line_in(online, f"{space}name", languages) or clean_line(software),
        instructions=clean_text(words(best(online.findall(f"{space}instructions"), languages))),
    )


def _set_meeting(online: Element, meeting: Meeting, languages: Sequence[str]) -> None:
    now, space = _meeting(online, languages), space_of(online)
    if now.name != meeting.name:
        set_in(online, f"{space}name", meeting.name, languages)
    if now.link != meeting.link:
        drop(online, (_ROOM, URL_DATA))
        _add_link(online, meeting.link)
    if now.instructions != meeting.instructions:
        set_in(online, f"{space}instructions", meeting.instructions, languages)


def _link(online: Element) -> str:
    """The web address (XEP-0103) or, for a chat room (XEP-0249), its xmpp: URI."""
    target = next((element.get("target", "") for element in online.iterfind(URL_DATA)), "")
    room = next((element.get("jid", "") for element in online.iterfind(_ROOM)), "")
    return clean_id(target) or _room_link(clean_id(room))


def _add_link(online: Element, link: str) -> None:
    room = unquote(link.removeprefix("xmpp:").removesuffix("?join"))
    if link and _room_link(room) == link:
        SubElement(online, _ROOM, {"jid": room})
    elif link:
        SubElement(online, URL_DATA, {"target": link})


def _room_link(room: str) -> str:
    return f"xmpp:{quote(room, safe='@/.', errors='replace')}?join" if room else ""


def _locations(payload: Element) -> list[Element]:
    return list(islice(payload.iterfind(f"{space_of(payload)}location"), MAX_VALUES))


def _home(payload: Element) -> Element:
    """The main location; where there is none, a new one."""
    locations = _locations(payload)
    main = next((location for location in locations if location.get("id") == MAIN), None)
    if main is not None:
        return main
    return locations[0] if locations else child(payload, f"{space_of(payload)}location")


def _location_of(payload: Element, online: Element) -> Element:
    return next(location for location in _locations(payload) if online in list(location))
