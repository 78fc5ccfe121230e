"""Checks of what is not Python: generated files, Kubernetes manifests, the web app."""

import json

from lapa_cli.checks.code import run
from lapa_cli.generate.files import list_generated
from lapa_cli.layout import ROOT
from lapa_cli.setup import node, web
from lapa_cli.tool import ask, everything

KUBERNETES = ROOT / "infrastructure" / "k8s"


def generated() -> str:
    stale = [str(one.path.relative_to(ROOT)) for one in list_generated() if not one.is_current]
    return f"Out of date, run ./lapa generate: {', '.join(stale)}" if stale else ""


def kubernetes() -> str:
    """Every manifest against the strict schemas of its kind. A kustomization is no object of the cluster."""
    manifests = [
        str(file)
        for file in sorted(KUBERNETES.rglob("*.yaml"))
        if file.name != "kustomization.yaml"
    ]
    if not manifests:
        return ""
    return run("kubernetes_validate", "--strict", "--quiet", *manifests)


def web_app() -> str:
    """The web app's own `check` script, where there is one."""
    package = web.WEB / "package.json"
    if not package.exists() or "check" not in json.loads(package.read_text()).get("scripts", {}):
        return ""
    environment = node.ensure()
    web.ensure_packages(environment)
    said = ask(["npm", "run", "--silent", "check"], cwd=web.WEB, environment=environment)
    return everything(said) if said.returncode else ""
