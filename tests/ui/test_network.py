"""Another network is told of once it settled."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation
from pytestqt.qtbot import QtBot

from c42desktop.ui import network
from c42desktop.ui.network import NetworkWatch

Reachability = QNetworkInformation.Reachability


class System(QObject):
    """The part of QNetworkInformation that is listened to."""

    reachabilityChanged = Signal(object)  # noqa: N815
    transportMediumChanged = Signal(object)  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.now = Reachability.Online
        self.asked = 0

    def reachability(self) -> Reachability:
        self.asked += 1
        return self.now

    def backendName(self) -> str:  # noqa: N802
        return "scripted"

    def becomes(self, reachability: Reachability) -> None:
        self.now = reachability
        self.reachabilityChanged.emit(reachability)


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    system = System()
    monkeypatch.setattr(network, "_information", lambda: system)
    monkeypatch.setattr(network, "SETTLED", 20)
    return system


@pytest.fixture
def said(system: System, qtbot: QtBot) -> Iterator[list[bool]]:
    """What a watch says of the network."""
    watch = NetworkWatch()
    said: list[bool] = []
    watch.changed.connect(said.append)
    watch.start()
    yield said
    watch.deleteLater()


@pytest.mark.parametrize(
    ("becomes", "reachable"),
    [
        (Reachability.Online, True),
        (Reachability.Site, True),
        (Reachability.Local, True),
        (Reachability.Disconnected, False),
    ],
)
def test_it_is_told_as_yes_or_no(
    system: System, said: list[bool], qtbot: QtBot, becomes: Reachability, reachable: bool
) -> None:
    system.becomes(becomes)
    assert said == []
    qtbot.waitUntil(lambda: said == [reachable])


def test_a_network_that_comes_and_goes_is_told_of_once_with_how_it_is_then(
    system: System, said: list[bool], qtbot: QtBot
) -> None:
    for _time in range(10):
        system.becomes(Reachability.Disconnected)
        system.becomes(Reachability.Online)
    qtbot.waitUntil(lambda: bool(said))
    system.becomes(Reachability.Disconnected)
    qtbot.waitUntil(lambda: len(said) > 1)
    assert said == [True, False]


def test_a_cable_instead_of_the_wireless_network_is_another_network(
    system: System, said: list[bool], qtbot: QtBot
) -> None:
    system.transportMediumChanged.emit(QNetworkInformation.TransportMedium.Ethernet)
    qtbot.waitUntil(lambda: said == [True])


def test_what_the_system_does_not_know_is_not_told(system: System, said: list[bool], qtbot: QtBot) -> None:
    system.becomes(Reachability.Unknown)
    qtbot.waitUntil(lambda: system.asked == 1)
    assert said == []


def test_a_system_that_tells_nothing_is_no_problem(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(QNetworkInformation, "loadBackendByFeatures", lambda _features: False)
    watch = NetworkWatch()
    watch.start()
    watch.deleteLater()
