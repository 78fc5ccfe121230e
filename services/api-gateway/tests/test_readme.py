"""What the README says is so."""

import re
from pathlib import Path

from app.config import Settings
from app.routing import TESTING
from lapa_contracts.settings import LapaSettings

README = (Path(__file__).parents[1] / "README.md").read_text()


def test_it_names_every_setting_of_our_own() -> None:
    own = {name.upper() for name in Settings.model_fields if name not in LapaSettings.model_fields}
    table = README.partition("| setting |")[2]
    assert set(re.findall(r"`([A-Z_]+)`", table.partition("\n\n")[0])) == own


def test_it_names_every_test_route() -> None:
    line = next(line for line in README.splitlines() if "in test mode only" in line)
    assert set(re.findall(r"`([a-z]+)`", line)) == set(TESTING)


def test_the_files_it_points_to_exist() -> None:
    app = Path(__file__).parents[1] / "app"
    for path in re.findall(r"`([a-z_/]+(?:\.py|/))`", README.partition("## Promises")[0]):
        assert (app / path).exists(), path
