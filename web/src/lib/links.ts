/** Links in texts that were written for letters. */

/** Letters end with a link into the app; here it is a step, not a line of text. */
export function splitLink(body: string, origin: string): { text: string; path: string | null } {
  const found = /https?:\/\/\S+$/.exec(body.trim());
  if (!found) return { text: body, path: null };
  const url = new URL(found[0]);
  if (url.origin !== origin) return { text: body, path: null };
  return { text: body.trim().slice(0, found.index).trim().replace(/:$/, "."), path: url.pathname + url.search };
}
