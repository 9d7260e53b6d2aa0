"""The table of what agrees, as Markdown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tests.corpora.files import Reading
from tests.corpora.judgement import different, excluded

_HEAD = """\
# What icalendar and recurring-ical-events say

Written by `python -m tests.corpora --write` for the versions in requirements.txt; a test fails where it is outdated.

## Calendars

Every calendar file in their source packages, read as an import reads it: events, or one sentence.
"""

_OCCURRENCES = """
## Occurrences

The tests of recurring-ical-events, with our decoder and our recurrence behind its interface: each with the calendar as
it is and with its components in reverse order. icalendar states no occurrences: it does not expand.
"""


def as_markdown(read: Iterable[Reading], outcomes: Mapping[str, str]) -> str:
    """The whole document."""
    return "\n".join([_HEAD, *_files(read), _OCCURRENCES, *_tests(outcomes)]) + "\n"


def unexplained(outcomes: Mapping[str, str]) -> list[str]:
    """Tests that differ without a reason."""
    return sorted(name for name, outcome in outcomes.items() if outcome == "differ" and not different(name))


def _files(read: Iterable[Reading]) -> Iterator[str]:
    found: dict[str, list[Reading]] = defaultdict(list)
    for each in read:
        found[each.package].append(each)
    yield "| package | files | with events | events | a sentence |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for package, group in found.items():
        told = sum(bool(each.sentence) for each in group)
        yield f"| {package} | {len(group)} | {len(group) - told} | {sum(each.events for each in group)} | {told} |"
    yield ""
    yield "The sentences, and for how many files:"
    yield ""
    told = Counter(_without_name(each) for group in found.values() for each in group if each.sentence)
    yield from (f"- {sentence} ({count})" for sentence, count in sorted(told.items()))


def _without_name(reading: Reading) -> str:
    return reading.sentence.replace(f"{reading.name}: ", "").replace(reading.name, "…")


def _tests(outcomes: Mapping[str, str]) -> Iterator[str]:
    files: dict[str, Counter[str]] = defaultdict(Counter)
    for name, outcome in outcomes.items():
        files[name.partition("::")[0]][outcome] += 1
    yield "| their tests | agree | differ | not about occurrences |"
    yield "| --- | ---: | ---: | ---: |"
    for file, counts in [*sorted(files.items()), ("**together**", Counter(outcomes.values()))]:
        yield f"| {file} | {counts['agree']} | {counts['differ']} | {counts['excluded']} |"
    yield ""
    yield "Where ours differ, and why:"
    yield ""
    yield from _reasons({name: different(name) for name, outcome in outcomes.items() if outcome == "differ"})
    yield ""
    yield "What is not about occurrences, and why:"
    yield ""
    yield from _reasons({name: excluded(name) for name, outcome in outcomes.items() if outcome == "excluded"})


def _reasons(named: Mapping[str, str]) -> Iterator[str]:
    tests: dict[str, Counter[str]] = defaultdict(Counter)
    for name, reason in named.items():
        tests[reason or "no reason is known"][name.partition("::")[0]] += 1
    for reason, counts in sorted(tests.items()):
        yield f"- {reason}: " + ", ".join(f"{file} ({count})" for file, count in sorted(counts.items()))
