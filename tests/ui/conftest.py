"""Widgets without a screen, in the light theme; what Qt warns about fails the test."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

from c42desktop.ui import theme, tokens

HARMLESS = ("This plugin does not support",)


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """Every test begins in the light theme."""
    if not qapp.styleSheet() or theme.current() is not tokens.LIGHT or theme.px(100) != 100:
        theme.apply(qapp, tokens.LIGHT)


@pytest.fixture(autouse=True)
def no_qt_warnings(qtlog: object) -> Iterator[None]:
    """A warning of Qt is a mistake of ours."""
    yield
    serious = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
    records = [record for record in qtlog.records if record.type in serious]  # type: ignore[attr-defined]
    assert [record.message for record in records if not record.message.startswith(HARMLESS)] == []
