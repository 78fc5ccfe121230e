"""Chat service: conversations between the people of a walk."""

from app.api.v1 import routers
from app.config import settings
from app.jobs import jobs
from app.privacy import privacy
from app.services.live import live
from app.snapshots import snapshots
from app.subscribers import subscriber
from lapa_kit import create_app

app = create_app(
    settings,
    routers=routers,
    subscriber=subscriber,
    jobs=jobs,
    lifespan=live.attached,
    privacy=privacy,
    snapshots=snapshots,
)
