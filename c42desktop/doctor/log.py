"""What the log and the reports of crashes say. For a thread: disks are slow."""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path

from c42desktop.calendar.dates import day_label
from c42desktop.calendar.names import clock
from c42desktop.clock import LOCAL
from c42desktop.crashes import reports
from c42desktop.doctor.finding import Finding, passed, skipped, warned
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.log import files
from c42desktop.profile import Profile

_DEFECT = re.compile(r"^\d{4}-\d\d-\d\dT\S+ (?:ERROR|CRITICAL) ", re.MULTILINE)


def look(profile: Profile, now: datetime) -> list[Finding]:
    """Whether there can be a log, what it has of unexpected errors, and whether the program ended by one."""
    found = [_ended(report, now) for report in reports.all_in(reports.folder_of(profile))[:1]]
    return [*found, _logged(profile)]


def _ended(report: reports.Report, now: datetime) -> Finding:
    when = report.when.astimezone(LOCAL)
    day = day_label(when.date(), now.astimezone(LOCAL).date(), inline=True, past=True)
    text = _("c42desktop ended unexpectedly {day} at {time}.").format(day=day, time=clock(when))
    advice = _("The report is in {path}; nothing was sent. Read it, pass it on if you wish, and delete it.")
    return warned("log", text, advice.format(path=report.path))


def _logged(profile: Profile) -> Finding:
    try:
        if not os.access(_nearest(profile.log), os.W_OK):
            return warned("log", _("{path} cannot be written.").format(path=profile.log), _advice())
        found = files(profile.log)
        count = sum(len(_DEFECT.findall(file.read_text(encoding="utf-8", errors="replace"))) for file in found)
    except OSError as error:
        text = _("{path} cannot be read: {why}.").format(path=profile.log, why=error.strerror)
        return warned("log", text, _advice())
    if count:
        text = ngettext("{path} has {count} unexpected error.", "{path} has {count} unexpected errors.", count)
        advice = _("These are mistakes of this program, which went on. Please report them.")
        return warned("log", text.format(path=profile.log, count=count), advice)
    if not found:
        return skipped("log", _("Nothing has been logged here yet."))
    return passed("log", _("{path} has no unexpected errors.").format(path=profile.log))


def _nearest(path: Path) -> Path:
    """The file itself, or the folder that would have to take what leads to it."""
    return next(each for each in (path, *path.parents) if each.exists())


def _advice() -> str:
    return _("Give yourself the right to read and write it: what goes wrong is not written down now.")
