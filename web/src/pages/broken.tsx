/** When there is no such page, or the page itself failed. */

import { useRouteError } from "react-router";

import { useI18n } from "../i18n";
import { Button, ButtonLink, Empty } from "../ui/kit";

export function NotFoundPage() {
  const { t } = useI18n();
  return (
    <main id="main" className="grid min-h-dvh place-items-center p-6">
      <Empty heading="h1" icon="map" title={t("not_found.title")}>
        <p>{t("not_found.text")}</p>
        <ButtonLink to="/">{t("not_found.home")}</ButtonLink>
      </Empty>
    </main>
  );
}

export function BrokenPage() {
  const { t } = useI18n();
  const error = useRouteError();
  console.error(error);
  return (
    <main id="main" className="grid min-h-dvh place-items-center p-6">
      <Empty heading="h1" icon="incident" title={t("broken.title")}>
        <p>{t("broken.text")}</p>
        <Button onClick={() => location.reload()}>{t("broken.reload")}</Button>
      </Empty>
    </main>
  );
}
