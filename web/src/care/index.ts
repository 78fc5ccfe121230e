/** What is done around a walk: moving it, repeating it, its money, what went wrong. A chunk of its own, with its words. */

import { learn } from "../i18n/translate";
import { en } from "./en";
import { ru } from "./ru";

learn({ en, ru });

export { CalendarPage } from "./calendar";
export { ChangePage } from "./change";
export { HelpPage } from "./help";
export { OrderMoneyPage } from "./order-money";
export { SeriesListPage } from "./series-list";
export { SeriesPage } from "./series";
