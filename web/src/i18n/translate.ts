/** Messages with parameters and plural forms; how money, time and distance are said in each language. */

import type { en as account } from "../account/en";
import type { en as admin } from "../admin/en";
import type { en as care } from "../care/en";
import type { en as walker } from "../walker/en";
import { en } from "./en";
import { ru } from "./ru";

export type Language = "en" | "ru";
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
export type Message = string | Forms;
export type Key = keyof typeof en | keyof typeof account | keyof typeof admin | keyof typeof care | keyof typeof walker;
export type Params = Record<string, string | number>;
/** The words of another language: the same keys, none more, none less. */
export type SameAs<Words> = Record<keyof Words, Message>;

export const LANGUAGES: Record<Language, string> = { en: "English", ru: "Русский" };
const DICTIONARIES: Record<Language, Record<string, Message>> = { en: { ...en }, ru: { ...ru } };
const LOCALES: Record<Language, string> = { en: "en-GB", ru: "ru-RU" };

/** Words that come along with a chunk of pages; called once by the chunk's index. */
export function learn(words: Record<Language, Record<string, Message>>): void {
  Object.assign(DICTIONARIES.en, words.en);
  Object.assign(DICTIONARIES.ru, words.ru);
}

export function guessLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.slice(0, 2).toLowerCase();
    if (base === "ru" || base === "be" || base === "kk" || base === "uk") return "ru";
    if (base === "en") return "en";
  }
  return "en";
}

export class Translator {
  readonly locale: string;
  private readonly plurals: Intl.PluralRules;
  private readonly numbers: Intl.NumberFormat;

  constructor(readonly language: Language) {
    this.locale = LOCALES[language];
    this.plurals = new Intl.PluralRules(this.locale);
    this.numbers = new Intl.NumberFormat(this.locale);
  }

  t = (key: Key, params: Params = {}): string => {
    const message: Message = DICTIONARIES[this.language][key] ?? key;
    const text = typeof message === "string" ? message : this.form(message, Number(params.count ?? 0));
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name];
      return value === undefined ? whole : typeof value === "number" ? this.numbers.format(value) : value;
    });
  };

  /** The message of that key if there is one: for codes that come from the API. */
  maybe = (key: string, params?: Params): string | null =>
    Object.hasOwn(DICTIONARIES[this.language], key) ? this.t(key as Key, params) : null;

  private form(message: Forms, count: number): string {
    return message[this.plurals.select(count)] ?? message.other;
  }

  /** Minor units as the API has them: 125000 RUB is "1 250 ₽". */
  money = (amount: number, currency: string): string => {
    const digits = minorDigits(currency);
    const value = amount / 10 ** digits;
    const isWhole = amount % 10 ** digits === 0;
    return new Intl.NumberFormat(this.locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits: isWhole ? 0 : digits,
      maximumFractionDigits: digits,
    }).format(value);
  };

  dateTime = (iso: string): string => {
    const date = new Date(iso);
    const time = this.time(iso);
    const day = new Intl.RelativeTimeFormat(this.locale, { numeric: "auto" });
    const away = daysBetween(new Date(), date);
    if (Math.abs(away) <= 1) return `${capital(day.format(away, "day"))}, ${time}`;
    const isThisYear = date.getFullYear() === new Date().getFullYear();
    const options: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", weekday: "short" };
    if (!isThisYear) options.year = "numeric";
    return `${new Intl.DateTimeFormat(this.locale, options).format(date)}, ${time}`;
  };

  date = (iso: string): string =>
    new Intl.DateTimeFormat(this.locale, { day: "numeric", month: "long", year: "numeric" }).format(new Date(iso));

  time = (iso: string): string =>
    new Intl.DateTimeFormat(this.locale, { hour: "2-digit", minute: "2-digit" }).format(new Date(iso));

  /** A moment as the clocks of that time zone show it. */
  momentIn = (iso: string, timeZone: string): string =>
    capital(new Intl.DateTimeFormat(this.locale, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone }).format(new Date(iso)));

  /** The time of day of a local moment: "2026-03-02T09:00" is 09:00 wherever it is read. */
  clockTime = (local: string): string => local.slice(11, 16);

  weekday = (monday0: number, width: "short" | "long" = "long"): string =>
    // 5 January 2026 is a Monday
    new Intl.DateTimeFormat(this.locale, { weekday: width, timeZone: "UTC" }).format(
      new Date(Date.UTC(2026, 0, 5 + monday0)),
    );

  distance = (metres: number): string => {
    const isFar = metres >= 1000;
    return new Intl.NumberFormat(this.locale, {
      style: "unit",
      unit: isFar ? "kilometer" : "meter",
      unitDisplay: "short",
      maximumFractionDigits: isFar ? (metres < 10_000 ? 2 : 1) : 0,
    }).format(isFar ? metres / 1000 : metres);
  };

  /** "a passport or an ID card" */
  list = (values: string[], joined: "and" | "or" = "and"): string =>
    new Intl.ListFormat(this.locale, { type: joined === "or" ? "disjunction" : "conjunction" }).format(values);

  percent = (share: number): string =>
    new Intl.NumberFormat(this.locale, { style: "percent", maximumFractionDigits: 0 }).format(share);

  number = (value: number, digits = 1): string =>
    new Intl.NumberFormat(this.locale, { maximumFractionDigits: digits }).format(value);

  duration = (seconds: number): string => {
    const minutes = Math.round(seconds / 60);
    if (minutes < 60) return this.unit(minutes, "minute");
    const rest = minutes % 60;
    const hours = this.unit(Math.floor(minutes / 60), "hour");
    return rest ? `${hours} ${this.unit(rest, "minute")}` : hours;
  };

  private unit(value: number, unit: "minute" | "hour"): string {
    return new Intl.NumberFormat(this.locale, { style: "unit", unit, unitDisplay: "short" }).format(value);
  }
}

/** 2 for roubles and euros, 0 for yen: how many digits of the smallest unit a currency has. */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** 75 seconds are "1:15", an hour and five seconds "1:00:05". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
