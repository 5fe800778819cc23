import { readFileSync } from "node:fs";
import path from "node:path";

import { gatewayEnvironment, gatewaySliceEnvironment, genericGatewayEnvironment } from "@corespond/gateway";
import { hubEnvironment, hubSliceEnvironment } from "@corespond/hub";
import { processEnvironment, sliceProcessEnvironment, sliceUrlVariable } from "@corespond/kit";

const page = readFileSync(path.join(__dirname, "../../docs/environment.md"), "utf8");

const ofSlice = "SLICE";

const catalogues = {
  ...processEnvironment,
  ...hubEnvironment,
  ...hubSliceEnvironment(ofSlice),
  ...gatewayEnvironment,
  ...genericGatewayEnvironment,
  ...gatewaySliceEnvironment(ofSlice),
  ...sliceProcessEnvironment(ofSlice),
  ...sliceUrlVariable(ofSlice),
};

const generic = (name: string): string => name.replace(/^SLICE_/, "<SLICE>_");

test("docs/environment.md lists exactly the variables that the code reads", () => {
  const documented = [...page.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name]) => name);
  expect(documented.toSorted()).toEqual(Object.keys(catalogues).map(generic).toSorted());
});

test("docs/environment.md gives each variable's default", () => {
  const defaults = Object.fromEntries(
    [...page.matchAll(/^\| `([^`]+)` +\| (.*?) *\|/gm)].map(([, name, fallback]) => [name, fallback]),
  );
  const expected = Object.entries(catalogues).map(([name, variable]) => {
    const { fallback } = variable as { readonly fallback?: string };
    return [generic(name), fallback === undefined || fallback === "" ? "" : `\`${fallback}\``];
  });
  expect(defaults).toEqual(Object.fromEntries(expected));
});
