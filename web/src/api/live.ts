/** What comes by itself: a walk's points and a chat's messages. */

import { useEffect, useRef, useState } from "react";

import { randomId } from "../lib/random";
import { api, ok } from "./client";
import { ReturningLine, type LineState } from "./socket";
import type { Message } from "./types";

export interface TrackPoint {
  seq: number;
  at: string;
  lat: number;
  lon: number;
  accuracy_m: number | null;
}

/** Points by the time they were taken, each once; those too coarse to draw are left out. */
export function mergePoints(known: TrackPoint[], fresh: TrackPoint[]): TrackPoint[] {
  const seen = new Set(known.map((point) => point.seq));
  const added = fresh.filter((point) => !seen.has(point.seq) && (point.accuracy_m ?? 0) <= 100);
  if (!added.length) return known;
  const merged = [...known, ...added];
  return merged.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.seq - other.seq));
}

export function useTrack(trackId: string | null) {
  const [points, setPoints] = useState<TrackPoint[]>([]);
  const [state, setState] = useState<LineState>("connecting");
  useEffect(() => {
    if (!trackId) return;
    let seq = 0;
    setPoints([]);
    const line = new ReturningLine({
      path: () => `/api/v1/tracks/${trackId}/ws?since=${seq}`,
      onState: setState,
      onFrame: (frame) => {
        if (frame.type !== "points") return;
        const fresh = frame.points as TrackPoint[];
        for (const point of fresh) seq = Math.max(seq, point.seq);
        setPoints((known) => mergePoints(known, fresh));
      },
    });
    return () => line.close();
  }, [trackId]);
  return { points, state };
}

/** Messages by `seq`, the newest version of each. */
export function mergeMessages(known: Message[], fresh: Message[]): Message[] {
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  for (const message of fresh) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq);
}

export interface Draft {
  client_message_id: string;
  text: string;
}

/** A chat as it goes on; what is written without a network waits and goes out once, when there is one. */
export function useChat(chatId: string | null | undefined) {
  const [messages, setMessages] = useState<Message[]>([]);
  const [waiting, setWaiting] = useState<Draft[]>([]);
  const [state, setState] = useState<LineState>("connecting");
  const line = useRef<ReturningLine | null>(null);
  const unsent = useRef<Draft[]>([]);
  unsent.current = waiting;

  useEffect(() => {
    if (!chatId) return;
    let seq = 0;
    setMessages([]);
    const take = (fresh: Message[]) => {
      for (const message of fresh) seq = Math.max(seq, message.seq);
      const arrived = new Set(fresh.map((message) => message.client_message_id));
      setMessages((known) => mergeMessages(known, fresh));
      setWaiting((drafts) => drafts.filter((draft) => !arrived.has(draft.client_message_id)));
    };
    const made = new ReturningLine({
      path: () => "/api/v1/chats/ws",
      onState: setState,
      onOpen: (say) => {
        say({ type: "subscribe", chat_id: chatId, after_seq: seq });
        for (const draft of unsent.current) say({ type: "send", chat_id: chatId, ...draft });
      },
      onFrame: (frame) => {
        if (frame.chat_id !== chatId) return;
        if (frame.type === "message" || frame.type === "ack") take([frame.message as Message]);
        else if (frame.type === "message_updated") setMessages((known) => mergeMessages(known, [frame.message as Message]));
        else if (frame.type === "error") {
          // refused for good: it leaves the queue, and the sender sees that it is not there
          setWaiting((drafts) => drafts.filter((draft) => draft.client_message_id !== frame.client_message_id));
        }
      },
    });
    line.current = made;
    return () => {
      line.current = null;
      made.close();
    };
  }, [chatId]);

  const send = (text: string) => {
    const draft = { client_message_id: randomId(), text };
    setWaiting((drafts) => [...drafts, draft]);
    line.current?.say({ type: "send", chat_id: chatId, ...draft });
  };
  const markRead = (seq: number) => void line.current?.say({ type: "read", chat_id: chatId, seq });
  return { messages, waiting, state, send, markRead };
}

export async function findChat(orderId: string): Promise<string | null> {
  const { items } = await ok(api.GET("/api/v1/chats", { params: { query: { order_id: orderId } } }));
  return items[0]?.id ?? null;
}
