/** What a walk has recorded and not yet sent: kept on the phone, sent in order, each thing once.

Two lanes, so that a photo that is slow to go does not hold up the positions. */

import { isPassing } from "../api/problems";
import { alone } from "../lib/locks";

export interface Fix {
  lat: number;
  lon: number;
  at: string;
  accuracy_m: number | null;
  speed_mps: number | null;
  heading: number | null;
}

export interface WalkEventBody {
  type: "pee" | "poo" | "water" | "food" | "play" | "incident" | "photo" | "note";
  at: string;
  lat: number | null;
  lon: number | null;
  note: string | null;
  media_ids?: string[];
}

export type Lane = "points" | "events";
export type Item = { lane: "points"; user: string; fix: Fix } | { lane: "events"; user: string; order: string; key: string; body: WalkEventBody; photo: Blob | null };
export type Stored = Item & { id: number };

export interface Store {
  add(item: Item): Promise<void>;
  /** The oldest of a lane, in the order in which they came. */
  first(lane: Lane, user: string, limit: number): Promise<Stored[]>;
  remove(ids: number[]): Promise<void>;
  count(lane: Lane, user: string): Promise<number>;
}

/** Sends some of a lane's items; throws when it could not. */
export type Sender = (items: Stored[]) => Promise<void>;

export interface Waiting {
  points: number;
  events: number;
  /** The last thing that the platform would not take. */
  refused: unknown;
}

const BATCH: Record<Lane, number> = { points: 200, events: 1 };
const LANES: Lane[] = ["points", "events"];
const WAIT_MS = [1_000, 2_000, 5_000, 10_000, 15_000];

export class Outbox {
  waiting: Waiting = { points: 0, events: 0, refused: null };
  private listeners = new Set<() => void>();
  private failures: Record<Lane, number> = { points: 0, events: 0 };
  private timers: Partial<Record<Lane, ReturnType<typeof setTimeout>>> = {};

  constructor(
    private readonly store: Store,
    private readonly senders: Record<Lane, Sender>,
    private readonly user: () => string | null,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Kept before it is sent: from here on it is not lost. */
  async put(item: Item): Promise<void> {
    await this.store.add(item);
    await this.recount();
    void this.flush(item.lane);
  }

  /** Send all there is; true when nothing is left. */
  async flushAll(): Promise<boolean> {
    const done = await Promise.all(LANES.map((lane) => this.flush(lane)));
    return done.every(Boolean);
  }

  async flush(lane: Lane): Promise<boolean> {
    clearTimeout(this.timers[lane]);
    return alone(`lapa.outbox.${lane}`, async () => {
      const user = this.user();
      if (!user) return false;
      for (;;) {
        const items = await this.store.first(lane, user, BATCH[lane]);
        if (!items.length) return true;
        try {
          await this.senders[lane](items);
          this.failures[lane] = 0;
        } catch (error) {
          if (isPassing(error) || isSignedOut(error)) {
            this.retryLater(lane);
            return false;
          }
          // refused for good: keeping it would hold up everything behind it
          this.say({ refused: error });
        }
        await this.store.remove(items.map((item) => item.id));
        await this.recount();
      }
    });
  }

  async recount(): Promise<void> {
    const user = this.user();
    if (!user) return;
    const [points, events] = await Promise.all(LANES.map((lane) => this.store.count(lane, user)));
    this.say({ points: points ?? 0, events: events ?? 0 });
  }

  forgive(): void {
    this.say({ refused: null });
  }

  private retryLater(lane: Lane): void {
    const wait = WAIT_MS[Math.min(this.failures[lane]++, WAIT_MS.length - 1)];
    this.timers[lane] = setTimeout(() => void this.flush(lane), wait);
  }

  private say(change: Partial<Waiting>): void {
    this.waiting = { ...this.waiting, ...change };
    for (const listener of this.listeners) listener();
  }
}

function isSignedOut(error: unknown): boolean {
  return (error as { status?: number } | null)?.status === 401;
}
