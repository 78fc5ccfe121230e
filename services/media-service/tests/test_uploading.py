"""What is taken, what is refused, and that neither costs much."""

import asyncio
import io
import resource
import zlib
from typing import Any

import pytest
from factories import add_media, pdf, phone_photo, picture, png_claiming, png_with, upload

from app.config import settings
from app.pictures import sandbox
from app.services import uploads
from lapa_kit.ids import new_id
from lapa_kit.testing.identity import bearer

MIB = 1024 * 1024


async def test_a_photo_is_taken_and_its_variants_are_made(
    client: Any, outbox: Any, run_jobs: Any
) -> None:
    me = new_id()

    response = await upload(client, me, phone_photo(3000, 2000))

    assert response.status_code == 201, response.text
    media = response.json()
    assert (media["status"], media["visibility"]) == ("processing", "private")
    assert (media["width"], media["height"]) == (2000, 3000), "as it is looked at"
    await run_jobs()
    [said] = [one.payload for one in await outbox() if one.type == "media.processed.v1"]
    assert (said["media_id"], said["status"]) == (media["id"], "ready")
    assert said["placeholder"]
    described = (await client.get(f"/api/v1/media/{media['id']}", headers=bearer(me))).json()
    assert described["status"] == "ready"
    for name, longest in (("thumbnail", 320), ("preview", 1024), ("large", 2048)):
        variant = await client.get(described["variants"][name], headers=bearer(me))
        assert variant.headers["content-type"] == "image/webp"
        assert max(_opened(variant.content).size) == longest


def _opened(content: bytes) -> Any:
    from PIL import Image

    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_the_type_is_the_contents_whatever_the_name_says(client: Any, kind: str) -> None:
    response = await upload(client, new_id(), picture(kind=kind), name="../../etc/passwd.exe")
    assert response.json()["media_type"] == f"image/{kind.lower()}"
    assert response.json()["filename"] == "passwd.exe"


async def test_a_pdf_is_a_document_without_variants(client: Any, published: Any) -> None:
    me = new_id()
    media = (await upload(client, me, pdf(), name="паспорт.pdf")).json()

    thumbnail = await client.get(
        f"/api/v1/media/{media['id']}/variants/thumbnail", headers=bearer(me)
    )

    assert (media["media_type"], media["status"]) == ("application/pdf", "ready")
    assert thumbnail.json()["code"] == "variant_not_found"
    assert await published() == ["media.processed.v1"]


SOUND = picture()
BAD = {
    "a program": (b"MZ" + b"\0" * 500, 415, "unsupported_media_type"),
    "a web page": (b"<html><script>alert(1)</script></html>", 415, "unsupported_media_type"),
    "a drawing that can run": (b"<svg onload='x'/>", 415, "unsupported_media_type"),
    "a GIF": (picture(kind="GIF"), 415, "unsupported_media_type"),
    "a TIFF": (picture(kind="TIFF"), 415, "unsupported_media_type"),
    "half a JPEG": (SOUND[: len(SOUND) // 2], 422, "broken_file"),
    "half a PNG": (picture(kind="PNG")[:500], 422, "broken_file"),
    "half a WebP": (picture(kind="WEBP")[:200], 422, "broken_file"),
    "only a signature": (b"\xff\xd8\xff\xe0", 422, "broken_file"),
    "noise after a signature": (b"\xff\xd8\xff" + bytes(range(256)) * 50, 422, "broken_file"),
    "a picture that is an archive": (SOUND + b"PK\x05\x06" + b"\0" * 18, 422, "broken_file"),
    "a picture that is a page": (SOUND + b"<SCRIPT>alert(1)</SCRIPT>", 422, "broken_file"),
    "a picture that is a program": (SOUND + b"<?php system('id');", 422, "broken_file"),
    "a picture that is a PDF": (png_with(b"tEXt", b"a\0%PDF-1.4"), 422, "broken_file"),
    "a PDF that is an archive": (pdf() + b"PK\x05\x06" + b"\0" * 18, 422, "broken_file"),
    "half a PDF": (pdf()[:30], 422, "broken_file"),
    "10 gigapixels": (png_claiming(100_000, 100_000), 422, "too_many_pixels"),
    "65 megapixels": (png_claiming(65_000, 1_000), 422, "too_many_pixels"),
    "no pixels": (png_claiming(0, 0), 422, "broken_file"),
    "huge EXIF": (png_with(b"eXIf", b"MM\0*" + b"\0" * 5 * MIB), 422, "too_much_metadata"),
    "nothing": (b"", 422, "multipart_expected"),
}


@pytest.mark.parametrize("name", BAD)
async def test_what_is_no_honest_file_is_refused_and_leaves_nothing(client: Any, name: str) -> None:
    content, status, code = BAD[name]
    me = new_id()

    response = await upload(client, me, content)

    assert (response.status_code, response.json()["code"]) == (status, code), response.text
    assert (await client.get("/api/v1/media", headers=bearer(me))).json()["items"] == []


async def test_a_bomb_in_a_compressed_chunk_costs_no_memory(client: Any) -> None:
    unfolds_to = 800 * MIB
    squeezed = zlib.compressobj(9)
    bomb = b"".join(squeezed.compress(b"\0" * MIB) for _ in range(unfolds_to // MIB))
    profile = b"icc\0\0" + bomb + squeezed.flush()

    # high-water marks: a child counts at least as much as the process it was forked from
    before_kib = _most_memory_kib()
    response = await upload(client, new_id(), png_with(b"iCCP", profile))

    assert response.status_code in (201, 422)
    assert _most_memory_kib() < before_kib + 250 * 1024


def _most_memory_kib() -> int:
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in whose)


async def test_a_decoder_that_hangs_or_dies_spares_the_service(
    client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tight = settings.model_copy(update={"media_worker_memory_bytes": 20 * MIB})
    monkeypatch.setattr(sandbox, "settings", tight)

    starved = await upload(client, new_id())
    monkeypatch.undo()

    assert starved.json()["code"] == "broken_file"
    assert (await upload(client, new_id())).status_code == 201, "the next file is not affected"


async def test_a_file_over_the_limit_is_refused_before_it_is_read(client: Any) -> None:
    response = await upload(client, new_id(), b"\xff\xd8\xff" + b"\0" * settings.media_max_bytes)
    assert (response.status_code, response.json()["code"]) == (413, "payload_too_large")


async def test_a_body_that_never_ends_is_cut_at_the_limit(client: Any) -> None:
    sent = 0

    async def endless() -> Any:
        nonlocal sent
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
        while sent < 10 * settings.media_max_bytes:
            sent += MIB
            yield b"\0" * MIB
            await asyncio.sleep(0)

    headers = bearer(new_id()) | {"Content-Type": "multipart/form-data; boundary=x"}
    response = await client.post("/api/v1/media", content=endless(), headers=headers)

    assert response.status_code == 413
    assert sent <= settings.media_max_bytes + 2 * MIB


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"{}", "application/json"),
        (b"garbage", "multipart/form-data"),
        (b"garbage", "multipart/form-data; boundary=x"),
        (
            b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\ntext\r\n--x--',
            "multipart/form-data; boundary=x",
        ),
    ],
)
async def test_what_is_no_multipart_file_gets_a_problem_document(
    client: Any, body: bytes, content_type: str
) -> None:
    headers = bearer(new_id()) | {"Content-Type": content_type}
    response = await client.post("/api/v1/media", content=body, headers=headers)
    assert (response.status_code, response.json()["code"]) == (422, "multipart_expected")


async def test_the_same_file_twice_is_stored_once(client: Any, run_jobs: Any) -> None:
    me = new_id()
    first = await add_media(client, me)
    await run_jobs()

    second = (await upload(client, me)).json()

    usage = (await client.get("/api/v1/media/usage", headers=bearer(me))).json()
    assert second["id"] != first
    assert second["status"] == "ready"
    assert (usage["used_bytes"], usage["files"]) == (len(picture()), 2)


async def test_a_repeated_upload_under_its_key_gives_the_first_file(client: Any) -> None:
    me, key = new_id(), "phone-1"
    first = await upload(client, me, key=key)

    again = await upload(client, me, key=key)
    other = await upload(client, me, picture(100, 100), key=key)

    assert again.json()["id"] == first.json()["id"]
    assert again.headers["idempotency-replayed"] == "true"
    assert other.json()["code"] == "idempotency_mismatch"


async def test_over_the_quota_nothing_more_is_taken(
    client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = settings.model_copy(update={"media_quota_bytes": len(picture()) + 100})
    monkeypatch.setattr(uploads, "settings", small)
    me = new_id()
    await add_media(client, me)

    response = await upload(client, me, picture(641, 480))

    assert (response.status_code, response.json()["code"]) == (422, "quota_exceeded")
    assert (await upload(client, me)).status_code == 201, "the same content takes no more space"
