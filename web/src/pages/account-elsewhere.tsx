/** Signing in with an account elsewhere: the buttons at the door, and the page that the provider leads back to. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Link } from "react-router";

import { api, ok } from "../api/client";
import { ApiProblem, hasCode } from "../api/problems";
import { useUser } from "../api/queries";
import { useI18n } from "../i18n";
import { Button, Card, ErrorNote, Field, Loading, Note, Page } from "../ui/kit";
import { useEnter } from "./enter";

const useProviders = () => useQuery({ queryKey: ["oauth-providers"], queryFn: () => ok(api.GET("/api/v1/auth/oauth")), staleTime: Infinity });

export function Providers({ text = "auth.with_provider" }: { text?: "auth.with_provider" | "auth.link_with" }) {
  const { t } = useI18n();
  const providers = useProviders();
  return providers.data?.items.map((one) => (
    <Button key={one.name} look="secondary" size="large" onClick={() => location.assign(`/api/v1/auth/oauth/${one.name}`)}>
      {t(text, { name: one.title })}
    </Button>
  ));
}

/** Which of them open the account already; nothing is shown where the operator trusts none. */
export function AccountsElsewhere({ hasPassword }: { hasPassword: boolean }) {
  const { t, date } = useI18n();
  const queries = useQueryClient();
  const providers = useProviders();
  const [password, setPassword] = useState("");
  const linked = useQuery({ queryKey: ["identities"], queryFn: () => ok(api.GET("/api/v1/auth/identities")) });
  const unlink = useMutation({
    mutationFn: (id: string) => ok(api.DELETE("/api/v1/auth/identities/{identity_id}", { params: { path: { identity_id: id } }, body: { current_password: password || null } })),
    onSuccess: () => queries.invalidateQueries(),
  });
  if (!providers.data?.items.length) return null;
  return (
    <Card className="grid gap-4">
      <h2 className="text-heading font-bold">{t("security.elsewhere")}</h2>
      <ErrorNote error={linked.error ?? unlink.error} />
      {hasPassword && !!linked.data?.items.length && (
        <Field label={t("auth.password")} type="password" name="identity-password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
      )}
      <ul className="grid gap-2">
        {linked.data?.items.map((one) => (
          <li key={one.id} className="flex items-center gap-3">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{one.email}</span>
              <span className="text-sm text-muted">{t("security.since", { date: date(one.created_at) })}</span>
            </span>
            <Button look="quiet" busy={unlink.isPending && unlink.variables === one.id} onClick={() => unlink.mutate(one.id)}>{t("security.remove")}</Button>
          </li>
        ))}
      </ul>
      <Providers text="auth.link_with" />
    </Card>
  );
}

/** The fragment is for this page alone: it is taken out of the address before anything else happens. */
function takeFragment(): URLSearchParams {
  const told = new URLSearchParams(location.hash.slice(1));
  history.replaceState(history.state, "", location.pathname);
  return told;
}

export function AccountElsewherePage() {
  const { t } = useI18n();
  const user = useUser();
  const [told] = useState(takeFragment);
  const ticket = told.get("ticket");
  // whoever was in when he came back wants to link; signing in below must not turn one into the other
  const [wasIn] = useState(!!user);
  const refused = ticket ? null : new ApiProblem(400, { code: told.get("error") ?? "invalid_oauth_state" });
  return (
    <Page title={t(wasIn ? "auth.link" : "auth.sign_in")} narrow>
      <ErrorNote error={refused} />
      {ticket && (wasIn ? <LinkAccount ticket={ticket} /> : <Entrance ticket={ticket} />)}
      <Link to={wasIn ? "/me/security" : "/sign-in"} className="font-semibold text-leash-deep underline underline-offset-4">
        {t(wasIn ? "security.title" : "auth.other_ways")}
      </Link>
    </Page>
  );
}

function Entrance({ ticket }: { ticket: string }) {
  const { t } = useI18n();
  const enter = useEnter();
  const [code, setCode] = useState("");
  const began = useRef(false);
  const login = useMutation({
    mutationFn: () => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return ok(api.POST("/api/v1/auth/oauth/sign-in", { body: { ticket, role: "client", totp_code: code || null, timezone: timeZone } }));
    },
    onSuccess: (signedIn) => enter(signedIn),
  });
  const { mutate } = login;
  useEffect(() => {
    // the ticket is good once, and effects may run twice
    if (!began.current) mutate();
    began.current = true;
  }, [mutate]);
  if (login.isPending || login.isIdle) return <Loading />;
  const wantsCode = hasCode(login.error, "totp_required") || hasCode(login.error, "invalid_totp_code");
  return (
    <form className="grid gap-4" onSubmit={submit(mutate)}>
      <ErrorNote error={login.error} />
      {wantsCode && (
        <>
          <Field label={t("auth.code")} name="totp_code" autoComplete="one-time-code" autoFocus required maxLength={40} hint={t("auth.code_hint")} value={code} onChange={(event) => setCode(event.target.value)} />
          <Button type="submit" size="large">{t("auth.sign_in")}</Button>
        </>
      )}
    </form>
  );
}

function LinkAccount({ ticket }: { ticket: string }) {
  const { t } = useI18n();
  const [password, setPassword] = useState("");
  const methods = useQuery({ queryKey: ["sign-in-methods"], queryFn: () => ok(api.GET("/api/v1/auth/methods")) });
  const link = useMutation({ mutationFn: () => ok(api.POST("/api/v1/auth/identities", { body: { ticket, current_password: password || null } })) });
  if (link.data) return <Note role="status" icon="shield">{t("auth.linked", { email: link.data.email })}</Note>;
  return (
    <form className="grid gap-4" onSubmit={submit(link.mutate)}>
      <p className="text-muted">{t("auth.link_lead")}</p>
      {methods.data?.has_password && (
        <Field label={t("auth.password")} type="password" name="password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.target.value)} />
      )}
      <ErrorNote error={link.error} />
      <Button type="submit" size="large" busy={link.isPending}>{t("auth.link")}</Button>
    </form>
  );
}

const submit = (send: () => void) => (event: FormEvent) => {
  event.preventDefault();
  send();
};
