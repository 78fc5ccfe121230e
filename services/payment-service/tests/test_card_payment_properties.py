"""Orders paid by card: whatever card, end and moment; and every webhook, twice and in any order, changes nothing."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from factories import EUR, PRICE, Booking, balance_of, faults, money_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from app.models.ledger import debt, escrow, external
from app.models.sandbox import HELD, SandboxCharge
from app.providers.sandbox.webhooks import HEADER, sign
from lapa_contracts.order import OrderEvent
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.tables import JobRow

WEBHOOKS = "/api/v1/payments/webhooks/sandbox"
CARDS = (
    "tok_success",
    "tok_declined",
    "tok_timeout",
    "tok_pending",
    "tok_hold_lost",
    "tok_refund_fails",
    "tok_refund_pending",
)
STEPS = st.sampled_from(["event", "event", "jobs", "jobs", "later"])


@dataclass(frozen=True)
class Story:
    card: str
    days: int
    moved_to: int | None
    captured: int | None
    steps: list[str]

    def events(self, booking: Booking, method: str) -> list[OrderEvent]:
        events: list[OrderEvent] = [booking.placed(method, hold_for=timedelta(days=self.days))]
        if self.moved_to:
            events.append(booking.rescheduled(self.moved_to))
        if self.captured is None:
            return [*events, booking.expired()]
        return [*events, booking.settlement_due(min(self.captured, booking.amount))]


STORIES = st.builds(
    Story,
    card=st.sampled_from(CARDS),
    days=st.sampled_from([2, 30]),
    moved_to=st.sampled_from([None, None, PRICE - 700, PRICE + 700]),
    captured=st.one_of(st.none(), st.integers(1, PRICE), st.just(PRICE)),
    steps=st.lists(STEPS, max_size=8),
)


class World:
    """One client, his card and his order, and the webhooks that the provider wanted to send."""

    def __init__(self, client: Any, sessions: Any, run_jobs: Any, deliver: Any) -> None:
        self.client, self.sessions = client, sessions
        self.jobs, self.deliver = run_jobs, deliver
        self.messages: list[str] = []

    async def run_jobs(self) -> None:
        await self.keep_messages()
        while await self.jobs():
            await self.keep_messages()

    async def keep_messages(self) -> None:
        kept = delete(JobRow).where(JobRow.name == "send_sandbox_webhook").returning(JobRow.payload)
        async with self.sessions.begin() as session:
            self.messages += [payload["message"] for payload in await session.scalars(kept)]

    async def balances(self, booking: Booking) -> list[Any]:
        names = (external("sandbox", EUR), debt(booking.client_id, EUR))
        return [
            await money_of(self.sessions, booking.client_id),
            await money_of(self.sessions, booking.walker_id),
            *[await balance_of(self.sessions, name) for name in names],
        ]


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(story=STORIES, data=st.data())
async def test_the_providers_books_and_ours_agree_and_no_webhook_moves_money(
    client: Any,
    sessions: Any,
    as_user: Any,
    run_jobs: Any,
    deliver: Any,
    at: Any,
    story: Story,
    data: st.DataObject,
) -> None:
    anna = new_id()
    before = await balance_of(sessions, external("sandbox", EUR))
    body = {"provider": "sandbox", "payment_token": story.card}
    card = await client.post("/api/v1/payment-methods", json=body, headers=as_user(anna))
    booking = Booking(anna)
    world = World(client, sessions, run_jobs, deliver)
    events = story.events(booking, card.json()["id"])
    for step in [*story.steps, *["event", "jobs"] * len(events), *["later", "jobs"] * 6]:
        if step == "event" and events:
            await deliver(events.pop(0))
        elif step == "jobs":
            await world.run_jobs()
        elif step == "later":
            at(clock.now() + timedelta(seconds=61))

    async with sessions() as session:
        charges = list(await session.scalars(select(SandboxCharge)))
    known = {one["id"] for one in await operations_of(client, as_user(anna))}
    ours = [charge for charge in charges if str(charge.reference) in known]
    assert [charge for charge in ours if charge.outcome == HELD] == []
    kept = sum(charge.taken - charge.refunded for charge in ours)
    assert await balance_of(sessions, external("sandbox", EUR)) == before - kept
    assert await balance_of(sessions, escrow(anna, EUR)) == 0
    assert await faults(sessions) == []

    balances = await world.balances(booking)
    for message in data.draw(st.permutations(world.messages * 2)):
        headers = {HEADER: sign(message.encode())}
        answer = await client.post(WEBHOOKS, content=message.encode(), headers=headers)
        assert answer.status_code == 200
    await world.run_jobs()
    assert await world.balances(booking) == balances
    assert await faults(sessions) == []


async def operations_of(client: Any, headers: Any) -> list[dict[str, Any]]:
    (payment,) = (await client.get("/api/v1/payments", headers=headers)).json()["items"]
    detail = await client.get(f"/api/v1/payments/{payment['id']}", headers=headers)
    return detail.json()["operations"]
