/** What a booking asks for: which dogs, from which door, on which days. */

import { useState } from "react";

import type { Pet } from "../api/types";
import { useI18n } from "../i18n";
import { localDate, ownZone } from "../lib/local-time";
import { MapMarker, useFit, useMapClick, useStage, type Place } from "../map/city-map";
import { Button, Choice, Choices, Field, Note } from "../ui/kit";
import { Icon } from "../ui/icons";
import { Avatar } from "../ui/media";
import { photoOf } from "./dogs";

export function PickupPin({ place, onMove }: { place: Place | null; onMove: (place: Place) => void }) {
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

export function Here({ onPlace }: { onPlace: (place: Place) => void }) {
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

export function DogPicker({ dogs, values, onChange }: { dogs: Pet[]; values: string[]; onChange: (ids: string[]) => void }) {
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

export interface Weeks {
  /** 0 is Monday. */
  days: number[];
  every: number;
  from: string;
  time: string;
  until: string;
}

const EVERY = [1, 2, 4];

export function WeeksFields({ weeks, onChange }: { weeks: Weeks; onChange: (part: Partial<Weeks>) => void }) {
  const { t, weekday } = useI18n();
  const days = Array.from({ length: 7 }, (_, day) => ({ value: String(day), label: weekday(day, "short") }));
  return (
    <div className="grid gap-4">
      <Choices label={t("book.days")} values={weeks.days.map(String)} onChange={(values) => onChange({ days: values.map(Number) })} options={days} />
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("book.time")} type="time" name="time" required value={weeks.time} onChange={(event) => onChange({ time: event.target.value })} />
        <Field label={t("book.from")} type="date" name="from" required min={localDate(new Date())} value={weeks.from} onChange={(event) => onChange({ from: event.target.value })} />
        <Field label={t("book.until")} type="date" name="until" min={weeks.from} value={weeks.until} onChange={(event) => onChange({ until: event.target.value })} />
      </div>
      <Choice label={t("book.every")} value={weeks.every} onChange={(every) => onChange({ every })} options={EVERY.map((value) => ({ value, label: t("book.weeks", { count: value }) }))} />
      <p className="text-sm text-muted">{t("book.series_text", { zone: ownZone() })}</p>
    </div>
  );
}
