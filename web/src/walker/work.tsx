/** The walker's day: online or not, offers that tick, the walks that are his. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useNavigate } from "react-router";

import { api, idempotent, ok } from "../api/client";
import { hasCode } from "../api/problems";
import { isRunning, useOffers, useOrders, useOwnWalker, useStanding } from "../api/queries";
import type { Offer } from "../api/types";
import { Sheet } from "../layout/map-layout";
import { useI18n } from "../i18n";
import { useNow } from "../lib/hooks";
import { MapMarker, useFit } from "../map/city-map";
import { OrderRow } from "../pages/order-row";
import { Badge, Button, ButtonLink, Card, ErrorNote, Loading } from "../ui/kit";
import { Icon, Steps } from "../ui/icons";
import { recorder, useRecording } from "./recorder";
import { MeMarker, PositionHelp } from "./status";

export function WorkPage() {
  const { t, dateTime } = useI18n();
  const walker = useOwnWalker();
  const standing = useStanding();
  const offers = useOffers(true);
  const orders = useOrders("walker", 5_000);
  const client = useQueryClient();
  const { last } = useRecording();
  const isOnline = walker.data?.online ?? false;
  const isReady = !!walker.data?.home && standing.data?.status === "approved";
  const running = orders.data?.filter(isRunning) ?? [];

  useEffect(() => {
    if (isOnline) recorder.start("waiting");
    else recorder.stop();
  }, [isOnline]);
  const home = walker.data?.home;
  useFit(home ? [home] : [], "home", 15.5);

  const turn = useMutation({
    mutationFn: (on: boolean) => ok(on ? api.POST("/api/v1/walkers/me/online") : api.POST("/api/v1/walkers/me/offline")),
    onSuccess: (changed) => client.setQueryData(["walker", "me"], changed),
  });
  const isNew = hasCode(walker.error, "walker_not_found");
  return (
    <>
      <MeMarker />
      {offers.data?.map((offer) => (
        <MapMarker key={offer.id} place={offer.pickup} label={t("offer.here")}>
          <span className="tag">
            <Icon name="dog" />
          </span>
        </MapMarker>
      ))}
      <Sheet title={t("nav.work")} tall="66dvh">
        <header className="grid gap-4">
          <div className="flex items-center justify-between gap-3">
            <h1 className="text-title font-extrabold">{t(isOnline ? "work.online" : "work.offline")}</h1>
            <Badge tone={isOnline ? "good" : "neutral"}>{t(isOnline ? "work.badge_on" : "work.badge_off")}</Badge>
          </div>
          {walker.isPending && <Loading />}
          {!isNew && <ErrorNote error={walker.error} onRetry={() => void walker.refetch()} />}
          {(isReady || isOnline) && (
            <Button size="large" look={isOnline ? "secondary" : "primary"} busy={turn.isPending} onClick={() => turn.mutate(!isOnline)} aria-pressed={isOnline}>
              {t(isOnline ? "work.go_offline" : "work.go_online")}
            </Button>
          )}
          <ErrorNote error={turn.error} />
          {!walker.isPending && !standing.isPending && !isReady && <FirstSteps hasHome={!!walker.data?.home} status={standing.data?.status ?? "none"} />}
        </header>
        {isOnline && <PositionHelp start={last ?? walker.data?.home ?? null} />}
        <section className="grid gap-3" aria-label={t("work.offers")} aria-live="polite">
          {offers.data?.map((offer) => (
            <OfferCard key={offer.id} offer={offer} />
          ))}
          <ErrorNote error={offers.error} onRetry={() => void offers.refetch()} />
          {isOnline && offers.data?.length === 0 && !running.length && (
            <div className="grid justify-items-center gap-3 py-6 text-center text-muted">
              <Steps />
              <p>{t("work.waiting")}</p>
            </div>
          )}
        </section>
        {running.length > 0 && (
          <section className="grid gap-3">
            <h2 className="text-heading font-bold">{t("work.mine")}</h2>
            <ul className="grid gap-2.5">
              {running.map((order) => (
                <OrderRow key={order.id} order={order} to={`/work/${order.id}`} />
              ))}
            </ul>
          </section>
        )}
        {last && isOnline && <p className="text-sm text-muted">{t("work.position_at", { time: dateTime(last.at) })}</p>}
      </Sheet>
    </>
  );
}

function FirstSteps({ hasHome, status }: { hasHome: boolean; status: string }) {
  const { t } = useI18n();
  const steps = [
    { to: "/walker/profile", done: hasHome, title: t("work.step_profile"), text: t("work.step_profile_text") },
    { to: "/walker/verification", done: status === "approved", title: t("work.step_verify"), text: t(status === "pending" ? "work.step_verify_pending" : status === "rejected" ? "work.step_verify_rejected" : "work.step_verify_text") },
  ];
  return (
    <ol className="grid gap-3">
      {steps.map((step, index) => (
        <Card as="li" key={step.to} className="flex items-start gap-4 p-4">
          <span className={`grid size-10 shrink-0 place-items-center rounded-full font-bold ${step.done ? "bg-pine-soft text-pine" : "bg-leash text-on-leash"}`}>{step.done ? <Icon name="check" size={20} /> : index + 1}</span>
          <div className="grid flex-1 gap-2">
            <div>
              <h2 className="font-bold">{step.title}</h2>
              <p className="text-sm text-muted">{step.text}</p>
            </div>
            {!step.done && (
              <ButtonLink to={step.to} size="small" look="secondary" className="justify-self-start">
                {t("action.open")}
              </ButtonLink>
            )}
          </div>
        </Card>
      ))}
    </ol>
  );
}

function OfferCard({ offer }: { offer: Offer }) {
  const { t, money, dateTime, distance } = useI18n();
  const navigate = useNavigate();
  const client = useQueryClient();
  const now = useNow();
  const left = Math.max(0, Math.round((Date.parse(offer.expires_at) - now) / 1000));
  const done = () => {
    void client.invalidateQueries({ queryKey: ["offers"] });
    void client.invalidateQueries({ queryKey: ["orders"] });
  };
  const path = { params: { path: { offer_id: offer.id } } };
  const accept = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/orders/offers/{offer_id}/accept", { ...path, headers: idempotent(`accept-${offer.id}`) })),
    onSuccess: (order) => {
      client.setQueryData(["order", order.id], order);
      void navigate(`/work/${order.id}`);
    },
    onSettled: done,
  });
  const decline = useMutation({ mutationFn: () => ok(api.POST("/api/v1/orders/offers/{offer_id}/decline", path)), onSettled: done });
  return (
    <Card as="article" aria-label={t("offer.title")} className="rise grid gap-4 border-2 border-leash">
      <div className="flex items-start justify-between gap-3">
        <div>
          <p className="text-sm text-muted">{t("offer.earn")}</p>
          <p className="text-4xl font-extrabold tracking-tight tabular-nums">{money(offer.earnings, offer.currency)}</p>
        </div>
        <Countdown left={left} />
      </div>
      <p className="font-medium">
        {offer.is_asap ? t("book.now") : dateTime(offer.scheduled_at)} · {t("unit.minutes", { count: offer.duration_minutes })} · {t("offer.away", { distance: distance(offer.distance_m) })}
      </p>
      <p className="flex flex-wrap gap-1.5">
        {offer.pets.map((pet) => (
          <Badge key={pet.pet_id} icon="dog">
            {pet.name} · {t(`size.${pet.size as "small"}`)}
          </Badge>
        ))}
      </p>
      <ErrorNote error={accept.error ?? decline.error} />
      <div className="grid grid-cols-[1fr_2fr] gap-2.5">
        <Button look="secondary" size="large" disabled={!left} busy={decline.isPending} onClick={() => decline.mutate()}>
          {t("offer.decline")}
        </Button>
        <Button size="large" disabled={!left} busy={accept.isPending} onClick={() => accept.mutate()}>
          {t("offer.accept")}
        </Button>
      </div>
    </Card>
  );
}

function Countdown({ left }: { left: number }) {
  const { t } = useI18n();
  const share = Math.min(1, left / 60);
  return (
    <span role="timer" aria-label={t("offer.left", { count: left })} className="relative grid size-14 place-items-center">
      <svg viewBox="0 0 36 36" aria-hidden="true" className="absolute inset-0 -rotate-90">
        <circle cx="18" cy="18" r="15.500" fill="none" className="stroke-line" strokeWidth="3.500" />
        <circle cx="18" cy="18" r="15.500" fill="none" className="stroke-leash transition-all duration-1000 ease-linear" strokeWidth="3.500" strokeLinecap="round" pathLength={1} strokeDasharray={`${share} 1`} />
      </svg>
      <span aria-hidden="true" className="font-bold tabular-nums">
        {left}
      </span>
    </span>
  );
}
