"""What analytics-service says of figures and reports."""

from enum import StrEnum
from uuid import UUID

from lapa_kit.events.contract import Event


class KpiStatus(StrEnum):
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"


class KpiStatusChanged(Event):
    """A KPI has crossed one of its thresholds."""

    type = "kpi.status_changed.v1"
    producer = "analytics-service"
    key_field = "kpi_key"

    kpi_key: str
    status: KpiStatus
    recipient_ids: list[UUID] = []


class AnalyticsReportReady(Event):
    """A run of a report can be downloaded."""

    type = "analytics_report.ready.v1"
    producer = "analytics-service"
    key_field = "run_id"

    report_id: UUID
    run_id: UUID
    recipient_ids: list[UUID]
