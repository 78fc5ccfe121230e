"""What goes through the gateway, counted by route; labels are templates, never raw paths."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.registry import Collector

SMALLEST_MS = 0.25
STEP = 1.25
BOUNDS_MS = tuple(SMALLEST_MS * STEP**n for n in range(60))
"""Each a quarter above the last, 0.25 ms to 130 s: a percentile is off by an eighth at most."""
EXPORTED = range(7, 60, 4)


@dataclass(slots=True)
class RouteStatistics:
    """One route of one service, in one process since it began or in several."""

    service: str
    method: str
    route: str
    in_flight: int = 0
    total_ms: float = 0.0
    statuses: dict[int, int] = field(default_factory=dict[int, int])
    buckets: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS_MS) + 1))

    @property
    def requests(self) -> int:
        return sum(self.statuses.values())

    @property
    def errors(self) -> int:
        return sum(count for status, count in self.statuses.items() if status >= 500)

    def finish(self, status: int, ms: float) -> None:
        self.in_flight -= 1
        statuses = self.statuses
        statuses[status] = statuses.get(status, 0) + 1
        self.buckets[bisect_left(BOUNDS_MS, ms)] += 1
        self.total_ms += ms

    def told(self) -> dict[str, Any]:
        """For another process: without the buckets that are empty."""
        return {
            "service": self.service,
            "method": self.method,
            "route": self.route,
            "in_flight": self.in_flight,
            "total_ms": self.total_ms,
            "statuses": self.statuses,
            "buckets": {index: count for index, count in enumerate(self.buckets) if count},
        }

    @classmethod
    def read(cls, told: dict[str, Any]) -> Self:
        """What `told` said, also after it has been JSON, which knows no keys but text."""
        entry = cls(told["service"], told["method"], told["route"])
        entry.in_flight, entry.total_ms = told["in_flight"], told["total_ms"]
        entry.statuses.update({int(status): n for status, n in told["statuses"].items()})
        for index, count in told["buckets"].items():
            entry.buckets[int(index)] = count
        return entry

    def add(self, other: Self) -> None:
        self.in_flight += other.in_flight
        self.total_ms += other.total_ms
        for status, count in other.statuses.items():
            self.statuses[status] = self.statuses.get(status, 0) + count
        self.buckets = [
            mine + theirs for mine, theirs in zip(self.buckets, other.buckets, strict=True)
        ]

    def percentile(self, share: float) -> float | None:
        """In milliseconds, None before the first answer."""
        wanted = share * sum(self.buckets)
        if not wanted:
            return None
        seen = 0
        for index, count in enumerate(self.buckets):
            if count and seen + count >= wanted:
                low = BOUNDS_MS[index - 1] if index else 0.0
                high = BOUNDS_MS[min(index, len(BOUNDS_MS) - 1)]
                return round(low + (high - low) * (wanted - seen) / count, 3)
            seen += count
        return None


class Statistics(Collector):
    """Plain dictionaries while serving; Prometheus families only when scraped."""

    def __init__(self) -> None:
        self._routes: dict[tuple[str, str, str], RouteStatistics] = {}

    def begin(self, service: str, method: str, route: str) -> RouteStatistics:
        key = (service, method, route)
        entry = self._routes.get(key)
        if entry is None:
            entry = self._routes[key] = RouteStatistics(service, method, route)
        entry.in_flight += 1
        return entry

    def add(self, other: RouteStatistics) -> None:
        """What another process counted."""
        key = (other.service, other.method, other.route)
        if (entry := self._routes.get(key)) is None:
            self._routes[key] = other
        else:
            entry.add(other)

    def __iter__(self) -> Iterator[RouteStatistics]:
        return iter(sorted(self._routes.values(), key=lambda r: (r.service, r.route, r.method)))

    def describe(self) -> list[CounterMetricFamily]:
        return []

    def collect(
        self,
    ) -> Iterator[CounterMetricFamily | HistogramMetricFamily | GaugeMetricFamily]:
        labels = ["service", "method", "route"]
        requests = CounterMetricFamily(
            "gateway_requests", "Answers sent", labels=[*labels, "status"]
        )
        seconds = HistogramMetricFamily(
            "gateway_request_duration_seconds",
            "From the first byte in to the last out",
            labels=labels,
        )
        in_flight = GaugeMetricFamily(
            "gateway_requests_in_flight", "Requests being answered now", labels=labels
        )
        for entry in self._routes.values():
            values = [entry.service, entry.method, entry.route]
            for status, count in entry.statuses.items():
                requests.add_metric([*values, str(status)], count)
            seconds.add_metric(values, _exported(entry.buckets), entry.total_ms / 1000)
            in_flight.add_metric(values, entry.in_flight)
        yield requests
        yield seconds
        yield in_flight


def _exported(buckets: list[int]) -> list[tuple[str, float]]:
    exported = [(f"{BOUNDS_MS[n] / 1000:.6g}", float(sum(buckets[: n + 1]))) for n in EXPORTED]
    return [*exported, ("+Inf", float(sum(buckets)))]
