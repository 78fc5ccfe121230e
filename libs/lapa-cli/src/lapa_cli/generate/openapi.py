"""The API of the whole platform in one document, as the gateway serves it.

Run in the gateway's folder it merges what it reads; the merging itself is the gateway's own.
"""

import json
import os
import sys
from collections.abc import Mapping

from lapa_cli.catalogue import GATEWAY
from lapa_cli.failures import Failure
from lapa_cli.generate.describe import Description, surroundings
from lapa_cli.layout import ROOT
from lapa_cli.tool import ask

DOCUMENT = ROOT / "docs" / "reference" / "openapi.json"


def document(descriptions: Mapping[str, Description]) -> str:
    documents = {name: description.openapi for name, description in descriptions.items()}
    command = ["env", "-i", *surroundings(), sys.executable, "-m", __name__]
    said = ask(command, cwd=GATEWAY.folder, text=json.dumps(documents))
    if said.returncode:
        raise Failure(f"the gateway cannot merge the services' documents:\n{said.stderr.strip()}")
    return said.stdout


def main() -> None:
    sys.path.insert(0, os.getcwd())
    from app.services.documents import merge  # pyright: ignore  # the gateway's own

    documents = json.load(sys.stdin)
    own = documents.pop(GATEWAY.name)
    json.dump(merge(own, documents), sys.stdout, indent=1, sort_keys=True, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
