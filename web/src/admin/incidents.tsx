/** What went wrong on walks, the newest first: support answers, works on it, and closes it. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";

import { api, idempotent, ok, type Schemas } from "../api/client";
import { useI18n } from "../i18n";
import { Area, Button, Card, Choice, Empty, ErrorNote, Loading, Page } from "../ui/kit";
import { IncidentFacts } from "../ui/incident";

const STATES = ["open", "in_progress", "closed"] as const;

export function IncidentsPage() {
  const { t } = useI18n();
  const [state, setState] = useState<(typeof STATES)[number]>("open");
  const queue = useQuery({
    queryKey: ["incidents", state],
    queryFn: async () => (await ok(api.GET("/api/v1/orders/incidents", { params: { query: { state, limit: 50 } } }))).items,
    refetchInterval: 10_000,
  });
  return (
    <Page title={t("nav.incidents")} lead={t("incidents.lead")}>
      <Choice hidden label={t("incidents.state")} value={state} onChange={setState} options={STATES.map((value) => ({ value, label: t(`incident.state_${value}`) }))} />
      {queue.isPending && <Loading />}
      <ErrorNote error={queue.error} onRetry={() => void queue.refetch()} />
      {queue.data?.length === 0 && <Empty icon="shield" title={t("admin.queue_empty")} />}
      <ul className="grid gap-5">
        {queue.data?.map((incident) => (
          <Case key={incident.id} incident={incident} />
        ))}
      </ul>
    </Page>
  );
}

function Case({ incident }: { incident: Schemas["IncidentRead"] }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const params = { path: { order_id: incident.order_id, incident_id: incident.id } };
  const settled = { onSuccess: () => setText(""), onSettled: () => client.invalidateQueries({ queryKey: ["incidents"] }) };
  const note = useMutation({ mutationFn: () => ok(api.POST("/api/v1/orders/{order_id}/incidents/{incident_id}/notes", { params, body: { text: text.trim() }, headers: idempotent() })), ...settled });
  const close = useMutation({ mutationFn: () => ok(api.POST("/api/v1/orders/{order_id}/incidents/{incident_id}/close", { params, body: { resolution: text.trim() }, headers: idempotent() })), ...settled });
  return (
    <Card as="li" className="grid gap-3">
      <IncidentFacts incident={incident} heading="h2" />
      <Link to={`/orders/${incident.order_id}`} className="font-semibold text-leash-deep underline underline-offset-4">
        {t("incidents.order")}
      </Link>
      {incident.state !== "closed" && (
        <>
          <Area label={t("incidents.note")} maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} hint={t("incidents.note_hint")} />
          <ErrorNote error={note.error ?? close.error} />
          <div className="flex flex-wrap gap-2.5">
            <Button look="secondary" icon="chat" disabled={!text.trim()} busy={note.isPending} onClick={() => note.mutate()}>{t("incidents.answer")}</Button>
            <Button icon="check" disabled={!text.trim()} busy={close.isPending} onClick={() => close.mutate()}>{t("incidents.close")}</Button>
          </div>
        </>
      )}
    </Card>
  );
}
