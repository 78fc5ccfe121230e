import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { ApiProblem, Unreachable } from "../src/api/problems";
import { Outbox, type Fix, type Stored } from "../src/walker/outbox";
import { MemoryStore } from "../src/walker/store";

const fix = (second: number): Fix => ({ lat: 60, lon: 24, at: new Date(second * 1000).toISOString(), accuracy_m: 5, speed_mps: null, heading: null });
const event = (key: string) => ({ lane: "events" as const, user: "me", order: "walk", key, photo: null, body: { type: "pee" as const, at: "2026-11-22T10:00:00Z", lat: null, lon: null, note: null } });
const settle = () => vi.advanceTimersByTimeAsync(0);

function outboxOf(points: (items: Stored[]) => Promise<void>, events: (items: Stored[]) => Promise<void> = async () => {}) {
  let user: string | null = "me";
  const store = new MemoryStore();
  const outbox = new Outbox(store, { points, events }, () => user);
  return { outbox, store, leave: () => (user = null) };
}

describe("the outbox", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("keeps all of a walk through a dead network and sends it once, in order", async () => {
    let isUp = false;
    const arrived: string[] = [];
    const { outbox } = outboxOf(async (items) => {
      if (!isUp) throw new Unreachable();
      for (const item of items) if (item.lane === "points") arrived.push(item.fix.at);
    });
    for (let second = 0; second < 450; second++) await outbox.put({ lane: "points", user: "me", fix: fix(second) });
    await settle();
    expect(outbox.waiting.points).toBe(450);
    isUp = true;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(arrived).toEqual(Array.from({ length: 450 }, (_, second) => fix(second).at));
    expect(outbox.waiting.points).toBe(0);
  });

  test("a photo that cannot go does not hold up the positions", async () => {
    const sent = vi.fn(async () => {});
    const { outbox } = outboxOf(sent, async () => {
      throw new ApiProblem(503, { code: "service_unavailable" });
    });
    await outbox.put(event("one"));
    await outbox.put({ lane: "points", user: "me", fix: fix(1) });
    await settle();
    expect(sent).toHaveBeenCalledTimes(1);
    expect(outbox.waiting).toMatchObject({ points: 0, events: 1, refused: null });
  });

  test("an event keeps its key, so that a lost answer makes no second one", async () => {
    const keys: string[] = [];
    let isLost = true;
    const { outbox } = outboxOf(
      async () => {},
      async ([item]) => {
        if (item?.lane === "events") keys.push(item.key);
        if (isLost) throw new Unreachable();
      },
    );
    await outbox.put(event("one"));
    await settle();
    isLost = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(keys).toEqual(["one", "one"]);
    expect(outbox.waiting.events).toBe(0);
  });

  test("what is refused is shown and does not block what comes after", async () => {
    const arrived: string[] = [];
    const { outbox } = outboxOf(
      async () => {},
      async ([item]) => {
        if (item?.lane !== "events") return;
        if (item.key === "bad") throw new ApiProblem(409, { code: "invalid_transition" });
        arrived.push(item.key);
      },
    );
    await outbox.put(event("bad"));
    await outbox.put(event("good"));
    await settle();
    expect(arrived).toEqual(["good"]);
    expect(outbox.waiting.refused).toBeInstanceOf(ApiProblem);
    outbox.forgive();
    expect(outbox.waiting.refused).toBeNull();
  });

  test("one person's walk is never sent as another's", async () => {
    const sent = vi.fn(async () => {});
    const { outbox, store, leave } = outboxOf(sent);
    leave();
    await outbox.put({ lane: "points", user: "me", fix: fix(1) });
    expect(await outbox.flushAll()).toBe(false);
    expect(sent).not.toHaveBeenCalled();
    expect(await store.count("points", "me")).toBe(1);
  });
});
