"""Money that a provider has taken for an order and nobody has got yet: it is the client's, and kept apart from his wallet.

All of it is held for an order, or on its way back through the provider; the auditor proves that.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.ledger import AccountName, Line, escrow, external, wallet
from app.models.operation import Operation, OperationKind
from app.models.payment import Payment
from app.models.refund import Refund
from app.providers import capabilities_of
from app.queries import operations as operation_queries
from app.queries.ledger import place_hold, post
from app.services import operations
from app.services.telling import tell_where_it_stands
from lapa_contracts.payment import PaymentRefunded
from lapa_kit import clock


def escrow_of(payment: Payment) -> AccountName:
    return escrow(payment.client_id, payment.currency)


async def take_in(
    session: AsyncSession, payment: Payment, charge: Operation, amount: int, *, is_held: bool
) -> None:
    """The provider has taken that much of a charge; `is_held`: for the order, under the charge's id."""
    charge.taken = amount
    lines = [
        Line(external(charge.provider, charge.currency), -amount),
        Line(escrow_of(payment), amount),
    ]
    await post(session, key=f"charge:{charge.id}", kind="charge", lines=lines, ref=payment.id)
    if is_held:
        account = escrow_of(payment)
        await place_hold(session, charge.id, account, amount, ref=payment.order_id)


async def can_go_back(session: AsyncSession, charge: Operation, amount: int) -> bool:
    """Whether the provider can give that much of a charge back."""
    left = charge.taken - await operation_queries.sum_given_back(session, charge.id)
    is_partial = capabilities_of(charge.provider).partial_refund
    return amount <= left and (is_partial or amount == charge.taken)


async def send_back(
    session: AsyncSession, payment: Payment, charge: Operation, amount: int
) -> None:
    """Through the provider where he can, else into the client's wallet at once."""
    if not amount:
        return
    if await can_go_back(session, charge, amount):
        await operations.plan(session, payment, OperationKind.REFUND, charge, amount)
    else:
        await _to_wallet(session, payment, amount, key=f"unreturned:{charge.id}:{amount}")


async def gone(session: AsyncSession, payment: Payment, refund: Operation) -> None:
    """The provider has given it back."""
    lines = [
        Line(escrow_of(payment), -refund.amount),
        Line(external(refund.provider, refund.currency), refund.amount),
    ]
    await post(session, key=f"return:{refund.id}", kind="return", lines=lines, ref=payment.id)
    if row := await session.get(Refund, refund.id):
        row.send(clock.now().date())


async def not_gone(session: AsyncSession, payment: Payment, refund: Operation) -> None:
    """The provider could not give it back: it is the client's, in his wallet."""
    await _to_wallet(session, payment, refund.amount, key=f"return:{refund.id}")
    if row := await session.get(Refund, refund.id):
        row.redirect_to_wallet(clock.now().date())
        tell_where_it_stands(session, payment, PaymentRefunded, refund_id=row.id)


async def _to_wallet(session: AsyncSession, payment: Payment, amount: int, *, key: str) -> None:
    lines = [
        Line(escrow_of(payment), -amount),
        Line(wallet(payment.client_id, payment.currency), amount),
    ]
    await post(session, key=key, kind="return", lines=lines, ref=payment.id)
