"""Payment service: the ledger, wallets, and the money of every order."""

from app.api.internal import routers as internal
from app.api.v1 import routers
from app.config import settings
from app.jobs import jobs
from app.privacy import privacy
from app.queries.audit import measure
from app.subscribers import subscriber
from lapa_kit import create_app

app = create_app(
    settings,
    routers=routers,
    internal=internal,
    subscriber=subscriber,
    jobs=jobs,
    privacy=privacy,
    measures=[measure],
)
