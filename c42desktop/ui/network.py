"""Whether there is a network, as the system sees it."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation

Reachability = QNetworkInformation.Reachability

_log = logging.getLogger(__name__)

SETTLED = 1500  # milliseconds from the first sign of a change until it is told: a network comes and goes in steps


class NetworkWatch(QObject):
    """Emits `changed(reachable)` a moment after the network became another one.

    From one wireless network to the next there is nothing between, or so little that it is over when it is told: that
    is told as well, for no connection survives it. `reachable` is true for a network of any kind: the server may be
    on the local one. Where the system tells nothing about its network, this says nothing.
    """

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._information: QNetworkInformation | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLED)
        self._timer.timeout.connect(self._settled)

    def start(self) -> None:
        """Begin to watch."""
        information = self._information = _information()
        if information is None:
            _log.info("The system does not tell of its network.")
            return
        _log.info("The network is watched through %s.", information.backendName())
        information.reachabilityChanged.connect(self._note)
        information.transportMediumChanged.connect(self._note)

    def _note(self, _what: object) -> None:
        # Not started anew by each sign: a network that never settles would never be told of.
        if not self._timer.isActive():
            self._timer.start()

    def _settled(self) -> None:
        assert self._information is not None
        reachability = self._information.reachability()
        if reachability is not Reachability.Unknown:
            self.changed.emit(reachability is not Reachability.Disconnected)


def _information() -> QNetworkInformation | None:
    """Qt's view of the network; None where none of its ways to look is there."""
    if not QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
        return None
    return QNetworkInformation.instance()
