"""What a file is, by its content; its name and declared type are only claims."""

from typing import IO

JPEG, PNG, WEBP, PDF = "image/jpeg", "image/png", "image/webp", "application/pdf"
PICTURES = frozenset({JPEG, PNG, WEBP})
HEAD_BYTES = 1024
TAIL_BYTES = 65_557  # a ZIP's end record lies at most that far from the end
PIECE_BYTES = 1024 * 1024

# Of formats that take a file from its middle or end: a picture that is also one of these is a trap.
IN_HEAD = (b"%PDF-",)
IN_TAIL = (b"PK\x05\x06",)
ANYWHERE = (b"<?php", b"<script", b"<!doctype html", b"<html")


def type_of(head: bytes) -> str | None:
    """The media type of the formats we take, from a file's first bytes; None for all others."""
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if head.startswith(b"%PDF-"):
        return PDF
    return None


def is_polyglot(file: IO[bytes], media_type: str) -> bool:
    """True when the file can also be taken for something else: a PDF, an archive, a web page."""
    head, tail = _ends(file)
    if any(mark in tail for mark in IN_TAIL):
        return True
    if media_type == PDF:
        return b"%%EOF" not in tail
    return any(mark in head for mark in IN_HEAD) or _has_markup(file)


def _ends(file: IO[bytes]) -> tuple[bytes, bytes]:
    size = file.seek(0, 2)
    file.seek(0)
    head = file.read(HEAD_BYTES)
    file.seek(max(0, size - TAIL_BYTES))
    return head, file.read(TAIL_BYTES)


def _has_markup(file: IO[bytes]) -> bool:
    """Searches all of it; pieces overlap so that no mark falls between two."""
    file.seek(0)
    overlap = b""
    while piece := file.read(PIECE_BYTES):
        window = (overlap + piece).lower()
        if any(mark in window for mark in ANYWHERE):
            return True
        overlap = piece[-max(map(len, ANYWHERE)) :]
    return False
