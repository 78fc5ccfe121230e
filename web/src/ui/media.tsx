/** Pictures behind a token: fetched with it, shown from memory. */

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { fetchMedia } from "../api/client";
import { Icon, type IconName } from "./icons";

type Variant = "thumbnail" | "preview" | "large" | "content";

/** The address of a blob for as long as it is shown. */
function useBlobUrl(blob: Blob | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return setUrl(null);
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}

export function useMedia(id: string | null | undefined, variant: Variant) {
  const query = useQuery({
    queryKey: ["media", id, variant],
    queryFn: () => fetchMedia(id!, variant),
    enabled: !!id,
    staleTime: Infinity,
    gcTime: 5 * 60_000,
    retry: 2,
  });
  return { ...query, url: useBlobUrl(query.data), type: query.data?.type ?? "" };
}

export function Picture({ id, alt, variant = "preview", className = "", fallback = "photo" }: { id: string | null | undefined; alt: string; variant?: Variant; className?: string; fallback?: IconName }) {
  const { url } = useMedia(id, variant);
  if (!url) {
    return (
      <span role={alt ? "img" : undefined} aria-label={alt || undefined} className={`grid place-items-center bg-sunken text-muted ${className}`}>
        <Icon name={fallback} size={28} />
      </span>
    );
  }
  return <img src={url} alt={alt} className={`object-cover ${className}`} />;
}

/** A person or a dog as a round picture, else their first letter. */
export function Avatar({ id, name, size = 48 }: { id: string | null | undefined; name: string; size?: number }) {
  const { url } = useMedia(id, "thumbnail");
  const style = { width: size, height: size, fontSize: size * 0.4 };
  return url ? (
    <img src={url} alt="" style={style} className="shrink-0 rounded-full object-cover" />
  ) : (
    <span aria-hidden="true" style={style} className="grid shrink-0 place-items-center rounded-full bg-leash-soft font-bold text-leash-deep">
      {name.slice(0, 1).toLocaleUpperCase() || "·"}
    </span>
  );
}

export function LocalPicture({ file, alt, className = "" }: { file: Blob; alt: string; className?: string }) {
  const url = useBlobUrl(file);
  return url ? <img src={url} alt={alt} className={`object-cover ${className}`} /> : null;
}
