/** One's webhooks: addresses that are told what happens. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link } from "react-router";

import { api, ok, type Schemas } from "../api/client";
import { useI18n } from "../i18n";
import { Badge, Button, Card, Choices, Dialog, Empty, ErrorNote, Field, Loading, Switch } from "../ui/kit";
import { Icon } from "../ui/icons";
import { fieldError } from "../ui/words-for";
import { Secret } from "./secret";

export type Webhook = Schemas["WebhookRead"];
export const WEBHOOKS = ["developer", "webhooks"];

export function Webhooks() {
  const { t } = useI18n();
  const [isMaking, setMaking] = useState(false);
  const hooks = useQuery({ queryKey: WEBHOOKS, queryFn: async () => (await ok(api.GET("/api/v1/developer/webhooks", { params: { query: { limit: 100 } } }))).items });
  return (
    <section className="grid gap-3">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-heading font-bold">{t("hooks.title")}</h2>
        {!!hooks.data?.length && <Button size="small" icon="plus" onClick={() => setMaking(true)}>{t("hooks.make")}</Button>}
      </header>
      {hooks.isPending && <Loading />}
      <ErrorNote error={hooks.error} onRetry={() => void hooks.refetch()} />
      {hooks.data?.length === 0 && (
        <Card>
          <Empty icon="send" title={t("hooks.empty")}>
            <p>{t("hooks.empty_text")}</p>
            <Button icon="plus" onClick={() => setMaking(true)}>{t("hooks.make")}</Button>
          </Empty>
        </Card>
      )}
      <ul className="grid gap-2.5">
        {hooks.data?.map((hook) => (
          <li key={hook.id}>
            <Link to={`/developer/webhooks/${hook.id}`} className="card flex items-center gap-4 p-4 transition hover:border-edge hover:shadow-card">
              <span className="min-w-0 flex-1">
                <span className="block truncate font-mono text-sm font-semibold">{hook.url}</span>
                <span className="block text-sm text-muted">{told(hook, t)}</span>
              </span>
              <HookBadge hook={hook} />
              <Icon name="next" size={20} className="text-muted" />
            </Link>
          </li>
        ))}
      </ul>
      <Dialog open={isMaking} title={t("hooks.new")} onClose={() => setMaking(false)}>
        <MakeWebhook onDone={() => setMaking(false)} />
      </Dialog>
    </section>
  );
}

export function told(hook: Webhook, t: ReturnType<typeof useI18n>["t"]): string {
  return hook.event_types.includes("*") ? t("hooks.all") : t("hooks.some", { count: hook.event_types.length });
}

export function HookBadge({ hook }: { hook: Webhook }) {
  const { t } = useI18n();
  if (hook.disabled_at) return <Badge tone="neutral">{t("hooks.off")}</Badge>;
  return <Badge tone={hook.failing_since ? "bad" : "good"}>{t(hook.failing_since ? "hooks.failing" : "hooks.on")}</Badge>;
}

function MakeWebhook({ onDone }: { onDone: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const client = useQueryClient();
  const [url, setUrl] = useState("");
  const [isAll, setAll] = useState(true);
  const [types, setTypes] = useState<string[]>([]);
  const offered = useQuery({ queryKey: ["developer", "event-types"], queryFn: async () => (await ok(api.GET("/api/v1/developer/event-types"))).items, staleTime: Infinity });
  const make = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/developer/webhooks", { body: { url: url.trim(), event_types: isAll ? ["*"] : types } })),
    onSuccess: () => client.invalidateQueries({ queryKey: WEBHOOKS }),
    gcTime: 0,
  });
  if (make.data) return <Secret value={make.data.secret} onDone={onDone} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form className="grid gap-5" onSubmit={submit}>
      <Field label={t("hooks.url")} type="url" name="url" required maxLength={2048} placeholder="https://" hint={t("hooks.url_hint")} value={url} onChange={(event) => setUrl(event.target.value)} error={fieldError(make.error, "url", i18n)} />
      <Switch label={t("hooks.all")} hint={t("hooks.all_hint")} checked={isAll} onChange={setAll} />
      {!isAll && <ErrorNote error={offered.error} onRetry={() => void offered.refetch()} />}
      {!isAll && offered.data && <Choices label={t("hooks.types")} values={types} onChange={setTypes} options={offered.data.map(({ type }) => ({ value: type, label: <span className="font-mono text-sm">{type}</span> }))} />}
      <ErrorNote error={make.error} />
      <Button type="submit" size="large" busy={make.isPending} disabled={!isAll && !types.length}>{t("hooks.make")}</Button>
    </form>
  );
}
