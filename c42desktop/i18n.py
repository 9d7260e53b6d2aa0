"""Every text for people, in their language.

The catalogue is looked for once: the standard functions look for it on the disk at each text, which is most of the time
that drawing a row takes.
"""

from __future__ import annotations

import gettext as standard
import os
from collections.abc import Mapping

from c42desktop import assets


def languages_in(variables: Mapping[str, str]) -> tuple[str, ...]:
    """The reader's languages, best first ("nl_BE", "en"): what these variables of the environment say to gettext."""
    said = (variables.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    names = [name.partition(".")[0].partition("@")[0] for name in next(filter(None, said), "").split(":")]
    return tuple(name for name in names if name not in ("", "C", "POSIX"))


LANGUAGES = languages_in(os.environ)

_catalogue = standard.translation("c42desktop", assets.path("translations"), fallback=True)
gettext = _catalogue.gettext
ngettext = _catalogue.ngettext


def marked(text: str) -> str:
    """A text that is kept as it is, and translated where it is used: to be found among those to translate."""
    return text


def spoken() -> str:
    """The language that texts are in: that of the catalogue, English without one."""
    return _catalogue.info().get("language", "en")
