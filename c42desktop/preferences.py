"""What a person has chosen, with a default for each (pure); preference_file.py reads and keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time, timedelta

from c42desktop.calendar.model import Defaults

SOUNDS = ("change", "reminder", "invitation")
"""The kinds of notifications that have a sound."""
MOST_GRACE = timedelta(days=1)
THEMES = ("system", "light", "dark")
LANGUAGES = ("system", "en", "nl", "de")
WEEK_STARTS = ("system", "monday", "saturday", "sunday")
_WEEKDAYS = {"monday": 0, "saturday": 5, "sunday": 6}


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Nothing is shown from `begin` to `end` of a weekday (Monday is 0); an `end` that is not after `begin` is on the
    next day."""

    weekday: int
    begin: time
    end: time


@dataclass(frozen=True, slots=True)
class Preferences:
    """All of them. `sounds` are the kinds that are heard; `grace` is how late a reminder may be and still be one.

    `theme`, `language` and `week_start` are one of THEMES, LANGUAGES and WEEK_STARTS; "system": as it is everywhere.
    """

    reminders: Defaults = field(default_factory=Defaults)
    grace: timedelta = timedelta(minutes=15)
    quiet_hours: tuple[QuietHours, ...] = ()
    follow_desktop: bool = True
    sounds: frozenset[str] = frozenset()
    join_patterns: tuple[str, ...] = ()
    publish_presence: bool = False
    presence_title: bool = False
    theme: str = "system"
    language: str = "system"
    week_start: str = "system"
    compact_rows: bool = False
    look_for_versions: bool = True


def first_weekday(preferences: Preferences) -> int | None:
    """The day that begins a week (Monday is 0); None where the system says it."""
    return _WEEKDAYS.get(preferences.week_start)
