"""The watchdog: orders that have ended, held against what payment-service says of their money.

Both sides of the saga end by events; should one be lost for good (a handler that was given up, a restored
backup), the two ends disagree. The watchdog says the intent again, and after two rounds raises an alarm.
"""

from datetime import timedelta
from uuid import UUID

import structlog
from prometheus_client import Gauge
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.dispute import Dispute
from app.models.order import Order, OrderStatus
from app.queries.aftermath import list_disputes
from app.queries.orders import (
    count_disagreeing_orders,
    list_orders_with_open_money,
    lock_order,
)
from app.services import walks
from app.services.disputes import resolution_of
from app.services.telling import tell
from lapa_contracts.order import OrderMoneyReminded
from lapa_contracts.payment import OrderMoney, PaymentClient
from lapa_kit import clock
from lapa_kit.jobs import Worker

EVERY = timedelta(minutes=5)
# an event takes milliseconds; what is not heard after that has a reason
PATIENCE = timedelta(minutes=2)
# a completed walk waits for its track before its money ends
SETTLED_WITHIN = timedelta(minutes=15)
ALARMED_AFTER_ROUNDS = 2
BATCH = 200

log = structlog.get_logger()
DISAGREEING = Gauge(
    "orders_money_disagreeing",
    "Ended orders whose money has not ended as they have, twice looked at",
)

S = OrderStatus
GIVEN_BACK = frozenset({"none", "failed", "voided", "refunded"})
DIVIDED = frozenset({"captured", "partially_refunded", "refunded"})


def agrees(order: Order, money: OrderMoney, *, decision: Dispute | None) -> bool:
    """Whether the two ends fit together; `decision` is the last one of a dispute."""
    fee = (order.settlement or {}).get("capture", 0)
    match order.status:
        case S.SETTLED:
            refunded = (decision and decision.refund_amount) or 0
            return money.state in DIVIDED and not money.frozen and money.refunded >= refunded
        case S.DISPUTED:
            return money.frozen
        case S.PAYMENT_FAILED | S.EXPIRED:
            return money.state in GIVEN_BACK
        case S.CANCELLED | S.NO_SHOW if fee:
            return money.state in DIVIDED and money.captured == fee
        case S.CANCELLED | S.NO_SHOW:
            return money.state in GIVEN_BACK
        case _:
            return False


async def compare_money(worker: Worker) -> None:
    """Hold every ended order whose money is not known to have ended against payment-service."""
    after: UUID | None = None
    while ids := await _next(worker, after):
        # asked outside of any transaction; judged under the lock of each order
        for money in await worker.clients.get(PaymentClient).payments_of(ids):
            async with worker.sessions.begin() as session:
                await judge(session, money)
        after = ids[-1]
    async with worker.sessions.begin() as session:
        DISAGREEING.set(await count_disagreeing_orders(session, rounds=ALARMED_AFTER_ROUNDS))


async def _next(worker: Worker, after: UUID | None) -> list[UUID]:
    async with worker.sessions.begin() as session:
        return await list_orders_with_open_money(
            session,
            ended_before=clock.now() - PATIENCE,
            completed_before=clock.now() - SETTLED_WITHIN,
            after=after,
            limit=BATCH,
        )


async def judge(session: AsyncSession, money: OrderMoney) -> None:
    """Take what is known of the money; when the ends disagree say the intent again, and raise the alarm."""
    order = await lock_order(session, money.order_id)
    if money.state != "none":
        order.payment_status, order.refunded = str(money.state), money.refunded
    # the capture was done and its news was lost
    await walks.close_money(session, order)
    decided = [one for one in await list_disputes(session, order.id) if not one.is_open]
    decision = decided[-1] if decided else None
    if agrees(order, money, decision=decision):
        order.money_agreed, order.money_rounds = True, 0
        return
    order.money_rounds += 1
    _remind(session, order, decision)
    if order.money_rounds >= ALARMED_AFTER_ROUNDS:
        log.error(
            "watchdog.money_disagrees",
            order_id=str(order.id),
            order=order.status.value,
            money=str(money.state),
            rounds=order.money_rounds,
        )


def _remind(session: AsyncSession, order: Order, decision: Dispute | None) -> None:
    if order.status is S.DISPUTED:
        tell(session, order, OrderMoneyReminded, is_disputed=True)
    elif decision:
        tell(session, order, OrderMoneyReminded, resolution=resolution_of(order, decision))
    else:
        tell(session, order, OrderMoneyReminded, settlement=order.settlement)
