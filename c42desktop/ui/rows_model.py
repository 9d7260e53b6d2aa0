"""What the models of both lists have in common: rows, most of which are something, and headers between them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

FACE = Qt.ItemDataRole.UserRole + 1
"""What the row shows."""
ROW = Qt.ItemDataRole.UserRole + 2
"""The Row itself."""
SHAPE = Qt.ItemDataRole.UserRole + 3
"""All that the height of the row depends on."""

LOOKS = [FACE, ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole]  # all but the height


class Face(Protocol):
    """What a row shows: its first words, and all of it read aloud."""

    @property
    def title(self) -> str:
        """The first words."""

    def sentence(self) -> str:
        """The row read aloud."""


class RowsModel(QAbstractListModel):
    """A list of rows in `rows`; what they look like is said by those who know them."""

    @property
    @abstractmethod
    def rows(self) -> Sequence[Any]:
        """The rows."""

    @abstractmethod
    def face(self, row: Any) -> Face:
        """What a row shows."""

    @abstractmethod
    def shape(self, row: Any) -> Any:
        """All that its height depends on."""

    @abstractmethod
    def is_header(self, row: Any) -> bool:
        """Whether it is a header."""

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """The number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What one row is, shows and says."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case x if x == SHAPE:
                return self.shape(row)
            case x if x == ROW:
                return row
            case x if x == FACE:
                return self.face(row)
            case Qt.ItemDataRole.DisplayRole:
                return self.face(row).title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.face(row).sentence()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headers are no place to stop at."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.is_header(self.rows[index.row()]):
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
