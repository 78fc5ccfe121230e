/** Who is signed in: the access token in memory, the refresh token kept and rotated one tab at a time. */

import { alone } from "../lib/locks";
import { recall, remember } from "../lib/storage";
import { Unreachable, problemOf } from "./problems";

const KEY = "lapa.session";
const LOCK = "lapa.refresh";
/** Refreshed that long before it ends, so that a slow request does not outlive its token. */
const MARGIN_MS = 20_000;

export interface Person {
  id: string;
  email: string;
  full_name: string;
  display_name: string;
  roles: string[];
  locale: string;
  avatar_media_id: string | null;
}

export interface Tokens {
  access_token: string;
  refresh_token: string;
  expires_in: number;
}

/** Support looking with somebody's eyes: a token that may only look, for minutes, in this tab alone. */
export interface View {
  id: string;
  person: Person;
  reason: string;
  token: string;
  /** The moment it ends, in milliseconds. */
  until: number;
}

interface Kept {
  refresh_token: string;
  user: Person;
}

type Listener = () => void;

export class Session {
  private access: { token: string; until: number } | null = null;
  private looking: View | null = null;
  private listeners = new Set<Listener>();
  private snapshot: Person | null;

  constructor(private readonly now: () => number = Date.now) {
    this.snapshot = this.kept()?.user ?? null;
    // another tab signed in or out
    globalThis.addEventListener?.("storage", (event) => {
      if ((event as StorageEvent).key === KEY) this.reread();
    });
  }

  /** Whose pages are shown: one's own, or those of the person one looks as. */
  get user(): Person | null {
    return this.looking?.person ?? this.snapshot;
  }

  /** Whose doings are recorded and sent: nobody's while one looks with another's eyes. */
  get doer(): Person | null {
    return this.looking ? null : this.snapshot;
  }

  get view(): View | null {
    return this.looking;
  }

  look(view: View): void {
    this.looking = view;
    this.tell();
  }

  endView(): void {
    if (!this.looking) return;
    this.looking = null;
    this.tell();
  }

  subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  begin(user: Person, tokens: Tokens): void {
    this.keepTokens(tokens, user);
    this.snapshot = user;
    this.tell();
  }

  changeUser(user: Person): void {
    const kept = this.kept();
    if (!kept || kept.user.id !== user.id) return;
    remember(KEY, JSON.stringify({ ...kept, user }));
    this.snapshot = user;
    this.tell();
  }

  end(): void {
    this.access = null;
    this.looking = null;
    this.snapshot = null;
    remember(KEY, null);
    this.tell();
  }

  /** A token that is good for a while; null for visitors. `spent` is one that was just refused. */
  async token(spent?: string): Promise<string | null> {
    if (this.looking) return this.viewToken(spent);
    return this.ownToken(spent);
  }

  /** One's own, also while one looks with another's eyes: what ends the look. */
  async ownToken(spent?: string): Promise<string | null> {
    const good = this.goodToken(spent);
    if (good || !this.kept()) return good;
    return alone(LOCK, async () => this.goodToken(spent) ?? (await this.refresh()));
  }

  private viewToken(spent?: string): string | null {
    const { token, until } = this.looking!;
    if (token !== spent && until > this.now()) return token;
    this.endView();
    return null;
  }

  private goodToken(spent?: string): string | null {
    const isGood = this.access && this.access.token !== spent && this.access.until > this.now();
    return isGood ? this.access!.token : null;
  }

  private async refresh(): Promise<string | null> {
    // read here, under the lock: another tab may have rotated it a moment ago
    const kept = this.kept();
    if (!kept) return null;
    let response: Response;
    try {
      response = await fetch("/api/v1/auth/refresh", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ refresh_token: kept.refresh_token }),
      });
    } catch (error) {
      throw new Unreachable(error);
    }
    if (response.ok) {
      const tokens = (await response.json()) as Tokens;
      this.keepTokens(tokens, kept.user);
      return tokens.access_token;
    }
    // only a refusal ends the session; a platform that is down for a moment does not
    if (response.status === 401 || response.status === 403) this.end();
    throw await problemOf(response);
  }

  private keepTokens(tokens: Tokens, user: Person): void {
    const life = Math.max(tokens.expires_in * 1000 - MARGIN_MS, tokens.expires_in * 500);
    this.access = { token: tokens.access_token, until: this.now() + life };
    remember(KEY, JSON.stringify({ refresh_token: tokens.refresh_token, user } satisfies Kept));
  }

  private kept(): Kept | null {
    try {
      const kept = JSON.parse(recall(KEY) ?? "null") as Kept | null;
      return kept?.refresh_token && kept.user ? kept : null;
    } catch {
      return null;
    }
  }

  private reread(): void {
    const user = this.kept()?.user ?? null;
    if (user?.id !== this.snapshot?.id) {
      this.access = null;
      this.looking = null;
    }
    this.snapshot = user;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const session = new Session();
