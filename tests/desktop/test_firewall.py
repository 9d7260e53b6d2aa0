"""The whole application where only HTTP gets out: it comes online by itself, and its window says over what."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from c42desktop.demo.prosody import DOMAIN, Prosody
from c42desktop.xmpp.login import Way
from tests.desktop.harness import Desktop
from tests.desktop.inspected import Inspected
from tests.desktop.test_application import add_account, only_information
from tests.faults.firewall import Wall, walled
from tests.integration.test_reaching import AIM, web_site
from tests.proxies import ConnectProxy
from tests.servers import url_of

pytestmark = [pytest.mark.desktop, pytest.mark.server]

Options = tuple[str, ...]


@asynccontextmanager
async def dropping(prosody: Prosody) -> AsyncIterator[Options]:
    """Nothing comes back from the server's own port. It says nowhere where its WebSocket is: that was entered."""
    async with walled(Wall.DROPPED) as port:
        yield "--port", str(port), "--url", url_of(prosody, Way.WEBSOCKET)


@asynccontextmanager
async def proxied(prosody: Prosody) -> AsyncIterator[Options]:
    """A proxy lets through what goes to the web only: to the domain's site, and to the place which that names."""
    async with web_site(prosody, Way.BOSH) as site:
        leads = {(DOMAIN, 443): site, ("127.0.0.1", prosody.ports.https): prosody.ports.https}
        async with ConnectProxy(leads) as proxy:
            yield "--host", "", "--proxy", proxy.value().url
            assert (DOMAIN, 5222) in proxy.asked


@pytest.mark.parametrize(("network", "said"), [(dropping, "Online over WebSocket"), (proxied, "Online over BOSH")])
async def test_behind_a_firewall_the_window_says_within_15_seconds_what_it_is_online_over(
    desktop: Desktop,
    prosody: Prosody,
    tmp_path: Path,
    network: Callable[[Prosody], AbstractAsyncContextManager[Options]],
    said: str,
) -> None:
    await add_account(desktop, prosody, tmp_path)  # at home, where TCP works
    async with network(prosody) as options:
        await moved(desktop, tmp_path, *options)
        async with Inspected(desktop, "--profile", str(tmp_path)) as app:
            async with asyncio.timeout(AIM):
                await app.until(["texts", "account"], lambda texts: said in texts)
            assert await app.terminate() == (0, "")
    only_information(tmp_path)


async def moved(desktop: Desktop, profile: Path, *options: str) -> None:
    """The same account in another network: nobody tries whether it works there."""
    command = [sys.executable, "-m", "c42desktop", "--profile", str(profile), "account", "edit", f"ann@{DOMAIN}"]
    await asyncio.to_thread(desktop.run, [*command, *options, "--untried"])
