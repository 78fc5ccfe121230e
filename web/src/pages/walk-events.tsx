/** What happened on a walk: in a list, and where it happened. */

import type { WalkEvent } from "../api/types";
import { useI18n } from "../i18n";
import { MapMarker } from "../map/city-map";
import { Icon } from "../ui/icons";
import { Picture } from "../ui/media";

export function EventList({ events, withPhotos }: { events: WalkEvent[]; /** Where they are not shown on their own. */ withPhotos?: boolean }) {
  const { t, time } = useI18n();
  return (
    <ol className="grid gap-1">
      {events.map((event) => (
        <li key={event.id} className="rise flex items-center gap-3 py-1.5">
          <span className="grid size-10 shrink-0 place-items-center rounded-full bg-leash-soft text-leash-deep">
            <Icon name={event.type} size={20} />
          </span>
          <span className="min-w-0 flex-1 font-medium">
            {t(`event.${event.type}`)}
            {event.note && <span className="block text-sm font-normal break-words text-muted">{event.note}</span>}
          </span>
          {withPhotos &&
            event.media_ids.slice(0, 3).map((media) => <Picture key={media} id={media} variant="thumbnail" alt={t("live.photo", { time: time(event.at) })} className="size-14 rounded-xl" />)}
          <time dateTime={event.at} className="text-sm text-muted tabular-nums">
            {time(event.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}

export function EventMarkers({ events }: { events: WalkEvent[] }) {
  const { t, time } = useI18n();
  return events.map(
    ({ id, type, at, lat, lon }) =>
      lat !== null &&
      lon !== null && (
        <MapMarker key={id} place={{ lat, lon }} label={`${t(`event.${type}`)}, ${time(at)}`}>
          <span className="tag" data-kind="event">
            <Icon name={type} />
          </span>
        </MapMarker>
      ),
  );
}
