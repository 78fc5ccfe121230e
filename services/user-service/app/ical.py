"""`python -m app.ical FROM UNTIL ZONE < calendar.ics`: the busy times of a calendar that a stranger has written.

A process of its own, with limits on its time and memory: some recurrence rules take for ever, and the
service must go on. What cannot be read is said by the exit status (`EX_DATAERR`, `EX_NOPERM`).
"""

import json
import os
import resource
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar
from recurring_ical_events import of

CPU_S, MEMORY = 2, 512 * 1024 * 1024
MOST_EVENTS, MOST_OCCURRENCES = 5_000, 2_000
# our own feed, which his calendar may show
OWN = "@lapa"


class NotACalendar(Exception):
    """Something else in the same syntax."""


class TooMany(Exception):
    """More than anybody lives through."""


def busy_times(
    text: bytes, since: datetime, until: datetime, zone: ZoneInfo
) -> Iterator[tuple[datetime, datetime]]:
    """Of the events that take their owner's time. Raises NotACalendar or what the parser raises, TooMany."""
    calendar = Calendar.from_ical(text)
    if calendar.name != "VCALENDAR":
        raise NotACalendar
    if len(calendar.walk("VEVENT")) > MOST_EVENTS:
        raise TooMany
    found = 0
    events: list[Any] = of(calendar).between(since, until)
    for event in events:
        if not _takes_time(event):
            continue
        found += 1
        if found > MOST_OCCURRENCES:
            raise TooMany
        begins, ends = (_moment(event[name].dt, zone) for name in ("DTSTART", "DTEND"))
        if begins < ends:
            yield max(begins, since), min(ends, until)


def _takes_time(event: Any) -> bool:
    is_free = str(event.get("TRANSP", "OPAQUE")).upper() == "TRANSPARENT"
    is_off = str(event.get("STATUS", "")).upper() == "CANCELLED"
    return not (is_free or is_off or str(event.get("UID", "")).endswith(OWN))


def _moment(when: date, zone: ZoneInfo) -> datetime:
    """Days are whole ones, and times without a zone are his own."""
    if not isinstance(when, datetime):
        return datetime.combine(when, time.min, zone)
    return when if when.tzinfo else when.replace(tzinfo=zone)


def main(since: str, until: str, zone: str) -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    begins, ends = datetime.fromisoformat(since), datetime.fromisoformat(until)
    try:
        spans = list(busy_times(sys.stdin.buffer.read(), begins, ends, ZoneInfo(zone)))
    except (TooMany, MemoryError):
        return os.EX_NOPERM
    except Exception:  # whatever it is that the parser stumbles over
        return os.EX_DATAERR
    utc = ZoneInfo("UTC")
    print(json.dumps([[moment.astimezone(utc).isoformat() for moment in span] for span in spans]))
    return os.EX_OK


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
