/** The operator's desks, and whose roles open them; the platform decides again on each call. */

import type { Key } from "../i18n/translate";
import type { IconName } from "../ui/icons";

export interface Desk {
  to: string;
  label: Key;
  icon: IconName;
  roles: string[];
}

export const STAFF = ["admin", "support", "moderator", "finance"];

export const DESKS: Desk[] = [
  { to: "/admin/people", label: "nav.people", icon: "person", roles: ["admin", "support", "moderator"] },
  { to: "/admin/verifications", label: "nav.verifications", icon: "shield", roles: ["admin", "support"] },
  { to: "/admin/appeals", label: "nav.appeals", icon: "flag", roles: ["admin"] },
  { to: "/admin/incidents", label: "nav.incidents", icon: "incident", roles: ["admin", "support"] },
  { to: "/admin/disputes", label: "nav.disputes", icon: "chat", roles: ["admin", "support"] },
  { to: "/admin/money", label: "nav.money", icon: "wallet", roles: ["admin", "finance"] },
  { to: "/admin/audit", label: "nav.audit", icon: "note", roles: ["admin"] },
  { to: "/admin", label: "nav.services", icon: "pulse", roles: ["admin"] },
];

export const desksOf = (roles: string[]): Desk[] => DESKS.filter((desk) => desk.roles.some((role) => roles.includes(role)));

/** What is no desk is open to everybody. */
export const isOpenTo = (path: string, roles: string[]): boolean => !DESKS.some(({ to }) => to === path) || desksOf(roles).some(({ to }) => to === path);
