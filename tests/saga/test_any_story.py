"""Any story that client, walker, support and time can tell, however its events arrive and whoever dies: money and bookings agree."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, ClassVar

from books import ENDS
from cast import Booked, Cast, Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from processes import Service
from stage import Stage
from wires import Wires

RICH, JUST_ENOUGH, POOR = 500_000, 2_500, 0
FUNDS = st.sampled_from([RICH, RICH, JUST_ENOUGH, POOR])
WHOM = st.sampled_from([None, 0, 1])
SHARES = st.sampled_from([0, 1, 700, 1_000, 10_000])
# how what was said travels on: not yet, in order, newest first, twice, or into processes that die of it
TIDES = st.sampled_from(["calm", "calm", "still", "still", "backwards", "twice", "deadly"])
DEATHS = st.sampled_from([*[None] * 6, "before", "after"])
# more in an hour would be held until somebody has looked
FEW = 4
ORDERS = st.integers(0, 2)
# long enough for every deadline of an order, the hold's included
UNTIL_ALL_HAS_ENDED = [timedelta(minutes=20), timedelta(hours=1), timedelta(hours=7)] * 2 + [
    timedelta(minutes=20),
    timedelta(days=4),
]


class Story(RuleBasedStateMachine):
    """Up to three orders of two clients with two walkers; every example has its own, at a place of its own."""

    stage: Stage
    told = 0
    is_broken = False
    ends: ClassVar[set[str]] = set()

    def __init__(self) -> None:
        super().__init__()
        kind = type(self)
        if kind.is_broken:
            self.stage.begin(by_itself=False)
            kind.is_broken = False
        self.stage.spare()
        kind.told += 1
        kind.is_broken = True  # until it has ended well
        place = {"lat": -60 + kind.told % 1000 * 0.1, "lon": -150.0 + kind.told // 1000}
        self.cast = Cast(self.stage, place)
        self.orders: list[Booked] = []
        self.wires = Wires(self.stage)
        self.tipped: dict[Any, int] = {}
        self.sent: dict[Any, int] = {}
        self.topups: dict[Any, int] = {}

    @initialize(funds=st.tuples(FUNDS, FUNDS), whom=WHOM, tide=TIDES)
    def begin(self, funds: tuple[int, int], whom: int | None, tide: str) -> None:
        """Every story begins with an order."""
        self.clients = [self.cast.register(funds=each) for each in funds]
        for _ in range(2):
            self.cast.hire()
        self._book(0, whom, "wallet")
        self.wires.flow(tide)

    # -- what people do

    @precondition(lambda self: len(self.orders) < 3)
    @rule(
        who=st.integers(0, 1),
        whom=WHOM,
        method=st.sampled_from(["wallet", "wallet", "wallet", "a card of nobody"]),
        tide=TIDES,
        death=DEATHS,
    )
    def book(self, who: int, whom: int | None, method: str, tide: str, death: str | None) -> None:
        self._threaten(self.stage.order, death)
        self._book(who, whom, method)
        self.wires.flow(tide)

    def _book(self, who: int, whom: int | None, method: str) -> None:
        walker = None if whom is None else self.cast.walkers[whom]
        if booked := self.cast.book(self.clients[who], walker=walker, method=method):
            self.orders.append(booked)

    @rule(n=ORDERS, steps=st.sampled_from([1, 1, 2, 4]), tide=TIDES, death=DEATHS)
    def go_on(self, n: int, steps: int, tide: str, death: str | None) -> None:
        """The next steps of an ordinary walk, four are all of it."""
        if order := self._order(n):
            self._threaten(self.stage.order, death)
            for _ in range(steps):
                self._step(order)
            self.wires.flow(tide)

    def _step(self, order: Booked) -> None:
        steps: dict[str, Callable[[], Any]] = {
            "searching": lambda: self.cast.accept(order),
            "assigned": lambda: self.cast.step(order, "start"),
            "en_route": lambda: self.cast.step(order, "start"),
            "in_progress": lambda: self.cast.step(order, "finish"),
            "completed": lambda: self.cast.track(order),
        }
        if step := steps.get(self.cast.state_of(order)["status"]):
            step()

    @rule(n=ORDERS, by=st.sampled_from(["client", "walker", "support"]), tide=TIDES, death=DEATHS)
    def call_off(self, n: int, by: str, tide: str, death: str | None) -> None:
        if not (order := self._order(n)):
            return
        walker = self.cast.walker_of(order)
        who = {
            "client": order.client.token,
            "walker": (walker or self.cast.walkers[0]).token,
            "support": self.cast.support,
        }[by]
        self._threaten(self.stage.order, death)
        self.cast.cancel(order, who)
        self.wires.flow(tide)

    @rule(n=ORDERS, hours=st.sampled_from([1, 30]), tide=TIDES, death=DEATHS)
    def move(self, n: int, hours: int, tide: str, death: str | None) -> None:
        """To another time, at another price."""
        if order := self._order(n):
            later = timedelta(hours=hours)
            self._threaten(self.stage.order, death)
            self.cast.move(order, later)
            self.wires.flow(tide)

    @rule(n=ORDERS, tide=TIDES)
    def wait_at_the_door(self, n: int, tide: str) -> None:
        """The client does not come."""
        if not (order := self._order(n)):
            return
        if self.cast.step(order, "arrived") >= 400:
            return
        for _ in range(2):
            self._pass(timedelta(minutes=6))
            self.cast.step(order, "contact-attempts", {"channel": "call"})
        self.cast.step(order, "no-show")
        self.wires.flow(tide)

    @rule(n=ORDERS, tide=TIDES, death=DEATHS)
    def dispute(self, n: int, tide: str, death: str | None) -> None:
        if order := self._order(n):
            self._threaten(self.stage.order, death)
            self.cast.dispute(order)
            self.wires.flow(tide)

    @rule(n=ORDERS, share=SHARES, tide=TIDES, death=DEATHS)
    def resolve(self, n: int, share: int, tide: str, death: str | None) -> None:
        if order := self._order(n):
            refund = min(share, order.amount)
            self._threaten(self.stage.order, death)
            self.cast.resolve(order, refund)
            self.wires.flow(tide)

    @rule(n=ORDERS, share=SHARES, tide=TIDES, death=DEATHS)
    def refund(self, n: int, share: int, tide: str, death: str | None) -> None:
        if order := self._order(n):
            self._threaten(self.stage.payment, death)
            self.cast.refund(order, share or 1)
            self.wires.flow(tide)

    @rule(n=ORDERS, tide=TIDES, death=DEATHS, whose=st.sampled_from(["order", "payment"]))
    def tip(self, n: int, tide: str, death: str | None, whose: str) -> None:
        if not (order := self._order(n)):
            return
        walker = self.cast.walker_of(order)
        self._threaten(getattr(self.stage, whose), death)
        if self.cast.tip(order, 300) and walker:
            self.tipped[order.client.id] = self.tipped.get(order.client.id, 0) + 300
        self.wires.flow(tide)

    @rule(who=st.integers(0, 1), death=DEATHS)
    def top_up(self, who: int, death: str | None) -> None:
        client = self.clients[who]
        self.topups[client.id] = self.topups.get(client.id, 0) + 1
        if self.topups[client.id] < FEW:
            self._threaten(self.stage.payment, death)
            self.cast.top_up(client, 2_000)

    @rule(who=st.integers(0, 1), to=st.integers(0, 1))
    def spend_earnings(self, who: int, to: int) -> None:
        """What a walker has spent cannot be taken back from his wallet."""
        walker, client = self.cast.walkers[who], self.clients[to]
        available, _ = self.cast.wallet_of(walker.id)
        if available and self.cast.spend(walker, client, available):
            self.sent[client.id] = self.sent.get(client.id, 0) + available

    # -- what time and the wires do

    @rule(minutes=st.sampled_from([2, 12, 45, 600, 5000]), tide=TIDES, death=DEATHS)
    def time_passes(self, minutes: int, tide: str, death: str | None) -> None:
        self.stage.pass_time(timedelta(minutes=minutes))
        for service in (self.stage.order, self.stage.payment):
            self._threaten(service, death)
            self._do_jobs(service)
        self.wires.flow(tide)

    @rule(tide=st.sampled_from(["calm", "backwards", "twice", "deadly"]))
    def the_wires_clear(self, tide: str) -> None:
        self.wires.flow(tide)

    @precondition(lambda self: self.wires.heard)
    @rule(data=st.data())
    def old_news_comes_again(self, data: st.DataObject) -> None:
        service, envelope = self.wires.heard[data.draw(st.integers(0, len(self.wires.heard) - 1))]
        self.stage.hear(service, [envelope])

    @invariant()
    def the_books_are_right(self) -> None:
        self.stage.books.check_always()

    # -- the end

    def teardown(self) -> None:
        self.wires.flow("calm")
        for span in UNTIL_ALL_HAS_ENDED:
            self._pass(span)
            self.wires.flow("calm")
        self.stage.books.check_always()
        self.stage.books.check_nothing_failed()
        for order in self.orders:
            assert self.stage.books.why_apart(order.id) is None
            self.ends.add(self.stage.books.status_of(order.id))
        for client in self.clients:
            self._check_wallet(client)
        type(self).is_broken = False

    def _check_wallet(self, client: Client) -> None:
        mine = [order.id for order in self.orders if order.client is client]
        kept = sum(self.stage.books.kept_of(order_id) for order_id in mine)
        poured = self.stage.books.poured_by(client.id)
        in_and_out = poured + self.sent.get(client.id, 0) - self.tipped.get(client.id, 0)
        owed = self.stage.books.debt_of(client.id)
        available, held = self.cast.wallet_of(client.id)
        assert (available - owed, held) == (in_and_out - kept, 0)

    # -- machinery

    def _order(self, n: int) -> Booked | None:
        return self.orders[n % len(self.orders)] if self.orders else None

    def _threaten(self, service: Service, death: str | None) -> None:
        """It dies before or after the next commit that it makes, whatever that is of."""
        if death:
            self.stage.strike(service, death)

    def _pass(self, by: timedelta) -> None:
        self.stage.pass_time(by)
        for service in (self.stage.order, self.stage.payment):
            self._do_jobs(service)

    def _do_jobs(self, service: Service) -> None:
        """What a dead process had leased is taken over when the lease runs out, here at once."""
        self.stage.books.end_leases()
        self.stage.call(service, "POST", "/stage/jobs")


def test_money_and_bookings_never_part(stage: Stage, is_thorough: bool) -> None:
    stage.begin(by_itself=False)
    Story.stage = stage
    run_state_machine_as_test(
        Story,
        settings=settings(
            max_examples=500 if is_thorough else 30,
            derandomize=not is_thorough,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )
    wanted = ENDS if is_thorough else {"settled", "cancelled", "expired"}
    assert wanted <= Story.ends, "an end was never reached, so nothing was proved of it"
