"""User service: who people are, what they may do, and which of them walk dogs."""

from app.api.internal import routers as internal
from app.api.v1 import routers
from app.api.well_known import router as keys
from app.config import settings
from app.jobs import jobs
from app.privacy import privacy
from app.queries.erasures import measure
from app.snapshots import snapshots
from app.startup import lifespan
from app.subscribers import subscriber
from lapa_kit import create_app

app = create_app(
    settings,
    routers=routers,
    internal=internal,
    subscriber=subscriber,
    jobs=jobs,
    well_known=[keys],
    lifespan=lifespan,
    measures=[measure],
    privacy=privacy,
    snapshots=snapshots,
)
