"""What only one of the providers of rubles has, or gets wrong."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest
from pydantic import ValidationError
from sbp_server import SbpServer
from tinkoff_server import DECLINED, GOOD, POOR, TinkoffServer
from yookassa_server import FORGOTTEN, SAVED, YooKassaServer

from app.config import Settings, settings
from app.providers.provider import (
    CaptureRequest,
    ChargeRequest,
    Declined,
    Held,
    Known,
    MethodRequest,
    NeedsConfirmation,
    Paid,
    Pending,
    RefundRequest,
    SavedMethod,
    Unanswered,
    Voided,
    VoidRequest,
    Webhook,
    WebhookNotGenuine,
    WebhookNotUnderstood,
)
from app.providers.sbp import Sbp
from app.providers.tinkoff import Tinkoff
from app.providers.yookassa import YooKassa
from app.providers.yookassa.shop import Shop
from lapa_kit.ids import new_id
from lapa_kit.testing.server import running

AMOUNT = 195_000


def charge_of(token: str, *, hold: bool = False) -> ChargeRequest:
    return ChargeRequest(new_id(), AMOUNT, "RUB", token, hold=hold)


def known_of(request: ChargeRequest | RefundRequest, provider_id: str | None = None) -> Known:
    return Known(request.reference, datetime.now(UTC), provider_id, request.amount)


@pytest.fixture
async def yookassa() -> AsyncIterator[YooKassaServer]:
    server = YooKassaServer()
    async with running(server.silence) as server.url:
        yield server


@pytest.fixture
async def tinkoff() -> AsyncIterator[TinkoffServer]:
    server = TinkoffServer()
    async with running(server.silence) as server.url:
        yield server


@pytest.fixture
async def sbp() -> AsyncIterator[SbpServer]:
    server = SbpServer()
    async with running(server.silence) as server.url:
        yield server


async def test_a_kept_card_is_charged_at_yookassa_while_it_is_good(
    yookassa: YooKassaServer, sessions: Any
) -> None:
    provider = YooKassa(sessions, yookassa.shop())
    saved = await provider.save_method(MethodRequest(new_id(), SAVED))
    assert saved == SavedMethod(SAVED, "•4477")
    assert isinstance(await provider.charge(charge_of(SAVED, hold=True)), Held)
    for token in (FORGOTTEN, str(new_id()), "once-only"):
        assert isinstance(await provider.save_method(MethodRequest(new_id(), token)), Declined)
    assert await provider.charge(charge_of(FORGOTTEN)) == Declined("payment_declined")


async def test_yookassa_that_does_not_answer_sensibly_leaves_all_open(sessions: Any) -> None:
    async def proxy(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        headers = [(b"content-type", b"text/html")]
        await send({"type": "http.response.start", "status": 502, "headers": headers})
        await send({"type": "http.response.body", "body": b"<html>Bad Gateway</html>"})

    async with running(proxy) as url:
        for address in (f"{url}/v3", "http://127.0.0.1:9/v3"):
            provider = YooKassa(sessions, Shop("1", "secret", url=address, patience_s=0.5))
            request = charge_of("pt-good", hold=True)
            known = known_of(request)
            given = RefundRequest(new_id(), known, AMOUNT, "RUB")
            voiding = VoidRequest(new_id(), known, AMOUNT, "RUB")
            capturing = CaptureRequest(new_id(), known, AMOUNT, "RUB")
            assert await provider.charge(request) == Unanswered()
            assert await provider.look_up(known) == Unanswered()
            assert await provider.capture(capturing) == Unanswered()
            assert await provider.void(voiding) == Unanswered()
            assert await provider.refund(given) == Unanswered()
            assert await provider.look_up_refund(known_of(given), known) == Unanswered()
            assert await provider.save_method(MethodRequest(new_id(), SAVED)) == Unanswered()


async def test_two_shops_of_yookassa_do_not_share_a_key(
    yookassa: YooKassaServer, sessions: Any
) -> None:
    stranger = YooKassa(sessions, yookassa.shop("another_secret"))
    assert isinstance(await stranger.charge(charge_of("pt-good")), Declined)
    ours = YooKassa(sessions, yookassa.shop())
    assert isinstance(await ours.charge(charge_of("pt-good")), Paid)


async def test_yookassas_webhooks_are_proved_by_asking_and_by_where_they_come_from(
    yookassa: YooKassaServer, sessions: Any, monkeypatch: Any
) -> None:
    provider = YooKassa(sessions, yookassa.shop())
    await provider.charge(charge_of("pt-good"))
    genuine = yookassa.sent[-1]
    message = orjson.loads(genuine.body)
    for its_id in (str(new_id()), "../me", "x" * 100):
        message["object"]["id"] = its_id
        with pytest.raises((WebhookNotGenuine, WebhookNotUnderstood)):
            await provider.read_webhook(replace(genuine, body=orjson.dumps(message)))
    other = Webhook({}, b'{"event": "payout.succeeded", "object": {"id": "po-1"}}', None)
    assert await provider.read_webhook(other) == []

    monkeypatch.setitem(vars(settings), "yookassa_networks", ["185.71.76.0/27"])
    assert len(await provider.read_webhook(genuine)) == 1
    for remote in ("185.71.77.1", None, "nonsense"):
        with pytest.raises(WebhookNotGenuine):
            await provider.read_webhook(replace(genuine, remote=remote))


async def test_a_hold_that_lapsed_at_yookassa_was_let_go(
    yookassa: YooKassaServer, sessions: Any
) -> None:
    provider = YooKassa(sessions, yookassa.shop())
    request = charge_of("pt-good", hold=True)
    held = await provider.charge(request)
    assert isinstance(held, Held)
    assert held.provider_id
    assert held.expires_at
    assert held.expires_at - datetime.now(UTC) > timedelta(days=6)
    yookassa.lapse(held.provider_id)
    assert isinstance(await provider.look_up(known_of(request)), Voided)


async def test_t_bank_keeps_a_card_for_who_paid_with_it_and_nobody_else(
    tinkoff: TinkoffServer, sessions: Any
) -> None:
    provider, anna = Tinkoff(sessions, tinkoff.terminal()), new_id()
    assert isinstance(await provider.save_method(MethodRequest(anna, "card")), Declined)
    page = await provider.save_method(MethodRequest(anna, "page"))
    assert isinstance(page, SavedMethod)
    asked = await provider.charge(charge_of(page.token))
    assert isinstance(asked, NeedsConfirmation)
    await tinkoff.decide(asked.url, True)

    kept = await provider.save_method(MethodRequest(anna, "card"))
    assert isinstance(kept, SavedMethod)
    assert kept.label == "•0777"
    assert isinstance(await provider.charge(charge_of(kept.token, hold=True)), Held)
    assert isinstance(await provider.save_method(MethodRequest(new_id(), "card")), Declined)
    forged = kept.token.replace(GOOD, "1009")
    for token in (GOOD, f"card:{GOOD}", f"card:{GOOD}:", forged, f"page:{anna}:x"):
        assert await provider.charge(charge_of(token)) == Declined("payment_declined")


async def test_t_banks_refusals_have_our_codes(tinkoff: TinkoffServer, sessions: Any) -> None:
    terminal = tinkoff.terminal()
    provider = Tinkoff(sessions, terminal)
    for card, code in ((DECLINED, "payment_declined"), (POOR, "insufficient_funds")):
        request = charge_of(terminal.seal(f"card:{card}"))
        for outcome in (await provider.charge(request), await provider.look_up(known_of(request))):
            assert isinstance(outcome, Declined)
            assert outcome.code == code
    stranger = Tinkoff(sessions, tinkoff.terminal("another password"))
    assert await stranger.charge(charge_of("page")) == Unanswered()


async def test_letting_go_at_t_bank_never_refunds_and_refunding_never_lets_go(
    tinkoff: TinkoffServer, sessions: Any
) -> None:
    terminal = tinkoff.terminal()
    provider, token = Tinkoff(sessions, terminal), terminal.seal(f"card:{GOOD}")
    taken, held = charge_of(token), charge_of(token, hold=True)
    for request in (taken, held):
        await provider.charge(request)

    voided = await provider.void(VoidRequest(new_id(), known_of(taken), AMOUNT, "RUB"))
    refunded = await provider.refund(RefundRequest(new_id(), known_of(held), 100, "RUB"))

    assert isinstance(voided, Declined)
    assert isinstance(refunded, Declined)
    assert isinstance(await provider.look_up(known_of(taken)), Paid)
    assert isinstance(await provider.look_up(known_of(held)), Held)


async def test_a_lost_answer_of_t_bank_never_makes_a_second_payment(
    tinkoff: TinkoffServer, sessions: Any
) -> None:
    terminal = tinkoff.terminal()
    provider, token = Tinkoff(sessions, terminal), terminal.seal(f"card:{GOOD}")
    request = charge_of(token)
    for lost in ("/v2/Init", "/v2/Confirm", "/v2/Cancel"):
        tinkoff.silence.lose(lost)
    assert await provider.charge(request) == Unanswered()
    # it has not been charged, nobody can go to its page, and it ends by itself
    assert isinstance(await provider.look_up(known_of(request)), Pending)
    tinkoff.lapse(str(request.reference))
    ended = await provider.look_up(known_of(request))
    assert isinstance(ended, Declined)
    assert ended.code == "confirmation_expired"

    held = charge_of(token, hold=True)
    await provider.charge(held)
    capture = CaptureRequest(new_id(), known_of(held), 1000, "RUB")
    assert await provider.capture(capture) == Unanswered()
    assert isinstance(await provider.capture(capture), Paid)
    refund = RefundRequest(new_id(), known_of(held), 400, "RUB")
    assert await provider.refund(refund) == Unanswered()
    assert await provider.look_up_refund(known_of(refund), known_of(held)) == Paid(amount=400)
    assert tinkoff.kept == 600


async def test_an_sbp_code_is_registered_once_and_can_be_taken_back(
    sbp: SbpServer, sessions: Any
) -> None:
    provider, request = Sbp(sessions, sbp.bank()), charge_of("sbp")
    sbp.silence.lose("/api/sbp/v2/qrs")
    assert await provider.charge(request) == Unanswered()
    found = await provider.look_up(known_of(request))
    assert isinstance(found, NeedsConfirmation)
    assert await provider.charge(request) == found

    voiding = VoidRequest(new_id(), known_of(request), AMOUNT, "RUB")
    assert isinstance(await provider.void(voiding), Voided)
    assert isinstance(await provider.look_up(known_of(request)), Voided)
    assert await provider.charge(charge_of("sbp", hold=True)) == Declined("payment_declined")
    euros = replace(charge_of("sbp"), currency="EUR")
    assert await provider.charge(euros) == Declined("currency_not_supported")


async def test_a_lost_answer_to_an_sbp_refund_is_found_by_its_own_reference(
    sbp: SbpServer, sessions: Any
) -> None:
    provider, request = Sbp(sessions, sbp.bank()), charge_of("sbp")
    asked = await provider.charge(request)
    assert isinstance(asked, NeedsConfirmation)
    await sbp.decide(asked.url, True)
    refund = RefundRequest(new_id(), known_of(request), 1, "RUB")
    sbp.silence.lose("/api/sbp/v1/refund")
    assert await provider.refund(refund) == Unanswered()
    assert await provider.look_up_refund(known_of(refund), known_of(request)) == Paid(amount=1)
    assert sbp.kept == AMOUNT - 1


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"yookassa_shop_id": "1"}, "YOOKASSA_SHOP_ID and YOOKASSA_SECRET_KEY belong together"),
        ({"tinkoff_password": "x"}, "TINKOFF_TERMINAL_KEY and TINKOFF_PASSWORD belong together"),
        ({"sbp_merchant_id": "MA1"}, "SBP_MERCHANT_ID and SBP_SECRET_KEY belong together"),
        ({"yookassa_networks": "185.71.76.0/27, nowhere"}, "'nowhere' does not appear to be"),
        ({"payment_providers": {"RUB": "sbp"}}, "PAYMENT_PROVIDERS names sbp"),
    ],
)
def test_a_provider_is_configured_whole_or_not_at_all(given: Any, complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        Settings(**given)


def test_providers_are_those_that_are_configured() -> None:
    assert Settings().providers == ["sandbox"]
    whole = Settings(
        sbp_merchant_id="MA1",
        sbp_secret_key="s",  # pyright: ignore[reportArgumentType]
        yookassa_shop_id="1",
        yookassa_secret_key="s",  # pyright: ignore[reportArgumentType]
    )
    assert whole.providers == ["yookassa", "sbp", "sandbox"]
