/** The report card of a finished walk, like a postcard from it. */

import { useState } from "react";

import { api, idempotent, ok } from "../api/client";
import { hasCode } from "../api/problems";
import { useOrderAction, useReport, useUser } from "../api/queries";
import type { Order, Report } from "../api/types";
import { Sheet } from "../layout/map-layout";
import { useI18n } from "../i18n";
import { randomId } from "../lib/random";
import { MapLine, MapMarker, useFit } from "../map/city-map";
import { Area, Button, ButtonLink, Card, ErrorNote, Loading, Note, Stars } from "../ui/kit";
import { Icon, Steps } from "../ui/icons";
import { Picture } from "../ui/media";
import { Chat } from "./chat";
import { WalkerLine, useOrderChat } from "./order";
import { OrderLinks } from "./order-links";
import { StatusBadge } from "./order-row";
import { Tip } from "./tip";
import { EventList, EventMarkers } from "./walk-events";

export function ReportCard({ order }: { order: Order }) {
  const { t, dateTime, duration, money } = useI18n();
  const user = useUser();
  const report = useReport(order.id, true);
  const isClient = user?.id === order.client_id;
  const names = order.pets.map((pet) => pet.name).join(", ");
  return (
    <>
      {report.data && <ReportMap report={report.data} order={order} />}
      <Sheet title={t("report.title")} tall="62dvh">
        <header className="grid gap-2">
          <div className="flex items-center justify-between gap-3">
            <StatusBadge status={order.status} />
            <span className="text-sm text-muted">{order.finished_at && dateTime(order.finished_at)}</span>
          </div>
          <h1 className="text-title font-extrabold">{t("report.headline", { dogs: names })}</h1>
        </header>
        {report.isPending && <Loading what="report.loading" />}
        <ErrorNote error={report.error} onRetry={() => void report.refetch()} />
        {report.data && <Figures report={report.data} />}
        {report.data && <Photos report={report.data} names={names} />}
        {report.data && <Events report={report.data} />}
        {isClient && order.walker_id && <WalkerLine id={order.walker_id} />}
        {isClient && (
          <p className="flex items-center justify-between border-t border-line pt-4 font-semibold">
            <span>{t(order.status === "settled" ? "report.paid" : "report.to_pay")}</span>
            <span className="tabular-nums">{money(order.amount, order.currency)}</span>
          </p>
        )}
        {report.data?.credit && (
          <Note tone="good" icon="wallet">
            {t("report.credit", { amount: money(report.data.credit.amount, order.currency), done: duration(report.data.credit.delivered_s), booked: duration(report.data.credit.booked_s) })}
          </Note>
        )}
        {isClient && <Tip order={order} />}
        {order.allowed_actions.includes("review") && <ReviewForm order={order} isClient={isClient} />}
        <TalkAfter order={order} />
        <OrderLinks order={order} />
        {isClient && (
          <ButtonLink to="/book" look="secondary">
            {t("order.again")}
          </ButtonLink>
        )}
      </Sheet>
    </>
  );
}

function ReportMap({ report, order }: { report: Report; order: Order }) {
  const { t } = useI18n();
  const line = (report.track?.coordinates ?? []) as [number, number][];
  const places = line.map(([lon, lat]) => ({ lat, lon }));
  useFit(places.length ? places : [order.pickup], `${order.id}.${report.revision}`);
  return (
    <>
      <MapLine id="report" coordinates={line} />
      <MapMarker place={order.pickup} label={t("order.home")}>
        <span className="tag">
          <Icon name="flag" />
        </span>
      </MapMarker>
      <EventMarkers events={report.events} />
    </>
  );
}

function Figures({ report }: { report: Report }) {
  const { t, distance, duration, percent, number } = useI18n();
  if (report.distance_m === null) {
    return (
      <div role="status" className="flex items-center gap-3 text-muted">
        <Steps />
        {t("report.measuring")}
      </div>
    );
  }
  const small: [string, string][] = [
    [t("report.duration"), duration(report.duration_s)],
    [t("report.moving"), report.moving_s === null ? "–" : duration(report.moving_s)],
    [t("report.speed"), report.average_speed === null ? "–" : t("report.kmh", { value: number(report.average_speed * 3.6) })],
  ];
  return (
    <Card className="grid gap-4">
      <div>
        <p className="text-sm text-muted">{t("live.distance")}</p>
        <p className="text-5xl font-extrabold tracking-tight tabular-nums" data-testid="distance">
          {distance(report.distance_m)}
        </p>
        {report.low_m !== null && report.high_m !== null && (
          <>
            <Range low={report.low_m} value={report.distance_m} high={report.high_m} />
            <p className="text-sm text-muted">{t("report.range", { low: distance(report.low_m), high: distance(report.high_m) })}</p>
          </>
        )}
      </div>
      <dl className="grid grid-cols-3 gap-3 border-t border-line pt-4">
        {small.map(([label, value]) => (
          <div key={label}>
            <dt className="text-xs text-muted">{label}</dt>
            <dd className="font-bold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {report.coverage !== null && (
        <div className="grid gap-1.5 border-t border-line pt-4">
          <div className="flex justify-between text-sm">
            <span className="text-muted">{t("report.coverage")}</span>
            <span className="font-bold tabular-nums">{percent(report.coverage)}</span>
          </div>
          <div aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-sunken">
            <div className="h-full rounded-full bg-pine" style={{ width: `${report.coverage * 100}%` }} />
          </div>
          {report.gaps.length > 0 && <p className="text-sm text-muted">{t("report.gaps", { count: report.gaps.length })}</p>}
        </div>
      )}
    </Card>
  );
}

/** The distance as it is: a point in a range, on a leash as long as the range is wide. */
function Range({ low, value, high }: { low: number; value: number; high: number }) {
  const share = high > low ? ((value - low) / (high - low)) * 100 : 50;
  return (
    <div aria-hidden="true" className="relative my-2.5 h-3">
      <span className="absolute inset-x-0 top-1/2 h-1 -translate-y-1/2 rounded-full bg-leash/40" />
      <span className="absolute left-0 h-3 w-1 rounded-full bg-leash/60" />
      <span className="absolute right-0 h-3 w-1 rounded-full bg-leash/60" />
      <span className="absolute top-1/2 size-4 -translate-1/2 rounded-full border-3 border-card bg-leash" style={{ left: `${share}%` }} />
    </div>
  );
}

function Photos({ report, names }: { report: Report; names: string }) {
  const { t } = useI18n();
  if (!report.photos.length) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-heading font-bold">{t("report.photos")}</h2>
      <div className="flex gap-3 overflow-x-auto p-1">
        {report.photos.map((id, index) => (
          <span key={id} className={`shrink-0 rounded-md bg-white p-2 pb-7 shadow-card ${index % 2 ? "rotate-1" : "-rotate-1"}`}>
            <Picture id={id} alt={t("report.photo", { dogs: names, count: index + 1 })} className="size-40 rounded-sm" />
          </span>
        ))}
      </div>
    </section>
  );
}

function Events({ report }: { report: Report }) {
  const { t } = useI18n();
  if (!report.events.length) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-heading font-bold">{t("live.events")}</h2>
      <EventList events={report.events} />
    </section>
  );
}

function ReviewForm({ order, isClient }: { order: Order; isClient: boolean }) {
  const { t } = useI18n();
  const [rating, setRating] = useState(0);
  const [comment, setComment] = useState("");
  const [key] = useState(randomId);
  const review = useOrderAction(order.id, async () => {
    await ok(api.POST("/api/v1/orders/{order_id}/review", { params: { path: { order_id: order.id } }, body: { rating, comment: comment.trim() || null }, headers: idempotent(key) }));
    return order;
  });
  if (review.isSuccess || hasCode(review.error, "already_reviewed")) {
    return (
      <Note tone="good" icon="check" role="status">
        {t("review.thanks")}
      </Note>
    );
  }
  return (
    <Card className="grid gap-4">
      <Stars label={t(isClient ? "review.walker" : "review.client")} value={rating} onChange={setRating} />
      {rating > 0 && (
        <>
          <Area label={t("review.comment")} maxLength={2000} value={comment} onChange={(event) => setComment(event.target.value)} hint={t("review.hint")} />
          <ErrorNote error={review.error} />
          <Button busy={review.isPending} onClick={() => review.mutate()}>
            {t("review.send")}
          </Button>
        </>
      )}
    </Card>
  );
}

function TalkAfter({ order }: { order: Order }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="card px-5 py-4" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-8 font-semibold">{t("chat.title")}</summary>
      {isOpen && <OpenChat order={order} />}
    </details>
  );
}

function OpenChat({ order }: { order: Order }) {
  const chat = useOrderChat(order);
  return (
    <div className="mt-3">
      <Chat chat={chat} />
    </div>
  );
}
