"""The start after a run that ended unexpectedly."""

from __future__ import annotations

from collections.abc import Callable

import gallery_agenda
from PySide6.QtWidgets import QWidget
from ui_dutch import said

from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.crash_report import CrashReportDialog

SENTENCE = "c42desktop ended unexpectedly yesterday at 14:05."
REPORT = """\
c42desktop 0.1.0, Python 3.13.5, Qt 6.9.1, Debian GNU/Linux 13 (trixie), Linux 6.12.41 x86_64, wayland/GNOME
Started 2026-11-23 08:58:12+01:00
Ended   2026-11-23 14:05:03+01:00

Fatal Python error: Segmentation fault

Thread 0x00007f9e734d46c0 (most recent call first):
  File "threading.py", line 327 in wait
  File "queue.py", line 171 in get
  File "qasync/__init__.py", line 126 in run

Current thread 0x00007f9e8c68fb80 (most recent call first):
  File "c42desktop/ui/row_painter.py", line 214 in _pill
  File "c42desktop/ui/agenda_delegate.py", line 61 in paint
  File "qasync/__init__.py", line 404 in run_forever
  File "c42desktop/qt_loop.py", line 70 in run_in_qt

Last lines of the log:

2026-11-23T14:04:11.563+01:00 INFO c42desktop.xmpp.session: …@example.org: new stream
2026-11-23T14:05:02.826+01:00 INFO c42desktop.notify.sounds: No sound: none of pw-play, paplay, aplay is here.
"""


def crash_mentioned() -> QWidget:
    made = gallery_agenda.window()
    choices = (("report", said("Show report")),)
    made.set_banner(BannerText(BannerKind.INFO, said(SENTENCE), said("Dismiss"), choices))
    made.show()
    return made


def crash_mentioned_phone() -> QWidget:
    made = crash_mentioned()
    made.resize(360, 640)
    return made


def crash_report() -> QWidget:
    made = CrashReportDialog(said(SENTENCE), REPORT)
    made.show()
    return made


SCENES: tuple[Callable[[], QWidget], ...] = (crash_mentioned, crash_mentioned_phone, crash_report)
