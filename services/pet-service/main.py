"""Pet service: dogs, their papers, and what a walker must know of them."""

from app.api.internal import routers as internal
from app.api.v1 import routers
from app.config import settings
from app.jobs import jobs
from app.privacy import privacy
from app.snapshots import snapshots
from app.subscribers import subscriber
from lapa_kit import create_app

app = create_app(
    settings,
    routers=routers,
    internal=internal,
    subscriber=subscriber,
    jobs=jobs,
    privacy=privacy,
    snapshots=snapshots,
)
