"""Putting money into the caller's wallet."""

from hashlib import sha256
from typing import Annotated
from uuid import UUID

from fastapi import Header, Response

from app.models.ledger import InsufficientFunds
from app.models.method import PaymentMethodNotFound
from app.models.topup import (
    CurrencyNotSupported,
    LimitExceeded,
    PaymentDeclined,
    ProviderNotAvailable,
    TopupNotFound,
)
from app.queries.topups import get_topup, list_topups
from app.schemas.wallets import TopupCreate, TopupRead
from app.services import topups
from app.services.topups import Wish
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.connections import OwnTransactions
from lapa_kit.db import Session
from lapa_kit.idempotency import IdempotencyMismatch, InvalidIdempotencyKey, Router
from lapa_kit.openapi import NO_SESSION
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/wallets/me/topups", tags=["wallets"])


@router.post(
    "",
    status_code=201,
    openapi_extra=NO_SESSION,
    responses=problems(
        *IDENTITY_PROBLEMS,
        PaymentDeclined,
        InsufficientFunds,
        ProviderNotAvailable,
        PaymentMethodNotFound,
        LimitExceeded,
        CurrencyNotSupported,
        IdempotencyMismatch,
        InvalidIdempotencyKey,
    ),
)
async def top_up(
    body: TopupCreate,
    user: CurrentUser,
    sessions: OwnTransactions,
    response: Response,
    idempotency_key: Annotated[str | None, Header()] = None,
) -> TopupRead:
    """Charge the token or the payment method and put the money into the wallet.

    `requires_action`: the person must confirm at `confirmation_url`. `reconciling`: the provider's
    answer was lost; the top-up settles by itself. The same `Idempotency-Key` gives the same top-up, as
    it stands by then.
    """
    wish = Wish(
        amount=body.amount,
        currency=body.currency,
        provider=body.provider or "",
        token=body.payment_token or "",
        method_id=body.payment_method_id,
        key=idempotency_key,
        request_hash=sha256(body.model_dump_json().encode()).hexdigest(),
    )
    topup, is_replay = await topups.top_up(sessions, user.id, wish)
    if is_replay:
        response.headers["Idempotency-Replayed"] = "true"
    return TopupRead.model_validate(topup)


@router.get("", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_my_topups(user: CurrentUser, session: Session, page: Paging) -> Page[TopupRead]:
    """The caller's top-ups, newest first."""
    return page_of(await list_topups(session, user.id, page), TopupRead.model_validate)


@router.get("/{topup_id:uuid}", responses=problems(*IDENTITY_PROBLEMS, TopupNotFound))
async def get_my_topup(topup_id: UUID, user: CurrentUser, session: Session) -> TopupRead:
    """How far a top-up has come."""
    return TopupRead.model_validate(await get_topup(session, topup_id, user_id=user.id))
