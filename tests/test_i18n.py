"""Whose language texts are in."""

from __future__ import annotations

import asyncio
import locale
import os
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from c42desktop import i18n
from c42desktop.i18n import gettext as imported_before
from c42desktop.i18n import languages_in
from c42desktop.tasks import Tasks


@pytest.mark.parametrize(
    ("variables", "languages"),
    [
        ({}, ()),
        ({"LANG": "C.UTF-8"}, ()),
        ({"LANG": "nl_BE.UTF-8"}, ("nl_BE",)),
        ({"LANG": "nl_BE.UTF-8", "LC_MESSAGES": "de_DE@euro", "LC_ALL": ""}, ("de_DE",)),
        ({"LANG": "nl_BE.UTF-8", "LANGUAGE": "nl_BE:fr:C"}, ("nl_BE", "fr")),
    ],
)
def test_the_languages_of_the_reader_are_those_that_gettext_takes(
    variables: dict[str, str], languages: tuple[str, ...]
) -> None:
    assert languages_in(variables) == languages


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A catalogue with one word of Dutch, and everything as it was afterwards."""
    folder = tmp_path / "translations"
    target = folder / "nl" / "LC_MESSAGES" / "c42desktop.mo"
    target.parent.mkdir(parents=True)
    target.write_bytes(_compiled({"": "Content-Type: text/plain; charset=UTF-8\n", "Quit": "Afsluiten"}))
    monkeypatch.setattr(i18n.assets, "path", lambda _name: folder)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setattr(i18n, "_catalogue", i18n._catalogue)
    before, names = list(i18n.LANGUAGES), locale.setlocale(locale.LC_TIME)
    yield
    i18n.LANGUAGES[:] = before
    locale.setlocale(locale.LC_TIME, names)


def _compiled(texts: dict[str, str]) -> bytes:
    """A catalogue as msgfmt writes it."""
    keys, offset = sorted(texts), 28 + 16 * len(texts)
    tables: list[int] = []
    data = b""
    for part in (keys, [texts[key] for key in keys]):
        for text in part:
            tables += [len(text.encode()), offset + len(data)]
            data += text.encode() + b"\0"
    head = (0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, 28 + 16 * len(keys))
    return struct.pack(f"<7I{len(tables)}I", *head, *tables) + data


def test_texts_are_in_the_language_that_was_chosen_also_where_they_were_imported_before(spoken: None) -> None:
    assert imported_before("Quit") == "Quit"
    i18n.use("nl")
    assert imported_before("Quit") == "Afsluiten"
    assert imported_before("Nothing planned") == "Nothing planned", "what nobody translated stays"
    assert i18n.LANGUAGES == ["nl"] and os.environ["LANGUAGE"] == "nl", "also for what is started from here"


def test_no_choice_leaves_everything_to_the_system(spoken: None, monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(i18n.LANGUAGES)
    i18n.use("")
    assert imported_before("Quit") == "Quit" and before == i18n.LANGUAGES


async def test_a_task_can_speak_the_language_of_whoever_asked_and_what_it_starts_does_not(spoken: None) -> None:
    said: list[str] = []

    async def say() -> None:
        said.append(imported_before("Quit"))

    async def answer() -> None:
        i18n.speak_here(["nl"])
        await say()
        tasks.spawn(say())  # goes on after the answer, for the person at the window

    tasks = Tasks()
    await asyncio.create_task(answer())
    await asyncio.sleep(0)
    await say()
    assert said == ["Afsluiten", "Quit", "Quit"]
