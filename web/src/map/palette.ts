/** The map's colours, by day and by night. */

export type MapTheme = "light" | "dark";

export interface MapPalette {
  paper: string;
  land: string;
  water: string;
  shore: string;
  paved: string;
  park: string;
  grass: string;
  wood: string;
  pitch: string;
  pier: string;
  tree: string;
  street: string;
  major: string;
  casing: string;
  pavement: string;
  path: string;
  rail: string;
  building: string;
  wall: string;
  volume: string;
  sun: string;
  halo: string;
  streetName: string;
  placeName: string;
  landmarkName: string;
  parkName: string;
  waterName: string;
  metroName: string;
}

export const palettes: Record<MapTheme, MapPalette> = {
  light: {
    paper: "#f4f0e7",
    land: "#efe9dd",
    water: "#a9d6e8",
    shore: "#8cc3d8",
    paved: "#f8f4ea",
    park: "#cae6b6",
    grass: "#d9edc9",
    wood: "#bfdfae",
    pitch: "#bddfae",
    pier: "#e9e4d9",
    tree: "#94c783",
    street: "#ffffff",
    major: "#ffeec4",
    casing: "#dfd5c3",
    pavement: "#fbf9f4",
    path: "#d9c39a",
    rail: "#c3bbb0",
    building: "#e0d4c1",
    wall: "#cdbfa8",
    volume: "#efe7da",
    sun: "#fff8ea",
    halo: "#fbf8f2",
    streetName: "#6f665a",
    placeName: "#5b5348",
    landmarkName: "#8a5a3c",
    parkName: "#3f7a3a",
    waterName: "#3a7d99",
    metroName: "#b3541e",
  },
  dark: {
    paper: "#10141b",
    land: "#171c24",
    water: "#0e2a3a",
    shore: "#1a4054",
    paved: "#1b212b",
    park: "#17301f",
    grass: "#193423",
    wood: "#1b3a25",
    pitch: "#1a3a30",
    pier: "#212834",
    tree: "#2a5836",
    street: "#2b3341",
    major: "#3a4150",
    casing: "#11151b",
    pavement: "#222935",
    path: "#3d4454",
    rail: "#39404c",
    building: "#202733",
    wall: "#2c3543",
    volume: "#2a3342",
    sun: "#cfd8ff",
    halo: "#12161d",
    streetName: "#9aa3b2",
    placeName: "#c3cad6",
    landmarkName: "#d8a47f",
    parkName: "#7fc383",
    waterName: "#6fb6d3",
    metroName: "#f0965a",
  },
};
