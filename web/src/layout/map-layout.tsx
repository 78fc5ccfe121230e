/** Pages that stand on the city: the map stays while they change. A sheet on phones, a panel at desks. */

import { useEffect, useRef, useState, type ReactNode } from "react";
import { Outlet } from "react-router";

import { CityMap } from "../map/city-map";

export function MapLayout() {
  return (
    <div className="relative h-dvh overflow-hidden">
      <CityMap>
        <Outlet />
      </CityMap>
    </div>
  );
}

/** What the page says, over the map: its height on phones is its own, up to `tall`. */
export function Sheet({ title, children, footer, tall = "58dvh", aside }: { title: string; children: ReactNode; footer?: ReactNode; tall?: string; aside?: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
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
        style={{ "--tall": tall } as React.CSSProperties}
        className="rise absolute inset-x-0 bottom-0 z-20 flex max-h-(--tall) flex-col rounded-t-[1.75rem] bg-paper shadow-float max-md:pb-[calc(4.25rem+env(safe-area-inset-bottom))] md:inset-x-auto md:top-6 md:bottom-6 md:left-6 md:max-h-none md:w-[25.5rem] md:rounded-[1.75rem] md:max-h-[calc(100dvh-3rem)] md:bottom-auto"
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
