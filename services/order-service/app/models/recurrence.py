"""Recurrence in local wall time: which moments an RRULE means, and what a clock change makes of them.

09:00 stays 09:00 on the wall, whatever the offset. A time that a clock change leaves out is shifted forward
by the gap (02:30 becomes 03:30); one that comes twice is the first of the two. Local times here are naive.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from lapa_kit.problems import InvalidRequest

PARTS = frozenset(
    [
        "FREQ",
        "INTERVAL",
        "COUNT",
        "UNTIL",
        "WKST",
        "BYDAY",
        "BYMONTHDAY",
        "BYHOUR",
        "BYMINUTE",
        "BYSETPOS",
    ]
)
FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY"})
MOST_A_DAY = 6


class InvalidRecurrence(InvalidRequest):
    title = "This recurrence rule cannot be followed"


_UNTIL_IN_UTC = re.compile(r"(?<=UNTIL=)[0-9]{8}T[0-9]{6}Z")


def in_wall_time(text: str, zone: str) -> str:
    """The rule with an UNTIL in UTC as the local time it is there.

    RFC 5545 (3.3.10) asks for UTC beside a start with a zone; our rules are local throughout.
    """

    def local(until: re.Match[str]) -> str:
        moment = datetime.strptime(until[0], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return to_local(moment, zone).strftime("%Y%m%dT%H%M%S")

    try:
        return _UNTIL_IN_UTC.sub(local, text)
    except (ValueError, OverflowError) as error:
        raise InvalidRecurrence(f"Not a moment: {error}.") from error


def check_rule(text: str, first: datetime) -> None:
    """Raises InvalidRecurrence for what is no RRULE of days, weeks or months."""
    parts = dict(part.split("=", 1) for part in text.split(";") if "=" in part)
    if unknown := set(parts) - PARTS:
        raise InvalidRecurrence(f"Not supported: {', '.join(sorted(unknown))}.")
    if parts.get("FREQ") not in FREQUENCIES:
        raise InvalidRecurrence("FREQ must be DAILY, WEEKLY or MONTHLY.")
    times = [len(parts.get(name, "").split(",")) for name in ("BYHOUR", "BYMINUTE")]
    if times[0] * times[1] > MOST_A_DAY:
        raise InvalidRecurrence(f"At most {MOST_A_DAY} times a day.")
    _parse(text, first)


def _parse(text: str, first: datetime) -> rrule:
    try:
        rule = rrulestr(text, dtstart=first)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InvalidRecurrence(f"Not an RRULE: {error}.") from error
    if not isinstance(rule, rrule):
        raise InvalidRecurrence("One RRULE, please.")
    return rule


def occurrences(
    text: str, first: datetime, *, since: datetime, until: datetime, last_day: date | None = None
) -> list[datetime]:
    """The rule's local times from `since` to before `until`; bounded, however seldom the rule is met."""
    rule = _parse(text, first)
    ends = getattr(rule, "_until", None)
    count: int | None = getattr(rule, "_count", None)
    bounded = rule.replace(count=None, until=min(until, ends) if ends else until)
    return [
        moment
        for moment in islice(bounded, count)
        if since <= moment < until and (last_day is None or moment.date() <= last_day)
    ]


def to_utc(local: datetime, zone: str) -> datetime:
    """The moment that wall time means there."""
    return local.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)


def to_local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def carry_over(old: Sequence[datetime], new: Sequence[datetime]) -> dict[datetime, datetime | None]:
    """Where each occurrence goes when the rule is edited: to the nearest one of its day, each taken once.

    None: that day has none left.
    """
    free = list(new)
    found: dict[datetime, datetime | None] = {}
    for original in sorted(old):
        same_day = [one for one in free if one.date() == original.date()]
        nearest = min(same_day, key=lambda one: abs(one - original), default=None)
        found[original] = nearest
        if nearest:
            free.remove(nearest)
    return found
