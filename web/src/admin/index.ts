/** The operator's pages: a chunk of their own. */

export { AppealsPage } from "./appeals";
export { ServicesPage } from "./services";
export { VerificationsPage } from "./verifications";
