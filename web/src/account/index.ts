/** What one does with one's account now and then: a chunk of its own, with its words. */

import { learn } from "../i18n/translate";
import { en } from "./en";
import { ru } from "./ru";

learn({ en, ru });

export { ChatLinkPage } from "./chat-link";
export { ContactsPage } from "./contacts";
export { DeveloperPage } from "./developer";
export { GonePage } from "./gone";
export { LeavePage } from "./leave";
export { MethodsPage } from "./methods";
export { NoticesPage } from "./notices";
export { SessionsPage } from "./sessions";
export { WebhookPage } from "./webhook";
