"""A new service stands in every list of the house, and its folder is like the others."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from lapa_cli.catalogue import SERVICES, find
from lapa_cli.commands.new_service import plan
from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT
from lapa_cli.scaffold import folder, lists

LAST = SERVICES[-1]
NEW = plan("reviews")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The lists as they are in this checkout, to be changed."""
    for name in lists.LISTS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    return tmp_path


def test_its_name_schema_and_port_are_its_own():
    assert (NEW.name, NEW.schema) == ("reviews-service", "reviews")
    assert NEW.port not in {service.port for service in SERVICES}
    assert plan("care-plans-service").schema == "care_plans"


@pytest.mark.parametrize("name", ["Reviews", "reviews_2", "", "-"])
def test_what_is_no_name_is_refused(name: str):
    with pytest.raises(Failure):
        plan(name)


def test_it_stands_wherever_the_last_one_stands(house: Path):
    lists.enter(house, LAST, NEW)

    for name in lists.LISTS:
        text = (house / name).read_text()
        mark = NEW.schema if lists.LISTS[name] is lists.schemas else NEW.name
        assert mark in text, name


def test_it_runs_in_compose_and_kubernetes_as_the_last_one_does(house: Path):
    lists.enter(house, LAST, NEW)

    compose = yaml.safe_load((house / "docker-compose.yml").read_text())
    assert compose["services"][NEW.name]["image"] == f"lapa/{NEW.name}"
    assert compose["services"][NEW.name]["environment"][NEW.url_setting].endswith(
        f"http://{NEW.name}:8000}}"
    )
    manifests = list(
        yaml.safe_load_all((house / "infrastructure/k8s/base/services.yaml").read_text())
    )
    kinds = [one["kind"] for one in manifests if one["metadata"]["name"] == NEW.name]
    model = [one["kind"] for one in manifests if one["metadata"]["name"] == LAST.name]
    assert kinds == model != []


def test_the_type_checker_knows_its_folder(house: Path):
    lists.enter(house, LAST, NEW)

    roots = json.loads((house / "pyrightconfig.json").read_text())["executionEnvironments"]
    assert f"services/{NEW.name}" in [environment["root"] for environment in roots]


def test_a_list_that_has_lost_the_last_one_is_told_before_anything_is_written(house: Path):
    (house / ".env.example").write_text("NOTHING=here\n")
    before = (house / "docker-compose.yml").read_text()

    with pytest.raises(Failure, match=r"\.env\.example does not name"):
        lists.enter(house, LAST, NEW)

    assert (house / "docker-compose.yml").read_text() == before


def test_its_folder_has_what_every_service_has(tmp_path: Path):
    model = find("order-service")
    shutil.copytree(model.folder, tmp_path / "services" / model.name)

    made = folder.make(tmp_path, NEW, model)

    for path in made.rglob("*.py"):
        compile(path.read_text(), str(path), "exec")
        assert "$" not in path.read_text(), path
    assert (made / "migrations/versions/0001_reviews.py").exists()
    assert (made / "pyproject.toml").read_text() == (model.folder / "pyproject.toml").read_text()
