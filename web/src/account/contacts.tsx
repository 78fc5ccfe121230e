/** Whom the walker may call when something happens; and who has looked. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { api, ok } from "../api/client";
import { useI18n } from "../i18n";
import { Button, Card, Empty, ErrorNote, Field, Loading, Page } from "../ui/kit";
import { fieldError } from "../ui/words-for";

const CONTACTS = ["contacts"];

export function ContactsPage() {
  const { t, dateTime } = useI18n();
  const client = useQueryClient();
  const contacts = useQuery({ queryKey: CONTACTS, queryFn: async () => (await ok(api.GET("/api/v1/users/contacts"))).items });
  const views = useQuery({ queryKey: [...CONTACTS, "views"], queryFn: async () => (await ok(api.GET("/api/v1/users/contacts/views"))).items });
  const remove = useMutation({
    mutationFn: (id: string) => ok(api.DELETE("/api/v1/users/contacts/{contact_id}", { params: { path: { contact_id: id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: CONTACTS }),
  });
  return (
    <Page title={t("contacts.title")} lead={t("contacts.lead")} narrow back="/me">
      {contacts.isPending && <Loading />}
      <ErrorNote error={contacts.error ?? remove.error} onRetry={() => void contacts.refetch()} />
      {contacts.data?.length === 0 && <Empty icon="person" title={t("contacts.none")} />}
      {!!contacts.data?.length && (
        <Card className="py-2">
          <ul className="divide-y divide-line">
            {contacts.data.map((one) => (
              <li key={one.id} className="flex items-center justify-between gap-3 py-2">
                <span className="min-w-0">
                  <span className="block truncate font-medium">{[one.name, one.relation].filter(Boolean).join(", ")}</span>
                  <span className="block text-sm text-muted">{one.phone}</span>
                </span>
                <Button look="quiet" size="small" aria-label={t("contacts.remove_one", { name: one.name })} busy={remove.isPending && remove.variables === one.id} onClick={() => remove.mutate(one.id)}>{t("contacts.remove")}</Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Add />
      {!!views.data?.length && (
        <section className="grid gap-3">
          <h2 className="text-heading font-bold">{t("contacts.views")}</h2>
          <ul className="grid gap-1 text-muted">
            {views.data.map((view) => (
              <li key={view.at}>{dateTime(view.at)}</li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function Add() {
  const i18n = useI18n();
  const { t } = i18n;
  const client = useQueryClient();
  const [form, setForm] = useState({ name: "", phone: "", relation: "" });
  const add = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/users/contacts", { body: { ...form, relation: form.relation || null, kind: "emergency" } })),
    onSuccess: async () => {
      setForm({ name: "", phone: "", relation: "" });
      await client.invalidateQueries({ queryKey: CONTACTS });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Card>
      <form className="grid gap-4" onSubmit={submit}>
        <Field label={t("contacts.name")} name="contact-name" required maxLength={120} value={form.name} error={fieldError(add.error, "name", i18n)} onChange={(event) => setForm({ ...form, name: event.target.value })} />
        <Field label={t("contacts.phone")} type="tel" name="contact-phone" required maxLength={30} hint={t("contacts.phone_hint")} value={form.phone} error={fieldError(add.error, "phone", i18n)} onChange={(event) => setForm({ ...form, phone: event.target.value })} />
        <Field label={t("contacts.relation")} name="contact-relation" maxLength={60} value={form.relation} onChange={(event) => setForm({ ...form, relation: event.target.value })} />
        <ErrorNote error={add.error} />
        <Button type="submit" busy={add.isPending} className="justify-self-start">{t("contacts.add")}</Button>
      </form>
    </Card>
  );
}
