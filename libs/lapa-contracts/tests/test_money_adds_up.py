"""A settlement that does not add up cannot be said."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from pydantic import ValidationError

from lapa_contracts.order import OrderCancelled, Settlement, SettlementLine


def test_a_settlement_divides_all_that_is_captured():
    lines = [
        SettlementLine(to="walker", amount=850),
        SettlementLine(to="commission", amount=150),
        SettlementLine(to="promo_platform", amount=-200),
    ]

    assert Settlement(capture=800, lines=lines, release=0).capture == 800


def test_a_wrong_sum_is_refused():
    with pytest.raises(ValidationError, match="lines sum to 850, capture is 1000"):
        Settlement(capture=1000, lines=[SettlementLine(to="walker", amount=850)], release=0)


def test_only_the_promo_may_pay_for_others():
    with pytest.raises(ValidationError, match="commission cannot be paid -1"):
        SettlementLine(to="commission", amount=-1)


def test_an_order_cannot_end_with_money_left_over():
    with pytest.raises(ValidationError, match="settlement covers 900 of 1000"):
        OrderCancelled(
            order_id=UUID(int=1),
            client_id=UUID(int=2),
            market="default",
            status="cancelled",
            service_type="walk",
            scheduled_at=datetime(2026, 5, 4, 9, tzinfo=UTC),
            duration_minutes=60,
            pets=[],
            amount=1000,
            currency="EUR",
            version=3,
            by="client",
            reason_code="rain",
            settlement=Settlement(capture=0, lines=[], release=900),
        )
