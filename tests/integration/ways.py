"""Tests that are about some of the ways to a server only."""

from __future__ import annotations

import pytest

from c42desktop.xmpp.login import Way


def ways(*chosen: Way) -> pytest.MarkDecorator:
    """The test runs over these, not over all."""
    return pytest.mark.parametrize("way", chosen, indirect=True)


ONLY_TCP = ways(Way.TCP)
