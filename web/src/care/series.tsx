/** One series: its next walks in local time, each to be skipped or moved; pausing, going on, ending. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link, useNavigate, useParams } from "react-router";

import { api, idempotent, ok, type Schemas } from "../api/client";
import { useI18n } from "../i18n";
import { localDate, localIso } from "../lib/local-time";
import { Badge, Button, Card, Dialog, Empty, ErrorNote, Field, Loading, Note, Page, Switch, type Tone } from "../ui/kit";
import { RuleWords, SeriesBadge } from "./series-list";

type Series = Schemas["SeriesDetail"];
type Occurrence = Schemas["OccurrenceRead"];

export function SeriesPage() {
  const { id = "" } = useParams();
  const { t } = useI18n();
  const series = useQuery({ queryKey: ["series", id], queryFn: () => ok(api.GET("/api/v1/orders/series/{series_id}", { params: { path: { series_id: id } } })) });
  return (
    <Page title={t("series.one")} narrow back="/series">
      {series.isPending && <Loading />}
      <ErrorNote error={series.error} onRetry={() => void series.refetch()} />
      {series.data && <About series={series.data} />}
      {series.data && <Upcoming series={series.data} />}
    </Page>
  );
}

/** Anything done to a series answers with it as it is then. */
function useSeriesAction<Body = void>(id: string, call: (body: Body) => Promise<Series>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: (series) => client.setQueryData(["series", id], series),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ["series"] }), client.invalidateQueries({ queryKey: ["orders"] })]),
  });
}

function About({ series }: { series: Series }) {
  const { t, maybe, date, clockTime } = useI18n();
  const why = maybe(`occurrence.why_${series.pause_reason}`);
  const [asking, setAsking] = useState<"pause" | "end" | null>(null);
  const path = { params: { path: { series_id: series.id } } };
  const resume = useSeriesAction(series.id, () => ok(api.POST("/api/v1/orders/series/{series_id}/resume", path)));
  const isActive = series.state !== "ended";
  return (
    <Card className="grid gap-4">
      <div className="flex items-start justify-between gap-3">
        <div>
          <h2 className="text-heading font-bold">
            <RuleWords series={series} />
          </h2>
          <p className="text-muted">
            {clockTime(series.first_at)} · {t("unit.minutes", { count: series.duration_minutes })} · {t("series.zone", { zone: series.timezone })}
          </p>
          {series.until && <p className="text-sm text-muted">{t("series.until", { date: date(series.until) })}</p>}
        </div>
        <SeriesBadge series={series} />
      </div>
      {series.paused_from && isActive && (
        <Note tone="warn" icon="clock">
          {series.paused_until ? t("series.paused_until", { from: date(series.paused_from), until: date(series.paused_until) }) : t("series.paused_from", { from: date(series.paused_from) })}
          {why && <p className="text-sm">{why}</p>}
        </Note>
      )}
      <ErrorNote error={resume.error} />
      {isActive && (
        <div className="flex flex-wrap gap-2.5">
          {series.paused_from ? <Button icon="play" busy={resume.isPending} onClick={() => resume.mutate()}>{t("series.resume")}</Button> : <Button look="secondary" onClick={() => setAsking("pause")}>{t("series.pause")}</Button>}
          <Button look="warning" onClick={() => setAsking("end")}>{t("series.end")}</Button>
        </div>
      )}
      <Dialog open={asking === "pause"} title={t("series.pause_title")} onClose={() => setAsking(null)}>
        <Pause series={series} onDone={() => setAsking(null)} />
      </Dialog>
      <Dialog open={asking === "end"} title={t("series.end_title")} onClose={() => setAsking(null)}>
        <End series={series} />
      </Dialog>
    </Card>
  );
}

function Pause({ series, onDone }: { series: Series; onDone: () => void }) {
  const { t } = useI18n();
  const today = localDate(new Date());
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState("");
  const pause = useSeriesAction(series.id, () => ok(api.POST("/api/v1/orders/series/{series_id}/pause", { params: { path: { series_id: series.id } }, body: { from, until: until || null } })));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    pause.mutate(undefined, { onSuccess: onDone });
  };
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <p>{t("series.pause_text")}</p>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("series.from")} type="date" name="from" required min={today} value={from} onChange={(event) => setFrom(event.target.value)} />
        <Field label={t("series.to")} type="date" name="until" min={from} value={until} onChange={(event) => setUntil(event.target.value)} />
      </div>
      <p className="text-sm text-muted">{t("series.pause_open")}</p>
      <ErrorNote error={pause.error} />
      <Button type="submit" size="large" busy={pause.isPending}>{t("series.pause")}</Button>
    </form>
  );
}

function End({ series }: { series: Series }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [alsoBooked, setAlsoBooked] = useState(false);
  const end = useMutation({
    mutationFn: () => ok(api.DELETE("/api/v1/orders/series/{series_id}", { params: { path: { series_id: series.id }, query: { cancel_booked: alsoBooked } } })),
    onSuccess: async () => {
      await navigate("/series");
      await client.invalidateQueries();
    },
  });
  return (
    <div className="grid gap-4">
      <p>{t("series.end_text")}</p>
      <Switch label={t("series.end_booked")} hint={t("series.end_booked_hint")} checked={alsoBooked} onChange={setAlsoBooked} />
      <ErrorNote error={end.error} />
      <Button look="danger" size="large" busy={end.isPending} onClick={() => end.mutate()}>{t("series.end")}</Button>
    </div>
  );
}

function Upcoming({ series }: { series: Series }) {
  const { t } = useI18n();
  return (
    <section className="grid gap-3">
      <h2 className="text-heading font-bold">{t("series.next")}</h2>
      {series.occurrences.length === 0 ? (
        <Empty icon="clock" title={t("series.none")} />
      ) : (
        <Card className="py-2">
          <ul className="divide-y divide-line">
            {series.occurrences.map((one) => (
              <Row key={one.original_at} one={one} series={series} />
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}

const TONES: Record<string, Tone> = { booked: "good", moved: "warm", skipped: "neutral", failed: "bad" };

function Row({ one, series }: { one: Occurrence; series: Series }) {
  const { t, maybe, momentIn } = useI18n();
  const [isMoving, setMoving] = useState(false);
  // the key of an occurrence is the local time that the rule means
  const [day = "", time = ""] = one.original_at.split("T");
  const skip = useSeriesAction(series.id, () => ok(api.POST("/api/v1/orders/series/{series_id}/skip", { params: { path: { series_id: series.id } }, body: { date: day }, headers: idempotent() })));
  const isOpen = series.state !== "ended" && one.state !== "skipped" && one.state !== "failed";
  const when = momentIn(one.starts_at, series.timezone);
  return (
    <li className="grid gap-1 py-3" aria-label={when}>
      <div className="flex items-start justify-between gap-3">
        <span className={`font-medium ${one.state === "skipped" ? "text-muted line-through" : ""}`}>{one.order_id ? <Link to={`/orders/${one.order_id}`} className="underline underline-offset-4">{when}</Link> : when}</span>
        <Badge tone={TONES[one.state] ?? "neutral"}>{maybe(`occurrence.${one.state}`) ?? one.state}</Badge>
      </div>
      {isOpen && (
        <div className="-ml-4 flex">
          <Button look="quiet" size="small" onClick={() => setMoving(true)}>{t("series.move")}</Button>
          <Button look="quiet" size="small" busy={skip.isPending} onClick={() => skip.mutate()}>{t("series.skip")}</Button>
        </div>
      )}
      {one.reason && <p className="text-sm text-muted">{maybe(`problem.${one.reason}`) ?? maybe(`occurrence.why_${one.reason}`) ?? one.reason}</p>}
      <ErrorNote error={skip.error} />
      <Dialog open={isMoving} title={t("series.move_title", { when })} onClose={() => setMoving(false)}>
        <MoveOne one={one} series={series} day={day} time={time} onDone={() => setMoving(false)} />
      </Dialog>
    </li>
  );
}

function MoveOne({ one, series, day, time, onDone }: { one: Occurrence; series: Series; day: string; time: string; onDone: () => void }) {
  const { t } = useI18n();
  const [at, setAt] = useState(() => localIso(new Date(one.starts_at)));
  const move = useSeriesAction(series.id, () => ok(api.POST("/api/v1/orders/series/{series_id}/move", { params: { path: { series_id: series.id } }, body: { date: day, time, scheduled_at: new Date(at).toISOString() }, headers: idempotent() })));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    move.mutate(undefined, { onSuccess: onDone });
  };
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <p>{t("series.move_text")}</p>
      <Field label={t("book.at")} type="datetime-local" name="at" required min={localIso(new Date())} value={at} onChange={(event) => setAt(event.target.value)} />
      <ErrorNote error={move.error} />
      <Button type="submit" size="large" busy={move.isPending}>{t("series.move")}</Button>
    </form>
  );
}
