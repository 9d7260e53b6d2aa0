"""The tests that carry numbers, collected and perhaps run by one pytest."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

import pytest

from c42desktop.xmpp.login import Way
from tests.conformance.statements import numbers_in
from tests.servers import SERVERS

SCRIPTED = "scripted"  # or no server at all
SAME_OVER_HTTP = "C-BOSH-18"
TESTS = Path(__file__).parent.parent


@dataclass(slots=True)
class Proof:
    """One test and the statements it is about. `outcome` is passed, failed or skipped; "" where it did not run."""

    numbers: list[str]
    file: str
    server: str
    outcome: str = ""


class Collector:
    """A plugin for pytest that leaves the numbered tests and keeps what became of them."""

    def __init__(self) -> None:
        self.proofs: dict[str, Proof] = {}

    @pytest.hookimpl(trylast=True)  # -k and -m have chosen before
    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        for item in items:
            if numbers := numbers_in(item.name) + _over_http(item):
                file = item.path.relative_to(TESTS).as_posix()
                self.proofs[item.nodeid] = Proof(numbers, file, _server(item))
        others = [item for item in items if item.nodeid not in self.proofs]
        items[:] = [item for item in items if item.nodeid in self.proofs]
        config.hook.pytest_deselected(items=others)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Three reports a test: what is wrong in one of them is wrong with the test."""
        proof = self.proofs[report.nodeid]
        if report.outcome != "passed" or not proof.outcome:
            proof.outcome = report.outcome


def collect() -> list[Proof]:
    """The numbered tests, not run. Raises RuntimeError with what pytest says where it cannot collect them."""
    collector, said = Collector(), io.StringIO()
    with contextlib.redirect_stdout(said):
        code = pytest.main(["--collect-only", "-q", "-p", "no:cacheprovider", *_files()], plugins=[collector])
    if code:
        raise RuntimeError(said.getvalue())
    return list(collector.proofs.values())


def run(arguments: list[str]) -> tuple[list[Proof], int]:
    """Run the numbered tests; `arguments` are pytest's. Gives what became of them, and pytest's exit code."""
    collector = Collector()
    code = pytest.main(["-q", *arguments, *_files()], plugins=[collector])
    return list(collector.proofs.values()), int(code)


def _files() -> list[str]:
    """Those with numbered tests in them: reading the others takes longer."""
    files = sorted(TESTS.rglob("test_*.py"))
    return [str(path) for path in files if "def test_c_" in path.read_text(encoding="utf-8")]


def _over_http(item: pytest.Item) -> list[str]:
    """What is shown over WebSocket or BOSH shows besides that it works there as over TCP."""
    way = item.callspec.params.get("way", Way.TCP) if hasattr(item, "callspec") else Way.TCP
    return [SAME_OVER_HTTP] if way is not Way.TCP and numbers_in(item.name) else []


def _server(item: pytest.Item) -> str:
    """Which server a test runs with, by the fixtures it takes."""
    parameters = item.callspec.params if hasattr(item, "callspec") else {}
    chosen = parameters.get("server") or parameters.get("own_server")
    fixtures = set(item.fixturenames) if isinstance(item, pytest.Function) else set()
    by_name = (each for each in SERVERS if fixtures & {each, f"own_{each}"})
    return str(chosen or next(by_name, SCRIPTED))
