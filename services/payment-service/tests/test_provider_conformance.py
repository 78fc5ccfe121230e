"""What every payment provider must do for us, asked of each through its adapter."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from company import Company

from app.providers.provider import (
    CaptureRequest,
    ChargeRequest,
    Declined,
    Held,
    Known,
    MethodRequest,
    Moved,
    NeedsConfirmation,
    Outcome,
    Paid,
    PayoutRequest,
    Pending,
    RefundRequest,
    SavedMethod,
    Subject,
    Unanswered,
    Voided,
    VoidRequest,
    WebhookNotGenuine,
    WebhookNotUnderstood,
    id_of,
)
from lapa_kit.ids import new_id

AMOUNT, PART = 5000, 1950


@dataclass
class Charge:
    """A charge under a reference of its own, and what was answered."""

    request: ChargeRequest
    outcome: Outcome
    known: Known


async def make(
    company: Company, token: str, *, hold: bool = False, confirms: bool = True
) -> Charge:
    """The person does what he is asked to, where that is the only way to pay; or does not yet."""
    saved = await company.provider.save_method(MethodRequest(new_id(), token))
    if isinstance(saved, SavedMethod):
        token = saved.token
    request = ChargeRequest(
        new_id(), AMOUNT, company.currency, token, hold=hold, return_url="http://127.0.0.1/back"
    )
    asked_at = datetime.now(UTC)
    outcome = await company.provider.charge(request)
    known = Known(request.reference, asked_at, id_of(outcome))
    if confirms and token == company.good and isinstance(outcome, NeedsConfirmation):
        await company.decide(outcome.url, True)
        outcome = await company.provider.look_up(known)
        assert outcome is not None
    return Charge(request, outcome, known)


async def capture(company: Company, charge: Charge, amount: int) -> Outcome:
    return await company.provider.capture(
        CaptureRequest(new_id(), charge.known, amount, company.currency)
    )


def refund_of(company: Company, charge: Charge, amount: int) -> RefundRequest:
    return RefundRequest(new_id(), charge.known, amount, company.currency)


async def held(company: Company) -> Charge:
    if not company.provider.capabilities.hold:
        pytest.fail("ask only those who can hold")
    charge = await make(company, company.good, hold=True)
    assert isinstance(charge.outcome, Held)
    return charge


async def test_money_is_taken_once_however_often_it_is_asked_for(company: Company) -> None:
    charge = await make(company, company.good)
    assert isinstance(charge.outcome, Paid)

    assert isinstance(await company.provider.charge(charge.request), Paid)

    stands = await company.provider.look_up(charge.known)
    assert isinstance(stands, Paid)
    assert stands.amount == AMOUNT
    if not company.provider.capabilities.report:
        return
    today = datetime.now(UTC).date()
    lines = [line for line in await company.provider.report(today) if line.amount == AMOUNT]
    assert [line.reference for line in lines] == [charge.request.reference]


async def test_a_hold_is_taken_in_part_and_the_rest_let_go(company: Company) -> None:
    if not company.provider.capabilities.partial_capture:
        return
    charge = await held(company)
    assert isinstance(await company.provider.look_up(charge.known), Held)

    taken = await capture(company, charge, PART)

    assert isinstance(taken, Paid)
    stands = await company.provider.look_up(charge.known)
    assert isinstance(stands, Paid)
    assert stands.amount == PART
    assert isinstance(await capture(company, charge, AMOUNT), Declined)


async def test_a_hold_that_was_let_go_is_nobodys_to_take(company: Company) -> None:
    if not company.provider.capabilities.hold:
        return
    charge = await held(company)
    request = VoidRequest(new_id(), charge.known, AMOUNT, company.currency)

    for _ in range(2):
        assert isinstance(await company.provider.void(request), Voided)

    assert isinstance(await company.provider.look_up(charge.known), Voided)
    assert isinstance(await capture(company, charge, AMOUNT), Declined)


async def test_money_goes_back_in_parts_and_never_more_than_was_taken(company: Company) -> None:
    charge = await make(company, company.good)
    parts = (PART, AMOUNT - PART) if company.provider.capabilities.partial_refund else (AMOUNT,)
    for part in parts:
        request = refund_of(company, charge, part)
        asked_at = datetime.now(UTC)
        outcome = await company.provider.refund(request)
        assert isinstance(outcome, Paid | Pending)
        assert isinstance(await company.provider.refund(request), Paid | Pending)
        known = Known(request.reference, asked_at, id_of(outcome), part)
        assert isinstance(
            await company.provider.look_up_refund(known, charge.known), Paid | Pending
        )

    assert isinstance(await company.provider.refund(refund_of(company, charge, 1)), Declined)


async def test_a_refusal_says_why(company: Company) -> None:
    if company.declined is None:
        return
    charge = await make(company, company.declined)
    assert isinstance(charge.outcome, Declined)
    assert charge.outcome.code == "payment_declined"
    assert isinstance(await company.provider.look_up(charge.known), Declined | None)


async def test_what_was_never_asked_for_is_unknown(company: Company) -> None:
    nothing = Known(new_id(), datetime.now(UTC))
    charge = await make(company, company.good)
    assert await company.provider.look_up(nothing) is None
    assert await company.provider.look_up_refund(nothing, charge.known) is None


@pytest.mark.parametrize("is_confirmed", [True, False])
async def test_a_person_confirms_or_refuses_on_the_companys_page(
    company: Company, is_confirmed: bool
) -> None:
    if company.asking is None:
        return
    is_hold = company.provider.capabilities.hold
    charge = await make(company, company.asking, hold=is_hold, confirms=False)
    assert isinstance(charge.outcome, NeedsConfirmation)
    assert isinstance(await company.provider.look_up(charge.known), NeedsConfirmation)

    await company.decide(charge.outcome.url, is_confirmed)

    stands = await company.provider.look_up(charge.known)
    good = Held if is_hold else Paid
    assert isinstance(stands, good if is_confirmed else Declined | Voided)


async def test_a_lost_answer_is_found_by_our_reference_alone(company: Company) -> None:
    if company.lost is None:
        return
    charge = await make(company, company.lost, hold=company.provider.capabilities.hold)
    assert isinstance(charge.outcome, Unanswered)

    found = await company.provider.look_up(replace(charge.known, provider_id=None))

    assert isinstance(found, Held | Paid)


async def test_only_genuine_webhooks_are_read(company: Company) -> None:
    charge = await make(company, company.good)
    sent = await company.webhooks()
    notices = [
        notice for webhook in sent for notice in await company.provider.read_webhook(webhook)
    ]
    about = [notice for notice in notices if isinstance(notice, Moved)]
    assert {notice.subject for notice in about} == {Subject.CHARGE}
    assert any(
        charge.request.reference == notice.reference
        or charge.known.provider_id == notice.provider_id
        for notice in about
    )

    for forged in (
        replace(sent[0], body=sent[0].body.replace(b"5000", b"5001")),
        replace(sent[0], body=b"{}"),
        replace(sent[0], body=b"\xff not JSON"),
        replace(sent[0], headers={}),
    ):
        if forged == sent[0]:
            continue
        with pytest.raises((WebhookNotGenuine, WebhookNotUnderstood)):
            await company.provider.read_webhook(forged)


async def test_money_is_paid_out_once(company: Company) -> None:
    if not company.provider.capabilities.payout:
        return
    request = PayoutRequest(new_id(), AMOUNT, company.currency, "dest_success")
    for _ in range(2):
        assert isinstance(await company.provider.pay_out(request), Paid | Pending)
    known = Known(request.reference, datetime.now(UTC))
    assert isinstance(await company.provider.look_up_payout(known), Paid | Pending)
