/** What follows on signing in, whichever way it was. */

import { useNavigate, useSearchParams } from "react-router";

import type { Schemas } from "../api/client";
import { session } from "../api/session";
import { setMode } from "../lib/mode";

/** Keep the session, then go where the person wanted to. */
export function useEnter() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return ({ user, ...tokens }: Schemas["SignedInRead"], home?: string) => {
    session.begin(user, tokens);
    setMode(user.roles.includes("admin") ? "admin" : user.roles.includes("walker") ? "walker" : "owner");
    const wanted = search.get("next");
    const isOurs = wanted?.startsWith("/") && !wanted.startsWith("//");
    void navigate(isOurs ? wanted! : (home ?? "/"), { replace: true });
  };
}
