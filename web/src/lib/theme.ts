/** Day, night, or as the system has it. */

import { useSyncExternalStore } from "react";

import { recall, remember } from "./storage";

export type Choice = "system" | "light" | "dark";
const KEY = "lapa.theme";
const night = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

export function choice(): Choice {
  const kept = recall(KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
}

export function applyTheme(to: Choice = choice()): void {
  remember(KEY, to === "system" ? null : to);
  if (to === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = to;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  night.addEventListener("change", listener);
  return () => {
    listeners.delete(listener);
    night.removeEventListener("change", listener);
  };
}

const shown = (): "light" | "dark" => {
  const chosen = choice();
  return chosen === "system" ? (night.matches ? "dark" : "light") : chosen;
};

export const useTheme = () => useSyncExternalStore(subscribe, shown);
export const useThemeChoice = () => useSyncExternalStore(subscribe, choice);
