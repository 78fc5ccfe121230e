"""What is asked every second is said to be away once, and to be back once."""

import structlog

from lapa_kit.presence import Presence


def test_one_line_a_change() -> None:
    redis = Presence("clock")
    with structlog.testing.capture_logs() as said:
        for _ in range(3):
            redis.lost(ConnectionError("refused"))
        for _ in range(2):
            redis.found()
        redis.lost(TimeoutError())

    assert [line["event"] for line in said] == ["clock.away", "clock.back", "clock.away"]
    assert said[0]["error"] == "ConnectionError: refused"
