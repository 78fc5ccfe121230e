"""`python -m lapa_kit.migrate` upgrades the service whose folder it is run in.

`--prepare SCHEMA...` makes extensions, schemas and roles first (once, as a superuser);
`--new NAME` writes the next migration from what the models have and the database has not.
"""

import argparse
import asyncio
import sys

from lapa_kit.fitness import find_postgres_fault
from lapa_kit.schema import new_revision, prepare, upgrade
from lapa_kit.settings import ServiceSettings, service_folder


class _AnyService(ServiceSettings):
    service_name = "lapa"
    schema_name = "public"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m lapa_kit.migrate", description=__doc__)
    parser.add_argument("--prepare", nargs="+", metavar="SCHEMA")
    parser.add_argument("--new", metavar="NAME")
    options = parser.parse_args()
    folder = service_folder()
    sys.path.insert(0, str(folder))
    if options.prepare:
        roles = {schema: f"lapa_{schema}" for schema in options.prepare}
        settings = _AnyService.from_env()
        if fault := asyncio.run(find_postgres_fault(settings)):
            print(f"lapa: {fault}", file=sys.stderr)
            raise SystemExit(78)  # EX_CONFIG of sysexits.h
        asyncio.run(prepare(settings, roles))
    elif options.new:
        new_revision(folder, options.new)
    else:
        upgrade(folder)


if __name__ == "__main__":
    main()
