"""C-SEC-11: control and bidi characters stripped, lengths capped."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.calendar.words import capital
from c42desktop.notify.text import lines, one_line

LRI, RLI, FSI, PDI = "\u2066\u2067\u2068\u2069"
TURNS = set("\u202a\u202b\u202c\u202d\u202e" + LRI + RLI + FSI + PDI)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Design review", "Design review"),
        ("  two\t\n words \r\n", "two words"),
        ("line\u2028separator\u0085next", "line separator next"),
        ("a\x00b\x07c\x1b[31md", "a b c [31md"),
        ("C1 \x9b31m here", "C1 31m here"),
        ("safe\u202egpj.exe", "safegpj.exe"),
        ("\u202a\u202b\u202c\u202d\u202eleft", "left"),
        (f"{RLI}שלום{PDI} at 3", "שלום at 3"),
        (f"{RLI}{LRI}open", "open"),
        (f"closed{PDI} {FSI}once", "closed once"),
        ("zero\ufeff\u00ad\u2060width", "zerowidth"),
        ("می\u200cخواهم \u0600١٢", "می\u200cخواهم \u0600١٢"),
        ("\ud800lone surrogate", "lone surrogate"),
        ("👩‍👩‍👧 Family", "👩‍👩‍👧 Family"),
        ("été", "été"),
        ("", ""),
    ],
)
def test_c_sec_11_one_line_without_controls_and_without_turns(raw: str, clean: str) -> None:
    assert one_line(raw, 100) == clean


def test_c_sec_11_long_text_ends_with_an_ellipsis() -> None:
    assert one_line("x" * 20, 20) == "x" * 20
    assert one_line("x" * 21, 20) == "x" * 19 + "…"
    assert one_line("word " * 9, 11) == "word word…"


@pytest.mark.parametrize("opener", [LRI, RLI, FSI, "\u202a", "\u202b", "\u202d", "\u202e"])
def test_c_sec_11_nothing_turns_the_reading_direction(opener: str) -> None:
    for raw in (f"a{opener}b", f"{opener * 50}text", f"{opener}a{PDI}\u202c{opener}"):
        for clean in (one_line(raw, 60), lines(raw, 60)):
            assert not set(clean) & TURNS


def test_lines_keep_their_ends_and_lose_the_blank_ones() -> None:
    assert lines(" one \n\n\x07\r\ntwo\tthree", 100) == "one\ntwo three"


def test_a_capital_changes_the_first_letter_only() -> None:
    assert capital("was 14:00, now ABC") == "Was 14:00, now ABC"
    assert capital("") == ""


@given(st.text() | st.text(alphabet=LRI + RLI + PDI + "\u202e\n ab"), st.integers(5, 60))
def test_c_sec_11_whatever_comes_in_is_safe(raw: str, limit: int) -> None:
    for clean in (one_line(raw, limit), lines(raw, limit).replace("\n", "")):
        assert len(clean) <= limit
        assert not any(unicodedata.category(each) in {"Cc", "Cs"} for each in clean)
        assert not set(clean) & TURNS
