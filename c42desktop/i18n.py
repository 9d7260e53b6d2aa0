"""Every text for people, in their language.

The catalogue is looked for once: the standard functions look for it on the disk at each text, which is most of the time
that drawing a row takes.
"""

from __future__ import annotations

import gettext as standard

from c42desktop import assets

_catalogue = standard.translation("c42desktop", assets.path("translations"), fallback=True)
gettext = _catalogue.gettext
ngettext = _catalogue.ngettext
