/** Русский, для всего вокруг прогулки. */

import type { SameAs } from "../i18n/translate";
import type { en } from "./en";

export const ru: SameAs<typeof en> = {};
