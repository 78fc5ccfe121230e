"""A small world made through the public API: one walk under way and everything that hangs on it, by its ids."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from actors import PASSWORD, Api, now, photo, until
from operations import Operation
from story import PICKUP, Walk, at_door, make_dog, make_owner, make_walker

from lapa_cli.city.gps import Fix

NEVER_THERE = {"event_id", "passkey_id", "identity_id", "adjustment_id", "provider"}
"""Of things this world has none of (a given-up event, a passkey, an account elsewhere, an adjustment of the ledger, a payment provider
that signs): only that strangers are refused can be tried."""

SERIES_BEGINS = (now() + timedelta(days=40)).replace(hour=9, minute=0, second=0, microsecond=0)

SENSIBLE: dict[str, dict[str, Any]] = {
    "POST /api/v1/chats/{chat_id}/messages": {"text": "Hello"},
    "POST /api/v1/orders/{order_id}/access/reveal": at_door(),
    "POST /api/v1/orders/series/{series_id}/skip": {
        "date": str((SERIES_BEGINS + timedelta(days=7)).date())
    },
    "POST /api/v1/orders/series/{series_id}/move": {
        "date": str((SERIES_BEGINS + timedelta(days=14)).date()),
        "scheduled_at": (SERIES_BEGINS + timedelta(days=15)).isoformat(),
    },
    "PUT /api/v1/orders/promo-codes/{promo_id}": {"amount": 100},
    "POST /api/v1/developer/webhooks/{webhook_id}/replay": {
        "since": "2026-01-01T00:00:00Z",
        "until": "2026-01-02T00:00:00Z",
    },
    "POST /api/v1/walkers/me/quiz/{quiz_id}/answers": {"answers": {"heat": "shade"}},
    "PUT /api/v1/markets/{code}": {"timezone": "Europe/Helsinki"},
}
"""What a body needs beside what its schema demands: only then does a refusal speak of the caller."""

SHARED = {"order_id", "chat_id", "message_id", "media_id", "context_id", "track_id", "alert_id"}
"""What the walker is a party to; everything else that is the owner's is no more his than a stranger's."""
THE_WALKERS = {
    "payout_id",
    "destination_id",
    "review_id",
    "quiz_id",
    "substitute_id",
    "time_off_id",
}
"""What is the walker's, and no more the owner's than a stranger's."""
SHARED_TO_READ = {"pet_id", "user_id"}


@dataclass
class World:
    owner: Api
    walker: Api
    other_walker: Api
    stranger: Api
    admin: Api
    nobody: Api
    ids: dict[str, str] = field(default_factory=dict[str, str])
    special: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    """Ids that a path needs other than everybody else, by the beginning of the path."""

    def path_of(self, operation: Operation) -> str:
        """Raises LookupError for a parameter nobody has named yet."""
        ids = dict(self.ids)
        for beginning, others in self.special.items():
            if f"{operation.method} {operation.path}".startswith(beginning):
                ids |= others
        missing = [name for name in operation.parameters if name not in ids]
        if missing:
            raise LookupError(f"{operation}: make {', '.join(missing)} known in world.py")
        return operation.path.format(**ids)

    def body_of(self, operation: Operation) -> Any:
        body = operation.body()
        return body | SENSIBLE.get(str(operation), {}) if isinstance(body, dict) else body

    def third_parties(self, operation: Operation) -> dict[str, Api]:
        """Who has no business with the thing that an operation is about, and is signed in."""
        others = {"stranger": self.stranger, "other walker": self.other_walker}
        if THE_WALKERS & set(operation.parameters):
            return {**others, "owner": self.owner}
        if self._is_the_walkers(operation):
            return others
        return {**others, "assigned walker": self.walker}

    def _is_the_walkers(self, operation: Operation) -> bool:
        last = operation.parameters[-1]
        if {*operation.parameters} & SHARED or operation.path.startswith("/api/v1/orders/offers/"):
            return True
        return operation.is_safe and last in SHARED_TO_READ


async def make_world(api: Api, admin: Api) -> World:
    walker = await make_walker(api, admin, name="Vera Walker")
    other = await make_walker(api, admin, name="Otto Other")
    world = World(
        owner=await make_owner(api, name="Wilma World"),
        walker=walker,
        other_walker=other,
        stranger=await make_owner(api, name="Stan Stranger"),
        admin=admin,
        nobody=api,
    )
    dog = await make_dog(world.owner)
    await _walk_before(world, dog)
    walk = Walk(world.owner, walker, admin, dog)
    await _walk_under_way(world, walk)
    await _dog(world, walk.dog)
    await _series(world)
    await _talk(world)
    await _money(world)
    await _account(world)
    await _trust(world)
    await _developers_things(world)
    await _operators_things(world)
    await _somebody_who_left(world)
    await _support_looks(world)
    return world


async def _walk_before(world: World, dog: str) -> None:
    """Walked and reviewed by both, some hours ago."""
    walk = Walk(world.owner, world.walker, world.admin, dog)
    await walk.book(walker_id=world.walker.id)
    await walk.accept()
    await walk.until_status("assigned")
    await walk.start()
    await walk.finish()
    for author in (world.owner, world.walker):
        await author.post(f"orders/{walk.id}/review", {"rating": 5})
    about = await world.owner.get("orders/reviews", user_id=world.walker.id)
    world.ids["review_id"] = str(about["items"][0]["id"])
    await walk.move_clock(walk.started_at + timedelta(hours=3))


async def _walk_under_way(world: World, walk: Walk) -> None:
    owner, walker = world.owner, world.walker
    await walk.book(walker_id=walker.id, access_notes="Lockbox 4711")

    async def offer() -> Any:
        offers = (await walker.get("orders/offers"))["items"]
        return next((one["id"] for one in offers if one["order_id"] == walk.id), None)

    world.ids["offer_id"] = await until(offer)
    await walk.accept()
    await walk.until_status("assigned")
    fence = await owner.post(
        "geofences",
        {
            "name": "At home",
            "kind": "safe_zone",
            "shape": {
                "type": "circle",
                "center": {"lat": PICKUP["lat"], "lon": PICKUP["lon"]},
                "radius_m": 80,
            },
        },
    )
    await walk.start()

    await until(lambda: succeeds(owner, "GET", f"tracks/{walk.id}"))
    steps = northward(walk.started_at)
    await walk.move_clock(steps[-1].at)
    await walk.send(steps)
    longer = await owner.post(f"orders/{walk.id}/extensions", {"minutes": 15})
    incident = await owner.post(
        f"orders/{walk.id}/incidents",
        {"type": "other", "severity": "low", "description": "He limps"},
    )
    picture = await walker.upload("park.jpg", photo(), "image/jpeg")
    await walk.record("photo", media_ids=[picture])

    async def left_the_zone() -> Any:
        alerts = (await owner.get("alerts"))["items"]
        return alerts[0]["id"] if alerts else None

    world.ids |= {
        "order_id": walk.id,
        "track_id": walk.id,
        "incident_id": str(incident["id"]),
        "extension_id": str(longer["id"]),
        "quote_id": str(walk.quote["quote_id"]),
        "geofence_id": str(fence["id"]),
        "alert_id": await until(left_the_zone),
        "media_id": picture,
        "name": "thumbnail",
        "type": "order",
        "context_id": walk.id,
        "walker_id": walker.id,
        "user_id": walker.id,
        **{name: str(uuid.uuid4()) for name in NEVER_THERE},
    }
    await until(lambda: succeeds(owner, "GET", f"media/{picture}/variants/thumbnail"))


async def succeeds(person: Api, method: str, path: str) -> bool:
    return (await person.ask(method, path)).is_success


def northward(began: datetime) -> list[Fix]:
    """Five minutes straight away from the door, at the pace of a walk."""
    metre = 1 / 111_195
    return [
        Fix(began + timedelta(seconds=s), PICKUP["lat"] + 1.4 * s * metre, PICKUP["lon"], 5.0)
        for s in range(1, 300, 3)
    ]


async def _dog(world: World, dog: str) -> None:
    owner = world.owner
    portrait = await owner.upload("rex.jpg", photo("black"), "image/jpeg")

    async def portrait_is_ready() -> Any:
        answer = await owner.ask("POST", f"pets/{dog}/photos", json={"media_id": portrait})
        return answer.json() if answer.is_success else None

    shown = await until(portrait_is_ready)
    record = await owner.post(
        f"pets/{dog}/medical", {"type": "vaccination", "title": "Rabies", "date": "2026-01-10"}
    )
    friend = await owner.register("client", "Fanny Friend")
    # pet-service hears of a new person by an event
    await until(lambda: succeeds(owner, "PUT", f"pets/{dog}/co-owners/{friend.id}"))
    world.ids |= {"pet_id": dog, "photo_id": str(shown["id"]), "record_id": str(record["id"])}
    world.special["DELETE /api/v1/pets/{pet_id}/co-owners"] = {"user_id": friend.id}
    world.special["PUT /api/v1/pets/{pet_id}/co-owners"] = {"user_id": friend.id}


async def _series(world: World) -> None:
    """Weekly walks that begin in some weeks: nothing is booked for them yet."""
    series = await world.owner.post(
        "orders/series",
        {
            "pet_ids": [world.ids["pet_id"]],
            "scheduled_at": SERIES_BEGINS.isoformat(),
            "duration_minutes": 30,
            "pickup": PICKUP,
            "rrule": "FREQ=WEEKLY",
            "timezone": "Europe/Helsinki",
        },
    )
    world.ids["series_id"] = str(series["id"])


async def _talk(world: World) -> None:
    members = {"type": "group", "title": "Rex", "participant_ids": [world.walker.id]}
    chat = await world.owner.post("chats", members)
    message = await world.owner.post(
        f"chats/{chat['id']}/messages",
        {"client_message_id": str(uuid.uuid4()), "text": "How is he?"},
    )
    world.ids |= {"chat_id": str(chat["id"]), "message_id": str(message["id"])}


async def _money(world: World) -> None:
    world.ids["provider"] = "sandbox"
    [payment, *_] = (await world.owner.get("payments"))["items"]
    topup = await world.owner.post(
        "wallets/me/topups",
        {"amount": 500, "currency": "EUR", "provider": "sandbox", "payment_token": "tok_3ds"},
    )
    card = await world.owner.post(
        "payment-methods", {"provider": "sandbox", "payment_token": "tok_success"}
    )
    gift = {"to_user_id": world.walker.id, "amount": 3000, "currency": "EUR"}
    await world.owner.post("wallets/transfers", gift)
    bank = await world.walker.post(
        "payouts/destinations", {"provider": "sandbox", "token": "dest_success", "label": "Bank"}
    )
    payout = await world.walker.post(
        "payouts", {"amount": 3000, "currency": "EUR", "destination": bank["id"]}
    )
    world.ids |= {
        "destination_id": str(bank["id"]),
        "payout_id": str(payout["id"]),
        "payment_id": str(payment["id"]),
        "topup_id": str(topup["id"]),
        "method_id": str(card["id"]),
        "secret": topup["confirmation_url"].rpartition("/")[2],
    }


async def _account(world: World) -> None:
    owner, email = world.owner, world.owner.user["email"]
    elsewhere = await owner.sign_in(email, "a walk in the park 7")
    sessions = (await owner.get("auth/sessions"))["items"]
    assert elsewhere.token != owner.token

    async def told() -> Any:
        return (await owner.get("notifications"))["items"]

    neighbour = {"name": "Nora", "phone": "+358401234567"}
    away = {
        "starts_at": (now() + timedelta(days=90)).isoformat(),
        "ends_at": (now() + timedelta(days=91)).isoformat(),
    }
    contact = await owner.post("users/contacts", neighbour)
    time_off = await world.walker.post("walkers/me/time-off", away)
    world.ids |= {
        "contact_id": str(contact["id"]),
        "time_off_id": str(time_off["id"]),
        "session_id": next(str(one["id"]) for one in sessions if not one["is_current"]),
        "notification_id": str((await until(told))[0]["id"]),
    }


async def _trust(world: World) -> None:
    """What a walker's standing rests on, and somebody who contests his suspension."""
    admin, walker = world.admin, world.walker
    named = await world.owner.ask("PUT", "orders/substitutes", json={"walker_ids": [walker.id]})
    world.ids["substitute_id"] = str(named.json()["items"][0]["id"])
    quiz = await walker.post("walkers/me/quiz")
    check = await admin.post(
        f"users/{walker.id}/background-checks",
        {
            "provider": "City registry",
            "level": "basic",
            "outcome": "passed",
            "scope": {"en": "Identity and criminal record: nothing found."},
            "checked_at": "2026-01-10T00:00:00Z",
            "expires_at": (now() + timedelta(days=365)).isoformat(),
        },
    )
    suspended = await admin.register("client", "Sue Suspended")
    await admin.ask("PATCH", f"users/{suspended.id}", json={"status": "suspended"})
    appeal = await world.nobody.post(
        "users/appeals/account",
        {
            "email": suspended.user["email"],
            "password": PASSWORD,
            "statement": "It was somebody else with my name.",
        },
    )
    world.ids |= {
        "quiz_id": str(quiz["id"]),
        "check_id": str(check["id"]),
        "appeal_id": str(appeal["id"]),
    }


async def _developers_things(world: World) -> None:
    """A webhook that nobody answers: its one delivery stays in the log."""
    key = await world.owner.post("developer/keys", {"name": "Reports", "scopes": ["orders:read"]})
    where = {"url": "http://127.0.0.1:9/", "event_types": ["*"]}
    webhook = await world.owner.post("developer/webhooks", where)
    world.ids |= {"key_id": str(key["id"]), "webhook_id": str(webhook["id"])}


async def _operators_things(world: World) -> None:
    """Things of their own, so that nothing others need is changed or deleted."""
    admin, mark = world.admin, uuid.uuid4().hex[:8]
    reviewed = (await admin.get("users/verifications", status="approved", limit=100))["items"]
    mine = next(one for one in reviewed if one["user_id"] == world.walker.id)
    template = await admin.post(
        "notification-templates",
        {"key": f"access.{mark}", "locale": "en", "subject": "Hello", "body": "Hello"},
    )
    market = {"code": mark, "name": "Nowhere", "currency": "EUR", "timezone": "Europe/Helsinki"}
    await admin.post("markets", market)
    promo = await admin.post(
        "orders/promo-codes", {"code": f"HELLO{mark}", "amount": 100, "currency": "EUR"}
    )
    [present, *_] = (await admin.get("orders/pricing-rules"))["items"]
    rule = await admin.post("orders/pricing-rules", {"market": mark, "body": present["body"]})
    metric, kpi = f"walks_{mark}", f"kpi_{mark}"
    facts = {"title": "Walks", "event": "order.settled", "aggregation": "count"}
    await admin.post("analytics/metrics", {"key": metric, **facts})
    await admin.post("analytics/kpis", {"key": kpi, "title": "Walks", "metric": metric})
    doomed = await admin.register("client", "Dora Doomed")
    world.ids |= {
        "verification_id": str(mine["id"]),
        "template_id": str(template["id"]),
        "promo_id": str(promo["id"]),
        "rule_id": str(rule["id"]),
        "code": mark,
        "key": metric,
    }
    for method in ("GET", "PUT", "DELETE"):
        world.special[f"{method} /api/v1/analytics/kpis"] = {"key": kpi}
    world.special["PATCH /api/v1/users/{user_id}"] = {"user_id": doomed.id}


async def _somebody_who_left(world: World) -> None:
    """All is done with him before anybody looks, so that nothing changes meanwhile."""
    gone = await world.nobody.register("client", "Gonzo Gone")
    body = {"current_password": PASSWORD}
    begun = (await gone.ask("DELETE", "users/profile", json=body)).json()
    erasure_id = str(begun["erasure_id"])

    async def completed() -> bool:
        status = await world.nobody.get(f"users/erasures/{erasure_id}/status")
        return status["status"] == "completed"

    await until(completed)
    world.ids["erasure_id"] = erasure_id


async def _support_looks(world: World) -> None:
    asked = {"user_id": world.owner.id, "reason": "cannot find the invoice"}
    view = await world.admin.post("auth/view-as", asked)
    world.ids["view_id"] = str(view["view_id"])
