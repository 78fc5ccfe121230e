"""Timers and background jobs of the payment service; each may run twice and does its work once."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.providers.sandbox import company
from app.providers.sandbox import webhooks as sandbox_webhooks
from app.services import (
    asking,
    documents,
    fiscal,
    order_money,
    payout_sending,
    payouts,
    reconciliation,
    topups,
    webhooks,
)
from lapa_kit.jobs import Jobs, Worker

jobs = Jobs()


@jobs.task
async def expire_order_hold(session: AsyncSession, payload: dict[str, Any]) -> None:
    await order_money.expire_order_hold(session, UUID(payload["order_id"]))


@jobs.task
async def keep_order_money(session: AsyncSession, payload: dict[str, Any]) -> None:
    await order_money.keep_order_money(session, UUID(payload["order_id"]))


@jobs.errand
async def ask_provider(worker: Worker, payload: dict[str, Any]) -> None:
    await asking.ask(worker.sessions, UUID(payload["operation_id"]))


@jobs.errand
async def look_up_topup(worker: Worker, payload: dict[str, Any]) -> None:
    await topups.look_up(worker.sessions, UUID(payload["topup_id"]))


@jobs.errand
async def send_sandbox_webhook(worker: Worker, payload: dict[str, Any]) -> None:
    await sandbox_webhooks.send(worker, payload["message"], payload["attempt"])


@jobs.task
async def go_on_in_sandbox(session: AsyncSession, payload: dict[str, Any]) -> None:
    await company.go_on(session, UUID(payload["reference"]))


@jobs.errand
async def send_payout(worker: Worker, payload: dict[str, Any]) -> None:
    await payout_sending.send(worker.sessions, UUID(payload["payout_id"]))


@jobs.every(timedelta(hours=1))
async def run_payouts(session: AsyncSession, _: dict[str, Any]) -> None:
    await payouts.run_for_everybody(session)


@jobs.task
async def run_payout(session: AsyncSession, payload: dict[str, Any]) -> None:
    run_on = date.fromisoformat(payload["run_on"])
    await payouts.run_for(session, UUID(payload["user_id"]), run_on)


@jobs.task
async def issue_document(session: AsyncSession, payload: dict[str, Any]) -> None:
    refund_id = payload["refund_id"] and UUID(payload["refund_id"])
    await documents.issue(session, UUID(payload["payment_id"]), refund_id)


@jobs.errand
async def register_document(worker: Worker, payload: dict[str, Any]) -> None:
    await fiscal.register(worker.sessions, UUID(payload["document_id"]))


@jobs.every(timedelta(hours=1))
async def plan_reports(session: AsyncSession, _: dict[str, Any]) -> None:
    await reconciliation.plan_reports(session)


@jobs.errand
async def fetch_report(worker: Worker, payload: dict[str, Any]) -> None:
    day = date.fromisoformat(payload["day"])
    await reconciliation.fetch_report(worker.sessions, payload["provider"], day)


@jobs.every(timedelta(days=1))
async def forget_old_webhooks(session: AsyncSession, _: dict[str, Any]) -> None:
    await webhooks.forget_old(session)
