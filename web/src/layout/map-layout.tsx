/** Pages that stand on the city: the map stays while they change. A sheet on phones, a panel at desks. */

import { createContext, use, useEffect, useRef, useState, type ReactNode } from "react";
import { Outlet } from "react-router";

import { useUser } from "../api/queries";
import { useMedia } from "../lib/hooks";
import { CityMap } from "../map/city-map";

const PANEL_PX = 440;

/** The sheet tells how much of the map it covers. */
const CoverContext = createContext<(pixels: number) => void>(() => undefined);

export function MapLayout() {
  const isVisitor = !useUser();
  const isDesk = useMedia("(min-width: 48rem)");
  const [covered, setCovered] = useState(() => Math.round(innerHeight * 0.5));
  // the middle of the map is the middle of what the page leaves of it
  const padding = isDesk ? { left: PANEL_PX, bottom: 0 } : { left: 0, bottom: covered };
  return (
    <div className="relative h-[calc(100dvh-var(--above))] overflow-hidden" data-visitor={isVisitor || undefined}>
      <CityMap padding={padding}>
        <CoverContext value={setCovered}>
          <Outlet />
        </CoverContext>
      </CityMap>
    </div>
  );
}

/** What the page says, over the map: its height on phones is its own, up to `tall`. */
export function Sheet({ title, children, footer, tall = "58dvh", aside, isBare }: { title: string; children: ReactNode; footer?: ReactNode; tall?: string; aside?: ReactNode; /** Phones show no tabs under it. */ isBare?: boolean }) {
  const isSignedIn = !!useUser();
  const body = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLElement>(null);
  const cover = use(CoverContext);
  const [more, setMore] = useState(false);
  useEffect(() => {
    if (!sheet.current) return;
    const watcher = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      cover(Math.round(Math.min(height, innerHeight * 0.72)));
    });
    watcher.observe(sheet.current);
    return () => watcher.disconnect();
  }, [cover]);
  useEffect(() => {
    document.title = `${title} · Lapa`;
  }, [title]);
  useEffect(() => {
    const box = body.current;
    if (!box) return;
    const look = () => setMore(box.scrollHeight - box.scrollTop - box.clientHeight > 12);
    const watcher = new ResizeObserver(look);
    watcher.observe(box);
    if (box.firstElementChild) watcher.observe(box.firstElementChild);
    box.addEventListener("scroll", look, { passive: true });
    return () => {
      watcher.disconnect();
      box.removeEventListener("scroll", look);
    };
  }, []);
  return (
    <>
      {aside}
      <main
        id="main"
        ref={sheet}
        style={{ "--tall": tall } as React.CSSProperties}
        className={`rise absolute inset-x-0 bottom-0 z-20 flex max-h-(--tall) flex-col overflow-hidden rounded-t-[1.75rem] bg-paper shadow-float md:inset-x-auto md:bottom-auto md:left-6 md:w-[26rem] md:rounded-[1.75rem] ${isSignedIn && !isBare ? "max-md:pb-[calc(4.25rem+env(safe-area-inset-bottom))]" : ""} ${isSignedIn ? "md:top-6 md:max-h-[calc(100dvh-var(--above)-3rem)]" : "md:top-24 md:max-h-[calc(100dvh-7.5rem)]"}`}
      >
        <div ref={body} className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-6 pb-5 sm:px-6">
          <div className="grid gap-5">{children}</div>
        </div>
        {more && <div aria-hidden="true" className="scrim pointer-events-none -mt-10 h-10 shrink-0" />}
        {footer && <div className="border-t border-line px-5 py-4 sm:px-6">{footer}</div>}
      </main>
    </>
  );
}
