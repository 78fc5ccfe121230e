"""A message as everybody may see it, over HTTP and on the wire."""

from datetime import UTC, datetime
from typing import Any

from app.models.message import Message


def message_frame(message: Message, *, kind: str = "message") -> dict[str, Any]:
    body = message_body(message)
    return {"type": kind, "chat_id": body["chat_id"], "seq": message.seq, "message": body}


def message_body(message: Message) -> dict[str, Any]:
    """A message as everybody may see it: nothing is left of a deleted one but its place."""
    is_there = message.deleted_at is None
    has_place = is_there and message.lat is not None
    return {
        "id": str(message.id),
        "chat_id": str(message.chat_id),
        "seq": message.seq,
        "client_message_id": message.client_message_id,
        "sender_id": str(message.sender_id) if message.sender_id else None,
        "text": message.text if is_there else None,
        "attachments": message.attachments if is_there else [],
        "reply_to": str(message.reply_to) if message.reply_to else None,
        "location": {"lat": message.lat, "lon": message.lon} if has_place else None,
        "card": message.card,
        "created_at": _utc(message.created_at),
        "edited_at": _utc(message.edited_at),
        "deleted_at": _utc(message.deleted_at),
    }


def _utc(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z") if moment else None
