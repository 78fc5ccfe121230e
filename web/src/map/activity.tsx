/** Where the city walks its dogs: a glow over each square with several walks; over a quiet city there is none. */

import { useQuery } from "@tanstack/react-query";

import { api, ok } from "../api/client";
import { useI18n } from "../i18n";
import { Paw } from "../ui/icons";
import { useCity } from "./city";
import { MapMarker, useFit } from "./city-map";

const MOST_SHOWN = 40;
const BUSIEST = 6;
const RADIUS_M = 10_000;

export function useActivity() {
  const { data: city } = useCity();
  const center = city?.center;
  return useQuery({
    queryKey: ["activity", center],
    queryFn: async () => {
      const query = { lat: center!.lat, lon: center!.lon, radius_m: RADIUS_M };
      return (await ok(api.GET("/api/v1/locations/activity", { params: { query } }))).items;
    },
    enabled: !!center,
    refetchInterval: 60_000,
  });
}

export function CityActivity() {
  const { t } = useI18n();
  const { data } = useActivity();
  // the busiest places come into view once; over a quiet city the map stays in its middle
  const busiest = data?.slice(0, BUSIEST) ?? [];
  useFit(busiest, busiest.length ? "busy" : "quiet", 15.5);
  return data?.slice(0, MOST_SHOWN).map((square, index) => (
    <MapMarker key={`${square.lat} ${square.lon}`} place={square} label={t("home.busy_square", { count: square.walks })} z={1}>
      <span className="glow" style={{ "--size": Math.min(1.6, 0.8 + square.walks / 10), "--turn": index % 4 } as React.CSSProperties}>
        <Paw size={20} />
        <Paw size={20} />
      </span>
    </MapMarker>
  ));
}
