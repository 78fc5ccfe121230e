"""Many at once, over HTTP and through both services: one of them wins, the others are told so, and nobody's money is kept."""

from concurrent.futures import ThreadPoolExecutor

import httpx
from cast import EUR, Cast, Client
from processes import wait_until
from stage import Stage

FUNDS, RIVALS, SPENDS = 10_000, 50, 100


def test_fifty_bookings_of_one_slot_are_one_order_and_forty_nine_refusals_with_nothing_held(
    stage: Stage,
) -> None:
    stage.begin(by_itself=True)
    cast = Cast(stage, {"lat": 60.0, "lon": 24.9})
    walker = cast.hire()
    with ThreadPoolExecutor(8) as some:
        clients = list(some.map(lambda _: cast.register(funds=FUNDS), range(RIVALS)))
        quotes = list(some.map(cast.quote, clients))

    def book(client: Client, quote_id: str) -> httpx.Response:
        body = {"quote_id": quote_id, "payment_method": "wallet", "walker_id": str(walker.id)}
        return stage.order.http.post("/api/v1/orders", json=body, headers=client.token)

    with ThreadPoolExecutor(RIVALS) as all_at_once:
        answers = list(all_at_once.map(book, clients, quotes))

    said = sorted((one.status_code, one.json().get("code")) for one in answers)
    assert said == [(201, None)] + [(409, "slot_taken")] * (RIVALS - 1)
    [winner] = [client for client, one in zip(clients, answers, strict=True) if one.is_success]
    wait_until(lambda: cast.wallet_of(winner.id)[1])
    held = {client.id for client in clients if cast.wallet_of(client.id) != (FUNDS, 0)}
    assert held == {winner.id}


def test_a_hundred_transfers_at_once_never_overdraw_and_none_is_answered_by_a_fault(
    stage: Stage,
) -> None:
    """To and fro between three people, so that they wait for each other's wallets in every order."""
    stage.begin(by_itself=True)
    cast = Cast(stage, {"lat": 60.0, "lon": 24.9})
    people = [cast.register(funds=1_000) for _ in range(3)]

    def send(n: int) -> tuple[int, str | None]:
        sender, receiver = people[n % 3], people[(n + 1 + n % 2) % 3]
        body = {"to_user_id": str(receiver.id), "amount": 400, "currency": EUR}
        path = "/api/v1/wallets/transfers"
        answer = stage.payment.http.post(path, json=body, headers=sender.token)
        return answer.status_code, answer.json().get("code")

    with ThreadPoolExecutor(32) as many:
        said = list(many.map(send, range(SPENDS)))

    assert set(said) <= {(201, None), (402, "insufficient_funds")}
    wallets = [cast.wallet_of(one.id) for one in people]
    assert sum(available for available, _ in wallets) == 3_000
    stage.books.check_always()
