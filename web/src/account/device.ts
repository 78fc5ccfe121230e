/** Which browser and system a user agent names, in words people use; what it does not name stays unsaid. */

const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, "Edge"],
  [/\bYaBrowser\//, "Yandex"],
  [/\bOPR\/|\bOPT\//, "Opera"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, "Chrome"],
  [/\bVersion\/.*\bSafari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

export function deviceOf(userAgent: string): { browser: string | null; system: string | null } {
  const find = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
  // programs name themselves first: "curl/8.5.0", "python-httpx/0.28"
  const program = userAgent.startsWith("Mozilla/") ? null : (/^[\w.-]+/.exec(userAgent)?.[0] ?? null);
  return { browser: find(BROWSERS) ?? program, system: find(SYSTEMS) };
}
