"""Appeals over HTTP."""

from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from app.models.appeal import Appeal, AppealStatus
from app.schemas.values import PRINTABLE_LINES, LoginName, Password, Schema, Utc
from lapa_contracts.user import AppealAgainst

Statement = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=10, max_length=4000, pattern=PRINTABLE_LINES
    ),
]
Answer = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=2000, pattern=PRINTABLE_LINES
    ),
]


class Credentials(Schema):
    """Whose account is suspended cannot sign in: he says who he is each time."""

    email: LoginName
    password: Password


class AccountAppeal(Credentials):
    statement: Statement


class VerificationAppeal(Schema):
    statement: Statement


class AppealAnswer(Schema):
    answer: Answer


class AppealRead(Schema):
    id: UUID
    against: AppealAgainst
    statement: str
    status: AppealStatus
    answer: str | None
    created_at: Utc
    answered_at: Utc | None

    @classmethod
    def of(cls, appeal: Appeal) -> "AppealRead":
        return cls.model_validate(appeal)


class AppealCase(AppealRead):
    """With whose it is and what it is about, for those who answer."""

    user_id: UUID
    verification_id: UUID | None
    answered_by: UUID | None

    @classmethod
    def of(cls, appeal: Appeal) -> "AppealCase":
        return cls.model_validate(appeal)
