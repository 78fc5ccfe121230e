/** What owners wrote, and one's answers: each once. */

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, idempotent, ok, type Schemas } from "../api/client";
import { useUser } from "../api/queries";
import { useI18n } from "../i18n";
import { Area, Button, Card, Empty, ErrorNote, Loading, Page } from "../ui/kit";
import { Paw } from "../ui/icons";

export function ReviewsPage() {
  const { t } = useI18n();
  const user = useUser();
  const reviews = useInfiniteQuery({
    queryKey: ["reviews", user?.id],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => ok(api.GET("/api/v1/orders/reviews", { params: { query: { user_id: user!.id, limit: 20, cursor: pageParam } } })),
    getNextPageParam: (page) => page.next_cursor,
    enabled: !!user,
  });
  const rows = reviews.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t("reviews.title")} lead={t("reviews.lead")} narrow back="/me">
      {reviews.isPending && <Loading />}
      <ErrorNote error={reviews.error} onRetry={() => void reviews.refetch()} />
      {reviews.data && rows.length === 0 && (
        <Empty icon="star" title={t("reviews.empty")}>
          <p>{t("reviews.empty_text")}</p>
        </Empty>
      )}
      <ul className="grid gap-3">
        {rows.map((review) => (
          <Row key={review.id} review={review} />
        ))}
      </ul>
      {reviews.hasNextPage && <Button look="secondary" busy={reviews.isFetchingNextPage} onClick={() => void reviews.fetchNextPage()}>{t("reviews.more")}</Button>}
    </Page>
  );
}

function Row({ review }: { review: Schemas["ReviewRead"] }) {
  const { t, date } = useI18n();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const reply = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/orders/reviews/{review_id}/reply", { params: { path: { review_id: review.id } }, body: { text: text.trim() }, headers: idempotent() })),
    onSettled: () => client.invalidateQueries({ queryKey: ["reviews"] }),
  });
  return (
    <Card as="li" className="grid gap-3">
      {review.rating !== null && (
        <p className="flex gap-1" role="img" aria-label={t("review.stars", { count: review.rating })}>
          {[1, 2, 3, 4, 5].map((paw) => (
            <Paw key={paw} size={22} className={paw <= review.rating! ? "text-leash" : "text-line"} />
          ))}
        </p>
      )}
      {review.removed_reason ? <p className="text-muted">{t("reviews.removed", { reason: review.removed_reason })}</p> : <p className="whitespace-pre-wrap">{review.comment ?? t("reviews.wordless")}</p>}
      {review.revealed_at && <p className="text-sm text-muted">{date(review.revealed_at)}</p>}
      {review.reply ? (
        <div className="border-l-3 border-leash pl-4">
          <p className="text-xs text-muted">{t("reviews.yours")}</p>
          <p className="whitespace-pre-wrap">{review.reply}</p>
        </div>
      ) : (
        !review.removed_reason && (
          <details>
            <summary className="min-h-11 font-semibold">{t("reviews.answer")}</summary>
            <div className="grid gap-3 pt-2">
              <Area label={t("reviews.text")} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} hint={t("reviews.once")} />
              <ErrorNote error={reply.error} />
              <Button size="small" disabled={!text.trim()} busy={reply.isPending} onClick={() => reply.mutate()} className="justify-self-start">{t("review.send")}</Button>
            </div>
          </details>
        )
      )}
    </Card>
  );
}
