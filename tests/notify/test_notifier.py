"""The fallback chain, and the notifier that only remembers."""

import pytest

from c42desktop.notify.notification import Action, Notification
from c42desktop.notify.notifier import CallableNotifier, FallbackNotifier, NotifyError, RecordingNotifier

REVIEW = Notification("review", "Design review moved", actions=(Action("open", "Open"),))


async def test_the_first_that_accepts_shows_it() -> None:
    native, banner = RecordingNotifier(), RecordingNotifier()
    await FallbackNotifier([native, banner]).show(REVIEW)
    assert list(native.on_screen) == ["review"]
    assert banner.accepted == []


async def test_the_next_takes_over_and_the_first_is_tried_again() -> None:
    native, banner = RecordingNotifier(), RecordingNotifier()
    chain = FallbackNotifier([native, banner])
    native.refusal = NotifyError("No daemon")
    await chain.show(REVIEW)
    assert list(banner.on_screen) == ["review"]
    native.refusal = None
    await chain.show(REVIEW)
    assert list(native.on_screen) == ["review"]
    assert banner.on_screen == {}, "the outdated one must not stay beside it"


async def test_when_none_accepts_every_reason_is_told() -> None:
    native, banner = RecordingNotifier(), RecordingNotifier()
    native.refusal, banner.refusal = NotifyError("No daemon"), NotifyError("No window")
    with pytest.raises(NotifyError, match="No daemon; No window"):
        await FallbackNotifier([native, banner]).show(REVIEW)
    with pytest.raises(NotifyError):
        await FallbackNotifier([]).show(REVIEW)


async def test_clicks_come_from_whichever_showed_it() -> None:
    native, banner = RecordingNotifier(), RecordingNotifier()
    chain = FallbackNotifier([native, banner])
    heard: list[tuple[str, ...]] = []
    await chain.show(REVIEW)
    native.click("review")
    chain.on_clicked = lambda key: heard.append((key,))
    chain.on_action = lambda key, action_id: heard.append((key, action_id))
    await chain.show(REVIEW)
    native.click("review")
    native.refusal = NotifyError("No daemon")
    await chain.show(REVIEW)
    banner.press("review", "open")
    assert heard == [("review",), ("review", "open")]


async def test_withdrawing_and_closing_reach_every_one() -> None:
    native, banner = RecordingNotifier(), RecordingNotifier()
    chain = FallbackNotifier([native, banner])
    await chain.show(REVIEW)
    await chain.withdraw("review")
    assert native.on_screen == {}
    assert banner.withdrawn[-1] == "review"
    await chain.close()
    assert (native.closed, banner.closed) == (True, True)
    with pytest.raises(NotifyError):
        await chain.show(REVIEW)


async def test_a_callable_shows_and_refuses() -> None:
    shown: list[Notification] = []
    withdrawn: list[str] = []
    tray = CallableNotifier(shown.append, withdrawn.append)
    await tray.show(REVIEW)
    await tray.withdraw("review")
    await tray.close()
    assert (shown, withdrawn) == ([REVIEW], ["review"])

    def no_tray(notification: Notification) -> None:
        raise NotifyError("No tray")

    chain = FallbackNotifier([CallableNotifier(no_tray), tray])
    await chain.show(REVIEW)
    assert shown == [REVIEW, REVIEW]
