/** The operator's pages: a chunk of their own. */

export { ServicesPage } from "./services";
export { VerificationsPage } from "./verifications";
