/** A WebSocket that comes back: a ticket for each connection, waits that grow, silence that is noticed. */

import { api, ok } from "./client";

export type LineState = "connecting" | "live" | "offline";
export type Frame = Record<string, unknown> & { type: string };

export interface LineOptions {
  /** Asked anew for each connection, so that it can say where to resume. */
  path: () => string;
  onFrame: (frame: Frame) => void;
  onOpen?: (say: (frame: Frame) => void) => void;
  onState?: (state: LineState) => void;
}

const SILENCE_MS = 60_000;
const LONGEST_WAIT_MS = 15_000;
/** Not yours, or no such thing: asking again changes nothing. */
const FINAL_CODES = new Set([4403, 4404]);

export class ReturningLine {
  private socket: WebSocket | null = null;
  private attempts = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private isClosed = false;

  constructor(private readonly options: LineOptions) {
    addEventListener("online", this.hurry);
    document.addEventListener("visibilitychange", this.hurry);
    void this.connect();
  }

  say = (frame: Frame): boolean => {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  };

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    clearTimeout(this.watchdog);
    removeEventListener("online", this.hurry);
    document.removeEventListener("visibilitychange", this.hurry);
    this.socket?.close();
  }

  private hurry = (): void => {
    if (document.visibilityState !== "visible" || this.socket || this.isClosed) return;
    clearTimeout(this.timer);
    void this.connect();
  };

  private async connect(): Promise<void> {
    this.options.onState?.("connecting");
    try {
      const { ticket } = await ok(api.POST("/api/v1/auth/ws-ticket"));
      if (this.isClosed) return;
      const url = new URL(this.options.path(), location.href);
      url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
      this.attach(new WebSocket(url, [`lapa.ticket.${ticket}`]));
    } catch {
      this.retry();
    }
  }

  private attach(socket: WebSocket): void {
    this.socket = socket;
    socket.onopen = () => {
      this.options.onState?.("live");
      this.listen();
      this.options.onOpen?.((frame) => this.say(frame));
    };
    socket.onmessage = (event) => {
      this.attempts = 0;
      this.listen();
      const frame = JSON.parse(String(event.data)) as Frame;
      if (frame.type === "ping") this.say({ type: "pong" });
      else this.options.onFrame(frame);
    };
    socket.onclose = (event) => {
      this.socket = null;
      clearTimeout(this.watchdog);
      if (FINAL_CODES.has(event.code)) this.isClosed = true;
      if (!this.isClosed) this.retry();
    };
  }

  /** The server pings every 25 s; a line that is silent for long is dead, whatever the system says. */
  private listen(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.socket?.close(), SILENCE_MS);
  }

  private retry(): void {
    if (this.isClosed) return;
    this.options.onState?.("offline");
    const wait = Math.min(LONGEST_WAIT_MS, 500 * 2 ** this.attempts++);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), wait * (0.7 + Math.random() * 0.6));
  }
}
