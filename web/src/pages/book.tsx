/** Booking: who, where, when, how long; the price line by line; done. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";

import { api, idempotent, ok } from "../api/client";
import { hasCode } from "../api/problems";
import { usePets, useWallet } from "../api/queries";
import type { Pet, Quote } from "../api/types";
import { Sheet } from "../layout/map-layout";
import { useI18n } from "../i18n";
import { useNow } from "../lib/hooks";
import { randomId } from "../lib/random";
import { useCity } from "../map/city";
import { MapMarker, useFit, useMapClick, useStage, type Place } from "../map/city-map";
import { Area, Button, ButtonLink, Choice, Empty, ErrorNote, Field, Loading, Note, Switch } from "../ui/kit";
import { Icon, Steps } from "../ui/icons";
import { Avatar } from "../ui/media";
import { photoOf } from "./dogs";

const DURATIONS = [20, 30, 45, 60, 90];

interface Plan {
  pets: string[];
  place: Place | null;
  address: string;
  when: "now" | "later";
  at: string;
  minutes: number;
}

export function BookPage() {
  const { t } = useI18n();
  const pets = usePets();
  const { data: city } = useCity();
  const [plan, setPlan] = useState<Plan>(() => ({ pets: [], place: null, address: "", when: "now", at: nextHour(), minutes: 30 }));
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

  const booking = useBooking(request ? quote.data : undefined, () => void quote.refetch());

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
          <Choice label={t("book.when")} value={plan.when} onChange={(when) => change({ when })} options={[{ value: "now", label: t("book.now") }, { value: "later", label: t("book.later") }]} />
          {plan.when === "later" && <Field label={t("book.at")} type="datetime-local" value={plan.at} min={localIso(new Date())} onChange={(event) => change({ at: event.target.value })} />}
        </div>
        <Choice label={t("book.how_long")} value={plan.minutes} onChange={(minutes) => change({ minutes })} options={DURATIONS.map((value) => ({ value, label: t("unit.minutes", { count: value }) }))} />
        <Price booking={booking} isLoading={!!request && quote.isFetching} error={quote.error} onRetry={() => void quote.refetch()} />
      </Sheet>
    </>
  );
}

/** The quote's request; null while something is missing. */
function requestOf(plan: Plan) {
  if (!plan.pets.length || !plan.place || (plan.when === "later" && !plan.at)) return null;
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return {
    service_type: "walk" as const,
    pet_ids: plan.pets,
    scheduled_at: plan.when === "now" ? null : new Date(plan.at).toISOString(),
    duration_minutes: plan.minutes,
    pickup: { lat: round(plan.place.lat), lon: round(plan.place.lon), address: plan.address.trim() },
  };
}

export function localIso(date: Date): string {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function nextHour(): string {
  const date = new Date(Date.now() + 2 * 3600_000);
  date.setMinutes(0, 0, 0);
  return localIso(date);
}

function PickupPin({ place, onMove }: { place: Place | null; onMove: (place: Place) => void }) {
  const { t } = useI18n();
  useMapClick(onMove);
  return (
    place && (
      <MapMarker place={place} draggable glide={false} anchor="bottom" onMove={onMove} label={t("book.pin")} z={5}>
        <svg className="pin cursor-grab" viewBox="0 0 48 60" aria-hidden="true">
          <path d="M24 59C24 59 4 36 4 22.500a20 20 0 1 1 40 0C44 36 24 59 24 59Z" fill="#ff6a3d" stroke="#17241e" strokeWidth="2.500" />
          <g transform="translate(12 10)" fill="#17241e">
            <ellipse cx="5" cy="11.200" rx="2.200" ry="2.900" transform="rotate(-22 5 11.200)" />
            <ellipse cx="9.400" cy="6.600" rx="2.300" ry="3.200" />
            <ellipse cx="14.600" cy="6.600" rx="2.300" ry="3.200" />
            <ellipse cx="19" cy="11.200" rx="2.200" ry="2.900" transform="rotate(22 19 11.200)" />
            <path d="M12 11.800c3.100 0 6.300 3.700 6.300 6.500 0 2.100-1.500 3.200-3.200 3-1.100-.1-2-.6-3.100-.6s-2 .5-3.100.6c-1.700.2-3.200-.9-3.200-3 0-2.800 3.200-6.500 6.300-6.500Z" />
          </g>
        </svg>
      </MapMarker>
    )
  );
}

function Here({ onPlace }: { onPlace: (place: Place) => void }) {
  const { t } = useI18n();
  const stage = useStage();
  const [said, setSaid] = useState<"asking" | "denied" | "outside" | null>(null);
  const [found, setFound] = useState<Place | null>(null);
  useFit(found ? [found] : [], `${found?.lat},${found?.lon}`);
  const ask = () => {
    setSaid("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const place = { lat: coords.latitude, lon: coords.longitude };
        const [west, south, east, north] = stage?.city.bbox ?? [-180, -90, 180, 90];
        const isInside = place.lon > west && place.lon < east && place.lat > south && place.lat < north;
        setSaid(isInside ? null : "outside");
        if (!isInside) return;
        setFound(place);
        onPlace(place);
      },
      () => setSaid("denied"),
      { enableHighAccuracy: true, timeout: 8000 },
    );
  };
  return (
    <div className="grid gap-2">
      <Button look="secondary" size="small" icon="locate" busy={said === "asking"} onClick={ask} className="justify-self-start">
        {t("book.here")}
      </Button>
      {(said === "denied" || said === "outside") && (
        <Note tone="warn" role="status">
          {t(`book.here_${said}`)}
        </Note>
      )}
    </div>
  );
}

function DogPicker({ dogs, values, onChange }: { dogs: Pet[]; values: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useI18n();
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">{t("book.who")}</legend>
      <div className="-mx-1 flex gap-3 overflow-x-auto px-1 py-1">
        {dogs.map((dog) => {
          const has = values.includes(dog.id);
          return (
            <label key={dog.id} className="grid w-20 shrink-0 justify-items-center gap-1.5 rounded-2xl p-1 has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-leash-deep">
              <input type="checkbox" className="cover" checked={has} onChange={() => onChange(has ? values.filter((id) => id !== dog.id) : [...values, dog.id])} />
              <span className={`relative rounded-full p-[3px] ring-3 transition ${has ? "ring-leash" : "ring-transparent"}`}>
                <Avatar id={photoOf(dog)} name={dog.name} size={60} />
                {has && (
                  <span className="absolute -right-1 -bottom-1 grid size-7 place-items-center rounded-full border-2 border-paper bg-leash text-on-leash">
                    <Icon name="check" size={16} />
                  </span>
                )}
              </span>
              <span className={`max-w-full truncate text-sm ${has ? "font-bold" : "font-medium"}`}>{dog.name}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

type Booking = ReturnType<typeof useBooking>;

/** The price in hand, what is wished besides, and booking it. */
function useBooking(quote: Quote | undefined, renew: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const now = useNow(5_000);
  const [wishes, setWishes] = useState({ notes: "", access: "", isSafe: false, hasPin: false });
  const [key, setKey] = useState(randomId);
  const isExpired = !!quote && new Date(quote.expires_at).getTime() < now;
  useEffect(() => {
    if (isExpired) renew();
    // once per expiry
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isExpired]);
  useEffect(() => setKey(randomId()), [quote?.quote_id]);

  const book = useMutation({
    mutationFn: () => {
      const { notes, access, isSafe, hasPin } = wishes;
      const body = { quote_id: quote!.quote_id, notes: notes.trim() || null, access_notes: access.trim() || null, home_safe: isSafe, require_pin: hasPin, payment_method: "wallet" };
      return ok(api.POST("/api/v1/orders", { body, headers: idempotent(key) }));
    },
    onSuccess: (order) => {
      client.setQueryData(["order", order.id], order);
      void client.invalidateQueries({ queryKey: ["orders"] });
      void client.invalidateQueries({ queryKey: ["wallet"] });
      client.removeQueries({ queryKey: ["quote"] });
      void navigate(`/orders/${order.id}`);
    },
    onError: (problem) => hasCode(problem, "quote_expired", "quote_used") && renew(),
  });
  return { quote, wishes, setWishes, book };
}

function Price({ booking, isLoading, error, onRetry }: { booking: Booking; isLoading: boolean; error: unknown; onRetry: () => void }) {
  const i18n = useI18n();
  const { t, money } = i18n;
  const { quote, wishes, setWishes, book } = booking;
  if (error) return <ErrorNote error={error} onRetry={onRetry} />;
  if (!quote) {
    return isLoading ? (
      <div role="status" className="grid justify-items-center gap-3 py-6 text-muted">
        <Steps />
        {t("book.pricing")}
      </div>
    ) : (
      <Note icon="dog">{t("book.pick_dog")}</Note>
    );
  }
  return (
    <section aria-label={t("book.price")} aria-busy={isLoading} className="grid gap-5">
      <div className={`drop-shadow-[0_6px_14px_rgb(40_30_10/0.12)] transition ${isLoading ? "opacity-60" : ""}`}>
        <div className="receipt px-5 pt-5">
          <ul className="grid gap-2.5">
            {quote.lines.map((line) => (
              <li key={line.code} className="flex items-baseline">
                <span>{lineTitle(line, i18n)}</span>
                <span className="leader" />
                <span className="tabular-nums">{money(line.amount, quote.currency)}</span>
              </li>
            ))}
          </ul>
          <p className="mt-4 flex items-baseline justify-between border-t-2 border-ink pt-3 text-2xl font-extrabold tracking-tight" aria-live="polite">
            <span>{t("book.total")}</span>
            <span className="tabular-nums" data-testid="total">
              {money(quote.amount, quote.currency)}
            </span>
          </p>
        </div>
      </div>
      <details className="card px-5 py-4">
        <summary className="min-h-8 font-semibold">{t("book.more")}</summary>
        <div className="mt-4 grid gap-4">
          <Area label={t("book.notes")} maxLength={2000} value={wishes.notes} onChange={(event) => setWishes({ ...wishes, notes: event.target.value })} hint={t("book.notes_hint")} />
          <Area label={t("book.access")} maxLength={2000} value={wishes.access} onChange={(event) => setWishes({ ...wishes, access: event.target.value })} hint={t("book.access_hint")} />
          <Switch label={t("book.pin_on")} hint={t("book.pin_hint")} checked={wishes.hasPin} onChange={(hasPin) => setWishes({ ...wishes, hasPin })} />
          <Switch label={t("book.safe_on")} hint={t("book.safe_hint")} checked={wishes.isSafe} onChange={(isSafe) => setWishes({ ...wishes, isSafe })} />
        </div>
      </details>
      <ErrorNote error={book.error} />
    </section>
  );
}

/** Always in reach under the sheet: the price is in it, so nobody books what he has not seen. */
function BookButton({ booking: { quote, book }, isLoading }: { booking: Booking; isLoading: boolean }) {
  const { t, money } = useI18n();
  const wallet = useWallet();
  if (!quote) return null;
  const { data } = wallet;
  const missing = data?.currency === quote.currency ? quote.amount - data.available : 0;
  if (missing > 0) {
    return (
      <div className="grid gap-2">
        <p className="text-center text-sm font-semibold text-sun">{t("book.short", { amount: money(missing, quote.currency) })}</p>
        <ButtonLink to="/wallet?topup=1" size="large" icon="plus">
          {t("wallet.topup")}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className="grid gap-1.5">
      <Button size="large" busy={book.isPending} disabled={isLoading} onClick={() => book.mutate()}>
        {t("book.book", { amount: money(quote.amount, quote.currency) })}
      </Button>
      <p className="text-center text-xs text-muted">{t("book.held")}</p>
    </div>
  );
}

/** A line of the price in the reader's language; its numbers are in the title that the API made. */
export function lineTitle(line: { code: string; title: string }, { maybe }: Pick<ReturnType<typeof useI18n>, "maybe">): string {
  const count = Number(/\d+/.exec(line.title)?.[0] ?? 1);
  return maybe(`line.${line.code}`, { count }) ?? line.title;
}
