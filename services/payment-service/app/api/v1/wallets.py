"""The caller's wallet."""

from typing import Annotated

from fastapi import Query

from app.config import settings
from app.models.ledger import InsufficientFunds, wallet
from app.models.topup import CurrencyNotSupported, LimitExceeded
from app.queries.ledger import list_postings
from app.schemas.values import Currency
from app.schemas.wallets import TransactionRead, TransferCreate, TransferRead, WalletRead
from app.services import wallets
from app.services.wallets import RecipientNotFound, TransferToOneself
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/wallets", tags=["wallets"])
InCurrency = Annotated[Currency | None, Query()]


@router.get("/me", responses=problems(*IDENTITY_PROBLEMS))
async def get_my_wallet(
    user: CurrentUser, session: Session, currency: InCurrency = None
) -> WalletRead:
    """What the caller can spend, and what is set aside for his orders."""
    return WalletRead.model_validate(await wallets.get_wallet(session, user.id, currency=currency))


@router.get("/me/transactions", responses=problems(*IDENTITY_PROBLEMS, InvalidCursor))
async def list_my_transactions(
    user: CurrentUser, session: Session, page: Paging, currency: InCurrency = None
) -> Page[TransactionRead]:
    """Every movement in or out, newest first."""
    account = wallet(user.id, currency or settings.default_currency)
    rows = await list_postings(session, account, page)
    return page_of(rows, lambda posting: TransactionRead.of(posting, account.currency))


@router.post(
    "/transfers",
    status_code=201,
    responses=problems(
        *IDENTITY_PROBLEMS,
        InsufficientFunds,
        RecipientNotFound,
        TransferToOneself,
        LimitExceeded,
        CurrencyNotSupported,
    ),
)
async def transfer(body: TransferCreate, user: CurrentUser, session: Session) -> TransferRead:
    """Send money to another person's wallet, at once and for good."""
    made = await wallets.transfer(session, user.id, **body.model_dump())
    return TransferRead.model_validate(made)
