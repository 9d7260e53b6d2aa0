"""What of their tests is not about occurrences, and where we differ on purpose; each with its reason.

Keys are beginnings of "test_file.py::test_name[parameters]"; each must still begin the name of one of their tests.
"""

from __future__ import annotations

from collections.abc import Iterable

_ALARMS = "reminders are not occurrences: the service sends them"
_FUNCTIONS = "functions of their library"
_CLASSES = "classes of their library, to be extended"
_COPIES = "what their copy of a component holds beside its times"
_PAGES = "how their pages are cut"
_PARSED = "how icalendar reads a value"
_ERRORS = "which exception is raised: here a rule that cannot be read is a sentence in the event"
_UNWRITTEN = "not written yet: it skips itself or holds nothing"
_JOURNALS = "journal entries are no events"
_JOURNAL = "issue_97_simple_journal"

EXCLUDED: dict[str, str] = {
    "test_after.py::test_different_time_zones": _UNWRITTEN,
    "test_after.py::test_todo_with_no_dtstart": _UNWRITTEN,
    "test_bad_rrule_format.py": _ERRORS,
    "test_end_before_start_event.py": _FUNCTIONS,
    "test_event_values_and_edits.py::test_edited_event_as_part_of_exrule": _UNWRITTEN,
    "test_example_function.py": _FUNCTIONS,
    "test_extend_classes.py": _CLASSES,
    "test_issue_101_select_components.py::test_unsupported_component_raises_error": _ERRORS,
    "test_issue_128_only_first_event.py::test_matching_negative_count": _FUNCTIONS,
    "test_issue_186_alarms.py": _ALARMS,
    "test_issue_186_icalendar_alarm_interface.py": _ALARMS,
    "test_issue_201_incompatible_dates.py::test_end_is_correct": _PARSED,
    "test_issue_201_incompatible_dates.py::test_has_timezone": _FUNCTIONS,
    "test_issue_201_incompatible_dates.py::test_is_date": _FUNCTIONS,
    "test_issue_201_incompatible_dates.py::test_start_is_correct": _PARSED,
    "test_issue_211_pagination.py::test_empty_page_bool": _PAGES,
    "test_issue_211_pagination.py::test_filled_page_bool": _PAGES,
    "test_issue_211_pagination.py::test_next_page": _PAGES,
    "test_issue_211_pagination.py::test_pages_size_is_the_same_as_parameter": _PAGES,
    "test_issue_211_pagination.py::test_paginate_invalid_int": _PAGES,
    "test_issue_219_recurrence_id_in_events.py::test_alarm_has_no_recurrence_id": _ALARMS,
    "test_issue_223_sequence_number.py": _COPIES,
    "test_issue_253_additional_recurrence_id.py::test_convert_to_date_range": _FUNCTIONS,
    "test_issue_6_copy_subcomponents.py": _COPIES,
    "test_issue_75_range_parameter.py::test_RDATE_with_PERIOD": _UNWRITTEN,
    "test_issue_75_range_parameter.py::test_can_calculate_query_span_extension": _FUNCTIONS,
    "test_issue_75_range_parameter.py::test_deletion_of_THISANDFUTURE_by_SEQUENCE": _UNWRITTEN,
    "test_issue_75_range_parameter.py::test_move_by_time": _FUNCTIONS,
    "test_issue_75_range_parameter.py::test_span_extension": _FUNCTIONS,
    "test_keep_recurrence_attributes.py": _COPIES,
    "test_occurrence.py": _CLASSES,
    "test_repetitions_do_not_change.py": _COPIES,
    "test_skip_bad_events.py": _ERRORS,
    "test_time_arguments.py": _FUNCTIONS,
    "test_time_span_contains_event.py": _FUNCTIONS,
    "test_util_functions.py": _FUNCTIONS,
    "test_with_doctest.py": "the examples of their manual, one test for each page",
    "test_x_wr_timezone.py::test_dates_are_equal": _FUNCTIONS,
    "test_zoneinfo_issue_57.py::test_convert_to_date": _FUNCTIONS,
    "test_zoneinfo_issue_57.py::test_zoneinfo_must_be_installed": _FUNCTIONS,
}

_SWAPPED = (
    "an end before the start is not exchanged with it: DTSTART is when the event starts (RFC 5545 §3.8.2.4), "
    "so it starts then and has no length"
)
_MIXED = (
    "the end must be of the kind that the start is of, and the length of whole days where the start is a date "
    "(RFC 5545 §3.8.2.2, §3.8.2.5): the start decides, so it is an all-day event, and not one of hours in UTC; "
    "a to-do is due when it says"
)
_CALENDAR_ZONE = (
    "X-WR-TIMEZONE is no part of RFC 5545: a time in UTC stays that instant, and a floating one that time wherever the "
    "reader is (§3.3.5); the test asks in the calendar's zone"
)

DIFFERENT: dict[str, str] = {
    "test_issue_132_swapped_start_and_end.py::": _SWAPPED,
    "test_issue_201_incompatible_dates.py::test_can_calculate_times_of_issue_example": _MIXED,
    "test_issue_201_incompatible_dates.py::test_duration": _MIXED,
    "test_issue_86_x_wr_timezone_but_no_tzid_in_dt.py::": _CALENDAR_ZONE,
    "test_x_wr_timezone.py::test_events_with_x_wr_timezone_returned": _CALENDAR_ZONE,
}


def excluded(name: str) -> str:
    """Why this test is not about occurrences; empty where it is."""
    return _JOURNALS if _JOURNAL in name else _reason(EXCLUDED, name)


def different(name: str) -> str:
    """Why we differ here; empty where nothing is known."""
    return _reason(DIFFERENT, name)


def _reason(reasons: dict[str, str], name: str) -> str:
    return next((reason for begin, reason in reasons.items() if name.startswith(begin)), "")


def unused(names: Iterable[str]) -> list[str]:
    """Keys that begin none of these names: their tests have changed."""
    known = list(names)
    return [key for key in (*EXCLUDED, *DIFFERENT) if not any(name.startswith(key) for name in known)]
