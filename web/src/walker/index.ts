/** The walker's pages: a chunk that owners never fetch, with its words. */

import { learn } from "../i18n/translate";
import { en } from "./en";
import { ru } from "./ru";

learn({ en, ru });

export { PayoutsPage } from "./payouts";
export { ProfilePage } from "./profile";
export { ReviewsPage } from "./reviews";
export { TimeOffPage } from "./time-off";
export { VerificationPage } from "./verification";
export { WalkPage } from "./walk";
export { WorkPage } from "./work";
