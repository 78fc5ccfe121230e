"""The settings of the payment service, and nothing else's."""

from datetime import timedelta
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import NoDecode

from lapa_contracts.settings import LapaSettings


class Settings(LapaSettings):
    service_name: ClassVar[str] = "payment-service"
    schema_name: ClassVar[str] = "payments"

    # minor units; one top-up, transfer or tip
    payment_limit: int = 10_000_000
    # what a person may send to others, and put into his wallet, in a day and in 30 days; no limit without
    transfer_limit_per_day: int | None = None
    transfer_limit_per_month: int | None = None
    topup_limit_per_day: int | None = None
    topup_limit_per_month: int | None = None
    # how long earnings stay before they can be paid out, and the least that is, where no market says
    payout_delay_days: int = Field(default=2, ge=0)
    payout_minimum: int = Field(default=1000, ge=0)
    # everything payable goes out by itself, or only what people ask for
    payout_schedule: Literal["off", "daily", "weekly"] = "daily"
    # basis points of the amount
    instant_payout_fee_bp: int = Field(default=150, ge=0, le=10_000)
    # so many different people agree before a payout leaves
    payout_approvals: int = Field(default=0, ge=0, le=2)
    # after somebody has changed where his money goes
    destination_quarantine: timedelta = timedelta(hours=24)
    blocked_payout_retry: timedelta = timedelta(hours=1)
    # what a person tops up beyond that many times in an hour is held until somebody has looked at it
    topups_per_hour: int = Field(default=5, ge=1)
    # who issues receipts; their numbers are without a gap for each name
    legal_entity: str = Field(default="Lapa", min_length=1, max_length=200)
    # where documents are registered before the law, as one POST each; nowhere without
    fiscal_url: str | None = None
    # the built-in provider makes money out of nothing: in production only when it is asked for
    sandbox_provider: bool | None = None
    # whom money is taken through, by market or currency: EUR=stripe, spb=sandbox; else the first provider there is
    payment_providers: Annotated[dict[str, str], NoDecode] = {}
    # Stripe is there when both are given; the address is another one in tests alone
    stripe_api_key: SecretStr | None = None
    stripe_webhook_secret: SecretStr | None = None
    stripe_api_base: str = "https://api.stripe.com"
    # after that a call to a provider counts as unanswered, and is looked up
    provider_patience: timedelta = timedelta(seconds=20)
    lookup_every: timedelta = timedelta(seconds=10)
    # a charge that the provider still does not know after that time was never made
    lookup_until: timedelta = timedelta(minutes=15)
    # who bears a chargeback that was lost and no dispute has decided: the platform, or all who had got the money
    chargebacks_borne_by: Literal["platform", "walker"] = "platform"
    confirmation_life: timedelta = timedelta(minutes=15)

    @field_validator("payment_providers", mode="before")
    @classmethod
    def _pairs(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        pairs = [pair.partition("=") for pair in value.split(",") if pair.strip()]
        return {name.strip(): provider.strip() for name, _, provider in pairs}

    @property
    def providers(self) -> list[str]:
        """Those that are configured; the built-in one comes last."""
        is_sandbox_on = self.sandbox_provider
        if is_sandbox_on is None:
            is_sandbox_on = self.environment != "production"
        configured = {
            "stripe": bool(self.stripe_api_key and self.stripe_webhook_secret),
            "sandbox": is_sandbox_on,
        }
        return [name for name, is_there in configured.items() if is_there]

    @model_validator(mode="after")
    def _providers_are_configured_whole(self) -> Self:
        if bool(self.stripe_api_key) is not bool(self.stripe_webhook_secret):
            raise ValueError("STRIPE_API_KEY and STRIPE_WEBHOOK_SECRET belong together")
        return self

    @model_validator(mode="after")
    def _chosen_providers_are_configured(self) -> Self:
        if missing := sorted(set(self.payment_providers.values()) - set(self.providers)):
            raise ValueError(f"PAYMENT_PROVIDERS names {missing[0]}, which is not configured")
        return self


settings = Settings.from_env()
