/** The city: one map for all pages that stand on it; they put markers and lines into it by hooks. */

import type { GeoJSONSource, Map as MapLibre, Marker } from "maplibre-gl";
import { createContext, use, useEffect, useRef, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";

import { useI18n } from "../i18n";
import { useTheme } from "../lib/theme";
import { Steps } from "../ui/icons";
import { Note } from "../ui/kit";
import { CITY_URL, useCity, type City } from "./city";
import { FIRST_LABEL_LAYER, mapStyle } from "./style";

type Engine = typeof import("./engine");
export interface Place {
  lat: number;
  lon: number;
}

interface Stage {
  map: MapLibre;
  engine: Engine;
  city: City;
  /** Grows with each new style, so that lines are drawn again. */
  styled: number;
}

const StageContext = createContext<Stage | null>(null);
export const useStage = () => use(StageContext);

const FONTS = ["Onest Variable", "DejaVu Sans", "sans-serif"];
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function CityMap({ children, padding }: { children?: ReactNode; padding?: { left: number; bottom: number } }) {
  const { t, language } = useI18n();
  const theme = useTheme();
  const { data: city, error } = useCity();
  const box = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [failed, setFailed] = useState(false);
  const [isDrawn, setDrawn] = useState(false);
  const drawn = useRef("");

  useEffect(() => {
    if (!city) return;
    let map: MapLibre | undefined;
    let isGone = false;
    void (async () => {
      try {
        const [engine] = await Promise.all([import("./engine"), loadFonts()]);
        if (isGone || !box.current) return;
        map = new engine.Map({
          container: box.current,
          style: mapStyle({ theme, language, cityUrl: CITY_URL, fonts: FONTS }),
          center: [city.center.lon, city.center.lat],
          zoom: 15.5,
          minZoom: 14,
          maxZoom: 19,
          maxBounds: withMargin(city.bbox, 1.2),
          attributionControl: false,
          pitchWithRotate: false,
          dragRotate: false,
        });
        drawn.current = `${theme}.${language}`;
        map.touchZoomRotate.disableRotation();
        map.addControl(new engine.AttributionControl({ compact: false }), "bottom-right");
        map.addControl(new engine.NavigationControl({ showCompass: false }), "bottom-right");
        const shown = map;
        map.once("load", () => setDrawn(true));
        map.on("style.load", () =>
          setStage((before) => ({ map: shown, engine, city, styled: (before?.styled ?? 0) + 1 })),
        );
      } catch {
        setFailed(true); // no WebGL, most likely: the lists beside say the same as the map
      }
    })();
    return () => {
      isGone = true;
      map?.remove();
      setStage(null);
      setDrawn(false);
    };
    // theme and language are followed below, without a new map
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [city]);

  const map = stage?.map;
  useEffect(() => {
    const wanted = `${theme}.${language}`;
    if (!map || drawn.current === wanted) return;
    drawn.current = wanted;
    map.setStyle(mapStyle({ theme, language, cityUrl: CITY_URL, fonts: FONTS }), { diff: false });
  }, [map, theme, language]);

  const [left, bottom] = [padding?.left ?? 0, padding?.bottom ?? 0];
  useEffect(() => {
    map?.easeTo({ padding: { left, bottom, top: 0, right: 0 }, duration: calm() ? 0 : 250 });
  }, [map, left, bottom]);

  return (
    <StageContext value={stage}>
      <div className="absolute inset-0 bg-sunken" role="region" aria-label={t("map.label")}>
        <div ref={box} className="size-full" />
        {!isDrawn && !failed && !error && (
          <div role="status" aria-label={t("map.loading")} className="pointer-events-none absolute top-1/4 right-0 left-0 grid justify-items-center md:top-1/2 md:left-[27rem]">
            <Steps />
          </div>
        )}
        {(failed || error) && (
          <div className="absolute inset-x-4 top-24 mx-auto max-w-sm">
            <Note tone="warn" icon="map">
              {t("map.failed")}
            </Note>
          </div>
        )}
      </div>
      {children}
    </StageContext>
  );
}

async function loadFonts(): Promise<void> {
  const family = `"${FONTS[0]}"`;
  await Promise.allSettled([document.fonts.load(`16px ${family}`, "Aa"), document.fonts.load(`16px ${family}`, "Яя")]);
}

function withMargin([west, south, east, north]: City["bbox"], share: number): [number, number, number, number] {
  const [x, y] = [(east - west) * share, (north - south) * share];
  return [west - x, south - y, east + x, north + y];
}

/** A marker of our own making; it walks to where it is told instead of jumping. */
export function MapMarker({ place, children, draggable, onMove, anchor = "center", glide = true, label, onClick, z }: {
  place: Place;
  children: ReactNode;
  draggable?: boolean;
  onMove?: (place: Place) => void;
  anchor?: "center" | "bottom";
  glide?: boolean;
  label?: string;
  onClick?: () => void;
  z?: number;
}) {
  const stage = useStage();
  const [element] = useState(() => document.createElement("div"));
  const marker = useRef<Marker | null>(null);
  const moved = useRef(onMove);
  moved.current = onMove;

  useEffect(() => {
    if (!stage) return;
    const made = new stage.engine.Marker({ element, draggable, anchor }).setLngLat([place.lon, place.lat]).addTo(stage.map);
    made.on("dragend", () => {
      const { lat, lng } = made.getLngLat();
      moved.current?.({ lat, lon: lng });
    });
    marker.current = made;
    return () => {
      marker.current = null;
      made.remove();
    };
    // moved by the effect below
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stage?.map, element, draggable, anchor]);

  useEffect(() => {
    const made = marker.current;
    if (!made) return;
    const from = made.getLngLat();
    const far = Math.hypot(from.lat - place.lat, from.lng - place.lon);
    if (far === 0) return;
    if (!glide || calm() || far > 0.01) return void made.setLngLat([place.lon, place.lat]);
    return animate(900, (share) =>
      made.setLngLat([from.lng + (place.lon - from.lng) * share, from.lat + (place.lat - from.lat) * share]),
    );
  }, [place.lat, place.lon, glide]);

  useEffect(() => {
    element.style.zIndex = z === undefined ? "" : String(z);
    if (label) element.setAttribute("aria-label", label);
    else element.removeAttribute("aria-label");
    element.setAttribute("role", label ? "img" : "presentation");
  }, [element, label, z]);
  useEffect(() => {
    if (!onClick) return;
    element.addEventListener("click", onClick);
    return () => element.removeEventListener("click", onClick);
  }, [element, onClick]);

  return createPortal(children, element);
}

function animate(duration: number, draw: (share: number) => void): () => void {
  const start = performance.now();
  let frame = requestAnimationFrame(function next(now) {
    const share = Math.min(1, (now - start) / duration);
    draw(share);
    if (share < 1) frame = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(frame);
}

/** A walked way: the leash, laid over the streets and under their names. */
export function MapLine({ id, coordinates, faint }: { id: string; coordinates: [number, number][]; faint?: boolean }) {
  const stage = useStage();
  useEffect(() => {
    if (!stage) return;
    const { map } = stage;
    const data = { type: "Feature" as const, properties: {}, geometry: { type: "LineString" as const, coordinates } };
    const source = map.getSource(id) as GeoJSONSource | undefined;
    if (source) return void source.setData(data);
    map.addSource(id, { type: "geojson", data });
    const before = map.getLayer(FIRST_LABEL_LAYER) ? FIRST_LABEL_LAYER : undefined;
    const layout = { "line-cap": "round", "line-join": "round" } as const;
    const width = (at14: number, at19: number) => ["interpolate", ["linear"], ["zoom"], 14, at14, 19, at19] as never;
    map.addLayer(
      { id: `${id}-edge`, type: "line", source: id, layout, paint: { "line-color": "#17241e", "line-opacity": faint ? 0.25 : 0.9, "line-width": width(6, 13) } },
      before,
    );
    map.addLayer(
      { id, type: "line", source: id, layout, paint: { "line-color": "#ff6a3d", "line-opacity": faint ? 0.5 : 1, "line-width": width(3.2, 8) } },
      before,
    );
  }, [stage, id, coordinates, faint]);
  const map = stage?.map;
  useEffect(
    () => () => {
      // a removed map has no style any more
      if (!map?.style) return;
      for (const layer of [id, `${id}-edge`]) if (map.getLayer(layer)) map.removeLayer(layer);
      if (map.getSource(id)) map.removeSource(id);
    },
    [map, id],
  );
  return null;
}

/** Show all of these places; again only when `key` changes, so that nobody's own view is torn away. */
export function useFit(places: Place[], key: string, maxZoom = 17): void {
  const stage = useStage();
  const map = stage?.map;
  const ready = places.length > 0;
  useEffect(() => {
    if (!stage || !ready) return;
    const bounds = new stage.engine.LngLatBounds();
    for (const place of places) bounds.extend([place.lon, place.lat]);
    stage.map.fitBounds(bounds, { padding: innerWidth < 768 ? 44 : 90, maxZoom, duration: calm() ? 0 : 900 });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [map, key, ready]);
}

/** Go after somebody who walks out of what is seen of the map. */
export function useFollow(place: Place | null | undefined): void {
  const map = useStage()?.map;
  const [lat, lon] = [place?.lat, place?.lon];
  useEffect(() => {
    if (!map || lat === undefined || lon === undefined) return;
    const { x, y } = map.project([lon, lat]);
    const { left = 0, bottom = 0 } = map.getPadding();
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    const isSeen = x > left + 30 && x < width - 30 && y > 40 && y < height - bottom - 30;
    if (!isSeen) map.easeTo({ center: [lon, lat], duration: calm() ? 0 : 900 });
  }, [map, lat, lon]);
}

/** Where somebody pressed on the map. */
export function useMapClick(onClick: (place: Place) => void): void {
  const map = useStage()?.map;
  const said = useRef(onClick);
  said.current = onClick;
  useEffect(() => {
    if (!map) return;
    const listener = (event: { lngLat: { lat: number; lng: number } }) =>
      said.current({ lat: event.lngLat.lat, lon: event.lngLat.lng });
    map.on("click", listener);
    return () => void map.off("click", listener);
  }, [map]);
}
