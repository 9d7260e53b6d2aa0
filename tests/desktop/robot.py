"""The real application with a window to look into: run by `Inspected`, driven by real keys and clicks.

    python -m tests.desktop.robot [the program's own arguments]

Reads one question a line from standard input and answers each with one line of JSON. It only looks: every action of
a test goes through the X server, as a person's does.
"""

from __future__ import annotations

import asyncio
import json
import sys
import threading
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QDateTimeEdit, QLabel, QLineEdit, QWidget

from c42desktop import app, cli
from c42desktop.ui.month_model import DAY, Look


def _find(name: str) -> QWidget:
    for top in QApplication.topLevelWidgets():
        if not top.isVisible():
            continue
        for widget in [top, *top.findChildren(QWidget)]:
            if widget.objectName() == name and widget.isVisible():
                return widget
    raise LookupError(name)


def _where(widget: QWidget) -> list[int]:
    middle = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
    return [middle.x(), middle.y()]


def _rows(application: app.Application) -> list[str]:
    model = application.model
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def _where_is_row(name: str, text: str) -> list[int]:
    view = _find(name)
    assert isinstance(view, QAbstractItemView)
    model = view.model()
    for row in range(model.rowCount(QModelIndex())):
        index = model.index(row, 0)
        if text in f"{index.data(Qt.ItemDataRole.AccessibleTextRole)} {index.data()}":
            view.scrollTo(index)
            point = view.viewport().mapToGlobal(view.visualRect(index).center())
            return [point.x(), point.y()]
    raise LookupError(text)


def _texts(name: str) -> list[str]:
    root = _find(name)
    labels = [widget for widget in root.findChildren(QLabel) if widget.isVisible()]
    return [label.text().replace("\u200b", "") for label in labels] + [
        edit.text() for edit in root.findChildren(QLineEdit) if edit.isVisible()
    ]


def _focus() -> list[str | int]:
    """Which widget has the keyboard, and which part of a date or time."""
    focused = QApplication.focusWidget()
    if focused is None:
        raise LookupError("focus")
    return [focused.objectName(), focused.currentSectionIndex() if isinstance(focused, QDateTimeEdit) else 0]


def _answer(application: app.Application, question: list[Any]) -> Any:
    match question:
        case ["where", name]:
            return _where(_find(name))
        case ["where-row", name, text]:
            return _where_is_row(name, text)
        case ["rows"]:
            return _rows(application)
        case ["texts", name]:
            return _texts(name)
        case ["choices", name]:
            box = _find(name)
            return [box.itemText(place) for place in range(box.count())] if isinstance(box, QComboBox) else None
        case ["tray"]:
            return [application.tray.icon_name(), application.tray.tooltip()]
        case ["menu"]:
            application.tray.refresh()
            return [action.text() for action in application.tray.menu.actions() if action.text()]
        case ["where-tray"]:
            return application.tray._icon.geometry().center().toTuple()
        case ["busy-days"]:
            model = _find("month-days").model()  # type: ignore[attr-defined]
            cells = [model.index(row, column) for row in range(model.rowCount()) for column in range(7)]
            return [str(cell.data(DAY)) for cell in cells if cell.data(Look.BUSY)]
        case ["focus"]:
            return _focus()
        case ["visible"]:
            return application.window.isVisible()
    raise LookupError(str(question))


def _listen(application: app.Application, loop: asyncio.AbstractEventLoop) -> None:
    for line in sys.stdin:
        loop.call_soon_threadsafe(_reply, application, json.loads(line))


def _reply(application: app.Application, question: list[Any]) -> None:
    try:
        answer = {"answer": _answer(application, question)}
    except LookupError as error:
        answer = {"missing": str(error)}
    print(json.dumps(answer), flush=True)


async def _run(self: app.Application, *args: Any) -> None:
    loop = asyncio.get_running_loop()
    threading.Thread(target=_listen, args=(self, loop), daemon=True).start()
    await _original(self, *args)


_original = app.Application.run

if __name__ == "__main__":
    app.Application.run = _run  # type: ignore[method-assign]
    sys.exit(cli.run(sys.argv[1:]))
