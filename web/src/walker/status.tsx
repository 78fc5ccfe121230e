/** Whether the walk is being recorded, in plain sight; and what waits for a network. */

import { useI18n } from "../i18n";
import { useNow, useOnline } from "../lib/hooks";
import { useCity } from "../map/city";
import { MapMarker, type Place } from "../map/city-map";
import { Button, Note } from "../ui/kit";
import { Icon, Paw } from "../ui/icons";
import { wordsFor } from "../ui/words-for";
import { outbox, recorder, useRecording, useWaiting } from "./recorder";

const FRESH_MS = 10_000;

export function useIsRecording(): boolean {
  const now = useNow();
  const { isOn, last } = useRecording();
  return isOn && !!last && now - Date.parse(last.at) < FRESH_MS;
}

export function RecordingBar() {
  const i18n = useI18n();
  const { t } = i18n;
  const isRecording = useIsRecording();
  const isOnline = useOnline();
  const { points, events, refused } = useWaiting();
  const isBehind = points > 5 || events > 0;
  return (
    <div className="grid gap-2">
      <div role="status" className={`flex items-center gap-3 rounded-2xl px-4 py-3 font-bold ${isRecording ? "bg-pine-soft text-pine" : "bg-alarm-soft text-alarm"}`}>
        <span className={`size-3.5 rounded-full bg-current ${isRecording ? "animate-[blink_1.4s_ease-in-out_infinite]" : ""}`} />
        {t(isRecording ? "rec.on" : "rec.off")}
      </div>
      {(isBehind || !isOnline) && (
        <Note tone="warn" icon="clock" role="status">
          <p className="font-semibold">{t(isOnline ? "rec.sending" : "rec.offline")}</p>
          <p className="text-sm">
            {t("rec.points", { count: points })} · {t("rec.events", { count: events })}
          </p>
        </Note>
      )}
      {!!refused && (
        <Note tone="bad" icon="incident" role="alert">
          <p className="font-semibold">{t("rec.refused")}</p>
          <p className="text-sm">{wordsFor(refused, i18n).title}</p>
          <button type="button" className="min-h-11 font-semibold underline underline-offset-4" onClick={() => outbox.forgive()}>
            {t("action.ok")}
          </button>
        </Note>
      )}
    </div>
  );
}

/** What to do when the phone does not say where it is. */
export function PositionHelp({ start }: { start: Place | null }) {
  const { t } = useI18n();
  const { trouble, source } = useRecording();
  const { data: city } = useCity();
  if (source === "simulated") {
    return (
      <Note tone="warn" icon="locate">
        <p className="font-semibold">{t("rec.simulated")}</p>
        <p className="text-sm">{t("rec.simulated_text")}</p>
        <button type="button" className="min-h-11 font-semibold underline underline-offset-4" onClick={() => recorder.useThePhone()}>
          {t("rec.use_phone")}
        </button>
      </Note>
    );
  }
  if (!trouble) return null;
  const from = start ?? city?.center;
  return (
    <Note tone="bad" icon="locate" role="alert">
      <p className="font-semibold">{t(`rec.${trouble}`)}</p>
      <p className="text-sm">{t(`rec.${trouble}_text`)}</p>
      {from && (
        <Button look="secondary" size="small" className="mt-2" onClick={() => recorder.simulate(from)}>
          {t("rec.simulate")}
        </Button>
      )}
    </Note>
  );
}

/** The walker on the map; with a simulated position he is dragged along. */
export function MeMarker() {
  const { t } = useI18n();
  const { last, source } = useRecording();
  if (!last) return null;
  const isSimulated = source === "simulated";
  return (
    <MapMarker place={last} draggable={isSimulated} glide={!isSimulated} onMove={(place) => recorder.simulate(place)} label={t("rec.me")} z={8}>
      <span className={`tag ${isSimulated ? "cursor-grab" : ""}`} data-kind="me">
        {isSimulated ? <Icon name="locate" /> : <Paw />}
      </span>
    </MapMarker>
  );
}
