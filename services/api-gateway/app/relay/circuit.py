"""A circuit breaker: after several failures in a row an endpoint is left alone, then tried again."""

import time
from typing import Literal

State = Literal["closed", "open", "half_open"]


class Circuit:
    """Closed until `threshold` failures in a row; each failed trial doubles the pause."""

    def __init__(self, *, threshold: int = 5, shortest: float = 1.0, longest: float = 15.0) -> None:
        self._threshold, self._shortest, self._longest = threshold, shortest, longest
        self._failures = 0
        self._pause = shortest
        self._retry_at = 0.0

    @property
    def is_closed(self) -> bool:
        return self._failures < self._threshold

    @property
    def state(self) -> State:
        if self.is_closed:
            return "closed"
        return "open" if self.retry_after > 0 else "half_open"

    @property
    def retry_after(self) -> float:
        """Seconds until the next trial; 0 when requests are admitted."""
        if self._failures < self._threshold:
            return 0.0
        return max(0.0, self._retry_at - time.monotonic())

    def admits(self) -> bool:
        """Whether a request may pass. When half open, one may: the next a pause later, should the
        first never report."""
        if self._failures < self._threshold:
            return True
        if self.retry_after > 0:
            return False
        self._retry_at = time.monotonic() + self._pause
        return True

    def succeed(self) -> None:
        self._failures = 0
        self._pause = self._shortest

    def fail(self) -> None:
        tried_again = self._failures >= self._threshold
        self._failures += 1
        if self._failures < self._threshold:
            return
        if tried_again:
            self._pause = min(self._pause * 2, self._longest)
        self._retry_at = time.monotonic() + self._pause

    def trip(self) -> None:
        """Open at once: something outside the traffic knows better."""
        self._failures = max(self._failures, self._threshold - 1)
        self.fail()
