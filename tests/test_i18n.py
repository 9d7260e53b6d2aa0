"""Whose language texts are in."""

import pytest

from c42desktop.i18n import languages_in


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
