import { readFileSync } from "node:fs";
import path from "node:path";

import { defaultGatewayLimits, defaultResilience } from "@corespond/gateway";
import { isErrorCode } from "@corespond/kit";

const page = readFileSync(path.join(__dirname, "../../docs/limits.md"), "utf8");

const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));

const { document, load, demand, budget, bodyBytes } = defaultGatewayLimits;
// What variables may hold follows from whose slices they are, and is no setting.
const { variables: _whose, ...documentLimits } = document;
const within = (name: string, group: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(group).map(([key, value]) => [`${name}.${key}`, value as unknown]));

test("docs/limits.md lists exactly the limits and settings that the code knows, with their defaults", () => {
  const known = {
    ...documentLimits,
    ...load,
    ...within("demand", demand),
    ...within("budget", budget),
    bodyBytes,
    ...defaultResilience,
  };
  expect(Object.fromEntries(rows.map(([, name, fallback]) => [name, fallback]))).toEqual(
    Object.fromEntries(Object.entries(known).map(([name, value]) => [name, String(value)])),
  );
});

test("each code in docs/limits.md is one of the catalogue", () => {
  const codes = [...page.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)]
    .map(([, code]) => code)
    .filter((code) => !code?.startsWith("CORESPOND_"));
  expect(codes.filter((code) => !isErrorCode(code))).toEqual([]);
  expect(codes.length).toBeGreaterThan(10);
});
