"""What a refusal means: the table of XEP-0060's errors in a person's words."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from c42desktop.xmpp.refusals import Cause, RefusalError, refusal, unanswered, when_writing

SERVICE = "pubsub.example.org"
STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas"
ERRORS = "http://jabber.org/protocol/pubsub#errors"


def refused(kind: str, condition: str, special: str = "", text: str = "") -> RefusalError:
    extra = f"<{special} xmlns='{ERRORS}'/>" if special else ""
    words = f"<text xmlns='{STANZAS}'>{text}</text>" if text else ""
    xml = ET.fromstring(
        f"<iq xmlns='jabber:client' type='error' id='1' from='{SERVICE}'><error type='{kind}'>"
        f"<{condition} xmlns='{STANZAS}'/>{words}{extra}</error></iq>"
    )
    return refusal(xml, SERVICE)


@pytest.mark.parametrize(
    ("kind", "condition", "special", "cause", "words"),
    [
        ("auth", "not-authorized", "presence-subscription-required", Cause.NOT_ALLOWED, "Only contacts of the owner"),
        (
            "auth",
            "not-authorized",
            "not-in-roster-group",
            Cause.NOT_ALLOWED,
            "not shared this calendar",
        ),
        ("cancel", "not-allowed", "closed-node", Cause.NOT_ALLOWED, "by invitation only"),
        ("auth", "forbidden", "", Cause.NOT_ALLOWED, "You have no access"),
        ("cancel", "not-authorized", "pending-subscription", Cause.PENDING, "has not let you in yet"),
        ("auth", "not-authorized", "not-subscribed", Cause.NOT_SUBSCRIBED, "not subscribed"),
        ("cancel", "unexpected-request", "not-subscribed", Cause.NOT_SUBSCRIBED, "not subscribed"),
        ("auth", "payment-required", "", Cause.NOT_ALLOWED, "wants to be paid"),
        ("wait", "policy-violation", "too-many-subscriptions", Cause.NOT_ALLOWED, "allows you no more calendars"),
        ("cancel", "feature-not-implemented", "unsupported", Cause.UNSUPPORTED, "cannot do this"),
        ("cancel", "service-unavailable", "", Cause.UNSUPPORTED, "cannot do this"),
        ("cancel", "item-not-found", "", Cause.GONE, "There is no such calendar"),
        ("cancel", "gone", "", Cause.GONE, "There is no such calendar"),
        ("cancel", "remote-server-not-found", "", Cause.UNREACHABLE, "was not found"),
        ("wait", "remote-server-timeout", "", Cause.UNREACHABLE, "cannot be reached right now"),
        ("wait", "resource-constraint", "", Cause.TEMPORARY, "has a problem right now"),
        ("cancel", "internal-server-error", "", Cause.TEMPORARY, "has a problem right now"),
        ("modify", "not-acceptable", "configuration-required", Cause.OTHER, "refused: configuration-required."),
        ("modify", "not-acceptable", "invalid-subid", Cause.OTHER, "refused: invalid-subid."),
        ("modify", "bad-request", "invalid-jid", Cause.OTHER, "refused: invalid-jid."),
        ("cancel", "conflict", "precondition-not-met", Cause.OTHER, "refused: precondition-not-met."),
    ],
)
def test_c_sub_09_each_refusal_has_its_cause_and_its_sentence(
    kind: str, condition: str, special: str, cause: Cause, words: str
) -> None:
    error = refused(kind, condition, special)
    assert error.cause is cause
    assert words in str(error)
    assert str(error).endswith(".")
    assert error.condition == (special or condition)
    assert error.field == "uri"


@pytest.mark.parametrize(("kind", "cause"), [("wait", Cause.TEMPORARY), ("cancel", Cause.OTHER), ("auth", Cause.OTHER)])
def test_c_sub_12_an_unknown_condition_falls_back_on_the_type(kind: str, cause: Cause) -> None:
    assert refused(kind, "undefined-condition").cause is cause
    assert refused(kind, "made-up").cause is cause
    assert refused(kind, "undefined-condition", "made-up-condition").cause is cause


def test_c_sub_12_the_services_own_words_are_shown_on_one_line_and_not_for_ever() -> None:
    error = refused("cancel", "undefined-condition", text="Come back\n  on {Monday}.")
    assert str(error) == f"{SERVICE} refused: Come back on {{Monday}}."
    assert len(str(refused("cancel", "undefined-condition", text="x" * 9999))) < 300


def test_an_answer_without_any_condition_is_explained() -> None:
    xml = ET.fromstring(f"<iq xmlns='jabber:client' type='error' id='1' from='{SERVICE}'/>")
    assert SERVICE in str(refusal(xml, SERVICE))


def test_c_sub_13_no_answer_is_the_whole_services() -> None:
    error = unanswered(SERVICE)
    assert (error.cause, str(error)) == (Cause.UNREACHABLE, f"{SERVICE} does not answer.")


@pytest.mark.parametrize("condition", ["forbidden", "not-authorized", "not-allowed", "registration-required"])
def test_without_a_right_to_write_it_is_not_said_that_there_is_no_access(condition: str) -> None:
    error = when_writing(refused("auth", condition))
    assert str(error) == "You may not write to this calendar. Ask its owner."
    assert (error.cause, error.condition, error.field) == (Cause.NOT_ALLOWED, condition, "uri")


@pytest.mark.parametrize(("condition", "special"), [("item-not-found", ""), ("not-allowed", "closed-node")])
def test_any_other_refusal_is_the_same_for_writing(condition: str, special: str) -> None:
    error = refused("cancel", condition, special)
    assert when_writing(error) is error
