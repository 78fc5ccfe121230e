/** The walker's profile: who he is, where and when he walks. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState, type FormEvent } from "react";
import { useNavigate } from "react-router";

import { api, ok } from "../api/client";
import { hasCode } from "../api/problems";
import { useOwnWalker } from "../api/queries";
import type { Size, Species, Walker } from "../api/types";
import { Sheet } from "../layout/map-layout";
import { useI18n } from "../i18n";
import { useCity } from "../map/city";
import { MapLine, MapMarker, useFit, useMapClick, type Place } from "../map/city-map";
import { Area, Button, Choice, Choices, ErrorNote, Field, Loading, Switch } from "../ui/kit";
import { Icon } from "../ui/icons";

const SIZES: Size[] = ["small", "medium", "large", "giant"];
const SPECIES: Species[] = ["dog", "cat", "other"];
const RADII = [500, 1000, 2000, 3000, 5000];

interface Day {
  on: boolean;
  start: string;
  end: string;
}

export function ProfilePage() {
  const { t } = useI18n();
  const walker = useOwnWalker();
  const { data: city } = useCity();
  const isNew = hasCode(walker.error, "walker_not_found");
  if (walker.isPending || !city) return <Sheet title={t("walker.profile")}><Loading /></Sheet>;
  if (walker.error && !isNew) return <Sheet title={t("walker.profile")}><ErrorNote error={walker.error} onRetry={() => void walker.refetch()} /></Sheet>;
  return <Form walker={walker.data ?? null} start={city.center} zone={city.timezone} />;
}

function Form({ walker, start, zone }: { walker: Walker | null; start: Place; zone: string }) {
  const { t, language, weekday, distance } = useI18n();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [home, setHome] = useState<Place>(walker?.home ?? start);
  const [bio, setBio] = useState(walker?.bio ?? "");
  const [years, setYears] = useState(String(walker?.experience_years ?? 0));
  const [radius, setRadius] = useState(walker?.service_radius_m ?? 2000);
  const [sizes, setSizes] = useState<Size[]>(walker?.accepted_sizes ?? SIZES);
  const [species, setSpecies] = useState<Species[]>(walker?.accepted_species ?? SPECIES);
  const [takesPuppies, setTakesPuppies] = useState(walker?.takes_puppies ?? true);
  const [takesReactive, setTakesReactive] = useState(walker?.takes_reactive ?? true);
  const [instant, setInstant] = useState(walker?.instant_book ?? false);
  const [maxDogs, setMaxDogs] = useState(walker?.max_dogs ?? 2);
  const [days, setDays] = useState<Day[]>(() => daysOf(walker));
  useMapClick(setHome);
  const fit = useMemo(() => circle(home, radius).map(([lon, lat]) => ({ lat, lon })), [home, radius]);
  useFit(fit, String(radius), 17);

  const save = useMutation({
    mutationFn: async () => {
      const body = {
        bio,
        experience_years: Number(years) || 0,
        home,
        service_radius_m: radius,
        accepted_sizes: sizes,
        accepted_species: species,
        takes_puppies: takesPuppies,
        takes_reactive: takesReactive,
        instant_book: instant,
        max_dogs: maxDogs,
        languages: walker?.languages.length ? walker.languages : [language],
        skills: walker?.skills ?? [],
        rate_bp: walker?.rate_bp ?? 10_000,
        min_notice_minutes: walker?.min_notice_minutes ?? 0,
        area: walker?.area ?? null,
      };
      const header = walker ? { "If-Match": `"v${walker.version}"` } : {};
      await ok(api.PUT("/api/v1/walkers/me", { body, headers: header }));
      const weekly = days.flatMap((day, index) => (day.on ? [{ weekday: index, start: day.start, end: day.end }] : []));
      const exceptions = walker?.availability.exceptions ?? [];
      return ok(api.PUT("/api/v1/walkers/me/availability", { body: { timezone: zone, weekly, exceptions } }));
    },
    onSuccess: (saved) => {
      client.setQueryData(["walker", "me"], saved);
      void navigate("/work");
    },
    onError: () => client.invalidateQueries({ queryKey: ["walker", "me"] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const change = (index: number, part: Partial<Day>) => setDays((all) => all.map((day, at) => (at === index ? { ...day, ...part } : day)));
  return (
    <>
      <MapLine id="area" coordinates={circle(home, radius)} faint />
      <MapMarker place={home} draggable glide={false} onMove={setHome} label={t("walker.home")} z={5}>
        <span className="tag cursor-grab" data-kind="me">
          <Icon name="pin" />
        </span>
      </MapMarker>
      <Sheet title={t("walker.profile")} tall="70dvh">
        <h1 className="text-title font-extrabold">{t("walker.profile")}</h1>
        <form onSubmit={submit} className="grid gap-5">
          <p className="flex gap-2 text-sm text-muted">
            <Icon name="pin" size={20} className="shrink-0 text-leash-deep" />
            {t("walker.home_hint")}
          </p>
          <Choice label={t("walker.radius")} value={radius} onChange={setRadius} options={[...new Set([...RADII, radius])].sort((one, other) => one - other).map((value) => ({ value, label: distance(value) }))} />
          <Area label={t("walker.bio")} maxLength={4000} value={bio} onChange={(event) => setBio(event.target.value)} hint={t("walker.bio_hint")} />
          <Field label={t("walker.years")} type="number" min={0} max={80} value={years} onChange={(event) => setYears(event.target.value)} />
          <Choices label={t("walker.sizes")} values={sizes} onChange={(values) => values.length && setSizes(values)} options={SIZES.map((value) => ({ value, label: t(`size.${value}`) }))} />
          <Choices label={t("walker.species")} values={species} onChange={(values) => values.length && setSpecies(values)} options={SPECIES.map((value) => ({ value, label: t(`species.${value}`) }))} />
          <Switch label={t("walker.puppies")} checked={takesPuppies} onChange={setTakesPuppies} />
          <Switch label={t("walker.reactive")} hint={t("walker.reactive_hint")} checked={takesReactive} onChange={setTakesReactive} />
          <Switch label={t("walker.instant")} hint={t("walker.instant_hint")} checked={instant} onChange={setInstant} />
          <Choice label={t("walker.max_dogs")} value={maxDogs} onChange={setMaxDogs} options={[1, 2, 3, 4].map((value) => ({ value, label: t("unit.dogs", { count: value }) }))} />
          <fieldset className="grid gap-2">
            <legend className="mb-1.5 text-sm font-semibold">{t("walker.hours")}</legend>
            {days.map((day, index) => (
              <div key={index} className="flex min-h-12 items-center gap-2">
                <label className="flex flex-1 items-center gap-3 capitalize">
                  <input type="checkbox" className="size-5 accent-(--color-leash-deep)" checked={day.on} onChange={(event) => change(index, { on: event.target.checked })} />
                  {weekday(index)}
                </label>
                {day.on && (
                  <>
                    <input type="time" aria-label={t("walker.from", { day: weekday(index) })} className="field min-h-11 w-27 px-2 py-1" required value={day.start} onChange={(event) => change(index, { start: event.target.value })} />
                    <input type="time" aria-label={t("walker.to", { day: weekday(index) })} className="field min-h-11 w-27 px-2 py-1" required value={day.end} onChange={(event) => change(index, { end: event.target.value })} />
                  </>
                )}
              </div>
            ))}
            <p className="text-sm text-muted">{t("walker.hours_hint", { zone })}</p>
          </fieldset>
          <ErrorNote error={save.error} />
          <Button type="submit" size="large" busy={save.isPending}>
            {t("action.save")}
          </Button>
        </form>
      </Sheet>
    </>
  );
}

function daysOf(walker: Walker | null): Day[] {
  const weekly = walker?.availability.weekly ?? [];
  return Array.from({ length: 7 }, (_, weekday) => {
    const known = weekly.find((one) => one.weekday === weekday);
    const isNew = weekly.length === 0;
    return { on: known ? true : isNew && weekday < 5, start: known?.start ?? "09:00", end: known?.end ?? "18:00" };
  });
}

/** A circle on the ground as a ring of places. */
function circle({ lat, lon }: Place, radius: number): [number, number][] {
  return Array.from({ length: 65 }, (_, step) => {
    const angle = (step / 64) * 2 * Math.PI;
    const north = (radius * Math.cos(angle)) / 111_195;
    const east = (radius * Math.sin(angle)) / (111_195 * Math.cos((lat * Math.PI) / 180));
    return [lon + east, lat + north];
  });
}
