"""A desktop calendar that tells you the moment something changes."""

__version__ = "0.1.0"
