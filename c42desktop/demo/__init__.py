"""The demo: a private Prosody, three calendars around now, and a colleague who keeps changing them."""
