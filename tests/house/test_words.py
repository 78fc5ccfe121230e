"""What the repository says: links that lead somewhere, no trace of one machine, no secrets."""

import re
from pathlib import Path

import pytest
from house import NAMES, ROOT, SERVICES, tracked

DOCUMENTS = [path for path in tracked() if path.suffix == ".md"]
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    dead = [
        target
        for target in LINK.findall(path.read_text())
        if not target.startswith(("http://", "https://", "mailto:"))
        and not (path.parent / target).exists()
    ]
    assert dead == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    homes = re.compile(r"(?<![\w.])/(?:root|home/[a-z]+)/[\w.]")
    found = [
        f"{path.relative_to(ROOT)}: {homes.search(text) or ROOT}"
        for path in tracked()
        if path.suffix in {".py", ".md", ".toml", ".yml", ".yaml", ".json", ".ts", ".tsx", ".lock"}
        and (homes.search(text := path.read_text(errors="replace")) or f"{ROOT}/" in text)
    ]
    assert found == []


def test_locks_hold_no_addresses() -> None:
    for path in [*ROOT.glob("requirements/*.lock"), *ROOT.glob("web/package-lock.json")]:
        assert "://" not in re.sub(
            r"https?://(opencollective|github|paypal|tidelift|buymeacoffee|www|ko-fi|polar|feross|dotenvx|spdx|jaydenseric|sindresorhus)[^\"]*",
            "",
            path.read_text(),
        ), path


def test_every_setting_is_in_the_example() -> None:
    example = (ROOT / ".env.example").read_text()
    for name in ("POSTGRES_HOST", "REDIS_HOST", "JWT_SECRET_KEY", "SERVICE_JWT_SECRET", "SEAL_KEY"):
        assert re.search(rf"^#? ?{name}=", example, re.MULTILINE), (
            f"{name} belongs into .env.example"
        )


def test_the_readmes_name_every_service() -> None:
    for readme in ("README.md", "README.ru.md"):
        text = (ROOT / readme).read_text()
        missing = [name for name in NAMES if f"services/{name}/README.md" not in text]
        assert missing == [], readme


def test_compose_and_kubernetes_run_exactly_these_services() -> None:
    import yaml

    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    ours = {name for name in compose["services"] if name.endswith(("-service", "-gateway"))}
    assert ours == set(NAMES)
    deployed: set[str] = set()
    for name in ("services.yaml", "api-gateway.yaml"):
        for document in yaml.safe_load_all((ROOT / "infrastructure/k8s/base" / name).read_text()):
            if document and document["kind"] == "Deployment":
                deployed.add(document["metadata"]["name"])
    assert deployed == set(NAMES)


def test_files_are_of_a_size_to_be_read() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for service in SERVICES
        for path in (service / "app").rglob("*.py")
        if (lines := sum(bool(line.strip()) for line in path.read_text().splitlines())) > 330
    }
    assert long == {}, "split by happening (checkout.py, refunds.py)"
