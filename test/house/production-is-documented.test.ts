import { readFileSync } from "node:fs";
import path from "node:path";

import { gatewayEnvironment, gatewaySliceEnvironment, issuerSettingNames } from "@corespond/gateway";
import { hubEnvironment, hubSliceEnvironment } from "@corespond/hub";
import { processEnvironment, sliceProcessEnvironment, sliceUrlVariable } from "@corespond/kit";

const page = readFileSync(path.join(__dirname, "../../docs/production.md"), "utf8");

const names = [...page.matchAll(/^\| (`.*?) +\|/gm)].flatMap(([, cell]) =>
  [...(cell ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name),
);

test("docs/production.md says of every variable when it is set, and of no other", () => {
  const ofSlice = "SLICE";
  const read = Object.keys({
    ...processEnvironment,
    ...hubEnvironment,
    ...hubSliceEnvironment(ofSlice),
    ...gatewayEnvironment,
    ...gatewaySliceEnvironment(ofSlice),
    ...sliceProcessEnvironment(ofSlice),
    ...sliceUrlVariable(ofSlice),
  }).map((name) => name.replace(/^SLICE_/, "<SLICE>_"));
  const documented = names.filter((name) => /^(<SLICE>_)?[A-Z_]+$/.test(name ?? ""));
  // Its table of issuers says what this one holds.
  expect([...documented, "CORESPOND_ISSUERS"].toSorted()).toEqual(read.toSorted());
  expect(page).toContain("`CORESPOND_ISSUERS` is a JSON list");
});

test("docs/production.md lists exactly what an issuer may be given", () => {
  expect(names.filter((name) => /^[a-z]/.test(name ?? "")).toSorted()).toEqual([...issuerSettingNames].toSorted());
});
