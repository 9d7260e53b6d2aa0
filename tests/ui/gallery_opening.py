"""What was opened elsewhere: before there is an account, from a stranger, offline, and dragged onto the window."""

from __future__ import annotations

from gallery_agenda import window
from gallery_calendars import add_calendar
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from ui_dutch import said

from c42desktop.ui.add_calendar import AddCalendarDialog

STRANGER = "xmpp:calendars.stranger.example?;node=team-planning-2026"


def opened_sign_in_first() -> QWidget:
    made = window()
    made.show_sign_in()
    made.ask_to_sign_in(said("Sign in first. Then you are asked what to do with what you opened."))
    return made


def opened_stranger() -> QWidget:
    made = add_calendar()
    made.offer(STRANGER)
    asks = "“Show” asks it, and it learns your address by that."
    made.set_notice(said(f"You have no calendar at calendars.stranger.example yet. {asks}"))
    return made


def opened_offline() -> QWidget:
    made = AddCalendarDialog()
    made.offer(STRANGER)
    made.set_waiting(said("You are offline. Calendars are shown once you are connected."))
    made.show()
    return made


def opened_link_dragged() -> QWidget:
    made = window()
    made.show_agenda()
    made.show()
    mime = QMimeData()
    mime.setUrls([QUrl(STRANGER)])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(made, QDragEnterEvent(QPoint(300, 300), copy, mime, left, none))
    return made


SCENES = (opened_sign_in_first, opened_stranger, opened_offline, opened_link_dragged)
