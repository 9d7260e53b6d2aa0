"""One desktop for the tests of a module."""

from collections.abc import Iterator

import pytest

from tests.desktop.harness import Desktop


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """Every part of it."""
    with Desktop() as desktop:
        yield desktop
