"""Wrong or missing settings refuse the start in one sentence a variable."""

from typing import Any

import pytest
import toy

from lapa_kit.seal import SealBroken, Sealer

GOOD = {
    "ENVIRONMENT": "production",
    "JWT_SECRET_KEY": "j" * 40,
    "SERVICE_JWT_SECRET": "s" * 40,
    "SEAL_KEY": "k" * 40,
    "POSTGRES_PASSWORD": "p" * 20,
}


def start(monkeypatch: Any, **environment: str) -> Any:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return toy.Settings.from_env()


def test_production_starts_with_real_secrets(monkeypatch: Any) -> None:
    assert start(monkeypatch, **GOOD).environment == "production"


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"JWT_SECRET_KEY": "change-me"}, "JWT_SECRET_KEY"),
        ({"SERVICE_JWT_SECRET": ""}, "SERVICE_JWT_SECRET"),
        ({"SEAL_KEY": "short"}, "SEAL_KEY"),
        ({"POSTGRES_PASSWORD": "lapa_password"}, "POSTGRES_PASSWORD"),
        ({"TEST_MODE": "true"}, "TEST_MODE"),
        ({"POSTGRES_PORT": "many"}, "POSTGRES_PORT"),
        ({"ENVIRONMENT": "moon"}, "ENVIRONMENT"),
        ({"JWT_ALGORITHM": "none"}, "JWT_ALGORITHM"),
    ],
)
def test_a_wrong_setting_is_named(
    monkeypatch: Any, capsys: Any, change: dict[str, str], names: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        start(monkeypatch, **{**GOOD, **change})
    assert stopped.value.code == 78
    said = capsys.readouterr().err
    assert names in said
    assert GOOD["JWT_SECRET_KEY"] not in said


def test_addresses_may_be_hosts_or_sockets(monkeypatch: Any) -> None:
    sockets = start(
        monkeypatch,
        POSTGRES_HOST="/run/pg",
        REDIS_HOST="/run/r.sock",
        REDIS_PASSWORD="a/b",
        REDIS_DB="3",
    )
    assert "host=/run/pg" in sockets.database_url
    assert sockets.redis_url == "unix://:a%2Fb@/run/r.sock?db=3"


def test_the_stand_ins_for_missing_secrets_differ(monkeypatch: Any) -> None:
    settings = start(monkeypatch, SERVICE_JWT_SECRET="", SEAL_KEY="")
    assert settings.service_secret != settings.jwt_secret_key.get_secret_value()
    assert settings.seal_keys[0].hex() != settings.service_secret


def test_what_is_sealed_opens_only_in_its_context_and_with_a_known_key() -> None:
    old, new = b"o" * 32, b"n" * 32
    sealed = Sealer([old]).seal("4711#", context="order 1")

    assert b"4711" not in sealed
    assert Sealer([new, old]).open(sealed, context="order 1") == "4711#"
    assert Sealer([old]).open_text(Sealer([old]).seal_text("ü", context="x"), context="x") == "ü"
    for sealer, context in ((Sealer([old]), "order 2"), (Sealer([new]), "order 1")):
        with pytest.raises(SealBroken):
            sealer.open(sealed, context=context)
    with pytest.raises(SealBroken):
        Sealer([old]).open(sealed[:-1] + bytes([sealed[-1] ^ 1]), context="order 1")


def test_a_new_key_takes_over_what_an_older_one_has_sealed() -> None:
    old, new = b"o" * 32, b"n" * 32
    sealed = Sealer([old]).seal("4711#", context="order 1")

    rewrapped = Sealer([new, old]).rewrap(sealed, context="order 1")

    assert rewrapped is not None
    assert Sealer([new]).open(rewrapped, context="order 1") == "4711#"
    assert Sealer([new, old]).rewrap(rewrapped, context="order 1") is None
    with pytest.raises(SealBroken):
        Sealer([new, old]).rewrap(rewrapped, context="order 2")
