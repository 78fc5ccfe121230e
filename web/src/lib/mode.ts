/** One person may be owner, walker and operator: which of them the app shows its tabs for. */

import { useSyncExternalStore } from "react";

import type { Person } from "../api/session";
import { STAFF } from "./desks";
import { recall, remember } from "./storage";

export type Mode = "owner" | "walker" | "admin";
const KEY = "lapa.mode";
const listeners = new Set<() => void>();

export function modesOf(user: Person): Mode[] {
  const modes: Mode[] = [];
  if (user.roles.some((role) => STAFF.includes(role))) modes.push("admin");
  if (user.roles.includes("walker")) modes.push("walker");
  modes.push("owner");
  return modes;
}

export function setMode(mode: Mode): void {
  remember(KEY, mode);
  for (const listener of listeners) listener();
}

export function useMode(user: Person | null): Mode {
  const kept = useSyncExternalStore(
    (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    () => recall(KEY),
  );
  if (!user) return "owner";
  const modes = modesOf(user);
  return modes.find((mode) => mode === kept) ?? modes[0] ?? "owner";
}
