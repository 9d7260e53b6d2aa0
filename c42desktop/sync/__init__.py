"""From the server to the store: pushes, and a look at everything at each new session.

A push says at once what changed; the look finds what no push told of. Both end in the same place: the store's
transaction that writes the item, its events and the Change to tell.

    sync.py       the way in: a new session, pushes, what a person asks for
    look.py       a look at everything, at a new session and from time to time
    incoming.py   what a pushed message does; pushes.py: many of them in order, in slices; once.py: the
                  requests that they call for, each once at a time
    calendars.py  the list of calendars: followed, waiting, moved, gone
    leases.py     subscriptions that end by themselves
    fetch.py      a calendar's items fetched and compared, beside pushes that are newer; meter.py: how far it is
    items.py      one item written or dropped, with the Change to tell
    anew.py       items that an older version of the program has read, read anew
"""

from c42desktop.sync.anew import Anew
from c42desktop.sync.sync import Sync
from c42desktop.sync.update import Progress, Update

__all__ = ["Anew", "Progress", "Sync", "Update"]
