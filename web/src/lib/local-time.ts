/** Moments as the browser's own fields write them: in local time, to the minute. */

export function localIso(date: Date): string {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export const localDate = (date: Date): string => localIso(date).slice(0, 10);

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
