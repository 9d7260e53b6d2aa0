"""The words of a line like “Lunch Thu 12:30 1h”, in English, Dutch and German at once. In lower case.

All three are known whatever language the program speaks: many people write their calendar in two of them.
"""

from __future__ import annotations

from datetime import timedelta

_WEEKDAYS = (
    "monday mon maandag ma montag mo",
    "tuesday tues tue dinsdag di dienstag",
    "wednesday wed woensdag wo mittwoch mi",
    "thursday thurs thur thu donderdag do donnerstag",
    "friday fri vrijdag vr freitag fr",
    "saturday sat zaterdag za samstag sa sonnabend",
    "sunday sun zondag zo sonntag so",
)
WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
EACH_WEEK = {f"{word}s": number for word, number in WEEKDAYS.items() if word.endswith(("day", "dag", "tag"))} | {
    "mittwochs": 2,
    "sonnabends": 5,
}
"""A day in the plural, or as an adverb: it comes back each week."""

AMBIGUOUS = frozenset(word for word in WEEKDAYS if len(word) == 2) | {"mon", "wed", "sat", "sun"}
"""These are other words as well: days only beside a time or a date, after “on”, or at the end."""
NOT_AT_THE_END = frozenset({"do", "so", "sat", "sun"})
"""And these not even there, as in “Things to do”."""

_MONTHS = (
    "january jan januari januar jänner",
    "february feb februari februar",
    "march mar maart mrt märz mär",
    "april apr",
    "may mei mai",
    "june jun juni",
    "july jul juli",
    "august aug augustus",
    "september sept sep",
    "october oct oktober okt",
    "november nov",
    "december dec dezember dez",
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}

DAYS_AHEAD = {
    **dict.fromkeys(("today", "vandaag", "heute", "tonight", "vanavond", "heute abend"), 0),
    **dict.fromkeys(("tomorrow", "morgen"), 1),
    **dict.fromkeys(("overmorgen", "übermorgen", "uebermorgen", "day after tomorrow", "the day after tomorrow"), 2),
}
EVENINGS = frozenset({"tonight", "vanavond", "heute abend"})

ALL_DAY = ("all day", "all-day", "de hele dag", "hele dag", "ganztägig", "ganztags", "den ganzen tag")

MINUTES = ("minutes", "minute", "mins", "min", "minuten", "minuut")
HOURS = ("hours", "hour", "hrs", "hr", "h", "uren", "stunden", "stunde", "std")
DAYS = ("days", "day", "dagen", "dag", "tage", "tagen", "tag")
WEEKS = ("weeks", "week", "weken", "wochen", "woche")
MONTH_UNITS = ("months", "month", "maanden", "maand", "monate", "monat")
YEARS = ("years", "year", "jaar", "jahre", "jahr")
LENGTHS = {
    **dict.fromkeys(MINUTES, timedelta(minutes=1)),
    **dict.fromkeys((*HOURS, "uur"), timedelta(hours=1)),
    **dict.fromkeys(DAYS, timedelta(days=1)),
    **dict.fromkeys(WEEKS, timedelta(weeks=1)),
}

FREQUENCIES = {
    **dict.fromkeys((*DAYS, "daily", "dagelijks", "täglich"), "DAILY"),
    **dict.fromkeys((*WEEKS, "weekly", "wekelijks", "wöchentlich"), "WEEKLY"),
    **dict.fromkeys((*MONTH_UNITS, "monthly", "maandelijks", "monatlich"), "MONTHLY"),
    **dict.fromkeys((*YEARS, "yearly", "jaarlijks", "jährlich"), "YEARLY"),
}
WORKDAYS = ("weekday", "workday", "werkdag", "werktag")
EVERY = ("every", "each", "elke", "iedere", "jeden", "jede", "jedes", "alle")
ADVERBS = tuple(word for word in FREQUENCIES if word.endswith(("ly", "lijks", "lich")))
AND = ("and", "en", "und")

ON = ("on", "op", "am", "at", "om", "um", "from", "van", "von", "vom")
AT = ("at", "om", "um", "from", "van", "von")
UNTIL = ("to", "till", "until", "tot", "t/m", "bis")
NEXT = ("next", "volgende", "nächsten", "nächste", "nächster", "nächstes")
THIS = ("this", "coming", "deze", "komende", "aanstaande", "diesen", "dieser", "kommenden")
WITH = ("with", "met", "mit")
LASTING = ("for", "gedurende", "für")
