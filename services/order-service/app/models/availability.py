"""A walker's hours, in his own zone: weekly rules, other plans for single dates, time off."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAY = timedelta(days=1)
Span = tuple[datetime, datetime]


def is_available(availability: dict[str, Any] | None, start: datetime, end: datetime) -> bool:
    """Whether his hours cover the whole walk, also over midnight where one day's hours meet the next one's."""
    if not availability:
        return False
    try:
        zone = ZoneInfo(availability["timezone"])
    except (ZoneInfoNotFoundError, ValueError):
        return False
    local_start = start.astimezone(zone).replace(tzinfo=None)
    local_end = end.astimezone(zone).replace(tzinfo=None)
    days = [local_start.date()]
    while days[-1] < local_end.date():
        days.append(days[-1] + DAY)
    spans = [span for day in days for span in _spans_of(availability, day)]
    return any(begins <= local_start and local_end <= ends for begins, ends in _merged(spans))


def _spans_of(availability: dict[str, Any], day: date) -> list[Span]:
    """A date's own plan replaces the weekly one; time off is taken out of either."""
    exceptions = [e for e in availability["exceptions"] if e["date"] == day.isoformat()]
    weekly = [rule for rule in availability["weekly"] if rule["weekday"] == day.weekday()]
    working = [rule for rule in exceptions if rule["available"]] or weekly
    spans = [_span(rule, day) for rule in working]
    for rule in exceptions:
        if not rule["available"]:
            spans = [part for span in spans for part in _without(span, _span(rule, day))]
    return spans


def _span(rule: dict[str, Any], day: date) -> Span:
    """All day when the hours are absent; an end of 00:00 is midnight at the end of the day."""
    begins = time.fromisoformat(rule["start"]) if rule.get("start") else time.min
    ends = time.fromisoformat(rule["end"]) if rule.get("end") else time.min
    last_day = day + DAY if ends == time.min else day
    return datetime.combine(day, begins), datetime.combine(last_day, ends)


def _without(span: Span, off: Span) -> list[Span]:
    before, after = (span[0], min(span[1], off[0])), (max(span[0], off[1]), span[1])
    return [part for part in (before, after) if part[0] < part[1]]


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Spans that meet are one."""
    merged: list[Span] = []
    for begins, ends in sorted(spans):
        if merged and begins <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(ends, merged[-1][1]))
        else:
            merged.append((begins, ends))
    return merged
