/** Sums of money that are offered. */

import { minorDigits } from "../i18n/translate";

/** Round sums that make sense in a currency: about one, three and ten walks. */
export function presets(currency: string): number[] {
  const unit = 10 ** minorDigits(currency);
  const scale = ["RUB", "JPY", "KZT", "HUF", "KRW"].includes(currency) ? 100 : 1;
  return [20, 50, 100].map((amount) => amount * unit * scale);
}

/** Sums that are given as a tip: small change, a coffee, a lunch. */
export const tips = (currency: string): number[] => presets(currency).map((amount) => amount / 10);
