"""What others copy of markets and reputations: the complete list."""

from app.models import Market, Walker
from app.services.markets import market_changed
from app.services.telling import reputation_changed
from lapa_contracts.order import MarketChanged, WalkerReputationChanged
from lapa_kit.snapshots import Source, each

snapshots = [
    Source(MarketChanged, Market, Market.code, each(market_changed)),
    Source(
        WalkerReputationChanged,
        Walker,
        Walker.walker_id,
        each(reputation_changed),
        where=Walker.reputation_version > 0,
    ),
]
