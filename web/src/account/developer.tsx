/** Programs of one's own: keys that open what they were made for, webhooks that are told what happens. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { api, ok, type Schemas } from "../api/client";
import { useI18n } from "../i18n";
import { Badge, Button, Card, Choice, Dialog, Empty, ErrorNote, Field, Loading, Page, buttonClass } from "../ui/kit";
import { fieldError } from "../ui/words-for";
import { Secret } from "./secret";
import { Webhooks } from "./webhooks";

type Key = Schemas["KeyRead"];

export function DeveloperPage() {
  const { t } = useI18n();
  return (
    <Page
      title={t("developer.title")}
      lead={t("developer.lead")}
      back="/me"
      action={
        <a href="/docs" className={buttonClass("quiet", "small")}>
          {t("developer.docs")}
        </a>
      }
    >
      <Keys />
      <Webhooks />
    </Page>
  );
}

function Keys() {
  const { t } = useI18n();
  const [isMaking, setMaking] = useState(false);
  const keys = useQuery({ queryKey: ["developer", "keys"], queryFn: async () => (await ok(api.GET("/api/v1/developer/keys", { params: { query: { limit: 100 } } }))).items });
  const living = keys.data?.filter((key) => !isOver(key)) ?? [];
  const over = keys.data?.filter(isOver) ?? [];
  return (
    <section className="grid gap-3">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-heading font-bold">{t("keys.title")}</h2>
        {!!keys.data?.length && <Button size="small" icon="plus" onClick={() => setMaking(true)}>{t("keys.make")}</Button>}
      </header>
      {keys.isPending && <Loading />}
      <ErrorNote error={keys.error} onRetry={() => void keys.refetch()} />
      {keys.data?.length === 0 && (
        <Card>
          <Empty icon="key" title={t("keys.empty")}>
            <p>{t("keys.empty_text")}</p>
            <Button icon="plus" onClick={() => setMaking(true)}>{t("keys.make")}</Button>
          </Empty>
        </Card>
      )}
      <ul className="grid gap-3 lg:grid-cols-2">
        {living.map((key) => (
          <KeyCard key={key.id} value={key} />
        ))}
      </ul>
      {over.length > 0 && (
        <details className="card px-5 py-4">
          <summary className="min-h-8 font-semibold">{t("keys.over", { count: over.length })}</summary>
          <ul className="mt-2 grid gap-1 text-sm text-muted">
            {over.map((key) => (
              <li key={key.id}>
                {key.name} · <span className="font-mono">{key.prefix}…</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Dialog open={isMaking} title={t("keys.new")} onClose={() => setMaking(false)}>
        <MakeKey onDone={() => setMaking(false)} />
      </Dialog>
    </section>
  );
}

const isOver = (key: Key) => !!key.revoked_at || (!!key.expires_at && Date.parse(key.expires_at) < Date.now());

function KeyCard({ value: key }: { value: Key }) {
  const { t, date, dateTime } = useI18n();
  const client = useQueryClient();
  const [asking, setAsking] = useState<"rotate" | "revoke" | null>(null);
  const path = { params: { path: { key_id: key.id } } };
  const changed = () => client.invalidateQueries({ queryKey: ["developer", "keys"] });
  const rotate = useMutation({ mutationFn: () => ok(api.POST("/api/v1/developer/keys/{key_id}/rotate", { ...path, body: { overlap_hours: 24 } })), onSuccess: changed, gcTime: 0 });
  const revoke = useMutation({ mutationFn: () => ok(api.DELETE("/api/v1/developer/keys/{key_id}", path)), onSuccess: () => (setAsking(null), changed()) });
  const close = () => {
    setAsking(null);
    rotate.reset();
    revoke.reset();
  };
  return (
    <Card as="li" className="grid content-start gap-3" aria-label={key.name}>
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="truncate font-bold">{key.name}</h3>
          <p className="font-mono text-sm text-muted">{key.prefix}…</p>
        </div>
        {key.expires_at && <Badge tone="neutral">{t("keys.until", { date: date(key.expires_at) })}</Badge>}
      </div>
      <p className="flex flex-wrap gap-1.5">
        {key.scopes.map((scope) => (
          <Badge key={scope}>
            <span className="font-mono font-medium">{scope}</span>
          </Badge>
        ))}
      </p>
      <p className="text-sm text-muted">{key.last_used_at ? t("keys.used", { when: dateTime(key.last_used_at) }) : t("keys.unused")}</p>
      {key.old_ends_at && Date.parse(key.old_ends_at) > Date.now() && <p className="text-sm text-muted">{t("keys.old_until", { when: dateTime(key.old_ends_at) })}</p>}
      <div className="flex flex-wrap gap-2">
        <Button look="secondary" size="small" onClick={() => setAsking("rotate")}>{t("keys.rotate")}</Button>
        <Button look="warning" size="small" onClick={() => setAsking("revoke")}>{t("keys.revoke")}</Button>
      </div>
      <Dialog open={asking === "rotate"} title={t("keys.rotate_title", { name: key.name })} onClose={close}>
        {rotate.data ? (
          <Secret value={rotate.data.secret} onDone={close} />
        ) : (
          <>
            <p>{t("keys.rotate_text")}</p>
            <ErrorNote error={rotate.error} />
            <Button busy={rotate.isPending} onClick={() => rotate.mutate()}>{t("keys.rotate")}</Button>
          </>
        )}
      </Dialog>
      <Dialog open={asking === "revoke"} title={t("keys.revoke_title", { name: key.name })} onClose={close}>
        <p>{t("keys.revoke_text")}</p>
        <ErrorNote error={revoke.error} />
        <Button look="danger" busy={revoke.isPending} onClick={() => revoke.mutate()}>{t("keys.revoke")}</Button>
      </Dialog>
    </Card>
  );
}

const LIVES = [0, 30, 90, 365];

function MakeKey({ onDone }: { onDone: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [life, setLife] = useState(90);
  const [scopes, setScopes] = useState<string[]>([]);
  const offered = useQuery({ queryKey: ["developer", "scopes"], queryFn: async () => (await ok(api.GET("/api/v1/developer/scopes"))).items, staleTime: Infinity });
  const make = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/developer/keys", { body: { name: name.trim(), scopes, expires_at: life ? new Date(Date.now() + life * 86_400_000).toISOString() : null } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["developer", "keys"] }),
    gcTime: 0,
  });
  if (make.data) return <Secret value={make.data.secret} onDone={onDone} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form className="grid gap-5" onSubmit={submit}>
      <Field label={t("keys.name")} name="key-name" required maxLength={100} hint={t("keys.name_hint")} value={name} onChange={(event) => setName(event.target.value)} error={fieldError(make.error, "name", i18n)} />
      {offered.isPending && <Loading />}
      <ErrorNote error={offered.error} onRetry={() => void offered.refetch()} />
      {offered.data && <Scopes offered={offered.data} values={scopes} onChange={setScopes} />}
      <Choice label={t("keys.life")} value={life} onChange={setLife} options={LIVES.map((days) => ({ value: days, label: days ? t("keys.days", { count: days }) : t("keys.endless") }))} />
      <ErrorNote error={make.error} />
      <Button type="submit" size="large" busy={make.isPending} disabled={!scopes.length || !name.trim()}>{t("keys.make")}</Button>
    </form>
  );
}

/** Of each resource nothing, reading, or changing too; what only some roles may grant is not offered to others. */
function Scopes({ offered, values, onChange }: { offered: Schemas["ScopeRead"][]; values: string[]; onChange: (values: string[]) => void }) {
  const { t } = useI18n();
  const known = new Set(offered.map(({ scope }) => scope));
  const resources = offered.flatMap(({ scope }) => (scope.endsWith(":read") && known.has(scope.replace(/:read$/, ":write")) ? [scope.slice(0, -":read".length)] : []));
  resources.sort();
  const levelOf = (resource: string) => (values.includes(`${resource}:write`) ? "write" : values.includes(`${resource}:read`) ? "read" : "none");
  const choose = (resource: string, level: string) => {
    const others = values.filter((scope) => scope !== `${resource}:read` && scope !== `${resource}:write`);
    onChange(level === "none" ? others : [...others, `${resource}:${level}`]);
  };
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1.5 text-sm font-semibold">{t("keys.scopes")}</legend>
      <div className="card max-h-[38dvh] divide-y divide-line overflow-y-auto px-4" tabIndex={0} role="group" aria-label={t("keys.scopes")}>
        {resources.map((resource) => (
          <label key={resource} className="flex min-h-12 items-center justify-between gap-3">
            <span className="font-mono text-sm">{resource}</span>
            <select className="field min-h-11 w-auto py-1.5 text-sm" name={`scope-${resource}`} value={levelOf(resource)} onChange={(event) => choose(resource, event.target.value)}>
              {(["none", "read", "write"] as const).map((level) => (
                <option key={level} value={level}>{t(`keys.level_${level}`)}</option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
