"""What the payment service holds of people, and what becomes of it when they leave.

The books stay whole: the pseudonym takes the place of the owner's id, no amount is touched (ADR 0010).
"""

from datetime import timedelta

from app.models import (
    Account,
    Adjustment,
    Chargeback,
    Destination,
    Document,
    DocumentCounter,
    Hold,
    IncidentFreeze,
    Intent,
    Journal,
    MarketTerms,
    Operation,
    Payment,
    PaymentMethod,
    Payout,
    PayoutBlock,
    Posting,
    ProviderReport,
    Refund,
    ReportedMovement,
    SandboxCharge,
    SandboxChargeback,
    SandboxPayout,
    SandboxRefund,
    SandboxScenario,
    Stripe,
    Topup,
    WebhookEvent,
)
from app.queries.leaving import find_blockers, forget_owner, is_on_accounts_of, is_on_payments_of
from lapa_kit.privacy import DELETE, Change, Holding, Keep, Privacy, those_of

TAX_RECORDS = Keep("tax_records", timedelta(days=10 * 365))

privacy = Privacy(
    holdings=[
        Holding(
            Journal,
            Journal.id,
            TAX_RECORDS,
            is_on_accounts_of,
            hidden=[Journal.fingerprint],
        ),
        Holding(
            Posting, Posting.account_id, TAX_RECORDS, those_of(Posting.account_id, Account.owner_id)
        ),
        Holding(Hold, Hold.account_id, TAX_RECORDS, those_of(Hold.account_id, Account.owner_id)),
        Holding(
            Intent,
            Intent.client_id,
            Change(harmless=[Intent.currency, Intent.method, Intent.settlement]),
        ),
        Holding(Intent, Intent.walker_id, Change()),
        # why support gave money back is support's word about him
        Holding(
            Refund,
            Refund.payment_id,
            Change({Refund.reason: ""}, harmless=[Refund.currency, Refund.division, Refund.route]),
            those_of(Refund.payment_id, Payment.client_id),
        ),
        Holding(Refund, Refund.actor_id, Change(), is_exported=False),
        Holding(
            Chargeback,
            Chargeback.payment_id,
            TAX_RECORDS,
            those_of(Chargeback.payment_id, Payment.client_id),
        ),
        Holding(Document, Document.payment_id, TAX_RECORDS, is_on_payments_of),
        # why staff moved money by hand is staff's word about him
        Holding(
            Adjustment,
            Adjustment.user_id,
            Change({Adjustment.reason: ""}, harmless=[Adjustment.currency]),
        ),
        Holding(Adjustment, Adjustment.proposed_by, Change(), is_exported=False),
        Holding(Adjustment, Adjustment.decided_by, Change(), is_exported=False),
        Holding(
            Payment,
            Payment.client_id,
            Change(
                harmless=[
                    Payment.key,
                    Payment.method,
                    Payment.currency,
                    Payment.failure_code,
                    Payment.division,
                    Payment.provider,
                    Payment.confirmation_url,
                ]
            ),
        ),
        Holding(Payment, Payment.walker_id, Change()),
        Holding(PaymentMethod, PaymentMethod.user_id, DELETE, hidden=[PaymentMethod.token]),
        Holding(
            Operation,
            Operation.payment_id,
            TAX_RECORDS,
            those_of(Operation.payment_id, Payment.client_id),
            hidden=[Operation.confirmation_url],
        ),
        Holding(
            Payout,
            Payout.user_id,
            Change(
                {Payout.reason: None},
                harmless=[
                    Payout.provider,
                    Payout.provider_id,
                    Payout.currency,
                    Payout.failure_code,
                    Payout.approvals,
                ],
            ),
        ),
        Holding(PayoutBlock, PayoutBlock.user_id, DELETE),
        Holding(Destination, Destination.user_id, DELETE, hidden=[Destination.token]),
        Holding(
            Topup,
            Topup.user_id,
            Change(
                {Topup.confirmation_url: None, Topup.key: None, Topup.request_hash: None},
                harmless=[Topup.provider, Topup.provider_id, Topup.currency, Topup.failure_code],
            ),
        ),
        Holding(Account, Account.owner_id, forget_owner),
    ],
    impersonal=[
        DocumentCounter,
        IncidentFreeze,
        MarketTerms,
        ProviderReport,
        ReportedMovement,
        SandboxCharge,
        SandboxChargeback,
        SandboxPayout,
        SandboxRefund,
        SandboxScenario,
        Stripe,
        WebhookEvent,
    ],
    blockers=find_blockers,
)
