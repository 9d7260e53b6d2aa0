"""What the window shows of others' text."""

from c42desktop.plain import one_line, plain

__all__ = ["one_line", "plain"]
