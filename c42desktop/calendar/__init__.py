"""What a calendar is. Pure: no Qt, no XMPP, no files, no clock of its own."""
