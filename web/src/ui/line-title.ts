/** A line of a price in the reader's language. */

import type { Translator } from "../i18n/translate";

/** Its numbers, and the code of a discount, are in the title that the API made. */
export function lineTitle(line: { code: string; title: string }, { maybe }: Pick<Translator, "maybe">): string {
  const count = Number(/\d+/.exec(line.title)?.[0] ?? 1);
  return maybe(`line.${line.code}`, { count, title: line.title }) ?? line.title;
}
