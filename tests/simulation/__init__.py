"""A fortnight of reminders in seconds, and the list of what should have been told, computed by itself."""
