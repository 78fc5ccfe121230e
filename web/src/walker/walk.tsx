/** Walk mode: one hand on the leash, the other on large buttons. */

import { useEffect, useState } from "react";
import { Link, useNavigate, useParams } from "react-router";

import { useOrder, usePersonCard } from "../api/queries";
import { session } from "../api/session";
import { useTrack } from "../api/live";
import type { Order } from "../api/types";
import { Sheet } from "../layout/map-layout";
import { useI18n } from "../i18n";
import { clock } from "../i18n/translate";
import { useNow } from "../lib/hooks";
import { randomId } from "../lib/random";
import { useFit } from "../map/city-map";
import { Chat } from "../pages/chat";
import { OrderMap, useOrderChat } from "../pages/order";
import { OrderLinks } from "../pages/order-links";
import { StatusBadge } from "../pages/order-row";
import { Area, Badge, Button, Dialog, ErrorNote, Loading, Note, buttonClass } from "../ui/kit";
import { Icon, type IconName } from "../ui/icons";
import { AccessNotes, MainAction, useDoor } from "./door";
import type { WalkEventBody } from "./outbox";
import { outbox, recorder, useRecording } from "./recorder";
import { MeMarker, PositionHelp, RecordingBar } from "./status";
import { Waiting } from "./waiting";
import { WhomToCall } from "./whom-to-call";

type EventKind = WalkEventBody["type"];
const QUICK: EventKind[] = ["pee", "poo", "water", "food", "play", "incident"];

export function WalkPage() {
  const { id = "" } = useParams();
  const { t } = useI18n();
  const order = useOrder(id);
  if (!order.data) {
    return (
      <Sheet title={t("walk.title")}>
        {order.error ? <ErrorNote error={order.error} onRetry={() => void order.refetch()} /> : <Loading />}
      </Sheet>
    );
  }
  return <Walk order={order.data} />;
}

function Walk({ order }: { order: Order }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const isWalking = order.status === "in_progress";
  const isMine = isWalking || order.status === "assigned" || order.status === "en_route";
  const track = useTrack(isWalking ? order.track_id : null);
  const chat = useOrderChat(order);
  const [isTalking, setTalking] = useState(false);
  const { last } = useRecording();
  const door = useDoor();
  const owner = usePersonCard(order.client_id);
  useFit([order.pickup], order.id, 16.5);
  useEffect(() => {
    if (isMine) recorder.start("walking");
    // the work page decides whether to go on
    return () => recorder.stop();
  }, [isMine]);
  useEffect(() => {
    if (order.status === "completed" || order.status === "settled") void navigate(`/orders/${order.id}`, { replace: true });
  }, [order.status, order.id, navigate]);

  return (
    <>
      <OrderMap order={order} points={track.points} me={last} />
      <MeMarker />
      <Sheet
        title={t("walk.title")}
        tall="72dvh"
        isBare
        footer={isMine && <MainAction order={order} />}
        aside={
          <nav aria-label={t("nav.label")} className="absolute top-4 left-4 z-30 md:hidden">
            <Link to="/work" aria-label={t("action.back")} className="grid size-12 place-items-center rounded-full bg-card shadow-card">
              <Icon name="back" />
            </Link>
          </nav>
        }
      >
        <header className="grid gap-2">
          <div className="flex items-center justify-between gap-2">
            <StatusBadge status={order.status} />
            {isWalking && order.started_at && <Timer since={order.started_at} minutes={order.duration_minutes} />}
          </div>
          <h1 className="text-title font-extrabold">{order.pets.map((pet) => pet.name).join(", ")}</h1>
          <p className="text-muted">
            {owner.data && t("walk.for", { name: owner.data.display_name })}
            {order.pickup.address && ` · ${order.pickup.address}`}
          </p>
        </header>
        {isMine && <RecordingBar />}
        {isMine && <PositionHelp start={order.pickup} />}
        {isWalking ? <Events order={order} /> : null}
        {order.notes && (
          <Note icon="note">
            <p className="text-sm text-muted">{t("walk.notes")}</p>
            <p className="whitespace-pre-wrap">{order.notes}</p>
          </Note>
        )}
        {isMine && order.has_access_notes && <AccessNotes order={order} />}
        {isMine && !isWalking && order.arrived_at && <Waiting order={order} door={door} />}
        {isMine && <WhomToCall orderId={order.id} />}
        <OrderLinks order={order} />
        {!isMine && (
          <Note tone="warn" icon="incident">
            {t("walk.not_mine")}
          </Note>
        )}
        <Button look="secondary" icon="chat" disabled={!chat.chatId} onClick={() => setTalking(true)}>
          {t("chat.open")}
        </Button>
      </Sheet>
      <Dialog open={isTalking} title={t("chat.title")} onClose={() => setTalking(false)}>
        <Chat chat={chat} />
      </Dialog>
    </>
  );
}

function Timer({ since, minutes }: { since: string; minutes: number }) {
  const { t } = useI18n();
  const now = useNow();
  const elapsed = (now - Date.parse(since)) / 1000;
  return (
    <span role="timer" className={`text-2xl font-extrabold tracking-tight tabular-nums ${elapsed > minutes * 60 ? "text-leash-deep" : ""}`}>
      {clock(elapsed)}
      <span className="ml-1.5 text-sm font-medium text-muted">/ {t("unit.minutes", { count: minutes })}</span>
    </span>
  );
}

function Events({ order }: { order: Order }) {
  const { t } = useI18n();
  const { last } = useRecording();
  const [said, setSaid] = useState<{ kind: EventKind; at: number } | null>(null);
  const [note, setNote] = useState("");
  const [isNoting, setNoting] = useState<EventKind | null>(null);
  const now = useNow(said ? 500 : null);
  const isFresh = said && now - said.at < 4_000;

  const record = (kind: EventKind, photo: Blob | null = null, text: string | null = null) => {
    const user = session.doer?.id;
    if (!user) return;
    const body: WalkEventBody = { type: kind, at: new Date().toISOString(), lat: last?.lat ?? null, lon: last?.lon ?? null, note: text };
    void outbox.put({ lane: "events", user, order: order.id, key: randomId(), body, photo });
    navigator.vibrate?.(30);
    setSaid({ kind, at: Date.now() });
  };
  const press = (kind: EventKind) => (kind === "incident" ? setNoting("incident") : record(kind));
  return (
    <section className="grid gap-3" aria-label={t("walk.events")}>
      <div className="grid grid-cols-3 gap-2.5">
        {QUICK.map((kind) => (
          <BigButton key={kind} icon={kind} label={t(`event.${kind}`)} onClick={() => press(kind)} tone={kind === "incident" ? "text-alarm" : ""} />
        ))}
      </div>
      <div className="grid grid-cols-2 gap-2.5">
        <label className={buttonClass("secondary", "large", "has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-leash-deep")}>
          <input
            type="file"
            accept="image/*"
            capture="environment"
            className="cover"
            aria-label={t("walk.photo")}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) record("photo", file);
              event.target.value = "";
            }}
          />
          <Icon name="camera" />
          {t("walk.photo")}
        </label>
        <Button look="secondary" size="large" icon="note" onClick={() => setNoting("note")}>
          {t("walk.note")}
        </Button>
      </div>
      <p role="status" className="min-h-7">
        {isFresh && (
          <Badge tone="good" icon="check">
            {t("walk.noted", { what: t(`event.${said.kind}`) })}
          </Badge>
        )}
      </p>
      <Dialog open={!!isNoting} title={t(isNoting === "incident" ? "event.incident" : "walk.note")} onClose={() => setNoting(null)}>
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            record(isNoting!, null, note.trim() || null);
            setNote("");
            setNoting(null);
          }}
        >
          <Area label={t("walk.note_text")} required maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
          <Button type="submit" size="large">
            {t("action.save")}
          </Button>
        </form>
      </Dialog>
    </section>
  );
}

function BigButton({ icon, label, onClick, tone }: { icon: IconName; label: string; onClick: () => void; tone: string }) {
  return (
    <button type="button" onClick={onClick} className={`card grid min-h-21 place-items-center content-center gap-1 px-1 text-sm font-semibold transition hover:border-edge active:scale-95 active:bg-leash-soft ${tone}`}>
      <Icon name={icon} size={28} />
      {label}
    </button>
  );
}
