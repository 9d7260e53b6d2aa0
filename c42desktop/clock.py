"""The time now, and the zone of this machine. Everything else takes them as parameters."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC)


class LocalZone(tzinfo):
    """The machine's zone with its rules, asked anew each time: it may change while the program runs.

    `datetime.astimezone()` alone gives an offset that is wrong on the other side of a change to summer time.
    """

    def utcoffset(self, dt: datetime | None) -> timedelta:
        """The offset from UTC at a wall-clock time here."""
        wall = (dt or datetime.now()).replace(tzinfo=None)
        return wall.astimezone().utcoffset() or timedelta(0)

    def dst(self, dt: datetime | None) -> timedelta | None:
        """Not known: the system tells the whole offset only."""
        return None

    def tzname(self, dt: datetime | None) -> str:
        """The zone's abbreviation at a wall-clock time here."""
        wall = (dt or datetime.now()).replace(tzinfo=None)
        return wall.astimezone().tzname() or ""

    def fromutc(self, dt: datetime) -> datetime:
        """The wall-clock time here at an instant in UTC."""
        return dt.replace(tzinfo=UTC).astimezone().replace(tzinfo=self)


LOCAL = LocalZone()
