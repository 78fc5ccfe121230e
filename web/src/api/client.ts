/** The API, typed by its own OpenAPI document; what is refused is thrown as an ApiProblem. */

import createClient from "openapi-fetch";

import { randomId } from "../lib/random";
import { ApiProblem, Unreachable, problemOf } from "./problems";
import type { components, paths } from "./schema";
import { session } from "./session";

export type Schemas = components["schemas"];

let language = "en";
export const speak = (to: string): void => void (language = to);

/** `fetch` with the caller's token; a token that is refused is renewed once. */
export async function authorizedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  // the platform refuses it too; here nothing of the looker's own leaves the tab
  if (session.view && request.method !== "GET") throw new ApiProblem(403, { code: "view_only" });
  request.headers.set("Accept-Language", language);
  const again = request.clone();
  const token = await session.token();
  if (token) request.headers.set("Authorization", `Bearer ${token}`);
  const response = await reach(request);
  if (response.status !== 401 || !token) return response;
  const renewed = await session.token(token);
  if (!renewed) return response;
  again.headers.set("Authorization", `Bearer ${renewed}`);
  return reach(again);
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    throw new Unreachable(error);
  }
}

/** What ends a look with another's eyes: said with one's own token. */
export async function leaveView(): Promise<void> {
  const { view } = session;
  if (!view) return;
  session.endView();
  try {
    const token = await session.ownToken();
    await fetch(`/api/v1/auth/view-as/${view.id}`, { method: "DELETE", headers: { Authorization: `Bearer ${token}` } });
  } catch {
    // nobody could be told: its token is gone from here, and ends by itself in minutes
  }
}

export const api = createClient<paths>({
  baseUrl: typeof location === "undefined" ? "http://localhost" : location.origin,
  fetch: authorizedFetch,
});

/** The body of a good answer; anything else is thrown. */
export async function ok<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  throw new ApiProblem(response.status, error && typeof error === "object" ? (error as Record<string, unknown>) : {});
}

/** The same key for the same wish, however often it is sent. */
export const idempotent = (key: string = randomId()) => ({ "Idempotency-Key": key });

/** Send a file; it is its owner's alone until it is attached to something. */
export async function uploadMedia(file: Blob, name: string, key: string = randomId()): Promise<Schemas["MediaRead"]> {
  const form = new FormData();
  form.append("file", file, name);
  const response = await authorizedFetch("/api/v1/media", { method: "POST", body: form, headers: idempotent(key) });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as Schemas["MediaRead"];
}

export async function fetchMedia(id: string, variant: "thumbnail" | "preview" | "large" | "content"): Promise<Blob> {
  const path = variant === "content" ? "content" : `variants/${variant}`;
  const response = await authorizedFetch(`/api/v1/media/${id}/${path}`);
  if (!response.ok) throw await problemOf(response);
  return response.blob();
}
