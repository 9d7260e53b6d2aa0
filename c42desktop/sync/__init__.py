"""From the server to the store: pushes, and a look at everything at each new session.

A push says at once what changed; the look finds what no push told of. Both end in the same place: the store's
transaction that writes the item, its events and the Change to tell.

    sync.py       the way in: pushes, the look at a new session, what a person asks for
    calendars.py  the list of calendars: followed, waiting, gone
    fetch.py      a calendar's items fetched and compared, beside pushes that are newer
    items.py      one item written or dropped, with the Change to tell
"""

from c42desktop.sync.sync import Sync
from c42desktop.sync.update import Update

__all__ = ["Sync", "Update"]
