/** Texts that come from the API in several languages. */

import type { Language } from "./translate";

/** In the reader's language, else in English, else in whichever there is. */
export function inWords(words: Record<string, string>, language: Language): { text: string; lang: string } {
  const known = Object.keys(words);
  const lang = known.find((one) => one.slice(0, 2) === language) ?? known.find((one) => one.slice(0, 2) === "en") ?? known[0] ?? language;
  return { text: words[lang] ?? "", lang };
}
