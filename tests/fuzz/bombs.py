"""Files made to take for ever or to fill the memory, and what each costs: `python -m tests.fuzz.bombs`.

Each is read by the two commands that read files, in a process of its own, beside what a small file costs there. Nothing
may take over a second of processor time or 100 MB; `--only WORD` tries those with the word in their names.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.fuzz.seeds import C42, DRAFT

MB = 1_000_000
SIZE = 10 * MB
DEEP = 100_000
SECONDS, MEGABYTES = 1.0, 100
XEP = "urn:xmpp:calendar-events:0"
XCAL = "urn:ietf:params:xml:ns:icalendar-2.0"
NEVER = "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"
SMALL = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Small\nDTSTART:20991124T090000Z\nEND:VEVENT\nEND:VCALENDAR\n"


def _ics(*lines: str, start: str = "DTSTART:20201124T090000Z") -> str:
    """A calendar with one bad event and, behind it, a good one."""
    bad = "\r\n".join(["BEGIN:VEVENT", "UID:bad", "SUMMARY:Bad", start, *lines, "END:VEVENT"])
    good = "BEGIN:VEVENT\r\nUID:good\r\nSUMMARY:Lunch\r\nDTSTART:20991124T090000Z\r\nEND:VEVENT"
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{bad}\r\n{good}\r\nEND:VCALENDAR\r\n"


def _xep(content: str, prolog: str = "") -> str:
    return f"{prolog}<event xmlns='{XEP}'><name>Bad</name><start>2099-11-24T09:00:00Z</start>{content}</event>"


def _xcal(content: str) -> str:
    start = "<dtstart><date-time>2020-11-24T09:00:00Z</date-time></dtstart>"
    event = f"<vevent><properties><uid><text>bad</text></uid>{start}{content}</properties></vevent>"
    return f"<icalendar xmlns='{XCAL}'><vcalendar><components>{event}</components></vcalendar></icalendar>"


def _jcal(*properties: object) -> str:
    start = ["dtstart", {}, "date-time", "2020-11-24T09:00:00Z"]
    return json.dumps(["vcalendar", [], [["vevent", [["uid", {}, "text", "bad"], start, *properties], []]]])


def _draft(content: str) -> str:
    event = f"<vevent><uid>bad</uid><dtstart>20201124T090000Z</dtstart>{content}</vevent>"
    return f"<vcalendar xmlns='{DRAFT}'>{event}</vcalendar>"


def _fields() -> str:
    return json.dumps({"start": "2099-11-24", **{f"a{number}": "" for number in range(SIZE // 14)}})


def _legs() -> str:
    return json.dumps({"event_type": "depart_from", "trip": {"legs": [{"mode": "walk"}] * (SIZE // 18)}})


def _folded(text: str) -> str:
    return "\r\n ".join(text[begin : begin + 74] for begin in range(0, len(text), 74))


def _laughs() -> str:
    names = "".join(f"<!ENTITY a{number} '{f'&a{number - 1};' * 10}'>" for number in range(1, 30))
    return _xep("<description>&a29;</description>", f"<!DOCTYPE event [<!ENTITY a0 'lol'>{names}]>")


BOMBS: dict[str, tuple[str, Callable[[], str]]] = {
    "ics: a text of 10 MB": ("ics", lambda: _ics("DESCRIPTION:" + "x" * SIZE)),
    "ics: a folded text of 10 MB": ("ics", lambda: _ics("DESCRIPTION:" + _folded("x" * SIZE))),
    "ics: 10 MB of folds": ("ics", lambda: _ics("DESCRIPTION:" + "x\r\n " * (SIZE // 4))),
    "ics: 10 MB of escapes": ("ics", lambda: _ics("DESCRIPTION:" + "\\n" * (SIZE // 2))),
    "ics: 10 MB of attendees": ("ics", lambda: _ics(*["ATTENDEE;CN=A:mailto:a@b"] * (SIZE // 26))),
    "ics: 10 MB of one parameter": ("ics", lambda: _ics(f"ATTENDEE;CN={'x' * SIZE}:mailto:a@b")),
    "ics: 10 MB of parameters": ("ics", lambda: _ics(f"ATTENDEE{';A=b' * (SIZE // 4)}:mailto:a@b")),
    "ics: 10 MB of unknown lines": ("ics", lambda: _ics(*["X:"] * (SIZE // 4))),
    "ics: 10 MB of line ends": ("ics", lambda: _ics("\r\n" * (SIZE // 2))),
    "ics: 10 MB without a line end": ("ics", lambda: "BEGIN:VCALENDAR\n" + "x" * SIZE),
    "ics: 10 MB of events": ("ics", lambda: "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\nEND:VEVENT\r\n" * (SIZE // 26)),
    "ics: 10 MB of alarms": ("ics", lambda: _ics(*["BEGIN:VALARM\r\nTRIGGER:-PT1M\r\nEND:VALARM"] * (SIZE // 42))),
    "ics: 10 MB of EXDATE": ("ics", lambda: _ics("EXDATE:" + ",".join(["20991124T090000Z"] * (SIZE // 17)))),
    "ics: 10 MB of RDATE": ("ics", lambda: _ics("RDATE:" + ",".join(["20991124T090000Z"] * (SIZE // 17)))),
    "ics: 10 MB of BYDAY": ("ics", lambda: _ics("RRULE:FREQ=DAILY;BYDAY=" + ",".join(["MO"] * (SIZE // 3)))),
    "ics: a number of 10 MB": ("ics", lambda: _ics("RRULE:FREQ=DAILY;COUNT=" + "9" * SIZE)),
    "ics: 10 MB of categories": ("ics", lambda: _ics("CATEGORIES:" + ",".join(["a"] * (SIZE // 2)))),
    "ics: 100 000 deep": ("ics", lambda: _ics("BEGIN:X\r\n" * DEEP + "END:X\r\n" * DEEP)),
    "ics: SECONDLY without end": ("ics", lambda: _ics("RRULE:FREQ=SECONDLY")),
    "ics: SECONDLY that never comes": ("ics", lambda: _ics("RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")),
    "ics: SECONDLY, 10^12 times": ("ics", lambda: _ics("RRULE:FREQ=SECONDLY;COUNT=1000000000000")),
    "ics: YEARLY that never comes": ("ics", lambda: _ics("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")),
    "ics: ten thousand rules": ("ics", lambda: _ics(*["RRULE:FREQ=SECONDLY"] * 10_000)),
    "ics: all at all times": ("ics", lambda: _ics(f"RRULE:FREQ=YEARLY;{_all_parts()};BYSETPOS=-1")),
    "ics: a zone that changes each second": ("ics", lambda: _zoned("RRULE:FREQ=SECONDLY")),
    "ics: a zone that changes 100 000 times": ("ics", lambda: _zoned(*["RDATE:20991124T090000"] * DEEP)),
    "ics: 10 000 rules in 10 000 events": ("ics", lambda: _many_rules(10_000)),
    "ics: MINUTELY without end in 10 000 events": ("ics", lambda: _series(10_000, "FREQ=MINUTELY")),
    "ics: MINUTELY without end, 60 events": ("ics", lambda: _series(60, "FREQ=MINUTELY")),
    "ics: SECONDLY that never comes, 60 events": ("ics", lambda: _series(60, NEVER)),
    "ics: SECONDLY that never comes, 1000 events": ("ics", lambda: _series(1000, NEVER)),
    "ics: all at all times, 1000 events": ("ics", lambda: _series(1000, f"FREQ=YEARLY;{_all_parts()}")),
    "item: MINUTELY without end in 10 000 events": ("xml", lambda: _item(_series(10_000, "FREQ=MINUTELY"))),
    "item: SECONDLY that never comes, 10 000 events": ("xml", lambda: _item(_series(10_000, NEVER))),
    "xml: a text of 10 MB": ("xml", lambda: _xep(f"<description>{'x' * SIZE}</description>")),
    "xml: 10 MB of references": ("xml", lambda: _xep(f"<description>{'&lt;' * (SIZE // 4)}</description>")),
    "xml: 10 MB of elements": ("xml", lambda: _xep("<d/>" * (SIZE // 4))),
    "xml: 10 MB of categories": ("xml", lambda: _xep("<category term='a'/>" * (SIZE // 20))),
    "xml: 10 MB of XHTML": ("xml", lambda: _xep(f"<description type='xhtml'>{'<p/>' * (SIZE // 4)}</description>")),
    "xml: 10 MB of one attribute": ("xml", lambda: _xep(f"<category term='{'x' * SIZE}'/>")),
    "xml: 10 MB of attributes": ("xml", lambda: _xep(_attributes())),
    "xml: 100 000 deep": ("xml", lambda: _xep("<d>" * DEEP + "</d>" * DEEP)),
    "xml: XHTML 100 000 deep": ("xml", lambda: _xep(_deep_xhtml())),
    "xml: unknown, 100 000 deep": ("xml", lambda: "<a xmlns='urn:x'>" + "<d>" * DEEP + "</d>" * DEEP + "</a>"),
    "xml: unfinished, 10 MB": ("xml", lambda: "<a>" * (SIZE // 3)),
    "xml: billion laughs": ("xml", _laughs),
    "xml: quadratic blow-up": (
        "xml",
        lambda: _xep(f"<description>{'&a;' * 50_000}</description>", f"<!DOCTYPE a [<!ENTITY a '{'x' * MB}'>]>"),
    ),
    "xml: a file as an entity": (
        "xml",
        lambda: _xep("<description>&a;</description>", "<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///dev/zero'>]>"),
    ),
    "xml: a DTD from elsewhere": ("xml", lambda: _xep("", "<!DOCTYPE event SYSTEM 'http://localhost:1/x.dtd'>")),
    "xCal: a text of 10 MB": ("xml", lambda: _xcal(f"<description><text>{'x' * SIZE}</text></description>")),
    "xCal: 10 MB of properties": ("xml", lambda: _xcal("<x><text/></x>" * (SIZE // 14))),
    "xCal: 10 MB of EXDATE": (
        "xml",
        lambda: _xcal(f"<exdate>{'<date-time>2099-11-24T09:00:00Z</date-time>' * (SIZE // 43)}</exdate>"),
    ),
    "xCal: 100 000 deep": (
        "xml",
        lambda: f"<vevent xmlns='{XCAL}'>{'<components><vevent>' * DEEP}{'</vevent></components>' * DEEP}</vevent>",
    ),
    "xCal: SECONDLY without end": ("xml", lambda: _xcal("<rrule><recur><freq>SECONDLY</freq></recur></rrule>")),
    "jCal: a text of 10 MB": ("json", lambda: _jcal(["description", {}, "text", "x" * SIZE])),
    "jCal: 10 MB of properties": ("json", lambda: _jcal(*[["x", {}, "text", ""]] * (SIZE // 21))),
    "jCal: SECONDLY without end": ("json", lambda: _jcal(["rrule", {}, "recur", {"freq": "SECONDLY"}])),
    "draft: a text of 10 MB": ("xml", lambda: _draft(f"<description>{'x' * SIZE}</description>")),
    "draft: 10 MB of EXDATE": ("xml", lambda: _draft(f"<exdate>{'20991124T090000Z,' * (SIZE // 17)}</exdate>")),
    "Calendar42: a text of 10 MB": ("json", lambda: json.dumps({"start": "2099-11-24", "description": "x" * SIZE})),
    "Calendar42: 10 MB of fields": ("json", _fields),
    "Calendar42: 10 MB of legs": ("json", _legs),
    "Calendar42: 10 MB of elements": (
        "xml",
        lambda: f"<event xmlns='{C42}'>{'<start>x</start>' * (SIZE // 16)}</event>",
    ),
    "JSON: 100 000 arrays deep": ("json", lambda: "[" * DEEP + "]" * DEEP),
    "JSON: 100 000 objects deep": ("json", lambda: '{"title":' * DEEP + "1" + "}" * DEEP),
    "JSON: a number of 10 MB": ("json", lambda: '{"title": "a", "start": ' + "9" * SIZE + "}"),
    "JSON: a text of 10 MB": ("json", lambda: json.dumps({"title": "x" * SIZE})),
    "JSON: 10 MB of arrays": ("json", lambda: "[" + "[]," * (SIZE // 3) + "[]]"),
    "Atom: tags without an end": (
        "xml",
        lambda: f"<entry xmlns='http://www.w3.org/2005/Atom'><content type='html'>{'&lt;a' * MB}</content></entry>",
    ),
    "nothing: 10 MB of zeros": ("ics", lambda: "\0" * SIZE),
    "nothing: 10 MB of spaces": ("ics", lambda: " " * SIZE),
    "nothing: 10 MB of one line": ("ics", lambda: "x" * SIZE),
}


GOOD_AFTER = frozenset(name for name in BOMBS if name.startswith("ics:")) - {
    "ics: 10 MB without a line end",
    "ics: 10 MB of events",
    "ics: 10 000 rules in 10 000 events",
    "ics: MINUTELY without end in 10 000 events",
}
"""Those with a good event, "Lunch", behind the bad one."""


def _all_parts() -> str:
    def numbers(low: int, high: int) -> str:
        return ",".join(map(str, range(low, high)))

    day = f"BYHOUR={numbers(0, 24)};BYMINUTE={numbers(0, 60)};BYSECOND={numbers(0, 60)}"
    return f"BYMONTH={numbers(1, 13)};BYMONTHDAY={numbers(1, 32)};BYDAY=MO,TU,WE,TH,FR,SA,SU;{day}"


def _zoned(*lines: str) -> str:
    standard = "\r\n".join(["BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETTO:+0100", *lines, "END:STANDARD"])
    zone = f"BEGIN:VTIMEZONE\r\nTZID:Own\r\n{standard}\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT"
    return _ics("RRULE:FREQ=DAILY", start="DTSTART;TZID=Own:20201124T090000").replace("BEGIN:VEVENT", zone, 1)


def _many_rules(number: int) -> str:
    return _calendar(f"FREQ=MINUTELY;BYSECOND={each % 60}" for each in range(number))


def _series(number: int, rule: str) -> str:
    good = "BEGIN:VEVENT\r\nUID:good\r\nSUMMARY:Lunch\r\nDTSTART:20991124T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR"
    return _calendar([rule] * number).replace("END:VCALENDAR", good)


def _calendar(rules: Iterable[str]) -> str:
    event = "BEGIN:VEVENT\r\nUID:{}\r\nDTSTART:20201124T090000Z\r\nRRULE:{}\r\nEND:VEVENT\r\n"
    events = "".join(event.format(number, rule) for number, rule in enumerate(rules))
    return f"BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n"


def _item(calendar: str) -> str:
    """As others publish it."""
    return f"<item id='1'><ical xmlns='http://jabber.org/protocol/gw/ical'>{calendar}</ical></item>"


def _attributes() -> str:
    return "<d " + " ".join(f"a{number}=''" for number in range(SIZE // 12)) + "/>"


def _deep_xhtml() -> str:
    return f"<description type='xhtml'>{'<p>x' * DEEP}{'</p>' * DEEP}</description>"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command said of a file, and what that took."""

    command: str
    code: int
    seconds: float
    megabytes: float
    said: tuple[str, ...]

    @property
    def is_too_much(self) -> bool:
        """Whether it is more than any file may cost."""
        return self.seconds > SECONDS or self.megabytes > MEGABYTES or self.code not in (0, 1)


COMMANDS = {"decode": ["decode"], "agenda": ["agenda", "--file"]}


def costs(name: str, *, bound: bool = False) -> Iterator[Cost]:
    """What the commands do with a bomb, each in a process of its own. `bound`: there is no more memory than that."""
    suffix, make = BOMBS[name]
    with tempfile.TemporaryDirectory(prefix="c42desktop-bomb-") as folder:
        file = Path(folder, f"bomb.{suffix}")
        file.write_text(make(), newline="")
        Path(folder, "small.ics").write_text(SMALL)
        yield from _costs(file, bound=bound)


def _costs(file: Path, *, bound: bool) -> Iterator[Cost]:
    arguments = [sys.executable, "-m", "tests.fuzz.bombs", "--read", str(file)]
    arguments += ["--bound"] if bound else []
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        yield Cost("both", done.returncode, 0, 0, tuple(done.stderr.splitlines()[-1:]))
        return
    for found in json.loads(done.stdout):
        yield Cost(**{**found, "said": tuple(found["said"])})


def _read(file: Path, *, bound: bool) -> Iterator[Cost]:
    """Read a small file, for all that is loaded once, and then `file`; in this process."""
    small = file.with_name("small.ics")
    for command in COMMANDS:
        _run(command, small)
    if bound:
        size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (size + MEGABYTES * MB, resource.RLIM_INFINITY))
    for command in COMMANDS:
        Path("/proc/self/clear_refs").write_text("5")  # the peak so far does not count
        before, began = _kilobytes("VmRSS"), time.process_time()
        code, said = _run(command, file)
        seconds, more = time.process_time() - began, (_kilobytes("VmHWM") - before) * 1024 / MB
        yield Cost(command, code, seconds, more, tuple(line[:300] for line in said[:3]))


def _run(command: str, path: Path) -> tuple[int, list[str]]:
    from c42desktop.cli import run

    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        code = run(["--profile", str(path.parent / "profile"), *COMMANDS[command], str(path)])
    return code, output.getvalue().replace(f"{path.parent}{os.sep}", "").splitlines()


def _kilobytes(name: str) -> int:
    return int(Path("/proc/self/status").read_text().partition(f"{name}:")[2].split()[0])


def main(arguments: Sequence[str]) -> int:
    """Print the table; fails where something is too much."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.bombs", description=__doc__)
    parser.add_argument("--only", default="", metavar="WORD")
    parser.add_argument("--read", metavar="FILE", help=argparse.SUPPRESS)
    parser.add_argument("--bound", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.read:
        print(json.dumps([asdict(cost) for cost in _read(Path(options.read), bound=options.bound)]))
        return 0
    failed = 0
    for name in BOMBS:
        for cost in costs(name) if options.only in name else ():
            failed += cost.is_too_much
            mark = "  TOO MUCH" if cost.is_too_much else ""
            said = cost.said[0][:90] if cost.said else ""
            print(
                f"{name:42} {cost.command:7} {cost.seconds:6.2f} s {cost.megabytes:5.0f} MB  {said}{mark}", flush=True
            )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
