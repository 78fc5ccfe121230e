/** Booking: who, where, when, how long, once or every week; the price line by line; done. */

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";

import { api, ok } from "../api/client";
import { hasCode } from "../api/problems";
import { usePets } from "../api/queries";
import { Sheet } from "../layout/map-layout";
import { useI18n } from "../i18n";
import { localDate, localIso } from "../lib/local-time";
import { firstMoment } from "../lib/recurrence";
import { useCity } from "../map/city";
import type { Place } from "../map/city-map";
import { ButtonLink, Choice, Empty, ErrorNote, Field, Loading } from "../ui/kit";
import { Icon } from "../ui/icons";
import { DogPicker, Here, PickupPin, WeeksFields, type Weeks } from "./book-fields";
import { BookButton, Price, useBooking } from "./book-price";

const DURATIONS = [20, 30, 45, 60, 90];
const WHEN = ["now", "later", "weekly"] as const;

interface Plan {
  pets: string[];
  place: Place | null;
  address: string;
  when: (typeof WHEN)[number];
  at: string;
  weeks: Weeks;
  minutes: number;
  promo: string;
}

export function BookPage() {
  const { t } = useI18n();
  const pets = usePets();
  const { data: city } = useCity();
  const [search] = useSearchParams();
  const [plan, setPlan] = useState<Plan>(() => emptyPlan(search.get("when") === "weekly" ? "weekly" : "now"));
  const change = (part: Partial<Plan>) => setPlan((before) => ({ ...before, ...part }));

  const dogs = pets.data;
  useEffect(() => {
    if (dogs?.length === 1) change({ pets: [dogs[0]!.id] });
  }, [dogs]);
  const center = city?.center;
  useEffect(() => {
    if (center) setPlan((before) => (before.place ? before : { ...before, place: center }));
  }, [center]);

  const request = requestOf(plan);
  const quote = useQuery({
    queryKey: ["quote", request],
    queryFn: () => ok(api.POST("/api/v1/orders/quote", { body: request! })),
    enabled: !!request,
    placeholderData: (before) => before,
    staleTime: 5 * 60_000,
  });
  const promoProblem = hasCode(quote.error, "promo_not_applicable") ? quote.error : null;
  const booking = useBooking({ quote: request ? quote.data : undefined, renew: () => void quote.refetch(), request, weeks: plan.when === "weekly" ? plan.weeks : null });

  if (pets.isPending) return <Sheet title={t("book.title")}><Loading /></Sheet>;
  if (pets.error) return <Sheet title={t("book.title")}><ErrorNote error={pets.error} onRetry={() => void pets.refetch()} /></Sheet>;
  if (!dogs?.length) {
    return (
      <Sheet title={t("book.title")}>
        <Empty icon="dog" title={t("dogs.empty")}>
          <p>{t("book.need_dog")}</p>
          <ButtonLink to="/dogs/new" icon="plus">
            {t("dogs.add")}
          </ButtonLink>
        </Empty>
      </Sheet>
    );
  }
  return (
    <>
      <PickupPin place={plan.place} onMove={(place) => change({ place })} />
      <Sheet title={t("book.title")} tall="66dvh" footer={booking.quote && <BookButton booking={booking} isLoading={quote.isFetching} />}>
        <h1 className="text-title font-extrabold">{t("book.title")}</h1>
        <DogPicker dogs={dogs} values={plan.pets} onChange={(ids) => change({ pets: ids })} />
        <fieldset className="grid gap-3">
          <legend className="mb-1.5 text-sm font-semibold">{t("book.where")}</legend>
          <p className="flex items-center gap-2 text-sm text-muted">
            <Icon name="pin" size={20} className="shrink-0 text-leash-deep" />
            {t("book.where_hint")}
          </p>
          <Here onPlace={(place) => change({ place })} />
          <Field label={t("book.address")} autoComplete="street-address" maxLength={300} value={plan.address} onChange={(event) => change({ address: event.target.value })} hint={t("book.address_hint")} />
        </fieldset>
        <div className="grid gap-3">
          <Choice label={t("book.when")} value={plan.when} onChange={(when) => change({ when })} options={WHEN.map((value) => ({ value, label: t(`book.${value}`) }))} />
          {plan.when === "later" && <Field label={t("book.at")} type="datetime-local" value={plan.at} min={localIso(new Date())} onChange={(event) => change({ at: event.target.value })} />}
          {plan.when === "weekly" && <WeeksFields weeks={plan.weeks} onChange={(part) => change({ weeks: { ...plan.weeks, ...part } })} />}
        </div>
        <Choice label={t("book.how_long")} value={plan.minutes} onChange={(minutes) => change({ minutes })} options={DURATIONS.map((value) => ({ value, label: t("unit.minutes", { count: value }) }))} />
        <Price
          booking={booking}
          isLoading={!!request && quote.isFetching}
          error={promoProblem ? null : quote.error}
          onRetry={() => void quote.refetch()}
          promo={plan.when === "weekly" ? null : { applied: plan.promo, problem: promoProblem, onApply: (promo) => change({ promo }) }}
        />
      </Sheet>
    </>
  );
}

function emptyPlan(when: Plan["when"]): Plan {
  const date = new Date(Date.now() + 2 * 3600_000);
  date.setMinutes(0, 0, 0);
  const at = localIso(date);
  const weeks = { days: [(date.getDay() + 6) % 7], every: 1, from: localDate(date), time: at.slice(11), until: "" };
  return { pets: [], place: null, address: "", when, at, weeks, minutes: 30, promo: "" };
}

/** The quote's request, for a series that of its first walk; null while something is missing. */
function requestOf(plan: Plan) {
  const at = plan.when === "now" ? null : plan.when === "later" ? plan.at : firstMoment(plan.weeks.days, plan.weeks.from, plan.weeks.time);
  if (!plan.pets.length || !plan.place || at === "" || (plan.when === "weekly" && !at)) return null;
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return {
    service_type: "walk" as const,
    pet_ids: plan.pets,
    scheduled_at: at === null ? null : new Date(at).toISOString(),
    duration_minutes: plan.minutes,
    pickup: { lat: round(plan.place.lat), lon: round(plan.place.lon), address: plan.address.trim() },
    promo_code: plan.when === "weekly" ? null : plan.promo || null,
  };
}

export type WalkRequest = NonNullable<ReturnType<typeof requestOf>>;
