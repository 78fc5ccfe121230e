"""Tables and their invariants; importing this package knows them all."""

from app.models.adjustment import Adjustment as Adjustment
from app.models.document import Document as Document
from app.models.document import DocumentCounter as DocumentCounter
from app.models.freeze import IncidentFreeze as IncidentFreeze
from app.models.intent import Intent as Intent
from app.models.ledger import Account as Account
from app.models.ledger import Hold as Hold
from app.models.ledger import Journal as Journal
from app.models.ledger import Posting as Posting
from app.models.ledger import Stripe as Stripe
from app.models.method import PaymentMethod as PaymentMethod
from app.models.operation import Operation as Operation
from app.models.payment import Payment as Payment
from app.models.payout import Destination as Destination
from app.models.payout import MarketTerms as MarketTerms
from app.models.payout import Payout as Payout
from app.models.payout import PayoutBlock as PayoutBlock
from app.models.refund import Refund as Refund
from app.models.sandbox import SandboxCharge as SandboxCharge
from app.models.sandbox import SandboxChargeback as SandboxChargeback
from app.models.sandbox import SandboxPayout as SandboxPayout
from app.models.sandbox import SandboxRefund as SandboxRefund
from app.models.sandbox import SandboxScenario as SandboxScenario
from app.models.topup import Topup as Topup
from app.models.webhook import WebhookEvent as WebhookEvent
