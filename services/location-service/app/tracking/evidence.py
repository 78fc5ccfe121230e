"""What was measured, in a form that can be proved later: one hash over all fixes of a walk."""

from collections.abc import Iterable
from hashlib import sha256

from app.tracking.fixes import Fix


def hash_fixes(fixes: Iterable[Fix]) -> str:
    """SHA-256 (hex) over the distinct fixes in order of time; the order of arrival does not matter.

    One line a fix: `at` in whole milliseconds, latitude and longitude with seven decimals, accuracy with one.
    """
    lines = {
        f"{round(fix.at * 1000)} {fix.lat:.7f} {fix.lon:.7f} "
        f"{'' if fix.accuracy_m is None else format(fix.accuracy_m, '.1f')}\n"
        for fix in fixes
    }
    digest = sha256()
    for line in sorted(lines, key=lambda line: (int(line.split(" ", 1)[0]), line)):
        digest.update(line.encode())
    return digest.hexdigest()
