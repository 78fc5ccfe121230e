"""The table of rights: what each permission means and which role has it, until an admin changes it."""

from enum import StrEnum


class Role(StrEnum):
    CLIENT = "client"
    WALKER = "walker"
    SUPPORT = "support"
    MODERATOR = "moderator"
    FINANCE = "finance"
    ADMIN = "admin"


# what everybody may do with his own things needs no permission; these reach beyond
PERMISSIONS: dict[str, str] = {
    "users:read_any": "search people and see their profiles",
    "users:manage": "suspend people, reinstate them, change their roles",
    "users:read_audit": "see who used which rights, and prove that nothing was taken out",
    "users:view_as": "look with a person's eyes, for a reason, in the log",
    "verifications:review": "see walkers' documents and decide on them; each view is logged",
    "pets:read_any": "see any pet and its records",
    "orders:read_any": "see any order and its timeline",
    "orders:cancel_any": "call an order off for one of its sides, also a walk under way",
    "orders:finish_any": "finish a walk that its walker cannot finish",
    "orders:resolve_disputes": "decide how a dispute ends and what is refunded",
    "incidents:manage": "work on incidents of any order and close them",
    "reviews:moderate": "hide reviews that break the rules",
    "pricing:manage": "change pricing rules and promo codes",
    "markets:manage": "open markets and change their terms",
    "payments:read_any": "see anybody's payments, wallets and receipts",
    "payments:refund": "give captured money back",
    "payouts:approve": "approve and reject payouts",
    "ledger:read": "see accounts, entries, the trial balance and reconciliation",
    "ledger:adjust": "propose to move money by hand, agree to what another proposed",
    "templates:manage": "write the texts of messages",
    "notifications:send": "send messages and run campaigns",
    "notifications:read_any": "see deliveries and statistics of messages",
    "media:read_any": "see any file that is no verification document",
    "media:moderate": "take down files that break the rules",
    "locations:read_any": "see walkers on the live map, any track and any alert",
    "chats:read_any": "see a chat that was reported or belongs to a case",
    "chats:moderate": "work on reports, delete messages, close chats",
    "analytics:read": "see metrics, KPIs, dashboards and reports",
    "analytics:manage": "define metrics, KPIs, dashboards, reports and segments",
    "gateway:read": "see the gateway's services, routes and statistics",
    "operations:manage": "see and replay failed events and jobs",
    "test:use": "move the test clock and read the test outbox, in test mode",
}

_SUPPORT = {
    "users:read_any",
    "users:view_as",
    "verifications:review",
    "pets:read_any",
    "orders:read_any",
    "orders:cancel_any",
    "orders:finish_any",
    "orders:resolve_disputes",
    "incidents:manage",
    "payments:read_any",
    "payments:refund",
    "notifications:read_any",
    "media:read_any",
    "locations:read_any",
    "chats:read_any",
    "chats:moderate",
}

ROLES: dict[str, frozenset[str]] = {
    Role.CLIENT: frozenset(),
    Role.WALKER: frozenset(),
    Role.SUPPORT: frozenset(_SUPPORT),
    Role.MODERATOR: frozenset(
        {
            "users:read_any",
            "reviews:moderate",
            "media:read_any",
            "media:moderate",
            "chats:read_any",
            "chats:moderate",
        }
    ),
    Role.FINANCE: frozenset(
        {
            "orders:read_any",
            "payments:read_any",
            "payments:refund",
            "payouts:approve",
            "ledger:read",
            "ledger:adjust",
            "analytics:read",
        }
    ),
    Role.ADMIN: frozenset(PERMISSIONS),
}

PRIVILEGED: frozenset[str] = frozenset(role for role, granted in ROLES.items() if granted)
"""Who has any of these reaches beyond his own things, and outside development needs a second factor for it."""
