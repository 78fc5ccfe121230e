/** The door: signing in, and making an account as an owner or a walker. */

import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import { Link, Navigate, useSearchParams } from "react-router";

import { api, ok } from "../api/client";
import { hasCode } from "../api/problems";
import { useUser } from "../api/queries";
import { ApiProblem } from "../api/problems";
import { useI18n } from "../i18n";
import { passkeysWork, signInWithPasskey } from "../lib/passkeys";
import { Button, Choice, ErrorNote, Field } from "../ui/kit";
import { Paw } from "../ui/icons";
import { fieldError } from "../ui/words-for";
import { Providers } from "./account-elsewhere";
import { useEnter } from "./enter";

export function SignInPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const [form, setForm] = useState({ email: "", password: "", totp_code: "" });
  const enter = useEnter();
  const login = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/auth/login", { body: { ...form, totp_code: form.totp_code || null } })),
    onSuccess: (signedIn) => enter(signedIn),
  });
  const passkey = useMutation({ mutationFn: signInWithPasskey, onSuccess: (signedIn) => signedIn && enter(signedIn) });
  // the password was right, and the account has an authenticator app
  const wantsCode = login.error instanceof ApiProblem && ["totp_required", "invalid_totp_code"].includes(login.error.code);
  const asksForCode = wantsCode || form.totp_code !== "";
  return (
    <Door title={t("auth.sign_in")} lead={t("auth.sign_in_lead")} foot={<Link to="/register" className="font-semibold text-leash-deep underline underline-offset-4">{t("auth.no_account")}</Link>}>
      <form className="grid gap-4" onSubmit={submit(login.mutate)}>
        <Field label={t("auth.email")} type="email" name="email" autoComplete="username" required value={form.email} onChange={(event) => setForm({ ...form, email: event.target.value })} />
        <Field label={t("auth.password")} type="password" name="password" autoComplete="current-password" required value={form.password} onChange={(event) => setForm({ ...form, password: event.target.value })} />
        {asksForCode && (
          <Field label={t("auth.code")} name="totp_code" autoComplete="one-time-code" autoFocus required maxLength={40} hint={t("auth.code_hint")} value={form.totp_code} onChange={(event) => setForm({ ...form, totp_code: event.target.value })} />
        )}
        <ErrorNote error={login.error} />
        {hasCode(login.error, "account_suspended") && (
          <Link to="/appeal" className="font-semibold text-leash-deep underline underline-offset-4">
            {t("appeal.title")}
          </Link>
        )}
        <Button type="submit" size="large" busy={login.isPending}>
          {t("auth.sign_in")}
        </Button>
      </form>
      {passkeysWork() && (
        <div className="grid gap-4">
          <ErrorNote error={passkey.error} />
          <Button look="secondary" size="large" icon="shield" busy={passkey.isPending} onClick={() => passkey.mutate()}>
            {t("auth.with_passkey")}
          </Button>
        </div>
      )}
      <Providers />
    </Door>
  );
}

export function RegisterPage() {
  const i18n = useI18n();
  const { t, language } = i18n;
  const [search] = useSearchParams();
  const [role, setRole] = useState<"client" | "walker">(search.get("role") === "walker" ? "walker" : "client");
  const [form, setForm] = useState({ full_name: "", email: "", password: "" });
  const enter = useEnter();
  const register = useMutation({
    mutationFn: () => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return ok(api.POST("/api/v1/auth/register", { body: { ...form, role, locale: language, timezone: timeZone } }));
    },
    onSuccess: (signedIn) => enter(signedIn, role === "walker" ? "/work" : "/"),
  });
  const wrong = (field: string) => fieldError(register.error, field, i18n);
  return (
    <Door title={t("auth.register")} lead={t("auth.register_lead")} foot={<Link to="/sign-in" className="font-semibold text-leash-deep underline underline-offset-4">{t("auth.have_account")}</Link>}>
      <form className="grid gap-4" onSubmit={submit(register.mutate)}>
        <Choice
          label={t("auth.who")}
          value={role}
          onChange={setRole}
          options={[
            { value: "client", label: t("auth.as_client") },
            { value: "walker", label: t("auth.as_walker") },
          ]}
        />
        <Field label={t("auth.name")} name="name" autoComplete="name" required maxLength={120} value={form.full_name} error={wrong("full_name")} onChange={(event) => setForm({ ...form, full_name: event.target.value })} />
        <Field label={t("auth.email")} type="email" name="email" autoComplete="username" required value={form.email} error={wrong("email")} onChange={(event) => setForm({ ...form, email: event.target.value })} />
        <Field label={t("auth.password")} type="password" name="password" autoComplete="new-password" required minLength={8} maxLength={128} hint={t("auth.password_hint")} value={form.password} error={wrong("password")} onChange={(event) => setForm({ ...form, password: event.target.value })} />
        <ErrorNote error={register.error} />
        <Button type="submit" size="large" busy={register.isPending}>
          {t("auth.register")}
        </Button>
      </form>
    </Door>
  );
}

const submit = (send: () => void) => (event: FormEvent) => {
  event.preventDefault();
  send();
};

function Door({ title, lead, foot, children }: { title: string; lead: string; foot: ReactNode; children: ReactNode }) {
  const user = useUser();
  // somebody who is in already has nothing to do at the door
  const [wasIn] = useState(!!user);
  if (wasIn) return <Navigate to="/" replace />;
  return (
    <main id="main" className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <title>{`${title} · Lapa`}</title>
      <div className="grid content-center px-5 pt-24 pb-12 sm:px-10">
        <div className="rise mx-auto grid w-full max-w-md gap-6">
          <header className="grid gap-2">
            <h1 className="text-display font-extrabold">{title}</h1>
            <p className="text-muted">{lead}</p>
          </header>
          {children}
          <p>{foot}</p>
        </div>
      </div>
      <Trail />
    </main>
  );
}

/** A dog has passed here: prints along a leash. */
function Trail() {
  const prints = Array.from({ length: 11 }, (_, step) => {
    const along = step / 10;
    const sway = Math.sin(along * 6) * 16;
    return { left: 50 + sway + (step % 2 ? 4.5 : -4.5), top: 92 - along * 84, turn: Math.cos(along * 6) * 38 };
  });
  return (
    <div aria-hidden="true" className="relative hidden overflow-hidden bg-leash text-on-leash lg:block">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" className="absolute inset-0 size-full opacity-25">
        <path d="M50 100 C 70 85, 78 70, 50 58 S 24 32, 44 18 S 60 6, 58 0" fill="none" stroke="currentColor" strokeWidth="2.5" vectorEffect="non-scaling-stroke" />
      </svg>
      {prints.map((print, step) => (
        <Paw
          key={step}
          size={46}
          className="absolute"
          style={{ left: `${print.left}%`, top: `${print.top}%`, rotate: `${print.turn}deg`, animation: `rise 0.5s ${step * 0.09}s both` }}
        />
      ))}
    </div>
  );
}
