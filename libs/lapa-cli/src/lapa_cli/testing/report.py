"""What pytest said, read from its JUnit file, and the sum over all runs."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True, slots=True)
class Counts:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped
        )

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"

    @property
    def is_green(self) -> bool:
        """Nothing that ran at all is no success."""
        return self.failed == 0 and self.passed > 0


@dataclass(frozen=True, slots=True)
class Result:
    suite: str
    counts: Counts
    seconds: float
    exit_code: int
    log: Path


def read_junit(path: Path, exit_code: int) -> Counts:
    """A run that ended badly without naming a failed test (a crash, a broken conftest) counts as one failure."""
    counts = Counts()
    if path.exists():
        for suite in ElementTree.parse(path).getroot().iter("testsuite"):
            failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            skipped = int(suite.get("skipped", 0))
            counts += Counts(int(suite.get("tests", 0)) - failed - skipped, failed, skipped)
    if exit_code not in (0, 5) and counts.failed == 0:
        counts += Counts(failed=1)
    return counts
