/** Weekly rules (RFC 5545): made from what is chosen, read back into days of the week. */

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

export interface Weekly {
  /** 0 is Monday. */
  days: number[];
  every: number;
}

export function ruleOf({ days, every }: Weekly): string {
  const byDay = [...days].sort((one, other) => one - other).map((day) => DAYS[day]);
  return `FREQ=WEEKLY${every > 1 ? `;INTERVAL=${every}` : ""};BYDAY=${byDay.join(",")}`;
}

/** Null for a rule that is not of weeks and plain days: an API client may have made it. */
export function weeklyOf(rule: string): Weekly | null {
  const parts = new Map(rule.replace(/^RRULE:/, "").split(";").map((part) => part.split("=") as [string, string]));
  const days = parts.get("BYDAY")?.split(",").map((day) => DAYS.indexOf(day)) ?? [];
  const known = new Set(["FREQ", "INTERVAL", "BYDAY", "WKST"]);
  const isPlain = parts.get("FREQ") === "WEEKLY" && [...parts.keys()].every((key) => known.has(key));
  return isPlain && days.length && !days.includes(-1) ? { days, every: Number(parts.get("INTERVAL") ?? 1) } : null;
}

/** The first of those days at that local time that is still to come; `from` is a local date. */
export function firstMoment(days: number[], from: string, time: string, now: number = Date.now()): Date | null {
  for (let ahead = 0; ahead < 8 && days.length; ahead += 1) {
    const moment = new Date(`${from}T${time}`);
    moment.setDate(moment.getDate() + ahead);
    if (Number.isNaN(moment.getTime())) return null;
    if (days.includes((moment.getDay() + 6) % 7) && moment.getTime() > now) return moment;
  }
  return null;
}
