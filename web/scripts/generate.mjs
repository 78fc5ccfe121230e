// npm run generate [-- FILE_OR_URL] [--print]: src/api/schema.d.ts from the merged OpenAPI document, which `./lapa generate` makes.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";

import openapiTS, { astToString } from "openapi-typescript";

const TARGET = new URL("../src/api/schema.d.ts", import.meta.url);
const HEADER = "/** Made by `npm run generate` from the services' OpenAPI documents; never edited. */\n\n";

const DOCUMENT = fileURLToPath(new URL("../../docs/reference/openapi.json", import.meta.url));

const [source, ...flags] = process.argv.slice(2);
const text = await read(source ?? DOCUMENT);
const ast = await openapiTS(hoisted(JSON.parse(text)), { alphabetize: true, defaultNonNullable: false });
const types = HEADER + astToString(ast);
if (flags.includes("--print")) process.stdout.write(types);
else {
  writeFileSync(TARGET, types);
  console.log(`${fileURLToPath(TARGET)} written`);
}

/** A schema that brings its own `$defs` refers to the document's root; its definitions go where the others are. */
function hoisted(document) {
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== "object") return;
    if (node.$defs) {
      document.components.schemas = { ...node.$defs, ...document.components.schemas };
      delete node.$defs;
    }
    if (typeof node.$ref === "string") node.$ref = node.$ref.replace("#/$defs/", "#/components/schemas/");
    Object.values(node).forEach(visit);
  };
  visit(document.paths);
  visit(document.components);
  return document;
}

async function read(from) {
  if (/^https?:/.test(from)) return (await fetch(from)).text();
  return readFileSync(from === "-" ? 0 : from, "utf8");
}
