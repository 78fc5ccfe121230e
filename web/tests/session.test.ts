import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { ApiProblem, Unreachable } from "../src/api/problems";
import { Session, type Person } from "../src/api/session";

const anna: Person = { id: "1", email: "a@lapa.example", full_name: "Anna", display_name: "Anna", roles: ["client"], locale: "en", avatar_media_id: null };
const tokens = (number: number) => ({ access_token: `access-${number}`, refresh_token: `refresh-${number}`, expires_in: 900 });

/** A server that rotates: each refresh token is good once. */
function rotating() {
  let current = 1;
  const spent: string[] = [];
  const handler = vi.fn(async (_: string, init: RequestInit) => {
    const { refresh_token: sent } = JSON.parse(String(init.body)) as { refresh_token: string };
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (sent !== `refresh-${current}`) {
      spent.push(sent);
      return Response.json({ code: "token_reused", title: "Used" }, { status: 401 });
    }
    current += 1;
    return Response.json(tokens(current));
  });
  return { handler, spent };
}

describe("a session", () => {
  const shelf = new Map<string, string>();
  beforeEach(() => {
    shelf.clear();
    vi.stubGlobal("localStorage", { getItem: (key: string) => shelf.get(key) ?? null, setItem: (key: string, value: string) => shelf.set(key, value), removeItem: (key: string) => shelf.delete(key) });
  });
  afterEach(() => vi.unstubAllGlobals());

  test("keeps the access token out of storage", () => {
    new Session().begin(anna, tokens(1));
    expect([...shelf.values()].join()).not.toContain("access-1");
  });

  test("asks once for many callers at the same time", async () => {
    const { handler } = rotating();
    vi.stubGlobal("fetch", handler);
    new Session().begin(anna, tokens(1));
    const fresh = new Session();
    const got = await Promise.all([fresh.token(), fresh.token(), fresh.token()]);
    expect(got).toEqual(["access-2", "access-2", "access-2"]);
    expect(handler).toHaveBeenCalledTimes(1);
  });

  test("ten tabs never send a token that another one has used", async () => {
    const { handler, spent } = rotating();
    vi.stubGlobal("fetch", handler);
    new Session().begin(anna, tokens(1));
    const tabs = Array.from({ length: 10 }, () => new Session());
    const got = await Promise.all(tabs.map((tab) => tab.token()));
    expect(new Set(got).size).toBe(10);
    expect(spent).toEqual([]);
    expect(tabs.every((tab) => tab.user?.id === "1")).toBe(true);
  });

  test("renews a token that was refused, and not twice", async () => {
    const { handler } = rotating();
    vi.stubGlobal("fetch", handler);
    const one = new Session();
    one.begin(anna, tokens(1));
    expect(await one.token()).toBe("access-1");
    expect(await Promise.all([one.token("access-1"), one.token("access-1")])).toEqual(["access-2", "access-2"]);
    expect(handler).toHaveBeenCalledTimes(1);
  });

  test("ends when the platform refuses it, and stays when nobody answers", async () => {
    const one = new Session();
    one.begin(anna, tokens(1));
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
    await expect(one.token("access-1")).rejects.toBeInstanceOf(Unreachable);
    expect(one.user).not.toBeNull();
    vi.stubGlobal("fetch", async () => Response.json({ code: "service_unavailable" }, { status: 503 }));
    await expect(one.token("access-1")).rejects.toBeInstanceOf(ApiProblem);
    expect(one.user).not.toBeNull();
    vi.stubGlobal("fetch", async () => Response.json({ code: "token_reused" }, { status: 401 }));
    await expect(one.token("access-1")).rejects.toBeInstanceOf(ApiProblem);
    expect(one.user).toBeNull();
    expect(await one.token()).toBeNull();
  });

  describe("while support looks with somebody's eyes", () => {
    const boris: Person = { ...anna, id: "2", full_name: "Boris" };
    const view = { id: "v", person: boris, reason: "ticket 7", token: "view-token", until: 60_000 };

    test("shows that person, does nothing for anybody, and keeps nothing of it", async () => {
      const session = new Session(() => 0);
      session.begin(anna, tokens(1));
      session.look(view);
      expect([session.user?.id, session.doer]).toEqual(["2", null]);
      expect(await session.token()).toBe("view-token");
      expect(await session.ownToken()).toBe("access-1");
      expect([...shelf.values()].join()).not.toContain("view-token");
      session.endView();
      expect([session.user?.id, session.doer?.id, await session.token()]).toEqual(["1", "1", "access-1"]);
    });

    test("is over when its time is, or when the platform refuses its token", async () => {
      for (const [now, spent] of [[60_000, undefined], [0, "view-token"]] as const) {
        const session = new Session(() => now);
        session.begin(anna, tokens(1));
        session.look(view);
        expect(await session.token(spent)).toBeNull();
        expect([session.view, session.user?.id]).toEqual([null, "1"]);
      }
    });

    test("a profile that was looked at does not become one's own", () => {
      const session = new Session();
      session.begin(anna, tokens(1));
      session.look(view);
      session.changeUser(boris);
      session.endView();
      expect(session.user?.id).toBe("1");
    });
  });
});
