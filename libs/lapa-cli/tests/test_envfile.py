"""The .env is written once, with secrets of its own, and never loses a line."""

import stat
from pathlib import Path

from lapa_cli import envfile

EXAMPLE = """# A comment
POSTGRES_HOST=postgres
POSTGRES_PASSWORD=lapa_password
JWT_SECRET_KEY=change-me
SERVICE_JWT_SECRET=change-me
SEAL_KEY=change-me
ADMIN_EMAIL=admin@lapa.example
ADMIN_PASSWORD=change-me
"""


def make(tmp_path: Path) -> tuple[Path, Path]:
    example = tmp_path / ".env.example"
    example.write_text(EXAMPLE)
    return tmp_path / ".env", example


def test_a_new_file_has_random_secrets_and_the_examples_addresses(tmp_path: Path):
    target, example = make(tmp_path)

    envfile.ensure(target, example)

    values = envfile.read(target)
    assert values["POSTGRES_HOST"] == "postgres"
    assert all(len(values[name]) >= 32 for name in envfile.SECRETS)
    assert len({values[name] for name in envfile.SECRETS}) == len(envfile.SECRETS)
    assert target.read_text().startswith("# A comment\n")


def test_only_its_owner_can_read_it(tmp_path: Path):
    target, example = make(tmp_path)

    envfile.ensure(target, example)

    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_second_start_changes_nothing(tmp_path: Path):
    target, example = make(tmp_path)
    envfile.ensure(target, example)
    first = target.read_text()

    assert envfile.ensure(target, example) == []

    assert target.read_text() == first


def test_a_file_by_hand_keeps_its_lines_and_gets_the_secrets_it_lacks(tmp_path: Path):
    target, example = make(tmp_path)
    target.write_text("POSTGRES_PASSWORD=mine\nJWT_SECRET_KEY=change-me")

    added = envfile.ensure(target, example)

    assert added == ["SERVICE_JWT_SECRET", "SEAL_KEY", "ADMIN_PASSWORD", "ADMIN_EMAIL"]
    assert target.read_text().startswith("POSTGRES_PASSWORD=mine\nJWT_SECRET_KEY=change-me\n")
    assert envfile.read(target)["ADMIN_EMAIL"] == "admin@lapa.example"


def test_quotes_comments_and_export_are_read_as_a_shell_would():
    text = "A='x # y'\nexport B=\"two words\"\nC=plain # why\n# D=no\nE=\nnot an assignment\n"

    assert envfile.parse(text) == {"A": "x # y", "B": "two words", "C": "plain", "E": ""}
