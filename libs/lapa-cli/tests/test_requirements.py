"""requirements.txt for plain pip: the libraries by path, everything else at the locked version."""

from packaging.requirements import Requirement

from lapa_cli.catalogue import find
from lapa_cli.generate import requirements


def test_the_libraries_come_first_and_every_other_line_is_pinned():
    lines = requirements.text_for(find("order-service")).splitlines()

    assert lines[1:3] == ["-e ../../libs/lapa-kit", "-e ../../libs/lapa-contracts"]
    assert all("==" in line for line in lines[3:])


def test_what_a_package_needs_is_there_too():
    names = requirements.closure([Requirement("fastapi")])

    assert {"fastapi", "starlette", "pydantic", "pydantic-core", "anyio"} <= names
    assert "sqlalchemy" not in names


def test_an_extra_brings_its_packages_only_when_asked_for():
    assert "greenlet" in requirements.closure([Requirement("sqlalchemy[asyncio]")])
    assert "greenlet" not in requirements.closure([Requirement("pydantic")])
