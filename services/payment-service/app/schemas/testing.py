"""The test mode of the sandbox provider over HTTP."""

from typing import Literal

from app.schemas.values import Schema


class ScenarioWrite(Schema):
    """A token that all charges behave by, whatever theirs is; `none` lets each go by its own."""

    scenario: Literal[
        "none", "tok_success", "tok_declined", "tok_insufficient", "tok_3ds", "tok_timeout"
    ]


class ScenarioRead(Schema):
    scenario: str
