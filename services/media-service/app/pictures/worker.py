"""The process that touches pixels: `python -m app.pictures.worker ACTION FD LIMITS [FOLDER]`.

It is started for one file with nothing but an open descriptor and its limits; whatever a file does to
the decoder dies with it. Answers one line of JSON: facts, or `{"refused": code}`.
"""

import base64
import json
import os
import resource
import sys
from typing import Any

PLACEHOLDER_PX = 48
LARGE_PX, PREVIEW_PX, THUMBNAIL_PX = 2048, 1024, 320
METADATA = ("exif-data", "xmp-data", "iptc-data", "icc-profile-data")
LOADERS = ("jpegload", "pngload", "webpload")


class Refused(Exception):
    """The file is at fault; the argument is the code that the caller turns into a problem."""


def main() -> None:
    action, descriptor, limits = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_AS, (limits["memory"], limits["memory"]))
    resource.setrlimit(resource.RLIMIT_CPU, (limits["seconds"], limits["seconds"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    path = f"/dev/fd/{descriptor}"
    try:
        answer = ACTIONS[action](path, limits, *sys.argv[4:])
    except Refused as refusal:
        answer = {"refused": str(refusal)}
    print(json.dumps(answer))


def inspect(path: str, limits: dict[str, int]) -> dict[str, Any]:
    """Decodes everything once, small; facts for the row."""
    width, height = _checked_size(path, limits)
    small = _thumbnail(path, PLACEHOLDER_PX)
    return {"width": width, "height": height, "placeholder": _placeholder(small)}


def _checked_size(path: str, limits: dict[str, int]) -> tuple[int, int]:
    """The size as it is looked at, from the header alone."""
    import pyvips

    try:
        header: Any = pyvips.Image.new_from_file(path, access="sequential")
    except pyvips.Error:
        raise Refused("broken") from None
    if not str(header.get("vips-loader")).startswith(LOADERS):
        raise Refused("wrong_type")
    if header.width * header.height > limits["pixels"]:
        raise Refused("too_many_pixels")
    present = [name for name in METADATA if header.get_typeof(name)]
    if sum(len(header.get(name)) for name in present) > limits["metadata"]:
        raise Refused("too_much_metadata")
    lies_down = header.get_typeof("orientation") and header.get("orientation") >= 5
    return (header.height, header.width) if lies_down else (header.width, header.height)


def _thumbnail(path: str, pixels: int) -> Any:
    """Upright, in sRGB, within a square of so many pixels, in memory."""
    import pyvips

    try:
        return pyvips.Image.thumbnail(
            path, pixels, height=pixels, size="down", fail_on="truncated", output_profile="srgb"
        ).copy_memory()
    except pyvips.Error:
        raise Refused("broken") from None


def _placeholder(small: Any) -> str:
    from thumbhash import rgba_to_thumb_hash

    if small.interpretation != "srgb":
        small = small.colourspace("srgb")
    if small.bands == 3:
        small = small.addalpha()
    pixels = list(bytes(small.cast("uchar").write_to_memory()))
    return base64.b64encode(bytes(rgba_to_thumb_hash(small.width, small.height, pixels))).decode()


def render(path: str, limits: dict[str, int], folder: str) -> dict[str, Any]:
    """The three variants into a folder: one decoding, each made from the next larger."""
    _checked_size(path, limits)
    large = _thumbnail(path, LARGE_PX)
    for name, pixels in (("large", LARGE_PX), ("preview", PREVIEW_PX), ("thumbnail", THUMBNAIL_PX)):
        large = large.thumbnail_image(pixels, height=pixels, size="down")
        large.webpsave(os.path.join(folder, name), Q=80, effort=2, keep="none")
    return {}


def clean(path: str, limits: dict[str, int], folder: str) -> dict[str, Any]:
    """The whole picture again, upright and without what its file said of place, time and device."""
    import pyvips

    _checked_size(path, limits)
    try:
        picture: Any = pyvips.Image.new_from_file(path, fail_on="truncated").autorot()
        loader = str(picture.get("vips-loader"))
        target = os.path.join(folder, "clean")
        if loader.startswith("png"):
            picture.pngsave(target, keep="icc")
        elif loader.startswith("webp"):
            picture.webpsave(target, Q=90, keep="icc")
        else:
            picture.jpegsave(target, Q=90, keep="icc", optimize_coding=True)
    except pyvips.Error:
        raise Refused("broken") from None
    return {}


ACTIONS = {"inspect": inspect, "render": render, "clean": clean}

if __name__ == "__main__":
    main()
