"""What this computer knows: raw items, their events, and the changes still to be told. SQLite."""
