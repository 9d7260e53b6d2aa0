"""The time now, and the zone of this machine. Everything else takes them as parameters."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, tzinfo

# Years every platform's clock knows, with and without a 29 February: their rules stand in for years it does not know.
_EARLY, _EARLY_LEAP, _LATE, _LATE_LEAP = 1973, 1972, 2037, 2036


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC)


_FAR = timedelta(hours=3)  # from a skipped hour to one that is there


class LocalZone(tzinfo):
    """The machine's zone with its rules, asked anew each time: it may change while the program runs.

    `datetime.astimezone()` alone gives an offset that is wrong on the other side of a change to summer time.
    """

    def utcoffset(self, dt: datetime | None) -> timedelta:
        """The offset from UTC at a wall-clock time here."""
        wall = (dt or datetime.now()).replace(tzinfo=None, microsecond=0)
        try:
            return _offset(wall)
        except (OverflowError, ValueError, OSError):
            return _offset(_in_known_year(wall))

    def dst(self, dt: datetime | None) -> timedelta | None:
        """Not known: the system tells the whole offset only."""
        return None

    def tzname(self, dt: datetime | None) -> str:
        """The zone's abbreviation at a wall-clock time here."""
        wall, offset = (dt or datetime.now()).replace(tzinfo=None), self.utcoffset(dt)
        # Of an hour that the clocks skip, systems and Python versions say different things: then one beside it counts.
        near = (_fixed(wall + step) for step in (timedelta(0), -_FAR, _FAR) if datetime.min.year < wall.year < 9999)
        return next((here.tzname() or "" for here in near if here.utcoffset() == offset), _fixed(wall).tzname() or "")

    def fromutc(self, dt: datetime) -> datetime:
        """The wall-clock time here at an instant in UTC."""
        instant = dt.replace(tzinfo=UTC)
        try:
            here = instant.astimezone()
        except (OverflowError, ValueError, OSError):
            return _shifted(dt, self.utcoffset(dt))
        wall = here.replace(tzinfo=self)
        # An hour that the clocks repeat has two instants; `astimezone` does not say which it was (PEP 495).
        return wall if self.utcoffset(wall) == here.utcoffset() else wall.replace(fold=1)


def _offset(wall: datetime) -> timedelta:
    """The offset, from the one thing all Python versions agree about in an hour that the clocks skip: the instant."""
    return wall.replace(tzinfo=UTC, fold=0) - datetime.fromtimestamp(wall.timestamp(), UTC)


def _fixed(dt: datetime | None) -> datetime:
    """A wall-clock time here, with the offset the system gives it."""
    wall = (dt or datetime.now()).replace(tzinfo=None)
    try:
        return wall.astimezone()
    except (OverflowError, ValueError, OSError):  # the first and last days Python counts; on Windows all before 1970
        return _in_known_year(wall).astimezone()


def _in_known_year(wall: datetime) -> datetime:
    leap = (wall.month, wall.day) == (2, 29)
    if wall.year < _LATE:
        return wall.replace(year=_EARLY_LEAP if leap else _EARLY)
    return wall.replace(year=_LATE_LEAP if leap else _LATE)


def _shifted(dt: datetime, offset: timedelta) -> datetime:
    """Moved by the offset, but not out of the years there are."""
    try:
        return dt + offset
    except OverflowError:
        return (datetime.min if offset < timedelta(0) else datetime.max).replace(tzinfo=dt.tzinfo)


LOCAL = LocalZone()

_WINDOWS_C_LIBRARY = "ucrtbase"  # the one Python itself runs on; a part of Windows, not to be bundled
_WEEK = 7 * 24 * 60 * 60  # seconds


class ZoneWatch:
    """Notices that the machine is in another zone, or that its zone has other rules.

    The C library reads the zone once, and again when it is told to: until then `LOCAL` tells the old one.
    """

    def __init__(self) -> None:
        self._instants = _a_year_of_weeks()
        self._known = _offsets(self._instants)

    def changed(self) -> bool:
        """Have the zone read again; whether it is another one than the last time. Cheap where it is not."""
        _read_zone_again()
        # Compared with what was known then: Qt has the zone read again too, whenever it likes.
        before, self._known = self._known, _offsets(self._instants)
        changed = self._known != before
        if time.time() >= self._instants.start + _WEEK:
            self._instants = _a_year_of_weeks()
            self._known = _offsets(self._instants)
        return changed


def _read_zone_again() -> None:
    read = getattr(time, "tzset", None)
    if read is None:  # Windows: Python has no name for it there
        import ctypes

        read = ctypes.CDLL(_WINDOWS_C_LIBRARY)._tzset
    read()


def _a_year_of_weeks() -> range:
    start = int(time.time())
    return range(start, start + 53 * _WEEK, _WEEK)


def _offsets(instants: range) -> list[tuple[int, str]]:
    """What the zone makes of these instants: the offset from UTC and the zone's abbreviation."""
    return [(here.tm_gmtoff, here.tm_zone) for here in map(time.localtime, instants)]
