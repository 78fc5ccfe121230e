"""T-Bank's acquiring: cards in two stages, on its page or by a card it has kept."""

from app.providers.tinkoff.company import Tinkoff as Tinkoff
