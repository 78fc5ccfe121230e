import "./styles.css";

import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";

import { queryClient } from "./api/queries";
import { session } from "./api/session";
import { router } from "./app";
import { LanguageProvider } from "./i18n";
import { applyTheme } from "./lib/theme";

applyTheme();

// nothing of one person is ever shown to the next
let shownTo = session.user?.id;
session.subscribe(() => {
  if (session.user?.id === shownTo) return;
  shownTo = session.user?.id;
  queryClient.clear();
});

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <RouterProvider router={router} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
