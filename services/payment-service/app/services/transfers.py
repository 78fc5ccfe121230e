"""Money from one person's wallet to another's, at once and for good."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.exc import DBAPIError

from app.models.ledger import Line, wallet
from app.queries.ledger import find_account, post
from app.queries.movements import Movement, Writer
from app.services.limits import are_transfers_limited, check_amount, check_sent
from lapa_contracts.payment import TransferMade
from lapa_kit.db import Contended, is_contention
from lapa_kit.events import publish
from lapa_kit.ids import new_id
from lapa_kit.problems import InvalidRequest, NotFound


class RecipientNotFound(NotFound):
    title = "Nobody with that id has a wallet"


class TransferToOneself(InvalidRequest):
    title = "That is your own wallet"


@dataclass(frozen=True, slots=True)
class Wish:
    """`key`: the same one never moves money twice, and with another content it is refused."""

    to_user_id: UUID
    amount: int
    currency: str
    note: str | None
    key: str | None


@dataclass(frozen=True, slots=True)
class Transfer:
    id: UUID
    to_user_id: UUID
    amount: int
    currency: str
    note: str | None


async def transfer(writer: Writer, from_user_id: UUID, wish: Wish) -> tuple[Transfer, bool]:
    """The transfer, and whether it had been made before.

    Raises InsufficientFunds, RecipientNotFound, TransferToOneself, JournalMismatch, LimitExceeded or Contended.
    """
    check_amount(wish.amount, wish.currency)
    if wish.to_user_id == from_user_id:
        raise TransferToOneself
    movement = _movement(from_user_id, wish)
    is_replay, journal_id = False, None
    if not are_transfers_limited():
        journal_id = await writer.post(movement)
    if journal_id is None:
        try:
            journal_id, is_replay = await _decide(writer, movement)
        except DBAPIError as error:
            if is_contention(error):
                raise Contended from error
            raise
    made = Transfer(journal_id, wish.to_user_id, wish.amount, wish.currency, wish.note)
    return made, is_replay


async def _decide(writer: Writer, movement: Movement) -> tuple[UUID, bool]:
    """What is not certain, in a transaction of its own and under the wallets' locks."""
    sender, receiver = (line.account for line in movement.lines)
    async with writer.sessions.begin() as session:
        if await find_account(session, receiver) is None:
            raise RecipientNotFound
        posted = await post(
            session,
            key=movement.key,
            kind=movement.kind,
            lines=movement.lines,
            ref=movement.ref,
            details=movement.details,
        )
        if not posted.is_replay:
            await check_sent(session, sender)
            if movement.event:
                publish(session, movement.event)
    return posted.journal_id, posted.is_replay


def _movement(from_user_id: UUID, wish: Wish) -> Movement:
    """The same of the same wish: a key gives the transfer its id."""
    transfer_id = uuid5(from_user_id, f"transfer:{wish.key}") if wish.key else new_id()
    details: dict[str, Any] = {"note": wish.note} if wish.note else {}
    return Movement(
        key=f"transfer:{transfer_id}",
        kind="transfer",
        lines=(
            Line(wallet(from_user_id, wish.currency), -wish.amount),
            Line(wallet(wish.to_user_id, wish.currency), wish.amount),
        ),
        ref=transfer_id,
        details=details,
        event=TransferMade(
            transfer_id=transfer_id,
            from_user_id=from_user_id,
            to_user_id=wish.to_user_id,
            amount=wish.amount,
            currency=wish.currency,
        ),
    )
