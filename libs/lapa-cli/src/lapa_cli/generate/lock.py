"""The locks: one set of versions for everybody, hashed and without a registry's address, for every platform at once."""

from lapa_cli.failures import Failure
from lapa_cli.generate.requirements import LIBRARIES, dependencies, lines_of
from lapa_cli.layout import ROOT
from lapa_cli.setup.packages import lock_of, uv
from lapa_cli.tool import ask, everything
from lapa_cli.ui import step

OLDEST_PYTHON = "3.11"


def lock_all() -> None:
    """`run` is what the libraries and services declare; the other groups add to it without changing its versions."""
    _compile("run", wanted_to_run())
    for group in sorted(path.stem for path in (ROOT / "requirements").glob("*.in")):
        if group != "run":
            _compile(group, [f"-r {group}.in"], "-c", str(lock_of("run")))


def wanted_to_run() -> list[str]:
    """Each library's and each service's own declaration, and requirements/run.in for what nobody imports."""
    wanted = {line for library in (*LIBRARIES, "lapa-cli") for line in dependencies(library)}
    for path in [*ROOT.glob("services/*/requirements.in"), ROOT / "requirements" / "run.in"]:
        wanted.update(lines_of(path))
    return sorted(wanted - {*LIBRARIES})


def _compile(group: str, wanted: list[str], *constraints: str) -> None:
    source = ROOT / "requirements" / f".{group}.in"
    source.write_text("\n".join([*wanted, ""]))
    options = (
        "--universal",
        "--generate-hashes",
        "--no-emit-index-url",
        "--no-annotate",
        "--no-header",
        *("--python-version", OLDEST_PYTHON),
    )
    try:
        with step(f"requirements/{group}.lock"):
            command = [uv(), "pip", "compile", "-q", *options, *constraints]
            said = ask([*command, str(source), "-o", str(lock_of(group))])
    finally:
        source.unlink()
    if said.returncode:
        raise Failure(f"The packages of {group} do not resolve:\n{everything(said)}")
