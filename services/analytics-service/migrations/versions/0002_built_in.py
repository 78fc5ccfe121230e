"""The built-in metrics and KPIs."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from lapa_kit import clock
from lapa_kit.ids import new_id

revision = "0002"
down_revision = "0001"


def table(name: str, *own: sa.ColumnClause[Any]) -> sa.TableClause:
    return sa.table(
        name,
        sa.column("id", sa.Uuid()),
        sa.column("created_at", sa.DateTime(timezone=True)),
        sa.column("updated_at", sa.DateTime(timezone=True)),
        sa.column("is_built_in", sa.Boolean()),
        sa.column("version", sa.Integer()),
        sa.column("key", sa.String()),
        sa.column("title", sa.String()),
        sa.column("definition", sa.String()),
        *own,
    )


METRICS = table(
    "metrics",
    sa.column("event", sa.String()),
    sa.column("kind", sa.String()),
    sa.column("aggregation", sa.String()),
    sa.column("property", sa.String()),
    sa.column("percentile", sa.Integer()),
    sa.column("since", sa.String()),
    sa.column("followed_by", sa.String()),
    sa.column("filters", postgresql.JSONB),
    sa.column("unit", sa.String()),
)
KPIS = table(
    "kpis",
    sa.column("metric", sa.String()),
    sa.column("per", sa.String()),
    sa.column("window_days", sa.Integer()),
    sa.column("direction", sa.String()),
    sa.column("target", sa.Double()),
    sa.column("at_risk", sa.Double()),
)


def upgrade() -> None:
    op.bulk_insert(
        METRICS,
        [
            metric("orders_placed", "Orders placed", "Orders that clients booked", "order.placed"),
            metric(
                "orders_filled",
                "Orders filled",
                "Orders placed in the range that a walker has taken since",
                "order.placed",
                followed_by="order.assigned",
            ),
            metric(
                "orders_completed",
                "Orders completed",
                "Orders placed in the range whose walk has been finished since",
                "order.placed",
                followed_by="order.completed",
            ),
            metric("orders_cancelled", "Orders cancelled", "Orders called off", "order.cancelled"),
            metric(
                "walks_completed", "Completed walks", "Walks that were finished", "order.completed"
            ),
            metric(
                "gmv",
                "Gross merchandise value",
                "What clients paid for settled orders",
                "order.settled",
                aggregation="sum",
                property="captured",
                unit="minor",
            ),
            metric(
                "take",
                "Take",
                "The platform's commission on settled orders",
                "order.settled",
                aggregation="sum",
                property="commission",
                unit="minor",
            ),
            metric(
                "time_to_match",
                "Time to match",
                "From the search for a walker to the one who took the order",
                "order.assigned",
                aggregation="percentile",
                percentile=50,
                property="elapsed_s",
                since="order.search_started",
                unit="seconds",
            ),
        ],
    )
    op.bulk_insert(
        KPIS,
        [
            kpi("orders_placed", "Orders placed", "Orders that clients booked"),
            kpi("walks_completed", "Completed walks", "Walks that were finished"),
            kpi("gmv", "Gross merchandise value", "What clients paid for settled orders"),
            kpi("take", "Take", "The platform's commission on settled orders"),
            kpi("take_rate", "Take rate", "The commission's share", metric="take", per="gmv"),
            kpi(
                "fill_rate",
                "Fill rate",
                "The share of orders placed that a walker has taken",
                metric="orders_filled",
                per="orders_placed",
                target=0.9,
                at_risk=0.7,
            ),
            kpi(
                "completion_rate",
                "Completion rate",
                "The share of orders placed whose walk has been finished",
                metric="orders_completed",
                per="orders_placed",
                target=0.85,
                at_risk=0.7,
            ),
            kpi(
                "time_to_match",
                "Time to match",
                "Half of the searches for a walker took no longer",
                direction="lower",
                target=300,
                at_risk=900,
            ),
        ],
    )


def metric(key: str, title: str, definition: str, event: str, **more: Any) -> dict[str, Any]:
    return {
        **row(key, title, definition),
        "event": event,
        "kind": "business",
        "aggregation": "count",
        "property": None,
        "percentile": None,
        "since": None,
        "followed_by": None,
        "filters": [],
        "unit": "count",
        **more,
    }


def kpi(key: str, title: str, definition: str, **more: Any) -> dict[str, Any]:
    return {
        **row(key, title, definition),
        "metric": key,
        "per": None,
        "window_days": 30,
        "direction": "higher",
        "target": None,
        "at_risk": None,
        **more,
    }


def row(key: str, title: str, definition: str) -> dict[str, Any]:
    now = clock.now()
    return {
        "id": new_id(),
        "created_at": now,
        "updated_at": now,
        "is_built_in": True,
        "version": 1,
        "key": key,
        "title": title,
        "definition": definition,
    }
