"""The settings as another computer may have them: without what is secret, and without what only holds here."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from typing import Any

import tomli_w

from c42desktop.settings import Settings
from c42desktop.xmpp.login import Login

# What it takes to reach an account. Not its resource, which is that of one installation, nor the ways by network.
_OF_ACCOUNT = {each.name for each in fields(Login)} - {"resource"} | {"ask_password", "enabled", "colour", "mechanism"}
# Where new versions are looked for: a backup may come from anybody, and must not say where programs do.
_UPDATES, _FEED = "updates", ("feed", "key")
_SECRET_NAME = re.compile("passw|secret|token", re.IGNORECASE)
_PASSWORD_IN_URL = re.compile(r"(?<=://)([^/?#@:\s]*):[^/?#@\s]*@")


def portable(text: str) -> str:
    """The text of settings.toml for a backup. What this version does not know of an account may be a secret."""
    data = _without_secrets(tomllib.loads(text))
    entries = data.get("account", [])
    data["account"] = [_account(entry) for entry in entries]
    data[_UPDATES] = _with_feed_of({}, data.get(_UPDATES))
    return tomli_w.dumps({name: value for name, value in data.items() if value not in ([], {})})


def with_feed_of_here(text: str, here: Settings) -> str:
    """Settings of a backup, with where new versions are looked for as it is on this computer."""
    data = tomllib.loads(text)
    ours = {name: here.value(_UPDATES, name) for name in _FEED}
    data[_UPDATES] = _with_feed_of(
        {name: value for name, value in ours.items() if value is not None}, data.get(_UPDATES)
    )
    return tomli_w.dumps(data)


def _with_feed_of(ours: dict[str, Any], theirs: Any) -> dict[str, Any]:
    others = theirs if isinstance(theirs, dict) else {}
    return {**{name: value for name, value in others.items() if name not in _FEED}, **ours}


def _account(entry: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in entry.items() if name in _OF_ACCOUNT}
    if isinstance(kept.get("url"), str):
        kept["url"] = kept["url"].partition("?")[0]  # a question in an address is often a token
    return kept


def _without_secrets(value: Any) -> Any:
    """No matter who wrote them there, and where."""
    if isinstance(value, dict):
        return {
            name: _without_secrets(each)
            for name, each in value.items()
            if name == "ask_password" or not _SECRET_NAME.search(name)
        }
    if isinstance(value, list):
        return [_without_secrets(each) for each in value]
    return _PASSWORD_IN_URL.sub(r"\1@", value) if isinstance(value, str) else value
