"""What the caller pays with."""

from uuid import UUID

from app.config import settings
from app.models.method import (
    PaymentMethodNotFound,
    PaymentMethodRefused,
    ProviderUnavailable,
    TooManyPaymentMethods,
)
from app.models.topup import ProviderNotAvailable
from app.providers import usual_provider
from app.queries.methods import list_methods as list_
from app.schemas.methods import PaymentMethodCreate, PaymentMethodList, PaymentMethodRead
from app.services import methods
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.connections import OwnTransactions
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.openapi import NO_SESSION
from lapa_kit.problems import problems

router = Router(prefix="/payment-methods", tags=["payment methods"])


@router.post(
    "",
    status_code=201,
    responses=problems(
        *IDENTITY_PROBLEMS,
        ProviderNotAvailable,
        PaymentMethodRefused,
        ProviderUnavailable,
        TooManyPaymentMethods,
    ),
    openapi_extra=NO_SESSION,
)
async def add_payment_method(
    body: PaymentMethodCreate,
    user: CurrentUser,
    sessions: OwnTransactions,
) -> PaymentMethodRead:
    """Keep a card or account to pay with; the same one again is the same, so that this can be repeated."""
    method = await methods.add_method(
        sessions,
        user.id,
        provider=body.provider or usual_provider(settings.default_currency),
        token=body.payment_token,
        is_default=body.is_default,
    )
    return PaymentMethodRead.model_validate(method)


@router.get("", responses=problems(*IDENTITY_PROBLEMS))
async def list_payment_methods(user: CurrentUser, session: Session) -> PaymentMethodList:
    """The caller's own, the default one first."""
    found = await list_(session, user.id)
    return PaymentMethodList(items=[PaymentMethodRead.model_validate(one) for one in found])


@router.put(
    "/{method_id:uuid}/default", responses=problems(*IDENTITY_PROBLEMS, PaymentMethodNotFound)
)
async def set_default_payment_method(
    method_id: UUID, user: CurrentUser, session: Session
) -> PaymentMethodRead:
    """Let it be what the caller usually pays with."""
    return PaymentMethodRead.model_validate(
        await methods.prefer(session, method_id, user_id=user.id)
    )


@router.delete(
    "/{method_id:uuid}",
    status_code=204,
    responses=problems(*IDENTITY_PROBLEMS, PaymentMethodNotFound),
)
async def remove_payment_method(method_id: UUID, user: CurrentUser, session: Session) -> None:
    """Nothing new is charged to it; what is under way is brought to its end."""
    await methods.remove(session, method_id, user_id=user.id)
