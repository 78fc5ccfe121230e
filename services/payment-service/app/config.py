"""The settings of the payment service, and nothing else's."""

from datetime import timedelta
from typing import ClassVar

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
    # the built-in provider makes money out of nothing: in production only when it is asked for
    sandbox_provider: bool | None = None
    # after that a call to a provider counts as unanswered, and is looked up
    provider_patience: timedelta = timedelta(seconds=20)
    lookup_every: timedelta = timedelta(seconds=10)
    # a charge that the provider still does not know after that time was never made
    lookup_until: timedelta = timedelta(minutes=15)
    confirmation_life: timedelta = timedelta(minutes=15)

    @property
    def providers(self) -> list[str]:
        if self.sandbox_provider is None:
            return [] if self.environment == "production" else ["sandbox"]
        return ["sandbox"] if self.sandbox_provider else []


settings = Settings.from_env()
