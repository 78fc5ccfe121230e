"""The caller's wallet."""

from typing import Annotated

from fastapi import Depends, Header, Query, Response
from starlette.requests import HTTPConnection

from app.config import settings
from app.models.ledger import InsufficientFunds, wallet
from app.models.topup import CurrencyNotSupported, LimitExceeded
from app.queries.ledger import list_postings
from app.queries.movements import Writer
from app.schemas.values import Currency
from app.schemas.wallets import TransactionRead, TransferCreate, TransferRead, WalletRead
from app.services import transfers, wallets
from app.services.transfers import RecipientNotFound, TransferToOneself, Wish
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import DatabaseUnavailable, Session
from lapa_kit.idempotency import IdempotencyMismatch, InvalidIdempotencyKey, Router
from lapa_kit.openapi import NO_SESSION
from lapa_kit.pagination import InvalidCursor, Page, Paging, page_of
from lapa_kit.problems import problems

router = Router(prefix="/wallets", tags=["wallets"])
InCurrency = Annotated[Currency | None, Query()]


def _writer(connection: HTTPConnection) -> Writer:
    """One for the process, as the sessions are that it writes with."""
    state = connection.app.state
    known: Writer | None = getattr(state, "ledger_writer", None)
    if known is None or known.sessions is not state.sessions:
        known = state.ledger_writer = Writer(state.sessions)
    return known


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
    openapi_extra=NO_SESSION,
    responses=problems(
        *IDENTITY_PROBLEMS,
        InsufficientFunds,
        RecipientNotFound,
        TransferToOneself,
        LimitExceeded,
        CurrencyNotSupported,
        IdempotencyMismatch,
        InvalidIdempotencyKey,
        DatabaseUnavailable,
    ),
)
async def transfer(
    body: TransferCreate,
    user: CurrentUser,
    writer: Annotated[Writer, Depends(_writer)],
    response: Response,
    idempotency_key: Annotated[str | None, Header()] = None,
) -> TransferRead:
    """Send money to another person's wallet, at once and for good."""
    wish = Wish(body.to_user_id, body.amount, body.currency, body.note, idempotency_key)
    made, is_replay = await transfers.transfer(writer, user.id, wish)
    if is_replay:
        response.headers["Idempotency-Replayed"] = "true"
    return TransferRead.model_validate(made)
