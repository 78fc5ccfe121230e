"""Files and events for tests."""

import io
import struct
import zlib
from datetime import timedelta
from typing import Any
from uuid import UUID

from PIL import Image, ImageDraw

from lapa_contracts.order import CardPet, OrderAssigned, OrderCompleted, OrderEvent
from lapa_contracts.pet import PetChanged
from lapa_contracts.values import PetSize, Point
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.testing.identity import as_service, bearer

GPS_IFD, ORIENTATION, MODEL = 0x8825, 0x0112, 0x0110
LIES_ON_ITS_SIDE = 6


def picture(width: int = 640, height: int = 480, kind: str = "JPEG", **options: Any) -> bytes:
    """A red picture with a green top left corner."""
    image = Image.new("RGB", (width, height), "red")
    corner = (0, 0, width // 4, height // 4)
    ImageDraw.Draw(image).rectangle(corner, fill=(0, 255, 0))
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def phone_photo(width: int = 640, height: int = 480) -> bytes:
    """As a phone writes it: on its side, with where and what it was taken with."""
    exif = Image.Exif()
    exif[ORIENTATION] = LIES_ON_ITS_SIDE
    exif[MODEL] = "Canary 3000"
    exif.get_ifd(GPS_IFD).update({1: "N", 2: (60.0, 10.0, 7.0), 3: "E", 4: (24.0, 55.0, 54.0)})
    return picture(width, height, exif=exif)


def pdf() -> bytes:
    return b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def png_claiming(width: int, height: int) -> bytes:
    """A PNG of a hundred bytes that says how large it will be."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(*part) for part in parts)


def png_chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)


def png_with(kind: bytes, data: bytes) -> bytes:
    """A sound PNG with one more chunk after its header."""
    plain = picture(kind="PNG")
    end_of_header = 8 + 25
    return plain[:end_of_header] + png_chunk(kind, data) + plain[end_of_header:]


async def upload(
    client: Any, owner_id: UUID, content: bytes | None = None, name: str = "rex.jpg", key: str = ""
) -> Any:
    """The answer to an upload."""
    files = {"file": (name, picture() if content is None else content, "image/jpeg")}
    headers = bearer(owner_id) | ({"Idempotency-Key": key} if key else {})
    return await client.post("/api/v1/media", files=files, headers=headers)


async def add_media(client: Any, owner_id: UUID, content: bytes | None = None) -> str:
    response = await upload(client, owner_id, content)
    assert response.status_code == 201, response.text
    return response.json()["id"]


async def claim(client: Any, media_id: str, owner_id: UUID, type: str, context_id: UUID) -> Any:
    body = {
        "media_ids": [media_id],
        "owner_id": str(owner_id),
        "context": {"type": type, "id": str(context_id)},
    }
    return await client.post("/internal/v1/media/claims", json=body, headers=as_service())


def card(**fields: Any) -> dict[str, Any]:
    return {
        "order_id": new_id(),
        "client_id": new_id(),
        "walker_id": new_id(),
        "market": "default",
        "status": "assigned",
        "service_type": "walk",
        "scheduled_at": clock.now(),
        "duration_minutes": 30,
        "pets": [CardPet(pet_id=new_id(), name="Rex", size=PetSize.MEDIUM)],
        "amount": 1950,
        "currency": "EUR",
        "version": 3,
        **fields,
    }


def assigned(**fields: Any) -> OrderAssigned:
    facts: dict[str, Any] = {"pickup": Point(lat=60.17, lon=24.93), "assignment": 1}
    facts["ends_at"] = clock.now() + timedelta(minutes=30)
    return OrderAssigned(**{**card(), **facts, **fields})


def completed(event: OrderEvent) -> OrderCompleted:
    now = clock.now()
    told: dict[str, Any] = {
        **event.model_dump(),
        "status": "completed",
        "version": event.version + 3,
    }
    return OrderCompleted(**told, started_at=now, finished_at=now, finished_by="walker")


def pet_changed(pet_id: UUID, owner_id: UUID, *others: UUID, version: int = 1) -> PetChanged:
    return PetChanged(
        pet_id=pet_id,
        owner_id=owner_id,
        co_owner_ids=list(others),
        size=PetSize.MEDIUM,
        archived=False,
        version=version,
    )
