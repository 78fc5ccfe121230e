import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { en as accountEn } from "../src/account/en";
import { ru as accountRu } from "../src/account/ru";
import { en as adminEn } from "../src/admin/en";
import { ru as adminRu } from "../src/admin/ru";
import { en as careEn } from "../src/care/en";
import { ru as careRu } from "../src/care/ru";
import { en as mainEn } from "../src/i18n/en";
import { ru as mainRu } from "../src/i18n/ru";
import { en as walkerEn } from "../src/walker/en";
import { ru as walkerRu } from "../src/walker/ru";
import { Translator, clock, guessLanguage, minorDigits, type Message } from "../src/i18n/translate";

// the words of the first chunk, and those that come with their pages
const BOOKS = [mainEn, accountEn, adminEn, careEn, walkerEn];
const en: Record<string, Message> = Object.assign({}, ...BOOKS);
const ru: Record<string, Message> = Object.assign({}, mainRu, accountRu, adminRu, careRu, walkerRu);

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const texts = (message: Message) => (typeof message === "string" ? [message] : Object.values(message));
const names = (message: Message) => new Set(texts(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []));

describe("the dictionaries", () => {
  test("say each thing once", () => {
    const keys = BOOKS.flatMap((book) => Object.keys(book));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test("have the same keys", () => {
    expect(Object.keys(ru).sort()).toEqual(Object.keys(en).sort());
  });

  test("ask for the same parameters and leave nothing empty", () => {
    for (const [key, message] of Object.entries(ru)) {
      expect(names(message), key).toEqual(names(en[key]!));
      for (const text of texts(message)) expect(text.trim(), key).not.toBe("");
    }
  });

  test("have all four Russian forms wherever there is a number", () => {
    for (const [key, message] of Object.entries(ru)) {
      if (typeof message !== "string") expect(Object.keys(message).sort(), key).toEqual(["few", "many", "one", "other"]);
    }
  });

  test("are used: no key is left over, none is missing", () => {
    const source = sources(join(import.meta.dirname, "../src")).join("\n");
    const isUsed = (key: string) => {
      const group = key.slice(0, key.lastIndexOf(".") + 1);
      return source.includes(`"${key}"`) || source.includes(`\`${key}`) || made(source).some((start) => group.startsWith(start) || key.startsWith(start));
    };
    expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([]);
  });

  test("leave no Cyrillic or bare English text in the pages", () => {
    for (const text of sources(join(import.meta.dirname, "../src"))) {
      expect(text.match(/[а-яё]{2,}/i)?.[0] ?? "", "Cyrillic outside the dictionary").toMatch(/^(|Яя|Русский)$/);
      expect([...text.matchAll(/>\s*([A-Z][a-z]+ [a-z]+[^<{]*)</g)].map((match) => match[1])).toEqual([]);
    }
  });
});

/** Beginnings of keys that are put together while the app runs: `status.${...}`. */
function made(source: string): string[] {
  return [...source.matchAll(/`([a-z_]+(?:\.[a-z_]+)*[._])\$\{/g)].map((match) => match[1]!);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    const isOurs = /\.tsx?$/.test(entry.name) && !/^(en|ru)\.ts$|\.d\.ts$/.test(entry.name);
    return isOurs ? [readFileSync(path, "utf8")] : [];
  });
}

describe("what is said", () => {
  const [english, russian] = [new Translator("en"), new Translator("ru")];

  test("dogs are counted as Russian counts them", () => {
    const said = [1, 2, 5, 11, 21, 22, 25].map((count) => russian.t("unit.dogs", { count }));
    expect(said).toEqual(["1 собака", "2 собаки", "5 собак", "11 собак", "21 собака", "22 собаки", "25 собак"]);
  });

  test("money comes from minor units, in the currency's own digits", () => {
    expect(plain(russian.money(125000, "RUB"))).toMatch(/^1 ?250 ₽$/);
    expect(plain(russian.money(1250050, "RUB"))).toBe("12 500,50 ₽");
    expect(english.money(1650, "EUR")).toBe("€16.50");
    expect(english.money(1650, "JPY")).toBe("¥1,650");
    expect(minorDigits("JPY")).toBe(0);
  });

  test("distances and times read well", () => {
    expect(plain(english.distance(433))).toBe("433 m");
    expect(plain(russian.distance(2431))).toBe("2,43 км");
    expect(clock(75)).toBe("1:15");
    expect(clock(3605)).toBe("1:00:05");
    expect(clock(-5)).toBe("0:00");
  });

  test("a code of the API that is not known says so", () => {
    expect(english.maybe("problem.never_heard_of")).toBeNull();
    expect(english.maybe("toString")).toBeNull();
    expect(english.maybe("problem.slot_taken")).toContain("taken");
  });

  test("the language is guessed from what the browser wants", () => {
    expect(guessLanguage(["", "fi-FI", "ru-RU", "en"])).toBe("ru");
    expect(guessLanguage(["en-US", "ru"])).toBe("en");
    expect(guessLanguage(["fi"])).toBe("en");
  });
});
