/** Whom the owner wants called when something happens: asked for, not shown by itself, because each look is kept for him. */

import { useMutation } from "@tanstack/react-query";

import { api, ok } from "../api/client";
import { useI18n } from "../i18n";
import { Button, ErrorNote, Note } from "../ui/kit";

export function WhomToCall({ orderId }: { orderId: string }) {
  const { t } = useI18n();
  const look = useMutation({ mutationFn: async () => (await ok(api.GET("/api/v1/users/contacts/of-order/{order_id}", { params: { path: { order_id: orderId } } }))).items });
  if (!look.data) {
    return (
      <div className="grid gap-2">
        <Button look="secondary" icon="person" busy={look.isPending} onClick={() => look.mutate()}>{t("call.show")}</Button>
        <ErrorNote error={look.error} />
      </div>
    );
  }
  return (
    <Note icon="person" role="status">
      {look.data.length === 0 && <p>{t("call.nobody")}</p>}
      <ul className="grid gap-2">
        {look.data.map((one) => (
          <li key={one.phone}>
            {[one.name, one.relation].filter(Boolean).join(", ")}{" "}
            <a href={`tel:${one.phone}`} className="font-semibold underline underline-offset-4">{one.phone}</a>
          </li>
        ))}
      </ul>
    </Note>
  );
}
