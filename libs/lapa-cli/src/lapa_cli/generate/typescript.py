"""The API's types for the web app, from the merged document, by the web app's own script."""

from tempfile import NamedTemporaryFile

from lapa_cli.failures import Failure
from lapa_cli.setup import node, web
from lapa_cli.tool import ask

TYPES = web.WEB / "src" / "api" / "schema.d.ts"
SCRIPT = web.WEB / "scripts" / "generate.mjs"


def types(document: str) -> str:
    environment = node.ensure()
    web.ensure_packages(environment)
    with NamedTemporaryFile("w", suffix=".json") as file:  # Node cannot read a large pipe in one go
        file.write(document)
        file.flush()
        said = ask(["node", SCRIPT, file.name, "--print"], environment=environment)
    if said.returncode:
        raise Failure(f"{SCRIPT.name} failed:\n{said.stderr.strip()}")
    return said.stdout
