/** The city as it is now: walkers on the map, and the way in. */

import { useMemo } from "react";
import { Navigate } from "react-router";

import { isRunning, useNearby, useOrders, usePets, useUser } from "../api/queries";
import { Sheet } from "../layout/map-layout";
import { useI18n } from "../i18n";
import { desksOf } from "../lib/desks";
import { useMode } from "../lib/mode";
import { CityActivity, useActivity } from "../map/activity";
import { MapMarker } from "../map/city-map";
import { useCity } from "../map/city";
import { OrderRow } from "./order-row";
import { Badge, ButtonLink, Card, ErrorNote, RowLink } from "../ui/kit";
import { Icon, Paw, type IconName } from "../ui/icons";

export function HomePage() {
  const user = useUser();
  const mode = useMode(user);
  if (user && mode === "walker") return <Navigate to="/work" replace />;
  return (
    <>
      <CityActivity />
      <Walkers />
      {!user ? <Welcome /> : mode === "admin" ? <Overview /> : <OwnerHome />}
    </>
  );
}

function useWalkers() {
  const user = useUser();
  const { data: city } = useCity();
  return { city, ...useNearby(city?.center, !!user) };
}

function Walkers() {
  const { t } = useI18n();
  const { data } = useWalkers();
  return data?.map((walker) => (
    <MapMarker key={walker.id} place={walker} label={t("home.walker_marker")}>
      <span className="tag" data-kind="walker">
        <Paw />
      </span>
    </MapMarker>
  ));
}

function CityPulse() {
  const { t } = useI18n();
  const { data, error, refetch, city } = useWalkers();
  const activity = useActivity();
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  const count = data?.length ?? 0;
  const places = activity.data?.length ?? 0;
  return (
    <p role="status" className="inline-flex items-center gap-2 text-sm font-semibold">
      <span className={`size-2.5 rounded-full ${count ? "animate-[blink_2s_ease-in-out_infinite] bg-pine" : "bg-edge"}`} />
      <span>
        {data ? t(count ? "home.walkers_online" : "home.walkers_none", { count, city: city?.name ?? "" }) : t("home.looking")}
        {places > 0 && ` · ${t("home.busy", { count: places })}`}
      </span>
    </p>
  );
}

function Welcome() {
  const { t } = useI18n();
  const points: [IconName, "home.point_live" | "home.point_price" | "home.point_report"][] = [
    ["locate", "home.point_live"],
    ["wallet", "home.point_price"],
    ["walks", "home.point_report"],
  ];
  return (
    <Sheet title={t("home.title")} tall="66dvh">
      <div className="grid gap-4">
        <CityPulse />
        <h1 className="text-display font-extrabold">{t("home.hero")}</h1>
        <p className="text-lg leading-snug text-muted">{t("home.lead")}</p>
      </div>
      <div className="grid gap-2.5">
        <ButtonLink to="/register" size="large">
          {t("home.book_first")}
          <Icon name="next" />
        </ButtonLink>
        <div className="grid grid-cols-2 gap-2.5">
          <ButtonLink to="/sign-in" look="secondary">
            {t("auth.sign_in")}
          </ButtonLink>
          <ButtonLink to="/register?role=walker" look="secondary">
            {t("home.become_walker")}
          </ButtonLink>
        </div>
      </div>
      <ul className="grid gap-3 border-t border-line pt-5">
        {points.map(([icon, key]) => (
          <li key={key} className="flex items-start gap-3">
            <Icon name={icon} className="mt-0.5 shrink-0 text-leash-deep" />
            <span>{t(key)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function OwnerHome() {
  const { t } = useI18n();
  const user = useUser();
  const pets = usePets();
  const orders = useOrders("client", 5_000);
  const running = useMemo(() => orders.data?.filter(isRunning) ?? [], [orders.data]);
  return (
    <Sheet title={t("nav.map")}>
      <div className="grid gap-2">
        <CityPulse />
        <h1 className="text-title font-extrabold">{t("home.hello", { name: user?.display_name ?? "" })}</h1>
      </div>
      {orders.error && <ErrorNote error={orders.error} onRetry={() => void orders.refetch()} />}
      {running.length > 0 && (
        <ul className="grid gap-2.5" aria-label={t("home.running")}>
          {running.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
      {pets.data?.length === 0 ? (
        <div className="grid gap-3">
          <p className="text-muted">{t("home.first_dog")}</p>
          <ButtonLink to="/dogs/new" size="large" icon="plus">
            {t("dogs.add")}
          </ButtonLink>
        </div>
      ) : (
        <ButtonLink to="/book" size="large">
          <Paw size={24} />
          {t("book.title")}
        </ButtonLink>
      )}
    </Sheet>
  );
}

function Overview() {
  const { t } = useI18n();
  const user = useUser();
  return (
    <Sheet title={t("nav.map")}>
      <CityPulse />
      <h1 className="text-title font-extrabold">{t("admin.hello")}</h1>
      <Card as="div" className="grid gap-1 p-2">
        {desksOf(user?.roles ?? []).map(({ to, icon, label }) => (
          <RowLink key={to} to={to} icon={icon} label={t(label)} />
        ))}
      </Card>
      <Badge>{t("admin.exact_positions")}</Badge>
    </Sheet>
  );
}
