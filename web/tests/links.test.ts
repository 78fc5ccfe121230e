import { expect, test } from "vitest";

import { splitLink } from "../src/lib/links";

const HERE = "https://lapa.example";

test("a letter's last link is a step within the app, and no other site's ever is", () => {
  expect(splitLink("Watch Rex live: https://lapa.example/orders/7", HERE)).toEqual({ text: "Watch Rex live.", path: "/orders/7" });
  expect(splitLink("Topped up. https://lapa.example/wallet?topup=1", HERE)).toEqual({ text: "Topped up.", path: "/wallet?topup=1" });
  for (const body of ["Rex, 20:12.", "Confirm: https://bank.example/3ds", "https://lapa.example.evil.example/x", "See https://lapa.example/a for more"]) {
    expect(splitLink(body, HERE)).toEqual({ text: body, path: null });
  }
});
