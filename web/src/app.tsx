/** Every address of the app and who may see it. */

import { Navigate, Outlet, createBrowserRouter, useLocation } from "react-router";

import { useUser } from "./api/queries";
import { STAFF } from "./lib/desks";
import { MapLayout } from "./layout/map-layout";
import { Shell } from "./layout/shell";
import { AccountElsewherePage } from "./pages/account-elsewhere";
import { AppealPage } from "./pages/appeal";
import { BrokenPage, NotFoundPage } from "./pages/broken";
import { ConsentsPage } from "./pages/consents";
import { DogFormPage, DogsPage } from "./pages/dogs";
import { HomePage } from "./pages/home";
import { MePage } from "./pages/me";
import { OrderPage } from "./pages/order";
import { OrdersPage } from "./pages/orders";
import { SecurityPage } from "./pages/security";
import { RegisterPage, SignInPage } from "./pages/sign-in";
import { WalletPage } from "./pages/wallet";

function SignedIn({ roles }: { roles?: string[] }) {
  const user = useUser();
  const { pathname } = useLocation();
  if (!user) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname)}`} replace />;
  return roles && !roles.some((role) => user.roles.includes(role)) ? <NotFoundPage /> : <Outlet />;
}

const account = async () => import("./account");
const care = async () => import("./care");
const walker = async () => import("./walker");
const admin = async () => import("./admin");

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <BrokenPage />,
    HydrateFallback: () => null,
    children: [
      { path: "/sign-in", element: <SignInPage /> },
      { path: "/sign-in/oauth", element: <AccountElsewherePage /> },
      { path: "/register", element: <RegisterPage /> },
      { path: "/appeal", element: <AppealPage /> },
      { path: "/gone/:id", lazy: async () => ({ Component: (await account()).GonePage }) },
      {
        element: <MapLayout />,
        children: [
          { path: "/", element: <HomePage /> },
          {
            element: <SignedIn />,
            children: [
              { path: "/book", lazy: async () => ({ Component: (await import("./pages/book")).BookPage }) },
              { path: "/orders/:id", element: <OrderPage /> },
            ],
          },
          {
            element: <SignedIn roles={["walker"]} />,
            children: [
              { path: "/work", lazy: async () => ({ Component: (await walker()).WorkPage }) },
              { path: "/work/:id", lazy: async () => ({ Component: (await walker()).WalkPage }) },
              { path: "/walker/profile", lazy: async () => ({ Component: (await walker()).ProfilePage }) },
            ],
          },
        ],
      },
      {
        element: <SignedIn />,
        children: [
          { path: "/orders", element: <OrdersPage /> },
          { path: "/orders/calendar", lazy: async () => ({ Component: (await care()).CalendarPage }) },
          { path: "/orders/:id/change", lazy: async () => ({ Component: (await care()).ChangePage }) },
          { path: "/orders/:id/help", lazy: async () => ({ Component: (await care()).HelpPage }) },
          { path: "/orders/:id/money", lazy: async () => ({ Component: (await care()).OrderMoneyPage }) },
          { path: "/series", lazy: async () => ({ Component: (await care()).SeriesListPage }) },
          { path: "/series/:id", lazy: async () => ({ Component: (await care()).SeriesPage }) },
          { path: "/dogs", element: <DogsPage /> },
          { path: "/dogs/new", element: <DogFormPage /> },
          { path: "/wallet", element: <WalletPage /> },
          { path: "/me", element: <MePage /> },
          { path: "/me/security", element: <SecurityPage /> },
          { path: "/me/consents", element: <ConsentsPage /> },
          { path: "/me/notices", lazy: async () => ({ Component: (await account()).NoticesPage }) },
          { path: "/chats/:id", lazy: async () => ({ Component: (await account()).ChatLinkPage }) },
          { path: "/pets/:id", element: <Navigate to="/dogs" replace /> },
          { path: "/wallet/methods", lazy: async () => ({ Component: (await account()).MethodsPage }) },
          { path: "/me/sessions", lazy: async () => ({ Component: (await account()).SessionsPage }) },
          { path: "/me/contacts", lazy: async () => ({ Component: (await account()).ContactsPage }) },
          { path: "/me/leave", lazy: async () => ({ Component: (await account()).LeavePage }) },
          { path: "/developer", lazy: async () => ({ Component: (await account()).DeveloperPage }) },
          { path: "/developer/webhooks/:id", lazy: async () => ({ Component: (await account()).WebhookPage }) },
        ],
      },
      {
        element: <SignedIn roles={["walker"]} />,
        children: [
          { path: "/walker/payouts", lazy: async () => ({ Component: (await walker()).PayoutsPage }) },
          { path: "/walker/reviews", lazy: async () => ({ Component: (await walker()).ReviewsPage }) },
          { path: "/walker/time-off", lazy: async () => ({ Component: (await walker()).TimeOffPage }) },
          { path: "/walker/verification", lazy: async () => ({ Component: (await walker()).VerificationPage }) },
        ],
      },
      {
        element: <SignedIn roles={STAFF} />,
        children: [
          { path: "/admin", lazy: async () => ({ Component: (await admin()).ServicesPage }) },
          { path: "/admin/appeals", lazy: async () => ({ Component: (await admin()).AppealsPage }) },
          { path: "/admin/audit", lazy: async () => ({ Component: (await admin()).AuditPage }) },
          { path: "/admin/disputes", lazy: async () => ({ Component: (await admin()).DisputesPage }) },
          { path: "/admin/incidents", lazy: async () => ({ Component: (await admin()).IncidentsPage }) },
          { path: "/admin/money", lazy: async () => ({ Component: (await admin()).MoneyPage }) },
          { path: "/admin/people", lazy: async () => ({ Component: (await admin()).PeoplePage }) },
          { path: "/admin/verifications", lazy: async () => ({ Component: (await admin()).VerificationsPage }) },
        ],
      },
      { path: "*", element: <NotFoundPage /> },
    ],
  },
]);
