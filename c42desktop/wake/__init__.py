"""Notices that the machine slept, that the clock was set and that the zone changed, without waking an idle machine."""
