"""The contacts of an account, to complete an address from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from c42desktop.plain import one_line

Index = QModelIndex | QPersistentModelIndex


class ContactModel(QAbstractListModel):
    """Names with their addresses; ADDRESS is the address alone."""

    ADDRESS = int(Qt.ItemDataRole.UserRole) + 1

    def __init__(self) -> None:
        super().__init__()
        self._contacts: tuple[tuple[str, str], ...] = ()

    def set(self, contacts: Sequence[tuple[str, str]]) -> None:
        """Other contacts: pairs of name and address."""
        self.beginResetModel()
        self._contacts = tuple(contacts)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._contacts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One contact."""
        if not index.isValid():
            return None
        name, address = self._contacts[index.row()]
        if role == self.ADDRESS:
            return address
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return f"{one_line(name, 80)} – {address}" if name and name != address else address
        return None


class ByName(QCompleter):
    """Completes from parts of names and addresses, and puts in the address."""

    def __init__(self, model: ContactModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(8)

    def pathFromIndex(self, index: Index) -> str:  # noqa: N802
        """What is put in."""
        return str(index.data(ContactModel.ADDRESS) or "")
