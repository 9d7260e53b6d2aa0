"""Finds every host where the test has its server."""

from __future__ import annotations

import socket

from aiohttp.abc import AbstractResolver, ResolveResult


class Resolver(AbstractResolver):
    """Every host and port is one port of this computer."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.hosts: set[str] = set()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.hosts.add(host)
        return [
            ResolveResult(hostname=host, host="127.0.0.1", port=self._port, family=socket.AF_INET, proto=0, flags=0)
        ]

    async def close(self) -> None:
        """Nothing to give back."""
