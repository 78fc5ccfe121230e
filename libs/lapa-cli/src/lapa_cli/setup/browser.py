"""A Chromium for the tests of the web app: the machine's, or the distribution's unpacked into the state folder."""

import os
import shutil
from pathlib import Path

from lapa_cli.layout import ROOT, STATE
from lapa_cli.tool import ask
from lapa_cli.ui import errors, step

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
UNPACKED = STATE / "browser"
# What a desktop has and a browser without a screen does not use; it brings its own software renderer.
WITHOUT = (
    r"^(perl|libperl|libgdbm|libdb5|systemd|libsystemd-shared|udev|dbus|libpam|adduser|passwd|init-system"
    r"|adwaita|hicolor|humanity|libllvm|libz3|libgl1-mesa-dri|libgl1-amber|libicu.*-dev|gtk-update|dconf"
    r"|gsettings|librsvg|x11-utils|xdg|shared-mime|libgtk-3-common|ucf|sensible-utils|debianutils)"
)

# The unpacked program looks for its libraries and fonts under /usr unless it is told.
STARTER = """#!/bin/sh
export LD_LIBRARY_PATH="{libraries}"
export FONTCONFIG_FILE="{fonts}"
exec "{program}" "$@"
"""
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def find() -> Path | None:
    if chosen := os.environ.get("LAPA_BROWSER"):
        return Path(chosen)
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return Path(found)
    return _starter() if _starter().exists() else None


def ensure() -> Path | None:
    """None where there is no way to one; the tests that need it say so themselves."""
    if browser := find():
        return browser
    unpack = ROOT / "libs" / "lapa-cli" / "unpack.sh"
    with step("A browser for the tests, unpacked from the distribution"):
        packages = ("chromium", "fonts-dejavu-core")
        said = ask(
            ["sh", unpack, UNPACKED, WITHOUT, *packages], environment={"LAPA_STATE": str(STATE)}
        )
    if said.returncode:
        errors.print(
            f"[bold red]No browser:[/] {said.stderr.strip()}\nInstall Chromium, or name one in LAPA_BROWSER."
        )
        return None
    _make_starter()
    return find()


def _starter() -> Path:
    return UNPACKED / "start"


def _make_starter() -> None:
    fonts = UNPACKED / "fonts.conf"
    fonts.write_text(FONTS.format(folder=UNPACKED / "usr/share/fonts", cache=STATE / "font-cache"))
    # Some packages keep what only they load in a folder of their own, and find it by a path in the file.
    folders = sorted({file.parent for file in UNPACKED.glob("**/*-linux-gnu/**/lib*.so*")})
    program = UNPACKED / "usr" / "lib" / "chromium" / "chromium"
    libraries = ":".join(str(folder) for folder in folders)
    _starter().write_text(STARTER.format(libraries=libraries, fonts=fonts, program=program))
    _starter().chmod(0o755)
