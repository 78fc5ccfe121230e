"""The settings of the order service, and nothing else's."""

from datetime import timedelta
from typing import ClassVar

from lapa_contracts.settings import LapaSettings


class Settings(LapaSettings):
    service_name: ClassVar[str] = "order-service"
    schema_name: ClassVar[str] = "orders"

    default_timezone: str = "Europe/Helsinki"
    default_locale: str = "en"
    default_commission_bp: int = 1500
    default_tax_bp: int = 0

    quote_life: timedelta = timedelta(minutes=15)
    pay_within: timedelta = timedelta(minutes=15)
    search_asap_for: timedelta = timedelta(minutes=10)
    search_at_most_for: timedelta = timedelta(hours=24)
    search_ends_before_start: timedelta = timedelta(minutes=30)
    offer_life_asap: timedelta = timedelta(seconds=60)
    offer_life_scheduled: timedelta = timedelta(minutes=10)
    offer_life_directed: timedelta = timedelta(hours=2)
    wave_size: int = 3
    # so many near walkers are compared for each one who is asked
    candidates_per_offer: int = 10
    search_radius_m: int = 20_000
    # from so many other searches for that time within that distance on, walks are matched together
    batch_from: int = 5
    batch_radius_m: int = 10_000
    batch_window: timedelta = timedelta(seconds=2)
    batch_size: int = 200
    travel_buffer: timedelta = timedelta(minutes=15)
    start_radius_m: float = 75.0
    start_accuracy_allowance_m: float = 100.0
    # after the agreed start: the walker is called; the last call tells everybody
    late_calls: list[timedelta] = [
        timedelta(minutes=5),
        timedelta(minutes=10),
        timedelta(minutes=15),
    ]
    # a walker who has said nothing for so long may lose the walk to a substitute, who has so long to answer
    substitutes_after: timedelta = timedelta(minutes=10)
    substitute_life: timedelta = timedelta(minutes=5)
    no_show_after: timedelta = timedelta(minutes=30)
    finish_by_system_after: timedelta = timedelta(hours=6)
    track_patience: timedelta = timedelta(minutes=10)
    reveal_radius_m: float = 150.0
    reveal_from_before_start: timedelta = timedelta(minutes=30)
    access_kept_for: timedelta = timedelta(hours=24)
    live_point_life: timedelta = timedelta(minutes=5)
    # demand is looked at so far around, for walks that begin so soon
    surge_radius_m: int = 5_000
    surge_ahead: timedelta = timedelta(hours=2)
    # the walks of a series are booked so far ahead, looked at so often
    series_horizon: timedelta = timedelta(days=7)
    series_planned_every: timedelta = timedelta(hours=6)
    # minor units for each side, of the currency of the order that earned it; 0: nothing
    referral_credit: int = 1_000
    referral_credit_life: timedelta = timedelta(days=180)
    review_window: timedelta = timedelta(days=14)


settings = Settings.from_env()
