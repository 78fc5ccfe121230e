/** One webhook: whether it hears, what was sent to it, and sending again. */

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";

import { api, idempotent, ok, type Schemas } from "../api/client";
import { useI18n } from "../i18n";
import { Badge, Button, Card, Choice, Dialog, Empty, ErrorNote, Loading, Note, Page, Switch, type Tone } from "../ui/kit";
import { Secret } from "./secret";
import { HookBadge, WEBHOOKS, told, type Webhook } from "./webhooks";

type Delivery = Schemas["ApiGatewayDeliveryRead"];
const TONES: Record<Delivery["state"], Tone> = { pending: "warm", delivered: "good", failed: "bad" };
const STATES = ["all", "delivered", "pending", "failed"] as const;

export function WebhookPage() {
  const { id = "" } = useParams();
  const { t } = useI18n();
  const hook = useQuery({ queryKey: [...WEBHOOKS, id], queryFn: () => ok(api.GET("/api/v1/developer/webhooks/{webhook_id}", { params: { path: { webhook_id: id } } })) });
  return (
    <Page title={t("hooks.one")} back="/developer" narrow>
      {hook.isPending && <Loading />}
      <ErrorNote error={hook.error} onRetry={() => void hook.refetch()} />
      {hook.data && <Settings hook={hook.data} />}
      {hook.data && <Deliveries hook={hook.data} />}
    </Page>
  );
}

function Settings({ hook }: { hook: Webhook }) {
  const { t, dateTime } = useI18n();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<"rotate" | "delete" | null>(null);
  const path = { params: { path: { webhook_id: hook.id } } };
  const changed = () => client.invalidateQueries({ queryKey: WEBHOOKS });
  const turn = useMutation({ mutationFn: (enabled: boolean) => ok(api.PATCH("/api/v1/developer/webhooks/{webhook_id}", { ...path, body: { enabled } })), onSettled: changed });
  const rotate = useMutation({ mutationFn: () => ok(api.POST("/api/v1/developer/webhooks/{webhook_id}/rotate", { ...path, body: { overlap_hours: 24 } })), onSuccess: changed, gcTime: 0 });
  const remove = useMutation({
    mutationFn: () => ok(api.DELETE("/api/v1/developer/webhooks/{webhook_id}", path)),
    onSuccess: async () => {
      await navigate("/developer");
      await changed();
    },
  });
  const close = () => {
    setAsking(null);
    rotate.reset();
    remove.reset();
  };
  return (
    <Card className="grid gap-4">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="font-mono text-sm font-semibold break-all">{hook.url}</h2>
          <p className="text-sm text-muted">{told(hook, t)}</p>
        </div>
        <HookBadge hook={hook} />
      </div>
      {hook.disabled_reason && hook.disabled_reason !== "by_owner" && (
        <Note tone="warn" icon="incident">
          {t(`hooks.why_${hook.disabled_reason}`)}
        </Note>
      )}
      {hook.failing_since && !hook.disabled_at && <p className="text-sm text-alarm">{t("hooks.failing_since", { when: dateTime(hook.failing_since) })}</p>}
      <Switch label={t("hooks.send")} hint={t("hooks.send_hint")} checked={!hook.disabled_at} onChange={turn.mutate} />
      <ErrorNote error={turn.error} />
      <div className="flex flex-wrap gap-2">
        <Button look="secondary" size="small" icon="key" onClick={() => setAsking("rotate")}>{t("hooks.rotate")}</Button>
        <Button look="warning" size="small" onClick={() => setAsking("delete")}>{t("hooks.delete")}</Button>
      </div>
      <Dialog open={asking === "rotate"} title={t("hooks.rotate")} onClose={close}>
        {rotate.data ? (
          <Secret value={rotate.data.secret} onDone={close} />
        ) : (
          <>
            <p>{t("hooks.rotate_text")}</p>
            <ErrorNote error={rotate.error} />
            <Button busy={rotate.isPending} onClick={() => rotate.mutate()}>{t("hooks.rotate")}</Button>
          </>
        )}
      </Dialog>
      <Dialog open={asking === "delete"} title={t("hooks.delete_title")} onClose={close}>
        <p>{t("hooks.delete_text")}</p>
        <ErrorNote error={remove.error} />
        <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>{t("hooks.delete")}</Button>
      </Dialog>
    </Card>
  );
}

function Deliveries({ hook }: { hook: Webhook }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [state, setState] = useState<(typeof STATES)[number]>("all");
  const key = [...WEBHOOKS, hook.id, "deliveries"];
  const path = { webhook_id: hook.id };
  const sent = useInfiniteQuery({
    queryKey: [...key, state],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => ok(api.GET("/api/v1/developer/webhooks/{webhook_id}/deliveries", { params: { path, query: { limit: 20, cursor: pageParam, state: state === "all" ? null : state } } })),
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: 5_000,
  });
  const ping = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/developer/webhooks/{webhook_id}/ping", { params: { path }, headers: idempotent() })),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  const rows = sent.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="grid gap-3">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-heading font-bold">{t("deliveries.title")}</h2>
        <Button size="small" look="secondary" icon="send" busy={ping.isPending} disabled={!!hook.disabled_at} onClick={() => ping.mutate()}>{t("deliveries.ping")}</Button>
      </header>
      <Choice hidden label={t("deliveries.state")} value={state} onChange={setState} options={STATES.map((value) => ({ value, label: t(`deliveries.${value}`) }))} />
      <ErrorNote error={ping.error} />
      {sent.isPending && <Loading />}
      <ErrorNote error={sent.error} onRetry={() => void sent.refetch()} />
      {sent.data && rows.length === 0 && (
        <Empty icon="send" title={t("deliveries.empty")}>
          <p>{t("deliveries.empty_text")}</p>
        </Empty>
      )}
      <ul className="grid gap-2.5">
        {rows.map((row) => (
          <DeliveryRow key={row.id} row={row} hook={hook} />
        ))}
      </ul>
      {sent.hasNextPage && <Button look="secondary" busy={sent.isFetchingNextPage} onClick={() => void sent.fetchNextPage()}>{t("deliveries.more")}</Button>}
    </section>
  );
}

function DeliveryRow({ row, hook }: { row: Delivery; hook: Webhook }) {
  const { t, dateTime, number } = useI18n();
  const client = useQueryClient();
  const replay = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/developer/webhooks/{webhook_id}/replay", { params: { path: { webhook_id: hook.id } }, body: { delivery_id: row.id }, headers: idempotent() })),
    onSettled: () => client.invalidateQueries({ queryKey: [...WEBHOOKS, hook.id, "deliveries"] }),
  });
  const facts: [string, string][] = [
    [t("deliveries.attempts"), number(row.attempts, 0)],
    [t("deliveries.answer"), row.answer_status === null ? "–" : String(row.answer_status)],
    [t("deliveries.took"), row.duration_ms === null ? "–" : t("unit.ms", { value: number(row.duration_ms, 0) })],
  ];
  return (
    <li className="card p-0">
      <details className="px-4 py-3">
        <summary className="min-h-10">
          <span className="min-w-0 flex-1">
            <span className="block truncate font-mono text-sm font-semibold">{row.event_type}</span>
            <span className="block text-sm text-muted">{dateTime(row.occurred_at)}</span>
          </span>
          <Badge tone={TONES[row.state]}>{t(`deliveries.${row.state}`)}</Badge>
        </summary>
        <div className="mt-3 grid gap-3 text-sm">
          <dl className="grid grid-cols-3 gap-3">
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt className="text-xs text-muted">{label}</dt>
                <dd className="font-semibold tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
          {row.next_attempt_at && row.state === "pending" && <p className="text-muted">{t("deliveries.next", { when: dateTime(row.next_attempt_at) })}</p>}
          {row.error && <p className="break-all text-alarm">{row.error}</p>}
          {row.answer_excerpt && <pre className="overflow-x-auto rounded-xl bg-sunken p-3 text-xs whitespace-pre-wrap" tabIndex={0} aria-label={t("deliveries.answer")}>{row.answer_excerpt}</pre>}
          <pre className="max-h-64 overflow-auto rounded-xl bg-sunken p-3 text-xs" tabIndex={0} aria-label={t("deliveries.body")}>{JSON.stringify(row.data, null, 2)}</pre>
          <ErrorNote error={replay.error} />
          <Button size="small" look="secondary" busy={replay.isPending} disabled={!!hook.disabled_at} onClick={() => replay.mutate()} className="justify-self-start">{t("deliveries.again")}</Button>
        </div>
      </details>
    </li>
  );
}
