/** MapLibre, in a chunk of its own that only pages with a map fetch. */

import { Map, Marker, NavigationControl, AttributionControl, LngLatBounds, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";

setWorkerUrl(workerUrl);

export { AttributionControl, LngLatBounds, Map, Marker, NavigationControl };
