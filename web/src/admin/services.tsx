/** How the platform is: each service, and what goes through the gateway. */

import { useQuery } from "@tanstack/react-query";

import { api, ok } from "../api/client";
import type { ServiceRow } from "../api/types";
import { useI18n } from "../i18n";
import { Badge, Card, ErrorNote, Loading, Page } from "../ui/kit";

export function ServicesPage() {
  const { t, number } = useI18n();
  const services = useQuery({ queryKey: ["gateway", "services"], queryFn: async () => (await ok(api.GET("/api/v1/gateway/services"))).items as ServiceRow[], refetchInterval: 3_000 });
  const stats = useQuery({ queryKey: ["gateway", "stats"], queryFn: () => ok(api.GET("/api/v1/gateway/stats")), refetchInterval: 5_000 });
  const down = services.data?.filter((service) => service.status === "down").length ?? 0;
  const busiest = [...(stats.data?.items ?? [])].sort((one, other) => other.requests - one.requests).slice(0, 15);
  return (
    <Page
      title={t("nav.services")}
      action={services.data && <Badge tone={down ? "bad" : "good"}>{down ? t("admin.down", { count: down }) : t("admin.all_up")}</Badge>}
    >
      {services.isPending && <Loading />}
      <ErrorNote error={services.error} onRetry={() => void services.refetch()} />
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {services.data?.map((service) => (
          <Card as="li" key={service.name} className="grid gap-3 p-4">
            <div className="flex items-center justify-between gap-2">
              <h2 className="truncate font-bold">{service.name}</h2>
              <Badge tone={service.status === "up" ? "good" : service.status === "down" ? "bad" : "neutral"}>{t(`service.${service.status}`)}</Badge>
            </div>
            <dl className="grid grid-cols-3 gap-2 text-sm">
              <Fact label={t("admin.latency")} value={service.latency_ms === null ? "–" : t("unit.ms", { value: number(service.latency_ms) })} />
              <Fact label={t("admin.circuit")} value={t(`circuit.${service.circuit}`)} />
              <Fact label={t("admin.version")} value={service.version ?? "–"} />
            </dl>
          </Card>
        ))}
      </ul>
      <section className="grid gap-3">
        <h2 className="text-heading font-bold">{t("admin.traffic")}</h2>
        <ErrorNote error={stats.error} onRetry={() => void stats.refetch()} />
        {stats.data && (
          <dl className="grid grid-cols-3 gap-3">
            {(["requests", "errors", "in_flight"] as const).map((name) => (
              <Card as="div" key={name} className="p-4">
                <dt className="text-sm text-muted">{t(`admin.${name}`)}</dt>
                <dd className="text-2xl font-extrabold tracking-tight tabular-nums">{number(stats.data[name], 0)}</dd>
              </Card>
            ))}
          </dl>
        )}
        {busiest.length > 0 && (
          <Card className="overflow-x-auto p-0" tabIndex={0} role="region" aria-label={t("admin.routes")}>
            <table className="w-full min-w-[38rem] text-left text-sm">
              <thead className="text-muted">
                <tr className="border-b border-line">
                  {(["route", "requests", "errors", "p50", "p99"] as const).map((name) => (
                    <th key={name} scope="col" className={`px-4 py-3 font-semibold ${name === "route" ? "" : "text-right"}`}>
                      {t(`admin.${name}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody className="divide-y divide-line tabular-nums">
                {busiest.map((row) => (
                  <tr key={`${row.service} ${row.method} ${row.route}`}>
                    <td className="px-4 py-2.5">
                      <span className="font-semibold">{row.method}</span> {row.route}
                    </td>
                    <td className="px-4 py-2.5 text-right">{number(row.requests, 0)}</td>
                    <td className={`px-4 py-2.5 text-right ${row.errors ? "font-bold text-alarm" : ""}`}>{number(row.errors, 0)}</td>
                    <td className="px-4 py-2.5 text-right">{row.p50_ms === null ? "–" : number(row.p50_ms)}</td>
                    <td className="px-4 py-2.5 text-right">{row.p99_ms === null ? "–" : number(row.p99_ms)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
        )}
      </section>
    </Page>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="font-semibold">{value}</dd>
    </div>
  );
}
