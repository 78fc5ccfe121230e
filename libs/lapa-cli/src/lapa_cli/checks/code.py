"""Checks of the Python code: format, lint, direction of imports, types."""

import sys
from collections.abc import Mapping
from pathlib import Path

from lapa_cli.catalogue import present
from lapa_cli.layout import ROOT, STATE
from lapa_cli.setup import node
from lapa_cli.tool import ask, everything


def formatting() -> str:
    said = run("ruff", "format", "--check", "--output-format", "concise", str(ROOT))
    return said and f"{said}\nMend it: ./lapa format"


def lint() -> str:
    return run("ruff", "check", "--quiet", str(ROOT))


def reformat() -> str:
    """What is left to mend by hand."""
    run("ruff", "format", "--quiet", str(ROOT))
    return run("ruff", "check", "--quiet", "--fix", str(ROOT))


def import_directions() -> str:
    """`api | subscribers | jobs → services → queries → models` in each service, and no domain word in the kit."""
    rules = ROOT / "libs" / "lapa-cli" / "imports"
    problems = [
        _imports(rules / "service.ini", service.folder, service.folder) for service in present()
    ]
    return "\n".join(filter(None, [*problems, _imports(rules / "libs.ini", ROOT, ROOT)]))


def types() -> str:
    environment = {
        **node.ensure(),
        "PYRIGHT_PYTHON_CACHE_DIR": str(STATE / "pyright"),
        "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
    }
    return run("pyright", "--pythonpath", sys.executable, "-p", str(ROOT), environment=environment)


def _imports(rules: Path, folder: Path, path: Path) -> str:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", code, "--config", str(rules), "--no-cache"]
    said = _complaint(command, folder, {"PYTHONPATH": str(path)})
    return said and f"{folder.relative_to(ROOT)}:\n{said}"


def run(tool: str, *arguments: str, environment: Mapping[str, str] | None = None) -> str:
    """What a Python tool said, if it was not content."""
    return _complaint([sys.executable, "-m", tool, *arguments], ROOT, environment)


def _complaint(command: list[str], folder: Path, environment: Mapping[str, str] | None) -> str:
    said = ask(command, cwd=folder, environment=environment)
    return everything(said) or "failed without a word" if said.returncode else ""
