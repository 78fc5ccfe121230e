"""What the analytics service holds of people, and what becomes of it when they leave."""

from app.models import Event, Kpi, Metric
from app.queries.events import put_pseudonym
from lapa_kit.privacy import Holding, Privacy

privacy = Privacy(
    holdings=[
        # totals stay: every row does, and so does every number in it
        Holding(Event, Event.user_id, put_pseudonym),
    ],
    impersonal=[Kpi, Metric],
)
