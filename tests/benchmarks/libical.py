"""The same by libical through GObject, for /usr/bin/python3: libical.py FILE BEGIN END (seconds since 1970).

It knows nothing of occurrences that were moved, so that what it finds is counted and not compared.
"""

import json
import sys
import time

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402


def main(file: str, begin: str, end: str) -> None:
    started = time.process_time()
    with open(file, encoding="utf-8") as text:  # noqa: PTH123 - as short as what it is compared with
        calendar = ICalGLib.Component.new_from_string(text.read())
    utc = ICalGLib.Timezone.get_utc_timezone()
    window = [ICalGLib.Time.new_from_timet_with_zone(int(edge), 0, utc) for edge in (begin, end)]
    found = []
    kind = ICalGLib.ComponentKind.VEVENT_COMPONENT
    event = calendar.get_first_component(kind)
    while event is not None:
        event.foreach_recurrence(*window, lambda _event, span, _data: found.append(span.get_start()), None)
        event = calendar.get_next_component(kind)
    print(json.dumps({"seconds": time.process_time() - started, "count": len(found)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
