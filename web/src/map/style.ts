/** The city map's style: our own basemap of one GeoJSON file, drawn without any tile, glyph or sprite server. */

import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  StyleSpecification,
} from "maplibre-gl";

import { palettes, type MapPalette, type MapTheme } from "./palette";

export interface MapStyleOptions {
  theme: MapTheme;
  /** Names in this language where OpenStreetMap has them, else the local ones. */
  language: "ru" | "en" | "local";
  /** Folder of `basemap.geojson`, absolute or relative to the page. */
  cityUrl: string;
  /** Buildings as volumes: worth it on a tilted map only. */
  relief?: boolean;
  /** Local font families, best first; they must be loaded before the map draws its labels. */
  fonts?: string[];
}

export const BASEMAP_SOURCE = "basemap";
/** Put lines and areas of your own before this layer: they then lie over the streets and under the names. */
export const FIRST_LABEL_LAYER = "street-name";

const SYSTEM_FONTS = ["Inter", "system-ui", "Segoe UI", "Roboto", "DejaVu Sans", "sans-serif"];
const STREET_ORDER = ["pavement", "path", "steps", "service", "pedestrian", "minor", "tertiary", "secondary", "major"];

export function mapStyle(options: MapStyleOptions): StyleSpecification {
  const palette = palettes[options.theme];
  return {
    version: 8,
    name: `Lapa ${options.theme}`,
    sources: {
      [BASEMAP_SOURCE]: {
        type: "geojson",
        data: `${options.cityUrl}/basemap.geojson`,
        attribution: '© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a> contributors',
        tolerance: 0.2,
        maxzoom: 17,
      },
    },
    light: { anchor: "viewport", color: palette.sun, intensity: 0.28 },
    layers: [
      ...ground(palette),
      ...streets(palette),
      ...buildings(palette, options.relief ?? false),
      edge(palette),
      ...names(palette, options),
    ],
  };
}

type Width = DataDrivenPropertyValueSpecification<number>;

const is = (kind: string): ExpressionSpecification => ["==", ["get", "kind"], kind];
const isClass = (kind: string, ...classes: string[]): FilterSpecification => [
  "all",
  is(kind),
  ["in", ["get", "class"], ["literal", classes]],
];
/** Widths in metres at zoom 18 that keep their size on the ground. */
const onGround = (at18: number): ExpressionSpecification => [
  "interpolate",
  ["exponential", 2],
  ["zoom"],
  13,
  at18 / 32,
  20,
  at18 * 4,
];

function ground(palette: MapPalette): LayerSpecification[] {
  return [
    { id: "paper", type: "background", paint: { "background-color": palette.paper } },
    fill("sea", is("frame"), palette.water),
    fill("land", is("land"), palette.land),
    fill("paved", is("paved"), palette.paved),
    fill("park", isClass("green", "park", "dog_park"), palette.park),
    fill("grass", isClass("green", "grass"), palette.grass),
    fill("wood", isClass("green", "wood"), palette.wood),
    fill("pitch", isClass("green", "pitch"), palette.pitch),
    fill("water", is("water"), palette.water),
    {
      id: "shore",
      type: "line",
      source: BASEMAP_SOURCE,
      filter: is("shore"),
      paint: { "line-color": palette.shore, "line-width": ["interpolate", ["linear"], ["zoom"], 13, 0.4, 18, 1.6] },
    },
    fill("pier", is("pier"), palette.pier),
    {
      id: "tree",
      type: "circle",
      source: BASEMAP_SOURCE,
      filter: is("tree"),
      minzoom: 15,
      paint: {
        "circle-color": palette.tree,
        "circle-opacity": ["interpolate", ["linear"], ["zoom"], 15, 0, 16.2, 0.7],
        "circle-radius": onGround(14),
      },
    },
  ];
}

function fill(id: string, filter: FilterSpecification, color: string): LayerSpecification {
  return { id, type: "fill", source: BASEMAP_SOURCE, filter, paint: { "fill-color": color, "fill-antialias": true } };
}

function streets(palette: MapPalette): LayerSpecification[] {
  const width: Width = [
    "interpolate",
    ["exponential", 1.7],
    ["zoom"],
    13,
    ["match", ["get", "class"], "major", 2.4, "secondary", 1.8, "tertiary", 1.5, "minor", 1.1, "pedestrian", 1, 0.5],
    19,
    ["match", ["get", "class"], "major", 34, "secondary", 28, "tertiary", 24, "minor", 20, "pedestrian", 16, 9],
  ];
  const casing: Width = [
    "interpolate",
    ["exponential", 1.7],
    ["zoom"],
    13,
    ["match", ["get", "class"], "major", 3.4, "secondary", 2.6, "tertiary", 2.2, "minor", 1.6, "pedestrian", 1.4, 0.8],
    19,
    ["match", ["get", "class"], "major", 37, "secondary", 31, "tertiary", 27, "minor", 23, "pedestrian", 18, 11],
  ];
  const roads = isClass("street", "service", "pedestrian", "minor", "tertiary", "secondary", "major");
  const order: ExpressionSpecification = ["index-of", ["get", "class"], ["literal", STREET_ORDER]];
  const round = { "line-cap": "round", "line-join": "round", "line-sort-key": order } as const;
  return [
    {
      id: "pavement",
      type: "line",
      source: BASEMAP_SOURCE,
      filter: isClass("street", "pavement"),
      minzoom: 16.5,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": palette.pavement, "line-width": onGround(3) },
    },
    {
      id: "street-casing",
      type: "line",
      source: BASEMAP_SOURCE,
      filter: roads,
      layout: round,
      paint: { "line-color": palette.casing, "line-width": casing },
    },
    {
      id: "path",
      type: "line",
      source: BASEMAP_SOURCE,
      filter: isClass("street", "path"),
      minzoom: 14.5,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": palette.path,
        "line-width": ["interpolate", ["exponential", 1.5], ["zoom"], 14, 0.6, 19, 5],
        "line-opacity": ["interpolate", ["linear"], ["zoom"], 14.5, 0, 15.5, 1],
      },
    },
    {
      id: "street",
      type: "line",
      source: BASEMAP_SOURCE,
      filter: roads,
      layout: round,
      paint: {
        "line-color": ["match", ["get", "class"], "major", palette.major, "secondary", palette.major, palette.street],
        "line-width": width,
      },
    },
    {
      id: "steps",
      type: "line",
      source: BASEMAP_SOURCE,
      filter: isClass("street", "steps"),
      minzoom: 16,
      paint: {
        "line-color": palette.path,
        "line-width": ["interpolate", ["exponential", 1.5], ["zoom"], 16, 2, 19, 8],
        "line-dasharray": [0.4, 0.4],
      },
    },
    {
      id: "rail",
      type: "line",
      source: BASEMAP_SOURCE,
      filter: is("rail"),
      paint: {
        "line-color": palette.rail,
        "line-width": ["interpolate", ["exponential", 1.5], ["zoom"], 13, 0.4, 19, 1.6],
        "line-opacity": ["match", ["get", "class"], "tram", 0.7, 0.9],
      },
    },
  ];
}

function buildings(palette: MapPalette, relief: boolean): LayerSpecification[] {
  if (relief) {
    return [
      {
        id: "building",
        type: "fill-extrusion",
        source: BASEMAP_SOURCE,
        filter: is("building"),
        paint: {
          "fill-extrusion-color": palette.volume,
          // Most of a city's houses carry no height; sixteen metres is a European block of five storeys.
          "fill-extrusion-height": ["coalesce", ["get", "height"], 16],
          "fill-extrusion-opacity": 0.86,
          "fill-extrusion-vertical-gradient": true,
        },
      },
    ];
  }
  return [
    fill("building", is("building"), palette.building),
    {
      id: "building-outline",
      type: "line",
      source: BASEMAP_SOURCE,
      filter: is("building"),
      minzoom: 14,
      paint: {
        "line-color": palette.wall,
        "line-width": ["interpolate", ["linear"], ["zoom"], 14, 0.3, 18, 1.1],
      },
    },
  ];
}

/** The data ends at the frame; there the city fades into the paper instead of being cut. */
function edge(palette: MapPalette): LayerSpecification {
  return {
    id: "edge",
    type: "line",
    source: BASEMAP_SOURCE,
    filter: is("frame"),
    layout: { "line-join": "round" },
    paint: { "line-color": palette.paper, "line-width": onGround(520), "line-blur": onGround(255) },
  };
}

function names(palette: MapPalette, options: MapStyleOptions): LayerSpecification[] {
  const fonts = options.fonts ?? SYSTEM_FONTS;
  const name: ExpressionSpecification =
    options.language === "local" ? ["get", "name"] : ["coalesce", ["get", `name_${options.language}`], ["get", "name"]];
  const halo = { "text-halo-color": palette.halo, "text-halo-width": 1.4, "text-halo-blur": 0.3 };
  const point = (id: string, color: string, size: [number, number], minzoom: number, spaced = false) =>
    ({
      id: `${id}-name`,
      type: "symbol",
      source: BASEMAP_SOURCE,
      filter: isClass("label", id),
      minzoom,
      layout: {
        "text-field": name,
        "text-font": fonts,
        "text-size": ["interpolate", ["linear"], ["zoom"], 14, size[0], 18, size[1]],
        "text-max-width": 7,
        "text-padding": 6,
        "symbol-sort-key": ["get", "rank"],
        ...(spaced ? { "text-transform": "uppercase", "text-letter-spacing": 0.12 } : {}),
      },
      paint: { "text-color": color, ...halo },
    }) satisfies LayerSpecification;
  return [
    {
      id: FIRST_LABEL_LAYER,
      type: "symbol",
      source: BASEMAP_SOURCE,
      filter: isClass("street", "major", "secondary", "tertiary", "minor", "pedestrian"),
      minzoom: 14.5,
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 320,
        "text-field": name,
        "text-font": fonts,
        "text-size": ["interpolate", ["linear"], ["zoom"], 14.5, 9, 18, 13],
        "text-padding": 4,
        "text-max-angle": 30,
        "symbol-sort-key": ["-", 9, ["index-of", ["get", "class"], ["literal", STREET_ORDER]]],
      },
      paint: { "text-color": palette.streetName, ...halo },
    },
    point("landmark", palette.landmarkName, [9.5, 12.5], 15.5),
    point("square", palette.placeName, [9.5, 12.5], 15),
    point("metro", palette.metroName, [9.5, 12], 15),
    point("water", palette.waterName, [10, 14], 14),
    point("park", palette.parkName, [10, 14], 14),
    point("suburb", palette.placeName, [10.5, 15], 13, true),
  ];
}
