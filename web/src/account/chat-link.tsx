/** A chat's own address, as notices have it: the walk it belongs to is where it is read. */

import { useQuery } from "@tanstack/react-query";
import { Navigate, useParams } from "react-router";

import { api, ok } from "../api/client";
import { useI18n } from "../i18n";
import { ErrorNote, Loading, Page } from "../ui/kit";

export function ChatLinkPage() {
  const { id = "" } = useParams();
  const { t } = useI18n();
  const chat = useQuery({ queryKey: ["chat", id, "of"], queryFn: () => ok(api.GET("/api/v1/chats/{chat_id}", { params: { path: { chat_id: id } } })) });
  if (chat.data) return <Navigate to={chat.data.order_id ? `/orders/${chat.data.order_id}` : "/orders"} replace />;
  return (
    <Page title={t("chat.title")} narrow back="/orders">
      {chat.isPending && <Loading />}
      <ErrorNote error={chat.error} onRetry={() => void chat.refetch()} />
    </Page>
  );
}
