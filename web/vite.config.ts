import { readFileSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";

import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const API = process.env.LAPA_API ?? "http://localhost:8080";
const CITY = process.env.LAPA_CITY ?? "helsinki";

/** The city that the map shows, out of the repository's `city/`, under `/city/`. */
function city(): Plugin {
  const files: Record<string, string> = {
    "basemap.geojson": "application/geo+json",
    "city.json": "application/json",
    ATTRIBUTION: "text/plain; charset=utf-8",
  };
  const read = (name: string) => readFileSync(fileURLToPath(new URL(`../city/${CITY}/${name}`, import.meta.url)));
  return {
    name: "lapa-city",
    configureServer(server) {
      server.middlewares.use("/city/", (request, response, next) => {
        const name = (request.url ?? "").slice(1);
        const type = files[name];
        if (!type) return next();
        response.setHeader("Content-Type", type);
        response.end(read(name));
      });
    },
    generateBundle() {
      for (const name of Object.keys(files)) this.emitFile({ type: "asset", fileName: `city/${name}`, source: read(name) });
    },
  };
}

export default defineConfig({
  plugins: [react(), tailwindcss(), city()],
  server: { port: 5173, proxy: { "/api": { target: API, ws: true, changeOrigin: true } } },
  // data: is allowed for fonts and images only, so nothing else is inlined
  build: { target: "es2023", cssTarget: ["chrome123", "firefox120", "safari17.5"], assetsInlineLimit: 0 },
});
