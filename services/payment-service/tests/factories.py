"""Money, orders and their events for tests."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.ledger import Line, external, wallet
from app.queries.audit import Finding, look_for_faults
from app.queries.ledger import find_account, post
from lapa_contracts.order import (
    CardPet,
    IncidentClosed,
    IncidentOpened,
    OrderCancelled,
    OrderDisputed,
    OrderDisputeResolved,
    OrderExpired,
    OrderMoneyReminded,
    OrderNoShow,
    OrderPlaced,
    OrderRescheduled,
    OrderSettlementDue,
    Settlement,
    SettlementLine,
)
from lapa_contracts.values import PetSize, Severity
from lapa_kit import clock
from lapa_kit.db import Sessions
from lapa_kit.ids import new_id

EUR = "EUR"
PRICE = 1950


async def give(session: AsyncSession, user_id: UUID, amount: int, currency: str = EUR) -> None:
    """Money from outside, committed."""
    await post(
        session,
        key=f"gift:{new_id()}",
        kind="topup",
        lines=[
            Line(external("sandbox", currency), -amount),
            Line(wallet(user_id, currency), amount),
        ],
    )
    await session.commit()


async def money_of(sessions: Sessions, user_id: UUID) -> tuple[int, int]:
    """Available and held."""
    async with sessions() as session:
        account = await find_account(session, wallet(user_id, EUR))
    return (account.available, account.held) if account else (0, 0)


async def balance_of(sessions: Sessions, name: Any) -> int:
    async with sessions() as session:
        account = await find_account(session, name)
    return account.balance if account else 0


async def faults(sessions: Sessions) -> list[Finding]:
    async with sessions() as session:
        return await look_for_faults(session)


class Booking:
    """An order as order-service tells of it."""

    def __init__(
        self,
        client_id: UUID,
        *,
        walker_id: UUID | None = None,
        amount: int = PRICE,
        currency: str = EUR,
    ) -> None:
        self.order_id, self.client_id, self.amount = new_id(), client_id, amount
        self.currency = currency
        self.walker_id = walker_id or new_id()
        self.method = "wallet"

    def card(self, version: int, status: str, *, has_walker: bool = True) -> dict[str, Any]:
        return {
            "order_id": self.order_id,
            "client_id": self.client_id,
            "walker_id": self.walker_id if has_walker else None,
            "market": "default",
            "status": status,
            "service_type": "walk",
            "scheduled_at": clock.now(),
            "duration_minutes": 30,
            "pets": [CardPet(pet_id=new_id(), name="Rex", size=PetSize.MEDIUM)],
            "amount": self.amount,
            "currency": self.currency,
            "version": version,
        }

    def placed(
        self,
        payment_method: str = "wallet",
        version: int = 1,
        hold_for: timedelta = timedelta(days=2),
    ) -> OrderPlaced:
        """Every later event of it says the same method."""
        self.method = payment_method
        now = clock.now()
        return OrderPlaced(
            **self.card(version, "awaiting_payment", has_walker=False),
            payment_method=payment_method,
            pay_by=now + timedelta(minutes=15),
            hold_until=now + hold_for,
        )

    def rescheduled(self, amount: int, version: int = 2) -> OrderRescheduled:
        """From now on the walk costs that much; so does every later event of it."""
        delta, self.amount = amount - self.amount, amount
        now = clock.now()
        return OrderRescheduled(
            **self.card(version, "searching", has_walker=False),
            previous_at=now,
            ends_at=now + timedelta(days=1),
            delta=delta,
            payment_method=self.method,
            hold_until=now + timedelta(days=3),
        )

    def settlement(self, capture: int | None = None, **parts: int) -> Settlement:
        """15 % commission of what is captured, unless the parts are named."""
        capture = self.amount if capture is None else capture
        commission = round(capture * 15 / 100)
        parts = parts or {"walker": capture - commission, "commission": commission}
        lines = [SettlementLine(to=to, amount=part) for to, part in parts.items() if part]  # pyright: ignore[reportArgumentType]
        return Settlement(capture=capture, lines=lines, release=self.amount - capture)

    def settlement_due(
        self, capture: int | None = None, version: int = 6, **parts: int
    ) -> OrderSettlementDue:
        return OrderSettlementDue(
            **self.card(version, "completed"), settlement=self.settlement(capture, **parts)
        )

    def expired(self, version: int = 3) -> OrderExpired:
        return OrderExpired(
            **self.card(version, "expired", has_walker=False),
            reason_code="no_walker_found",
            settlement=self.settlement(0),
        )

    def cancelled(self, fee: int = 0, version: int = 4) -> OrderCancelled:
        return OrderCancelled(
            **self.card(version, "cancelled"),
            by="client",
            reason_code="rain",
            settlement=self.settlement(fee),
        )

    def no_show(self, version: int = 5) -> OrderNoShow:
        return OrderNoShow(
            **self.card(version, "no_show"),
            by="system",
            party="walker",
            reason_code="walker_did_not_come",
            settlement=self.settlement(0),
        )

    def disputed(self, version: int = 8) -> OrderDisputed:
        return OrderDisputed(**self.card(version, "disputed"), opened_by="client")

    def resolved(self, refund: int, version: int = 9, **parts: int) -> OrderDisputeResolved:
        settlement = self.settlement(self.amount - refund, **parts)
        return OrderDisputeResolved(**self.card(version, "settled"), settlement=settlement)

    def incident(
        self, incident_id: UUID, *, severity: Severity = Severity.HIGH, version: int = 8
    ) -> IncidentOpened:
        card = self.card(version, "completed")
        return IncidentOpened(**card, incident_id=incident_id, severity=severity)

    def incident_over(self, incident_id: UUID, version: int = 9) -> IncidentClosed:
        card = self.card(version, "completed")
        return IncidentClosed(**card, incident_id=incident_id, severity=Severity.HIGH)

    def reminded(self, version: int = 10, **intent: Any) -> OrderMoneyReminded:
        return OrderMoneyReminded(**self.card(version, "settled"), **intent)
