"""What is said about the lock, by what the advisory service says."""

from __future__ import annotations

import json
import subprocess
import sys
from types import SimpleNamespace

import audit
import pytest

LOCK = (
    "a==1 \\\n    --hash=sha256:00\nb==2 ; python_version < '3.12' \\\n    --hash=sha256:00\n"
    "b==3 ; python_version >= '3.12' \\\n    --hash=sha256:00\n"
)
WEAK = {"id": "PYSEC-1", "aliases": ["CVE-1"], "fix_versions": ["1.1"]}


def service(monkeypatch: pytest.MonkeyPatch, *answers: object) -> None:
    """pip-audit answers this, one call after the other; a text is what it says instead."""
    waiting = list(answers)

    def run(*_command: object, **_options: object) -> SimpleNamespace:
        answer = waiting.pop(0)
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, str):
            return SimpleNamespace(stdout="", stderr=f"Traceback\n{answer}\n")
        return SimpleNamespace(stdout=json.dumps({"dependencies": answer}), stderr="")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(audit, "LOCK", SimpleNamespace(read_text=lambda encoding: LOCK))
    monkeypatch.setattr(sys, "argv", ["audit.py"])


def part(name: str, *weak: object) -> dict[str, object]:
    return {"name": name, "version": "1", "vulns": list(weak)}


def test_both_versions_of_what_differs_by_python_are_asked_about() -> None:
    assert list(audit.versions(LOCK)) == [("a==1", "b==2"), ("b==3",)]


def test_a_known_weakness_fails_and_says_what_mends_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    service(monkeypatch, [part("a", WEAK), part("b")], [part("b")])
    assert audit.main() == 1
    assert "a 1 has a known weakness, PYSEC-1: mended in 1.1." in capsys.readouterr().out


def test_what_was_looked_at_and_does_not_matter_here_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    service(monkeypatch, [part("a", WEAK)], [part("b")])
    monkeypatch.setattr(audit, "IGNORED", {"CVE-1": "it is about a server"})
    assert audit.main() == 0


@pytest.mark.parametrize("trouble", ["ConnectionError: no route", subprocess.TimeoutExpired("pip-audit", 1)], ids=str)
def test_where_nobody_answers_one_sentence_says_so_and_only_strict_fails(
    trouble: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    service(monkeypatch, trouble, trouble)
    assert audit.main() == 0
    said = capsys.readouterr().out
    assert said.startswith("No advisory service answers, so what is locked was not audited: ") and said.count("\n") == 1
    monkeypatch.setattr(sys, "argv", ["audit.py", "--strict"])
    assert audit.main() == 1


def test_an_index_without_advisories_is_no_clean_bill(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    service(monkeypatch, [{"name": "a", "skip_reason": "not found"}], [{"name": "b", "skip_reason": "not found"}])
    assert audit.main() == 0
    assert capsys.readouterr().out == "The index of packages has no advisories about 2 locked packages: not audited.\n"
