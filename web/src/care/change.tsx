/** Another time or length for a walk: first what it costs then, and only then the change. */

import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useNavigate, useParams } from "react-router";

import { api, ok, type Schemas } from "../api/client";
import { useOrder, useOrderAction } from "../api/queries";
import type { Order } from "../api/types";
import { useI18n } from "../i18n";
import { localIso } from "../lib/local-time";
import { Button, Card, Choice, ErrorNote, Field, Loading, Note, Page } from "../ui/kit";
import { lineTitle } from "../ui/line-title";

const MINUTES = [20, 30, 45, 60, 90];

export function ChangePage() {
  const { id = "" } = useParams();
  const { t } = useI18n();
  const order = useOrder(id);
  return (
    <Page title={t("change.title")} lead={t("change.lead")} narrow back={`/orders/${id}`}>
      {order.isPending && <Loading />}
      <ErrorNote error={order.error} onRetry={() => void order.refetch()} />
      {order.data && (order.data.allowed_actions.includes("reschedule") ? <Change order={order.data} /> : <Note tone="warn" icon="clock">{t("change.too_late")}</Note>)}
    </Page>
  );
}

function Change({ order }: { order: Order }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  // as it was when the page was opened: a change made elsewhere meanwhile is not overwritten
  const [seen] = useState(order);
  const [at, setAt] = useState(() => localIso(new Date(seen.scheduled_at)));
  const [minutes, setMinutes] = useState(seen.duration_minutes);
  const scheduledAt = at ? new Date(at).toISOString() : null;
  const isMoved = scheduledAt !== localInstant(seen.scheduled_at);
  const isResized = minutes !== seen.duration_minutes;
  const isSame = !isMoved && !isResized;
  const wanted = { scheduled_at: isMoved ? scheduledAt : null, duration_minutes: isResized ? minutes : null };
  const path = { order_id: order.id };
  const price = useQuery({
    queryKey: ["order", order.id, "new-price", wanted],
    queryFn: () => ok(api.GET("/api/v1/orders/{order_id}/new-price", { params: { path, query: wanted } })),
    enabled: !isSame && !!scheduledAt,
    placeholderData: (before) => before,
    staleTime: 0,
  });
  const change = useOrderAction(order.id, () =>
    ok(api.PATCH("/api/v1/orders/{order_id}", { params: { path, header: { "if-match": `"v${seen.version}"` } }, body: wanted })),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(undefined, { onSuccess: () => void navigate(`/orders/${order.id}`) });
  };
  return (
    <form className="grid gap-5" onSubmit={submit}>
      <Field label={t("book.at")} type="datetime-local" name="at" required value={at} min={localIso(new Date())} onChange={(event) => setAt(event.target.value)} />
      <Choice label={t("book.how_long")} value={minutes} onChange={setMinutes} options={[...new Set([...MINUTES, seen.duration_minutes])].sort((one, other) => one - other).map((value) => ({ value, label: t("unit.minutes", { count: value }) }))} />
      {!isSame && <ErrorNote error={price.error} />}
      {!isSame && price.isLoading && <Loading what="book.pricing" />}
      {!isSame && price.data && !price.error && <NewPrice price={price.data} before={order.amount} isStale={price.isPlaceholderData} />}
      <Note icon="walks">{t(order.walker_id ? "change.walker" : "change.search")}</Note>
      <ErrorNote error={change.error} />
      <Button type="submit" size="large" busy={change.isPending} disabled={isSame || !scheduledAt || !price.data || !!price.error || price.isFetching}>{t("change.confirm")}</Button>
    </form>
  );
}

/** What a datetime-local field can hold of a moment: whole minutes. */
const localInstant = (iso: string) => new Date(localIso(new Date(iso))).toISOString();

function NewPrice({ price, before, isStale }: { price: Schemas["NewPrice"]; before: number; isStale: boolean }) {
  const i18n = useI18n();
  const { t, money } = i18n;
  const { difference, currency } = price;
  return (
    <Card className={`grid gap-3 transition ${isStale ? "opacity-60" : ""}`} aria-live="polite" aria-busy={isStale}>
      <ul className="grid gap-2">
        {price.lines.map((line) => (
          <li key={line.code} className="flex items-baseline">
            <span>{lineTitle(line, i18n)}</span>
            <span className="leader" />
            <span className="tabular-nums">{money(line.amount, currency)}</span>
          </li>
        ))}
      </ul>
      <p className="flex items-baseline justify-between border-t-2 border-ink pt-3 text-xl font-extrabold">
        <span>{t("change.new_total")}</span>
        <span className="tabular-nums">
          {difference !== 0 && <s className="mr-2 text-base font-medium text-muted">{money(before, currency)}</s>}
          {money(price.amount, currency)}
        </span>
      </p>
      <p className="font-semibold">
        {difference > 0 ? t("change.more", { amount: money(difference, currency) }) : difference < 0 ? t("change.less", { amount: money(-difference, currency) }) : t("change.same")}
      </p>
    </Card>
  );
}
