/** Walks again and again: the series one has. */

import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";

import { api, ok, type Schemas } from "../api/client";
import { usePets } from "../api/queries";
import { useI18n } from "../i18n";
import { weeklyOf } from "../lib/recurrence";
import { Badge, ButtonLink, Empty, ErrorNote, Loading, Page, type Tone } from "../ui/kit";
import { Icon } from "../ui/icons";

type Series = Schemas["OrderSeriesRead"];

export function SeriesListPage() {
  const { t, clockTime } = useI18n();
  const pets = usePets();
  const series = useQuery({ queryKey: ["series"], queryFn: async () => (await ok(api.GET("/api/v1/orders/series", { params: { query: { limit: 50 } } }))).items });
  const names = (one: Series) => one.pet_ids.flatMap((id) => pets.data?.find((pet) => pet.id === id)?.name ?? []).join(", ");
  return (
    <Page title={t("series.title")} lead={t("series.lead")} back="/orders" action={!!series.data?.length && <ButtonLink to="/book?when=weekly" size="small" icon="plus">{t("series.new")}</ButtonLink>}>
      {series.isPending && <Loading />}
      <ErrorNote error={series.error} onRetry={() => void series.refetch()} />
      {series.data?.length === 0 && (
        <Empty icon="clock" title={t("series.empty")}>
          <p>{t("series.empty_text")}</p>
          <ButtonLink to="/book?when=weekly" icon="plus">{t("series.new")}</ButtonLink>
        </Empty>
      )}
      <ul className="grid gap-2.5">
        {series.data?.map((one) => (
          <li key={one.id}>
            <Link to={`/series/${one.id}`} className="card flex items-center gap-4 p-4 transition hover:border-edge hover:shadow-card">
              <span className="grid size-12 shrink-0 place-items-center rounded-2xl bg-leash-soft text-leash-deep">
                <Icon name="clock" />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-semibold">{names(one) || t("series.one")}</span>
                <span className="block text-sm text-muted">
                  <RuleWords series={one} /> · {clockTime(one.first_at)} · {t("unit.minutes", { count: one.duration_minutes })}
                </span>
              </span>
              <SeriesBadge series={one} />
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}

export function SeriesBadge({ series }: { series: Pick<Series, "state" | "paused_from"> }) {
  const { t } = useI18n();
  const state = series.state === "ended" ? "ended" : series.paused_from ? "paused" : "active";
  const tones: Record<typeof state, Tone> = { active: "good", paused: "warn", ended: "neutral" };
  return <Badge tone={tones[state]}>{t(`series.is_${state}`)}</Badge>;
}

/** "Monday, Wednesday" */
export function RuleWords({ series }: { series: Pick<Series, "rrule"> }) {
  const { t, weekday, list } = useI18n();
  const weekly = weeklyOf(series.rrule);
  if (!weekly) return <span className="font-mono text-xs">{series.rrule}</span>;
  const days = list(weekly.days.map((day) => weekday(day, "short")));
  return weekly.every > 1 ? t("series.every", { count: weekly.every, days }) : days;
}
