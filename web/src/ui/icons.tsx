/** Icons drawn for Lapa: 24 units, two-unit strokes, round ends. They never speak: labels do. */

import type { ReactNode, SVGProps } from "react";

const shapes = {
  map: <path d="M9 4 3.500 6.200v13.300L9 17.300l6 2.500 5.500-2.200V4.300L15 6.500 9 4Zm0 0v13.300m6-10.800v13.300" />,
  walks: <path d="M5 20c-1.500-3.500 1-5 4-5h5c3 0 4.500-1.200 4.500-3.200S17 8.500 14.500 8.500H11m0 0 2.500-2.500M11 8.500 13.500 11M5 20h.01" />,
  dog: <path d="M4 10.500 6.500 4.500l4 3h3l4-3 2.500 6-1.700 1.300v4.200c0 2.500-2.800 4.500-6.300 4.500s-6.300-2-6.300-4.500v-4.200L4 10.500Zm5.200 1.800h.01m5.600 0h.01M10.800 15.800h2.400l-1.200 1.200-1.200-1.200Z" />,
  wallet: <path d="M4 8.500A2.500 2.500 0 0 1 6.500 6H17v3M4 8.500V17a2.500 2.500 0 0 0 2.500 2.500h11A2.500 2.500 0 0 0 20 17v-5.500A2.500 2.500 0 0 0 17.500 9h-13M16 14.200h.01" />,
  person: <path d="M12 11.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.500 9c.6-4 3.600-6 7.500-6s6.900 2 7.500 6" />,
  plus: <path d="M12 5v14M5 12h14" />,
  chat: <path d="M4 6.500A2.500 2.500 0 0 1 6.500 4h11A2.500 2.500 0 0 1 20 6.500v7a2.500 2.500 0 0 1-2.500 2.500H11l-4.500 4v-4A2.500 2.500 0 0 1 4 13.500v-7Z" />,
  send: <path d="M4.500 12 20 4.500 15.500 20l-3.300-6.200L4.500 12Zm7.700 1.800L20 4.500" />,
  back: <path d="m14.500 5-7 7 7 7" />,
  next: <path d="m9.500 5 7 7-7 7" />,
  check: <path d="m5 12.500 4.500 4.500L19 7.500" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  clock: <path d="M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17ZM12 7.500V12l3 2" />,
  pin: <path d="M12 21s7-6.300 7-11.500a7 7 0 1 0-14 0C5 14.700 12 21 12 21Zm0-9a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z" />,
  camera: <path d="M4 8.500A1.500 1.500 0 0 1 5.500 7H8l1.500-2.500h5L16 7h2.500A1.500 1.500 0 0 1 20 8.500v9a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 17.500v-9Zm8 7.500a3.200 3.200 0 1 0 0-6.400 3.200 3.200 0 0 0 0 6.400Z" />,
  star: <path d="m12 3.500 2.600 5.400 5.900.8-4.300 4.100 1 5.900-5.200-2.800-5.200 2.800 1-5.900L3.500 9.700l5.900-.8L12 3.500Z" />,
  shield: <path d="M12 3.500 5 6v5.500c0 4.300 2.800 7.400 7 9 4.200-1.600 7-4.700 7-9V6l-7-2.500Zm-3 8.300 2.200 2.200 4-4.200" />,
  pulse: <path d="M3 12.500h4l2.500-7 4.500 13 2.500-6H21" />,
  sun: <path d="M12 16.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9ZM12 2.500v2m0 15v2m9.500-9.500h-2m-15 0h-2m16.200-6.700-1.400 1.400M6.700 17.300l-1.400 1.400m13.400 0-1.400-1.400M6.700 6.700 5.300 5.300" />,
  moon: <path d="M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500Z" />,
  globe: <path d="M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17Zm0 0c2.300-2 3.500-5 3.500-8.500S14.300 5.500 12 3.500c-2.300 2-3.500 5-3.500 8.500s1.200 6.500 3.500 8.500ZM4 9.500h16M4 14.500h16" />,
  out: <path d="M14 4.500H6.500A1.500 1.500 0 0 0 5 6v12a1.500 1.500 0 0 0 1.500 1.500H14m-4-7.500h10m0 0-3.500-3.500M20 12l-3.500 3.500" />,
  flag: <path d="M6 21V4m0 0h11l-2 4 2 4H6" />,
  play: <path d="M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17ZM5.500 7c3 1.500 3.500 7.500 0 10m13-10c-3 1.500-3.500 7.500 0 10" />,
  water: <path d="M12 3.500S5.500 10.200 5.500 14.500a6.500 6.500 0 0 0 13 0C18.500 10.200 12 3.500 12 3.500Z" />,
  food: <path d="M4 12h16l-1.500 7h-13L4 12Zm3-3.500h.01M12 7h.01M17 8.500h.01" />,
  pee: <path d="M12 3.500v7m0 0c-3.500 3-5 4.500-5 6.500a3 3 0 0 0 5 2 3 3 0 0 0 5-2c0-2-1.500-3.500-5-6.500Z" />,
  poo: <path d="M12 4c2.500.5 3 2.500 1.500 4 2.500 0 3.800 1.800 3 3.800 2.500.2 3.800 2 3 4.200-.4 1.900-2 3-4.500 3H9c-2.500 0-4.100-1.100-4.500-3-.8-2.200.5-4 3-4.200-.8-2.300 1-3.600 2.500-3.800C12 7.500 12.500 6 12 4Z" />,
  incident: <path d="M12 4 2.800 19.500h18.400L12 4Zm0 6v4.500m0 2.500h.01" />,
  note: <path d="M6 4h9l4 4v12H6V4Zm3.500 7h6m-6 4h4" />,
  photo: <path d="M4 6.500A1.500 1.500 0 0 1 5.500 5h13A1.500 1.500 0 0 1 20 6.500v11a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 17.500v-11ZM4 16l5-4.500 4 3.500 2.500-2 4.500 4M15.500 9h.01" />,
  locate: <path d="M12 18.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13Zm0-16v3m0 13v3m9.500-9.500h-3m-13 0h-3" />,
  key: <path d="M8.500 19a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9ZM12 11.500l7.500-7.500m-3 3 2.500 2.500" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 24, ...rest }: { name: IconName; size?: number } & SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...rest}
    >
      {shapes[name]}
    </svg>
  );
}

const PAW = (
  <>
    <ellipse cx="5" cy="11.200" rx="2.200" ry="2.900" transform="rotate(-22 5 11.200)" />
    <ellipse cx="9.400" cy="6.600" rx="2.300" ry="3.200" transform="rotate(-7 9.400 6.600)" />
    <ellipse cx="14.600" cy="6.600" rx="2.300" ry="3.200" transform="rotate(7 14.600 6.600)" />
    <ellipse cx="19" cy="11.200" rx="2.200" ry="2.900" transform="rotate(22 19 11.200)" />
    <path d="M12 11.800c3.100 0 6.300 3.700 6.300 6.500 0 2.100-1.500 3.200-3.200 3-1.100-.1-2-.6-3.100-.6s-2 .5-3.100.6c-1.700.2-3.200-.9-3.200-3 0-2.800 3.200-6.500 6.300-6.500Z" />
  </>
);

export function Paw({ size = 24, className, style }: { size?: number; className?: string; style?: React.CSSProperties }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} fill="currentColor" aria-hidden="true" className={className} style={style}>
      {PAW}
    </svg>
  );
}

export function Wordmark({ size = 28 }: { size?: number }) {
  return (
    <span className="inline-flex items-center gap-2 font-extrabold tracking-[-0.045em]" style={{ fontSize: size * 0.86 }}>
      <span className="grid place-items-center rounded-[34%] bg-leash text-on-leash" style={{ width: size, height: size }}>
        <Paw size={size * 0.68} />
      </span>
      <span className="leading-none">lapa</span>
    </span>
  );
}

/** Four steps of a dog that passes by: something is being fetched. */
export function Steps() {
  return (
    <span className="inline-flex items-end gap-1.5 text-leash" aria-hidden="true">
      {[0, 1, 2, 3].map((step) => (
        <Paw
          key={step}
          size={18}
          style={{
            animation: `step 1.6s ${step * 0.25}s ease-in-out infinite`,
            transform: `translateY(${step % 2 ? -7 : 0}px) rotate(90deg)`,
          }}
        />
      ))}
    </span>
  );
}
