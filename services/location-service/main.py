"""Location service: where walkers are, how far a walk was, and what went wrong on the way."""

from app.api.v1 import routers
from app.config import settings
from app.jobs import jobs
from app.privacy import privacy
from app.subscribers import subscriber
from lapa_kit import create_app

app = create_app(settings, routers=routers, subscriber=subscriber, jobs=jobs, privacy=privacy)
