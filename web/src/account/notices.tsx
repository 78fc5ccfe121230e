/** What one was told, the newest first: the inbox that all letters and pushes are copies of. */

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "react-router";

import { api, ok, type Schemas } from "../api/client";
import { UNREAD } from "../api/queries";
import { session } from "../api/session";
import { useI18n } from "../i18n";
import { splitLink } from "../lib/links";
import { Button, Card, Empty, ErrorNote, Loading, Page } from "../ui/kit";
import { Icon } from "../ui/icons";

type Notice = Schemas["NotificationRead"];

export function NoticesPage() {
  const { t } = useI18n();
  const client = useQueryClient();
  const notices = useInfiniteQuery({
    queryKey: ["notices"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => ok(api.GET("/api/v1/notifications", { params: { query: { limit: 30, cursor: pageParam } } })),
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: 30_000,
  });
  const rows = notices.data?.pages.flatMap((page) => page.items) ?? [];
  const { mutate: readAll } = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/notifications/read-all")),
    onSuccess: () => client.invalidateQueries({ queryKey: UNREAD }),
  });
  // seen is read; what was unread keeps its mark until the page is opened again
  const hasUnread = rows.some((row) => !row.read_at);
  useEffect(() => {
    if (hasUnread && session.doer) readAll();
  }, [hasUnread, readAll]);
  return (
    <Page title={t("notices.title")} narrow back="/me">
      {notices.isPending && <Loading />}
      <ErrorNote error={notices.error} onRetry={() => void notices.refetch()} />
      {notices.data && rows.length === 0 && <Empty icon="note" title={t("notices.empty")} />}
      {rows.length > 0 && (
        <Card className="py-2">
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </Card>
      )}
      {notices.hasNextPage && <Button look="secondary" busy={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>{t("notices.more")}</Button>}
    </Page>
  );
}

function Row({ row }: { row: Notice }) {
  const { t, dateTime } = useI18n();
  const { text, path } = splitLink(row.body, location.origin);
  return (
    <li className="relative grid gap-1 py-3">
      <p className="flex items-start justify-between gap-3">
        <span className="font-semibold">{row.title}</span>
        {!row.read_at && <span role="img" aria-label={t("notices.new")} className="mt-2 size-2.5 shrink-0 rounded-full bg-leash" />}
      </p>
      <p className="text-sm break-words">{text}</p>
      <p className="flex items-center justify-between gap-3 text-sm text-muted">
        {dateTime(row.created_at)}
        {path && (
          <Link to={path} aria-label={t("notices.open", { title: row.title })} className="grid size-11 place-items-center rounded-full text-ink after:absolute after:inset-0">
            <Icon name="next" size={20} />
          </Link>
        )}
      </p>
    </li>
  );
}
