/** Who used which right: searched, proved unchanged, taken along. */

import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { api, authorizedFetch, ok, type Schemas } from "../api/client";
import { problemOf } from "../api/problems";
import { useI18n } from "../i18n";
import { saveBlob } from "../lib/save";
import { Badge, Button, Card, Choice, Empty, ErrorNote, Loading, Note, Page, type Tone } from "../ui/kit";

type Record = Schemas["AuditRead"];
const OUTCOMES = ["all", "done", "refused", "viewed"] as const;
const TONES: { [outcome in Record["outcome"]]: Tone } = { done: "neutral", refused: "bad", viewed: "warn" };

export function AuditPage() {
  const { t } = useI18n();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>("all");
  const query = { outcome: outcome === "all" ? null : outcome };
  const log = useInfiniteQuery({
    queryKey: ["audit", outcome],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => ok(api.GET("/api/v1/users/audit", { params: { query: { ...query, limit: 50, cursor: pageParam } } })),
    getNextPageParam: (page) => page.next_cursor,
  });
  const rows = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t("nav.audit")} lead={t("audit.lead")} action={<Export outcome={query.outcome} />}>
      <Proof />
      <Choice hidden label={t("audit.outcome")} value={outcome} onChange={setOutcome} options={OUTCOMES.map((value) => ({ value, label: t(`audit.${value}`) }))} />
      {log.isPending && <Loading />}
      <ErrorNote error={log.error} onRetry={() => void log.refetch()} />
      {log.data && rows.length === 0 && <Empty icon="note" title={t("audit.empty")} />}
      {rows.length > 0 && (
        <Card className="py-2">
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </Card>
      )}
      {log.hasNextPage && <Button look="secondary" busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>{t("audit.more")}</Button>}
    </Page>
  );
}

/** The chain, recomputed when asked: it reads every record there is. */
function Proof() {
  const { t, number } = useI18n();
  const proof = useQuery({ queryKey: ["audit", "verify"], queryFn: () => ok(api.GET("/api/v1/users/audit/verify")), enabled: false, staleTime: 0 });
  return (
    <Card className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-[48ch]">{t("audit.chain")}</p>
        <Button look="secondary" size="small" icon="shield" busy={proof.isFetching} onClick={() => void proof.refetch()}>{t("audit.verify")}</Button>
      </div>
      <ErrorNote error={proof.error} />
      {proof.data && (
        <Note tone={proof.data.is_intact ? "good" : "bad"} icon={proof.data.is_intact ? "check" : "incident"} role="status">
          <p className="font-semibold">{proof.data.is_intact ? t("audit.intact", { count: proof.data.entries }) : t("audit.broken", { at: number(proof.data.broken_at ?? 0, 0) })}</p>
          <p className="font-mono text-xs break-all">{proof.data.head}</p>
        </Note>
      )}
    </Card>
  );
}

function Export({ outcome }: { outcome: string | null }) {
  const { t } = useI18n();
  const take = useMutation({
    mutationFn: async () => {
      const response = await authorizedFetch(`/api/v1/users/audit/export?format=csv${outcome ? `&outcome=${outcome}` : ""}`);
      if (!response.ok) throw await problemOf(response);
      saveBlob(await response.blob(), "lapa-audit.csv");
    },
  });
  return (
    <div className="grid gap-2">
      <Button look="secondary" size="small" busy={take.isPending} onClick={() => take.mutate()}>{t("audit.export")}</Button>
      <ErrorNote error={take.error} />
    </div>
  );
}

function Row({ row }: { row: Record }) {
  const { t, dateTime } = useI18n();
  const facts: [string, string | null][] = [
    [t("audit.actor"), row.actor_id ?? t("audit.platform")],
    [t("audit.subject"), row.subject_id],
    [t("audit.right"), row.permissions.join(", ") || null],
    [t("audit.route"), row.route],
    [t("audit.request"), row.request_id],
    [t("audit.hash"), row.hash],
  ];
  const changes = [...new Set([...Object.keys(row.before), ...Object.keys(row.after)])];
  return (
    <li>
      <details className="py-3">
        <summary className="min-h-11">
          <span className="min-w-0 flex-1">
            <span className="block truncate font-semibold">{row.action}</span>
            <span className="block truncate text-sm text-muted">
              {dateTime(row.at)} · {row.service}
            </span>
          </span>
          <Badge tone={TONES[row.outcome]}>{t(`audit.${row.outcome}`)}</Badge>
        </summary>
        <dl className="mt-2 grid gap-2 text-sm">
          {row.reason && (
            <div>
              <dt className="text-xs text-muted">{t("audit.reason")}</dt>
              <dd>{row.reason}</dd>
            </div>
          )}
          {changes.map((name) => (
            <div key={name}>
              <dt className="text-xs text-muted">{name}</dt>
              <dd className="font-mono text-xs break-all">
                {said(row.before[name])} → {said(row.after[name])}
              </dd>
            </div>
          ))}
          {facts.map(
            ([label, value]) =>
              value && (
                <div key={label}>
                  <dt className="text-xs text-muted">{label}</dt>
                  <dd className="font-mono text-xs break-all">{value}</dd>
                </div>
              ),
          )}
        </dl>
      </details>
    </li>
  );
}

const said = (value: unknown): string => (value === undefined || value === null ? "–" : typeof value === "object" ? JSON.stringify(value) : String(value));
