"""What an account has learnt about its server and keeps for the next time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

MOST_NETWORKS = 20  # a traveller's; the oldest is forgotten first


class Memory:
    """`mechanism`: the strongest SASL mechanism that the server ever offered, a family of SCRAM or PLAIN, "" where none
    is known: nothing weaker will do from then on. `ways`: by network, the text of the Endpoint that worked there last.

    `on_change` is called after each change, so that it can be kept.
    """

    def __init__(
        self,
        mechanism: str = "",
        ways: Mapping[str, str] | None = None,
        on_change: Callable[[Memory], None] | None = None,
    ) -> None:
        self.mechanism = mechanism
        self.ways = dict(ways or {})
        self._on_change = on_change

    def offered(self, mechanism: str) -> None:
        """The server has shown that it knows this one; the caller has seen that it is stronger than what is known."""
        if mechanism != self.mechanism:
            self.mechanism = mechanism
            self._changed()

    def forget_mechanism(self) -> None:
        """The person has decided that a weaker one will do: the next sign-in learns anew what is offered."""
        self.offered("")

    def worked(self, network: str, way: str) -> None:
        """This is how we got online in this network."""
        if not network or self.ways.get(network) == way:
            return
        self.ways.pop(network, None)
        self.ways[network] = way
        for oldest in list(self.ways)[:-MOST_NETWORKS]:
            del self.ways[oldest]
        self._changed()

    def _changed(self) -> None:
        if self._on_change is not None:
            self._on_change(self)
