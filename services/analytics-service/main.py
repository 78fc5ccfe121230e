"""Analytics service: what happened, in numbers that reconcile."""

from app.api.v1 import routers
from app.config import settings
from app.privacy import privacy
from app.subscribers import subscriber
from lapa_kit import create_app

app = create_app(settings, routers=routers, subscriber=subscriber, privacy=privacy)
