/** The API's shapes under the names the app knows them by. */

import type { Schemas } from "./client";

export type Order = Schemas["OrderRead"];
export type OrderStatus = Schemas["OrderStatus"];
export type Offer = Schemas["OfferRead"];
export type Quote = Schemas["QuoteRead"];
export type WalkEvent = Schemas["WalkEventRead"];
export type WalkEventKind = Schemas["WalkEventKind"];
export type Report = Schemas["OrderReportRead"];
export type Message = Schemas["MessageRead"];
export type Walker = Schemas["WalkerRead"];
export type WalkerCard = Schemas["WalkerCard"];
export type WalkerFound = Schemas["WalkerFound"];
export type Wallet = Schemas["WalletRead"];
export type Transaction = Schemas["TransactionRead"];
export type Topup = Schemas["TopupRead"];
export type Verification = Schemas["VerificationRead"];
export type Standing = Schemas["StandingRead"];
export type Appeal = Schemas["AppealRead"];
export type AppealCase = Schemas["AppealCase"];
export type AskedConsent = Schemas["ConsentAskedRead"];
export type BackgroundCheck = Schemas["CheckCard"];
export type QuizResult = Schemas["QuizResultRead"];
export type Species = Schemas["Species"];
export type DocumentType = Schemas["DocumentType"];
export type ServiceRow = Schemas["ServiceRead"];
export type Size = Schemas["PetSize"];
export type Pet = Schemas["PetPetRead"];
