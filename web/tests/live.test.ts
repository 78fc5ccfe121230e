import { expect, test } from "vitest";

import { mergeMessages, mergePoints, type TrackPoint } from "../src/api/live";
import type { Message } from "../src/api/types";
import { presets } from "../src/lib/sums";

const point = (seq: number, second: number, accuracy_m = 5): TrackPoint => ({ seq, at: new Date(second * 1000).toISOString(), lat: 60, lon: 24, accuracy_m });

test("points that come late are drawn where they belong, each once", () => {
  const known = mergePoints([], [point(1, 10), point(2, 30)]);
  const merged = mergePoints(known, [point(3, 20), point(2, 30)]);
  expect(merged.map(({ seq }) => seq)).toEqual([1, 3, 2]);
  expect(mergePoints(merged, [point(1, 10)])).toBe(merged);
});

test("points too coarse to draw are left out", () => {
  expect(mergePoints([], [point(1, 10, 500)])).toEqual([]);
});

test("a message that was changed replaces itself", () => {
  const message = (seq: number, text: string) => ({ seq, text }) as Message;
  const merged = mergeMessages([message(1, "a"), message(3, "c")], [message(2, "b"), message(3, "C")]);
  expect(merged.map(({ text }) => text)).toEqual(["a", "b", "C"]);
});

test("top-ups are offered in sums that make sense", () => {
  expect(presets("EUR")).toEqual([2000, 5000, 10000]);
  expect(presets("RUB")).toEqual([200000, 500000, 1000000]);
});
