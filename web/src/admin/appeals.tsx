/** Appeals against suspensions: granting one lifts the suspension. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, idempotent, ok } from "../api/client";
import type { AppealCase } from "../api/types";
import { useI18n } from "../i18n";
import { APPEAL_TONES } from "../pages/appeal";
import { Area, Badge, Button, Card, Choice, Empty, ErrorNote, Loading, Page } from "../ui/kit";

const STATUSES = ["open", "granted", "refused"] as const;

export function AppealsPage() {
  const { t } = useI18n();
  const [status, setStatus] = useState<(typeof STATUSES)[number]>("open");
  const queue = useQuery({
    queryKey: ["appeals", "queue", status],
    queryFn: async () => (await ok(api.GET("/api/v1/users/appeals/queue", { params: { query: { status, limit: 50 } } }))).items,
    refetchInterval: 10_000,
  });
  return (
    <Page title={t("nav.appeals")} lead={t("admin.appeals_lead")}>
      <Choice hidden label={t("verify.status")} value={status} onChange={setStatus} options={STATUSES.map((value) => ({ value, label: t(`appeal.status_${value}`) }))} />
      {queue.isPending && <Loading />}
      <ErrorNote error={queue.error} onRetry={() => void queue.refetch()} />
      {queue.data?.length === 0 && <Empty icon="shield" title={t("admin.queue_empty")} />}
      <ul className="grid gap-5">
        {queue.data?.map((appeal) => (
          <Case key={appeal.id} appeal={appeal} />
        ))}
      </ul>
    </Page>
  );
}

function Case({ appeal }: { appeal: AppealCase }) {
  const { t, dateTime } = useI18n();
  const client = useQueryClient();
  const [answer, setAnswer] = useState("");
  const settle = useMutation({
    mutationFn: (what: "grant" | "refuse") => {
      const options = { params: { path: { appeal_id: appeal.id } }, body: { answer: answer.trim() }, headers: idempotent() };
      return what === "grant" ? ok(api.POST("/api/v1/users/appeals/{appeal_id}/grant", options)) : ok(api.POST("/api/v1/users/appeals/{appeal_id}/refuse", options));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["appeals"] }),
  });
  return (
    <Card as="li" className="grid gap-3">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-heading font-bold">{t(`appeal.against_${appeal.against}`)}</h2>
        <Badge tone={APPEAL_TONES[appeal.status]}>{t(`appeal.status_${appeal.status}`)}</Badge>
      </header>
      <p className="text-sm text-muted">{dateTime(appeal.created_at)}</p>
      <p className="whitespace-pre-wrap">{appeal.statement}</p>
      {appeal.answer && <p className="text-sm whitespace-pre-wrap">{appeal.answer}</p>}
      {appeal.status === "open" && (
        <>
          <Area label={t("appeal.answer")} maxLength={2000} value={answer} onChange={(event) => setAnswer(event.target.value)} hint={t("appeal.answer_hint")} />
          <ErrorNote error={settle.error} />
          <div className="flex flex-wrap gap-2.5">
            <Button icon="check" disabled={!answer.trim()} busy={settle.isPending && settle.variables === "grant"} onClick={() => settle.mutate("grant")}>
              {t("appeal.grant")}
            </Button>
            <Button look="danger" icon="close" disabled={!answer.trim()} busy={settle.isPending && settle.variables === "refuse"} onClick={() => settle.mutate("refuse")}>
              {t("appeal.refuse")}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
