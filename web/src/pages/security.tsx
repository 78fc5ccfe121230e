/** How one signs in: an authenticator app, its recovery codes, passkeys, accounts elsewhere. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { api, ok, type Schemas } from "../api/client";
import { session } from "../api/session";
import { useI18n } from "../i18n";
import { addPasskey, passkeysWork } from "../lib/passkeys";
import { Button, Card, ErrorNote, Field, Loading, Note, Page } from "../ui/kit";
import { AccountsElsewhere } from "./account-elsewhere";

const METHODS = ["sign-in-methods"];

export function SecurityPage() {
  const { t } = useI18n();
  const methods = useQuery({ queryKey: METHODS, queryFn: () => ok(api.GET("/api/v1/auth/methods")) });
  return (
    <Page title={t("security.title")} lead={t("security.lead")} narrow back="/me">
      {methods.isPending && <Loading />}
      <ErrorNote error={methods.error} onRetry={() => void methods.refetch()} />
      {methods.data && (
        <>
          <AuthenticatorApp methods={methods.data} />
          {passkeysWork() && <Passkeys hasPassword={methods.data.has_password} />}
          <AccountsElsewhere hasPassword={methods.data.has_password} />
        </>
      )}
    </Page>
  );
}

/** Rights may have changed with the factors: a refreshed token has them. */
function useChanged() {
  const queries = useQueryClient();
  return async () => {
    await session.token((await session.token()) ?? undefined);
    await queries.invalidateQueries();
  };
}

function AuthenticatorApp({ methods }: { methods: Schemas["SignInMethodsRead"] }) {
  const { t } = useI18n();
  const changed = useChanged();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const setup = useMutation({ mutationFn: () => ok(api.POST("/api/v1/auth/totp/setup", { body: { current_password: password || null } })) });
  const enable = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/auth/totp/enable", { body: { code } })),
    onSuccess: changed,
  });
  const disable = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/auth/totp/disable", { body: { current_password: password || null, totp_code: code } })),
    onSuccess: async () => {
      setup.reset();
      enable.reset();
      setPassword("");
      setCode("");
      await changed();
    },
  });
  const passwordField = methods.has_password && (
    <Field label={t("auth.password")} type="password" name="password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.target.value)} />
  );
  const codeField = (
    <Field label={t("auth.code")} name="code" autoComplete="one-time-code" required maxLength={40} hint={t("auth.code_hint")} value={code} onChange={(event) => setCode(event.target.value)} />
  );
  return (
    <Card className="grid gap-4">
      <h2 className="text-heading font-bold">{t("security.app")}</h2>
      <p className="text-muted">{t(methods.totp ? "security.app_on" : "security.app_off", { left: methods.recovery_codes_left })}</p>
      {enable.data && <RecoveryCodes codes={enable.data.recovery_codes} />}
      {methods.totp ? (
        <form className="grid gap-4" onSubmit={submit(disable.mutate)}>
          {passwordField}
          {codeField}
          <ErrorNote error={disable.error} />
          <Button type="submit" look="secondary" busy={disable.isPending}>{t("security.app_remove")}</Button>
        </form>
      ) : setup.data ? (
        <form className="grid gap-4" onSubmit={submit(enable.mutate)}>
          <p>{t("security.scan")}</p>
          <img src={setup.data.qr} alt={t("security.qr")} className="size-52 rounded-2xl bg-white p-2" />
          <p className="break-all font-mono text-sm">{setup.data.secret}</p>
          {codeField}
          <ErrorNote error={enable.error} />
          <Button type="submit" busy={enable.isPending}>{t("security.app_enable")}</Button>
        </form>
      ) : (
        <form className="grid gap-4" onSubmit={submit(setup.mutate)}>
          {passwordField}
          <ErrorNote error={setup.error} />
          <Button type="submit" look="secondary" busy={setup.isPending}>{t("security.app_set_up")}</Button>
        </form>
      )}
    </Card>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useI18n();
  return (
    <Note role="status" icon="shield">
      <p>{t("security.recovery")}</p>
      <ul className="mt-2 grid grid-cols-2 gap-1 font-mono text-sm">
        {codes.map((code) => (
          <li key={code} className="recovery-code">{code}</li>
        ))}
      </ul>
    </Note>
  );
}

function Passkeys({ hasPassword }: { hasPassword: boolean }) {
  const { t, date } = useI18n();
  const changed = useChanged();
  const [form, setForm] = useState({ name: "", password: "" });
  const passkeys = useQuery({ queryKey: [...METHODS, "passkeys"], queryFn: () => ok(api.GET("/api/v1/auth/passkeys")) });
  const add = useMutation({
    mutationFn: () => addPasskey(form.name, form.password),
    onSuccess: async (added) => {
      if (!added) return;
      setForm({ name: "", password: "" });
      await changed();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => ok(api.DELETE("/api/v1/auth/passkeys/{passkey_id}", { params: { path: { passkey_id: id } }, body: { current_password: form.password || null } })),
    onSuccess: changed,
  });
  return (
    <Card className="grid gap-4">
      <h2 className="text-heading font-bold">{t("security.passkeys")}</h2>
      <p className="text-muted">{t("security.passkeys_lead")}</p>
      <ErrorNote error={passkeys.error ?? remove.error} />
      <ul className="grid gap-2">
        {passkeys.data?.items.map((one) => (
          <li key={one.id} className="flex items-center gap-3">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{one.name}</span>
              <span className="text-sm text-muted">{t("security.since", { date: date(one.created_at) })}</span>
            </span>
            <Button look="quiet" busy={remove.isPending && remove.variables === one.id} onClick={() => remove.mutate(one.id)}>{t("security.remove")}</Button>
          </li>
        ))}
      </ul>
      <form className="grid gap-4" onSubmit={submit(add.mutate)}>
        <Field label={t("security.passkey_name")} name="passkey-name" required maxLength={60} value={form.name} onChange={(event) => setForm({ ...form, name: event.target.value })} />
        {hasPassword && (
          <Field label={t("auth.password")} type="password" name="passkey-password" autoComplete="current-password" required value={form.password} onChange={(event) => setForm({ ...form, password: event.target.value })} />
        )}
        <ErrorNote error={add.error} />
        <Button type="submit" look="secondary" busy={add.isPending}>{t("security.passkey_add")}</Button>
      </form>
    </Card>
  );
}

const submit = (send: () => void) => (event: FormEvent) => {
  event.preventDefault();
  send();
};
