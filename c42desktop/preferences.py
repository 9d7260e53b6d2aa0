"""What a person has chosen, from settings.toml, with a default for each; what cannot be read counts as not chosen.

[reminders]       before = ["10m"], all_day = ["1d 18:00"], grace = 15 (minutes)
[notifications]   paused = "", follow_desktop = true, changes = true
[quiet_hours]     mon = "22:00-07:00", … sun
[sounds]          change, reminder, invitation = false
[join]            patterns = ["https://meet.example.org/"]
[presence]        publish = false, title = false
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time, timedelta

from c42desktop.calendar.model import Defaults


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Nothing is shown from `begin` to `end` of a weekday (Monday is 0); an `end` before `begin` is on the next day."""

    weekday: int
    begin: time
    end: time


@dataclass(frozen=True, slots=True)
class Preferences:
    """All of them. `sounds` are the kinds that are heard; `grace` is how late a reminder may be and still be one."""

    reminders: Defaults = field(default_factory=Defaults)
    grace: timedelta = timedelta(minutes=15)
    quiet_hours: tuple[QuietHours, ...] = ()
    follow_desktop: bool = True
    sounds: frozenset[str] = frozenset()
    join_patterns: tuple[str, ...] = ()
    publish_presence: bool = False
    presence_title: bool = False
