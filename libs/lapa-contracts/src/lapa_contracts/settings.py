"""The product's settings that all ten services share."""

from typing import Any, ClassVar

from pydantic import model_validator

from lapa_contracts.roles import ROLES
from lapa_contracts.values import Currency
from lapa_kit.settings import ServiceSettings


class LapaSettings(ServiceSettings):
    """Where the others are, and what is the same for everybody."""

    default_permissions: ClassVar[dict[str, frozenset[str]]] = ROLES

    user_service_url: str = "http://user-service:8000"
    pet_service_url: str = "http://pet-service:8000"
    order_service_url: str = "http://order-service:8000"
    location_service_url: str = "http://location-service:8000"
    payment_service_url: str = "http://payment-service:8000"
    chat_service_url: str = "http://chat-service:8000"
    media_service_url: str = "http://media-service:8000"
    notification_service_url: str = "http://notification-service:8000"
    analytics_service_url: str = "http://analytics-service:8000"
    api_gateway_url: str = "http://api-gateway:8080"

    default_currency: Currency = "EUR"
    # walkers without a background check that holds are not found
    background_check_required: bool = False
    # who has not agreed to this version of the terms of use cannot book; empty: it is not asked
    terms_version: str = ""
    # where people's browsers find the gateway; links in messages begin with it
    public_url: str = "http://localhost:8080"

    @model_validator(mode="before")
    @classmethod
    def _keys_and_permissions_are_pulled_from_their_owner(
        cls, values: dict[str, Any]
    ) -> dict[str, Any]:
        if getattr(cls, "service_name", "") == "user-service":
            return values
        owner = values.get("user_service_url") or cls.model_fields["user_service_url"].default
        first = owner.partition(",")[0].strip()  # the gateway's may list several copies
        owner = first.rstrip("/")
        return {
            "permissions_url": f"{owner}/internal/v1/permissions",
            "jwks_url": f"{owner}/.well-known/jwks.json",
            **values,
        }
