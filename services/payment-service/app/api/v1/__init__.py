"""The public API of the payment service."""

from app.api.v1 import (
    adjustments,
    documents,
    ledger,
    methods,
    payments,
    payouts,
    reconciliation,
    sandbox,
    testing,
    topups,
    wallets,
    webhooks,
)

routers = [
    wallets.router,
    topups.router,
    sandbox.router,
    webhooks.router,
    documents.router,
    payments.router,
    methods.router,
    payouts.router,
    ledger.router,
    reconciliation.router,
    adjustments.router,
    testing.router,
]
