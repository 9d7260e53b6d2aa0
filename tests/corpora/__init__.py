"""The calendars and tests of icalendar and recurring-ical-events, read by this program.

Nothing of them is in this repository: their source packages come from the package index, exact versions with their
hashes, into the environment the tests run in.
"""
