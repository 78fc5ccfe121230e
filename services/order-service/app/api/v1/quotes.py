"""What a walk would cost."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.models.promo import PromoNotApplicable
from app.models.quote import QuoteNotFound
from app.schemas.quotes import ExplanationRead, QuoteRead, QuoteRequest
from app.services import quotes
from app.services.quotes import ScheduledInThePast, VaccinationRequired
from lapa_contracts.pet import PetClient
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.clients import client
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import UpstreamFailed, problems

router = Router(prefix="/orders", tags=["quotes"])


Pets = Annotated[PetClient, Depends(client(PetClient))]


@router.post(
    "/quote",
    responses=problems(
        *IDENTITY_PROBLEMS,
        ScheduledInThePast,
        VaccinationRequired,
        PromoNotApplicable,
        UpstreamFailed,
    ),
)
async def quote_walk(
    body: QuoteRequest, user: CurrentUser, pets: Pets, session: Session
) -> QuoteRead:
    """An itemised price, kept to the minor unit for fifteen minutes whatever the rules become."""
    request = body.to_request()
    frozen = await pets.quote_pets(user.id, request.pet_ids)
    quote = await quotes.make_quote(session, request, client_id=user.id, pets=frozen)
    return QuoteRead.of(quote, instant_book=await quotes.is_instant(session, request, quote))


@router.get("/quotes/{quote_id}/explain", responses=problems(*IDENTITY_PROBLEMS, QuoteNotFound))
async def explain_quote(quote_id: UUID, user: CurrentUser, session: Session) -> ExplanationRead:
    """The rule version, the inputs, the lines they give again, and what each factor alone would change."""
    return ExplanationRead.of(await quotes.explain_quote(session, quote_id, client_id=user.id))
