/** A failure in the reader's language: by its code where we know it, else as the API says it. */

import { ApiProblem, Unreachable } from "../api/problems";
import type { Translator } from "../i18n/translate";

export interface Words {
  title: string;
  next: string | null;
}

export function wordsFor(error: unknown, { t, maybe, distance }: Pick<Translator, "t" | "maybe" | "distance">): Words {
  if (error instanceof Unreachable) return { title: t("problem.unreachable"), next: t("problem.unreachable.next") };
  if (!(error instanceof ApiProblem)) return { title: t("problem.internal_error"), next: t("problem.internal_error.next") };
  const params = {
    distance: distance(Number(error.extra.distance_m ?? 0)),
    allowed: distance(Number(error.extra.allowed_m ?? 0)),
    seconds: Number(error.extra.retry_after ?? 0),
  };
  const known = maybe(`problem.${error.code}`, params);
  if (known) return { title: known, next: maybe(`problem.${error.code}.next`, params) };
  if (error.status >= 500) return { title: t("problem.internal_error"), next: t("problem.internal_error.next") };
  return { title: error.title || t("problem.refused"), next: error.message === error.title ? null : error.message };
}

/** What the API says of one field of a form. */
export function fieldError(error: unknown, field: string, { maybe }: Pick<Translator, "maybe">): string | null {
  if (!(error instanceof ApiProblem)) return null;
  const found = error.errors.find((one) => one.field === `body.${field}` || one.field === field);
  return found ? (maybe(`field.${found.code}`) ?? found.message) : null;
}
