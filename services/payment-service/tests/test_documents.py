"""Papers: numbers without a gap, sums that agree with the API to the cent, statements that agree with the ledger."""

import asyncio
import csv
import io
import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from uuid import UUID

import orjson
import pytest
from factories import EUR, PRICE, Booking, faults, give, money_of
from pypdf import PdfReader
from sqlalchemy import select

from app.models.document import Document, credit_lines, receipt_lines
from app.models.payment import Payment, PaymentKind
from app.models.refund import divide_refund
from app.services import documents, fiscal
from lapa_contracts.payment import PaymentState
from lapa_kit import clock
from lapa_kit.ids import new_id


async def paid(session: Any, deliver: Any, **parts: int) -> Booking:
    anna = new_id()
    await give(session, anna, PRICE)
    booking = Booking(anna)
    await deliver(booking.placed())
    await deliver(booking.settlement_due(**parts))
    return booking


async def payment_of(client: Any, headers: dict[str, str]) -> dict[str, Any]:
    return (await client.get("/api/v1/payments", headers=headers)).json()["items"][0]


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def sums_in(text: str) -> list[int]:
    """Every amount of money, in minor units, in the order of the page."""
    return [int(found.replace(".", "")) for found in re.findall(r"(-?\d+\.\d\d) EUR", text)]


@pytest.mark.parametrize(("locale", "word"), [("en", "Total"), ("ru", "Итого")])
async def test_a_receipt_on_paper_says_what_the_api_says(
    client: Any, session: Any, deliver: Any, as_user: Any, locale: str, word: str
) -> None:
    booking = await paid(
        session, deliver, walker=1700, commission=300, tax=150, promo_platform=-200
    )
    owner = as_user(booking.client_id)
    payment = await payment_of(client, owner)
    url = f"/api/v1/payments/{payment['id']}"
    support = as_user(new_id(), "support")
    refund = {"amount": 450, "reason": "the dog was tired"}
    refunded = (await client.post(f"{url}/refund", json=refund, headers=support)).json()

    receipt = (await client.get(f"{url}/receipt", headers=owner)).json()
    paper = await client.get(f"{url}/receipt.pdf?locale={locale}", headers=owner)

    assert receipt["lines"] == [
        {"code": "service", "amount": 2000},
        {"code": "tax", "amount": 150},
        {"code": "discount", "amount": -200},
    ]
    assert receipt["amount"] == payment["captured"] == PRICE
    [note] = receipt["credit_notes"]
    assert (note["amount"], sum(line["amount"] for line in note["lines"])) == (450, 450)
    assert paper.headers["content-type"] == "application/pdf"
    said = text_of(paper.content)
    assert word in said
    assert sums_in(said) == [2000, 150, -200, PRICE, 450]
    [tracked] = refunded["refunds"]
    today = clock.now().date().isoformat()
    assert (tracked["route"], tracked["status"], tracked["expected_on"]) == (
        "wallet",
        "arrived",
        today,
    )


async def test_there_is_no_receipt_before_money_moved_and_none_for_strangers(
    client: Any, session: Any, deliver: Any, as_user: Any
) -> None:
    anna = new_id()
    await give(session, anna, PRICE)
    await deliver(Booking(anna).placed())
    payment = await payment_of(client, as_user(anna))
    url = f"/api/v1/payments/{payment['id']}/receipt.pdf"
    early = await client.get(url, headers=as_user(anna))
    assert (early.status_code, early.json()["code"]) == (409, "nothing_to_receipt")
    assert (await client.get(url, headers=as_user(new_id()))).status_code == 404


@pytest.mark.committed
async def test_numbers_have_no_gap_though_many_are_issued_at_once_and_some_fail(
    session: Any, sessions: Any, deliver: Any, client: Any, as_user: Any, run_jobs: Any
) -> None:
    bookings = [await paid(session, deliver) for _ in range(12)]
    payments = [await payment_of(client, as_user(b.client_id)) for b in bookings]

    async def issue(n: int) -> None:
        async with sessions.begin() as own:
            await documents.issue(own, UUID(payments[n % 12]["id"]), None)
            if n < 12 and n % 3 == 0:
                raise ConnectionError("dies before its commit")

    await asyncio.gather(*(issue(n) for n in range(24)), return_exceptions=True)
    await run_jobs()
    support = as_user(new_id(), "support")
    refunds = [
        client.post(
            f"/api/v1/payments/{payment['id']}/refund",
            json={"amount": amount, "reason": "r"},
            headers=support,
        )
        for payment in payments[:3]
        for amount in (1000, 900, 800)  # the last one is too much
    ]
    await asyncio.gather(*refunds)
    await run_jobs()

    async with sessions() as own:
        issued = (await own.scalars(select(Document).order_by(Document.number))).all()
    receipts = [document.number for document in issued if document.refund_id is None]
    notes = [document for document in issued if document.refund_id]
    assert receipts == list(range(1, 13))
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    for payment in payments:
        credited = sum(n.amount for n in notes if str(n.payment_id) == payment["id"])
        assert credited <= payment["captured"]
    assert await faults(sessions) == []


async def test_a_statement_opens_with_the_last_one_and_closes_with_the_wallet(
    client: Any, session: Any, sessions: Any, deliver: Any, as_user: Any
) -> None:
    booking = await paid(session, deliver)
    headers = as_user(booking.walker_id, "walker")
    now = clock.now()
    url = f"/api/v1/wallets/me/statement?month={now:%Y-%m}"

    table = list(csv.DictReader(io.StringIO((await client.get(url, headers=headers)).text)))
    assert [row["kind"] for row in table] == ["opening", "settlement", "closing"]
    assert [int(row["balance"]) for row in table] == [0, 1658, 1658]
    assert await money_of(sessions, booking.walker_id) == (1658, 0)
    year = f"/api/v1/wallets/me/statement?year={now.year}&format=pdf&locale=ru"
    paper = text_of((await client.get(year, headers=headers)).content)
    assert "Прогулка" in paper
    assert sums_in(paper) == [0, 1658, 1658, 1658, 1658]
    later = await client.get(f"/api/v1/wallets/me/statement?year={now.year + 1}", headers=headers)
    after = list(csv.DictReader(io.StringIO(later.text)))
    assert [int(row["balance"]) for row in after] == [1658, 1658]


@pytest.mark.parametrize("query", ["", "?month=2026-13", "?month=2026-01&year=2026", "?year=20"])
async def test_a_statement_of_no_period_is_refused(client: Any, as_user: Any, query: str) -> None:
    answer = await client.get(f"/api/v1/wallets/me/statement{query}", headers=as_user(new_id()))
    assert answer.status_code == 422


class Operator(BaseHTTPRequestHandler):
    """A fiscal operator: fails once, registers each document once."""

    registered: dict[str, str]
    asked: list[dict[str, Any]]

    def do_POST(self) -> None:
        body = orjson.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append(body)
        if len(self.asked) == 1:
            self.send_error(503)
            return
        key = self.headers["Idempotency-Key"]
        fiscal_id = self.registered.setdefault(key, f"fd-{len(self.registered) + 1}")
        answer = orjson.dumps({"id": fiscal_id})
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def operator(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Operator]]:
    Operator.registered, Operator.asked = {}, []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Operator)
    Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/documents"
    for module in (documents, fiscal):
        told = module.settings.model_copy(update={"fiscal_url": url})
        monkeypatch.setattr(module, "settings", told)
    yield Operator
    server.shutdown()
    server.server_close()


async def test_documents_are_registered_before_the_law_and_keep_the_id(
    client: Any,
    session: Any,
    deliver: Any,
    as_user: Any,
    run_jobs: Any,
    at: Any,
    operator: type[Operator],
) -> None:
    booking = await paid(session, deliver)
    owner = as_user(booking.client_id)
    payment = await payment_of(client, owner)
    url = f"/api/v1/payments/{payment['id']}"
    support = as_user(new_id(), "support")
    await run_jobs()
    at(clock.now() + timedelta(minutes=1))  # the first attempt failed
    await run_jobs()
    await client.post(f"{url}/refund", json={"reason": "r"}, headers=support)
    await run_jobs()

    receipt = (await client.get(f"{url}/receipt", headers=owner)).json()
    assert receipt["fiscal_id"] == "fd-1"
    assert [note["fiscal_id"] for note in receipt["credit_notes"]] == ["fd-2"]
    assert [asked["type"] for asked in operator.asked] == ["sell", "sell", "sell_refund"]
    assert operator.asked[-1]["total"] == PRICE
    assert operator.asked[-1]["currency"] == EUR


def test_ten_thousand_baskets_and_their_refunds_are_billed_to_the_last_cent() -> None:
    dice = random.Random(12)
    for _ in range(10_000):
        division = a_division(dice)
        payment = Payment(
            kind=PaymentKind.ORDER,
            state=PaymentState.CAPTURED,
            division=division,
            captured=sum(division.values()),
        )
        billed = Counter({line["code"]: line["amount"] for line in receipt_lines(payment)})
        assert billed.total() == payment.captured

        left = division
        while rest := sum(left.values()):
            amount = dice.choice([rest, dice.randint(1, rest)])
            shares = divide_refund(amount, left=left)
            credited = Counter(
                {line["code"]: line["amount"] for line in credit_lines(shares, "order")}
            )
            assert credited.total() == amount
            billed.subtract(credited)
            left = {part: had - shares.get(part, 0) for part, had in left.items()}

        assert set(billed.values()) == {0}


def a_division(dice: random.Random) -> dict[str, int]:
    """Of a price from a cent to a hundred thousand, at a rate of tax, with a discount that leaves something to pay."""
    price = dice.randint(1, 10 ** dice.randint(1, 7))
    tax = price * dice.choice([0, 550, 2000, 2550]) // 10_000
    commission = price * dice.randrange(3000) // 10_000
    return {
        "walker": price - commission,
        "commission": commission,
        "tax": tax,
        "promo_platform": -dice.choice([0, dice.randrange(price + tax)]),
    }
