"""Values that stand in payloads where they should, and where they should not."""

from __future__ import annotations

from hypothesis import strategies as st

TIMES = st.sampled_from(
    [
        "20261124", "20261124T090000", "20261124T090000Z", "2026-11-24", "2026-11-24T09:00:00Z", "2026-11-24T25:61:61",
        "2026-11-24T09:00:00+99:99", "00010101T000000Z", "99991231T235959Z", "0000-00-00", "24:00:00", "-PT15M",
        "P99999999999D", "P1Y", "PT", "20261124T090000Z/PT1H", "20261124T090000Z/20261124T080000Z",
    ]
)  # fmt: skip
RULES = st.sampled_from(
    [
        "FREQ=SECONDLY", "FREQ=MINUTELY;BYSECOND=1", "FREQ=DAILY;COUNT=3", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;UNTIL=soon", "FREQ=DAILY;COUNT=1;UNTIL=20261124", "FREQ=", "FREQ=NEVER",
        "FREQ=WEEKLY;BYDAY=MO,XX", "FREQ=MONTHLY;BYDAY=-1MO;BYSETPOS=366", "FREQ=DAILY;FREQ=WEEKLY",
    ]
)  # fmt: skip
WORDS = st.sampled_from(
    ["", " ", "\u202etxt", "a\nb", "<b>&amp;", "\\n\\,\\", "\ud800", "x" * 2000, "javascript:alert(1)", "é\u0301", '"']
)
NUMBERS = st.sampled_from(["0", "-1", "1e999", "NaN", "9" * 400, "52.1;5.1", "91;181", "1,2,3"])
VALUES = st.one_of(TIMES, RULES, WORDS, NUMBERS, st.text(max_size=20))
