"""Where things are in the house; no service is named here: whoever moves in is held to the same."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
SERVICES = sorted(path.parent for path in (ROOT / "services").glob("*/main.py"))
NAMES = [service.name for service in SERVICES]


def tracked() -> list[Path]:
    """Every file of the repository that people read or run."""
    import subprocess

    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
