"""API gateway: the one door; it knows who asks and who answers, and nothing of dogs."""

from app.config import settings
from app.process import create_gateway

app = create_gateway(settings)
