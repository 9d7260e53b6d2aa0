"""Finds out what keeps the program from working here, and says what to do about it. Knows neither Qt nor the terminal.

No finding holds a secret: not a password, a token, nor what stands before the host or behind the path of a URL.
"""
