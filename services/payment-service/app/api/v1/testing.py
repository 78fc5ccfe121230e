"""How the sandbox provider behaves, in test mode only; without it these routes do not exist."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import HTTPConnection

from app.models.payment import PaymentNotFound
from app.providers.sandbox.confirming import ChargeNotFound
from app.schemas.testing import ChargebackWrite, ScenarioRead, ScenarioWrite
from app.services.testing import charge_back, play
from lapa_kit.auth import IDENTITY_PROBLEMS, Principal, allowed
from lapa_kit.db import Session
from lapa_kit.problems import NotFound, problems

router = APIRouter(prefix="/test", tags=["test mode"])
Permitted = Annotated[Principal, allowed("test:use")]


async def _in_test_mode(connection: HTTPConnection, tester: Permitted) -> Principal:
    if not connection.app.state.settings.test_mode:
        raise NotFound
    return tester


Tester = Annotated[Principal, Depends(_in_test_mode)]


@router.post("/provider", responses=problems(*IDENTITY_PROBLEMS, NotFound))
async def set_scenario(body: ScenarioWrite, _: Tester, session: Session) -> ScenarioRead:
    """Let all charges of the sandbox provider go the same way, until `none` is asked for."""
    await play(session, body.scenario, body.webhooks)
    return ScenarioRead(scenario=body.scenario, webhooks=body.webhooks)


@router.post(
    "/provider/chargebacks",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS, NotFound, PaymentNotFound, ChargeNotFound),
)
async def charge_payment_back(body: ChargebackWrite, _: Tester, session: Session) -> None:
    """Let the bank of a payment's client take its money back, or decide who keeps it."""
    await charge_back(session, body.payment_id, body.stage)
