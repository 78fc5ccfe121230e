"""The ledger in SQL: moving money by its functions, one round trip each, and reading it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, NoReturn
from uuid import UUID

import orjson
from sqlalchemy import Select, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from app.models.ledger import (
    Account,
    AccountName,
    Hold,
    HoldClosed,
    HoldState,
    InsufficientFunds,
    Journal,
    JournalMismatch,
    Line,
    Posting,
    Stripe,
)
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.pagination import PageQuery, paginate

_POST = text(
    "SELECT outcome, journal_id FROM post_journal("
    ":id, :key, :kind, :ref, CAST(:details AS jsonb), :print, :now, "
    "CAST(:kinds AS text[]), CAST(:owners AS uuid[]), CAST(:currencies AS text[]), "
    "CAST(:amounts AS bigint[]), CAST(:holds AS uuid[]), CAST(:captures AS bigint[]), "
    "CAST(:closes AS boolean[]))"
)
_PLACE = text("SELECT place_hold(:id, :kind, :owner, :currency, :amount, :ref, :expires_at, :now)")
_RESIZE = text("SELECT resize_hold(:id, :amount, :expires_at)")
_CLOSE = text("SELECT close_hold(:id, :state, :now)")
_OPEN = text(
    "SELECT open_accounts(CAST(:kinds AS text[]), CAST(:owners AS uuid[]), "
    "CAST(:currencies AS text[]), :now)"
)


@dataclass(frozen=True, slots=True)
class Capture:
    """Spending a hold; what is left of it is freed when `closes`."""

    hold_id: UUID
    amount: int
    closes: bool = True


@dataclass(frozen=True, slots=True)
class Posted:
    journal_id: UUID
    is_replay: bool


async def open_accounts(session: AsyncSession, names: Sequence[AccountName]) -> None:
    """Open what is not open yet; posting opens its accounts by itself."""
    await session.execute(_OPEN, {**_columns(names), "now": clock.now()})


async def post(
    session: AsyncSession,
    *,
    key: str,
    kind: str,
    lines: Sequence[Line],
    ref: UUID | None = None,
    details: dict[str, Any] | None = None,
    captures: Sequence[Capture] = (),
) -> Posted:
    """Move money in the caller's transaction; the same key and content again moves nothing.

    The lines sum to zero in each currency, lines of zero are left out. Raises InsufficientFunds,
    JournalMismatch or HoldClosed, and then nothing was written: the transaction is still good.
    """
    lines = [line for line in lines if line.amount]
    row = await session.execute(
        _POST,
        {
            "id": new_id(),
            "key": key,
            "kind": kind,
            "ref": ref,
            "details": orjson.dumps(details or {}).decode(),
            "print": fingerprint(kind, lines, ref, details, captures),
            "now": clock.now(),
            **_columns([line.account for line in lines]),
            "amounts": [line.amount for line in lines],
            "holds": [capture.hold_id for capture in captures],
            "captures": [capture.amount for capture in captures],
            "closes": [capture.closes for capture in captures],
        },
    )
    outcome, journal_id = row.one()
    if outcome not in ("posted", "replayed"):
        _refuse(outcome)
    return Posted(journal_id, is_replay=outcome == "replayed")


def fingerprint(
    kind: str,
    lines: Sequence[Line],
    ref: UUID | None,
    details: dict[str, Any] | None,
    captures: Sequence[Capture] = (),
) -> bytes:
    """Tells whether a key that comes again asks for the same; the order of lines counts, that of details does not."""
    moved = [(*line.account, line.amount) for line in lines]
    content = (kind, ref, details or {}, moved, captures)
    return sha256(orjson.dumps(content, default=str, option=orjson.OPT_SORT_KEYS)).digest()


async def place_hold(
    session: AsyncSession,
    hold_id: UUID,
    account: AccountName,
    amount: int,
    *,
    ref: UUID | None = None,
    expires_at: datetime | None = None,
) -> None:
    """Set money aside; the same id again sets aside nothing. Raises InsufficientFunds, JournalMismatch."""
    outcome = await session.scalar(
        _PLACE,
        {
            "id": hold_id,
            "kind": account.kind,
            "owner": account.owner_id,
            "currency": account.currency,
            "amount": amount,
            "ref": ref,
            "expires_at": expires_at,
            "now": clock.now(),
        },
    )
    if outcome not in ("placed", "replayed"):
        _refuse(outcome)


async def resize_hold(
    session: AsyncSession, hold_id: UUID, amount: int, *, expires_at: datetime | None
) -> None:
    """Set aside that much instead, of a hold nothing was captured of. Raises InsufficientFunds, HoldClosed."""
    given = {"id": hold_id, "amount": amount, "expires_at": expires_at}
    outcome = await session.scalar(_RESIZE, given)
    if outcome != "resized":
        _refuse(outcome)


async def void_hold(session: AsyncSession, hold_id: UUID) -> bool:
    """Free what is left of a hold; False when it was closed before."""
    return await _close(session, hold_id, HoldState.VOIDED)


async def expire_hold(session: AsyncSession, hold_id: UUID) -> bool:
    """The same, once its time has come; False when it has not, or when it was closed before."""
    return await _close(session, hold_id, HoldState.EXPIRED)


async def _close(session: AsyncSession, hold_id: UUID, state: HoldState) -> bool:
    given = {"id": hold_id, "state": state.value, "now": clock.now()}
    return bool(await session.scalar(_CLOSE, given))


def _columns(names: Sequence[AccountName]) -> dict[str, list[Any]]:
    return {
        "kinds": [name.kind for name in names],
        "owners": [name.owner_id for name in names],
        "currencies": [name.currency for name in names],
    }


def _refuse(outcome: str) -> NoReturn:
    kinds = {"insufficient_funds": InsufficientFunds, "hold_closed": HoldClosed}
    raise kinds.get(outcome, JournalMismatch)


async def find_account(session: AsyncSession, name: AccountName) -> Account | None:
    """As it is now: money is moved behind the session's back."""
    statement = (
        select(Account).filter_by(**name._asdict()).execution_options(populate_existing=True)
    )
    return await session.scalar(statement)


async def has_journal(session: AsyncSession, key: str) -> bool:
    return await session.scalar(select(Journal.id).where(Journal.key == key)) is not None


async def find_hold(session: AsyncSession, hold_id: UUID) -> Hold | None:
    return await session.get(Hold, hold_id, populate_existing=True)


async def list_postings(
    session: AsyncSession, name: AccountName, page: PageQuery
) -> tuple[list[Posting], str | None]:
    """What went in and out of an account, newest first, with the journals."""
    statement = (
        select(Posting)
        .join(Posting.account)
        .where(
            Account.owner_id == name.owner_id,
            Account.kind == name.kind,
            Account.currency == name.currency,
        )
        .options(joinedload(Posting.journal))
    )
    return await paginate(session, statement, page, Posting.journal_id, Posting.line_no)


async def list_accounts(
    session: AsyncSession,
    page: PageQuery,
    *,
    kind: str | None,
    owner_id: UUID | None,
    currency: str | None,
) -> tuple[list[Account], str | None]:
    statement = select(Account)
    for column, value in (
        (Account.kind, kind),
        (Account.owner_id, owner_id),
        (Account.currency, currency),
    ):
        if value is not None:
            statement = statement.where(column == value)
    return await paginate(session, statement, page, Account.id)


async def list_journals(
    session: AsyncSession,
    page: PageQuery,
    *,
    account_id: int | None,
    kind: str | None,
    ref: UUID | None,
) -> tuple[list[Journal], str | None]:
    """Journals with their lines, newest first."""
    statement = _with_lines(select(Journal))
    if account_id is not None:
        touching = select(Posting.journal_id).where(Posting.account_id == account_id)
        statement = statement.where(Journal.id.in_(touching))
    if kind is not None:
        statement = statement.where(Journal.kind == kind)
    if ref is not None:
        statement = statement.where(Journal.ref == ref)
    return await paginate(session, statement, page, Journal.id)


def _with_lines(statement: Select[Any]) -> Select[Any]:
    return statement.options(selectinload(Journal.postings).joinedload(Posting.account))


async def sum_sent(session: AsyncSession, name: AccountName, *, since: datetime) -> int:
    """How much has gone out of an account by transfers."""
    statement = (
        select(func.coalesce(-func.sum(Posting.amount), 0))
        .join(Posting.account)
        .join(Posting.journal)
        .where(Journal.kind == "transfer", Journal.created_at > since, Posting.amount < 0)
        .where(
            Account.owner_id == name.owner_id,
            Account.kind == name.kind,
            Account.currency == name.currency,
        )
    )
    return int(await session.scalar(statement) or 0)


async def sum_balances(session: AsyncSession) -> list[tuple[str, str, int, int, int]]:
    """Currency, kind, accounts, balance, held: of everything there is, in one snapshot."""
    stripes = (
        select(Stripe.account_id, func.sum(Stripe.balance).label("balance"))
        .group_by(Stripe.account_id)
        .subquery()
    )
    balance = Account.own_balance + func.coalesce(stripes.c.balance, 0)
    statement = (
        select(
            Account.currency, Account.kind, func.count(), func.sum(balance), func.sum(Account.held)
        )
        .outerjoin(stripes, stripes.c.account_id == Account.id)
        .group_by(Account.currency, Account.kind)
        .order_by(Account.currency, Account.kind)
    )
    rows = await session.execute(statement)
    return [(currency, kind, n, int(total), int(held)) for currency, kind, n, total, held in rows]
