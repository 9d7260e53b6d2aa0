"""What of their tests is not about occurrences."""


def reason_of(name: str) -> str:
    return ""
