/** The operator's pages: a chunk of their own, with its words. */

import { learn } from "../i18n/translate";
import { en } from "./en";
import { ru } from "./ru";

learn({ en, ru });

export { AppealsPage } from "./appeals";
export { AuditPage } from "./audit";
export { DisputesPage } from "./disputes";
export { IncidentsPage } from "./incidents";
export { MoneyPage } from "./money";
export { PeoplePage } from "./people";
export { ServicesPage } from "./services";
export { VerificationsPage } from "./verifications";
