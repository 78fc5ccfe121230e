"""Attaching files, asked by the service that owns the thing they are attached to."""

from fastapi import APIRouter

from app.schemas.media import ClaimCreate
from app.services import claims
from lapa_kit.auth import CallingService
from lapa_kit.db import Session

router = APIRouter(prefix="/media/claims")


@router.post("", status_code=204)
async def claim_media(body: ClaimCreate, _: CallingService, session: Session) -> None:
    """All the files or none; 422 `media_not_usable` when one is not his, not clean or taken."""
    await claims.claim(session, body.media_ids, body.context, owner_id=body.owner_id)
