/** A secret that is shown this once. */

import { useState } from "react";

import { useI18n } from "../i18n";
import { Button, Note } from "../ui/kit";

export function Secret({ value, onDone }: { value: string; onDone: () => void }) {
  const { t } = useI18n();
  const [isCopied, setCopied] = useState(false);
  // not offered on pages without TLS: then it is copied by hand
  const copy = () => navigator.clipboard?.writeText(value).then(() => setCopied(true));
  return (
    <div className="grid gap-4">
      <Note tone="warn" icon="key" role="status">
        {t("secret.once")}
      </Note>
      <p className="rounded-field bg-sunken px-4 py-3 font-mono text-sm break-all select-all" data-testid="secret">
        {value}
      </p>
      <div className="flex flex-wrap gap-2.5">
        {"clipboard" in navigator && (
          <Button look="secondary" icon={isCopied ? "check" : "note"} onClick={() => void copy()}>
            {t(isCopied ? "secret.copied" : "secret.copy")}
          </Button>
        )}
        <Button onClick={onDone}>{t("secret.kept")}</Button>
      </div>
    </div>
  );
}
