"""Pets as order-service freezes them into a quote."""

from fastapi import APIRouter

from app.schemas.pets import QuotedPets, QuoteRequest
from app.services import pets
from lapa_kit.auth import CallingService
from lapa_kit.db import Session

router = APIRouter(prefix="/pets/quote")


@router.post("")
async def quote_pets(body: QuoteRequest, _: CallingService, session: Session) -> QuotedPets:
    """All of them in the order asked for, or 422 `pet_not_usable`."""
    return QuotedPets(items=await pets.quote_pets(session, body.pet_ids, owner_id=body.owner_id))
