"""Everything the gateway keeps, for the migrations to see."""

from app.models.base import Base as Base
from app.models.key import DeveloperKey as DeveloperKey
from app.models.webhook import Delivery as Delivery
from app.models.webhook import Webhook as Webhook
