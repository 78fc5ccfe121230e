"""The test mode of the sandbox provider over HTTP."""

from typing import Literal
from uuid import UUID

from app.providers.provider import Stage
from app.providers.sandbox.scenarios import Token, Webhooks
from app.schemas.values import Schema


class ScenarioWrite(Schema):
    """`scenario`: a token that all charges behave by, whatever theirs is; `none` lets each go by its own.
    `webhooks`: how the provider's messages go out."""

    scenario: Literal["none"] | Token = "none"
    webhooks: Webhooks = "normal"


class ChargebackWrite(Schema):
    """What the client's bank does: takes the money back (`opened`), then decides who keeps it."""

    payment_id: UUID
    stage: Stage


class ScenarioRead(Schema):
    scenario: str
    webhooks: str
