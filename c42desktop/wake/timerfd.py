"""Linux: a file that becomes readable when the wall clock is set, and when the machine resumes. It costs nothing."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import time

# <linux/time.h>, <linux/timerfd.h>. Python itself has these calls from 3.13 on only.
_CLOCK_REALTIME = 0
_ABSTIME, _CANCEL_ON_SET = 1, 2
_TEN_YEARS = 10 * 365 * 24 * 60 * 60  # seconds; when it is over, the file is readable once, and opened anew


class _Timespec(ctypes.Structure):
    _fields_ = (("seconds", ctypes.c_long), ("nanoseconds", ctypes.c_long))


class _Itimerspec(ctypes.Structure):
    _fields_ = (("interval", _Timespec), ("value", _Timespec))


def open_timer() -> int | None:
    """The file, to be closed with `os.close`. None where the system has no such thing."""
    if sys.platform != "linux":
        return None
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        create, settime = libc.timerfd_create, libc.timerfd_settime
    except (OSError, AttributeError):
        return None
    descriptor = create(_CLOCK_REALTIME, os.O_NONBLOCK | os.O_CLOEXEC)
    if descriptor < 0:
        return None
    until = _Itimerspec(_Timespec(0, 0), _Timespec(int(time.time()) + _TEN_YEARS, 0))
    if settime(descriptor, _ABSTIME | _CANCEL_ON_SET, ctypes.byref(until), None) != 0:
        os.close(descriptor)
        return None
    return int(descriptor)


def read_timer(descriptor: int) -> None:
    """Take what made it readable. That is an error (ECANCELED): what happened, the clocks themselves tell."""
    with contextlib.suppress(OSError):
        os.read(descriptor, 8)
