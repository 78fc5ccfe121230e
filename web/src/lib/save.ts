/** Handing a file that was fetched with a token over to the browser's downloads. */

export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  // the download has begun by then in every browser
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
