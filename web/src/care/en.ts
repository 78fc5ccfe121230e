/** English, of what is done around a walk. */

import type { Message } from "../i18n/translate";

export const en = {} as const satisfies Record<string, Message>;
