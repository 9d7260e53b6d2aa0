"""How checks are run: beside each other, and none of them for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from c42desktop.doctor.checks import Check, Group, Once, run
from c42desktop.doctor.finding import Finding, Outcome, passed


def check(name: str, *after: asyncio.Event, then: asyncio.Event | None = None) -> Check:
    """A check that waits for events of others, and then tells of itself."""

    async def look() -> Finding:
        for event in after:
            await event.wait()
        if then is not None:
            then.set()
        return passed(name, name)

    return Check(name, look)


async def test_one_that_hangs_is_a_failure_with_a_sentence_and_holds_nobody_up() -> None:
    heard: list[str] = []

    def hear(check: Check, _findings: Sequence[Finding]) -> None:
        heard.append(check.name)

    (hanging, other) = await run([Group("", [check("keyring", asyncio.Event()), check("disk")])], hear, 0.05)

    assert heard == ["disk", "keyring"]
    assert hanging.findings[0].outcome is Outcome.FAILURE
    assert "no answer within 0.05 seconds" in hanging.findings[0].text
    assert other.findings[0].outcome is Outcome.PASS


async def test_checks_run_beside_each_other_and_are_told_in_their_order() -> None:
    first, second = asyncio.Event(), asyncio.Event()
    groups = [Group("", [check("disk", second, then=first)]), Group("ann", [check("dns", then=second)])]

    results = await run(groups, lambda _check, _findings: None, 5)

    assert [(each.account, each.findings[0].check) for each in results] == [("", "disk"), ("ann", "dns")]


@pytest.mark.expects_warnings
async def test_a_defect_costs_one_line_and_tells_its_kind_only(caplog: pytest.LogCaptureFixture) -> None:
    async def look() -> Finding:
        raise LookupError("geheim")

    result, _other = await run([Group("", [Check("disk", look), check("zone")])], lambda _c, _f: None)

    assert result.findings[0].outcome is Outcome.FAILURE
    assert "LookupError" in result.findings[0].text
    assert "geheim" not in result.findings[0].text + caplog.text


async def test_what_several_need_is_done_once_and_survives_one_who_leaves() -> None:
    begun, go = 0, asyncio.Event()

    async def work() -> str:
        nonlocal begun
        begun += 1
        await go.wait()
        return "done"

    once = Once(work)
    leaving, staying = asyncio.ensure_future(once.get()), asyncio.ensure_future(once.get())
    await asyncio.sleep(0)
    leaving.cancel()
    go.set()

    assert await staying == "done"
    assert await once.get() == "done"
    assert begun == 1


async def test_what_is_still_running_ends_with_the_checks() -> None:
    ended = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    once = Once(work)

    async def look() -> Finding:
        await once.get()
        raise AssertionError

    await run([Group("", [Check("dns", look)], once.cancel)], lambda _c, _f: None, 0.05)
    assert ended.is_set()
