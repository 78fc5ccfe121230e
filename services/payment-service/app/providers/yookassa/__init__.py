"""YooKassa: cards in two stages, saved cards, the shop's page; through its official SDK."""

from app.providers.yookassa.company import YooKassa as YooKassa
