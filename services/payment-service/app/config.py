"""The settings of the payment service, and nothing else's."""

from datetime import timedelta
from ipaddress import ip_network
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import NoDecode

from lapa_contracts.settings import LapaSettings
from lapa_kit.settings import CommaSeparated

# what there must be, all of it, before a provider exists
NEEDED = {
    "stripe": ("stripe_api_key", "stripe_webhook_secret"),
    "yookassa": ("yookassa_shop_id", "yookassa_secret_key"),
    "tinkoff": ("tinkoff_terminal_key", "tinkoff_password"),
    "sbp": ("sbp_merchant_id", "sbp_secret_key"),
}


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
    # YooKassa: the shop's number and its secret key; there is no YooKassa without
    yookassa_shop_id: str = ""
    yookassa_secret_key: SecretStr = SecretStr("")
    yookassa_url: str = "https://api.yookassa.ru/v3"
    # addresses and networks its webhooks may come from; from anywhere without
    yookassa_networks: CommaSeparated = []
    # T-Bank's acquiring: the terminal and its password; there is no tinkoff without
    tinkoff_terminal_key: str = ""
    tinkoff_password: SecretStr = SecretStr("")
    tinkoff_url: str = "https://securepay.tinkoff.ru/v2"
    # SBP through Raiffeisenbank: the merchant in SBP and the secret key; there is no sbp without
    sbp_merchant_id: str = ""
    sbp_secret_key: SecretStr = SecretStr("")
    sbp_url: str = "https://pay.raif.ru/api"
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
        configured = {name: all(self._given(name)) for name in NEEDED}
        configured["sandbox"] = is_sandbox_on
        return [name for name, is_there in configured.items() if is_there]

    def _given(self, provider: str) -> list[bool]:
        """For each of what the provider needs: whether it is there."""
        return [_is_given(getattr(self, name)) for name in NEEDED[provider]]

    @field_validator("yookassa_networks", mode="before")
    @classmethod
    def _split_networks(cls, value: Any) -> Any:
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        return value

    @field_validator("yookassa_networks")
    @classmethod
    def _are_networks(cls, value: list[str]) -> list[str]:
        for network in value:
            ip_network(network)  # its ValueError says what is wrong
        return value

    @model_validator(mode="after")
    def _providers_are_configured_whole(self) -> Self:
        for provider, names in NEEDED.items():
            if len(set(self._given(provider))) > 1:
                one, other = (name.upper() for name in names)
                raise ValueError(f"{one} and {other} belong together")
        return self

    @model_validator(mode="after")
    def _chosen_providers_are_configured(self) -> Self:
        if missing := sorted(set(self.payment_providers.values()) - set(self.providers)):
            raise ValueError(f"PAYMENT_PROVIDERS names {missing[0]}, which is not configured")
        return self


def _is_given(value: str | SecretStr | None) -> bool:
    return bool(value.get_secret_value() if isinstance(value, SecretStr) else value)


settings = Settings.from_env()
