/** One walk, from the search for a walker to the report card. */

import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useParams } from "react-router";

import { api, ok } from "../api/client";
import { findChat, useChat, useTrack, type TrackPoint } from "../api/live";
import { useOrder, useUser, useWalkEvents, useWalkerCard } from "../api/queries";
import type { Message, Order, OrderStatus } from "../api/types";
import { Sheet } from "../layout/map-layout";
import { useI18n } from "../i18n";
import { clock } from "../i18n/translate";
import { useNow } from "../lib/hooks";
import { MapLine, MapMarker, useFit, useFollow, type Place } from "../map/city-map";
import { BackgroundCheckWords } from "../ui/background-check";
import { Badge, Button, ButtonLink, Dialog, ErrorNote, Loading, Note } from "../ui/kit";
import { Icon, Paw, Steps } from "../ui/icons";
import { lineTitle } from "../ui/line-title";
import { Avatar } from "../ui/media";
import { Cancel } from "./cancel";
import { Chat } from "./chat";
import { ReportCard } from "./report";
import { Notices, OrderLinks } from "./order-links";
import { StatusBadge } from "./order-row";
import { EventList, EventMarkers } from "./walk-events";

const STEPS: OrderStatus[] = ["searching", "assigned", "en_route", "in_progress"];
const OVER: OrderStatus[] = ["completed", "settled", "disputed"];
const GONE: OrderStatus[] = ["cancelled", "expired", "payment_failed", "no_show"];

export function OrderPage() {
  const { id = "" } = useParams();
  const { t } = useI18n();
  const order = useOrder(id);
  if (!order.data) {
    return (
      <Sheet title={t("order.title")}>
        {order.error ? <ErrorNote error={order.error} onRetry={() => void order.refetch()} /> : <Loading />}
      </Sheet>
    );
  }
  return OVER.includes(order.data.status) ? <ReportCard order={order.data} /> : <Running order={order.data} />;
}

/** The chat of an order; asked for where the order does not know it yet. */
export function useOrderChat(order: Order) {
  const hasWalker = !!order.walker_id;
  const found = useQuery({
    queryKey: ["order", order.id, "chat"],
    queryFn: () => findChat(order.id),
    enabled: hasWalker && !order.chat_id,
    refetchInterval: ({ state }) => (state.data ? false : 3_000),
  });
  const chatId = order.chat_id ?? found.data ?? null;
  return { chatId, ...useChat(hasWalker ? chatId : null) };
}

function Running({ order }: { order: Order }) {
  const { t, dateTime } = useI18n();
  const [isTalking, setTalking] = useState(false);
  const [isCancelling, setCancelling] = useState(false);
  const isWalking = order.status === "in_progress";
  const track = useTrack(isWalking ? order.track_id : null);
  const chat = useOrderChat(order);
  // the chat's card of each event is the wake-up; what happened is the order's to say
  const told = chat.messages.findLast((message) => message.card?.type === "walk_event")?.seq ?? 0;
  const events = useWalkEvents(order.id, isWalking, told);
  const pickup = { lat: order.pickup.lat, lon: order.pickup.lon };
  useFit([pickup], order.id, 16.5);
  const names = order.pets.map((pet) => pet.name).join(", ");
  const isGone = GONE.includes(order.status);
  return (
    <>
      <OrderMap order={order} points={track.points} />
      <EventMarkers events={events.data ?? []} />
      <Sheet title={t("order.title")} tall={isWalking ? "52dvh" : "56dvh"}>
        <header className="grid gap-3">
          <div className="flex items-center justify-between gap-3">
            <StatusBadge status={order.status} />
            {isWalking && <LineBadge state={track.state} />}
          </div>
          <h1 className="text-title font-extrabold" aria-live="polite">
            {t(`order.headline.${order.status}`, { dogs: names })}
          </h1>
          {order.status === "searching" && <Steps />}
          {isGone ? <p className="text-muted">{t("order.gone_text")}</p> : isWalking ? <Live order={order} points={track.points} /> : <Leash status={order.status} />}
        </header>
        {order.walker_id && <WalkerLine id={order.walker_id} />}
        {order.status === "awaiting_payment" && order.payment.confirmation_url && (
          <a href={order.payment.confirmation_url} className="inline-flex min-h-13 items-center justify-center rounded-full bg-leash px-6 font-semibold text-on-leash">
            {t("wallet.confirm")}
          </a>
        )}
        <Notices order={order} />
        {order.start_pin && !isWalking && !isGone && (
          <Note tone="warm" icon="key">
            <p className="text-sm">{t("order.pin")}</p>
            <p className="text-3xl font-extrabold tracking-[0.2em] tabular-nums">{order.start_pin}</p>
          </Note>
        )}
        {isWalking && <Events query={events} />}
        {order.walker_id && (
          <Button look="secondary" icon="chat" disabled={!chat.chatId} onClick={() => setTalking(true)}>
            {t("chat.open")}
            <Unread messages={chat.messages} isOpen={isTalking} />
          </Button>
        )}
        <Details order={order} />
        <OrderLinks order={order} />
        {isGone && <ButtonLink to="/book">{t("order.again")}</ButtonLink>}
        {order.allowed_actions.includes("cancel") && (
          <Button look="warning" onClick={() => setCancelling(true)}>
            {t("order.cancel")}
          </Button>
        )}
        <p className="text-sm text-muted">{t("order.booked", { when: dateTime(order.created_at) })}</p>
      </Sheet>
      <Dialog open={isTalking} title={t("chat.title")} onClose={() => setTalking(false)}>
        <Chat chat={chat} />
      </Dialog>
      <Dialog open={isCancelling} title={t("order.cancel_title")} onClose={() => setCancelling(false)}>
        <Cancel order={order} onDone={() => setCancelling(false)} />
      </Dialog>
    </>
  );
}

export function LineBadge({ state }: { state: "connecting" | "live" | "offline" }) {
  const { t } = useI18n();
  return (
    <Badge tone={state === "live" ? "good" : "warn"}>
      <span className={`size-2 rounded-full bg-current ${state === "live" ? "animate-[blink_1.6s_ease-in-out_infinite]" : ""}`} />
      {t(`line_state.${state}`)}
    </Badge>
  );
}

export function OrderMap({ order, points, me }: { order: Order; points: TrackPoint[]; /** The walker's own page has his marker already. */ me?: Place | null }) {
  const { t } = useI18n();
  const coordinates = useMemo(() => points.map((point): [number, number] => [point.lon, point.lat]), [points]);
  const last = points.at(-1);
  const at = me ?? last;
  useFollow(at);
  return (
    <>
      <MapLine id="walk" coordinates={coordinates} />
      <MapMarker place={order.pickup} label={t("order.home")}>
        <span className="tag">
          <Icon name="flag" />
        </span>
      </MapMarker>
      {last && me === undefined && (
        <MapMarker place={last} label={t("order.now_here")} z={6}>
          <span className="tag" data-kind="live">
            <Paw />
          </span>
        </MapMarker>
      )}
    </>
  );
}

const LINKS = ["M0 12C30 -4 70 28 100 12", "M100 12C130 -4 170 28 200 12", "M200 12C230 -4 270 28 300 12"];

/** How far it has come, as a leash with a knot at each step. */
function Leash({ status }: { status: OrderStatus }) {
  const { t } = useI18n();
  const at = STEPS.indexOf(status);
  return (
    <ol className="relative mt-1 grid grid-cols-4">
      <svg viewBox="0 0 300 24" preserveAspectRatio="none" aria-hidden="true" className="absolute inset-x-[12.5%] top-1 h-6 w-3/4 overflow-visible">
        {LINKS.map((link, index) => (
          <path key={link} d={link} fill="none" strokeWidth="4" vectorEffect="non-scaling-stroke" className={`transition-colors duration-700 ${index < at ? "stroke-leash" : "stroke-line"}`} />
        ))}
      </svg>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === at ? "step" : undefined} className="relative grid justify-items-center gap-1.5 text-center">
          <span className={`grid size-8 place-items-center rounded-full border-3 border-paper ${index < at ? "bg-leash text-on-leash" : index === at ? "scale-125 bg-leash text-on-leash" : "bg-line text-muted"}`}>
            {index < at ? <Icon name="check" size={16} /> : <Paw size={16} />}
          </span>
          <span className={`text-xs leading-tight ${index === at ? "font-bold" : "text-muted"}`}>{t(`step.${step as "searching" | "assigned" | "en_route" | "in_progress"}`)}</span>
        </li>
      ))}
    </ol>
  );
}

export function Live({ order, points }: { order: Order; points: TrackPoint[] }) {
  const { t, distance, percent } = useI18n();
  const now = useNow();
  const stats = useQuery({
    queryKey: ["track", order.id, "stats"],
    queryFn: () => ok(api.GET("/api/v1/tracks/{track_id}/stats", { params: { path: { track_id: order.id } } })),
    refetchInterval: 10_000,
    retry: false,
  });
  const elapsed = order.started_at ? (now - new Date(order.started_at).getTime()) / 1000 : 0;
  const last = points.at(-1);
  const silent = last ? (now - new Date(last.at).getTime()) / 1000 : 0;
  return (
    <div className="grid gap-3">
      <dl className="grid grid-cols-2 gap-3">
        <div>
          <dt className="text-sm text-muted">{t("live.time")}</dt>
          <dd className="text-4xl font-extrabold tracking-tight tabular-nums">
            <span role="timer">{clock(elapsed)}</span>
          </dd>
          <dd className="text-sm text-muted">{t("live.of", { minutes: t("unit.minutes", { count: order.duration_minutes }) })}</dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{t("live.distance")}</dt>
          <dd className="text-4xl font-extrabold tracking-tight tabular-nums">{stats.data ? distance(stats.data.distance_m) : "–"}</dd>
          <dd className="text-sm text-muted">{stats.data ? t("live.coverage", { share: percent(stats.data.coverage) }) : t("live.measuring")}</dd>
        </div>
      </dl>
      {silent > 30 && (
        <Note tone="warn" icon="clock" role="status">
          {t("live.silent", { time: clock(silent) })}
        </Note>
      )}
    </div>
  );
}

function Events({ query }: { query: ReturnType<typeof useWalkEvents> }) {
  const { t } = useI18n();
  const { data, error, refetch } = query;
  return (
    <section className="grid gap-2" aria-live="polite">
      <h2 className="text-heading font-bold">{t("live.events")}</h2>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <p className="text-muted">{t("live.no_events")}</p>}
      {!!data?.length && <EventList events={data.toReversed()} withPhotos />}
    </section>
  );
}

function Unread({ messages, isOpen }: { messages: Message[]; isOpen: boolean }) {
  const { t } = useI18n();
  const user = useUser();
  const [seen, setSeen] = useState(0);
  const last = messages.at(-1)?.seq ?? 0;
  if (isOpen && seen !== last) setSeen(last);
  const count = messages.filter((message) => message.text && message.sender_id !== user?.id && message.seq > seen).length;
  return count ? <span className="rounded-full bg-leash px-2 text-sm text-on-leash" aria-label={t("chat.unread", { count })}>{count}</span> : null;
}

export function WalkerLine({ id }: { id: string }) {
  const { t, number } = useI18n();
  const { data } = useWalkerCard(id);
  if (!data) return null;
  return (
    <div className="grid gap-3">
      <div className="flex items-center gap-3">
        <Avatar id={data.avatar_media_id} name={data.display_name} />
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold">{data.display_name}</p>
          <p className="text-sm text-muted">
            {data.rating ? `${number(data.rating)} ★ · ` : ""}
            {t("walker.walks", { count: data.completed_walks })}
          </p>
        </div>
        {data.is_verified && (
          <Badge tone="good" icon="shield">
            {t("walker.verified")}
          </Badge>
        )}
      </div>
      {data.background_check && <BackgroundCheckWords check={data.background_check} />}
    </div>
  );
}

function Details({ order }: { order: Order }) {
  const i18n = useI18n();
  const { t, money, dateTime } = i18n;
  return (
    <details className="card px-5 py-4">
      <summary className="min-h-8 font-semibold">
        {t("order.details")}
        <span className="ml-auto tabular-nums">{money(order.amount, order.currency)}</span>
      </summary>
      <dl className="mt-3 grid gap-2 text-sm">
        <div className="flex justify-between gap-4">
          <dt className="text-muted">{t("book.when")}</dt>
          <dd>
            {dateTime(order.scheduled_at)} · {t("unit.minutes", { count: order.duration_minutes })}
          </dd>
        </div>
        {order.pickup.address && (
          <div className="flex justify-between gap-4">
            <dt className="text-muted">{t("book.where")}</dt>
            <dd className="text-right">{order.pickup.address}</dd>
          </div>
        )}
        {order.lines.map((line) => (
          <div key={line.code} className="flex justify-between gap-4">
            <dt className="text-muted">{lineTitle(line, i18n)}</dt>
            <dd className="tabular-nums">{money(line.amount, order.currency)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
