"""The sum over all suites is honest."""

from pathlib import Path

from lapa_cli.testing.report import Counts, read_junit

JUNIT = '<testsuites><testsuite tests="7" failures="1" errors="1" skipped="2"/></testsuites>'


def test_errors_are_failures_and_skips_are_no_passes(tmp_path: Path):
    path = tmp_path / "junit.xml"
    path.write_text(JUNIT)

    assert read_junit(path, 1) == Counts(passed=3, failed=2, skipped=2)


def test_a_run_that_broke_before_its_first_test_counts_as_a_failure(tmp_path: Path):
    assert read_junit(tmp_path / "missing.xml", 4) == Counts(failed=1)


def test_a_run_in_which_nothing_matched_is_no_failure_by_itself(tmp_path: Path):
    assert read_junit(tmp_path / "missing.xml", 5) == Counts()


def test_nothing_at_all_is_no_success():
    assert not Counts(skipped=3).is_green
    assert not Counts(passed=3, failed=1).is_green
    assert Counts(passed=3, skipped=1).is_green


def test_the_last_line_is_plain():
    assert str(Counts(1, 2, 3) + Counts(10, 20, 30)) == "11 passed, 22 failed, 33 skipped"
