"""Another program on the desktop: files can be dragged out of its left half, and anything dropped on its right half.

    python -m tests.desktop.neighbour FILE X Y

Prints "accepted" when another program would take its file, "over" for each move over its right half, and a line of JSON
for what was dropped there: the text of the file that came, and the text that came as text/calendar.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget


class Source(QLabel):
    """Gives the file away."""

    def __init__(self, file: str) -> None:
        super().__init__("drag me")
        self._file = file

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Any movement begins it."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(self._file)])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.actionChanged.connect(lambda action: action == Qt.DropAction.CopyAction and print("accepted", flush=True))
        drag.exec(Qt.DropAction.CopyAction)


class Target(QLabel):
    """Takes whatever comes."""

    def __init__(self) -> None:
        super().__init__("drop here")
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Everything is welcome."""
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """The other one moves on only after it has heard that it is welcome."""
        print("over", flush=True)
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Say what it was."""
        mime = event.mimeData()
        paths = [Path(url.toLocalFile()) for url in mime.urls()]
        dropped = {
            "names": [path.name for path in paths],
            "files": [path.read_bytes().decode() for path in paths],
            "text": bytes(mime.data("text/calendar").data()).decode(),
        }
        print(json.dumps(dropped), flush=True)
        event.acceptProposedAction()


def main(file: str, x: str, y: str) -> None:
    """Show the window until it is killed."""
    app = QApplication([])
    window = QWidget(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(Source(file))
    row.addWidget(Target())
    window.setGeometry(int(x), int(y), 160, 60)
    window.show()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
