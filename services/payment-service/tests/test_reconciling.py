"""A provider's report of a day against the books: what one has and the other has not, and what he keeps."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from factories import EUR, PRICE, Booking, balance_of, faults, give
from sqlalchemy import delete, update

from app.models.ledger import platform
from app.models.operation import Operation, OperationKind, OperationState
from app.models.sandbox import PAID, SandboxCharge, SandboxRefund
from app.providers.provider import ReportLine, Subject
from app.providers.sandbox import Sandbox
from lapa_kit import clock
from lapa_kit.ids import new_id

URL = "/api/v1/ledger/reconciliation"


class Books:
    """A day on which a walk was paid for by card, a part of it was given back, and somebody topped up."""

    def __init__(self, client: Any, headers: Any, run_jobs: Any, day: date) -> None:
        self.client, self.headers, self.run_jobs, self.day = client, headers, run_jobs, day

    async def reconcile(self) -> dict[str, Any]:
        body = {"provider": "sandbox", "day": self.day.isoformat()}
        asked = await self.client.post(URL, json=body, headers=self.headers)
        assert asked.status_code == 202, asked.text
        await self.run_jobs()
        params = {"provider": "sandbox", "day": self.day.isoformat()}
        return (await self.client.get(URL, params=params, headers=self.headers)).json()


@pytest.fixture
async def books(client: Any, as_user: Any, deliver: Any, run_jobs: Any, at: Any) -> Books:
    anna, day = new_id(), clock.now().date()
    headers = as_user(anna)
    body = {"provider": "sandbox", "payment_token": "tok_success"}
    card = await client.post("/api/v1/payment-methods", json=body, headers=headers)
    booking = Booking(anna)
    await deliver(booking.placed(card.json()["id"]))
    await run_jobs()
    await deliver(booking.settlement_due())
    await run_jobs()
    payments = (await client.get("/api/v1/payments", headers=headers)).json()["items"]
    refund = {"amount": 500, "reason": "a short walk"}
    url = f"/api/v1/payments/{payments[0]['id']}/refund"
    await client.post(url, json=refund, headers=as_user(new_id(), "support"))
    await run_jobs()
    topup = {"amount": 5000, "currency": EUR, **body}
    await client.post("/api/v1/wallets/me/topups", json=topup, headers=headers)
    at(datetime.combine(day + timedelta(days=1), datetime.min.time(), UTC) + timedelta(hours=2))
    return Books(client, as_user(new_id(), "finance"), run_jobs, day)


async def test_a_day_on_which_all_agrees_has_no_exceptions(books: Books, sessions: Any) -> None:
    found = await books.reconcile()
    assert (found["matched"], found["exceptions"]) == (3, [])
    assert found["fetched_at"]
    assert await faults(sessions) == []


async def test_a_capture_that_is_missing_here_is_an_exception(books: Books, session: Any) -> None:
    lost = new_id()
    charge = SandboxCharge(
        reference=lost,
        secret="s",
        token="tok_success",
        amount=PRICE,
        currency=EUR,
        outcome=PAID,
        taken=PRICE,
        created_at=clock.now(),
        taken_at=datetime.combine(books.day, datetime.min.time(), UTC),
    )
    session.add(charge)
    await session.commit()

    (exception,) = (await books.reconcile())["exceptions"]

    assert (exception["kind"], exception["subject"]) == ("missing_here", "charge")
    assert (exception["reference"], exception["ours"], exception["theirs"]) == (
        str(lost),
        None,
        PRICE,
    )


async def test_what_the_provider_has_not_or_has_otherwise_is_an_exception(
    books: Books, session: Any
) -> None:
    await session.execute(delete(SandboxRefund))
    await session.execute(
        update(SandboxCharge).where(SandboxCharge.taken == 5000).values(taken=4999)
    )
    await session.commit()

    found = await books.reconcile()

    told = {
        (one["kind"], one["subject"], one["ours"], one["theirs"]) for one in found["exceptions"]
    }
    assert told == {
        ("missing_there", "refund", 500, None),
        ("amount_differs", "charge", 5000, 4999),
    }
    assert found["matched"] == 1


async def test_what_we_know_and_have_not_booked_differs_in_status(
    books: Books, session: Any
) -> None:
    refund = await session.get_one(SandboxRefund, await _last_refund(session))
    known = await session.get_one(Operation, refund.reference)
    twin = Operation(
        id=new_id(),
        payment_id=known.payment_id,
        kind=OperationKind.REFUND,
        charge_id=known.charge_id,
        provider="sandbox",
        amount=7,
        currency=EUR,
        state=OperationState.RECONCILING,
        asked_at=clock.now(),
    )
    session.add(twin)
    session.add(
        SandboxRefund(
            reference=twin.id,
            charge_reference=refund.charge_reference,
            amount=7,
            currency=EUR,
            outcome=PAID,
            created_at=refund.created_at,
        )
    )
    await session.commit()

    (exception,) = (await books.reconcile())["exceptions"]
    assert (exception["kind"], exception["status"]) == ("status_differs", "reconciling")


async def _last_refund(session: Any) -> Any:
    from sqlalchemy import select

    return await session.scalar(select(SandboxRefund.reference))


async def test_what_the_provider_keeps_is_booked_once(
    books: Books, session: Any, sessions: Any, monkeypatch: Any
) -> None:
    async def with_fee(self: Any, day: date) -> list[ReportLine]:
        return [ReportLine(Subject.CHARGE, "x", None, 5000, EUR, fee=75)]

    monkeypatch.setattr(Sandbox, "report", with_fee)
    for _ in range(2):
        await books.reconcile()
    assert await balance_of(sessions, platform("fees", EUR)) == -75
    assert await faults(sessions) == []


async def test_yesterdays_report_is_fetched_by_itself(
    client: Any, as_user: Any, session: Any, run_jobs: Any, app: Any, sessions: Any
) -> None:
    await give(session, new_id(), 100)
    async with sessions.begin() as writing:
        await app.state.jobs.tasks["plan_reports"](writing, {})
    await run_jobs()
    finance = as_user(new_id(), "finance")
    found = (await client.get(URL, params={"provider": "sandbox"}, headers=finance)).json()
    assert (found["fetched_at"] is None, found["exceptions"]) == (False, [])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"provider": "nobody", "day": "2026-01-01"}, "provider_not_available"),
        ({"provider": "sandbox", "day": "2999-01-01"}, "day_not_over"),
        ({"provider": "sandbox", "day": "yesterday"}, "invalid_request"),
    ],
)
async def test_a_report_that_cannot_be_is_refused(
    client: Any, as_user: Any, body: dict[str, str], code: str
) -> None:
    refused = await client.post(URL, json=body, headers=as_user(new_id(), "finance"))
    assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert (await client.get(URL, headers=as_user(new_id()))).status_code == 403
