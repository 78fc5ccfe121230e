/** Where the walker is: from the phone, or from a marker that is dragged when the phone does not tell.

Fixes go into the outbox; the screen is kept awake, since a browser that sleeps records nothing. */

import { useSyncExternalStore } from "react";

import { api, idempotent, ok, uploadMedia } from "../api/client";
import { session } from "../api/session";
import { randomId } from "../lib/random";
import { recall, remember } from "../lib/storage";
import { Outbox, type Fix, type Stored } from "./outbox";
import { LazyStore } from "./store";

export type Source = "phone" | "simulated";
export type Trouble = "denied" | "unavailable" | null;
/** Waiting for offers a point now and then will do; a walk wants all of them. */
export type Pace = "waiting" | "walking";

export interface Recording {
  isOn: boolean;
  source: Source;
  last: Fix | null;
  trouble: Trouble;
}

const EVERY_MS: Record<Pace, number> = { waiting: 10_000, walking: 2_000 };
const NUDGE_MS = 5_000;
const DEVICE_KEY = "lapa.device";

function deviceId(): string {
  const known = recall(DEVICE_KEY);
  if (known) return known;
  const made = `web-${randomId().slice(0, 12)}`;
  remember(DEVICE_KEY, made);
  return made;
}

async function sendPoints(items: Stored[]): Promise<void> {
  const points = items.flatMap((item) => (item.lane === "points" ? [item.fix] : []));
  await ok(api.POST("/api/v1/locations", { body: { device_id: deviceId(), points } }));
}

async function sendEvent([item]: Stored[]): Promise<void> {
  if (item?.lane !== "events") return;
  const body = { ...item.body, media_ids: item.body.media_ids ?? [] };
  if (item.photo) body.media_ids.push((await uploadMedia(item.photo, "walk.jpg", `${item.key}-photo`)).id);
  await ok(api.POST("/api/v1/orders/{order_id}/events", { params: { path: { order_id: item.order } }, body, headers: idempotent(item.key) }));
}

export const outbox = new Outbox(new LazyStore(), { points: sendPoints, events: sendEvent }, () => session.doer?.id ?? null);

class Recorder {
  state: Recording = { isOn: false, source: "phone", last: null, trouble: null };
  private listeners = new Set<() => void>();
  private watch: number | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private pace: Pace = "waiting";
  private keptAt = 0;
  private isAsked = false;
  private awake: WakeLockSentinel | null = null;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  start(pace: Pace): void {
    this.pace = pace;
    if (!session.doer) return;
    if (pace === "walking") void this.stayAwake();
    if (this.state.isOn) return;
    this.say({ isOn: true });
    document.addEventListener("visibilitychange", this.onShown);
    addEventListener("online", this.onOnline);
    if (this.state.source === "phone") this.listen();
    // a phone that lies still says nothing by itself; a simulated one has to be asked anyway
    this.timer = setInterval(this.nudge, NUDGE_MS / 2);
    void outbox.flushAll();
  }

  stop(): void {
    if (!this.state.isOn) return;
    this.deafen();
    clearInterval(this.timer);
    document.removeEventListener("visibilitychange", this.onShown);
    removeEventListener("online", this.onOnline);
    void this.awake?.release();
    this.awake = null;
    this.say({ isOn: false, last: null });
  }

  /** Be at that place from now on, whatever the phone says. */
  simulate(place: { lat: number; lon: number }): void {
    this.deafen();
    this.say({ source: "simulated", trouble: null });
    this.take({ ...place, at: new Date().toISOString(), accuracy_m: 6, speed_mps: null, heading: null });
  }

  useThePhone(): void {
    this.say({ source: "phone", trouble: null, last: null });
    if (this.state.isOn) this.listen();
  }

  private listen(): void {
    if (!("geolocation" in navigator)) return this.say({ trouble: "unavailable" });
    this.deafen();
    this.isAsked = true;
    this.watch = navigator.geolocation.watchPosition(this.onPosition, this.onError, { enableHighAccuracy: true, maximumAge: 0 });
  }

  private deafen(): void {
    if (this.watch !== null) navigator.geolocation.clearWatch(this.watch);
    this.watch = null;
  }

  private onPosition = ({ coords, timestamp }: GeolocationPosition): void => {
    // the first answer was asked for just now, so it is of now, whatever a phone that lies still says of its age
    const at = this.isAsked ? Date.now() : Math.min(timestamp, Date.now());
    this.isAsked = false;
    this.say({ trouble: null });
    this.take({
      lat: coords.latitude,
      lon: coords.longitude,
      at: new Date(at).toISOString(),
      accuracy_m: coords.accuracy,
      speed_mps: coords.speed,
      heading: Number.isFinite(coords.heading) ? coords.heading : null,
    });
  };

  private onError = (error: GeolocationPositionError): void => {
    if (error.code === error.PERMISSION_DENIED) this.say({ trouble: "denied" });
    else if (error.code === error.POSITION_UNAVAILABLE) this.say({ trouble: "unavailable" });
  };

  private nudge = (): void => {
    const { last, source } = this.state;
    const age = last ? Date.now() - Date.parse(last.at) : Infinity;
    if (age < (source === "simulated" ? EVERY_MS.walking : NUDGE_MS)) return;
    if (source === "simulated") {
      if (last) this.take({ ...last, at: new Date().toISOString() });
    } else if (this.watch !== null) {
      this.listen();
    }
  };

  private take(fix: Fix): void {
    this.say({ last: fix });
    const user = session.doer?.id;
    if (!this.state.isOn || !user || Date.now() - this.keptAt < EVERY_MS[this.pace] - 200) return;
    this.keptAt = Date.now();
    void outbox.put({ lane: "points", user, fix });
  }

  private onShown = (): void => {
    if (document.visibilityState !== "visible") return;
    if (this.pace === "walking") void this.stayAwake();
    if (this.state.source === "phone") this.listen();
  };

  private onOnline = (): void => void outbox.flushAll();

  private async stayAwake(): Promise<void> {
    try {
      if (!this.awake || this.awake.released) this.awake = await navigator.wakeLock.request("screen");
    } catch {
      // not offered here; the visible state tells when the recording stops
    }
  }

  private say(change: Partial<Recording>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

export const recorder = new Recorder();
export const useRecording = () => useSyncExternalStore(recorder.subscribe, () => recorder.state);
export const useWaiting = () => useSyncExternalStore(outbox.subscribe, () => outbox.waiting);
