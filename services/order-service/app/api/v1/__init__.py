"""The public API of the order service."""

from app.api.v1 import (
    calendars,
    dispute_queue,
    disputes,
    extensions,
    incidents,
    markets,
    offers,
    orders,
    pricing,
    promos,
    quotes,
    reviews,
    series,
    substitutes,
    tips,
    walks,
)

# offers, quotes and reviews first: their literal paths must not be taken for an order's id
routers = [
    quotes.router,
    offers.router,
    reviews.router,
    pricing.router,
    promos.router,
    series.router,
    calendars.router,
    substitutes.router,
    orders.router,
    walks.router,
    extensions.router,
    incidents.router,
    dispute_queue.router,
    disputes.router,
    tips.router,
    markets.router,
]
