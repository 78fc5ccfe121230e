/** Which colour a state is said in, where several pages say it. */

import type { Schemas } from "../api/client";
import type { Tone } from "./kit";

export const PAYOUT_TONES: Partial<Record<Schemas["PayoutState"], Tone>> = { requested: "warn", reconciling: "warn", sent: "warm", paid: "good", rejected: "bad", failed: "bad" };
