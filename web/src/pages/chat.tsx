/** Talking about a walk. */

import { useEffect, useRef, useState, type FormEvent } from "react";

import type { useChat } from "../api/live";
import { useUser } from "../api/queries";
import type { Message } from "../api/types";
import { useI18n } from "../i18n";
import { Icon } from "../ui/icons";
import { Note } from "../ui/kit";
import { Picture } from "../ui/media";

export function Chat({ chat }: { chat: ReturnType<typeof useChat> }) {
  const { t } = useI18n();
  const user = useUser();
  const [text, setText] = useState("");
  const end = useRef<HTMLDivElement>(null);
  const { messages, waiting, state, send, markRead } = chat;
  const last = messages.at(-1)?.seq;
  useEffect(() => {
    end.current?.scrollIntoView({ block: "end" });
    if (last) markRead(last);
    // markRead is another function each time
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [last, waiting.length]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    send(text.trim());
    setText("");
  };
  return (
    <div className="grid gap-3">
      {state === "offline" && (
        <Note tone="warn" icon="clock" role="status">
          {t("chat.offline")}
        </Note>
      )}
      <div role="log" aria-label={t("chat.title")} className="grid max-h-[50dvh] min-h-40 content-start gap-2 overflow-y-auto">
        {messages.length + waiting.length === 0 && <p className="py-10 text-center text-muted">{t("chat.empty")}</p>}
        {messages.map((message) => (
          <Line key={message.seq} message={message} isMine={message.sender_id === user?.id} />
        ))}
        {waiting.map((draft) => (
          <p key={draft.client_message_id} className={`${bubble(true)} outline-2 outline-dashed outline-edge -outline-offset-2`}>
            {draft.text}
            <span className="ml-2 text-xs">{t("chat.waiting")}</span>
          </p>
        ))}
        <div ref={end} />
      </div>
      <form onSubmit={submit} className="flex items-end gap-2">
        <label className="sr-only" htmlFor="chat-text">
          {t("chat.message")}
        </label>
        <input id="chat-text" className="field rounded-full" placeholder={t("chat.message")} autoComplete="off" maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
        <button type="submit" aria-label={t("chat.send")} disabled={!text.trim()} className="grid size-13 shrink-0 place-items-center rounded-full bg-leash text-on-leash disabled:opacity-50">
          <Icon name="send" />
        </button>
      </form>
    </div>
  );
}

const bubble = (isMine: boolean) =>
  `w-fit max-w-[85%] rounded-3xl px-4 py-2.5 whitespace-pre-wrap ${isMine ? "justify-self-end rounded-br-md bg-leash text-on-leash" : "rounded-bl-md bg-card border border-line"}`;

function Line({ message, isMine }: { message: Message; isMine: boolean }) {
  const { t, maybe, time, distance } = useI18n();
  if (message.card) {
    const { type, event_type: kind, distance_m: metres } = message.card as Record<string, string | number>;
    const words = kind ? maybe(`event.${kind}`) : maybe(`card.${type}`, { distance: distance(Number(metres ?? 0)) });
    return (
      <p className="justify-self-center py-1 text-sm text-muted">
        {words ?? t("card.other")} · {time(message.created_at)}
      </p>
    );
  }
  if (message.deleted_at) return <p className="text-sm text-muted italic">{t("chat.deleted")}</p>;
  return (
    <div className={bubble(isMine)}>
      <span className="sr-only">{t(isMine ? "chat.me" : "chat.other")}: </span>
      {message.text}
      {message.attachments.map((media) => (
        <Picture key={media} id={media} variant="thumbnail" alt={t("chat.photo")} className="mt-1 size-40 rounded-2xl" />
      ))}
      <time dateTime={message.created_at} className="ml-2 text-xs tabular-nums">
        {time(message.created_at)}
      </time>
    </div>
  );
}
