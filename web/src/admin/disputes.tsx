/** Disputes of all walks, the newest first; each is decided on the walk's own page, where both sides read it. */

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";

import { api, ok } from "../api/client";
import { useI18n } from "../i18n";
import { Badge, Card, Choice, Empty, ErrorNote, Loading, Page } from "../ui/kit";

const STATES = ["open", "decided"] as const;

export function DisputesPage() {
  const { t, maybe, dateTime } = useI18n();
  const [state, setState] = useState<(typeof STATES)[number]>("open");
  const queue = useQuery({
    queryKey: ["disputes", state],
    queryFn: async () => (await ok(api.GET("/api/v1/orders/disputes", { params: { query: { state, limit: 50 } } }))).items,
    refetchInterval: 10_000,
  });
  return (
    <Page title={t("nav.disputes")} lead={t("disputes.lead")}>
      <Choice hidden label={t("incidents.state")} value={state} onChange={setState} options={STATES.map((value) => ({ value, label: t(`disputes.${value}`) }))} />
      {queue.isPending && <Loading />}
      <ErrorNote error={queue.error} onRetry={() => void queue.refetch()} />
      {queue.data?.length === 0 && <Empty icon="shield" title={t("admin.queue_empty")} />}
      <ul className="grid gap-3 lg:grid-cols-2">
        {queue.data?.map((dispute) => (
          <Card as="li" key={dispute.id} className="grid content-start gap-3">
            <header className="flex flex-wrap items-center justify-between gap-2">
              <h2 className="font-bold">{t(dispute.number === 1 ? "disputes.first" : "disputes.appeal")}</h2>
              <Badge tone={dispute.resolved_at ? "good" : "warn"}>{t(dispute.resolved_at ? "disputes.is_decided" : "disputes.is_open")}</Badge>
            </header>
            <p className="text-sm text-muted">
              {maybe(`party.${dispute.opened_by}`) ?? dispute.opened_by} · {dateTime(dispute.created_at)}
            </p>
            <p className="whitespace-pre-wrap">{dispute.reason}</p>
            {dispute.note && <p className="border-l-3 border-line pl-4 whitespace-pre-wrap">{dispute.note}</p>}
            <Link to={`/orders/${dispute.order_id}/help`} className="inline-flex min-h-11 items-center font-semibold text-leash-deep underline underline-offset-4">
              {t(dispute.resolved_at ? "incidents.order" : "disputes.decide")}
            </Link>
          </Card>
        ))}
      </ul>
    </Page>
  );
}
