"""What staff decide is on record: who, by which right, why, and what was before and after."""

from typing import Any

from factories import add_order, captured

from app.config import settings
from app.models.order import OrderStatus
from lapa_contracts.audit import AuditRecorded
from lapa_kit.audit import seal_context
from lapa_kit.ids import new_id
from lapa_kit.seal import Sealer


def why(record: AuditRecorded) -> str | None:
    if record.reason_sealed is None:
        return None
    context = seal_context(record.record_id)
    return Sealer.of(settings).open_text(record.reason_sealed, context=context)


async def test_a_decision_of_staff_is_recorded_with_its_reason_and_what_it_changed(
    client: Any, session: Any, as_user: Any, deliver: Any, audited: Any
) -> None:
    support, admin = new_id(), new_id()
    disputed = await add_order(session, OrderStatus.COMPLETED)
    disputed.settle_for(disputed.amount)
    await session.commit()
    await deliver(captured(disputed))
    walking = await add_order(session, OrderStatus.IN_PROGRESS)
    by_support, by_admin = as_user(support, "support"), as_user(admin, "admin")

    async def post(path: str, body: Any, headers: Any) -> Any:
        response = await client.post(f"/api/v1/orders/{path}", json=body, headers=headers)
        assert response.is_success, response.text
        return response.json()

    await post(f"{disputed.id}/dispute", {"reason": "Too short."}, as_user(disputed.client_id))
    decision = {"refund_amount": 975, "note": "Half of it took place."}
    await post(f"{disputed.id}/dispute/resolve", decision, by_support)
    bite = {"type": "bite", "severity": "high", "description": "A stray bit Rex."}
    incident = await post(f"{walking.id}/incidents", bite, as_user(walking.client_id))
    closing = {"resolution": "Stitched."}
    await post(f"{walking.id}/incidents/{incident['id']}/close", closing, by_support)
    await post(f"{walking.id}/cancel", {"reason": "rex_is_ill", "fee_amount": 100}, by_support)
    code = {"code": "SPRING", "percent_bp": 1000, "currency": "EUR"}
    made = await post("promo-codes", code, by_admin)
    await client.delete(f"/api/v1/orders/promo-codes/{made['id']}", headers=by_admin)

    records = [AuditRecorded.model_validate(one.payload) for one in await audited()]
    told = {record.action: record for record in records}
    assert len(told) == len(records) == 5
    resolved = told["dispute_resolved"]
    assert (resolved.actor_id, resolved.permissions) == (support, ["orders:resolve_disputes"])
    assert (resolved.subject_id, why(resolved)) == (disputed.id, decision["note"])
    assert (resolved.before["status"], resolved.after["refund_amount"]) == ("disputed", 975)
    closed = told["incident_closed"]
    assert (closed.before["state"], closed.after["state"]) == ("open", "closed")
    assert why(closed) == "Stitched."
    cancelled = told["order_cancelled"]
    assert (cancelled.before["status"], cancelled.after["fee"]) == ("in_progress", 100)
    assert why(cancelled) == "rex_is_ill"
    assert "orders:cancel_any" in cancelled.permissions
    assert told["promo_code_made"].after["percent_bp"] == 1000
    archived = told["promo_code_archived"]
    assert (archived.actor_id, archived.subject_id) == (admin, told["promo_code_made"].subject_id)
    assert (archived.before["is_archived"], archived.after["is_archived"]) == (False, True)
