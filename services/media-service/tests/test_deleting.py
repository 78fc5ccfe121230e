"""How files go, and when they must stay."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import obstore
from factories import add_media, assigned, card, claim, picture

from app import storage
from app.services.files import sweep_orphans
from lapa_contracts.order import OrderDisputed, OrderDisputeResolved, Settlement
from lapa_contracts.user import DocumentType, VerificationDecided
from lapa_kit import clock
from lapa_kit.ids import new_id
from lapa_kit.testing.identity import bearer


def stored(blob_prefix: str = "") -> list[str]:
    listed = obstore.list(storage.store(), blob_prefix).collect()
    return [meta["path"] for meta in listed]


async def test_a_deleted_file_is_gone_with_all_its_variants(
    client: Any, run_jobs: Any, published: Any
) -> None:
    me, before = new_id(), set(stored())
    media_id = await add_media(client, me)
    await run_jobs()
    assert len(set(stored()) - before) == 4

    response = await client.delete(f"/api/v1/media/{media_id}", headers=bearer(me))
    await run_jobs()

    assert response.status_code == 204
    assert set(stored()) == before
    assert (await published())[-1] == "media.deleted.v1"
    for path in ("", "/content", "/variants/large"):
        gone = await client.get(f"/api/v1/media/{media_id}{path}", headers=bearer(me))
        assert gone.status_code == 404


async def test_content_sent_twice_stays_until_its_last_file_goes(
    client: Any, run_jobs: Any
) -> None:
    me = new_id()
    first, second = await add_media(client, me), await add_media(client, me)

    await client.delete(f"/api/v1/media/{first}", headers=bearer(me))
    await run_jobs()

    kept = await client.get(f"/api/v1/media/{second}/content", headers=bearer(me))
    assert kept.content == picture()


async def test_nobody_deletes_what_is_not_his_except_a_moderator(client: Any) -> None:
    me = new_id()
    media_id = await add_media(client, me)

    stranger = await client.delete(f"/api/v1/media/{media_id}", headers=bearer(new_id(), "walker"))
    moderator = await client.delete(
        f"/api/v1/media/{media_id}", headers=bearer(new_id(), "moderator")
    )

    assert (stranger.status_code, moderator.status_code) == (404, 204)


async def test_the_evidence_of_a_dispute_stays_until_it_is_resolved(
    client: Any, deliver: Any
) -> None:
    order = assigned()
    await deliver(order)
    media_id = await add_media(client, order.walker_id)
    await claim(client, media_id, order.walker_id, "order", order.order_id)
    url, me = f"/api/v1/media/{media_id}", bearer(order.walker_id)
    told = card(order_id=order.order_id, client_id=order.client_id, walker_id=order.walker_id)
    await deliver(OrderDisputed(**told, opened_by="client"))

    held = await client.delete(url, headers=me)
    await deliver(OrderDisputeResolved(**told, settlement=Settlement(capture=0, release=1950)))

    assert (held.status_code, held.json()["code"]) == (409, "legal_hold_in_place")
    assert (await client.delete(url, headers=me)).status_code == 204


async def test_documents_are_purged_at_their_moment(
    client: Any, deliver: Any, run_jobs: Any, at: Any
) -> None:
    me, check, before = new_id(), new_id(), set(stored())
    media_id = await add_media(client, me)
    await claim(client, media_id, me, "verification", check)
    purge_at = clock.now() + timedelta(days=30)
    await deliver(
        VerificationDecided(
            verification_id=check,
            walker_id=me,
            document_type=DocumentType.PASSPORT,
            media_ids=[UUID(media_id)],
            purge_at=purge_at,
            decision="approved",
        )
    )
    await run_jobs()
    reviewer = bearer(new_id(), "support")
    looked = await client.get(f"/api/v1/media/{media_id}/content", headers=reviewer)
    assert looked.status_code == 200
    assert set(stored()) > before

    at(purge_at + timedelta(minutes=1))
    await run_jobs()

    assert (await client.get(f"/api/v1/media/{media_id}", headers=bearer(me))).status_code == 404
    assert set(stored()) == before, "the bytes go too"
    views = await client.get(f"/api/v1/media/{media_id}/views", headers=reviewer)
    assert len(views.json()["items"]) == 1, "who looked stays known"


async def test_what_an_upload_left_behind_when_it_died_is_swept(
    client: Any, sessions: Any, monkeypatch: Any
) -> None:
    kept, orphan = await add_media(client, me := new_id()), f"originals/{new_id()}"
    await storage.put(orphan, b"never committed")
    assert await sweep_orphans(sessions) == 0, "an upload of today may still be under way"

    async def list_all(_: datetime, prefix: str) -> Any:
        yield [path for path in stored(prefix)]

    monkeypatch.setattr(storage, "list_older_than", list_all)
    await sweep_orphans(sessions)

    assert orphan not in stored()
    assert (await client.get(f"/api/v1/media/{kept}/content", headers=bearer(me))).is_success
