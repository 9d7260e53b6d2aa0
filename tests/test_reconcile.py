"""Which items to write and which to drop: properties of the comparison."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from c42desktop.reconcile import Drop, Put, reconcile

IDS = st.sampled_from("abcdef")
ITEMS = st.dictionaries(IDS, st.sampled_from([b"1", b"2"]))


def apply(known: dict[str, bytes], fetched: dict[str, bytes], pushed: set[str], complete: bool) -> dict[str, bytes]:
    result = dict(known)
    for action in reconcile(known, fetched, pushed, complete=complete):
        if isinstance(action, Put):
            result[action.item_id] = fetched[action.item_id]
        else:
            del result[action.item_id]
    return result


@given(ITEMS, ITEMS)
def test_a_complete_answer_makes_both_equal(known: dict[str, bytes], fetched: dict[str, bytes]) -> None:
    assert apply(known, fetched, set(), True) == fetched


@given(ITEMS, ITEMS, st.sets(IDS))
def test_c_sync_02_an_incomplete_answer_never_drops(
    known: dict[str, bytes], fetched: dict[str, bytes], pushed: set[str]
) -> None:
    assert not any(isinstance(each, Drop) for each in reconcile(known, fetched, pushed, complete=False))
    assert known.keys() <= apply(known, fetched, pushed, False).keys()


@given(ITEMS, ITEMS, st.sets(IDS), st.booleans())
def test_c_sync_04_what_was_pushed_meanwhile_is_left_alone(
    known: dict[str, bytes], fetched: dict[str, bytes], pushed: set[str], complete: bool
) -> None:
    assert not pushed & {each.item_id for each in reconcile(known, fetched, pushed, complete=complete)}


@given(ITEMS, ITEMS, st.sets(IDS), st.booleans())
def test_doing_it_twice_does_nothing_more(
    known: dict[str, bytes], fetched: dict[str, bytes], pushed: set[str], complete: bool
) -> None:
    once = apply(known, fetched, pushed, complete)
    assert list(reconcile(once, fetched, pushed, complete=complete)) == []


@given(ITEMS, st.booleans())
def test_what_is_equal_needs_no_action(known: dict[str, bytes], complete: bool) -> None:
    assert list(reconcile(known, known, (), complete=complete)) == []


@given(ITEMS, ITEMS, st.booleans())
def test_each_item_gets_one_action_at_most(known: dict[str, bytes], fetched: dict[str, bytes], complete: bool) -> None:
    ids = [each.item_id for each in reconcile(known, fetched, (), complete=complete)]
    assert len(ids) == len(set(ids))
