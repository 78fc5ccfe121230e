/** Nobody opens: the attempts to reach the owner, how long to wait still, and the no-show when it is proven. */

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api, idempotent, ok, type Schemas } from "../api/client";
import { useOrderAction, useTimeline } from "../api/queries";
import type { Order } from "../api/types";
import { useI18n } from "../i18n";
import { clock } from "../i18n/translate";
import { useNow } from "../lib/hooks";
import { Button, ErrorNote } from "../ui/kit";
import type { IconName } from "../ui/icons";

const CHANNELS: [Schemas["ContactChannel"], IconName][] = [
  ["doorbell", "flag"],
  ["call", "person"],
  ["message", "chat"],
];
/** What the platform wants before it believes a no-show; it counts again itself. */
const WAIT_MS = 10 * 60_000;
const ATTEMPTS = 2;

export function Waiting({ order, door }: { order: Order; door: { lat: number; lon: number; accuracy_m: number | null } | null }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const now = useNow();
  const timeline = useTimeline(order.id, true, order.version);
  const since = Math.max(Date.parse(order.arrived_at!), Date.parse(order.scheduled_at));
  const attempts = timeline.data?.filter((entry) => entry.kind === "contact_attempt" && Date.parse(entry.at) >= Date.parse(order.arrived_at!)).length ?? 0;
  const left = Math.max(0, since + WAIT_MS - now);
  const path = { params: { path: { order_id: order.id } } };
  const attempt = useMutation({
    mutationFn: (channel: Schemas["ContactChannel"]) => ok(api.POST("/api/v1/orders/{order_id}/contact-attempts", { ...path, body: { ...door!, channel }, headers: idempotent() })),
    onSettled: () => client.invalidateQueries({ queryKey: ["order", order.id] }),
  });
  const report = useOrderAction(order.id, () => ok(api.POST("/api/v1/orders/{order_id}/no-show", { ...path, body: door!, headers: idempotent(`no-show-${order.id}`) })));
  return (
    <details className="card px-5 py-4">
      <summary className="min-h-8 font-semibold">{t("waiting.title")}</summary>
      <div className="mt-4 grid gap-4">
        <p className="text-sm text-muted">{t("waiting.text", { count: ATTEMPTS })}</p>
        <div className="grid grid-cols-3 gap-2">
          {CHANNELS.map(([channel, icon]) => (
            <Button key={channel} look="secondary" size="small" icon={icon} disabled={!door} busy={attempt.isPending && attempt.variables === channel} onClick={() => attempt.mutate(channel)} className="px-2">
              {t(`waiting.${channel}`)}
            </Button>
          ))}
        </div>
        <dl className="grid grid-cols-2 gap-3">
          <div>
            <dt className="text-sm text-muted">{t("waiting.attempts")}</dt>
            <dd className="text-2xl font-extrabold tabular-nums">{attempts}</dd>
          </div>
          <div>
            <dt className="text-sm text-muted">{t("waiting.left")}</dt>
            <dd className="text-2xl font-extrabold tabular-nums">
              <span role="timer">{clock(left / 1000)}</span>
            </dd>
          </div>
        </dl>
        <ErrorNote error={attempt.error ?? report.error} />
        <Button look="danger" disabled={!door || left > 0 || attempts < ATTEMPTS} busy={report.isPending} onClick={() => report.mutate()}>
          {t("waiting.no_show")}
        </Button>
      </div>
    </details>
  );
}
