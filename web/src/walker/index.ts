/** The walker's pages: a chunk that owners never fetch. */

export { ProfilePage } from "./profile";
export { VerificationPage } from "./verification";
export { WalkPage } from "./walk";
export { WorkPage } from "./work";
