"""What all ten services start from."""

from typing import ClassVar

import pytest
from pydantic import ValidationError

from lapa_contracts.roles import PERMISSIONS, ROLES, Role
from lapa_contracts.services import SERVICES
from lapa_contracts.settings import LapaSettings


class PetSettings(LapaSettings):
    service_name: ClassVar[str] = "pet-service"
    schema_name: ClassVar[str] = "pets"


class UserSettings(LapaSettings):
    service_name: ClassVar[str] = "user-service"
    schema_name: ClassVar[str] = "users"


@pytest.fixture(autouse=True)
def nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch):
    for service in SERVICES:
        monkeypatch.delenv(service.upper().replace("-", "_") + "_URL", raising=False)
    monkeypatch.delenv("PERMISSIONS_URL", raising=False)
    monkeypatch.delenv("DEFAULT_CURRENCY", raising=False)


def test_permissions_are_pulled_from_where_user_service_is(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("USER_SERVICE_URL", "http://127.0.0.1:8001/")

    assert PetSettings().permissions_url == "http://127.0.0.1:8001/internal/v1/permissions"


def test_permissions_can_be_pulled_from_elsewhere(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PERMISSIONS_URL", "")

    assert PetSettings().permissions_url == ""


def test_user_service_asks_nobody():
    assert UserSettings().permissions_url == ""
    assert UserSettings().default_permissions is ROLES


def test_a_currency_is_three_capital_letters(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DEFAULT_CURRENCY", "eur")

    with pytest.raises(ValidationError, match="default_currency"):
        PetSettings()


def test_every_service_has_a_place():
    settings = PetSettings()

    for service in SERVICES[1:]:
        assert settings.service_url(service) == f"http://{service}:8000"


def test_every_right_that_a_role_has_is_explained():
    assert set(ROLES) == set(Role)
    assert frozenset[str]().union(*ROLES.values()) == set(PERMISSIONS)
    assert ROLES[Role.ADMIN] == set(PERMISSIONS)
