import { describe, expect, test } from "vitest";

import { deviceOf } from "../src/account/device";
import { firstMoment, ruleOf, weeklyOf } from "../src/lib/recurrence";

describe("a weekly rule", () => {
  test("is made of days in their order and read back as they were", () => {
    expect(ruleOf({ days: [4, 0], every: 1 })).toBe("FREQ=WEEKLY;BYDAY=MO,FR");
    for (const weekly of [{ days: [0, 2, 4], every: 1 }, { days: [6], every: 2 }]) {
      expect(weeklyOf(ruleOf(weekly))).toEqual(weekly);
    }
  });

  test("that the app could not have made is left as it is", () => {
    for (const rule of ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO;COUNT=3", "FREQ=MONTHLY;BYDAY=1MO", "FREQ=WEEKLY"]) {
      expect(weeklyOf(rule), rule).toBeNull();
    }
  });

  test("begins with the first chosen day whose time is still to come", () => {
    const wednesdayNoon = new Date("2026-03-04T12:00").getTime();
    const first = (days: number[], time: string) => firstMoment(days, "2026-03-04", time, wednesdayNoon)?.toString();
    expect(first([2], "13:00")).toBe(new Date("2026-03-04T13:00").toString());
    expect(first([2], "11:00")).toBe(new Date("2026-03-11T11:00").toString());
    expect(first([0, 4], "09:00")).toBe(new Date("2026-03-06T09:00").toString());
    expect(firstMoment([], "2026-03-04", "09:00")).toBeNull();
    expect(firstMoment([1], "", "09:00")).toBeNull();
  });
});

test("a device is named as people name it", () => {
  const seen = {
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1": ["Safari", "iPhone"],
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36": ["Chrome", "Android"],
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0": ["Edge", "Windows"],
    "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0": ["Firefox", "Linux"],
    "curl/8.5.0": ["curl", null],
    "": [null, null],
  };
  for (const [agent, [browser, system]] of Object.entries(seen)) expect(deviceOf(agent)).toEqual({ browser, system });
});
