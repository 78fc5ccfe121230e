"""Ten services alike: knowing one is knowing all."""

import ast
import re
from pathlib import Path

import pytest
from house import NAMES, ROOT, SERVICES

from lapa_contracts.services import SERVICES as PROMISED

every_service = pytest.mark.parametrize("service", SERVICES, ids=NAMES)
MODEL = ROOT / "services" / "order-service"


def test_the_services_that_exist_are_those_that_are_promised() -> None:
    assert set(NAMES) == set(PROMISED), "name it in lapa_contracts.services, or remove its folder"


@every_service
@pytest.mark.parametrize(
    "path",
    [
        "main.py",
        "README.md",
        "requirements.in",
        "requirements.txt",
        "pyproject.toml",
        "app/__init__.py",
        "app/config.py",
        "app/api/v1/__init__.py",
        "tests/test_conformance.py",
    ],
)
def test_the_skeleton_is_there(service: Path, path: str) -> None:
    assert (service / path).is_file(), f"every service has {path}: see order-service's"


@every_service
def test_no_module_is_called_by_what_it_is_not(service: Path) -> None:
    names = {"utils", "util", "helpers", "common", "manager", "misc", "base_service"}
    found = [path for path in (service / "app").rglob("*") if path.stem in names]
    assert found == [], "name it by what it is about"


@every_service
def test_pyproject_is_the_same_text(service: Path) -> None:
    model = (MODEL / "pyproject.toml").read_text()
    assert (service / "pyproject.toml").read_text() == model, "copy order-service's"


@every_service
def test_main_is_short(service: Path) -> None:
    lines = (service / "main.py").read_text().splitlines()
    assert len(lines) <= 30, "main.py only puts the service together"


@every_service
def test_migrations_env_is_the_same_text(service: Path) -> None:
    env = service / "migrations" / "env.py"
    if env.exists():
        assert env.read_text() == (MODEL / "migrations" / "env.py").read_text()


@every_service
def test_migrations_are_dense_with_one_head(service: Path) -> None:
    versions = sorted((service / "migrations" / "versions").glob("[0-9]*.py"))
    for number, path in enumerate(versions, start=1):
        text = path.read_text()
        assert path.name.startswith(f"{number:04}_"), f"{path.name} should be {number:04}_..."
        assert re.search(rf'^revision = "{number:04}"', text, re.MULTILINE), (
            f"{path.name}: revision"
        )
        before = "None" if number == 1 else f'"{number - 1:04}"'
        assert re.search(rf"^down_revision = {before}", text, re.MULTILINE), (
            f"{path.name}: down_revision"
        )


@every_service
def test_base_is_the_one_base(service: Path) -> None:
    if (service / "app" / "models").is_dir():
        text = (service / "app" / "models" / "base.py").read_text()
        assert "from lapa_kit.db import Base as Base" in text


@every_service
def test_readme_says_the_four_things(service: Path) -> None:
    headings = re.findall(r"^## (\w+)", (service / "README.md").read_text(), re.MULTILINE)
    assert headings[:4] == ["Owns", "Promises", "Listens", "Run"]


@every_service
def test_requirements_begin_with_the_libraries(service: Path) -> None:
    lines = (service / "requirements.txt").read_text().splitlines()
    wanted = ["-e ../../libs/lapa-kit", "-e ../../libs/lapa-contracts"]
    assert [line for line in lines if not line.startswith("#")][:2] == wanted, "./lapa generate"


@every_service
def test_no_service_imports_anothers_code_and_only_the_api_touches_schemas(service: Path) -> None:
    for path in (service / "app").rglob("*.py"):
        for name in _imports(path):
            top = name.split(".")[0]
            assert not top.startswith("lapa_cli"), f"{path}: the command line is not for services"
            if name.startswith("app.schemas"):
                allowed = {"api", "schemas"}
                assert path.relative_to(service / "app").parts[0] in allowed, (
                    f"{path} imports {name}: only api/ knows what crosses HTTP"
                )


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names
