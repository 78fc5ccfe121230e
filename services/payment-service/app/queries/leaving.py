"""A person leaves: what of his money is still on its way, and the pseudonym in his place."""

from uuid import UUID

from sqlalchemy import ColumnElement, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.document import Document
from app.models.ledger import Account, Journal, Posting
from app.models.operation import OVER, Operation
from app.models.payment import Payment
from app.models.payout import Payout
from app.models.topup import Topup
from lapa_contracts.payment import PaymentState, PayoutState, TopupState
from lapa_kit.privacy import Blocker

_FORGET = text("SELECT forget_owner(:owner, :pseudonym)")
UNFINISHED = {PaymentState.REQUIRES_ACTION, PaymentState.RECONCILING, PaymentState.AUTHORIZED}
PAID_OR_NOT = {PayoutState.PAID, PayoutState.FAILED, PayoutState.REJECTED}
ARRIVED = {TopupState.SUCCEEDED, TopupState.FAILED}


def is_on_accounts_of(user_id: UUID) -> ColumnElement[bool]:
    """Journals that moved his money."""
    return Journal.id.in_(
        select(Posting.journal_id)
        .join(Account, Account.id == Posting.account_id)
        .where(Account.owner_id == user_id)
    )


def is_on_payments_of(user_id: UUID) -> ColumnElement[bool]:
    """Receipts and credit notes of what he paid or earned."""
    payments = select(Payment.id).where(
        (Payment.client_id == user_id) | (Payment.walker_id == user_id)
    )
    return Document.payment_id.in_(payments)


async def find_blockers(session: AsyncSession, user_id: UUID) -> list[Blocker]:
    """Money on its way, money owed; what lies in the wallet he may leave behind."""
    blockers = [
        Blocker("topup_pending", topup_id)
        for topup_id in await session.scalars(
            select(Topup.id).where(Topup.user_id == user_id, Topup.state.not_in(ARRIVED))
        )
    ]
    blockers += [
        Blocker("payment_pending", payment_id)
        for payment_id in await session.scalars(
            select(Payment.id).where(
                (Payment.client_id == user_id) | (Payment.walker_id == user_id),
                Payment.state.in_(UNFINISHED)
                | Payment.freeze_id.is_not(None)
                | Payment.id.in_(select(Operation.payment_id).where(Operation.state.not_in(OVER))),
            )
        )
    ]
    blockers += [
        Blocker("payout_pending", payout_id)
        for payout_id in await session.scalars(
            select(Payout.id).where(Payout.user_id == user_id, Payout.state.not_in(PAID_OR_NOT))
        )
    ]
    accounts = list(await session.scalars(select(Account).where(Account.owner_id == user_id)))
    if any(account.balance < 0 for account in accounts):
        blockers.append(Blocker("debt_unpaid"))
    if any(account.held > 0 for account in accounts):
        blockers.append(Blocker("money_held"))
    if any(account.available > 0 for account in accounts):
        blockers.append(Blocker("wallet_not_empty", can_be_waived=True))
    return blockers


async def forget_owner(session: AsyncSession, user_id: UUID, pseudonym: UUID) -> int:
    """How many accounts bear the pseudonym now. His words on transfers go, no amount is touched."""
    return await session.scalar(_FORGET, {"owner": user_id, "pseudonym": pseudonym}) or 0
