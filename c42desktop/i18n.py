"""Every text for people, in their language.

The catalogue is looked for once: the standard functions look for it on the disk at each text, which is most of the time
that drawing a row takes.
"""

from __future__ import annotations

import gettext as standard
import os
from collections.abc import Mapping, Sequence
from contextvars import ContextVar

from c42desktop import assets


def languages_in(variables: Mapping[str, str]) -> tuple[str, ...]:
    """The reader's languages, best first ("nl_BE", "en"): what these variables of the environment say to gettext."""
    said = (variables.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    names = [name.partition(".")[0].partition("@")[0] for name in next(filter(None, said), "").split(":")]
    return tuple(name for name in names if name not in ("", "C", "POSIX"))


LANGUAGES = [*languages_in(os.environ)]
"""Those of the reader; `use` puts others in it."""


def _find() -> standard.NullTranslations:
    return standard.translation("c42desktop", assets.path("translations"), fallback=True)


_catalogue = _find()
_of_task: ContextVar[standard.NullTranslations | None] = ContextVar("catalogue", default=None)


def gettext(message: str) -> str:
    """The text in the reader's language."""
    return (_of_task.get() or _catalogue).gettext(message)


def ngettext(one: str, several: str, count: int) -> str:
    """The same for a text that goes with a number."""
    return (_of_task.get() or _catalogue).ngettext(one, several, count)


def use(language: str) -> None:
    """Speak this language ("nl"), not the one of the system; "" changes nothing.

    To be called before the first text is made. The environment says it too, to whatever is started from here.
    """
    global _catalogue  # noqa: PLW0603  # there is one reader
    if not language:
        return
    os.environ["LANGUAGE"] = language
    LANGUAGES[:] = languages_in(os.environ)
    _catalogue = _find()


def speak_here(languages: Sequence[str]) -> None:
    """Speak one of these languages, best first, in the running task only: it answers to somebody else."""
    folder = assets.path("translations")
    _of_task.set(standard.translation("c42desktop", folder, languages=languages, fallback=True))


def speak_own() -> None:
    """Speak the language of this process again in the running task: what it says next is shown here."""
    _of_task.set(None)


def marked(text: str) -> str:
    """A text that is kept as it is, and translated where it is used: to be found among those to translate."""
    return text


def spoken() -> str:
    """The language that texts are in: that of the catalogue, English without one."""
    return _catalogue.info().get("language", "en")
