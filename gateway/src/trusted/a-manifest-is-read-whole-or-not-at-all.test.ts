import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { Role } from "@corespond/kit";

import { hashOf, readManifest } from "./documentManifest";
import { documentRule, isRestricted } from "./documentRule";
import { readTrustedDocuments } from "./readTrustedDocuments";

const manifest = (operations: readonly object[], extra: object = {}): string =>
  JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations, ...extra });
const body = "query A { a }";
const operation = { id: "a", name: "A", type: "query", body };

test("a manifest's clients and roles hold for its operations, unless these name their own", () => {
  const own = { ...operation, id: "b", clientName: "phone", roles: ["OFFICER"] };
  const all = { clients: ["console"], roles: ["SUPERVISOR"] };
  expect(readManifest("m.json", manifest([operation, own], all))).toEqual([
    { id: "a", hash: hashOf(body), body, clients: ["console"], roles: ["SUPERVISOR"] },
    { id: "b", hash: hashOf(body), body, clients: ["phone"], roles: ["OFFICER"] },
  ]);
  expect(readManifest("m.json", manifest([{ ...operation, clientName: null }]))).toMatchObject([
    { clients: null, roles: null },
  ]);
});

test.each([
  ["{", "m.json is not JSON."],
  ["[]", "m.json is not a persisted query manifest: "],
  [manifest([], { version: 2 }), "m.json is not a persisted query manifest: version "],
  [manifest([], { format: "relay" }), "m.json is not a persisted query manifest: format "],
  [manifest([{ ...operation, id: "" }]), "m.json is not a persisted query manifest: operations.0.id "],
  [manifest([{ ...operation, body: "query {" }]), 'm.json: the operation "a" is not GraphQL: '],
])("%s: %s", (text, message) => {
  expect(() => readManifest("m.json", text)).toThrow(message);
});

test("a place is one manifest or a folder of them", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "corespond-documents-"));
  try {
    writeFileSync(path.join(folder, "one.json"), manifest([operation]));
    writeFileSync(path.join(folder, "two.json"), manifest([{ ...operation, id: "b" }]));
    writeFileSync(path.join(folder, "read.me"), "no manifest");
    expect(readTrustedDocuments(folder).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(readTrustedDocuments(path.join(folder, "two.json")).map(({ id }) => id)).toEqual(["b"]);
    expect(() => readTrustedDocuments(path.join(folder, "three.json"))).toThrow("ENOENT");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  ["", false, false],
  ["everybody", true, true],
  ["role:ANALYST", true, false],
  [" client:partner-x , role:RESIDENT", false, true],
])("the rule %j restricts whom it names", (text, analyst, partner) => {
  const rule = documentRule.parse(text);
  expect(isRestricted(rule, { role: Role.ANALYST, client: "console" })).toBe(analyst);
  expect(isRestricted(rule, { role: Role.PARTNER_CLIENT, client: "partner-x" })).toBe(partner);
});

test.each(["all", "role:NOBODY", "ANALYST"])("the rule %j is refused: it would restrict nobody", (text) => {
  expect(() => documentRule.parse(text)).toThrow("names neither everybody");
});
