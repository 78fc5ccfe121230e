/** A background check in words: what was looked at, by whom and until when it holds; never a bare badge. */

import type { BackgroundCheck } from "../api/types";
import { useI18n } from "../i18n";
import { inWords } from "../i18n/words";
import { Icon } from "./icons";

export function BackgroundCheckWords({ check }: { check: BackgroundCheck }) {
  const { t, date, language } = useI18n();
  const { text, lang } = inWords(check.scope, language);
  return (
    <details className="rounded-2xl bg-sunken px-4 py-3">
      <summary className="flex min-h-11 cursor-pointer items-center gap-3 font-semibold">
        <Icon name="shield" className="shrink-0 text-leash-deep" />
        {t(`check.level_${check.level}`)}
      </summary>
      <div className="grid gap-2 pt-2 text-sm">
        <p lang={lang} className="whitespace-pre-wrap">
          {text}
        </p>
        <p className="text-muted">{t("check.by", { provider: check.provider, date: date(check.checked_at) })}</p>
        <p className="text-muted">{t("check.until", { date: date(check.expires_at) })}</p>
      </div>
    </details>
  );
}
