"""Qt speaks as we do, and writes times as people do in the region."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from c42desktop.calendar.names import Conventions
from c42desktop.ui.language import conventions

CHECKOUT = Path(__file__).parents[2]
PROGRAM = """
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from c42desktop.ui import language, phrases
from datetime import date
app = QApplication([])
language.follow(app)
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
day = phrases.day_title(date(2026, 11, 25), date(2026, 11, 22))
print(box.buttons()[0].text().replace("&", ""), QLocale().name(), *day)
"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("nl_NL", Conventions(week_start=0)),
        ("de_DE", Conventions(week_start=0)),
        ("en_GB", Conventions(week_start=0)),
        ("en_US", Conventions(twelve_hours=True, month_first=True, week_start=6)),
        ("ar_EG", Conventions(twelve_hours=True, week_start=5)),
        ("C", Conventions()),
    ],
)
def test_times_are_written_as_in_the_region(name: str, expected: Conventions) -> None:
    assert conventions(QLocale(name)) == expected


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl_NL", "Annuleren nl_NL Woensdag 25 november"),
        ("de_DE", "Abbrechen de_DE Mittwoch 25. November"),
        ("fr_FR", "Cancel en_FR Wednesday 25 November"),
    ],
)
def test_qts_own_words_are_in_the_language_of_ours(language: str, said: str) -> None:
    env = {name: value for name, value in os.environ.items() if name not in ("LANGUAGE", "LC_ALL", "LANG")}
    env |= {"LANG": f"{language}.UTF-8", "PYTHONPATH": str(CHECKOUT), "QT_QPA_PLATFORM": "offscreen"}
    argv = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(argv, env=env, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == said
